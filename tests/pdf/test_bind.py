"""PDF files lose their hour and nothing else, and become packs that keep tags and bookmarks."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader

from deckgen.pdf.bind import Part, bind, settle
from pdf.fakes import tagged


def _read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def test_a_file_has_no_hour_and_keeps_all_else() -> None:
    early, late = (tagged("One", 2, made=made) for made in ("D:20260101000000Z", "D:20271231235959Z"))
    assert early != late
    settled = settle(early)
    assert settled == settle(late) == settle(early)
    read = _read(settled)
    assert read.metadata is not None and read.metadata.title == "One" and read.metadata.creation_date is None
    assert len(read.pages) == 2 and [item.title for item in read.outline] == ["One 1", "One 2"]  # type: ignore[union-attr]
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_each_part_of_a_pack_begins_on_a_right_hand_page() -> None:
    parts = [Part("A", tagged("a", 1)), Part("B", tagged("b", 3)), Part("C", tagged("c", 2))]
    read = _read(bind("Pack", "Someone", "en-GB", parts))
    starts = {item.title: read.get_destination_page_number(item) for item in read.outline if not isinstance(item, list)}
    assert starts == {"A": 0, "B": 2, "C": 6} and len(read.pages) == 8
    assert [page.mediabox.width for page in read.pages] == [300] * 8
    below = [[item.title for item in items] for items in read.outline if isinstance(items, list)]  # type: ignore[union-attr]
    assert below == [["a 1"], ["b 1", "b 2", "b 3"], ["c 1", "c 2"]]
    assert read.metadata is not None and (read.metadata.title, read.metadata.author) == ("Pack", "Someone")
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_tags_of_all_parts_become_those_of_one_document() -> None:
    read = _read(
        bind("Pack", "", "en", [Part("A", tagged("a", 1, linked=True)), Part("B", tagged("b", 2, linked=True))])
    )
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    tree = root["/StructTreeRoot"]
    (document,) = tree["/K"]
    tags = [tag.get_object() for tag in document.get_object()["/K"]]
    assert [tag["/Alt"] for tag in tags] == ["a 1", "link", "b 1", "b 2", "link"]
    assert all(tag.raw_get("/P").get_object() == document.get_object() for tag in tags)
    pages = [read.get_page_number(tag["/Pg"]) for tag in tags]
    assert pages == [0, 0, 2, 3, 2]
    assert tree["/RoleMap"]["/Custom"] == "/H1"
    numbers = tree["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], (item.get_object() for item in numbers[1::2]), strict=True))
    assert sorted(owners) == [0, 1, 2, 3, 4] and tree["/ParentTreeNextKey"] == 5
    for at, alt in ((0, "a 1"), (2, "b 1"), (3, "b 2")):
        (tag,) = owners[read.pages[at]["/StructParents"]]
        assert tag.get_object()["/Alt"] == alt
    links = [read.pages[at]["/Annots"][0].get_object()["/StructParent"] for at in (0, 2)]  # type: ignore[index]
    assert links == [1, 4] and all(owners[at]["/Alt"] == "link" for at in links)


def test_a_part_without_tags_is_bound_like_any_other() -> None:
    bare = _read(tagged("bare", 1))
    del bare.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[union-attr]
    from pypdf import PdfWriter

    stream = io.BytesIO()
    PdfWriter(clone_from=bare).write(stream)
    read = _read(bind("Pack", "", "en", [Part("A", stream.getvalue())]))
    assert len(read.pages) == 1 and "/StructTreeRoot" not in read.trailer["/Root"]  # type: ignore[operator]
