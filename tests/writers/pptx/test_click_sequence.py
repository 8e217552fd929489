"""Slides whose items appear one by one: what a click shows stands on the slide by itself and is there once."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from decks import TEMPLATES, THEME, deck, frame, slide
from lxml import etree
from pptx import Presentation

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.tree import (
    Bundle,
    Cell,
    Drawing,
    Label,
    ListBlock,
    Para,
    Path,
    ReadyPicture,
    Row,
    Shape,
    Slide,
    Table,
    TextBox,
)
from deckgen.writers.pptx import write_deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
RING = Shape("ellipse", Frame(800, 130, 90, 90), None, "accent", 9.0)
RUNNING = (
    Bundle(RING.frame, (RING,), "Time 8", "Eight minutes", "clock"),
    Bundle(RING.frame, (RING,), "Time 8 ▸", "", "countdown"),
)


def said(words: str, x: float) -> Shape:
    return Shape("round_rect", Frame(x, 150, 100, 60), "primary", text=TextBox((Label(runs(words), 20.0),)))


ONE, TWO = said("听清", 60), said("复述", 300)
ARROW = Path(((160, 180), (300, 180)), arrow=True)
STEPS = (
    Shape("rect", Frame(50, 120, 600, 200), "paper"),
    Bundle(ONE.frame, (ONE,), "听清", click=1),
    Shape("rect", Frame(200, 120, 20, 20), "accent"),
    Bundle(Frame(160, 150, 240, 60), (ARROW, TWO), "复述", click=2),
)


def no_picture(path: str) -> ReadyPicture:
    raise KeyError(path)


def written(shown: Slide, layout: str = "", build: bool = True) -> Any:
    data = write_deck(deck(replace(shown, build=build)), THEME, TEMPLATES.deck, no_picture)
    Presentation(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("ppt/slides/slide1.xml"))


def board(*shapes: Any) -> Slide:
    return slide("activity", slots={"canvas": (Drawing("steps", frame("activity", "canvas"), shapes, "Two steps"),)})


def clicks(root: Any) -> list[list[Any]]:
    """The targets of the effects of every click, in order."""
    main = next(node for node in root.iter(f"{P}cTn") if node.get("nodeType") == "mainSeq")
    return [[effect.find(f".//{P}spTgt") for effect in step.iter(f"{P}cTn") if effect.get("presetClass") == "entr"]
            for step in main.find(f"{P}childTnLst")]  # fmt: skip


def tops(root: Any) -> dict[str, str]:
    """Names of what stands on the slide by itself, by id."""
    shapes = root.find(f"{P}cSld/{P}spTree")
    return {item.get("id"): item.get("name") for child in shapes for item in child.findall(f"*/{P}cNvPr")}


def test_each_item_is_a_group_on_the_slide_that_one_click_shows() -> None:
    root = written(board(*STEPS))
    assert [[tops(root)[target.get("spid")] for target in step] for step in clicks(root)] == [["听清"], ["复述"]]
    groups = [item for item in root.iter(f"{P}cNvPr") if item.getparent().tag == f"{P}nvGrpSpPr"][1:]
    assert [item.get("name") for item in groups] == [
        "Canvas",
        "听清",
        "Canvas 2",
        "复述",
    ]  # as they lie over each other
    assert [item.get("descr") for item in groups] == ["Two steps", "听清", None, "复述"]
    assert [next(item.iter(DECORATIVE), None) is not None for item in groups] == [False, False, True, False]
    (connector,) = root.iter(f"{P}cxnSp")  # it leads from one group into the other
    ends = {connector.find(f".//{A}{end}").get("id") for end in ("stCxn", "endCxn")}
    named = {item.get("id"): item.get("name") for item in root.iter(f"{P}cNvPr")}
    assert {named[end].rstrip(" 2") for end in ends} == {"听清", "复述"}
    assert root.find(f".//{P}bldLst") is None  # groups have no list of builds


def test_the_first_item_says_what_the_drawing_shows_where_nothing_else_is_there() -> None:
    root = written(board(STEPS[1], STEPS[3]))
    assert [item.get("descr") for item in root.iter(f"{P}cNvPr") if item.get("descr")] == ["Two steps", "复述"]


def test_a_further_group_says_all_its_words_and_what_its_pictures_show() -> None:
    face = Bundle(Frame(60, 220, 40, 40), (said("Kim’s badge", 60),), "Kim", "Portrait of Kim")
    badge = replace(said("1", 60), text=TextBox((Label(runs(" 1 "), 20.0), Label(runs(""), 20.0))))
    one = Bundle(ONE.frame, (badge, ONE, face), "听清", click=1)
    known = replace(STEPS[3], alt="A step")
    root = written(board(STEPS[0], one, TWO, known, said("结果", 500)))
    groups = [item for item in root.iter(f"{P}cNvPr") if item.getparent().tag == f"{P}nvGrpSpPr"][1:]
    telling = [item.get("descr") for item in groups]
    assert telling == ["Two steps", "1 · 听清 · Portrait of Kim", "Portrait of Kim", "复述", "A step", "结果"]


def test_texts_appear_by_paragraph_with_what_stands_below_them() -> None:
    body = ListBlock((runs("one"), runs("below"), runs("two")), levels=(0, 1, 0))
    shown = slide("debrief", slots={"body": (Para(runs("zero")), body), "takeaway": (Para(runs("keep"), "takeaway"),)})
    root = written(shown)
    ranges = [[(one.get("st"), one.get("end")) for target in step for one in target.iter(f"{P}pRg")]
              for step in clicks(root)]  # fmt: skip
    assert ranges == [[("0", "0")], [("1", "1"), ("2", "2")], [("3", "3")], []]
    built = {item.get("spid"): (item.get("build"), item.get("animBg")) for item in root.iter(f"{P}bldP")}
    names = tops(root)
    assert {names[key]: how for key, how in built.items()} == {"Body": ("p", None), "Takeaway": (None, "1")}
    texts = [item.getparent().getparent() for item in root.iter(f"{P}cNvPr") if item.get("name") == "Body"]
    assert len(texts[0].findall(f"{P}txBody/{A}p")) == 4
    when = [node.get("nodeType") for node in root.iter(f"{P}cTn") if node.get("presetClass") == "entr"]
    assert when == ["clickEffect", "clickEffect", "withEffect", "clickEffect", "clickEffect"]


def test_a_table_appears_whole() -> None:
    table = Table((1.0,), (), (Row((Cell((Para(runs("cell")),)),)), Row((Cell((Para(runs("next")),)),))), "A table")
    root = written(slide("table", slots={"canvas": (table,)}))
    ((target,),) = clicks(root)
    assert not len(target) and target.get("spid") in tops(root)


def test_the_countdown_keeps_a_sequence_of_its_own() -> None:
    root = written(replace(board(*STEPS, *RUNNING), countdown=480_000))
    kinds = [node.get("nodeType") for node in root.iter(f"{P}cTn") if str(node.get("nodeType")).endswith("Seq")]
    assert kinds == ["mainSeq", "interactiveSeq"] and len(clicks(root)) == 2
    numbers = [node.get("id") for node in root.find(f"{P}timing").iter(f"{P}cTn")]
    assert len(numbers) == len(set(numbers))
    ids = {item.get("id") for item in root.iter(f"{P}cNvPr")}
    assert {target.get("spid") for target in root.find(f"{P}timing").iter(f"{P}spTgt")} < ids
    assert [*tops(root).values()][1:7] == [
        "Canvas",
        "听清",
        "Canvas 2",
        "复述",
        "Time 8",
        "Time 8 ▸",
    ]  # above all items


def test_nothing_moves_on_a_slide_that_is_not_built() -> None:
    assert written(board(*STEPS), build=False).find(f"{P}timing") is None
