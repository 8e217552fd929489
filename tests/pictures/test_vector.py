"""SVG from anywhere: what stays, what is named and left out, and what is refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deckgen.pictures import Look, RefusedError, look_at, make_ready, vector
from deckgen.pictures.vector import clean_svg
from pictures.samples import SVG, png, png_head, svg


def test_a_drawing_keeps_itself_and_gets_its_dots() -> None:
    look = look_at("a.svg", SVG.encode())
    assert look == Look("SVG", 240.0, 120.0)
    ready = make_ready(SVG.encode(), look, 72.0)
    image = Image.open(io.BytesIO(ready.data))
    assert (ready.suffix, image.size) == ("png", (220, 110))
    assert image.convert("RGB").getpixel((55, 55)) == (0x1B, 0x4B, 0x5C)
    assert b"<circle" in ready.svg and b"#ab420a" in ready.svg


@pytest.mark.parametrize(
    ("inside", "told", "gone"),
    [
        ("<script>alert(1)</script>", "a script", b"alert"),
        ('<rect onclick="act()" width="9" height="9"/>', "a script", b"act"),
        ('<a href="javascript:act()"><rect width="9" height="9"/></a>', "a link", b"act"),
        ('<image href="http://x.example/a.png" width="9" height="9"/>', "a reference to another file", b"x.example"),
        ('<image href="file:///etc/passwd" width="9" height="9"/>', "a reference to another file", b"passwd"),
        ('<image href="data:image/svg+xml;base64,AAAA" width="9" height="9"/>', "a reference to another file", b"AAAA"),
        ('<use href="other.svg#a"/>', "a reference to another file", b"other"),
        ('<rect fill="url(http://x.example/#p)" width="9" height="9"/>', "a reference to another file", b"x.example"),
        ("<style>@import url(http://x.example/a.css);</style>", "a reference to another file", b"x.example"),
        ("<style>.a{fill:u\\72l(http://x.example)}</style>", "a reference to another file", b"x.example"),
        ("<foreignObject><p>Words</p></foreignObject>", "HTML text", b"Words"),
        ('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>', "an animation", b"animate"),
    ],
)
def test_what_acts_or_fetches_is_left_out_with_a_word(inside: str, told: str, gone: bytes) -> None:
    made = clean_svg(svg(inside))
    assert made.dropped == (told,) and gone not in made.data


def test_what_only_draws_stays() -> None:
    import base64

    inner = base64.b64encode(png(20, 20)).decode()
    made = clean_svg(
        svg(
            '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
            '<style>.a{fill:url(#g)}</style><rect class="a" fill="url(#g)" width="9" height="9"/>'
            f'<use href="#g"/><image href="data:image/png;base64,{inner}" width="9" height="9"/>',
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        )
    )
    assert made.dropped == () and made.data.count(b"url(#g)") == 2 and inner.encode() in made.data


def test_a_picture_within_is_judged_like_any_other() -> None:
    import base64

    inner = base64.b64encode(png_head(32_000, 32_000)).decode()
    assert clean_svg(svg(f'<image href="data:image/png;base64,{inner}"/>')).dropped


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('width="10mm" height="20mm"', (37.8, 75.6)),
        ('width="1in" height="72pt"', (96.0, 96.0)),
        ('width="6pc" height="1in"', (96.0, 96.0)),
        ('viewBox="0 0 30 60"', (30.0, 60.0)),
        ('viewBox="0,0,30,60" width="100%" height="100%"', (30.0, 60.0)),
        ('viewBox="0 0 30 60" width="90"', (90.0, 180.0)),
    ],
)
def test_a_drawing_says_how_large_it_is(head: str, size: tuple[float, float]) -> None:
    made = clean_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode())
    assert (round(made.width, 1), round(made.height, 1)) == size


BOMB = '<g id="a0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="a{n}">{f"<use href=#QUOTE#a{n - 1}#QUOTE/>" * 10}</g>'.replace("#QUOTE", '"') for n in range(1, 12)
)
PATTERNS = "".join(
    f'<pattern id="p{n}">' + f'<rect width="1" height="1" fill="url(#p{n + 1})"/>' * 10 + "</pattern>"
    for n in range(12)
)


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (svg("&word;", '<!DOCTYPE svg [<!ENTITY word "word">]>'), "DG527", "entities"),
        (svg("&word;"), "DG522", "word"),
        (svg(BOMB), "DG527", "elements"),
        (svg(PATTERNS + '<rect width="9" height="9" fill="url(#p0)"/>'), "DG527", "elements"),
        (svg('<g id="a"><use href="#a"/></g>'), "DG527", "itself"),
        (svg("".join(f'<g id="c{n}"><use href="#c{n + 1}"/></g>' for n in range(900))), "DG527", "within"),
        (svg('<filter id="f">' + "<feGaussianBlur/>" * 99 + "</filter>"), "DG527", "elements"),
        (svg("<g>" * 300 + "</g>" * 300), "DG522", ""),
        (svg("<g>"), "DG522", ""),
        (b"<html/>", "DG523", "no picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "DG527", "how large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="2" height="9000"/>', "DG527", "size"),
        (svg("<!-- " + "x" * 4_200_000 + " -->"), "DG527", "MB"),
    ],
)
def test_what_a_machine_must_not_read_is_refused(data: bytes, code: str, told: str) -> None:
    with pytest.raises(RefusedError) as refused:
        look_at("a.svg", data)
    assert refused.value.code == code and told in refused.value.message and refused.value.hint


def test_letters_are_told() -> None:
    assert look_at("a.svg", svg("<text>Open</text>")).has_text


@pytest.mark.parametrize("unit", ["mm", "cm", "in", "pt", "pc", "px", ""])
def test_a_drawing_is_as_large_as_its_units_say_and_can_be_drawn(unit: str) -> None:
    shape = f'<rect width="5{unit}" height="5{unit}"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="20{unit}" height="10{unit}">{shape}</svg>'
    look = look_at("a.svg", drawing.encode())
    with Image.open(io.BytesIO(make_ready(drawing.encode(), look, 72.0).data)) as drawn:
        assert drawn.width == 220 and 104 <= drawn.height <= 112  # whole dots of the drawing itself
        assert [drawn.getpixel(place)[3] for place in ((20, 20), (200, 90))] == [255, 0]


def test_what_the_library_cannot_draw_is_refused_when_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**_: object) -> bytes:
        raise ValueError("no")

    monkeypatch.setattr(vector.resvg_py, "svg_to_bytes", fails)
    with pytest.raises(RefusedError, match="cannot be drawn"):
        look_at("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>')
