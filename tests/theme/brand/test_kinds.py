"""Every kind of template is mapped, in the look of its house and without its samples, or refused with the reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.fit.doctor import examine
from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import new_theme
from deckgen.theme import read_templates, read_theme
from deckgen.theme.colours import contrast
from theme.brand.kinds import MAPPED, REFUSED, SAMPLE, save
from theme.brand.test_make import Forgetful

FOREIGN = re.compile(
    r"vbaProject|printerSettings|customXml|/tags/|fonts/|comment|embeddings|activeX|notesSlides|ppt/slides/|glossary|docProps"
)


OFTEN = ("small", "picture-ground", "nameless", "without-theme")
"""The kinds that are tried on every run; the others take their time."""


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in OFTEN else (pytest.mark.slow,)) for kind in MAPPED]
)
def test_a_kind_of_template_is_mapped(kind: str, tmp_path: Path) -> None:
    done = new_theme("house", save(MAPPED[kind](), tmp_path / "house.potx"), None, tmp_path / "themes")
    assert done.folder is not None and done.made is not None, done.diagnostics
    theme, found = read_theme(done.folder, Record(Disk()))
    assert theme is not None, found  # text 4.5:1 on all its grounds
    templates, found = read_templates(theme, Record(Disk()), Forgetful())
    assert templates is not None, found
    geometry = templates.deck.geometry
    for layout in geometry.layouts.values():
        for slot, box in layout.slots.items():
            x, y, w, h = box.frame
            assert w > 0 and h > 0 and x >= -0.1 and y >= -0.1, (layout.role, slot)
            assert x + w <= geometry.width + 0.1 and y + h <= geometry.height + 0.1, (layout.role, slot)
    for room in examine(geometry, theme):
        assert room.floor_lines >= 1 and room.floor_characters >= 5, room
        assert not room.contrast or room.contrast >= 4.5, room
    for slot in ("hlink", "folHlink"):
        scheme = templates.deck.facts.masters[0].scheme.colours
        assert contrast(scheme[slot], theme.colours["paper"]) >= 4.5, slot
    # texts are as large as slides are
    unit = min(geometry.width / 960, geometry.height / 540)
    assert 0.4 * unit <= theme.slide_text["body"].size / 24 <= 1.3 * max(unit, 0.5), theme.slide_text["body"]
    files = done.made.files
    assert not [name for name in files if name.startswith("pptx/") and FOREIGN.search(name)]
    assert not [name for name, part in files.items() if SAMPLE.encode() in part or b"Sam Ple Author" in part]
    named = {name for name in files if "/media/" in name}
    links = b"".join(part for name, part in files.items() if name.endswith(".rels")).decode()
    assert all(name.rpartition("/")[2] in links for name in named)


@pytest.mark.parametrize("kind", REFUSED)
def test_a_kind_of_template_is_refused_with_the_reason(kind: str, tmp_path: Path) -> None:
    make, reason = REFUSED[kind]
    done = new_theme("house", save(make(), tmp_path / "house.potx"), None, tmp_path / "themes")
    assert done.folder is None and not (tmp_path / "themes").exists()
    (problem,) = done.diagnostics
    assert problem.code == "DG609" and reason in problem.message and problem.hint


def test_what_is_left_out_of_a_template_with_macros_is_told(tmp_path: Path) -> None:
    done = new_theme("house", save(MAPPED["macros"](), tmp_path / "house.potm"), None, tmp_path / "themes")
    assert done.made is not None, done.diagnostics
    assert {"macros", "custom data", "embedded fonts", "slides of its own", "comments"} <= done.made.dropped.keys()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_parts_with_a_mark_before_them_or_in_two_bytes_are_read_like_others(encoding: str, tmp_path: Path) -> None:
    """Some programs write them so; an entity in them must not slip through."""
    parts = {
        name: part.decode()
        .replace('encoding="UTF-8"', 'encoding="UTF-16"' if encoding == "utf-16" else "")
        .encode(encoding)
        if name.startswith("ppt/") and name.endswith(".xml")
        else part
        for name, part in MAPPED["4-3"]().items()
    }
    done = new_theme("house", save(parts, tmp_path / "house.potx"), None, tmp_path / "themes")
    assert done.folder is not None and done.made is not None, done.diagnostics
    theme, found = read_theme(done.folder, Record(Disk()))
    assert theme is not None, found
    templates, found = read_templates(theme, Record(Disk()), Forgetful())
    assert templates is not None, found
    bomb = {
        name: part.decode(encoding).replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1).encode(encoding)
        if name == "ppt/slideMasters/slideMaster1.xml"
        else part
        for name, part in parts.items()
    }
    refused = new_theme("bomb", save(bomb, tmp_path / "bomb.potx"), None, tmp_path / "themes")
    assert refused.folder is None and "declares a document type" in refused.diagnostics[0].message


def test_a_relationship_to_a_part_that_is_not_there_is_no_reason_to_refuse(tmp_path: Path) -> None:
    parts = MAPPED["4-3"]()
    link = (
        b'<Relationship Id="rIdLost" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/viewProps" '
        b'Target="nowhere.xml"/></Relationships>'
    )
    name = "ppt/_rels/presentation.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link)
    assert new_theme("house", save(parts, tmp_path / "house.potx"), None, tmp_path / "themes").folder is not None


def test_a_title_under_decoration_keeps_its_place(tmp_path: Path) -> None:
    """Small shapes all along the top would leave a sliver beside them."""
    shapes = b"".join(
        b'<p:sp><p:nvSpPr><p:cNvPr id="%d" name="d"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        b'<a:off x="%d" y="0"/>'
        b'<a:ext cx="700000" cy="1300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        b'<a:srgbClr val="0A5FB4"/></a:solidFill></p:spPr></p:sp>' % (800 + number, number * 1_000_000)
        for number in range(12)
    )
    parts = MAPPED["wide"]()
    name = "ppt/slideMasters/slideMaster1.xml"
    parts[name] = parts[name].replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + shapes, 1)
    done = new_theme("house", save(parts, tmp_path / "house.potx"), None, tmp_path / "themes")
    assert done.made is not None and done.made.record.slots["text"]["title"].w > 400
