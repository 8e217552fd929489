"""What the documents for developers name is there, and the table of rooms says what the contracts hold."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "deckgen"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .* \| ([a-z ,]+|-) \| [^|]+ \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+)`")


def _contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", "utf-8")
    return parser


def _importers() -> dict[str, set[str]]:
    """Who may import each room, as the contracts have it; `base` has none, since all may."""
    allowed = {}
    for section in _contracts().values():
        rooms = section.get("protected_modules", "").split()
        if len(rooms) == 1 and rooms[0].startswith("deckgen."):
            allowed[rooms[0].removeprefix("deckgen.")] = {
                name.removeprefix("deckgen.") for name in section["allowed_importers"].split()
            }
    return allowed


def test_the_table_of_rooms_says_what_the_contracts_hold() -> None:
    importers = _importers()
    rows = {room: may for room, may in ROW.findall(ARCHITECTURE) if may != "all below"}
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert {*rows, "pipeline"} == rooms
    for room, may in rows.items():
        stated = {name.strip() for name in may.split(",")} - {"-"}
        held = {other for other, names in importers.items() if room in names}
        assert stated - {"base"} == held, room


def test_the_drawing_of_the_floors_is_that_of_the_contract() -> None:
    layers = _contracts()["importlinter:contract:floors"]["layers"].split("\n")
    held = [set(re.findall(r"\w+", layer)) for layer in layers if layer.strip()]
    lines = re.search(r"\n\n((?:    .+\n)+)", ARCHITECTURE)
    assert lines is not None
    rooms = set.union(*held)
    drawn = [{word for word in re.split(r"\s{2,}", line.strip()) if word in rooms} for line in lines[1].splitlines()]
    assert drawn == held


def _is_there(name: str) -> bool:
    """Whether a name in backquotes is a file, a folder, a room or a module; other words are none of these."""
    if "/" in name or name.endswith((".py", ".md", ".yaml", ".json", ".toml")):
        places = (
            ROOT,
            SOURCE,
            ROOT / "docs",
            ROOT / "tests",
            ROOT / "themes" / "default",
            SOURCE / "draw",
            SOURCE / "text" / "phrases",
        )
        return any((place / name).exists() for place in places)
    room, _, rest = name.partition(".")
    if room and rest and (SOURCE / room / "__init__.py").is_file():
        module, _, attribute = name.rpartition(".")
        path = SOURCE / f"{module.replace('.', '/')}.py"
        return _module(name) or (path.is_file() and attribute in path.read_text("utf-8"))
    return True


def _module(name: str) -> bool:
    path = SOURCE / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_files_and_modules_that_are_named_are_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    missing = {name for name in NAMED.findall(text) if not _is_there(name)}
    assert not {name for name in missing if not name.startswith(("tests/diagnostics/DG", "build/"))}
