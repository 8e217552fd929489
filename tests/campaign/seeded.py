"""The list of seeded faults, and the source with one of them in it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SOURCE = ROOT / "src" / "deckgen"


@dataclass(frozen=True)
class Fault:
    """A fault as `faults.yaml` tells it; `room` is a folder or a module below the source, `seen` one of the tests."""

    what: str
    room: str
    before: str
    after: str
    seen: str

    def place(self, source: Path = SOURCE) -> tuple[Path, str]:
        """The file it belongs in, from `source` on, and that file's text with the fault.

        Raises LookupError where what it changes is gone or stands more than once.
        """
        spaced = re.compile(r"\s+".join(map(re.escape, self.before.split())))
        base = source / self.room
        paths = [base] if base.suffix == ".py" else sorted(base.rglob("*.py"))
        found = [(path, match) for path in paths for match in spaced.finditer(_text(path))]
        if len(found) != 1:
            raise LookupError(
                f"rewrite this fault: {self.what} - “{self.before}” stands {len(found)} times in {self.room}"
            )
        path, match = found[0]
        text = _text(path)
        return path.relative_to(source), f"{text[: match.start()]}{self.after}{text[match.end() :]}"

    def problem(self) -> str | None:
        """Why it cannot be seeded, or None."""
        try:
            path, text = self.place()
        except (LookupError, OSError) as gone:
            return str(gone.args[0] if isinstance(gone, LookupError) else f"rewrite this fault: {self.what} - {gone}")
        if not (HERE.parent / self.seen).exists():
            return f"rewrite this fault: {self.what} - there is no tests/{self.seen}"
        if text == _text(SOURCE / path):
            return f"rewrite this fault: {self.what} - it changes nothing"
        try:
            ast.parse(text)
        except SyntaxError as broken:
            return f"rewrite this fault: {self.what} - it is no Python any more: {broken}"
        return None


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


def all_faults() -> list[Fault]:
    """The faults in the order of the list."""
    listed = yaml.load((HERE / "faults.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return [Fault(item["what"], item["in"], str(item["before"]), str(item["after"]), item["seen"]) for item in listed]


def room_of(fault: Fault) -> str:
    """The room below the source, such as ``plan``."""
    return fault.room.split("/")[0]
