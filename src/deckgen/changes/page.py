"""The change page of a bundle: for trainers, in the language and the words of the course."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.changes.compare import KEY, SAY, TITLE, Change, Comparison, Minutes
from deckgen.changes.signs import safe
from deckgen.text.phrases import Phrases


def change_page(comparison: Comparison | None, since: str, phrase: Phrases) -> str:
    """The page as Markdown; None for a delivery that was not there before."""
    lines = [f"# {phrase('changes.heading', since=since)}", ""]
    if comparison is None:
        lines.append(phrase("changes.new", since=since))
    elif comparison.is_empty:
        lines.append(phrase("changes.none"))
    else:
        lines += _whole(comparison, phrase)
    return "\n".join(lines) + "\n"


def _whole(comparison: Comparison, phrase: Phrases) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    if before.split.total != after.split.total:
        yield phrase("changes.minutes", before=before.split.total, after=after.split.total) + "\n"
    if before.days != after.days:
        yield phrase("changes.days", before=before.days, after=after.days) + "\n"
    blocks = [line for row in comparison.minutes if (line := _block(row, phrase))]
    sheets = [item for item in comparison.others if item.what == "sheet"]
    rest = [item for item in comparison.others if item.what != "sheet"]
    for heading, lines in (
        ("blocks", blocks),
        ("sheets", [_line(item, phrase) for item in sheets]),
        ("rest", [_line(item, phrase) for item in rest]),
    ):
        if lines:
            yield f"## {phrase(f'changes.{heading}')}\n"
            yield from lines
            yield ""


def _block(row: Minutes, phrase: Phrases) -> str:
    """One line about a block; empty when nothing of it changed."""
    told = []
    if row.before is None or row.after is None:
        there = row.after or row.before
        assert there is not None
        kind = "changes.added" if row.before is None else "changes.removed"
        return _item(row.block, phrase(kind) + phrase("semicolon") + phrase("changes.took", n=there.total), phrase)
    if row.before.total != row.after.total:
        told.append(phrase("changes.minutes", before=row.before.total, after=row.after.total))
    elif row.is_changed:
        told.append(phrase("changes.same", after=row.after.total))
    told += [text for item in row.changes if (text := _told(item, phrase))]
    return _item(row.block, phrase("semicolon").join(told), phrase) if told else ""


def _line(change: Change, phrase: Phrases) -> str:
    return _item(change.name, _told(change, phrase), phrase)


def _item(name: str, told: str, phrase: Phrases) -> str:
    return f"- {safe(name)}{phrase('colon')}{told}"


def _told(change: Change, phrase: Phrases) -> str:
    if change.kind == "changed":
        kinds = dict.fromkeys(name if name in (SAY, KEY, TITLE) else "content" for name in change.fields)
        what = phrase("enumeration").join(phrase(f"changes.{name}") for name in kinds)
    else:
        what = phrase(f"changes.{change.kind}")
    if change.what != "slide":
        return what
    return phrase("changes.on", what=what, slide=phrase("changes.slide", n=change.number, title=safe(change.name)))
