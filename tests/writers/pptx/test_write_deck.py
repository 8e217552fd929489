import io
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from decks import NOTES, PROPERTIES, TEMPLATES, THEME, chart, deck, every_layout, show, slide, text
from lxml import etree
from pptx import Presentation

from deckgen.base.runs import Run, plain, runs
from deckgen.base.units import Frame
from deckgen.model.diagrams.questions import Questions
from deckgen.theme.geometry import Holder, Layout, SlotBox
from deckgen.theme.office.parts import open_package
from deckgen.tree import Callout, Cell, Deck, DeckSection, Diagram, ListBlock, Para, Row, Slot, Table
from deckgen.writers.drawingml.names import A
from deckgen.writers.pptx import write_deck
from deckgen.writers.pptx.markup import P
from tools import pdf_pages, to_pdf, validate

NS = {"a": A, "p": P, "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_deck(every_layout(), THEME, TEMPLATES.deck, show)


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    return open_package(data)


def slides(parts: dict[str, bytes]) -> list[Any]:
    names = sorted((n for n in parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)), key=lambda n: int(n[16:-4]))
    return [etree.fromstring(parts[name]) for name in names]


def test_equal_decks_give_equal_bytes(data: bytes) -> None:
    assert write_deck(every_layout(), THEME, TEMPLATES.deck, show) == data


def test_python_pptx_reads_titles_layouts_and_notes_back(data: bytes) -> None:
    presentation = Presentation(io.BytesIO(data))
    expected = every_layout().slides
    assert [s.shapes.title.text for s in presentation.slides] == [plain(s.title) for s in expected]
    assert [s.slide_layout.name for s in presentation.slides] == [THEME.layouts[s.layout] for s in expected]
    for found, wanted in zip(presentation.slides, expected, strict=True):
        assert found.has_notes_slide == bool(wanted.notes)
        if wanted.notes:
            assert found.notes_slide.notes_text_frame.text == "\n".join(plain(p.runs) for p in wanted.notes)


def test_lists_of_notes_have_marks_and_links_to_other_slides_are_words_there() -> None:
    listed = ListBlock((runs("一"), runs("二")), "number", start=3), ListBlock((runs("三"), runs("四")), levels=(0, 1))
    said = Para((Run("下一页", href="#s2"), Run("网页", href="https://x.test/")))
    made = Deck(
        PROPERTIES, (DeckSection("a", "甲", (slide("close", id="s1", notes=(said, *listed)), slide("close", id="s2"))),)
    )
    parts = open_package(write_deck(made, THEME, TEMPLATES.deck, show))
    notes = etree.fromstring(parts["ppt/notesSlides/notesSlide1.xml"])
    items = notes.findall(".//a:buAutoNum", NS)
    assert [item.get("startAt") for item in items] == ["3", "3"]
    assert [item.getparent().get("lvl") for item in notes.findall(".//a:buChar", NS)] == [None, "1"]
    related = parts["ppt/notesSlides/_rels/notesSlide1.xml.rels"].decode()
    assert related.count('/relationships/slide"') == 1, "a notes part relates to its own slide only"
    assert 'Target="https://x.test/" TargetMode="External"' in related
    assert len(notes.findall(".//a:hlinkClick", NS)) == 1


def test_boxes_of_notes_keep_their_title_and_tables_their_cells_apart() -> None:
    box = Callout("tip", runs("当心"), (Para(runs("先问再说")),))
    rows = [
        Row(tuple(Cell((Para(runs(word)),)) for word in words)) for words in (("甲", "乙", "丙"), ("一", "二", "三"))
    ]
    table = Table((1.0, 1.0, 1.0), (rows[0],), (rows[1],), "")
    shown = Deck(PROPERTIES, (DeckSection("a", "甲", (slide("close", id="s1", notes=(box, table)),)),))
    notes = etree.fromstring(
        open_package(write_deck(shown, THEME, TEMPLATES.deck, show))["ppt/notesSlides/notesSlide1.xml"]
    )
    texts = ["".join(part.text for part in line.iter(f"{{{A}}}t")) for line in notes.iter(f"{{{A}}}p")]
    assert texts[:4] == ["当心", "先问再说", "甲 | 乙 | 丙", "一 | 二 | 三"]


