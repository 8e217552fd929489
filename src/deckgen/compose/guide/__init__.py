"""Course, agenda and placed slides into the facilitator guide."""

from deckgen.compose.guide.guide import compose_guide

__all__ = ["compose_guide"]
