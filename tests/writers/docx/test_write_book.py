"""Whole books as packages: parts, styles that agree with the theme, equal bytes, judges' verdicts."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from books import default_faces, guide, workbook
from deckgen.paginate import BookLayout, lay_out_book, resolve_pages
from deckgen.theme import BookTemplate, Theme
from deckgen.theme.boxes import rule_above_height, rule_height
from deckgen.theme.office.facts import BookFacts
from deckgen.theme.office.prepared import learn
from deckgen.tree import Book, ReadyPicture
from deckgen.writers.docx import write_book
from deckgen.writers.docx.markup import W
from deckgen.writers.docx.style_ids import PLAIN, style_id
from deckgen.writers.docx.styles import write_styles
from default_theme import TEMPLATES, THEME
from tools import pdf_pages, pdftotext, to_pdf, validate

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "00000005000100a5f645400000000049454e44ae426082"
)
SHOWN = ReadyPicture(PIXEL, "png")


def lay_out(book: Book) -> BookLayout:
    layout, diagnostics = lay_out_book(book, THEME, default_faces(THEME))
    assert not diagnostics
    resolved, missing = resolve_pages(layout.book, layout.anchors)
    assert not missing
    return replace(layout, book=resolved)


def parts_of(book: Book, theme: Theme = THEME) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_book(lay_out(book).book, theme, TEMPLATES.book, lambda _: SHOWN))) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(workbook(2, "assets/a.png"))


def test_equal_books_give_equal_bytes() -> None:
    book = lay_out(workbook(1)).book
    one, two = (write_book(book, THEME, TEMPLATES.book, lambda _: SHOWN) for _ in range(2))
    assert one == two


def test_every_part_is_wired(parts: dict[str, bytes]) -> None:
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {r.get("Target") for r in relations if r.get("TargetMode") != "External"}
    document = parts["word/document.xml"].decode()
    used = set(re.findall(r'r:(?:id|embed)="(rId\d+)"', document))
    known = {r.get("Id") for r in relations}
    assert used <= known
    assert {f"word/{target}" for target in targets} <= parts.keys()
    assert "word/media/image1.png" in parts
    types = parts["[Content_Types].xml"].decode()
    for name in parts:
        suffix = name.rsplit(".", 1)[-1]
        assert f'PartName="/{name}"' in types or f'Extension="{suffix}"' in types


def test_every_part_is_told_by_its_kind(parts: dict[str, bytes]) -> None:
    kinds = {
        node.get("PartName", ""): node.get("ContentType") for node in etree.fromstring(parts["[Content_Types].xml"])
    }
    told = {name: str(kinds.get(f"/{name}")).rpartition(".")[2] for name in parts if not name.endswith(".rels")}
    assert told["word/document.xml"] == "main+xml"
    assert told["docProps/core.xml"] == "core-properties+xml" and told["docProps/app.xml"] == "extended-properties+xml"
    for kind in ("styles", "settings", "numbering", "fontTable"):
        assert told[f"word/{kind}.xml"] == f"{kind}+xml"
    for name, kind in told.items():
        for folder, expected in (
            ("word/header", "header+xml"),
            ("word/footer", "footer+xml"),
            ("word/charts/", "chart+xml"),
        ):
            assert not name.startswith(folder) or kind == expected, name


def test_styles_agree_with_the_theme(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/styles.xml"])
    for role, style in THEME.book_text.items():
        (element,) = root.xpath(f"w:style[@w:styleId='{style_id(role)}']", namespaces={"w": W})
        spacing = element.find(f".//{{{W}}}spacing")
        assert element.find(f"{{{W}}}name").get(f"{{{W}}}val") == style.name
        assert spacing.get(f"{{{W}}}lineRule") == "exact"
        assert int(spacing.get(f"{{{W}}}line")) == round(style.line * 20)
        assert int(spacing.get(f"{{{W}}}before")) == round(style.before * 20)
        assert int(spacing.get(f"{{{W}}}after")) == round(style.after * 20)
        assert int(element.find(f".//{{{W}}}sz").get(f"{{{W}}}val")) == round(style.size * 2)
        rule = element.find(f".//{{{W}}}pBdr/{{{W}}}bottom")
        if rule is not None and role not in ("header", "footer"):
            drawn = int(rule.get(f"{{{W}}}sz")) / 8 + int(rule.get(f"{{{W}}}space"))
            assert drawn == rule_height(style, THEME.boxes)


def test_every_style_used_is_defined(parts: dict[str, bytes]) -> None:
    defined = set(re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"].decode()))
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', data.decode()))
            assert used <= defined, name


def test_a_first_line_is_indented_by_characters() -> None:
    indented = replace(THEME.book_text["body"], first_line=2 * THEME.book_text["body"].size)
    theme = replace(THEME, book_text={**THEME.book_text, "body": indented})
    styles = write_styles(TEMPLATES.book, theme, "zh-CN", ())
    assert b'w:firstLineChars="200"' in styles


def test_running_text_is_justified_and_models_have_a_line_above(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/styles.xml"])

    def look(role: str, path: str) -> list[etree._Element]:
        return root.xpath(f"w:style[@w:styleId='{style_id(role)}']/w:pPr/{path}", namespaces={"w": W})  # type: ignore[return-value]

    assert look("body", "w:jc[@w:val='both']") and not look("plain", "w:jc")
    (line,) = look("heading2", "w:pBdr/w:top")
    drawn = int(line.get(f"{{{W}}}sz", "")) / 8 + int(line.get(f"{{{W}}}space", ""))
    assert drawn == rule_above_height(THEME.book_text["heading2"], THEME.boxes)


def test_words_in_a_frame_have_it_around_themselves_and_their_fill_inside(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/styles.xml"])
    found = {}
    for style in root.iterfind(f"{{{W}}}style"):
        line, fill = style.find(f"{{{W}}}rPr/{{{W}}}bdr"), style.find(f"{{{W}}}rPr/{{{W}}}shd")
        if line is not None:
            kind, colour = (line.get(f"{{{W}}}{name}") for name in ("val", "color"))
            found[style.get(f"{{{W}}}styleId")] = (kind, colour, None if fill is None else fill.get(f"{{{W}}}fill"))
            assert style.find(f"{{{W}}}pPr/{{{W}}}shd") is None
    ink, accent = THEME.colours["ink"], THEME.colours["accent"]
    assert found["SignSay"] == ("single", ink, ink) and found["SignDo"] == ("single", ink, None)
    assert found["SignAsk"] == ("double", accent, None) and found["SlideNumber"] == ("single", ink, None)


def test_code_inside_a_text_is_monospaced(parts: dict[str, bytes]) -> None:
    styles = parts["word/styles.xml"].decode()
    style = styles[styles.index('w:styleId="Code"') :]
    assert f'w:ascii="{THEME.fonts.mono}"' in style[: style.index("</w:style>")]


def test_four_font_slots_and_the_language_are_set(parts: dict[str, bytes]) -> None:
    styles = parts["word/styles.xml"].decode()
    for slot in ("ascii", "hAnsi", "cs"):
        assert f'w:{slot}="{THEME.fonts.latin}"' in styles
    assert f'w:eastAsia="{THEME.fonts.east_asian}"' in styles
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
    settings = parts["word/settings.xml"].decode()
    assert 'w:val="compressPunctuation"' in settings
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in settings
    assert "updateFields" not in settings
    assert '<w:overflowPunct w:val="0"/>' in styles


def test_ids_are_unique(parts: dict[str, bytes]) -> None:
    document = parts["word/document.xml"].decode()
    for pattern in (r'<w:bookmarkStart w:id="(\d+)"', r'w:name="(_Toc\d+)"', r'<w:sdtPr>.*?<w:id w:val="(\d+)"',
                    r'<(?:wp:docPr|wps:cNvPr) id="(\d+)"'):  # fmt: skip
        found = re.findall(pattern, document)
        assert found
        assert len(found) == len(set(found)), pattern


def test_page_references_lead_to_bookmarks(parts: dict[str, bytes]) -> None:
    document = parts["word/document.xml"].decode()
    bookmarks = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', document))
    references = re.findall(r"PAGEREF (\S+) ", document)
    assert references
    assert set(references) <= bookmarks


def test_headers_footers_and_covers(parts: dict[str, bytes]) -> None:
    document = parts["word/document.xml"].decode()
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", document)
    assert "<w:titlePg/>" in sections[0]
    assert not any("<w:titlePg/>" in section for section in sections[1:])
    footers = [data.decode() for name, data in parts.items() if name.startswith("word/footer")]
    assert any(" PAGE " in footer and " NUMPAGES " in footer for footer in footers)
    assert "w:orient" not in document
    assert 'w:orient="landscape"' in parts_of(guide(1))["word/document.xml"].decode()


def test_no_paragraph_of_a_flow_is_empty(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    body = root[0]
    empty = [p for p in body.iterchildren(f"{{{W}}}p") if not "".join(p.itertext()).strip()]
    allowed = ("Figure", "BoxGap", "SectionEnd")  # drawings, and what the format wants beside tables
    for paragraph in empty:
        assert paragraph.find(f".//{{{W}}}pStyle").get(f"{{{W}}}val") in allowed


def test_properties_come_from_the_book(parts: dict[str, bytes]) -> None:
    core = parts["docProps/core.xml"].decode()
    assert "<dc:title>学员手册</dc:title>" in core
    assert "2025-03-01T00:00:00Z" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert "Microsoft" not in parts["docProps/app.xml"].decode()


CHINESE_WORD = {  # ids that Word gives built-in styles in another language
    "DefaultParagraphFont": "a0",
    "TableNormal": "a1",
    "NoList": "a2",
}
HOUSE_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="house"><w:name w:val="House"/><w:basedOn w:val="1"/><w:next w:val="a"/>'
    "</w:style></w:styles>"
)


def test_styles_of_a_template_in_another_language_are_known_by_their_names() -> None:
    part = TEMPLATES.book.facts.parts["styles"]
    text = TEMPLATES.book.parts[part].decode()
    for english, chinese in CHINESE_WORD.items():
        text = text.replace(f'"{english}"', f'"{chinese}"')
    changed = {**TEMPLATES.book.parts, part: text.replace("</w:styles>", HOUSE_STYLES).encode()}
    facts = learn("book", changed)
    assert isinstance(facts, BookFacts)
    root = etree.fromstring(write_styles(BookTemplate(changed, facts), THEME, "zh-CN", ()))
    styles = {style.get(f"{{{W}}}styleId"): style for style in root.iterfind(f"{{{W}}}style")}
    names = [style.find(f"{{{W}}}name").get(f"{{{W}}}val").casefold() for style in styles.values()]
    assert len(names) == len(set(names))
    defaults = [
        key for key, style in styles.items() if style.get(f"{{{W}}}default") and key not in CHINESE_WORD.values()
    ]
    assert defaults == [PLAIN] and "a" not in styles and "1" not in styles
    for style in styles.values():
        for tag in ("basedOn", "next", "link"):
            reference = style.find(f"{{{W}}}{tag}")
            assert reference is None or reference.get(f"{{{W}}}val") in styles, etree.tostring(style)
    house = styles["house"]
    assert house.find(f"{{{W}}}basedOn").get(f"{{{W}}}val") == "Heading1"
    assert house.find(f"{{{W}}}next").get(f"{{{W}}}val") == PLAIN


@pytest.mark.slow
@pytest.mark.parametrize("name", ["workbook", "guide"])
def test_the_validator_finds_no_error(name: str, tmp_path: Path) -> None:
    book = workbook(3, "assets/a.png") if name == "workbook" else guide()
    path = tmp_path / f"{name}.docx"
    path.write_bytes(write_book(lay_out(book).book, THEME, TEMPLATES.book, lambda _: SHOWN))
    assert validate(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["workbook", "guide"])
def test_every_heading_is_on_its_predicted_page(name: str, tmp_path: Path) -> None:
    layout = lay_out(workbook() if name == "workbook" else guide(12))
    path = tmp_path / f"{name}.docx"
    path.write_bytes(write_book(layout.book, THEME, TEMPLATES.book, lambda _: SHOWN))
    pdf = to_pdf(path, tmp_path)
    assert pdf_pages(pdf) == layout.pages
    pages = _pages(pdf)
    checked = 0
    for heading, page in _headings(layout):
        wanted = re.sub(r"\s", "", heading)
        on_page = {re.sub(r"\s", "", line) for line in pages[page - 1].splitlines()}
        assert wanted in on_page, f"{heading!r} is not on page {page}"
        checked += 1
    assert checked > 10


def _pages(pdf: Path) -> list[str]:
    command = pdftotext()
    made = subprocess.run([command, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return made.stdout.split("\f")


def _headings(layout: BookLayout) -> list[tuple[str, int]]:
    from deckgen.paginate.prepare import headings_of

    found = headings_of(child for section in layout.book.sections for child in section.children)
    return [("".join(run.text for run in h.runs), layout.anchors[h.anchor]) for h in found]
