"""Builds by a process of its own, in another folder, time zone, locale and order of sets, watched while it reads."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.theme import shipped_themes

CASES = Path(__file__).parent / "cases"
SMALL = "shift-handover"
TWIN = "every-kind"  # built afterwards for its bytes, where that is asked for; its delivery of two days
ABROAD = {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "16"}

SPY = """
import json, os, sys
import deckgen.pipeline.build, deckgen.plan.schedule
opened, inside = [], os.path.dirname(deckgen.__file__)
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR) if isinstance(arguments[2], int) else False
        if not writes and not os.path.isdir(arguments[0]):
            opened.append(os.path.abspath(arguments[0]))
sys.addaudithook(watch)
from pathlib import Path
from deckgen.pipeline.build import Request, build
outcome = build(Request(curriculum=Path("curriculum"), themes=Path("themes"), theme=sys.argv[1], out=Path("out")))
assert not outcome.failed, outcome.diagnostics
(listed,) = Path("out").rglob("manifest.json")
manifest = json.loads(listed.read_text("utf-8"))
print(json.dumps({
    "opened": opened, "inside": inside, "manifest": manifest,
    "loaded": sorted(sys.modules.keys() & {
        "pptx", "docx", "numpy", "platformdirs", "PIL", "resvg_py", "deckgen.pictures",
    }),
}))
for twin in sys.argv[2:]:
    outcome = build(Request(courses=(twin,), delivery="2-day", out=Path("twin")))
    assert not outcome.failed, outcome.diagnostics
"""


@dataclass(frozen=True)
class Elsewhere:
    """The folder that was worked in, and what was seen of the build of the small course in the theme `house`."""

    place: Path
    seen: dict[str, Any]

    @property
    def twin(self) -> Path:
        """What was made of the twin."""
        return self.place / "twin"


def make_place(place: Path) -> Path:
    """A folder with the small course, its twin and a copy of the default theme."""
    shutil.copytree(CASES / SMALL, place / "curriculum" / SMALL)
    shutil.copytree(CASES / TWIN, place / "checkout" / TWIN)
    shutil.copytree(shipped_themes() / "default", place / "themes" / "house")
    return place


def build_elsewhere(place: Path, *, twin: bool = False) -> Elsewhere:
    """Build the small course of a place, and then its twin."""
    command = [sys.executable, "-c", SPY, "house", *([f"checkout/{TWIN}"] if twin else [])]
    env = {**os.environ, **ABROAD}
    result = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return Elsewhere(place, json.loads(result.stdout.splitlines()[-1]))
