"""Local names say what a thing is, not that it was made, found or passed in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen

SOURCE = Path(str(deckgen.__file__)).parent

EMPTY = frozenset({"data", "found", "made", "mine", "obj", "stuff", "thing", "tmp"})
# The parameters of methods that override one of a library.
OF_LIBRARIES = {("source/emit.py", "data"), ("text/variables.py", "obj")}
_BINDS = re.compile(rf"(?<![.\w])(?:{'|'.join(sorted(EMPTY))})(?= *(?:[:=,)\]]| in ))")  # most files have none


def bound(node: ast.AST) -> str:
    """The local name that a node binds; empty when it binds none. Fields of records are no local names."""
    if isinstance(node, ast.Name):
        return node.id if isinstance(node.ctx, ast.Store) else ""
    if isinstance(node, ast.arg):
        return node.arg
    return (
        getattr(node, "name", None) or "" if isinstance(node, ast.MatchAs | ast.MatchStar | ast.ExceptHandler) else ""
    )


def empty_names(walked: tuple[ast.AST, ...]) -> Iterator[tuple[str, int]]:
    """The names of a file that say nothing, with their lines."""
    fields = {
        id(part.target)
        for node in walked
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.AnnAssign)
    }
    for node in walked:
        if bound(node) in EMPTY and id(node) not in fields:
            yield bound(node), node.lineno  # type: ignore[attr-defined]


def test_local_names_say_what_a_thing_is() -> None:
    empty = [
        f"{path.relative_to(SOURCE).as_posix()}:{line}: {name}"
        for path in sorted(SOURCE.rglob("*.py"))
        if _BINDS.search(text := path.read_text("utf-8"))
        for name, line in empty_names(tuple(ast.walk(ast.parse(text))))
        if (path.relative_to(SOURCE).as_posix(), name) not in OF_LIBRARIES
    ]
    assert not empty, "say what these are:\n" + "\n".join(empty)


@pytest.mark.parametrize(
    "line",
    [
        "made = 1",
        "def f(data): ...",
        "[found for found in x]",
        "lambda mine: 0",
        "for tmp in x: ...",
        "with x as obj: ...",
    ],
)
def test_an_empty_name_is_seen_wherever_it_is_bound(line: str) -> None:
    assert list(empty_names(tuple(ast.walk(ast.parse(line)))))


@pytest.mark.parametrize("line", ["class A:\n    data: bytes", "self.data = 1", "f(found=1)", "datum = 1"])
def test_fields_and_names_of_others_are_none(line: str) -> None:
    assert not list(empty_names(tuple(ast.walk(ast.parse(line)))))
