"""The one arrow of imports, the fences round libraries, and nothing left out."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
RECORD = (ROOT / "docs" / "decisions" / "004-dependencies.md").read_text("utf-8")
PROTECTED = "protected"


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", "utf-8")
    return parser


def importers() -> dict[str, set[str]]:
    """Rooms and libraries with a contract of their own, each with the rooms that may import it."""
    allowed: dict[str, set[str]] = {}
    for _, contract in contracts().items():
        if contract.get("type") == PROTECTED:
            rooms = {name.removeprefix("deckgen.") for name in contract["allowed_importers"].split()}
            allowed |= dict.fromkeys(
                (name.removeprefix("deckgen.") for name in contract["protected_modules"].split()), rooms
            )
    return allowed


def rows(text: str, head: str) -> list[list[str]]:
    """The cells of the table with that head."""
    below = text.split(f"\n{head}", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in below.splitlines()[2:]]


def names(cell: str) -> set[str]:
    """The names of a list with commas; what stands in brackets explains one of them."""
    return {name.strip(" `") for name in re.sub(r"\([^)]*\)", "", cell).split(",")} - {"-"}


def test_the_page_draws_the_floors_of_the_contract() -> None:
    rooms = {path.name for path in (ROOT / "src" / "deckgen").iterdir() if path.is_dir() and path.name[0] != "_"}
    drawn = re.findall(r"^    (.+)$", PAGE.split("\n\n| room |")[0], re.M)
    floors = [{word for word in line.replace(",", " ").split() if word in rooms} for line in drawn]
    layers = contracts()["importlinter:contract:floors"]["layers"].strip().splitlines()
    assert floors == [set(layer.split(" | ")) for layer in layers]
    assert set().union(*floors) == rooms


def test_the_page_says_who_may_import_whom_as_the_contracts_do() -> None:
    table = {name.strip("`"): cell for name, _, _, cell, _ in rows(PAGE, "| room |")}
    below = {name for name in table if name not in ("pipeline", "release", "serve", "cli")}
    may = {name: names(cell) for name, cell in table.items()}
    may["pipeline"] = below - names(table["pipeline"].removeprefix("all below but "))
    assert all("base" in may[name] for name in table if name != "base")
    said = {name: {other for other in table if name in may[other]} for name in table if name not in ("base", "cli")}
    assert said == {name: rooms for name, rooms in importers().items() if name in table}


def test_every_library_has_a_fence_and_stands_in_the_record_with_its_rooms() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = (*project["dependencies"], *project["optional-dependencies"]["serve"])
    required = {re.split(r"[<>=~!\[;]", line)[0].lower() for line in declared}
    table = {
        name: names(cell) for libraries, cell, *_ in rows(RECORD, "| library | used in") for name in names(libraries)
    }
    assert set(table) - {"hatchling"} == required
    installed = packages_distributions()
    libraries = {module: installed[module][0].lower().replace("_", "-") for module in fences()}
    assert {name: table[name] for name in required} == {
        libraries[module]: rooms for module, rooms in fences().items() if libraries[module] in required
    }


def fences() -> dict[str, set[str]]:
    rooms = {path.name for path in (ROOT / "src" / "deckgen").iterdir()}
    return {name: allowed for name, allowed in importers().items() if name not in rooms}


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_help_of_no_command_imports_libraries_or_models() -> None:
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from deckgen.cli.main import COMMANDS, cli\n"
        "for words in ([], *([name] for name in COMMANDS), ['theme', 'new']):\n"
        "    shown = CliRunner().invoke(cli, [*words, '--help'])\n"
        "    assert shown.exit_code == 0 and 'Usage:' in shown.output, shown.output\n"
        "slow = {'docx', 'jinja2', 'lxml', 'markdown_it', 'numpy', 'PIL', 'pptx', 'pydantic', 'rich', 'yaml'}\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & slow))\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_no_room_outgrows_the_house() -> None:
    lines: Counter[str] = Counter()
    for path in (ROOT / "src" / "deckgen").rglob("*.py"):
        lines[path.relative_to(ROOT / "src" / "deckgen").parts[0]] += path.read_bytes().count(b"\n")
    largest = {room: f"{count / lines.total():.1%}" for room, count in lines.items() if count > 0.15 * lines.total()}
    assert not largest, f"rooms with over 15 % of the lines: {largest}"
