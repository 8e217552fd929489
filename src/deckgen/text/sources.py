"""Sources of a long text: ``[^1]`` where a claim stands, ``[^1]: Annual report, 2025`` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.base.runs import Run, Runs
from deckgen.text.blocks import Fault, blank_marks, split_blocks
from deckgen.text.scan import scan

_REFERENCE = re.compile(r"\[\^((?:(?!\[\^)[^\]\s])+)\]")  # one that nothing closes ends where the next begins
_FIRST = 0xE010  # private characters stand for references while a text is parsed; no text of a course has them
MOST = 99
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + MOST)}]")


def find_source_faults(text: str) -> Iterator[Fault]:
    """References without a source, sources that nothing refers to, and sources given twice."""
    if "[^" not in text:
        return
    given: dict[str, int] = {}
    for segment in split_blocks(text)[0]:
        if segment.kind == "source":
            if segment.word in given:
                yield Fault(segment.start, f"the source [^{segment.word}] is given twice", "give each its own name")
            given.setdefault(segment.word, segment.start)
    used = [(match.start(), match[1]) for match in references(text)]
    for at, name in used:
        if name not in given:
            hint = f"write it on a line of its own below: [^{name}]: who, what, year"
            yield Fault(at, f"[^{name}] refers to no source of this text", hint)
    for name, at in given.items():
        if name not in {word for _, word in used}:
            yield Fault(
                at, f"nothing refers to the source [^{name}]", f"write [^{name}] where it belongs, or take it out"
            )
    if len({name for _, name in used}) > MOST:
        yield Fault(used[-1][0], f"a text has at most {MOST} sources", "split the text")


def references(text: str) -> list[re.Match[str]]:
    """Where a long text refers to its sources; code and escapes hold no references."""
    return list(_REFERENCE.finditer(scan(blank_marks(text)).masked))


def mark_references(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a private character for each reference, and the names of the sources in order of first use."""
    if "[^" not in text:
        return text, ()
    names: list[str] = []
    parts: list[str] = []
    end = 0
    for match in references(text):
        if match[1] not in names:
            names.append(match[1])
        parts += [text[end : match.start()], chr(_FIRST + min(names.index(match[1]), MOST))]
        end = match.end()
    return "".join((*parts, text[end:])), tuple(names)


def put_sources(runs: Runs, sources: Sequence[Runs]) -> Runs:
    """The runs with numbers that carry their source in place of the private characters."""
    if not any(_MARK.search(run.text) for run in runs):
        return runs
    numbered: list[Run] = []
    for run in runs:
        end = 0
        for match in _MARK.finditer(run.text):
            number = ord(match.group()) - _FIRST
            before = run.text[end : match.start()]
            numbered += [replace(run, text=before)] if before else []
            if number < len(sources):
                numbered.append(Run(str(number + 1), note=sources[number]))
            end = match.end()
        if rest := run.text[end:]:
            numbered.append(replace(run, text=rest))
    return tuple(numbered)
