"""Documents that tell what to do, step by step: what they say to write and to type, for tests to do it to the letter.

A block of YAML begins with a comment that names its file: it is that file, or it stands in place of a key or of the
record of an id, at the end, or the record is taken out. A block of console has commands behind `$`; other lines are
printed by the command before them.
"""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^(`{3,4})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^(`{3,4})(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(
    r"# (?P<file>[\w/.-]+\.yaml)(?:(?:, in place of |：换掉 )(?P<place>\S+)|(?:, without |：删掉 )(?P<gone>\S+)"
    r"|(?P<end>, at its end|：加在最后))?\Z"
)


@dataclass(frozen=True)
class Writing:
    """A file to write, or a part of one; `place` is what the text replaces, `adds` whether it goes to the end."""

    file: str
    text: str
    place: str = ""
    adds: bool = False

    def do(self, folder: Path) -> None:
        """Write it."""
        path = folder / self.file
        path.parent.mkdir(exist_ok=True)
        if self.place:
            path.write_text(_replaced(path.read_text("utf-8"), self.place, self.text), "utf-8")
        else:
            path.write_text((path.read_text("utf-8") if self.adds else "") + self.text, "utf-8")


@dataclass(frozen=True)
class Command:
    """A command to type, as words, and what it prints."""

    words: tuple[str, ...]
    prints: tuple[str, ...] = ()


def steps_of(document: str) -> Iterator[Writing | Command]:
    """What a document says to do, in its order."""
    for _, language, text in _FENCE.findall(document):
        if language == "console":
            yield from commands_of(text)
        elif language == "yaml" and (head := _HEAD.match(text.partition("\n")[0])):
            place = head["place"] or head["gone"] or ""
            whole = not (place or head["end"])  # then the comment is copied, too
            yield Writing(head["file"], text if whole else text.partition("\n")[2], place, bool(head["end"]))


def commands_of(block: str) -> Iterator[Command]:
    """The commands of a block of console."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, *printed = part.rstrip("\n").split("\n")
        yield Command(tuple(shlex.split(typed, comments=True)), tuple(printed))


def all_commands() -> list[tuple[str, tuple[str, ...]]]:
    """Every line that begins with deckgen in the documents for users: the document, and its words behind deckgen."""
    documents = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]
    documents += (ROOT / "src" / "deckgen" / "handbook" / "starter").glob("*/README.md")
    found = []
    for path in documents:
        text = path.read_text("utf-8")
        fenced = [line for _, _, block in _BLOCK.findall(text) for line in block.splitlines()]
        for line in (*fenced, *re.findall(r"^    .*", text, re.MULTILINE)):
            typed = re.match(r"(?:\$ |    |)(?:\.venv/bin/)?deckgen (.*)", line)
            if typed:
                spoken = re.split(r" {2,}", typed[1])[0]  # an explanation may stand behind spaces
                found.append((path.relative_to(ROOT).as_posix(), tuple(shlex.split(spoken, comments=True))))
    return found


def _replaced(text: str, place: str, by: str) -> str:
    """A text of YAML with the value of a key, or the record of an id, replaced."""
    lines = text.splitlines(keepends=True)
    start, indent = _find(lines, place)
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return "".join((*lines[:start], textwrap.indent(by, " " * indent), *lines[end:]))


def _find(lines: list[str], place: str) -> tuple[int, int]:
    """The line that a key at the left edge, or the record of an id in a list, begins on, and how far it is indented."""
    for number, line in enumerate(lines):
        if line.startswith(f"{place}:"):
            return number, 0
        if re.fullmatch(rf"\s*(?:- )?id: {re.escape(place)}\s*", line):
            begin = next(at for at in range(number, -1, -1) if lines[at].lstrip().startswith("- "))
            return begin, len(lines[begin]) - len(lines[begin].lstrip())
    raise AssertionError(f"{place} stands nowhere in the file")
