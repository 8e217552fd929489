"""Libraries of a build, compared with what the source says it imports."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import click
import numpy
import pytest

import deckgen
import deckgen.cli.main
import deckgen.pipeline.build
import deckgen.plan.free
from deckgen.pipeline.libraries import took_part

SOURCE = Path(str(deckgen.__file__)).parent
ROOT = "deckgen.pipeline.build"
ENGINES = {"libxml2", "pydantic-core", "zlib"}  # below libraries, declared by them


# Statements that import, with all their lines; those of functions and of types stand further in.
IMPORTS = re.compile(r"^(?:import .*|from \S+ import (?:\([^)]*\)|.*))$", re.MULTILINE)
WHOLE = re.compile(r"^(?:try|if (?!TYPE_CHECKING))", re.MULTILINE)  # something may be imported under a condition


@cache
def _body(path: Path) -> list[ast.stmt]:
    """The statements of a file that may import; most files need not be parsed for it."""
    text = path.read_text("utf-8")
    return ast.parse(text if WHOLE.search(text) else "\n".join(IMPORTS.findall(text))).body


def imports_when_loaded(module: str) -> Iterator[str]:
    """What a module imports when it is loaded; neither inside functions nor for types only."""
    file = SOURCE.joinpath(*module.split(".")[1:])
    path = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
    waiting: list[ast.stmt] = list(_body(path))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module
            yield node.module
            if node.module.startswith("deckgen"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Try) or (isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.dump(node.test)):
            waiting.extend(node.body)


def imported_tops(*roots: str) -> set[str]:
    waiting, seen, tops = list(roots), set[str](), set[str]()
    while waiting:
        name = waiting.pop()
        if not name.startswith("deckgen"):
            tops.add(name.split(".")[0])
        elif name not in seen and name in sys.modules:
            seen.add(name)
            waiting.extend(imports_when_loaded(name))
            waiting.extend(filter(None, (name.rpartition(".")[0],)))
    return tops - set(sys.stdlib_module_names)


owners_of_packages = cache(metadata.packages_distributions)  # reads the list of files of every library


def packages(libraries: dict[str, str]) -> set[str]:
    owners = owners_of_packages()
    return {top for top, names in owners.items() if {name.lower().replace("_", "-") for name in names} & set(libraries)}


@pytest.mark.parametrize("by", ["deckgen.plan.schedule", "deckgen.plan.free"])
def test_libraries_are_those_the_source_imports(by: str) -> None:
    listed = took_part((ROOT, by))
    expected = imported_tops(ROOT, by)
    assert len(expected) > 4
    assert expected <= packages(listed)
    for name in set(listed) - ENGINES:
        assert packages({name: ""}) & expected, name
        assert listed[name] == metadata.version(name)


def test_what_else_the_process_has_loaded_does_not_count() -> None:
    assert click.__name__ in sys.modules and numpy.__name__ in sys.modules
    listed = took_part((ROOT, "deckgen.plan.schedule"))
    assert not {"click", "rich", "numpy", "pytest"} & set(listed)
    assert "numpy" in took_part((ROOT, "deckgen.plan.free"))
    assert {"lxml", "pydantic", "pyyaml", "zlib"} <= set(listed)


def test_a_module_that_was_not_loaded_took_no_part() -> None:
    assert took_part(("deckgen.no_such_module",)).keys() == {"libxml2", "zlib"}
