"""Content controls: what is typed, chosen, dated or ticked on a screen. Refuses nothing."""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.runs import NONE, PLACEHOLDER_STYLE, write_look, write_text

BLANK = "　" * 4  # what an empty control shows: room to click into, nothing printed
_NAME_LENGTH = 60  # characters of a control's name and tag; Word takes 64
_CONTROL = Template(
    '<w:sdt><w:sdtPr>{alias}{tag}<w:id w:val="{id}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
    "<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
)
_ALIAS, _TAG = Template('<w:alias w:val="{name}"/>'), Template('<w:tag w:val="{tag}"/>')
TYPED = Markup("<w:text/>")
_DATE = Template(
    '<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="{language}"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
_CHOICE = Template("<w:dropDownList>{items}</w:dropDownList>")
_ITEM = Template('<w:listItem w:displayText="{choice}" w:value="{choice}"/>')
_CHECKBOX = Template(
    '<w:sdt><w:sdtPr>{alias}{tag}<w:id w:val="{id}"/><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="{ticked}" w14:font="{face}"/>'
    '<w14:uncheckedState w14:val="{empty}" w14:font="{face}"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}"'
    ' w:hint="eastAsia"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
)
_EMPTY_BOX, _TICKED_BOX = 0x2610, 0x2612
_LETTER_RING, _FULL = 0x24B6, 0x25CF  # A in a ring, B to Z follow; a full disc
_RING, _DISC = 0x2460, 0x2776  # the digit 1 in a ring, and in a disc; 2 to 10 follow


def write_control(ledger: Ledger, name: str, tag: str = "", kind: Markup = TYPED, shown: str = BLANK[:1]) -> Markup:
    """A control to type in; `name` is what a screen reader says, `shown` what stands there before."""
    placeholder = write_text(shown, write_look(PLACEHOLDER_STYLE))
    return _CONTROL(_alias(name), _tag(tag), ledger.control(), kind, placeholder)


def date_kind(language: str) -> Markup:
    """The kind of a control that takes a date."""
    return _DATE(language)


def choice_kind(choices: tuple[str, ...]) -> Markup:
    """The kind of a control that takes one of some words."""
    return _CHOICE(join(_ITEM(choice) for choice in dict.fromkeys(choices)))


def write_checkbox(ledger: Ledger, name: str = "", tag: str = "", sign: str = "") -> Markup:
    """A box people can tick, on screen or on paper; with a `sign`, a digit from 1 to 10 or a capital letter, that sign
    in a ring, to be ringed on paper and filled on a screen.
    """
    empty, ticked = _signs(sign)
    return _CHECKBOX(
        alias=_alias(name),
        tag=_tag(tag),
        id=ledger.control(),
        ticked=f"{ticked:04X}",
        empty=f"{empty:04X}",
        face="MS Gothic" if empty == _EMPTY_BOX else "Segoe UI Symbol",
        sign=chr(empty),
    )


def _signs(sign: str) -> tuple[int, int]:
    """The characters of a box that is empty and of one that is ticked."""
    if sign.isdecimal() and 1 <= int(sign) <= 10:
        return _RING + int(sign) - 1, _DISC + int(sign) - 1
    if len(sign) == 1 and "A" <= sign <= "Z":
        return _LETTER_RING + ord(sign) - ord("A"), _FULL
    return _EMPTY_BOX, _TICKED_BOX


def _alias(name: str) -> Markup:
    return _ALIAS(name[:_NAME_LENGTH]) if name else NONE


def _tag(tag: str) -> Markup:
    return _TAG(tag[:_NAME_LENGTH]) if tag else NONE
