"""Themes as things: made from the templates of a house, examined, listed.

Refuses a name that no folder can have, a theme that is there already (nothing is ever overwritten), and templates that
cannot be used, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.fit.doctor import Room, examine
from deckgen.pipeline.door import Disk, Record, read_file
from deckgen.pipeline.dress import read_dress
from deckgen.pipeline.fresh import write_folder
from deckgen.theme import Theme, find_theme, read_theme, shipped_themes
from deckgen.theme.brand.make import MadeTheme, make_theme
from deckgen.theme.brand.record import FILE as RECORD
from deckgen.theme.brand.record import MadeFrom, compare, read_record
from deckgen.theme.faces import has_chinese, is_everywhere
from deckgen.theme.find import list_themes
from deckgen.theme.geometry import DeckGeometry
from deckgen.theme.office.facts import UnusableError
from deckgen.theme.office.parts import open_package
from deckgen.theme.templates import template_parts

_NAME = re.compile(r"[\w][\w.\- ]{0,63}")
_SUFFIXES = {"deck": (".potx", ".pptx", ".potm", ".pptm", ".ppsx"), "book": (".dotx", ".docx", ".dotm", ".docm")}
_DEFAULT = "default"
_UNSHOWABLE = ("DG522", "DG523", "DG526", "DG527")  # damaged, no picture, too large, a drawing that cannot be taken
_OPTIONS = {"deck": "--from", "book": "--docx"}


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
    made: MadeFrom | None = None  # what it was made from; None of a theme that somebody wrote
    remarks: tuple[str, ...] = ()  # on faces
    changed: tuple[str, ...] = ()  # since it was made
    newer: tuple[str, ...] | None = (
        None  # what another version of its templates would change; None when none was asked for
    )


def check_theme(name: str, themes: Path, deck: Path | None = None, book: Path | None = None) -> CheckedTheme:
    """The theme `name` below `themes` or as shipped, as a build would read it, and what its slots hold.

    `deck` and `book` are newer versions of the templates that it was made from: it is told what they would change.
    """
    report = Report()
    dress = read_dress(name, themes, Disk(), report)
    if dress is None:
        return CheckedTheme(None, {}, (), tuple(report))
    theme, geometry = dress.theme, dress.templates.deck.geometry
    origin = _read_made(theme.folder)
    newer = None
    if deck is not None or book is not None:
        if origin is None:
            message = f"the theme {name} was not made from templates, so that there is nothing to compare with"
            report.add("DG609", message, None, f"make one: deckgen theme new NAME {_OPTIONS['deck']} FILE")
        else:
            newer = _compare_newer(name, origin, deck, book, report)
    return CheckedTheme(
        theme,
        {role: layout.part for role, layout in geometry.layouts.items()},
        tuple(examine(geometry, theme)),
        tuple(report),
        origin,
        tuple(_remark_faces(theme)),
        tuple(compare(origin, _as_it_is(origin, theme, geometry))) if origin is not None else (),
        newer,
    )


def _read_made(folder: Path) -> MadeFrom | None:
    try:
        return read_record(read_file(folder / RECORD))
    except OSError:
        return None


def _compare_newer(
    name: str, origin: MadeFrom, deck: Path | None, book: Path | None, report: Report
) -> tuple[str, ...] | None:
    """What newer templates would change; what they are not asked about stays as it was."""
    parts = {
        kind: _read_template(kind, path, report) for kind, path in (("deck", deck), ("book", book)) if path is not None
    }
    theme = _make(name, parts, report) if not report.has_errors else None
    if theme is None:
        return None
    now = theme.record
    if deck is None:
        now = replace(
            now,
            layouts=origin.layouts,
            slots=origin.slots,
            size=origin.size,
            colours=origin.colours,
            faces=origin.faces,
        )
    if book is None:
        faces = {**now.faces, **{key: face for key, face in origin.faces.items() if key.startswith("book")}}
        now = replace(now, styles=origin.styles, page=origin.page, items=origin.items, faces=faces)
    return tuple(compare(origin, now))


def _as_it_is(origin: MadeFrom, theme: Theme, geometry: DeckGeometry) -> MadeFrom:
    """The record of a theme as its files are now."""
    slots = {role: {slot: box.frame for slot, box in layout.slots.items()} for role, layout in geometry.layouts.items()}
    books = theme.for_books().fonts
    faces = {"latin": theme.fonts.latin, "east_asian": theme.fonts.east_asian, "heading": theme.fonts.heading}
    faces |= {"book_latin": books.latin, "book_east_asian": books.east_asian}
    return replace(
        origin,
        slots={role: slots.get(role, {}) for role in origin.slots},
        colours=dict(theme.colours),
        faces=faces,
        page=asdict(theme.page) if origin.page else {},
        items=[item.text or item.picture or item.fill for item in theme.page_items],
        size=(geometry.width, geometry.height) if origin.size[0] else origin.size,
    )


def _remark_faces(theme: Theme) -> Iterator[str]:
    """Faces that may be missing where files are opened, and those without Chinese characters."""
    books = theme.for_books().fonts
    for face in dict.fromkeys((theme.fonts.east_asian, books.east_asian)):
        if not has_chinese(face):
            yield f"faces: it is not known that {face}, the face of Chinese text, has Chinese characters"
    named = [theme.fonts.latin, theme.fonts.heading, theme.fonts.east_asian, books.latin, books.east_asian]
    named += [face for style in theme.book_text.values() for face in (style.latin, style.east_asian)]
    for face in dict.fromkeys(face for face in named if face and not is_everywhere(face)):
        yield f"faces: {face} comes neither with Windows nor with macOS or Office: install it where files are opened"


def themes_known(themes: Path) -> tuple[tuple[str, Path], ...]:
    """Names and folders of all themes, those below `themes` before shipped ones of the same name."""
    return list_themes([themes])


def _read_template(kind: str, path: Path, report: Report) -> Mapping[str, bytes] | None:
    option = _OPTIONS[kind]
    wanted = " or ".join(_SUFFIXES[kind][:2])
    if path.suffix.lower() not in _SUFFIXES[kind]:
        report.add("DG609", f"{path} is no {kind} template: {option} takes {wanted}", None, f"save it as {wanted}")
        return None
    try:
        return _look_at_pictures(open_package(read_file(path)))
    except OSError as problem:
        report.add("DG609", f"{path} cannot be read: {problem.strerror or problem}", None, "check its name and rights")
    except UnusableError as problem:
        report.add("DG609", f"{path}: {problem}", None, problem.hint or "open it in Office and save it again")
    return None


def _look_at_pictures(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a template with its drawings cleaned; a picture that cannot be shown is gone, as if never there."""
    from deckgen.pictures import RefusedError, clean_drawing, look_at

    kept = dict(parts)
    for name, part in parts.items():
        folder, _, file = name.rpartition("/")
        if not folder.endswith("media") or not file.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".svg")):
            continue
        try:
            if file.lower().endswith(".svg"):
                kept[name] = clean_drawing(part)
            else:
                look_at(file, part)
        except RefusedError as refused:
            if refused.code in _UNSHOWABLE:
                del kept[name]
    return kept


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
