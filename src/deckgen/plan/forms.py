"""Declared deliveries of a course into candidates: every block with the forms it may run in.

A form is how one declared delivery treats a block: its slides, its sheets, its minutes. A missing
range is derived, a missing number of minutes is taken from the slides; a block of which no delivery
says how long it takes is refused with DG303.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Report
from deckgen.base.units import Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan.floors import floor_of, least_of
from deckgen.plan.rescale import rescale

NO_FLOOR = Split()
TOP, PRACTICE, USUAL, MINOR, LEAST = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Form:
    """A block as one declared delivery has it; minutes are whole contact minutes.

    `minimum` leaves the elastic minutes untouched, `least` has them spent.
    """

    delivery: str
    block: Block
    split: Split
    least: int
    minimum: int
    typical: int
    maximum: int
    rank: int = 0  # 0 for the fullest form of the block
    floor: Split = NO_FLOOR  # what each bucket gives up last

    def split_of(self, minutes: int) -> Split:
        """How so many minutes divide: missing ones come from talk first, extra ones go to the participants."""
        total = self.split.total
        if minutes > total:
            shares = (self.split.activity, self.split.debrief)
            extra = rescale(shares, minutes - total) if sum(shares) else (minutes - total, 0)
            return self.split + Split(0, *extra)
        spent = min(self.block.elastic, total - minutes)
        kept = spend(self.split, spent, self.floor)
        if kept.total == minutes:
            return kept
        floor = (self.floor.talk, self.floor.activity, self.floor.debrief)
        return Split(*rescale((kept.talk, kept.activity, kept.debrief), minutes, floor))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block of the course with all its forms, the fullest first."""

    id: str
    module: str
    forms: tuple[Form, ...]
    priority: int  # 1 goes first, 5 last
    required: bool  # a core skill, the opening and the close run in every length
    needs: tuple[str, ...] = ()
    same_sitting: str | None = None
    not_last: bool = False
    not_after_lunch: bool = False
    day: int | None = None

    @property
    def block(self) -> Block:
        """The block in its fullest form."""
        return self.forms[0].block

    @property
    def is_day_frame(self) -> bool:
        """True for what opens or closes a day, and runs between days only."""
        return self.block.place != ""


def spend(split: Split, minutes: int, floor: Split) -> Split:
    """The split without so many minutes: taken from talk, then activity, then debrief.

    No bucket goes below its `floor` as long as another has more; none is ever below zero.
    """
    for low in (floor, NO_FLOOR):
        talk = min(max(0, split.talk - low.talk), minutes)
        activity = min(max(0, split.activity - low.activity), minutes - talk)
        debrief = min(max(0, split.debrief - low.debrief), minutes - talk - activity)
        split = Split(split.talk - talk, split.activity - activity, split.debrief - debrief)
        minutes -= talk + activity + debrief
    return split


def gather_candidates(courses: Mapping[str, Course], nearest: str, report: Report) -> tuple[Candidate, ...] | None:
    """All blocks in teaching order with their forms; `courses` has the course by declared delivery.

    Of two forms with equal minutes the nearest delivery's is kept. None when a block has no minutes anywhere.
    """
    order = _merge_order([[block.id for block in course.blocks] for course in courses.values()])
    home = _home_modules(courses.values())
    candidates: list[Candidate] = []
    for key in order:
        variants = {name: block for name, course in courses.items() for block in course.blocks if block.id == key}
        forms = _forms(variants, courses, nearest)
        if forms:
            candidates.append(_candidate(key, home[key], forms))
        else:
            first = next(iter(variants.values()))
            report.add(
                "DG303",
                f"no delivery says how many minutes block {key} {first.title} takes",
                first.span,
                "give `minutes: talk/activity/debrief`, one number, or `range: minimum-typical-maximum`",
            )
    if len(candidates) < len(order):
        return None
    return _check_conditions(_require_edges(candidates), report)


def _home_modules(courses: Iterable[Course]) -> dict[str, str]:
    """The module of every block, as the delivery with the most blocks has it."""
    home: dict[str, str] = {}
    for course in sorted(courses, key=lambda one: -len(one.blocks)):
        for module in course.modules:
            for block in module.blocks:
                home.setdefault(block.id, module.id)
    return home


