"""Pictures in a frame: whole or cropped, never stretched; and what a writer is handed of one.

Frames are in points. A crop says which share of the picture is cut off at its left, top, right and bottom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.base.units import Frame

Crop = tuple[float, float, float, float]
Focus = tuple[float, float]
"""What must stay in sight: shares of the width and of the height, from the top left corner."""

WHOLE: Crop = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture as Office shows it: PNG or JPEG, and beside it the SVG it was drawn from, if there is one."""

    data: bytes
    suffix: str  # png or jpg
    svg: bytes = b""

    def pack(self) -> bytes:
        """All of it as bytes that can be kept."""
        return f"{self.suffix} {len(self.data)}\n".encode() + self.data + self.svg

    @classmethod
    def unpack(cls, kept: bytes) -> ReadyPicture:
        """What `pack` made bytes of."""
        head, _, rest = kept.partition(b"\n")
        suffix, _, size = head.decode().partition(" ")
        return cls(rest[: int(size)], suffix, rest[int(size) :])


ShowPicture = Callable[[str], ReadyPicture]
"""The picture of a path that the tree names."""


def contain(width: float, height: float, frame: Frame) -> Frame:
    """The largest frame of a picture's aspect in the middle of `frame`."""
    if width <= 0 or height <= 0:
        return frame
    scale = min(frame.w / width, frame.h / height)
    w, h = width * scale, height * scale
    return Frame(frame.x + (frame.w - w) / 2, frame.y + (frame.h - h) / 2, w, h)


def crop_to(width: float, height: float, frame: Frame, focus: Focus) -> Crop:
    """What is cut off a picture that fills `frame`; what lies at the focus stays as near to the middle as it can."""
    if min(width, height, frame.w, frame.h) <= 0:
        return WHOLE
    seen_w = min(1.0, frame.w / frame.h * height / width)
    seen_h = min(1.0, frame.h / frame.w * width / height)
    left = min(max(0.0, focus[0] - seen_w / 2), 1.0 - seen_w)
    top = min(max(0.0, focus[1] - seen_h / 2), 1.0 - seen_h)
    return tuple(round(share, 5) + 0.0 for share in (left, top, 1.0 - seen_w - left, 1.0 - seen_h - top))  # type: ignore[return-value]


def place_picture(width: float, height: float, frame: Frame, focus: Focus | None) -> tuple[Frame, Crop]:
    """Where a picture stands in a frame: whole in its middle, or, where it has a focus, cropped to fill it."""
    if focus is None:
        return contain(width, height, frame), WHOLE
    return frame, crop_to(width, height, frame, focus)


def whole_width(frame: Frame, crop: Crop) -> float:
    """How wide the whole picture is that shows in a frame less its crop, in points."""
    return frame.w / max(1e-6, 1.0 - crop[0] - crop[2])
