"""What is typed as plain text is printed as typed: in the trees of deck, workbook and guide, and in the files.

Slides alone put a space where 汉字 and Latin letters or digits touch.
"""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pptx
import pytest
import yaml
from docx.oxml.ns import qn
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckgen.pipeline.build import Request, build
from deckgen.source.reader import read_source
from deckgen.text.marks import find_mistakes
from deckgen.text.scan import MARKS
from deckgen.text.spacing import NO_BREAK
from examples import some
from typed_course import IN_DECK, IN_GUIDE, IN_WORKBOOK, KEYS, compose, quoted, words_of, write_course

HAN = "[\\u4e00-\\u9fff]"
LATIN = "[0-9A-Za-zÀ-ɏ]"
MEETING = re.compile(f"(?<={HAN}) (?={LATIN})|(?<={LATIN}) (?={HAN})")


def printed(texts: dict[str, str]) -> tuple[list[str], list[str], list[str]]:
    """What stands in deck, workbook and guide."""
    deck, workbook, guide = compose({key: quoted(text) for key, text in texts.items()})
    return list(words_of(deck.sections)), list(words_of(workbook.sections)), list(words_of(guide.sections))


def is_typed(text: str, shown: str, *, slide: bool) -> bool:
    """Whether the text stands in what is shown; on a slide some spaces may have been put in."""
    if text in shown:
        return True
    return slide and any(text == _without(shown[at:], text) for at in range(len(shown)) if shown[at] == text[0])


def _without(shown: str, text: str) -> str:
    """The beginning of `shown` that spells the text, less the spaces that slides put in."""
    made = ""
    at = 0
    while at < len(shown) and len(made) < len(text):
        gap = shown[at] == " " and text[len(made)] != " " and MEETING.match(shown, at)
        made += "" if gap else shown[at]
        at += 1
    return made


def assert_printed(texts: dict[str, str], shown: tuple[list[str], list[str], list[str]], meant: dict[str, str]) -> None:
    for keys, words, slide in zip((IN_DECK, IN_WORKBOOK, IN_GUIDE), shown, (True, False, False), strict=True):
        for key in keys:
            spaced = (word.replace(NO_BREAK, " ") for word in words)
            assert any(is_typed(meant[key], word, slide=slide) for word in spaced), (key, texts[key], meant[key])


PIECES = [
    "交接",
    "三分钟",
    "热线",
    "的",
    "7*24",
    "3*4*5",
    "5 * 3",
    "2**10",
    "姓名_部门",
    "first_name",
    "C#",
    "#号键",
    "按*号键",
    "“*”键",
    "（*）",
    "50%",
    "R&D",
    "a<b",
    "x > 3",
    "1~2 天",
    "A|B",
    "3#",
    "@你",
    "SMART",
    "Word 2021",
    "1,299.00",
    "￥3 000",
    "，",
    "。",
    "：",
    "、",
    "“好”",
    "《手册》",
    "（见后）",
    "(ok)",
    "……",
    "——",
    " ",
    "  ",
    "　",
    "!",
    "？",
    "-",
    "+1",
    "=",
    "____",
    "C:\\profile",
    "\\\\host\\share",
    "[注]",
    "【重点】",
    "é",
    "…",
    "·",
    "😀",
    "12:30",
    "x²",
]
plain_texts = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8)
    .map(lambda pieces: "".join(pieces).strip(" "))
    .filter(lambda text: bool(text.strip()) and not list(find_mistakes(text)))
)


@settings(max_examples=some(40), deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(KEYS, plain_texts)))
def test_plain_text_is_printed_as_typed(texts: dict[str, str]) -> None:
    assert_printed(texts, printed(texts), texts)


def escaped(text: str) -> str:
    """The text with a backslash before every mark, and before the full stop of a number it begins with."""
    made = "".join(f"\\{char}" if char in MARKS else char for char in text)
    return re.sub(r"\A([0-9]+)\.", r"\1\\.", made)


anything = (
    st.text("交接三ab12 *_`[]<>#~=|{}!&-+()（），。：“”.;:'\"%/　", min_size=1, max_size=24)
    .map(lambda text: text.strip(" "))
    .filter(lambda text: bool(text.strip()))
)


@settings(max_examples=some(40), deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(KEYS, anything)))
def test_every_mark_can_be_printed(texts: dict[str, str]) -> None:
    """With backslashes before its marks any text is printed as typed."""
    typed = {key: escaped(text) for key, text in texts.items()}
    assert_printed(typed, printed(typed), texts)


@settings(max_examples=some(60), deadline=None)
@given(plain_texts, st.sampled_from(["plain", "double", "folded", "literal"]))
def test_every_way_of_writing_a_text_down_reads_the_same(text: str, style: str) -> None:
    source = {
        "plain": text, "double": '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "folded": f">-\n  {text}", "literal": f"|-\n  {text}",
    }[style]  # fmt: skip
    try:
        assume(yaml.safe_load(f"x: {source}\n")["x"] == text)
    except (yaml.YAMLError, TypeError):
        assume(False)
    value, found = read_source(Path("main.yaml"), Path(), lambda _: f"x: {source}\n".encode(), keep_folds=True)
    assume(not found)
    assert value["x"] == text


SAMPLES = [
    "热线 7*24 小时，坐席 5*8 小时",
    "满分=3*4*5",
    "*号键转人工，按#号键结束，再按*号键返回",
    "文件名写成 姓名_部门_日期",
    "见 交接_模板_新版.xlsx",
    "主持 王强 记录 李丽",
    "姓 名：＿＿ 日 期：＿＿",
    "完成率 > 50% 且 R&D < 3",
    "C:\\profile",
    "“*”键和（*）键",
    "￥1,299.00/月，同比 +12.5%",
    "……《班组长手册》（第 3 版）",
    "甲　乙  丙",
]


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, len(SAMPLES), 4))
def test_plain_text_is_printed_as_typed_in_files(start: int, tmp_path: Path) -> None:
    """Read back by python-pptx and python-docx."""
    texts = {key: SAMPLES[(start + number) % len(SAMPLES)] for number, key in enumerate(KEYS)}
    (tmp_path / "course.yaml").write_text(write_course({key: quoted(text) for key, text in texts.items()}), "utf-8")
    outcome = build(Request(courses=(str(tmp_path),), out=tmp_path / "build"))
    assert not outcome.failed, outcome.diagnostics
    files = {path.stem.rpartition("-")[2]: path for made in outcome.made for path in made.files}
    slides = pptx.Presentation(str(files["deck"])).slides
    frames = [shape.text_frame for slide in slides for shape in slide.shapes if shape.has_text_frame]
    frames += [slide.notes_slide.notes_text_frame for slide in slides if slide.has_notes_slide]
    deck = [paragraph.text for frame in frames if frame is not None for paragraph in frame.paragraphs]
    books = [_paragraphs(files[kind]) for kind in ("workbook", "guide")]
    assert_printed(texts, (deck, books[0], books[1]), texts)


def _paragraphs(path: Path) -> list[str]:
    body = docx.Document(str(path)).element.body
    return ["".join(part.text or "" for part in found.iter(qn("w:t"))) for found in body.iter(qn("w:p"))]
