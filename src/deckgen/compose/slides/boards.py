"""What a board shows besides task and clock, by the kind of its sheet: roles, facts, fields, a scale, sentences.

Nothing that only the facilitator may read gets here: of role cards a board shows the names alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from deckgen.compose.kit import Kit
from deckgen.model.diagrams.activity import ActivityNote, Design
from deckgen.model.sheets import (
    ActionPlanSheet,
    CaseSheet,
    CocreationSheet,
    DiscussionSheet,
    DrillSheet,
    PollSheet,
    RoleplaySheet,
    SelftestSheet,
    Sheet,
)

Shown = dict[str, Any]
"""Fields of an `Activity` beside those that every board has."""

_MOST_FIELDS = 6
_PLAN = ("when", "will", "else", "date", "evidence", "support")  # lines of a plan that one begins with
_MOST_FACTS = 4
_TRIAD = 3  # people, and turns
_AT_TABLE = 3  # people that are seen
_MOST_BANDS = 4
_LONGEST_FIELD = 14  # characters of the name of a field
_LONGEST_QUOTE = 26  # characters of what somebody says in a case
_LONGEST_LINE = 34  # characters of a sentence in a bubble
_QUOTE = re.compile(r"[“\"「]([^”\"」]{4,})[”\"」]")
_BEFORE_SPEECH = ("：", ":", "，", ",")
_SENTENCE_END = re.compile(r"[。！？!?\n]|[.] ")
_ENDS_OF_SPEECH = ("。", "！", "？", "…", ".", "!", "?")
_ICONS = {
    "action_plan": "flag", "case": "file-text", "cocreation": "lightbulb", "discussion": "messages-square",
    "drill": "users", "poll": "hand", "roleplay": "users", "selftest": "list-checks", "solo": "pencil",
}  # fmt: skip


def show_kind(kit: Kit, sheet: Sheet) -> Shown:
    """The design for a kind of sheet, and what it shows; `list` for a sheet that has nothing to draw."""
    shown: Shown = {"word": kit.phrase(f"kind.{sheet.kind}"), "word_icon": _ICONS.get(sheet.kind, "")}
    own = _KINDS[sheet.kind](kit, sheet) if sheet.kind in _KINDS else _page(kit, sheet)
    return {**shown, **own}


def show_ring(kit: Kit, title: str) -> Shown:
    """A ritual for which all stand up: six to eight of them are seen, others on a slide of another title."""
    return {
        "design": "ring",
        "word": kit.phrase("board.stand"),
        "word_icon": "users",
        "who": _guests(kit, 6 + sum(map(ord, title)) % 3),
    }


def _guests(kit: Kit, count: int) -> tuple[str, ...]:
    """What participants are called that are seen on a board."""
    return tuple(kit.phrase("board.guest", n=n) for n in range(1, count + 1))


def _askers(kit: Kit, lines: Sequence[str], least: int = 0) -> tuple[str, ...]:
    """Who is seen with lines: the person of the course that a line speaks of, else a participant."""
    names: list[str] = []
    for line, guest in zip_longest(lines, _guests(kit, max(least, len(lines)))):
        spoken_of = (person.name for person in kit.course.people if line and person.name in line)
        names.append(next((name for name in spoken_of if name not in names), guest))
    return tuple(names)


def _names(kit: Kit, count: int) -> tuple[str, ...]:
    """What those are called who take turns."""
    return tuple(kit.phrase("board.names").split("|")[:count])


def _time(kit: Kit, seconds: int) -> str:
    """How long a turn is."""
    if seconds % 60 == 0 and seconds > 90:
        return kit.phrase("board.minutes", n=seconds // 60)
    return kit.phrase("board.seconds", n=seconds)


def _drill(kit: Kit, sheet: DrillSheet) -> Shown:
    practice = sheet.practice
    turn = _time(kit, practice.seconds) if practice is not None else ""
    if practice is not None and practice.people == _TRIAD:
        return _triad(kit, sheet)
    rounds = tuple(map(str, range(practice.swaps + 1))) if practice is not None and practice.swaps else ()
    lines = tuple(kit.plain(hint) for hint in sheet.hints if len(hint) <= _LONGEST_LINE)[:2]
    return {
        "design": "lanes", "who": _names(kit, 2), "rounds": rounds, "turn": turn, "lines": lines,
        "notes": tuple(ActivityNote(title=lane) for lane in _actors(kit, sheet)),
    }  # fmt: skip


def _actors(kit: Kit, sheet: DrillSheet) -> tuple[str, ...]:
    """Who acts and who is talked to, in the words of the sheet; those it does not name are named for it."""
    named = tuple(map(kit.plain, sheet.actors))
    return (*named, *kit.phrase("board.lanes").split("|")[len(named) :])


def _triad(kit: Kit, sheet: DrillSheet) -> Shown:
    """Three turns with two swaps between them: three people, each of whom does it, is talked to, and watches."""
    time = _time(kit, sheet.practice.seconds)
    seen = kit.phrase("board.observes", n=len(sheet.observe)) if sheet.observe else ""
    roles = zip("ABC", (*_actors(kit, sheet), kit.phrase("observer")), ("", "", seen), strict=True)
    return {
        "design": "track", "who": _names(kit, _TRIAD),
        "notes": tuple(ActivityNote(title=title, text=text, letter=letter) for letter, title, text in roles),
        "rounds": tuple(kit.phrase("board.round", n=n, time=time) for n in range(1, _TRIAD + 1)),
    }  # fmt: skip


def _roleplay(kit: Kit, sheet: RoleplaySheet) -> Shown:
    notes = [
        ActivityNote(title=kit.plain(card.name), text=kit.phrase("board.card", letter=card.role), letter=card.role)
        for card in sheet.cards
    ]
    practice = sheet.practice
    rounds: tuple[str, ...] = ()
    first = _rounds_before(kit, sheet)
    if practice is not None and practice.rounds > 1:
        time = _time(kit, practice.seconds)
        numbers = range(first + 1, first + practice.rounds + 1)
        rounds = tuple(kit.phrase("board.round", n=n, time=time) for n in numbers)
    if len(notes) < _TRIAD and (sheet.observe or practice is None or practice.rounds != 2):
        letter = next((one for one in "ABC" if one not in {note.letter for note in notes}), "")
        seen = kit.phrase("board.observes", n=len(sheet.observe)) if sheet.observe else ""
        notes.append(ActivityNote(title=kit.phrase("observer"), text=seen, letter=letter))
    names = _names(kit, len(notes))
    turned = first % len(names) if len(names) == len(notes) else 0  # who has not had the first role yet stands first
    return {"design": "track", "notes": tuple(notes), "rounds": rounds, "who": (*names[turned:], *names[:turned])}


def _rounds_before(kit: Kit, sheet: RoleplaySheet) -> int:
    """How many rounds of role-play the sheets before this one have had in its block."""
    for entry in kit.agenda:
        if sheet.id in entry.block.sheets:
            keys = entry.block.sheets[: entry.block.sheets.index(sheet.id)]
            before = [kit.course.sheet(key) for key in keys if key in entry.steps]
            plays = [one.practice for one in before if isinstance(one, RoleplaySheet)]
            return sum(practice.rounds for practice in plays if practice is not None)
    return 0


def _case(kit: Kit, sheet: CaseSheet) -> Shown:
    told = f"{sheet.title}{sheet.situation}{sheet.story}"
    named = [(told.find(person.name), person.name) for person in kit.course.people if person.name in told]
    facts = tuple(ActivityNote(title=kit.plain(value), text=kit.plain(name)) for name, value in sheet.facts)
    who = (min(named)[1],) if named else _guests(kit, 1)
    lines: tuple[str, ...] = ()
    if said := next(_said(kit, sheet.story), None):
        who, lines = (said[0],), (kit.plain(said[1]),)
    return {
        "design": "case", "who": who, "notes": facts[:_MOST_FACTS], "lines": lines,
        "question": kit.plain(sheet.questions[-1]) if sheet.questions else "",
    }  # fmt: skip


def _said(kit: Kit, story: str) -> Iterator[tuple[str, str]]:
    """What people of the course say in a story, short enough for a bubble: who is named before it in its sentence.

    Words that are only quoted, a notice's or a rule's, and those of somebody who has no name are nobody's.
    """
    for quote in _QUOTE.finditer(story):
        before = story[: quote.start()].rstrip()
        spoken = before.endswith(_BEFORE_SPEECH) or quote[1].endswith(_ENDS_OF_SPEECH)
        if not spoken or len(quote[1]) > _LONGEST_QUOTE:
            continue
        sentence = _SENTENCE_END.split(before)[-1]
        named = [(sentence.rfind(one.name), one.name) for one in kit.course.people if one.name in sentence]
        if named:
            yield max(named)[1], quote[1]


def _selftest(kit: Kit, sheet: SelftestSheet) -> Shown:
    most = len(sheet.scale)
    sums = [(band.title, band.low, band.high) for band in sheet.bands]
    if sheet.groups:  # what is looked at first
        sums = [(group.title, group.items, group.items * most) for group in sheet.groups]
    bands = tuple(ActivityNote(title=kit.plain(title), text=f"{low}–{high}") for title, low, high in sums)
    return {
        "design": "scale", "lines": tuple(kit.plain(name) for name in sheet.scale), "notes": bands[:_MOST_BANDS],
    }  # fmt: skip


def _discussion(kit: Kit, sheet: DiscussionSheet) -> Shown:
    lines = tuple(map(kit.plain, sheet.questions))
    talks = [one.id for one in kit.course.sheets if isinstance(one, DiscussionSheet)]
    at_table = len(lines) == 1 or talks.index(sheet.id) % 2 == 1
    return {"design": "table" if at_table else "talk", "lines": lines, "who": _askers(kit, lines, _AT_TABLE)}


def _poll(kit: Kit, sheet: PollSheet) -> Shown:
    lines = (kit.plain(sheet.question),)
    return {"design": "table", "lines": lines, "who": _askers(kit, lines, _AT_TABLE - 1)}


def _cocreation(kit: Kit, sheet: CocreationSheet) -> Shown:
    return {"design": "wall", "question": kit.plain(sheet.challenge)}


def _page(kit: Kit, sheet: Sheet) -> Shown:
    """The fields of the page that is filled in; a page without any is a list of what to do."""
    names = [
        name
        for space in sheet.workspace
        for name in ((*space.fields, *space.checks) or space.table or ((space.prompt,) if space.prompt else ()))
    ]
    fields = [kit.plain(name) for name in dict.fromkeys(names) if name]
    short = [re.split(r"[：:（(，,；;。]", name)[0] for name in fields]
    kept = [name for name in dict.fromkeys(short) if 0 < len(name) <= _LONGEST_FIELD][:_MOST_FIELDS]
    design: Design = "page" if len(kept) > 1 else "list"
    return {"design": design, "notes": tuple(ActivityNote(title=name) for name in kept) if len(kept) > 1 else ()}


def _plan(kit: Kit, sheet: ActionPlanSheet) -> Shown:
    """The lines of a plan."""
    names = (kit.phrase(f"plan.{line}").rstrip("…. ") for line in _PLAN)
    return {"design": "page", "notes": tuple(ActivityNote(title=name) for name in names)}


_KINDS: dict[str, Callable[[Kit, Any], Shown]] = {
    "action_plan": _plan,
    "case": _case,
    "cocreation": _cocreation,
    "discussion": _discussion,
    "drill": _drill,
    "poll": _poll,
    "roleplay": _roleplay,
    "selftest": _selftest,
}
