"""The forms of one delivery: those of the course below `forms/`, else the ones that ship with deckgen, filled in.

A course's own form is read through the door of the delivery, so that the manifest lists it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest
from deckgen.compose.desk import Desk
from deckgen.compose.office.values import form_values
from deckgen.pipeline.door import Record
from deckgen.text.forms import FORMS, SUFFIX, FormMistake, fill_form
from deckgen.text.phrases import phrases

FOLDER = "forms"  # of a course


@lru_cache(maxsize=64)
def shipped_form(name: str, language: str) -> str:
    """The text of a form that deckgen ships in the language of a set of phrases."""
    return files("deckgen.text").joinpath("shipped_forms", language, f"{name}{SUFFIX}").read_text("utf-8")


def has_forms(course: Path, door: Record) -> bool:
    """Whether the course has forms of its own, or a folder for them that cannot be looked into."""
    try:
        return bool(door.files(course / FOLDER))
    except OSError:
        return True


def read_forms(desk: Desk, course: Path, door: Record, report: Report) -> dict[str, str]:
    """Name -> text of every form, filled in for this delivery; mistakes go to the report, with file and line.

    Letters of the course itself take the place of those that ship.
    """
    own = _own_forms(course, door, report)
    language = phrases(desk.course.language).language
    values = form_values(desk)
    replaced = {f"letters-{letter.to}" for letter in desk.course.letters}
    texts: dict[str, str] = {}
    for name in FORMS:
        path = own.get(name)
        if path is None and name in replaced:
            texts[name] = ""
            continue
        text = shipped_form(name, language) if path is None else _read(path, door, report)
        filled = fill_form(text, values)
        if isinstance(filled, FormMistake):
            place = Span((path or Path(name)).as_posix(), filled.line, 1)
            hint = f"known: {list_names(values)}; `{{{{ course.title }}}}` prints a value"
            report.add("DG730", f"the form does not work: {filled.message}", place, hint)
            filled = ""
        texts[name] = filled
    return texts


def _own_forms(course: Path, door: Record, report: Report) -> dict[str, Path]:
    """The forms in the course's folder by name; a file that replaces none is told of."""
    folder = course / FOLDER
    try:
        listed = door.files(folder)
    except OSError as problem:
        report.add("DG730", f"{folder.as_posix()} cannot be read: {problem.strerror}", None, "check its permissions")
        return {}
    own: dict[str, Path] = {}
    for path in listed:
        if path.name.startswith(".") or path.parent != folder:
            continue
        if path.suffix == SUFFIX and path.stem in FORMS:
            own[path.stem] = path
            continue
        near = nearest(path.stem, FORMS)
        hint = f"did you mean {near}{SUFFIX}?" if near else f"forms are called {list_names(FORMS)}, with {SUFFIX}"
        report.add("DG731", f"no form is called {path.name}", Span(path.as_posix(), 1, 1), hint)
    return own


def _read(path: Path, door: Record, report: Report) -> str:
    place = Span(path.as_posix(), 1, 1)
    try:
        return door(path).decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        report.add("DG730", "the form is not UTF-8", Span(path.as_posix(), line, 1), "save it as UTF-8")
    except OSError as problem:
        report.add("DG730", f"the form cannot be read: {problem.strerror}", place, "check its permissions")
    return ""
