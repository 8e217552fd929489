"""What to do when the room runs late, half-day by half-day."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import runs
from deckgen.compose.chapters import running_head
from deckgen.compose.checkpoints import say_checkpoint
from deckgen.compose.day import dated, day_clock
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.plan import Day, Sitting
from deckgen.plan.checkpoints import checkpoints
from deckgen.plan.cuts import CutList, cut_list
from deckgen.tree import BookSection, Callout, Element, Heading, Para

NOON = 12 * 60
DROPS = 3  # blocks to skip that a cut list names behind the elastic minutes


def compose_timing(kit: Kit) -> BookSection:
    """Ten minutes late: which elastic minutes to spend, in which order, half-day by half-day."""
    phrase = kit.phrase
    children: list[Element] = [Heading(1, runs(phrase("late_title")), "late", new_page=True)]
    children.append(Para(runs(phrase("late_lead")), "lead"))
    for day in kit.agenda.days:
        children.append(day_clock(kit, day))
        points = checkpoints(day)
        for listed in cut_list(kit.course, day):
            title = dated(kit, _name_half(kit, day, listed.half, day.halves[listed.half - 1]), day)
            children.append(Heading(2, runs(title), f"late-{day.number}-{listed.half}"))
            children.append(_cut_list(kit, listed, title))
            for point in points:
                if point.half == listed.half:
                    children.append(kit.labelled(phrase("checkpoint_label"), say_checkpoint(kit, point), "plain"))
    named = ((entry.block.id, entry.block.title) for entry in kit.agenda if entry.block.core_skill)
    core = [part for key, title in named for part in (f"{phrase('enumeration')}{key} ", title)]
    if core:
        children.append(
            Callout(
                "warning",
                runs(phrase("never_cut")),
                (Para(kit.inline(core[0].removeprefix(phrase("enumeration")), *core[1:]), "plain"),),
            )
        )
    children.extend(_reasons(kit))
    return BookSection(
        "late", phrase("late_title"), tuple(children), header=running_head(kit, "guide", phrase("late_title"))
    )


def _name_half(kit: Kit, day: Day, number: int, half: Sequence[Sitting]) -> str:
    """What a stretch of a day is called: its half where lunch parts them at noon, else its times."""
    split = len(day.halves) > 1 and day.start.minutes < NOON <= day.halves[1][0].start.minutes
    if split:
        return kit.phrase("half_day", day=day.number, half=kit.phrase(f"half.{number}"))
    return kit.phrase("stretch_of_day", day=day.number, start=half[0].start, end=half[-1].end)


def _cut_list(kit: Kit, listed: CutList, alt: str) -> Element:
    """Elastic minutes in order, then the blocks that go first when those are not enough."""
    elastic = [cut for cut in listed.cuts if cut.kind == "elastic"]
    drops = [cut for cut in listed.cuts if cut.kind == "drop"][:DROPS]
    rows: list[list[Content]] = [
        [f"{cut.block} {cut.title}", str(cut.saves), str(cut.saved), cut.how] for cut in (*elastic, *drops)
    ]
    if not rows:
        return Para(runs(kit.phrase("nothing_elastic")), "plain")
    head = [kit.phrase(key) for key in ("block", "saves", "saved_so_far", "how")]
    return grid(kit, head, rows, (3.4, 1.2, 1.4, 6), alt, keep=True)


def _reasons(kit: Kit) -> list[Element]:
    """Why blocks of a longer delivery are missing, moved or shorter; what a block itself tells is not told twice."""
    told = {entry.block.id: entry.block.differences for entry in kit.agenda if entry.block.differences}
    texts = [
        reason.text
        for reason in kit.agenda.reasons
        if reason.kind != "lighter" or reason.block not in told or told[reason.block] not in reason.text
    ]
    if not texts:
        return []
    lines = kit.bullets(tuple(texts))
    title, lead = kit.phrase("reasons"), kit.phrase("reasons_lead")
    return [Heading(2, runs(title), "reasons"), Para(runs(lead), "plain"), lines]
