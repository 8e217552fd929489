"""Words of headers and footers: their paragraphs, what stands between tabs, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.theme.theme import Align

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIZE = 8.0  # points of a line of the house


def paragraphs_of(root: Any) -> Iterator[Any]:
    """Paragraphs of a header that stand in its text or in its tables, not in drawings."""
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}txbxContent"), None) is None:
            yield paragraph


def stretches_of(paragraph: Any) -> list[tuple[str, bool]]:
    """Text between tabs, and whether it holds a field or words to be filled in."""
    stretches: list[tuple[str, bool]] = [("", False)]
    depth, hidden = 0, {id(item) for sdt in paragraph.iter(f"{W}sdt") if _shows_sample(sdt) for item in sdt.iter()}
    for element in paragraph.iter(
        f"{W}t", f"{W}tab", f"{W}fldChar", f"{W}fldSimple", f"{W}sdt", f"{W}ptab", f"{W}sym", f"{W}br"
    ):
        name, (text, is_field) = element.tag, stretches[-1]
        if next(element.iterancestors(f"{W}pPr", f"{W}txbxContent"), None) is not None:
            continue
        if name == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            stretches[-1] = text, True
        elif name == f"{W}fldSimple" or id(element) in hidden:
            stretches[-1] = text, True
        elif depth > 0 or next(element.iterancestors(f"{W}fldSimple"), None) is not None:
            continue
        elif name in (f"{W}tab", f"{W}ptab"):
            stretches.append(("", False))
        elif name == f"{W}t":
            stretches[-1] = text + (element.text or ""), is_field
        elif name in (f"{W}sym", f"{W}br"):
            stretches[-1] = text + " ", is_field
    return stretches


def _shows_sample(sdt: Any) -> bool:
    properties = sdt.find(f"{W}sdtPr")
    return properties is not None and any(
        properties.find(f"{W}{name}") is not None for name in ("showingPlcHdr", "dataBinding")
    )


def alignment_of(paragraph: Any) -> Align:
    """To which side the words of a paragraph stand."""
    value = paragraph.find(f"{W}pPr/{W}jc") if paragraph is not None else None
    word = value.get(f"{W}val", "") if value is not None else ""
    return "center" if word == "center" else "right" if word in ("right", "end") else "left"


def width_of(text: str) -> float:
    """The width of a line of the house in points."""
    return SIZE * sum(1.0 if ord(char) >= 0x2E80 else 0.56 for char in text)
