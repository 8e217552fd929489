"""Headers and footers of Word templates: what of them stands on the pages of books, and where."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Inches, Pt
from PIL import Image

from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import NewTheme, check_theme, new_theme
from deckgen.theme import Theme, read_theme
from deckgen.theme.theme import PageItem

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELD = f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
VML = (
    f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line from="48pt,70pt" to="548pt,70pt" '
    'strokecolor="#c8102e" style="mso-position-horizontal-relative:page;mso-position-vertical-relative:page"/>'
    "</w:pict></w:r>"
)


def png(size: tuple[int, int] = (200, 100)) -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#0A5FB4").save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def make(document: object, tmp_path: Path) -> tuple[NewTheme, Theme]:
    document.save(str(tmp_path / "house.docx"))  # type: ignore[attr-defined]
    done = new_theme("house", None, tmp_path / "house.docx", tmp_path / "themes")
    assert done.folder is not None, done.diagnostics
    theme, found = read_theme(done.folder, Record(Disk()))
    assert theme is not None, found
    return done, theme


def house_document() -> object:
    """A template with a logo and a line at the head, an address and a page number at the foot, and its own cover."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head.add_run().add_picture(png(), width=Inches(1), height=Inches(0.5))
    head._p.append(parse_xml(VML))
    foot = section.footer.paragraphs[0]
    foot.text = "Acme Ltd, 1 Main Street\t"
    foot._p.append(parse_xml(FIELD))
    section.first_page_header.paragraphs[0].add_run().add_picture(png((300, 100)), width=Inches(3))
    document.add_heading("SAMPLE", 1)
    return document


def test_pictures_lines_and_words_stand_where_the_house_has_them(tmp_path: Path) -> None:
    done, theme = make(house_document(), tmp_path)
    by_kind = {(item.picture and item.pages) or item.text or item.fill: item for item in theme.page_items}
    logo, cover, words, line = (by_kind[key] for key in ("inside", "cover", "Acme Ltd, 1 Main Street", "C8102E"))
    right = theme.page.width - 90  # the template's own margin
    assert (logo.frame.w, logo.frame.h) == (72, 36) and logo.frame.x + logo.frame.w == pytest.approx(right, abs=0.5)
    assert (line.frame.x, line.frame.y, line.frame.w) == (48, 70, 500)
    assert cover.frame.w == 216 and (words.align, words.pages) == ("left", "inside")
    assert all(f"docx/{item.picture}" in done.made.files for item in (logo, cover))  # type: ignore[union-attr]
    # no sample is left, and the page number stays with the book
    assert not any(b"SAMPLE" in data for data in done.made.files.values())  # type: ignore[union-attr]


def test_running_head_and_page_number_make_way_for_the_house(tmp_path: Path) -> None:
    _, theme = make(house_document(), tmp_path)
    page = theme.page
    heads = [item.frame for item in theme.page_items if item.frame.y < 200]
    feet = [item.frame for item in theme.page_items if item.frame.y > 600]
    assert page.header >= max(frame.y + frame.h for frame in heads)
    assert page.top >= page.header + 14
    assert page.footer >= page.height - min(frame.y for frame in feet)
    assert page.bottom >= page.footer + 14


def test_words_to_be_replaced_and_what_is_drawn_otherwise_are_told(tmp_path: Path) -> None:
    document = house_document()
    document.sections[0].header.paragraphs[0].add_run("[Company name]")  # type: ignore[attr-defined]
    done, theme = make(document, tmp_path)
    assert done.made is not None
    assert done.made.dropped["words to be replaced in headers and footers"] == 1
    assert not any("Company" in item.text for item in theme.page_items)


def test_a_picture_behind_the_whole_page_is_left_out_with_a_word(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(png((600, 800)), width=Inches(6), height=Inches(8))
    done, theme = make(document, tmp_path)
    assert done.made is not None
    assert theme.page_items == () and done.made.dropped["pictures behind the text of pages"] == 1
    assert not any(name.startswith("docx/word/media") for name in done.made.files)


def test_later_sections_inherit_and_a_page_on_its_side_has_none(tmp_path: Path) -> None:
    document = house_document()
    document.add_section(WD_SECTION.NEW_PAGE)  # type: ignore[attr-defined]
    _, theme = make(document, tmp_path)
    assert {item.pages for item in theme.page_items} == {"cover", "inside"}


def test_headings_are_served_by_level_use_and_name(tmp_path: Path) -> None:
    document = Document()
    style = document.styles.add_style("公文标题", 1)
    style.font.size, style.font.name = Pt(22), "黑体"
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="0"/>'))
    fonts = style.element.rPr.rFonts
    fonts.set(f"{{{W[9:-1]}}}eastAsia", "黑体")
    document.add_paragraph("标题", style="公文标题")
    _, theme = make(document, tmp_path)
    heading = theme.book_text["heading1"]
    assert (heading.size, heading.east_asian) == (22, "黑体")
    made = check_theme("house", tmp_path / "themes").made
    assert made is not None and made.styles["heading1"].source == "公文标题"
    assert "outline level is 1" in made.styles["heading1"].why and "use it" in made.styles["heading1"].why


def test_a_theme_file_keeps_the_items_of_pages(tmp_path: Path) -> None:
    done, theme = make(house_document(), tmp_path)
    assert done.folder is not None
    assert all(isinstance(item, PageItem) for item in theme.page_items) and len(theme.page_items) == 4
    text = (done.folder / "theme.yaml").read_text("utf-8")
    (done.folder / "theme.yaml").write_text(text.replace("word/media/", "word/nothing/"), "utf-8")
    checked = check_theme("house", tmp_path / "themes")
    assert [item.code for item in checked.diagnostics] == ["DG609", "DG609"]


def test_a_newer_template_is_held_against_what_was_learned(tmp_path: Path) -> None:
    make(house_document(), tmp_path)
    same = check_theme("house", tmp_path / "themes", book=tmp_path / "house.docx")
    assert (same.changed, same.newer) == ((), ())
    newer = house_document()
    newer.sections[0].footer.paragraphs[0].text = "Acme Inc, 2 Other Street\t"  # type: ignore[attr-defined]
    newer.sections[0].page_width = Pt(612)  # type: ignore[attr-defined]
    newer.save(str(tmp_path / "newer.docx"))  # type: ignore[attr-defined]
    checked = check_theme("house", tmp_path / "themes", book=tmp_path / "newer.docx")
    assert checked.newer is not None
    told = "\n".join(checked.newer)
    assert "width is 612, 595.3 before" in told and "Acme Inc, 2 Other Street is new" in told


def test_a_picture_of_a_header_has_a_kind_in_the_package(tmp_path: Path) -> None:
    done, _ = make(house_document(), tmp_path)
    assert done.made is not None
    types = done.made.files["docx/[Content_Types].xml"].decode()
    assert 'Extension="png"' in types
    with zipfile.ZipFile(tmp_path / "house.docx") as package:
        assert any(name.startswith("word/media/") for name in package.namelist())
