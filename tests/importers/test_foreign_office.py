"""Word outlines and PowerPoint decks into pieces."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import docx
import pptx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx.util import Inches

from deckgen.importers.pieces import Material, walk
from deckgen.importers.powerpoint import read_powerpoint
from deckgen.importers.word import read_word


def png() -> io.BytesIO:
    """A picture of one pixel."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\1\2\3")),
        (b"IEND", b""),
    ]
    chunks = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunks)


def saved(file: Any) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def add_link(paragraph: Any, address: str, words: str) -> None:
    link = OxmlElement("w:hyperlink")
    key = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link.set(qn("r:id"), key)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


@pytest.fixture(scope="module")
def outline() -> Material:
    made = docx.Document()
    made.add_paragraph("班前交接", style="Title")
    made.add_heading("第一讲 三个问题（40分钟）", 1)
    made.add_heading("什么没结", 2)
    body = made.add_paragraph("先说")
    body.add_run("没结的").bold = True
    body.add_run("，再看 7*24 的")
    add_link(body, "https://example.com/log", "日志")
    add_link(body, "file:///s:/log", "共享盘")
    for text, style in (("一行一件", "List Bullet"), ("写名字", "List Bullet 2"), ("写钟点", "List Bullet")):
        made.add_paragraph(text, style=style)
    made.add_paragraph("小组研讨：昨天漏了哪一问？（10分钟）")
    made.add_paragraph("先听", style="List Number")
    made.add_paragraph("再复述", style="List Number")
    made.add_paragraph("说了，复述了，才算交了。", style="Quote")
    table = made.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ("事项", "谁", "退款", "王强"), strict=True
    ):
        cell.text = text
    made.add_picture(png())
    made.styles.add_style("Source Code", WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph("for case in log:", style="Source Code")
    made.add_paragraph("    close(case)", style="Source Code")
    return read_word(saved(made), "a.docx")


def test_a_word_outline_comes_with_its_parts(outline: Material) -> None:
    found = list(walk(outline.pieces))
    assert outline.title == "班前交接"
    assert [(piece.text, piece.level, piece.minutes) for piece in found if piece.kind == "heading"] == [
        ("第一讲 三个问题", 1, 40), ("什么没结", 2, 0),
    ]  # fmt: skip
    assert found[2].text == "先说**没结的**，再看 7*24 的[日志](https://example.com/log)共享盘"
    assert found[3].text == "- 一行一件\n  - 写名字\n- 写钟点"
    talk = next(piece for piece in found if piece.kind == "discussion")
    assert (talk.text, talk.minutes) == ("小组研讨：昨天漏了哪一问？", 10)
    assert talk.inside[-1].text == "1. 先听\n2. 再复述"
    assert next(piece for piece in found if piece.kind == "table").rows == (("事项", "谁"), ("退款", "王强"))
    assert next(piece for piece in found if piece.kind == "code").text == "for case in log:\n    close(case)"
    picture = next(piece for piece in found if piece.kind == "picture")
    assert outline.pictures[picture.word].startswith(b"\x89PNG")
    assert [(left.line, left.what) for left in outline.unplaced] == [
        (4, "the link to file:///s:/log; its words are kept")
    ]


def test_a_deck_comes_with_titles_texts_tables_pictures_and_notes() -> None:
    made = pptx.Presentation()
    cover = made.slides.add_slide(made.slide_layouts[0])
    cover.shapes.title.text = "班前交接"
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "三个问题 (15 min)"
    frame = slide.placeholders[1].text_frame
    frame.text = "什么没结"
    for text, level in (("一行一件", 1), ("谁负责", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    slide.notes_slide.notes_text_frame.text = "先问一句。\n再等五秒。"
    shown = made.slides.add_slide(made.slide_layouts[5])
    shown.shapes.title.text = "交接单"
    table = shown.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    for cell, text in zip(table.iter_cells(), ("事项", "谁", "退款", "王强"), strict=True):
        cell.text = text
    shown.shapes.add_picture(png(), Inches(1), Inches(4), Inches(1))
    task = made.slides.add_slide(made.slide_layouts[1])
    task.shapes.title.text = "小组讨论：哪一问漏了？"
    task.placeholders[1].text_frame.text = "每桌一条"
    material = read_powerpoint(saved(made), "a.pptx")
    found = list(walk(material.pieces))
    assert material.title == "班前交接"
    assert [(piece.text, piece.line, piece.minutes) for piece in found if piece.kind == "heading"] == [
        ("三个问题", 2, 15), ("交接单", 3, 0),
    ]  # fmt: skip
    assert next(piece for piece in found if piece.kind == "list").text == "- 什么没结\n  - 一行一件\n- 谁负责"
    told = next(piece for piece in found if piece.kind == "told")
    assert [piece.text for piece in told.inside] == ["先问一句。", "再等五秒。"]
    assert next(piece for piece in found if piece.kind == "table").rows[0] == ("事项", "谁")
    assert material.pictures[next(piece for piece in found if piece.kind == "picture").word].startswith(b"\x89PNG")
    talk = next(piece for piece in found if piece.kind == "discussion")
    assert (talk.text, [piece.text for piece in talk.inside]) == (
        "小组讨论：哪一问漏了？",
        ["哪一问漏了？", "每桌一条"],
    )


@pytest.mark.parametrize("read", [read_word, read_powerpoint])
def test_what_is_no_such_file_is_refused(read: Any) -> None:
    with pytest.raises(ValueError, match="it is no"):
        read(b"PK\x03\x04 nothing", "a")
