"""Pictures made for the tests, and a small course that shows them in every place a picture may stand."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">'
    '<rect width="240" height="120" fill="#eef5f4"/><circle cx="60" cy="60" r="40" fill="#1b4b5c"/>'
    '<path d="M120 90 L160 30 L200 90 Z" fill="#ab420a"/></svg>'
)


def photograph(width: int = 640, height: int = 480, mode: str = "RGB") -> Any:
    """A picture of soft colours with a dark square in its top left corner."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    made = Image.merge("RGB", (across, down, Image.new("L", (width, height), 120)))
    ImageDraw.Draw(made).rectangle((0, 0, width // 8, height // 8), fill=(20, 20, 20))
    return made.convert(mode)


def encode(image: Any, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def jpeg(width: int = 640, height: int = 480, **options: Any) -> bytes:
    return encode(photograph(width, height), "JPEG", quality=85, **options)


@cache
def png(width: int = 640, height: int = 480, mode: str = "RGB") -> bytes:
    return encode(photograph(width, height, mode), "PNG")


@cache
def screenshot(width: int = 1280, height: int = 720) -> bytes:
    """A window with rules, as a screen shows it."""
    made = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, width - 1, 60), fill=(27, 75, 92))
    for line in range(8):
        draw.rectangle((60, 120 + line * 70, width - 60 - line * 90, 150 + line * 70), fill=(200, 210, 214))
    draw.rectangle((0, 0, width - 1, height - 1), outline=(90, 90, 90), width=4)
    return encode(made, "PNG")


@cache
def held_sideways(width: int = 640, height: int = 480) -> bytes:
    """A JPEG, as wide and high as the camera took it, that a camera says to be turned by a quarter."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker of cameras"
    return jpeg(width, height, exif=exif)


FILES = {
    "team.jpg": jpeg,
    "window.png": screenshot,
    "sign.svg": lambda: SVG.encode(),
    "upright.jpg": lambda: held_sideways(1120, 840),
    "print.jpg": cache(lambda: encode(photograph(mode="CMYK"), "JPEG")),
    "clear.png": lambda: png(mode="RGBA"),
}


def svg(inside: str, head: str = "") -> bytes:
    """A drawing of 240 x 120 with something in it; `head` stands before it."""
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">{inside}</svg>'.encode()


def block(kind: bytes, data: bytes) -> bytes:
    """A block of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_head(width: int, height: int) -> bytes:
    """How a PNG of this size begins, in RGB."""
    return b"\x89PNG\r\n\x1a\n" + block(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def huge(width: int = 32_000, height: int = 32_000) -> bytes:
    """A PNG that says to be so large, and holds nothing."""
    return png_head(width, height) + block(b"IDAT", b"") + block(b"IEND", b"")


def animated() -> bytes:
    first = photograph(40, 30, "P")
    return encode(first, "GIF", save_all=True, append_images=[first.rotate(180)])


KINDS = {
    "jpeg": lambda: jpeg(1400, 1000),
    "png": lambda: png(1400, 1000),
    "tiny": lambda: png(90, 60),
    "cut": lambda: png()[:2000],
    "empty": lambda: b"",
    "webp": lambda: encode(photograph(), "WEBP"),
    "gif": animated,
    "huge": huge,
    "entities": lambda: svg("&word;", '<!DOCTYPE svg [<!ENTITY word "word">]>'),
    "script": lambda: svg('<script>alert(1)</script><rect width="99" height="99"/>'),
    "text": lambda: svg('<text x="20" y="60">Open points</text>'),
}


EDITS = (
    ("audience: [Team leads]",
     "audience: [Team leads]\npicture: {file: pictures/team.jpg, alt: A team at work, focus: center, credit: Jo Doe}"),
    ("    goals: [Name the three questions, Hand over in three minutes]\n",
     "    goals: [Name the three questions, Hand over in three minutes]\n"
     "    picture: {file: pictures/upright.jpg, alt: A door, focus: top}\n"),
    ("            points: [Write while you work, Read it aloud, Let the next lead repeat]\n",
     "            points: [Write while you work, Read it aloud, Let the next lead repeat]\n"
     "            pictures: {file: pictures/window.png, alt: The card on the screen}\n"
     "            explain: The card lies beside the keyboard all shift and keeps the order of the three questions.\n"),
    ("            points: [Ask Kim, One point a line]\n",
     "            pictures:\n"
     "              - {file: pictures/team.jpg, alt: One, caption: Kim reads aloud, credit: Jo Doe}\n"
     "              - {file: pictures/sign.svg, alt: Two, caption: A sign}\n"
     "              - {file: pictures/print.jpg, alt: Three, caption: From print, focus: left}\n"
     "              - {file: pictures/clear.png, decorative: true}\n"),
    ("            title: Hand over your own shift in three minutes\n",
     "            title: Hand over your own shift in three minutes\n"
     "            pictures: {file: pictures/window.png, alt: The window, caption: Where each point is kept}\n"),
    ("    purpose: See what we skip.\n",
     "    purpose: See what we skip.\n"
     "    pictures: {file: pictures/sign.svg, alt: A sign, caption: Find the sign, credit: Ann Roe}\n"),
    ("    purpose: Hand over a real shift in three minutes.\n",
     "    purpose: Hand over a real shift in three minutes.\n"
     "    pictures:\n"
     "      - {file: pictures/team.jpg, alt: A, caption: Before}\n"
     "      - {file: pictures/upright.jpg, alt: B, caption: After}\n"),
)  # fmt: skip


def write_course(folder: Path, edits: tuple[tuple[str, str], ...] = EDITS) -> Path:
    """A course with pictures in a folder; the folder."""
    text = BASE.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "pictures").mkdir(parents=True)
    (folder / "course.yaml").write_text(text, "utf-8")
    for name, make in FILES.items():
        (folder / "pictures" / name).write_bytes(make())
    return folder
