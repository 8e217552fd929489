"""Two outlines into changes: each once, at the thing that an author would say it of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from deckgen.base.units import Split
from deckgen.changes.align import moved, pair_blocks, pair_named, pair_slides
from deckgen.changes.outline import BlockFacts, Named, Outline, Part, SlideFacts

Kind = Literal["added", "removed", "moved", "changed"]
What = Literal["delivery", "course", "module", "block", "slide", "sheet"]
SAY, KEY, TITLE, ID, PLACE, SHEET = "say", "key", "title", "id", "place", "sheet"
NONE, FIGURES = "–", "#"  # of values: not on that side; the same words with other figures
_FIGURES = re.compile(r"([0-9]+)")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. A slide is called by its title and its `number` in the block `within`; `fields` are the keys of the
    format whose values differ; `before` and `after` say what was and what is: a title, a place in the order, the number
    of words to say. `slides` are the ids of a slide in the decks of both sides, empty where it is not in one. `values`
    say of a key what it was and what it is, where these are few figures or it stands on one side only.
    """

    what: What
    kind: Kind
    name: str
    within: str = ""
    fields: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    number: int = 0
    slides: tuple[str, str] = ("", "")
    values: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one block on both sides, None where it does not run; `details` say where in it they changed.

    `changes` are those of the block and its slides.
    """

    block: str
    before: Split | None
    after: Split | None
    days: tuple[int, int] = (0, 0)
    details: tuple[tuple[str, str, str], ...] = ()  # a slide or sheet, what it took, what it takes
    changes: tuple[Change, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether any minute of it differs."""
        return self.before != self.after or bool(self.details)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two outlines of a course, and the minutes of every block on both sides.

    `others` are the changes of what is no block.
    """

    before: Outline
    after: Outline
    others: tuple[Change, ...]
    minutes: tuple[Minutes, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes: of course and modules, of blocks in their order with their slides, of sheets."""
        first = tuple(item for item in self.others if item.what != "sheet")
        return (*first, *(item for row in self.minutes for item in row.changes), *self.others[len(first) :])

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.others and not any(row.changes or row.is_changed for row in self.minutes)


def compare(before: Outline, after: Outline) -> Comparison:
    """What changed. Two deliveries of one course are told apart in what they hold, not in their clock."""
    pairs = pair_blocks(before.blocks, after.blocks)
    changes = [*_of_course(before, after), *_of_parts("module", before.modules, after.modules)]
    changes += _of_parts("sheet", before.sheets, after.sheets)
    rows = tuple(_rows(before.blocks, after.blocks, pairs))
    return Comparison(before, after, tuple(changes), rows)


def _of_course(before: Outline, after: Outline) -> Iterator[Change]:
    differing = _differing(before.texts, after.texts)
    if TITLE in differing:
        titles = (str(before.texts.get(TITLE, "")), str(after.texts.get(TITLE, "")))
        yield Change("course", "changed", before.course, "", (TITLE,), *titles)
    if fields := tuple(name for name in differing if name != TITLE):
        versions = (str(before.texts.get("version", "")), str(after.texts.get("version", "")))
        told = versions if versions[0] != versions[1] else ("", "")
        values = tuple(_values(before.texts, after.texts, fields))
        yield Change("course", "changed", before.course, "", fields, *told, values=values)
    if before.delivery == after.delivery and (fields := _differing(before.timing, after.timing)):
        yield Change("delivery", "changed", after.delivery, "", fields)


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(key for key in {**before, **after} if before.get(key) != after.get(key))


