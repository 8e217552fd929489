"""Text becomes XML in one place; whatever goes through it is escaped."""

import pytest
from lxml import etree

from deckgen.base.markup import Markup, Numbers, Template, encode, join, writable

SPECIAL = "a < b & \"c\" > 'd' \t\n\r 　，😀"


def read(markup: Markup) -> etree._Element:
    return etree.fromstring(str(markup))


def test_text_reads_back_from_content_and_attributes() -> None:
    element = read(Template('<a b="{attribute}">{content}</a>')(SPECIAL, SPECIAL))
    assert (element.get("b"), element.text) == (SPECIAL, SPECIAL)


def test_markup_is_not_escaped_twice() -> None:
    inner = Template("<b>{text}</b>")("x & y")
    assert Template("<a>{inner}</a>")(inner) == "<a><b>x &amp; y</b></a>"


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x0C, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_xml_cannot_carry_is_left_out_and_nothing_else(code: int) -> None:
    text = f"<a{chr(code)}b>"
    assert read(Template("<a>{text}</a>")(text)).text == "<ab>"
    assert writable(text) == "<ab>"


@pytest.mark.parametrize("code", [0x7F, 0x85, 0xA0, 0x2028, 0x200B, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1FFFE, 0x10FFFF])
def test_odd_characters_that_xml_can_carry_are_kept(code: int) -> None:
    assert read(Template("<a>{text}</a>")(f"a{chr(code)}")).text == f"a{chr(code)}"
    assert writable(chr(code)) == chr(code)


def test_places_are_filled_by_position_or_name_and_a_name_may_recur() -> None:
    pair = Template('<a x="{x}" y="{y}" again="{x}"/>')
    assert pair(1, "2") == pair(1, y="2") == pair(y="2", x=1) == '<a x="1" y="2" again="1"/>'


def test_braces_and_percent_signs_can_be_written() -> None:
    assert Template("{{{id}}} 100%")("7") == "{7} 100%"
    assert Template("plain")() == "plain"


@pytest.mark.parametrize("values", [(), (1, 2, 3)])
@pytest.mark.parametrize("template", [Template("<a>{x}{y}</a>"), Template("<a>{x}{y}{x}</a>")])
def test_too_few_and_too_many_values_are_refused(template: Template, values: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="x, y"):
        template(*values)


def test_unknown_places_are_refused() -> None:
    with pytest.raises(TypeError, match="z"):
        Template("<a>{x}</a>")(1, z=2)


@pytest.mark.parametrize("value", [None, True, b"bytes", ["list"]])
def test_what_is_neither_text_nor_a_number_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="neither text nor a number"):
        Template("<a>{x}</a>")(value)


def test_text_that_slips_in_where_markup_belongs_arrives_as_text() -> None:
    assert join([Markup("<a/>"), "<b/>"]) == "<a/>&lt;b/&gt;"  # type: ignore[list-item]
    assert encode(Markup("<a>"), "<b>\ud800") == b"<a>&lt;b&gt;"  # type: ignore[arg-type]
    assert Markup("<a>") + "<b>" == "<a>&lt;b&gt;"
    assert Markup("<a>%s</a>") % "<" == Markup("<a>{}</a>").format("<") == "<a>&lt;</a>"


def test_markup_of_another_kind_is_text_here() -> None:
    import markupsafe

    assert Template("<a>{x}</a>")(markupsafe.Markup("&nbsp;")) == "<a>&amp;nbsp;</a>"


def test_joining_keeps_the_order_and_the_type() -> None:
    pieces = [Markup("<a/>"), Markup("<b/>")]
    assert join(pieces) == "<a/><b/>"
    assert all(type(join(part)) is Markup for part in ([], pieces[:1], pieces))
    assert encode(*pieces) == b"<a/><b/>"


def test_numbers_fill_a_row_each_and_nothing_but_numbers_does() -> None:
    points = Numbers('<p x="{x}" y="{y}" share="50%"/>')
    assert points([(1, -2), (3, 4)]) == '<p x="1" y="-2" share="50%"/><p x="3" y="4" share="50%"/>'
    assert points([]) == "" and isinstance(points([]), Markup)
    for wrong in (("<", 1), (1,), (1, 2, 3)):
        with pytest.raises(TypeError):
            points([wrong])  # type: ignore[list-item]
