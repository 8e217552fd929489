"""A file into what it is: kind and size; and into what an Office file holds of it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass

from deckgen.pictures.refused import RefusedError
from deckgen.tree import ReadyPicture

DOTS = 220  # to the inch: what paper and screens show of a picture
NATURAL = 96  # dots to the inch at which a picture has its natural size

_SUFFIXES = {"PNG": ("png",), "JPEG": ("jpg", "jpeg", "jpe"), "GIF": ("gif",), "SVG": ("svg",)}
_MAGIC = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"))
# What people try, by its first bytes, and what it is called.
_OTHERS = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP picture"),
    (re.compile(rb"BM"), "BMP picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF picture"),
    (re.compile(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL), "HEIC picture"),
    (re.compile(rb"%PDF"), "PDF file"),
    (re.compile(rb"\xd7\xcd\xc6\x9a|\x01\0\0\0....", re.DOTALL), "Windows metafile"),
    (re.compile(rb"\x1f\x8b"), "compressed file"),
    (re.compile(rb"PK"), "zip file or Office file"),
)
_SAMPLE = 24  # dots across of a drawing that is tried
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture is: its kind, its size in dots when it is upright, and what of it is left out."""

    kind: str  # PNG, JPEG, GIF or SVG
    width: float
    height: float
    dropped: tuple[str, ...] = ()
    has_text: bool = False  # an SVG whose letters need the faces of the machine that draws it

    def pack(self) -> bytes:
        """All of it as bytes that can be kept."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, kept: bytes) -> Look:
        """What `pack` made bytes of."""
        told = json.loads(kept)
        return cls(**{**told, "dropped": tuple(told["dropped"])})

    @property
    def is_vector(self) -> bool:
        """Whether it can be shown at any size."""
        return self.kind == "SVG"

    @property
    def size(self) -> tuple[float, float]:
        """Its natural size in points."""
        return self.width * 72 / NATURAL, self.height * 72 / NATURAL


def look_at(name: str, content: bytes) -> Look:
    """What the file `name` is; raises RefusedError when it cannot be shown. The whole picture is read."""
    kind = next((kind for magic, kind in _MAGIC if content.startswith(magic)), "SVG" if _XML.match(content) else "")
    if not kind:
        what = next((what for form, what in _OTHERS if form.match(content)), "")
        if not content:
            raise RefusedError("DG523", "is empty", "save the picture again")
        raise RefusedError(
            "DG523", f"is a {what}" if what else "is no picture", "save it as PNG, JPEG or SVG, and write that name"
        )
    if kind == "SVG":
        from deckgen.pictures.vector import clean_svg, draw_svg  # its library is needed for this kind only

        drawn = clean_svg(content)
        draw_svg(drawn, _SAMPLE)  # refuses what cannot be drawn
        look = Look(kind, drawn.width, drawn.height, drawn.dropped, drawn.has_text)
    else:
        from deckgen.pictures.raster import measure  # the same

        look = Look(kind, *measure(content))
    suffix = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
    if suffix not in _SUFFIXES[kind]:
        better = f"{name.rpartition('.')[0] if suffix else name}.{_SUFFIXES[kind][0]}"
        raise RefusedError("DG524", f"is a picture of the kind {kind}", f"rename the file, and write {better}")
    return look


def clean_drawing(drawing: bytes) -> bytes:
    """An SVG without scripts and what would be fetched from elsewhere; raises RefusedError when it cannot be shown."""
    from deckgen.pictures.vector import clean_svg

    return clean_svg(drawing).data


def make_ready(content: bytes, look: Look, points: float) -> ReadyPicture:
    """The picture for a place where the whole of it would be so many points wide: at most 220 dots to the inch."""
    width = max(1, round(points / 72 * DOTS))
    if look.is_vector:
        from deckgen.pictures.vector import clean_svg, draw_svg

        drawn = clean_svg(content)
        return ReadyPicture(draw_svg(drawn, width), "png", drawn.data)
    from deckgen.pictures.raster import develop

    return develop(content, width)
