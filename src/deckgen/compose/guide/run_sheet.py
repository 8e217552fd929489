"""The run sheet, one landscape page a day, and what to do when the room runs late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.base.runs import Run, runs
from deckgen.compose.anchors import sheet_anchor, slide_ids
from deckgen.compose.checkpoints import checkpoint_of, say_checkpoint
from deckgen.compose.day import dated, day_clock
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.plan import Day, Entry, Sitting
from deckgen.plan.checkpoints import checkpoints
from deckgen.plan.cuts import CutList, cut_list
from deckgen.tree import BookSection, Callout, Drawing, Element, Heading, Para

HEAD = (
    "clock",
    "minutes_short",
    "module_block",
    "method",
    "split",
    "slides",
    "book_page",
    "aids",
    "owner",
    "mood",
    "remark",
)
NOON = 12 * 60
DROPS = 3  # blocks to skip that a cut list names behind the elastic minutes
WIDTHS = (66, 32, 176, 116, 46, 40, 46, 112, 40, 32, 44)


def compose_run_sheets(kit: Kit, thumbnails: Mapping[str, tuple[int, Drawing]]) -> list[BookSection]:
    """A landscape section for every day."""
    sections = []
    for day in kit.agenda.days:
        several = len(kit.agenda.days) > 1
        title = kit.phrase("run_sheet_of_day", n=day.number) if several else kit.phrase("run_sheet")
        title = dated(kit, title, day)
        table = grid(
            kit,
            [kit.phrase(key) for key in HEAD],
            list(_rows(kit, day, thumbnails)),
            WIDTHS,
            title,
            role="run_sheet",
        )
        heading = Heading(1, runs(title), f"run-sheet-{day.number}", new_page=True)
        sections.append(
            BookSection(f"run-sheet-{day.number}", title, (heading, table), "landscape", kit.plain(kit.course.title))
        )
    return sections


def _rows(kit: Kit, day: Day, thumbnails: Mapping[str, tuple[int, Drawing]]) -> list[list[Content]]:
    phrase = kit.phrase
    before = str(day.start.later(-30))
    rows: list[list[Content]] = [_outside(kit, before, phrase("sign_in"), phrase("sign_in_remark"))]
    for sitting in day.sittings:
        rows.extend(_entry_row(kit, entry, thumbnails) for entry in sitting.entries)
        if sitting.pause is not None:
            pause = sitting.pause
            clock = f"{pause.start}–{pause.end}"
            point = checkpoint_of(kit, sitting)
            rows.append(_outside(kit, clock, phrase(pause.kind), say_checkpoint(kit, point) if point else ""))
    last = day.number == len(kit.agenda.days)
    rows.append(_outside(kit, str(day.end), phrase("photo" if last else "tidy_up"), phrase("outside_minutes")))
    return rows


def _outside(kit: Kit, clock: str, title: str, remark: str) -> list[Content]:
    """A row outside the contact minutes: its remark runs across the columns left."""
    return [clock, "—", title, f"{kit.phrase('assistant')}{kit.phrase('colon')}{remark}"]


def _entry_row(kit: Kit, entry: Entry, thumbnails: Mapping[str, tuple[int, Drawing]]) -> list[Content]:
    block = entry.block
    numbers = [thumbnails[key][0] for key in slide_ids(entry) if key in thumbnails]
    slides = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]) if numbers else "—"
    pages = tuple(
        run
        for index, sheet in enumerate(block.sheets)
        for run in (*(runs(kit.phrase("enumeration")) if index else ()), Run("", page_of=sheet_anchor(sheet)))
    )
    return [
        f"{entry.start}–{entry.end}",
        str(entry.split.total),
        kit.inline(f"{block.id} ", block.title),
        block.method,
        str(entry.split),
        slides,
        (Para(pages, "run_cell"),) if pages else "—",
        kit.join((material.item for material in block.materials), "enumeration") or "—",
        kit.phrase("trainer_short"),
        str(block.energy),
        _give(kit, entry),
    ]


def _give(kit: Kit, entry: Entry) -> str:
    """What the block gives back when late; a core skill gives nothing."""
    if entry.elastic:
        return kit.phrase("elastic_short", n=entry.elastic)
    return kit.phrase("never_short") if entry.block.core_skill else "—"


def compose_timing(kit: Kit) -> BookSection:
    """Ten minutes late: which elastic minutes to spend, in which order, half-day by half-day."""
    phrase = kit.phrase
    children: list[Element] = [Heading(1, runs(phrase("late_title")), "late", new_page=True)]
    children.append(Para(runs(phrase("late_lead")), "lead"))
    for day in kit.agenda.days:
        children.append(day_clock(kit, day))
        points = checkpoints(day)
        for listed in cut_list(kit.course, day):
            title = _name_half(kit, day, listed.half, day.halves[listed.half - 1])
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
    return BookSection("late", phrase("late_title"), tuple(children), header=kit.plain(kit.course.title))


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
