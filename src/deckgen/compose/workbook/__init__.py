"""Course and agenda into the participant workbook."""

from deckgen.compose.workbook.workbook import compose_workbook

__all__ = ["compose_workbook"]
