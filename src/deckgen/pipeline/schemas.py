"""JSON Schemas of all kinds of files, with the ids of a course where one is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from deckgen.base.diagnostics import Report
from deckgen.handbook.editor import editor_settings, modeline
from deckgen.handbook.meanings import CHINESE, ENGLISH, LANGUAGES
from deckgen.handbook.release_schema import release_schema
from deckgen.handbook.schemas import SUFFIX, Ids, course_schemas, write_schema
from deckgen.handbook.theme_schema import Records, theme_schema
from deckgen.model.blocks import Block
from deckgen.model.course import Course, Module
from deckgen.model.sheets import Sheet
from deckgen.pipeline.choose import find_courses
from deckgen.pipeline.deliverables import FOLDERS, NAMES
from deckgen.pipeline.door import read_file
from deckgen.pipeline.planning import decode_deliveries, load_course
from deckgen.source.node import Located, LocatedList
from deckgen.source.reader import read_source
from deckgen.theme.box_metrics import BoxMetrics
from deckgen.theme.read import FACES
from deckgen.theme.theme import Align, BookStyle, Pages, PageSetup, TextRole

FOLDER = ".schemas"  # in the folder of a course
SETTINGS = ".vscode/settings.json"
_KINDS = {"modules": "module", "blocks": "block"}
__all__ = ["FOLDER", "LANGUAGES", "SETTINGS", "SUFFIX", "equipped", "own_schemas", "schemas", "write_schemas"]


def schemas(language: str, ids: Ids | None = None) -> dict[str, str]:
    """Every schema as text by its file name, described in one of `LANGUAGES`."""
    return _write_all(language, ids) if ids is not None else dict(_usual(language))


@cache
def _usual(language: str) -> Mapping[str, str]:
    """Those that know the ids of no course."""
    return _write_all(language, None)


def _write_all(language: str, ids: Ids | None) -> dict[str, str]:
    records = Records(FACES, TextRole, BookStyle, PageSetup, BoxMetrics, get_args(Pages), get_args(Align))
    by_file = {
        **course_schemas(language, ids),
        f"theme{SUFFIX}": theme_schema(records, language),
        f"release{SUFFIX}": release_schema((*FOLDERS, *NAMES), language),
    }
    return {name: write_schema(schema) for name, schema in by_file.items()}


@dataclass(frozen=True, slots=True)
class OwnSchemas:
    """The schemas of one course by file name, its folder, and the editor settings that switch them on."""

    texts: Mapping[str, str]
    folder: Path
    settings: str


def own_schemas(course: str, language: str | None, curriculum: Path, report: Report) -> OwnSchemas:
    """The schemas of one course, with its ids and in its language. Raises UsageError for an unknown course; of one with
    mistakes, ids are known that could be read.
    """
    folder = find_courses([course], curriculum)[0]
    loaded = load_course(folder, read_file, report)
    courses = list((decode_deliveries(loaded, {}, Report()) or {}).values())
    raw = loaded.raw if isinstance(loaded.raw, Located) else Located()
    names = {"deliveries": [item.id for item in loaded.declared]}
    for one in courses:
        for kind, its_names in _names_of(one).items():
            names.setdefault(kind, []).extend(its_names)
    spoken = courses[0].language if courses else str(raw.get("language"))
    own = CHINESE if spoken.startswith("zh") else ENGLISH
    variables = raw.get("variables")
    names["variables"] = list(variables) if isinstance(variables, dict) else []
    known = Ids({kind: tuple(dict.fromkeys(its_names)) for kind, its_names in names.items()})
    texts = schemas(language or own, known)
    return OwnSchemas(texts, folder, settings_of(raw, folder))


def _names_of(course: Course) -> dict[str, list[str]]:
    """What a course names in one of its deliveries."""
    return {
        "objectives": [item.id for item in course.objectives],
        "modules": _written(course.modules),
        "blocks": _written(course.blocks),
        "sheets": _written(course.sheets),
        "coverage": [item.key for item in course.coverage],
        "parts": sorted(course.parts),
    }


def _written(records: Sequence[Module | Block | Sheet]) -> list[str]:
    """Ids that may be referred to: those that were counted may not."""
    return [record.id for record in records if not record.has_inferred("id")]


def kinds_of(raw: Any) -> dict[str, str]:
    """The kind of schema of every file of a course as read, by the name of the file."""
    if not isinstance(raw, Located) or raw.span is None:
        return {}
    kinds = {raw.span.file: "course"}
    waiting: list[tuple[Any, str, str]] = [(raw, "", raw.span.file)]
    while waiting:
        here, key, around = waiting.pop()
        if not isinstance(here, Located | LocatedList) or here.span is None:
            continue
        file = here.span.file
        if file != around:
            kinds.setdefault(file, _KINDS.get(key, key))
        inside = here.items() if isinstance(here, Located) else ((key, item) for item in here)
        waiting += [(value, name, file) for name, value in inside]
    return kinds


def settings_of(raw: Any, folder: Path) -> str:
    """The settings by which VS Code finds the schemas in `FOLDER` for the files of a course, as JSON."""
    kinds = {Path(file).relative_to(folder).as_posix(): kind for file, kind in kinds_of(raw).items()}
    return editor_settings(kinds, FOLDER)


def equipped(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """The files of a new course by name, with schemas and what switches them on in an editor; `language` is its own."""
    root = Path("/new")  # a name for what is nowhere yet

    def read_bytes(path: Path) -> bytes:
        return files[path.relative_to(root).as_posix()]

    raw, _ = read_source(root / "course.yaml", root, read_bytes)
    kinds = {Path(file).relative_to(root).as_posix(): kind for file, kind in kinds_of(raw).items()}
    own = CHINESE if language.startswith("zh") else ENGLISH
    equipment = {f"{FOLDER}/{name}": text.encode() for name, text in schemas(own).items()}
    for name, content in files.items():
        first = modeline(name, kinds[name], FOLDER).encode() if name in kinds else b""
        equipment[name] = first + content
    return {**equipment, SETTINGS: editor_settings(kinds, FOLDER).encode()}


def write_schemas(folder: Path, texts: Mapping[str, str], report: Report) -> list[Path]:
    """The schemas as files of a folder; a place that cannot be written is reported."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
            written.append(folder / name)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG701", f"{problem.filename or folder} cannot be written: {reason}", None, "free the place")
    return written
