"""What was learned of templates, kept: beside a theme that ships, in a store between builds.

A record says what it was learned from: the kind of template, the SHA-256 of all its parts, and of the modules that
learned it. One that does not fit all three, or whose own sum is wrong, is never used.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.base.reading import Door, Store
from deckgen.theme.office.facts import (
    BookFacts,
    DeckFacts,
    Facts,
    UnusableError,
    book_from_plain,
    deck_from_plain,
    to_plain,
)
from deckgen.theme.office.parts import find_faults

FILE = "prepared.json"  # in the folder of a theme
MODULES = (
    "book",
    "deck",
    "facts",
    "ground",
    "outline",
    "parts",
    "prepared",
    "scheme",
)  # of this package: any change may learn otherwise
_ADDRESS = re.compile(r"<[^<>]* at 0x[0-9a-f]+>")  # differs from run to run
LIBRARIES = {"deck": "python-pptx", "book": "python-docx"}


class Learned(NamedTuple):
    """Facts, and the library that took part in finding them out; none when they came with the theme."""

    facts: Facts
    library: str


def learn(kind: str, parts: Mapping[str, bytes]) -> Facts:
    """The facts of a ``deck`` or ``book`` template, by opening it. Raises UnusableError with the reason."""
    module = import_module(f"{__package__}.{kind}")  # only now: python-pptx and python-docx take a tenth of a second
    try:
        facts: DeckFacts | BookFacts = getattr(module, f"learn_{kind}")(parts)
    except UnusableError:
        raise
    except Exception as problem:  # there is no end of what the libraries raise over a broken file
        seen = _ADDRESS.sub("...", f"{type(problem).__name__}: {problem}")[:200]
        reason = find_faults(parts) or f"{LIBRARIES[kind]} cannot open it ({seen})"
        raise UnusableError(reason, "open it in Office and save it again") from problem
    return facts


def find_or_learn(kind: str, parts: Mapping[str, bytes], theme: Path, door: Door, store: Store) -> Learned:
    """The facts of a theme's template: what ships with it, what was kept, else by opening it, and keeping that."""
    key = make_key(kind, parts, door)
    facts = _read_record(_shipped(theme, door).get(kind), key)
    if facts is not None:
        return Learned(facts, "")
    library = LIBRARIES[kind]
    name = hashlib.sha256(json.dumps([*key, library, metadata.version(library)]).encode()).hexdigest()
    facts = _read_record(_parse(store.load(name)), key)
    if facts is not None:
        return Learned(facts, library)
    facts = learn(kind, parts)
    store.save(name, json.dumps(make_record(key, facts), ensure_ascii=False).encode())
    return Learned(facts, library)


def make_key(kind: str, parts: Mapping[str, bytes], door: Door) -> tuple[str, str, str]:
    """What facts are learned from: kind, sum of the modules that learn, sum of the template's parts."""
    reader = hashlib.sha256()
    for module in MODULES:
        reader.update(hashlib.sha256(door.module(f"{__package__}.{module}")).digest())
    return kind, reader.hexdigest(), sum_parts(parts)


def sum_parts(parts: Mapping[str, bytes]) -> str:
    """The SHA-256 of all parts of a template with their names."""
    template = hashlib.sha256()
    for name in sorted(parts):
        template.update(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n".encode())
    return template.hexdigest()


def make_record(key: tuple[str, str, str], facts: Facts) -> dict[str, Any]:
    """Facts with what they were learned from and their own sum, as JSON can hold them."""
    kind, reader, template = key
    plain = to_plain(facts)
    return {"kind": kind, "reader": reader, "template": template, "sha256": _sum(plain), "facts": plain}


def make_file(templates: Mapping[str, Mapping[str, bytes]], door: Door) -> bytes:
    """The content of `FILE` for a theme with these templates, by opening each of them."""
    records = {kind: make_record(make_key(kind, parts, door), learn(kind, parts)) for kind, parts in templates.items()}
    return (json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _shipped(theme: Path, door: Door) -> dict[str, Any]:
    try:
        records = _parse(door(theme / FILE))
    except OSError:  # a theme of somebody who does not prepare it: the store keeps what is learned
        return {}
    return records or {}


def _parse(content: bytes | None) -> dict[str, Any] | None:
    """A JSON object, None for anything else: what is damaged is as good as absent."""
    try:
        value = json.loads(content) if content is not None else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _read_record(record: Any, key: tuple[str, str, str]) -> Facts | None:
    """The facts of a record, if it was learned from `key` and is whole."""
    if not isinstance(record, dict) or (record.get("kind"), record.get("reader"), record.get("template")) != key:
        return None
    plain = record.get("facts")
    if not isinstance(plain, dict) or record.get("sha256") != _sum(plain):
        return None
    try:
        return deck_from_plain(plain) if key[0] == "deck" else book_from_plain(plain)
    except (KeyError, TypeError, ValueError):  # made by somebody else, with a right sum
        return None


def _sum(plain: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
