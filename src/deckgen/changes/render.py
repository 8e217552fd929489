"""Changes as text, as Markdown for a pull request or a trainer, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from deckgen.base.suggest import count_of
from deckgen.base.units import Split
from deckgen.changes.compare import FIGURES, NONE, Change, Comparison, Minutes
from deckgen.changes.signs import safe

DAYS = "days/"
"""Stands for the days of a plan where slides are named by their ids."""
Drawn = Mapping[tuple[str, int], str]
"""Paths of drawings, by the id of a slide, or `DAYS`, and the side: 0 before, 1 after."""
VERSION = 2  # of the shape of `as_data`


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Everything as plain data; `version` names its shape."""
    return {
        "version": VERSION,
        "course": comparison.after.course,
        "deliveries": [comparison.before.delivery, comparison.after.delivery],
        "contact_minutes": [comparison.before.split.total, comparison.after.split.total],
        "days": [comparison.before.days, comparison.after.days],
        "changes": [
            {
                "what": item.what, "kind": item.kind, "name": item.name, "within": item.within, "number": item.number,
                "fields": list(item.fields), "before": item.before, "after": item.after,
                "values": [list(value) for value in item.values],
            }
            for item in comparison.changes
        ],
        "minutes": [
            {
                "block": row.block, "before": _parts(row.before), "after": _parts(row.after), "days": list(row.days),
                "details": [list(detail) for detail in row.details],
            }
            for row in comparison.minutes
        ],
    }  # fmt: skip


def _parts(split: Split | None) -> dict[str, int] | None:
    if split is None:
        return None
    return {"total": split.total, "talk": split.talk, "activity": split.activity, "debrief": split.debrief}


def as_text(comparison: Comparison, heading: str) -> str:
    """A line for each change; what belongs to a block stands below it."""
    lines = [f"{heading}: {_summary(comparison)}"]
    lines += (f"  {line}" for line in _lines(comparison))
    return "\n".join(lines) + "\n"


def _summary(comparison: Comparison) -> str:
    before, after = comparison.before, comparison.after
    if comparison.is_empty:
        return "nothing changed"
    told = [f"{_arrow(str(before.split.total), str(after.split.total))} minutes"]
    if before.days != after.days:
        told.append(f"{before.days} → {after.days} days")
    for what in ("block", "slide", "sheet"):
        counts = {kind: sum((item.what, item.kind) == (what, kind) for item in comparison.changes) for kind in _KINDS}
        if what == "block":  # one that only holds what changed has a line, too
            moved = sum(any(item.kind == "moved" for item in _own(row)) for row in comparison.minutes)
            counts["changed"] = sum(_stays(row) and (row.is_changed or bool(row.changes)) for row in comparison.minutes)
            counts["changed"] -= moved
        if any(counts.values()):
            told.append(f"{what}s " + ", ".join(f"{count} {kind}" for kind, count in counts.items() if count))
    both = [row for row in comparison.minutes if _stays(row)]
    retimed = sum(row.before != row.after for row in both)
    within = sum(row.before == row.after and bool(row.details) for row in both)
    return "; ".join(
        (
            *told,
            *([f"minutes of {count_of(retimed, 'block')}"] if retimed else []),
            *([f"minutes within {count_of(within, 'block')}"] if within else []),
        )
    )


def _stays(row: Minutes) -> bool:
    return row.before is not None and row.after is not None


def _own(row: Minutes) -> list[Change]:
    return [item for item in row.changes if item.what == "block"]


_KINDS = ("added", "removed", "moved", "changed")


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _lines(comparison: Comparison) -> Iterator[str]:
    """Course, modules, then the blocks in their order with their minutes and slides, then the sheets."""
    yield from (_line(item) for item in comparison.others if item.what != "sheet")
    for row in comparison.minutes:
        inner = [item for item in row.changes if item.what == "slide"]
        head = _head(row, _own(row))
        if head or inner:
            yield head or f"block {row.block}"
        yield from (f"  {_line(item)}" for item in inner)
    yield from (_line(item) for item in comparison.others if item.what == "sheet")


def _head(row: Minutes, own: Sequence[Change]) -> str:
    """The one line of a block: whether it came, went or moved, and its minutes; empty when nothing of it changed."""
    if row.before is None and row.after is not None:
        return f"block {row.block} added: {row.after.total} minutes ({_named(row.after)})"
    if row.after is None and row.before is not None:
        return f"block {row.block} removed: {row.before.total} minutes ({_named(row.before)})"
    told = [_told(item) for item in own]
    if row.is_changed:
        told.append(_retimed(row))
    return f"block {row.block}: {'; '.join(told)}" if told else ""


def _named(split: Split) -> str:
    """The parts of a time that there are."""
    parts = [(name, getattr(split, name)) for name in ("talk", "activity", "debrief")]
    return ", ".join(f"{name} {minutes}" for name, minutes in parts if minutes)


