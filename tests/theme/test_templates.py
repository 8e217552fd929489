"""Templates of a theme: found by role, compared with the theme, learned when new and known from then on."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.base.roles import ALL_LAYOUTS
from deckgen.pipeline.door import Disk, Record
from deckgen.theme import read_templates
from deckgen.theme.office import prepared
from default_theme import FOLDER, TEMPLATES, THEME, Memory, try_templates


def test_every_role_has_its_layout_with_the_part_it_stands_in() -> None:
    layouts = TEMPLATES.deck.geometry.layouts
    assert set(layouts) == set(ALL_LAYOUTS)
    for role, layout in layouts.items():
        assert layout.name == THEME.layouts[role]
        assert f'name="{layout.name}"'.encode() in TEMPLATES.deck.parts[layout.part]
        assert {slot: box.holder.name for slot, box in layout.slots.items()} == THEME.slots[role]


def test_missing_layouts_and_placeholders_are_named_all_at_once() -> None:
    slots = {**THEME.slots, "text": {**THEME.slots["text"], "lead": "Leed", "body": "Bodi"}}
    layouts = {**THEME.layouts, "recap": "Summary"}
    found, diagnostics = try_templates(replace(THEME, slots=slots, layouts=layouts))
    assert found is None
    assert [(d.code, d.message.split(": ", 1)[1]) for d in diagnostics] == [
        ("DG602", "no layout `Summary` for recap"),
        ("DG603", "layout `Text` has no placeholder `Bodi` for body"),
        ("DG603", "layout `Text` has no placeholder `Leed` for lead"),
    ]
    assert "`Recap`" in diagnostics[0].hint and "`Lead`" in diagnostics[1].hint


def test_both_templates_are_looked_at_before_anything_is_said(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "theme.yaml", tmp_path)
    found, diagnostics = try_templates(replace(THEME, folder=tmp_path))
    assert found is None
    assert [(d.code, d.message.rsplit("/", 1)[1]) for d in diagnostics] == [
        ("DG609", "docx: no usable book template: there are no parts"),
        ("DG609", "pptx: no usable deck template: there are no parts"),
    ]


class Locked(Record):
    """A door that one part does not pass."""

    def __call__(self, path: Path, /) -> bytes:
        if path.name == "slideLayout3.xml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return super().__call__(path)


def test_a_part_that_cannot_be_read_is_named() -> None:
    found, (diagnostic,) = read_templates(THEME, Locked(Disk()), Memory())
    assert found is None and diagnostic.code == "DG609"
    assert diagnostic.message.endswith("pptx/ppt/slideLayouts/slideLayout3.xml cannot be read: Permission denied")


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the theme whose deck template differs by a byte that means nothing."""
    copy = tmp_path / "house"
    shutil.copytree(FOLDER, copy)
    part = copy / "pptx" / "ppt" / "viewProps.xml"
    part.write_bytes(part.read_bytes() + b"\n")
    return copy


def test_a_template_that_ships_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "learn", _never)
    found, _ = try_templates(THEME)
    assert found is not None and found.libraries == ()


def test_a_changed_template_is_opened_once_and_known_from_then_on(
    changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme, store = replace(THEME, folder=changed), Memory()
    first, _ = read_templates(theme, Record(Disk()), store)
    monkeypatch.setattr(prepared, "learn", _never)
    again, _ = read_templates(theme, Record(Disk()), store)
    assert first is not None and first == again
    assert first.libraries == ("python-pptx",)  # the book template is as it ships
    assert first.deck.facts == TEMPLATES.deck.facts


def test_a_theme_without_prepared_data_is_learned_whole(changed: Path) -> None:
    (changed / prepared.FILE).unlink()
    found, _ = try_templates(replace(THEME, folder=changed))
    assert found is not None and found.libraries == ("python-pptx", "python-docx")
    assert found.book.facts == TEMPLATES.book.facts


def test_hints_list_no_more_names_than_can_be_read() -> None:
    assert len(TEMPLATES.deck.facts.layouts) == 16
    many = replace(THEME, layouts={**THEME.layouts, "recap": "Summary"})
    (found,) = try_templates(many)[1]
    assert found.hint.startswith("there is: `Cover`") and found.hint.endswith("and 4 more")
    assert found.hint.count("`") == 24


def _never(kind: str, parts: object) -> None:
    raise AssertionError(f"the {kind} template was opened")
