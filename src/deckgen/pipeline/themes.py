"""Themes as things: made from the templates of a house, examined, listed.

Refuses a name that no folder can have, a theme that is there already (nothing is ever overwritten), and templates that
cannot be used, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.fit.doctor import Room, examine
from deckgen.pipeline.door import Disk, Record, read_file
from deckgen.pipeline.dress import read_dress
from deckgen.pipeline.fresh import write_folder
from deckgen.theme import Theme, find_theme, read_theme, shipped_themes
from deckgen.theme.brand.make import MadeTheme, make_theme
from deckgen.theme.find import list_themes
from deckgen.theme.office.facts import UnusableError
from deckgen.theme.office.parts import open_package
from deckgen.theme.templates import template_parts

_NAME = re.compile(r"[\w][\w.\- ]{0,63}")
_SUFFIXES = {"deck": (".potx", ".pptx", ".potm", ".pptm", ".ppsx"), "book": (".dotx", ".docx", ".dotm", ".docm")}
_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class NewTheme:
    """What a request for a theme came to: its folder, None when nothing was written."""

    folder: Path | None
    made: MadeTheme | None
    diagnostics: tuple[Diagnostic, ...]


def new_theme(name: str, deck: Path | None, book: Path | None, themes: Path) -> NewTheme:
    """A theme `name` below `themes` from Office templates, written whole or not at all."""
    report = Report()
    folder = themes / name
    if not _NAME.fullmatch(name) or name.endswith((".", " ")):
        report.add("DG110", f"no folder can be called {name!r}", None, "letters, digits, - and _, as in acme-2026")
    elif folder.exists() or folder.is_symlink():
        hint = "choose another name, or move the folder away: what you may have changed there is kept"
        report.add("DG701", f"{folder} is there already", None, hint)
    if deck is None and book is None:
        report.add("DG609", "no template", None, "name one with --from corporate.potx or --docx corporate.dotx")
    parts = {
        kind: _read_template(kind, path, report) for kind, path in (("deck", deck), ("book", book)) if path is not None
    }
    theme = _make(name, parts, report) if not report.has_errors else None
    if theme is None:
        return NewTheme(None, None, tuple(report))
    try:
        write_folder(folder, theme.files)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG701", f"{problem.filename or folder} cannot be written: {reason}", None, "free the place")
        return NewTheme(None, theme, tuple(report))
    return NewTheme(folder, theme, tuple(report))


@dataclass(frozen=True, slots=True)
class CheckedTheme:
    """What the doctor found: the theme, None when it cannot be used, with its parts and the text that they hold."""

    theme: Theme | None
    layouts: Mapping[str, str]  # role -> part of the deck template
    rooms: tuple[Room, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_theme(name: str, themes: Path) -> CheckedTheme:
    """The theme `name` below `themes` or as shipped, as a build would read it, and what its slots hold."""
    report = Report()
    dress = read_dress(name, themes, Disk(), report)
    if dress is None:
        return CheckedTheme(None, {}, (), tuple(report))
    geometry = dress.templates.deck.geometry
    layouts = {role: layout.part for role, layout in geometry.layouts.items()}
    return CheckedTheme(dress.theme, layouts, tuple(examine(geometry, dress.theme)), tuple(report))


def themes_known(themes: Path) -> tuple[tuple[str, Path], ...]:
    """Names and folders of all themes, those below `themes` before shipped ones of the same name."""
    return list_themes([themes])


def _read_template(kind: str, path: Path, report: Report) -> Mapping[str, bytes] | None:
    option = "--from" if kind == "deck" else "--docx"
    wanted = " or ".join(_SUFFIXES[kind][:2])
    if path.suffix.lower() not in _SUFFIXES[kind]:
        report.add("DG609", f"{path} is no {kind} template: {option} takes {wanted}", None, f"save it as {wanted}")
        return None
    try:
        return open_package(read_file(path))
    except OSError as problem:
        report.add("DG609", f"{path} cannot be read: {problem.strerror or problem}", None, "check its name and rights")
    except UnusableError as problem:
        report.add("DG609", f"{path}: {problem}", None, problem.hint or "open it in Office and save it again")
    return None


def _make(name: str, parts: Mapping[str, Mapping[str, bytes] | None], report: Report) -> MadeTheme | None:
    door = Record(Disk())
    folder, problems = find_theme(_DEFAULT, [shipped_themes()])
    report.extend(problems)
    usual = None
    if folder is not None:
        usual, problems = read_theme(folder, door)
        report.extend(problems)
    if usual is None or folder is None:
        return None
    try:
        usual_parts = {kind: template_parts(folder, kind, door) for kind in ("deck", "book")}
        return make_theme(name, parts.get("deck"), parts.get("book"), usual, usual_parts)
    except UnusableError as problem:
        report.add("DG609", f"the template cannot be used: {problem}", None, problem.hint or "try another template")
        return None