def _retimed(row: Minutes) -> str:
    assert row.before is not None and row.after is not None
    before, after = row.before, row.after
    still = before.total == after.total
    total = f"{after.total} minutes as before" if still else f"{before.total} → {after.total} minutes"
    names = ("talk", "activity", "debrief")
    parts = [
        f"{name} {getattr(before, name)} → {getattr(after, name)}"
        for name in names
        if getattr(before, name) != getattr(after, name)
    ]
    parts += map(_detail, row.details)
    return f"{total} ({'; '.join(parts)})" if parts else total


def _detail(detail: tuple[str, str, str]) -> str:
    what, one, other = detail
    if NONE in (one, other):
        return f"{what}: {other}, new" if one == NONE else f"{what}: {one}, gone"
    return f"{what}: {one} → {other}"


def _line(change: Change) -> str:
    if change.kind in ("added", "removed"):
        return f"{_called(change)} {change.kind}"
    return f"{_called(change)}: {_told(change)}"


def _called(change: Change) -> str:
    """A slide by its number now; by the one it had where it is no longer there."""
    if change.what != "slide":
        return f"{change.what} {change.name}"
    return f"{'former ' if change.kind == 'removed' else ''}slide {change.number} “{change.name}”"


def _told(change: Change) -> str:
    """What a change is, in words that follow the name."""
    if change.kind == "moved":
        return f"moved, {change.before} → {change.after}"
    named = "title" in change.fields or "id" in change.fields
    told = [f"was {change.before}"] if named else []
    values = {name: (one, other) for name, one, other in change.values}
    others = [name for name in change.fields if name not in ("title", "id")]
    changed = [_field(name, change) for name in others if NONE not in values.get(name, ())]
    told += [f"{', '.join(changed)} changed"] if changed else []
    for side, verb in ((0, "added"), (1, "removed")):  # the side on which a key is not
        apart = [
            _with_figure(name, values[name][1 - side]) for name in others if values.get(name, ("", ""))[side] == NONE
        ]
        told += [f"{', '.join(apart)} {verb}"] if apart else []
    return "; ".join(told)


def _with_figure(name: str, figure: str) -> str:
    return " ".join(filter(None, (_NAMES.get(name, name), figure)))


_NAMES = {"say": "words to say"}


def _field(name: str, change: Change) -> str:
    """A key and, as far as they can be told, its figures."""
    word = _NAMES.get(name, name)
    if name == "version" and change.what == "course" and change.before:
        return f"version {change.before} → {change.after}"
    told = []
    for key, one, other in change.values:
        if key == name:
            told.append("only figures" if one == FIGURES else _arrow(one, other))
        elif key.partition(".")[0] == name:
            told.append(f"{key.partition('.')[2]} {one} → {other}")
    return f"{word} ({', '.join(told)})" if told else word


def as_markdown(comparison: Comparison, heading: str, drawn: Drawn | None = None) -> str:
    """For a pull request: what changed, the minutes of every block before and after, and what is drawn of it."""
    lines = [f"### {safe(heading)}", "", safe(_summary(comparison)), ""]
    if comparison.is_empty:
        return "\n".join(lines)
    listed = [f"{'  ' if line.startswith('  ') else ''}- {safe(line.strip())}" for line in _lines(comparison)]
    lines += [*listed, "", *_table(comparison.minutes), *_drawings(comparison, drawn or {})]
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Minutes]) -> Iterator[str]:
    yield "<details><summary>Minutes of every block</summary>\n"
    yield "| block | before | after | |"
    yield "| --- | --: | --: | --- |"
    for row in rows:
        before, after = (f"{side.total}" if side else "–" for side in (row.before, row.after))
        days = f"day {row.days[0]} → {row.days[1]}" if all(row.days) and row.days[0] != row.days[1] else ""
        yield f"| {safe(row.block)} | {before} | {_strong(after, row)} | {days} |"
    totals: Mapping[str, int] = {
        side: sum(split.total for row in rows if (split := getattr(row, side)) is not None)
        for side in ("before", "after")
    }
    yield f"| **total** | {totals['before']} | {totals['after']} | |"
    yield "\n</details>"


def _drawings(comparison: Comparison, drawn: Drawn) -> Iterator[str]:
    """The days, and every slide that looks otherwise, on both sides."""
    rows = [("the days", DAYS, DAYS)]
    for item in comparison.changes:
        row = (f"slide {item.number} “{item.name}” of {item.within}", *item.slides)
        if any(item.slides) and not any(row[1:] == other[1:] for other in rows):
            rows.append(row)
    rows = [row for row in rows if (row[1], 0) in drawn or (row[2], 1) in drawn]
    if rows:
        yield "\n| | before | after |\n| --- | --- | --- |"
        for called, one, other in rows:
            cells = _picture("before", drawn.get((one, 0))), _picture("after", drawn.get((other, 1)))
            yield f"| {safe(called)} | {' | '.join(cells)} |"


def _picture(called: str, path: str | None) -> str:
    return f"![{called}]({quote(path)})" if path else ""


def _strong(text: str, row: Minutes) -> str:
    return f"**{text}**" if row.is_changed else text
