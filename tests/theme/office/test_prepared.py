"""Prepared data: what ships equals a fresh reading, and no wrong, stale or damaged record is ever used."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckgen.pipeline.door import Disk, Record
from deckgen.theme import office, shipped_themes
from deckgen.theme.find import THEME_FILE
from deckgen.theme.office import prepared
from deckgen.theme.office.facts import book_from_plain, deck_from_plain, to_plain
from deckgen.theme.office.prepared import FILE, MODULES, find_or_learn, make_file, make_key
from deckgen.theme.templates import FOLDERS, template_parts
from default_theme import FOLDER, TEMPLATES, Memory

THEMES = sorted(path.parent for path in shipped_themes().glob(f"*/{THEME_FILE}"))
PARTS = {"deck": TEMPLATES.deck.parts, "book": TEMPLATES.book.parts}
FACTS = {"deck": TEMPLATES.deck.facts, "book": TEMPLATES.book.facts}


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.name)
def test_what_ships_is_what_a_fresh_reading_finds(theme: Path) -> None:
    door = Record(Disk())
    templates = {kind: template_parts(theme, kind, door) for kind in FOLDERS}
    assert (theme / FILE).read_bytes() == make_file(templates, door), "run `make prepared`"


def test_every_module_of_the_readers_counts() -> None:
    assert sorted(item.name for item in pkgutil.iter_modules(office.__path__)) == sorted(MODULES)


def test_facts_survive_being_kept() -> None:
    deck, book = TEMPLATES.deck.facts, TEMPLATES.book.facts
    assert deck_from_plain(json.loads(json.dumps(to_plain(deck)))) == deck
    assert book_from_plain(json.loads(json.dumps(to_plain(book)))) == book


class Elsewhere(Record):
    """A door behind which one module of the readers is another."""

    def __init__(self, changed: str) -> None:
        super().__init__(Disk())
        self.changed = changed

    def module(self, name: str, /) -> bytes:
        return super().module(name) + (b"#" if name.endswith(f".{self.changed}") else b"")


def test_a_byte_of_any_part_or_reader_asks_for_a_fresh_reading() -> None:
    door, parts = Record(Disk()), PARTS["book"]
    key = make_key("book", parts, door)
    assert make_key("book", dict(reversed(parts.items())), door) == key
    keys = {make_key("book", {**parts, name: data + b" "}, door) for name, data in parts.items()}
    keys |= {make_key("book", {**parts, "word/new.xml": b""}, door)}
    keys |= {make_key("book", parts, Elsewhere(module)) for module in MODULES}
    assert len(keys - {key}) == len(parts) + 1 + len(MODULES)


def _set(record: dict[str, Any], **values: Any) -> bytes:
    return json.dumps({**record, **values}).encode()


def _facts(record: dict[str, Any], **values: Any) -> bytes:
    """A record whose facts were changed by somebody who knew how to sum them."""
    plain = {**record["facts"], **values}
    return _set(record, facts=plain, sha256=prepared._sum(plain))


DAMAGE: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "empty": lambda record: b"",
    "cut": lambda record: json.dumps(record).encode()[:-40],
    "no object": lambda record: b"[1]",
    "nested": lambda record: b"[" * 200_000,
    "bytes": lambda record: b"\xff\xfe\x00",
    "other kind": lambda record: _set(record, kind="deck"),
    "other reader": lambda record: _set(record, reader="0" * 64),
    "other template": lambda record: _set(record, template="0" * 64),
    "changed facts": lambda record: _set(record, facts={**record["facts"], "language": "fr"}),
    "no facts": lambda record: _set(record, facts=None),
    "no sum": lambda record: _set(record, sha256=""),
    "other fields": lambda record: _facts(record, unknown=1),
    "wrong shape": lambda record: _facts(record, styles=[1]),
    "missing field": lambda record: _set(record, facts={}, sha256=prepared._sum({})),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("place", ["store", "theme"])
def test_a_damaged_record_is_as_good_as_none(damage: str, place: str, tmp_path: Path) -> None:
    """In the store and beside the theme: the facts are learned again, and right."""
    store, door = Memory(), Record(Disk())
    record = json.loads((FOLDER / FILE).read_bytes())["book"]
    if place == "store":
        find_or_learn("book", PARTS["book"], tmp_path, door, store)
        (name,) = store.kept
        assert json.loads(store.kept[name]) == record
        store.kept[name] = DAMAGE[damage](record)
    else:
        (tmp_path / FILE).write_bytes(b'{"book":' + DAMAGE[damage](record) + b"}")
    opened: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepared, "learn", lambda kind, parts: opened.append(kind) or FACTS[kind])
        learned = find_or_learn("book", PARTS["book"], tmp_path, door, store)
    assert learned.facts == FACTS["book"] and opened == ["book"]
    assert [json.loads(data) for data in store.kept.values()] == [record]  # mended


def test_another_version_of_the_library_learns_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, door = Memory(), Record(Disk())
    find_or_learn("book", PARTS["book"], tmp_path, door, store)
    monkeypatch.setattr(prepared.metadata, "version", lambda name: "99")
    find_or_learn("book", PARTS["book"], tmp_path, door, store)
    assert len(store.kept) == 2
