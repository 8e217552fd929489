"""Kinds as their files declare them, also those that no table knows yet: so that one run names all they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import deckgen
from deckgen.compose.blocks import BLOCKS as COMPOSED_BLOCKS
from deckgen.compose.slides import SLIDES as COMPOSED_SLIDES
from deckgen.draw import DRAWINGS
from deckgen.model.blocks import BLOCKS
from deckgen.model.diagrams import DIAGRAMS
from deckgen.model.kinds import Kind
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES

SOURCE = Path(str(deckgen.__file__)).parent
TABLES: Mapping[str, Mapping[str, type[Kind]]] = {
    "slides": SLIDES, "sheets": SHEETS, "blocks": BLOCKS, "diagrams": DIAGRAMS,
}  # fmt: skip
# Rooms that say what becomes of a kind: what the function of a file is called there, and the table that calls it.
MAKERS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "compose/slides": ("compose_{}_slide", COMPOSED_SLIDES),
    "compose/blocks": ("compose_{}", COMPOSED_BLOCKS),
    "draw": ("draw_{}", DRAWINGS),
}


def kinds_of(room: str) -> dict[str, type[Kind]]:
    """Every kind of a set by its word: those of its table, and those that only a file of `model/<room>` declares."""
    return {**TABLES[room], **unlisted(room)}


def unlisted(room: str) -> dict[str, type[Kind]]:
    """Kinds of a set that no table has, by their words."""
    package = f"deckgen.model.{room}"
    known = set(TABLES[room].values())
    modules = [import_module(f"{package}.{path.stem}") for path in _files(f"model/{room}")]
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Kind) and kind.__module__ == module.__name__
    }
    return {kind.words()[0]: kind for kind in kinds - known if len(kind.words()) == 1}


def _files(room: str) -> list[Path]:
    return [path for path in sorted((SOURCE / room).glob("*.py")) if path.name != "__init__.py"]


def file_gaps() -> Iterator[str]:
    """Kinds, and functions that compose or draw one, whose file is there and which no table names."""
    for room in TABLES:
        for word, kind in sorted(unlisted(room).items()):
            file = kind.__module__.rpartition(".")[2]
            yield f"model/{room}/__init__.py lacks {word} of {file}.py: an import and a line of the union"
    for room, (name_of, table) in MAKERS.items():
        called = {getattr(row, "plans", row).__name__ for row in table.values()}
        for path in _files(room):
            name = name_of.format(path.stem)
            if name not in called and re.search(rf"^def {name}\(", path.read_text("utf-8"), re.MULTILINE):
                yield f"{room}/__init__.py lacks a row for {name} of {path.name}"