def test_label_lines_of_notes_are_bold(parts: dict[str, bytes]) -> None:
    notes = etree.fromstring(next(parts[name] for name in sorted(parts) if name.startswith("ppt/notesSlides/notes")))
    weights = [(node.find("a:rPr", NS).get("b"), node.find("a:t", NS).text) for node in notes.iterfind(".//a:r", NS)]
    assert [text for bold, text in weights if bold == "1"] == ["要点", "提问"]


def test_texts_of_slots_stand_in_placeholders_only(parts: dict[str, bytes]) -> None:
    for tree in slides(parts):
        for shape in tree.iterfind("p:cSld/p:spTree/p:sp", NS):
            assert shape.find("p:nvSpPr/p:nvPr/p:ph", NS) is not None


def test_every_run_has_its_language_and_nothing_shrinks(parts: dict[str, bytes]) -> None:
    for name, part in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            tree = etree.fromstring(part)
            for run in tree.iterfind(".//a:rPr", NS):
                assert (run.get("lang"), run.get("altLang")) == ("zh-CN", "en-US"), name
            assert b"normAutofit" not in part and b"spAutoFit" not in part


def test_reading_order_is_title_lead_body_canvas_takeaway_furniture() -> None:
    mixed = slide("recap", "标题", {"takeaway": text("末"), "body": text("中")}, source="来源")
    tree = slides(open_package(write_deck(deck(mixed), THEME, TEMPLATES.deck, show)))[0]
    names = [node.get("name") for node in tree.iterfind("p:cSld/p:spTree/p:sp/p:nvSpPr/p:cNvPr", NS)]
    assert names == ["Title", "Body", "Takeaway", "Source", "Breadcrumb", "Page"]


def test_a_lead_is_read_before_what_stands_beside_it() -> None:
    shown = slide("visual", "标题", {"canvas": (chart(),), "lead": text("先")})
    tree = slides(open_package(write_deck(deck(shown), THEME, TEMPLATES.deck, show)))[0]
    names = [node.get("name") for node in tree.iterfind("p:cSld/p:spTree//p:cNvPr", NS)]
    assert [name for name in names if name in ("Title", "Lead", "Canvas", "Source")] == [
        "Title", "Lead", "Canvas", "Source",
    ]  # fmt: skip


def test_shape_ids_are_unique_on_each_slide(parts: dict[str, bytes]) -> None:
    for tree in slides(parts):
        ids = [node.get("id") for node in tree.iterfind(".//p:cNvPr", NS)]
        assert len(ids) == len(set(ids))


def test_every_object_says_what_it_shows(parts: dict[str, bytes]) -> None:
    found = 0
    for tree in slides(parts):
        for kind in ("grpSp/p:nvGrpSpPr", "graphicFrame/p:nvGraphicFramePr", "pic/p:nvPicPr"):
            for node in tree.iterfind(f"p:cSld/p:spTree/p:{kind}/p:cNvPr", NS):
                found += 1
                assert node.get("descr")
    assert found == 10


def test_a_picture_without_words_is_marked_decorative() -> None:
    from deckgen.tree import Picture

    one = slide("visual", "图", {"canvas": (Picture("a.png", "", 4, 2),)})
    tree = slides(open_package(write_deck(deck(one), THEME, TEMPLATES.deck, show)))[0]
    assert b"decorative" in etree.tostring(tree.find(".//p:pic", NS))


def test_a_picture_keeps_its_aspect_and_is_stored_once() -> None:
    from deckgen.tree import Picture

    one = slide("visual", "图", {"canvas": (Picture("a.png", "甲", 300, 100),)}, id="a")
    two = slide("visual", "图二", {"canvas": (Picture("a.png", "乙", 300, 100),)}, id="b")
    parts = open_package(write_deck(deck(one, two), THEME, TEMPLATES.deck, show))
    assert [name for name in parts if name.startswith("ppt/media/")] == ["ppt/media/image1.png"]
    extent = slides(parts)[0].find(".//p:pic/p:spPr/a:xfrm/a:ext", NS)
    assert round(int(extent.get("cx")) / int(extent.get("cy")), 3) == 3.0
    assert b'Extension="png" ContentType="image/png"' in parts["[Content_Types].xml"]