def _values(
    before: Mapping[str, Any], after: Mapping[str, Any], fields: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Of keys that differ those that a line can tell: figures, on both sides or within, and what only one side has."""
    for name in fields:
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            told = one if other is None else other
            word = str(told) if _is_figure(told) else ""
            yield name, word if other is None else NONE, word if one is None else NONE
        elif (_is_figure(one) and _is_figure(other)) or name == SHEET:
            yield name, str(one), str(other)
        elif isinstance(one, str) and isinstance(other, str) and _FIGURES.sub("#", one) == _FIGURES.sub("#", other):
            yield name, FIGURES, FIGURES
        else:
            yield from ((f"{name}.{key}", *pair) for key, pair in _figures_within(one, other))


def _figures_within(one: Any, other: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    """The figures that differ in two records."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in _differing(one, other):
            left, right = one.get(key), other.get(key)
            if all(side is None or _is_figure(side) for side in (left, right)):
                yield key, (NONE if left is None else str(left), NONE if right is None else str(right))


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _of_parts(what: What, before: Sequence[Part], after: Sequence[Part]) -> Iterator[Change]:
    pairs = pair_named(before, after)
    listed: list[tuple[str, Change]] = []
    for place, part in enumerate(before):
        if place not in pairs:
            listed.append((part.id, Change(what, "removed", part.name)))
            continue
        other = after[pairs[place]]
        fields = _differing(part.texts, other.texts)
        values = tuple(_values(part.texts, other.texts, fields))
        listed += ((other.id, change) for change in _renamed(what, part, other, fields, values))
    for place, part in enumerate(after):
        if place not in pairs.values():
            listed.append((part.id, Change(what, "added", part.name)))
    yield from (change for _, change in (sorted(listed, key=_by_id) if what == "sheet" else listed))


def _by_id(entry: tuple[str, Change]) -> tuple[tuple[int, int | str], ...]:
    """Sheets as they are looked up: by their id, figures as numbers."""
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in _FIGURES.split(entry[0]) if part)


def _renamed(
    what: What, one: Named, other: Named, fields: tuple[str, ...], values: tuple[tuple[str, str, str], ...]
) -> Iterator[Change]:
    """The one change of something that is on both sides: its title, its id, its fields."""
    named: tuple[str, ...] = (TITLE,) if one.title != other.title else ()
    if one.id != other.id and not (one.counted and other.counted):
        named = (*named, ID)
    if named or fields:
        told = (one.name, other.name) if named else ("", "")
        yield Change(what, "changed", other.name, "", (*named, *fields), *told, values=values)


def _rows(before: Sequence[BlockFacts], after: Sequence[BlockFacts], pairs: Mapping[int, int]) -> Iterator[Minutes]:
    """A row for every block, in the order of those that run now; what runs no more stands where it stood."""
    origins = {there: here for here, there in pairs.items()}
    away = moved(pairs)
    gone = [(block, slide) for place, block in enumerate(before) for slide in _left(block, after, pairs, place)]
    come = [(block, slide) for place, block in enumerate(after) for slide in _left(block, before, origins, place)]
    passed = [(one, other) for one in gone for other in come if _is_same(one[1], other[1])]
    told = set[int]()

    def gone_before(place: int) -> Iterator[Minutes]:
        for here in range(place):
            if here not in pairs and here not in told:
                told.add(here)
                block = before[here]
                yield Minutes(block.name, block.split, None, (block.day, 0), (), (_whole("removed", block),))

    for place, block in enumerate(after):
        origin = origins.get(place)
        if origin is None:
            yield Minutes(block.name, None, block.split, (0, block.day), (), (_whole("added", block),))
            continue
        yield from gone_before(origin)
        older = before[origin]
        changes: list[Change] = []
        if origin in away or older.module != block.module:
            places = (_behind(before, origin), _behind(after, place))
            changes.append(Change("block", "moved", block.name, "", (PLACE,), *places))
        fields = _differing(older.texts, block.texts)
        changes += _renamed("block", older, block, fields, tuple(_values(older.texts, block.texts, fields)))
        changes += _of_slides(older, block, passed)
        days, details = (older.day, block.day), tuple(_details(older, block))
        yield Minutes(block.name, older.split, block.split, days, details, tuple(changes))
    yield from gone_before(len(before))


def _whole(kind: Kind, block: BlockFacts) -> Change:
    return Change("block", kind, block.name)


def _left(
    block: BlockFacts, others: Sequence[BlockFacts], pairs: Mapping[int, int], place: int
) -> Iterator[SlideFacts]:
    """The slides of a block that are not in the block it has become."""
    if place not in pairs:
        return
    other = others[pairs[place]]
    taken = pair_slides(block.slides, other.slides)
    yield from (slide for number, slide in enumerate(block.slides) if number not in taken)


def _is_same(one: SlideFacts, other: SlideFacts) -> bool:
    return one.title == other.title or (bool(one.key) and one.key == other.key)


