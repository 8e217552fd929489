"""One door for reading: no other room opens files, and a build opens nothing that its manifest does not list."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import deckgen
from elsewhere import Elsewhere, build_elsewhere, make_place

SOURCE = Path(str(deckgen.__file__)).parent
ABOVE = (
    "pipeline",
    "release",
    "serve",
    "cli",
    "__pycache__",
)  # the door itself, and who talks to the disk and the terminal
ROOMS = sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name not in ABOVE)
OPENERS = {
    "open", "open_text", "open_binary", "open_code", "fdopen", "read_bytes", "read_text", "read_binary", "get_data",
    "getline", "getlines", "getsource", "mmap", "memmap", "fromfile", "loadtxt", "genfromtxt", "urlopen",
}  # fmt: skip
# Modules by which files are opened, and what may be had from them.
MODULES: dict[str, frozenset[str]] = {
    "io": frozenset({"BytesIO", "StringIO", "TextIOWrapper"}),
    "urllib": frozenset({"SplitResult", "quote", "unquote", "urlsplit"}),  # of its parser, which takes strings apart
    **dict.fromkeys(("shutil", "mmap", "linecache", "fileinput", "pkgutil", "socket", "tempfile"), frozenset()),
}
# A member of a package and a picture, in memory.
NO_READING = {("theme/office/parts.py", "open"), ("pictures/raster.py", "open"), ("pictures/contact.py", "open")}
# Those ask which themes and files there are, to find one or to name the nearest; they read nothing of them.
LOOKS = {"is_file", "exists", "iterdir", "glob", "rglob", "stat", "walk", "scandir", "listdir"}
MAY_LOOK = {"source/folders.py", "source/reader.py"}


WATCHED = (ast.Call, ast.Attribute, ast.Import, ast.ImportFrom)
WORDS = re.compile(rf"\b(?:{'|'.join(sorted(OPENERS | LOOKS | MODULES.keys()))})\b")


@lru_cache(maxsize=1)
def nodes() -> tuple[tuple[str, ast.AST], ...]:
    """What may open a file in the files below pipeline that have a word for it, each with its path in the package."""
    files = [path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py"))]
    return tuple(
        (path.relative_to(SOURCE).as_posix(), node)
        for path in files
        if WORDS.search(text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, WATCHED)
    )


def opens(node: ast.AST) -> str:
    """The word by which an expression opens a file; empty when it does not.

    A reader that was handed in may be called `read_bytes`, too: it takes the path, a Path's own takes nothing.
    """
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Path":
        return node.attr if node.attr in OPENERS else ""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name):
        return node.func.id if node.func.id in OPENERS - {"read_bytes"} else ""
    word = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return word if word in OPENERS and not (word == "read_bytes" and node.args) else ""


def test_no_room_below_pipeline_opens_a_file() -> None:
    opening = {(name, word): node for name, node in nodes() if (word := opens(node))}
    wrong = [f"{name}:{opening[name, word].lineno}: {word}" for name, word in opening.keys() - NO_READING]  # type: ignore[attr-defined]
    assert not wrong, "read through the door of base.reading:\n" + "\n".join(sorted(wrong))
    assert opening.keys() == NO_READING, "an exemption that nobody needs"


@pytest.mark.parametrize(
    "line",
    ["open(x)", "x.open('rb')", "Path(x).read_bytes()", "x.read_text('utf-8')", "f = Path.read_bytes", "os.fdopen(3)"],
)
def test_a_line_that_opens_a_file_is_seen(line: str) -> None:
    assert any(opens(node) for node in ast.walk(ast.parse(line)))
    assert not any(opens(node) for node in ast.walk(ast.parse("self.read_bytes(path); opener(x); is_open = 1")))


def test_only_those_who_search_look_at_the_disk() -> None:
    looking = {name for name, node in nodes() if isinstance(node, ast.Attribute) and node.attr in LOOKS}
    assert looking == MAY_LOOK


def test_no_room_below_pipeline_imports_what_opens_files() -> None:
    wrong = []
    for name, node in nodes():
        if isinstance(node, ast.Import):
            wrong += [f"{name}: {item.name}" for item in node.names if _refused(item.name) and item.name != "io"]
        elif isinstance(node, ast.ImportFrom):
            allowed = MODULES.get((node.module or "").split(".")[0])
            taken = {item.name for item in node.names}
            wrong += [f"{name}: {node.module}"] if allowed is not None and not taken <= allowed else []
    assert not wrong, "\n".join(wrong)


def _refused(module: str) -> bool:
    return module.split(".")[0] in MODULES


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return make_place(tmp_path)


def files_read(place: Path, seen: dict[str, Any]) -> set[str]:
    """What a build opened of the place and of the package, by the names of the manifest."""
    course, inside = place / "curriculum" / "shift-handover", Path(str(seen["inside"]))
    names = set()
    for text in seen["opened"]:
        path = Path(text)
        if path.is_relative_to(course):
            names.add(path.relative_to(course).as_posix())
        elif path.is_relative_to(place / "themes"):
            names.add(path.relative_to(place).as_posix())
        elif path.is_relative_to(place / "out"):
            continue  # looked at by the spy
        elif path.is_relative_to(inside) and path.suffix == ".py":
            names.add(f"deckgen/{path.relative_to(inside).as_posix()}")
        elif path.is_relative_to(place):
            names.add(str(path))
    return names


def test_an_ordinary_build_reads_what_its_manifest_lists_and_needs_no_office_library(
    elsewhere: Elsewhere,
) -> None:
    """Nor does a course without pictures load a library for them."""
    place, seen = elsewhere.place, elsewhere.seen
    listed = {item["path"] for item in seen["manifest"]["inputs"]}
    read = files_read(place, seen)
    program = {name for name in read if name.startswith("deckgen/")}
    assert read - program == {name for name in listed if not name.startswith("deckgen")}
    assert {name for name in listed if name.startswith("deckgen/")} <= program
    assert len(read) > 300  # the program itself, by one fingerprint
    assert seen["loaded"] == []
    assert not {"python-pptx", "python-docx", "numpy"} & set(seen["manifest"]["libraries"])


@pytest.mark.slow
def test_a_new_template_is_opened_once_and_both_builds_tell_the_same(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(place.parent / "cache"))
    part = place / "themes" / "house" / "pptx" / "ppt" / "viewProps.xml"
    part.write_bytes(part.read_bytes() + b"\n")
    first = build_elsewhere(place).seen
    again = build_elsewhere(place).seen
    assert "pptx" in first["loaded"] and "docx" not in first["loaded"]
    assert again["loaded"] == ["platformdirs"]
    assert first["manifest"] == again["manifest"]
    libraries = first["manifest"]["libraries"]
    assert "python-pptx" in libraries and "python-docx" not in libraries
