"""Pictures of dots: what they are, and what an artefact holds of them."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageFilter

from deckgen.pictures import RefusedError, look_at, make_ready, raster
from deckgen.pictures.raster import develop, measure
from pictures.samples import animated, block, encode, held_sideways, huge, jpeg, photograph, png, png_head


def shown(data: bytes, width: int = 3000) -> Any:
    ready = develop(data, width)
    image = Image.open(io.BytesIO(ready.data))
    assert image.format == {"png": "PNG", "jpg": "JPEG"}[ready.suffix]
    return image


def near(dot: Any, wanted: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(dot, wanted, strict=True))


def test_a_picture_is_as_large_as_its_place_needs_and_never_larger() -> None:
    data = png(1200, 900)
    look = look_at("a.png", data)
    assert (look.width, look.height, look.size) == (1200, 900, (900.0, 675.0))
    assert Image.open(io.BytesIO(make_ready(data, look, 72.0).data)).size == (220, 165)
    assert Image.open(io.BytesIO(make_ready(data, look, 960.0).data)).size == (1200, 900)


@pytest.mark.parametrize("width", [640, 300, 64])
def test_a_photograph_is_turned_as_it_was_held(width: int) -> None:
    data = held_sideways()
    assert measure(data) == (480, 640)
    image = shown(data, width)
    assert image.size == (min(width, 480), round(min(width, 480) / 0.75))
    across, down = image.size
    assert near(image.getpixel((across - 2, 1)), (20, 20, 20), 40), "the square of the top left corner stands right"
    assert not near(image.getpixel((1, down - 2)), (20, 20, 20), 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_shows_the_same(orientation: int) -> None:
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encode(photograph(320, 240), "JPEG", quality=95, exif=exif)
    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    made = shown(data)
    assert made.size == wanted.size
    corners = [(2, 2), (made.width - 3, 2), (2, made.height - 3)]
    assert all(near(made.getpixel(at), wanted.getpixel(at)) for at in corners)


def test_nothing_but_the_dots_is_kept() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = photograph()
    exif = Image.Exif()
    exif[0x010F] = "Maker of cameras"
    for data in (encode(image, "JPEG", exif=exif, icc_profile=profile, comment=b"secret"),
                 encode(image, "PNG", exif=exif, icc_profile=profile)):  # fmt: skip
        made = develop(data, 3000).data
        assert b"Maker" not in made and b"secret" not in made and b"ICC" not in made and b"Exif" not in made


def test_colours_of_print_become_those_of_screens() -> None:
    image = shown(encode(photograph(mode="CMYK"), "JPEG", quality=95))
    assert image.mode == "RGB"
    assert near(image.getpixel((600, 440)), photograph().getpixel((600, 440)), 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("width", [400, 90])
def test_every_kind_of_png_becomes_a_plain_one(mode: str, width: int) -> None:
    image = photograph(400, 300)
    made = image.convert("L").convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else None
    data = encode(made or image.convert(mode), "PNG")
    result = shown(data, width)
    assert result.mode in ("L", "RGB", "RGBA") and result.size == (width, round(width * 0.75))
    wanted = image.convert("L").getpixel((320, 200))
    got = result.convert("RGB").convert("L").getpixel((round(320 * width / 400), round(200 * width / 400)))
    assert mode == "1" or abs(wanted - got) < 16


def test_what_is_clear_stays_clear() -> None:
    image = Image.new("RGBA", (200, 100), (200, 30, 30, 0))
    image.paste((10, 20, 30, 255), (0, 0, 100, 100))
    made = shown(encode(image, "PNG"), 50)
    assert made.getpixel((10, 10)) == (10, 20, 30, 255) and made.getpixel((40, 10))[3] == 0
    marked = Image.new("P", (40, 40), 1)
    marked.putpalette([255, 255, 255, 200, 0, 0])
    marked.paste(0, (0, 0, 20, 40))
    made = shown(encode(marked, "GIF", transparency=0))
    assert made.getpixel((30, 10)) == (200, 0, 0, 255) and made.getpixel((5, 10))[3] == 0


def test_wide_colours_are_brought_to_srgb() -> None:
    image = Image.new("RGB", (60, 40), (120, 200, 80))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"....", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"....", b"gXYZ", 1)
    assert near(shown(encode(image, "PNG", icc_profile=swapped)).getpixel((5, 5)), (200, 120, 80))
    assert shown(encode(image, "PNG", icc_profile=b"no profile")).getpixel((5, 5)) == (120, 200, 80)


def test_a_heavy_photograph_saved_as_png_becomes_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    clouds = Image.effect_noise((350, 250), 90).filter(ImageFilter.GaussianBlur(1.5))
    seen = Image.merge("RGB", (clouds, clouds.transpose(Image.Transpose.FLIP_TOP_BOTTOM), clouds))
    assert develop(encode(seen, "PNG", compress_level=1), 350).suffix == "png"  # not heavy
    monkeypatch.setattr(raster, "_HEAVY", raster._HEAVY // 16)  # as many for each dot as in one of four times the width
    assert develop(encode(seen, "PNG", compress_level=1), 350).suffix == "jpg"
    assert develop(png(300, 200), 300).suffix == "png"


@pytest.mark.parametrize(
    ("name", "data", "code", "told"),
    [
        ("a.png", b"", "DG523", "empty"),
        ("a.png", b"hello", "DG523", "no picture"),
        ("a.bmp", encode(photograph(), "BMP"), "DG523", "BMP"),
        ("a.tif", encode(photograph(), "TIFF"), "DG523", "TIFF"),
        ("a.webp", encode(photograph(), "WEBP"), "DG523", "WebP"),
        ("a.pdf", b"%PDF-1.7", "DG523", "PDF"),
        ("a.png", jpeg(), "DG524", "JPEG"),
        ("a", jpeg(), "DG524", "JPEG"),
        ("a.png/b", png(), "DG524", "PNG"),
        ("a.gif", animated(), "DG525", "animated"),
        ("a.png", huge(), "DG526", "100 million"),
        ("a.png", huge(12_000, 9_000), "DG526", "12000 × 9000"),
        ("a.png", png()[:2000], "DG522", "damaged"),
        ("a.jpg", jpeg()[:3000], "DG522", "damaged"),
        ("a.jpg", b"\xff\xd8\xff" + b"x" * 900, "DG522", "damaged"),
        ("a.png", png_head(4, 4) + block(b"iCCP", b"a\0\0" + zlib.compress(b"x" * 9_000_000)), "DG522", "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused_with_the_reason(name: str, data: bytes, code: str, told: str) -> None:
    with pytest.raises(RefusedError) as refused:
        look_at(name, data)
    assert refused.value.code == code and told in refused.value.message and refused.value.hint


@pytest.mark.parametrize("name", ["a.jpg", "A.JPEG", "x.y/a.jpg"])
def test_a_suffix_may_be_spelled_as_usual(name: str) -> None:
    assert look_at(name, jpeg()).kind == "JPEG"


def test_equal_pictures_give_equal_bytes() -> None:
    assert develop(jpeg(), 200) == develop(jpeg(), 200)