def _behind(blocks: Sequence[BlockFacts], place: int) -> str:
    """Where a block stands: behind another one, or first, and in which module."""
    return f"{blocks[place].module}, {'behind ' + blocks[place - 1].name if place else 'first'}"


Passed = Sequence[tuple[tuple[BlockFacts, SlideFacts], tuple[BlockFacts, SlideFacts]]]
"""Slides that went from one block to another, on both sides."""


def _of_slides(before: BlockFacts, after: BlockFacts, passed: Passed) -> Iterator[Change]:
    pairs = pair_slides(before.slides, after.slides)
    away = moved(pairs)
    for number, slide in enumerate(before.slides):
        if number not in pairs and not any(one[1] is slide for one, _ in passed):
            yield Change("slide", "removed", slide.title, after.name, number=number + 1, slides=(slide.id, ""))
    for number, slide in enumerate(after.slides):
        origin = next((here for here, there in pairs.items() if there == number), None)
        if origin is None:
            source = next((one for one, other in passed if other[1] is slide), None)
            if source is None:
                yield Change("slide", "added", slide.title, after.name, number=number + 1, slides=("", slide.id))
                continue
            told, older = (source[0].name, after.name), source[1]
            yield _slide("moved", older, slide, after.name, number + 1, (PLACE,), told)
        else:
            older = before.slides[origin]
            if origin in away:
                told = (f"slide {origin + 1}", f"slide {number + 1}")
                yield _slide("moved", older, slide, after.name, number + 1, (PLACE,), told)
        fields = _differing(older.texts, slide.texts)
        titled = (older.title, slide.title) if older.title != slide.title else ("", "")
        if any(titled) or fields:
            named = (TITLE, *fields) if any(titled) else fields
            yield _slide("changed", older, slide, after.name, number + 1, named, titled)


def _slide(
    kind: Kind,
    older: SlideFacts,
    slide: SlideFacts,
    within: str,
    number: int,
    fields: tuple[str, ...],
    told: tuple[str, str],
) -> Change:
    values = [item for item in _values(older.texts, slide.texts, fields) if item[0] != SAY or item[1] == FIGURES]
    if SAY in fields and not any(name == SAY for name, *_ in values):
        values.append((SAY, str(words_in(older.texts.get(SAY))), str(words_in(slide.texts.get(SAY)))))
    return Change("slide", kind, slide.title, within, fields, *told, number, (older.id, slide.id), tuple(values))


def words_in(value: Any) -> int:
    """The words of a text, or of all texts in plain data; of Chinese and Japanese the characters."""
    if isinstance(value, Mapping):
        return sum(map(words_in, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(words_in, value))
    return len(_WORD.findall(value)) if isinstance(value, str) else 0


def _details(before: BlockFacts, after: BlockFacts) -> Iterator[tuple[str, str, str]]:
    """Where in a block minutes went: to slides by their number now, from those that are gone by the one they had."""
    pairs = pair_slides(before.slides, after.slides)
    origins = {there: here for here, there in pairs.items()}
    for here, slide in enumerate(before.slides):
        if here not in pairs and slide.split.total:
            yield f"former slide {here + 1}", str(slide.split.total), NONE
    for there, slide in enumerate(after.slides):
        if there not in origins:
            if slide.split.total:
                yield f"slide {there + 1}", NONE, str(slide.split.total)
            continue
        one = before.slides[origins[there]].split
        if one != slide.split:
            yield f"slide {there + 1}", *_shortest(one, slide.split)
    for sheet in {**before.steps, **after.steps}:
        ones, others = before.steps.get(sheet), after.steps.get(sheet)
        if ones is not None and others is not None and ones != others:
            yield f"steps of {sheet}", "+".join(map(str, ones)), "+".join(map(str, others))


def _shortest(before: Split, after: Split) -> tuple[str, str]:
    """Two times as they differ: by their totals, or by talk, activity and debrief where those are the same."""
    if before.total != after.total:
        return str(before.total), str(after.total)
    parts = [name for name in ("talk", "activity", "debrief") if getattr(before, name) != getattr(after, name)]
    one, other = (", ".join(f"{name} {getattr(side, name)}" for name in parts) for side in (before, after))
    return one, other