def test_cover_and_close_have_no_furniture_all_others_have(parts: dict[str, bytes]) -> None:
    expected = every_layout().slides
    for number, (tree, wanted) in enumerate(zip(slides(parts), expected, strict=True), 1):
        fields = tree.findall(".//a:fld", NS)
        if wanted.layout in ("cover", "close"):
            assert fields == []
        else:
            assert [field.find("a:t", NS).text for field in fields] == [str(number)]
            assert wanted.breadcrumb in "".join(tree.itertext())


def test_sections_hold_every_slide_once_under_fixed_ids(parts: dict[str, bytes]) -> None:
    tree = etree.fromstring(parts["ppt/presentation.xml"])
    sections = tree.findall(".//p14:section", NS)
    assert [section.get("name") for section in sections] == ["开场", "演练与收尾"]
    listed = [node.get("id") for node in tree.iterfind("p:sldIdLst/p:sldId", NS)]
    assert [node.get("id") for node in tree.iterfind(".//p14:sldId", NS)] == listed
    assert len({section.get("id") for section in sections}) == 2
    order = [etree.QName(child).localname for child in tree]
    assert order.index("handoutMasterIdLst") < order.index("sldIdLst") < order.index("sldSz")
    assert order[-1] == "extLst"


def test_inner_links_lead_to_the_slides_part(parts: dict[str, bytes]) -> None:
    ids = [s.id for s in every_layout().slides]
    recap = ids.index("recap.s1") + 1
    target = f'Target="slide{ids.index("visual.s1") + 1}.xml"'.encode()
    links = parts[f"ppt/slides/_rels/slide{recap}.xml.rels"]
    assert target in links
    assert b'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"' in links


def test_every_relationship_leads_to_a_part_and_every_part_has_a_type(parts: dict[str, bytes]) -> None:
    import posixpath

    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {node.get("PartName") for node in types if node.get("PartName")}
    suffixes = {node.get("Extension") for node in types if node.get("Extension")}
    assert all(name[1:] in parts for name in named)
    for name in parts:
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            for item in etree.fromstring(parts[name]):
                if item.get("TargetMode") != "External":
                    assert posixpath.normpath(posixpath.join(base, item.get("Target"))) in parts, name
        elif name.endswith(".xml") and name != "[Content_Types].xml":
            assert f"/{name}" in named, name
        assert name.rpartition(".")[2] in suffixes or f"/{name}" in named


def test_properties_are_the_decks_own(parts: dict[str, bytes], data: bytes) -> None:
    core = Presentation(io.BytesIO(data)).core_properties
    assert (core.title, core.author, core.language, core.version) == ("一线客服经理", "课程组", "zh-CN", "1.2")
    assert core.created.isoformat().startswith("2025-03-01T00:00:00")
    app = parts["docProps/app.xml"].decode()
    assert "<Slides>16</Slides><Notes>7</Notes>" in app
    assert all(plain(s.title) in app for s in every_layout().slides)


def test_titles_set_smaller_or_larger_say_so() -> None:
    one = replace(slide("cover", "很长的课程名称"), title_size=32.0)
    tree = slides(open_package(write_deck(deck(one), THEME, TEMPLATES.deck, show)))[0]
    assert tree.find(".//a:rPr", NS).get("sz") == "3200"
    kept = slides(open_package(write_deck(deck(slide("cover", "名称")), THEME, TEMPLATES.deck, show)))[0]
    assert kept.find(".//a:rPr", NS).get("sz") is None


def test_slots_are_moved_only_when_fit_moved_them() -> None:
    base = slide("text", "标题", {"body": text("正文")})
    slot = base.slots[0]
    assert slot.frame is not None
    moved = replace(base, slots=(replace(slot, frame=slot.frame._replace(y=200.0)),))
    places = [
        slides(open_package(write_deck(deck(one), THEME, TEMPLATES.deck, show)))[0].findall(".//p:sp/p:spPr/a:xfrm", NS)
        for one in (base, moved)
    ]
    assert [len(found) for found in places] == [0, 1]


