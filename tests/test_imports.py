"""The one arrow of imports, the fences round libraries, and nothing left out."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_help_imports_neither_office_libraries_nor_models() -> None:
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from deckgen.cli.main import cli\n"
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'pptx', 'docx', 'pydantic', 'yaml', 'lxml'}))\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_no_room_outgrows_the_house() -> None:
    lines: Counter[str] = Counter()
    for path in (ROOT / "src" / "deckgen").rglob("*.py"):
        lines[path.relative_to(ROOT / "src" / "deckgen").parts[0]] += path.read_bytes().count(b"\n")
    largest = {room: f"{count / lines.total():.1%}" for room, count in lines.items() if count > 0.15 * lines.total()}
    assert not largest, f"rooms with over 15 % of the lines: {largest}"
