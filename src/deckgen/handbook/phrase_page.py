"""The list of all fixed phrases: key, words in each language, and where they appear.

Where a phrase appears follows from the source of the program: a key is a text in the modules that print it.
"""

from __future__ import annotations

import ast
import re
from ast import walk
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from deckgen.model.diagrams import DIAGRAMS
from deckgen.text.phrases import LANGUAGES
from deckgen.text.phrases.en import EN

# What the modules below a path make, the first match counts; None where a text is no key of a phrase.
PLACES: Final[tuple[tuple[str, str | None], ...]] = (
    ("text/dates", "deck and books"),
    ("text/", None),
    ("handbook/", None),
    ("compose/papers/run_sheet", "run sheet"),
    ("compose/papers/", "loose papers"),
    ("compose/office/", "papers of the office"),
    ("compose/cut_out", "loose papers"),
    ("compose/origins/", None),
    ("compose/places", "references to loose papers"),
    ("compose/desk", "loose papers"),
    ("compose/guide/", "guide"),
    ("compose/workbook/", "workbook"),
    ("compose/sheets/", "exercise sheets"),
    ("compose/handout", "hand-out"),
    ("pipeline/printing", "packs to print"),
    ("compose/notes", "notes of slides"),
    ("compose/deck", "deck"),
    ("compose/frames", "deck"),
    ("compose/slides/", "deck"),
    ("compose/day", "agenda"),
    ("compose/visuals", "diagrams"),
    ("model/diagrams/", "diagrams"),
    ("compose/content", "long texts"),
    ("compose/links", "links on paper"),
    ("compose/pictures", "pictures"),
    ("compose/", "deck and books"),
    ("decode/infer/", "titles and methods left out"),
    ("plan/", "plan and guide"),
    ("timetable/calendar", "calendar"),
    ("timetable/", "drawing of the plan"),
    ("exchange/", "question bank"),
    ("changes/page", "change page"),
    ("changes/", None),
    ("pipeline/stages", "deck"),
    ("pipeline/deliverables", None),
)
_CALLS = frozenset(("phrase", "say", "_say", "fill", "parts", "join", "labelled", "told"))
_INTRODUCTION = """\
# Phrases

This page is made from the phrases by `make reference`; do not edit it by hand.

Every label and sentence that deckgen itself puts into decks and books stands here, with the key it has under `phrases:`
of a course or a profile ([Texts](texts.md#phrases) says how). What stands between braces is filled in. Spaces at the
ends are shown as `␣`.
"""


def make_phrase_page(sources: Mapping[str, str]) -> str:
    """The page; `sources` has the program's modules by path below the package. KeyError for a phrase nobody prints."""
    places = places_of(sources)
    names = list(LANGUAGES)
    lines = [f"| key | {' | '.join(names)} | where |", f"| --- |{' --- |' * (len(names) + 1)}"]
    for key in sorted(EN):
        words = [_shown(LANGUAGES[name][key]) for name in names]
        lines.append(f"| `{key}` | {' | '.join(words)} | {', '.join(places[key])} |")
    return "\n".join((_INTRODUCTION, *lines, ""))


def places_of(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """Where every phrase that a module prints appears, by key: what asks for it counts before what names it."""
    asked: dict[str, set[str]] = {}
    formed: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for path in sorted(sources):
        place = next((place for start, place in PLACES if path.startswith(start)), None)
        if place is None:
            continue
        keys = _keys_of(sources[path])
        _note(asked, keys.asked, place)
        _note(formed, keys.formed, place)
        _note(named, keys.named, place)
    _note(named, (key for key in EN if "." in key and key.partition(".")[0] in DIAGRAMS), "diagrams")
    notes = {key: {"notes of slides"} for key in EN if key.startswith("frame.")}
    return {key: sorted(places) for key, places in {**named, **formed, **asked, **notes}.items()}


class _Keys(NamedTuple):
    """Keys of phrases in a module: those it asks for, those that what it asks with may become, and all it names."""

    asked: frozenset[str]
    formed: frozenset[str]
    named: frozenset[str]


@cache
def _keys_of(source: str) -> _Keys:
    tree = ast.parse(source)
    calls = [node for node in walk(tree) if _asks(node)]
    asked = frozenset(key for call in calls for key in _keys_in(call))
    formed = frozenset(key for call in calls for key in _keys_formed(call))
    return _Keys(asked, formed, frozenset((*_keys_in(tree), *_keys_formed(tree))))


def _note(places: dict[str, set[str]], keys: Iterable[str], place: str) -> None:
    for key in keys:
        places.setdefault(key, set()).add(place)


def _asks(node: ast.AST) -> bool:
    """Whether a phrase may be asked for here."""
    if not isinstance(node, ast.Call):
        return False
    return (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in _CALLS


def _keys_in(tree: ast.AST) -> Iterator[str]:
    """Texts that are keys."""
    return (str(node.value) for node in walk(tree) if isinstance(node, ast.Constant) and node.value in EN)


def _keys_formed(tree: ast.AST) -> Iterator[str]:
    """The keys that a text with something filled in may become."""
    for node in walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in node.values]
            if re.search(r"[a-z]{3}", "".join(parts).replace(r"\w+", "")):
                yield from filter(re.compile("".join(parts)).fullmatch, EN)


def _shown(phrase: str) -> str:
    inner = phrase.strip(" ").replace("|", "\\|")
    return "␣" * (len(phrase) - len(phrase.lstrip(" "))) + inner + "␣" * (len(phrase) - len(phrase.rstrip(" ")))