def _require_edges(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The opening and the close of the course run in every length."""
    lessons = [item for item in candidates if not item.is_day_frame]
    edges = {item.id for item in (*lessons[:1], *lessons[-1:]) if item.block.frames}
    return [replace(item, required=True) if item.id in edges else item for item in candidates]


def _merge_order(lists: Sequence[Sequence[str]]) -> list[str]:
    """One order that keeps every list's own: what is missing follows what it follows in its list."""
    longest = max(lists, key=len)
    merged = list(longest)
    for listed in lists:
        for index, item in enumerate(listed):
            if item not in merged:
                merged.insert(merged.index(listed[index - 1]) + 1 if index else 0, item)
    return merged


def _forms(variants: Mapping[str, Block], courses: Mapping[str, Course], nearest: str) -> tuple[Form, ...]:
    """The forms of a block by declared delivery, the fullest first; none reaches into the next fuller one."""
    by_minutes: dict[int, Form] = {}
    for name, block in variants.items():
        form = _form(name, block, floor_of(block, courses[name]))
        if form is not None and (form.typical not in by_minutes or name == nearest):
            by_minutes[form.typical] = form
    forms: list[Form] = []
    for rank, minutes in enumerate(sorted(by_minutes, reverse=True)):
        form = by_minutes[minutes]
        given = form.block.range is not None and form.block.range.maximum is not None
        cap = forms[-1].minimum - 1 if forms and not given else form.maximum
        forms.append(replace(form, maximum=max(form.typical, min(form.maximum, cap)), rank=rank))
    return tuple(forms)


def _form(delivery: str, block: Block, floor: Split) -> Form | None:
    given = block.range
    split = block.split or block.shown
    typical = (given.typical if given else None) or split.total
    if not typical and given and given.minimum and given.maximum:
        typical = (given.minimum + given.maximum) // 2
    if not typical:
        return None
    if given and given.typical is None:
        typical = min(max(typical, given.minimum or typical), given.maximum or typical)
    if split.total != typical:
        parts = (split.talk, split.activity, split.debrief) if split.total else (0, 1, 0)
        split = Split(*rescale(parts, typical, (floor.talk, floor.activity, floor.debrief)))
    minimum = given.minimum if given else None
    maximum = given.maximum if given else None
    elastic = 0 if block.core_skill else max(0, min(block.elastic, typical - least_of(block).total))
    if maximum is None:
        practises = split.activity + split.debrief > 0
        maximum = typical + typical // 2 if practises else typical
    return Form(
        delivery, block, split,
        least=min(typical, typical - elastic if minimum is None else minimum),
        minimum=typical if minimum is None else min(typical, minimum),
        typical=typical,
        maximum=max(typical, maximum),
        floor=floor,
    )  # fmt: skip


def _candidate(key: str, module: str, forms: tuple[Form, ...]) -> Candidate:
    block = forms[0].block
    wanted = block.conditions
    return Candidate(
        key,
        module,
        forms,
        priority_of(block, forms[-1].block, forms[-1].split),
        block.core_skill,
        wanted.needs if wanted else (),
        wanted.same_sitting if wanted else None,
        wanted.not_last if wanted else False,
        wanted.not_after_lunch if wanted else False,
        wanted.day if wanted else None,
    )


def priority_of(block: Block, lightest: Block | None = None, split: Split | None = None) -> int:
    """The author's word; else core skills first, then practice that gives nothing away, optional ones last.

    `lightest` is the block in its lightest form and `split` its minutes there; the block itself when not named.
    """
    light = lightest or block
    minutes = split or light.split or Split()
    if "priority" in block.model_fields_set:
        return block.priority
    if block.core_skill:
        return TOP
    if block.optional:
        return LEAST
    if block.frames or (not light.elastic and minutes.activity > minutes.talk):
        return PRACTICE
    return USUAL if light.sheets else MINOR


def _check_conditions(candidates: Sequence[Candidate], report: Report) -> tuple[Candidate, ...] | None:
    """Conditions that name a block that is not there, or that can never hold."""
    place = {item.id: index for index, item in enumerate(candidates)}
    sound = True
    for index, item in enumerate(candidates):
        named = [*item.needs, *([item.same_sitting] if item.same_sitting else [])]
        for other in named:
            late = other == item.same_sitting and place.get(other, -1) >= index
            if other not in place or other == item.id or late:
                what = "stands behind it" if late and other in place and other != item.id else "is not there"
                report.add(
                    "DG308",
                    f"block {item.id} depends on block {other}, which {what}",
                    item.block.at("conditions"),
                    f"blocks are {', '.join(key for key in place if key != item.id)}",
                )
                sound = False
    return tuple(candidates) if sound else None
