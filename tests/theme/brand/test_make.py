"""Foreign templates into themes: small ones made here with python-pptx and python-docx."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Emu

from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import new_theme
from deckgen.theme import read_templates, read_theme


class Forgetful:
    """A store that keeps nothing."""

    def load(self, key: str, /) -> bytes | None:
        return None

    def save(self, key: str, data: bytes, /) -> None:
        return None


def save_deck(path: Path, size: tuple[int, int] = (12192000, 6858000), *, slides: int = 1) -> Path:
    path.write_bytes(_saved_deck(size, slides))
    return path


@cache
def _saved_deck(size: tuple[int, int], slides: int) -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(size[0]), Emu(size[1])
    for _ in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        assert slide.shapes.title is not None
        slide.shapes.title.text = "SAMPLE OF THE HOUSE"
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def change(path: Path, edit: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> Path:
    """The package with its parts edited."""
    with zipfile.ZipFile(path) as package:
        parts = {name: edit(name, package.read(name)) for name in package.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in {**parts, **(more or {})}.items():
            package.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize("size", [(12192000, 6858000), (9144000, 6858000)], ids=["16:9", "4:3"])
def test_every_role_gets_a_layout_of_the_template(tmp_path: Path, size: tuple[int, int]) -> None:
    done = new_theme("house", save_deck(tmp_path / "house.pptx", size), None, tmp_path / "themes")
    assert done.folder is not None, done.diagnostics
    assert done.made is not None and done.made.dropped["slides of its own"] >= 1
    theme, found = read_theme(done.folder, Record(Disk()))
    assert theme is not None, found
    templates, found = read_templates(theme, Record(Disk()), Forgetful())
    assert templates is not None, found
    geometry = templates.deck.geometry
    assert (geometry.width, geometry.height) == (size[0] / 12700, size[1] / 12700)
    for layout in geometry.layouts.values():
        for slot, box in layout.slots.items():
            x, y, w, h = box.frame
            assert w > 0 and h > 0, (layout.role, slot)
            assert x >= -0.1 and x + w <= geometry.width + 0.1, (layout.role, slot)
            assert y >= -0.1 and y + h <= geometry.height + 0.1, (layout.role, slot)
    assert not any(b"SAMPLE OF THE HOUSE" in data for data in done.made.files.values())


def test_layouts_that_no_role_needs_go_with_their_pictures(tmp_path: Path) -> None:
    presentation = Presentation()
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20), "#123456").save(buffer, "PNG")
    layout = presentation.slide_layouts[8]  # picture with caption
    part, link = layout.part.get_or_add_image_part(io.BytesIO(buffer.getvalue()))
    assert part is not None
    layout.shapes._spTree.append(
        etree.fromstring(
            '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>'
            '<p:cNvPr id="90" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{link}"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:pic>'
        )
    )
    presentation.save(str(tmp_path / "house.pptx"))
    done = new_theme("house", tmp_path / "house.pptx", None, tmp_path / "themes")
    assert done.made is not None, done.diagnostics
    layouts = [name for name in done.made.files if name.startswith("pptx/ppt/slideLayouts/slideLayout")]
    assert not layouts and done.made.dropped["layouts that no role needs"] == 11
    assert not any("/media/" in name for name in done.made.files)
    assert not any(name.startswith(("pptx/docProps", "pptx/ppt/printerSettings")) for name in done.made.files)


def test_a_theme_is_never_overwritten(tmp_path: Path) -> None:
    kept = tmp_path / "themes" / "house" / "mine.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine")
    done = new_theme("house", save_deck(tmp_path / "house.pptx"), None, tmp_path / "themes")
    assert done.folder is None
    assert [item.code for item in done.diagnostics] == ["DG701"]
    assert [path.name for path in kept.parent.iterdir()] == ["mine.txt"]


def test_macros_and_links_out_of_the_file_are_left_out_with_a_word(tmp_path: Path) -> None:
    link = b'<Relationship Id="rIdOut" Type="http://x/hyperlink" Target="https://example.com" TargetMode="External"/>'
    macros = (
        b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/>'
    )

    def edit(name: str, data: bytes) -> bytes:
        if name == "ppt/slideMasters/_rels/slideMaster1.xml.rels":
            return data.replace(b"</Relationships>", link + b"</Relationships>")
        if name == "ppt/_rels/presentation.xml.rels":
            return data.replace(b"</Relationships>", macros + b"</Relationships>")
        return data

    path = change(save_deck(tmp_path / "house.pptx"), edit, {"ppt/vbaProject.bin": b"macro"})
    done = new_theme("house", path, None, tmp_path / "themes")
    assert done.made is not None
    assert done.made.dropped["macros"] >= 1
    assert done.made.dropped["links out of the file"] == 1
    assert not any("vbaProject" in name or b"example.com" in data for name, data in done.made.files.items())


def test_what_cannot_be_used_is_refused_with_the_reason(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pptx"
    bad.write_bytes(b"no zip")
    done = new_theme("house", bad, None, tmp_path / "themes")
    assert done.folder is None and [item.code for item in done.diagnostics] == ["DG609"]
    assert not (tmp_path / "themes").exists()


def test_a_book_template_gives_page_and_faces(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("SAMPLE OF THE HOUSE")
    section = document.sections[0]
    section.page_width, section.page_height = Emu(7772400), Emu(10058400)  # Letter
    document.styles["Normal"].font.name = "Georgia"
    document.save(str(tmp_path / "house.docx"))
    done = new_theme("house", None, tmp_path / "house.docx", tmp_path / "themes")
    assert done.folder is not None, done.diagnostics
    theme, found = read_theme(done.folder, Record(Disk()))
    assert theme is not None, found
    assert (theme.page.width, theme.page.height) == (612, 792)
    assert theme.fonts.latin == "Georgia"
    templates, found = read_templates(theme, Record(Disk()), Forgetful())
    assert templates is not None, found
    assert b"SAMPLE OF THE HOUSE" not in templates.book.parts[templates.book.facts.part]
