"""Contact sheets: many pictures of one size on a few large ones."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image

COLUMNS, ROWS = 5, 6
_GAP = 6  # dots between pictures
_GROUND = (128, 128, 128)


def lay_sheets(pictures: Sequence[bytes], width: int) -> Iterator[bytes]:
    """PNG files of thirty pictures each, row by row, each picture `width` dots wide."""
    for first in range(0, len(pictures), COLUMNS * ROWS):
        shown = [_read(picture, width) for picture in pictures[first : first + COLUMNS * ROWS]]
        high = max(picture.height for picture in shown)
        rows = -(-len(shown) // COLUMNS)
        sheet = Image.new("RGB", (COLUMNS * (width + _GAP) + _GAP, rows * (high + _GAP) + _GAP), _GROUND)
        for at, picture in enumerate(shown):
            sheet.paste(picture, (_GAP + at % COLUMNS * (width + _GAP), _GAP + at // COLUMNS * (high + _GAP)))
        written = io.BytesIO()
        sheet.save(written, "PNG", optimize=True)
        yield written.getvalue()


def _read(picture: bytes, width: int) -> Image.Image:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