def test_special_characters_survive() -> None:
    title = '<工时> & "首解率" > 80%'
    data = write_deck(deck(slide("text", title, {"body": text(title)})), THEME, TEMPLATES.deck, show)
    assert Presentation(io.BytesIO(data)).slides[0].shapes.title.text == title


def test_what_fit_must_have_settled_is_refused() -> None:
    diagram = Diagram(Questions(rows=()), "图")
    with pytest.raises(TypeError, match="Diagram"):
        write_deck(deck(slide("visual", "图", {"canvas": (diagram,)})), THEME, TEMPLATES.deck, show)
    with pytest.raises(KeyError, match="no slot takeaway"):
        stray = replace(slide("text"), slots=(Slot("takeaway", text("x")),))
        write_deck(deck(stray), THEME, TEMPLATES.deck, show)


def test_a_deck_without_slides_is_still_a_deck() -> None:
    data = write_deck(Deck(PROPERTIES, ()), THEME, TEMPLATES.deck, show)
    assert len(Presentation(io.BytesIO(data)).slides) == 0


def many(count: int) -> Deck:
    pattern = every_layout().slides
    made = tuple(replace(pattern[at % len(pattern)], id=f"s{at}", notes=NOTES) for at in range(count))
    return Deck(PROPERTIES, (DeckSection("M", "全部", made),))


@pytest.mark.slow
def test_time_grows_with_the_slides_and_not_faster() -> None:
    def seconds(count: int) -> float:
        big = many(count)
        start = time.process_time()
        write_deck(big, THEME, TEMPLATES.deck, show)
        return time.process_time() - start

    seconds(100)
    small, large = seconds(600), seconds(2400)
    assert large < 12
    assert large < 4 * small * 1.8


@pytest.mark.slow
def test_the_validator_finds_nothing(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert validate(path) == []


@pytest.mark.slow
def test_libreoffice_renders_every_slide(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert pdf_pages(to_pdf(path, tmp_path)) == len(every_layout().slides)


def test_every_placeholder_of_a_slide_is_one_of_its_layout(data: bytes) -> None:
    """As python-pptx pairs them: by index, and of the same kind and name."""
    count = 0
    for one in Presentation(io.BytesIO(data)).slides:
        there = {item.placeholder_format.idx: item for item in one.slide_layout.placeholders}
        for shape in one.placeholders:
            paired = there[shape.placeholder_format.idx]
            assert shape.placeholder_format.type == paired.placeholder_format.type
            assert shape.name == paired.name
            count += 1
    assert count > 60


@pytest.mark.parametrize(
    ("holder", "markup"),
    [
        (Holder("Canvas"), "<p:ph/>"),
        (Holder("Title", "title"), '<p:ph type="title"/>'),
        (Holder("Body", "body", 1), '<p:ph type="body" idx="1"/>'),
        (Holder("Side", "body", 13, "vert", "quarter"), '<p:ph type="body" orient="vert" sz="quarter" idx="13"/>'),
    ],
)
def test_a_placeholder_is_referred_to_by_what_is_not_usual(holder: Holder, markup: str) -> None:
    box = SlotBox(Frame(40, 20, 800, 80), holder=holder)
    geometry = replace(TEMPLATES.deck.geometry, layouts={"text": Layout("text", "Text", {"title": box}, LAYOUT)})
    template = replace(TEMPLATES.deck, geometry=geometry)
    one = slide("text", breadcrumb="")
    written = open_package(write_deck(deck(one), THEME, template, show))["ppt/slides/slide1.xml"]
    assert f"<p:nvPr>{markup}</p:nvPr>" in written.decode()


LAYOUT = TEMPLATES.deck.geometry.layouts["text"].part


def test_hidden_slides_are_not_shown_and_are_counted() -> None:
    shown, hidden = slide("text", id="a"), replace(slide("text", id="b"), hidden=True)
    made = open_package(write_deck(deck(shown, hidden), THEME, TEMPLATES.deck, show))
    assert [tree.get("show") for tree in slides(made)] == [None, "0"]
    assert b"<HiddenSlides>1</HiddenSlides>" in made["docProps/app.xml"]
