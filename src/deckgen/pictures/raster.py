"""PNG, JPEG and GIF: measured, and developed to the size of their place, by Pillow.

Nothing of a file but its dots reaches an artefact: no place or time of a photograph, no colour profile. Memory is
bounded by the number of dots that are let in.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from PIL import Image, ImageCms

from deckgen.pictures.refused import RefusedError
from deckgen.tree import ReadyPicture

MOST_DOTS = 100_000_000  # four bytes each while a picture is read
_FORMATS = ("PNG", "JPEG", "GIF")
_STILL = ("JPEG", "MPO")  # MPO: a photograph with more views of it, of which the first is the picture
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = frozenset({5, 6, 7, 8})  # turned by a quarter
_BAND = 4_000_000  # dots that are converted at once
_QUALITY = 90
_HEAVY = 1_000_000  # bytes: a PNG above may be a photograph, which JPEG says in a third of them


def measure(content: bytes) -> tuple[int, int]:
    """Width and height in dots of the upright picture; every dot is read, so that a damaged file is found now."""
    with _opened(content) as image:
        width, height = image.size
        turned = _orientation(image) in _LYING
        image.draft(None, (max(1, width // 8), max(1, height // 8)))
        image.load()
    return (height, width) if turned else (width, height)


def develop(content: bytes, width: int) -> ReadyPicture:
    """The upright picture in sRGB, at most `width` dots wide."""
    with _opened(content) as image:
        is_photograph = image.format in _STILL
        turn = _orientation(image)
        across, down = (image.height, image.width) if turn in _LYING else image.size
        share = min(1.0, width / across)
        wanted = max(1, round(across * share)), max(1, round(down * share))
        before_turn = wanted[::-1] if turn in _LYING else wanted
        image.draft(None, before_turn)
        image.load()
        profile = image.info.get("icc_profile")
        small = _reduce(image, before_turn)
    if small.size != before_turn:
        small = small.resize(before_turn, Image.Resampling.LANCZOS)
    small = _to_srgb(small, profile)
    if turn in _TURNS:
        small = small.transpose(_TURNS[turn])
    return _encode(small, is_photograph)


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    """The picture, of whose dots none is read yet. Whatever goes wrong while it is open is one refusal."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, about sizes, which are judged here
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                _judge(image)
                yield image
    except RefusedError:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception as problem:  # decoders raise whatever the bytes lead them to
        raise RefusedError("DG522", "is damaged or cut short", "export or copy the picture again") from problem


def _judge(image: Any) -> None:
    if image.width * image.height > MOST_DOTS:
        raise _too_large(f" ({image.width} × {image.height})")
    if image.format not in _STILL and getattr(image, "is_animated", False):
        raise RefusedError("DG525", "is animated", "save one of its pictures as PNG, or take several beside each other")


def _too_large(size: str = "") -> RefusedError:
    most = f"{MOST_DOTS // 1_000_000} million dots"
    return RefusedError("DG526", f"has more than {most}{size}", "make it smaller: 3000 dots across fill a slide")


def _orientation(image: Any) -> int:
    """How the camera was held, by its own word; 1 when it says nothing that can be read."""
    with suppress(Exception):  # as above, for a part that a picture can do without
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _reduce(image: Any, wanted: tuple[int, int]) -> Any:
    """The picture in plain colours, by a whole factor smaller, yet not smaller than wanted; band by band."""
    factor = max(1, min(image.width // wanted[0], image.height // wanted[1]))
    if factor == 1:
        return _plain(image)
    width, height = image.size
    step = factor * max(1, _BAND // (width * factor))
    reduced = None
    for top in range(0, height, step):
        band = _plain(image.crop((0, top, width, min(height, top + step)))).reduce(factor)
        if reduced is None:
            reduced = Image.new(band.mode, (-(-width // factor), -(-height // factor)))
        reduced.paste(band, (0, top // factor))
    return reduced


def _plain(image: Any) -> Any:
    """The picture in one of the modes L, RGB, RGBA and CMYK, eight bits a channel."""
    clear = "transparency" in image.info
    if image.mode in ("RGBA", "CMYK") or (image.mode in ("L", "RGB") and not clear):
        return image
    if image.mode in ("I", "I;16", "I;16B", "F"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode == "1" and not clear:
        return image.convert("L")
    return image.convert("RGBA" if clear or image.mode in ("LA", "PA", "La", "RGBa") else "RGB")


def _to_srgb(image: Any, profile: bytes | None) -> Any:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and image.mode != "L":
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):  # of a profile that is none
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    return image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGB")


def _encode(image: Any, is_photograph: bool) -> ReadyPicture:
    image.info = {}
    if is_photograph:
        return ReadyPicture(_save(image, "JPEG", quality=_QUALITY, optimize=True), "jpg")
    drawn = _save(image, "PNG", compress_level=6)
    if len(drawn) > _HEAVY and (image.mode != "RGBA" or image.getextrema()[3][0] == 255):
        photograph = _save(image.convert("RGB"), "JPEG", quality=_QUALITY, optimize=True)
        if len(photograph) * 3 < len(drawn):
            return ReadyPicture(photograph, "jpg")
    return ReadyPicture(drawn, "png")


def _save(image: Any, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()
