"""What a board keeps in reserve is on its sheet."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.slides import BoardSlide

_LACKS = {
    "text": ("has no text that could be shown", "write a `situation` or `story` on the sheet, or take `text` away"),
    "key": ("has no answers", "write `key` under `guide` of the sheet, or take `key` away"),
}


def check_reserves(course: Course) -> Iterator[Diagnostic]:
    """Words under `reserve` for which the sheet of the board has nothing."""
    for block in course.blocks:
        for slide in block.slides:
            if not isinstance(slide, BoardSlide):
                continue
            sheet = course.sheet(slide.sheet or "")
            for number, word in enumerate(slide.reserve):
                has = sheet is not None and (sheet.material if word == "text" else sheet.guide and sheet.guide.key)
                if not has and not (slide.sheet and sheet is None):  # a sheet that is not there is told already
                    why, hint = _LACKS[word] if sheet is not None else ("names no sheet", "name its `sheet`")
                    what = f"sheet {sheet.id}" if sheet is not None else "this slide"
                    yield Diagnostic("DG447", f"{what} {why}", slide.at_item("reserve", number), hint)
