"""The answer book: keys, what to look for, teaching notes of cases and how self-tests are scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.base.runs import Runs, runs
from deckgen.compose.anchors import answer_anchor
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_loose
from deckgen.compose.places import called, name_of, slide_with, where
from deckgen.compose.tables import Content, grid
from deckgen.model.sheets import SelftestSheet, Sheet
from deckgen.plan import Entry
from deckgen.tree import Book, Callout, Cell, Element, Group, Heading, ListBlock, Para, Row, Table, Toc


def compose_answers(desk: Desk) -> dict[str, Book]:
    """A part for every sheet that has a facilitator's side, in the order of use."""
    kit = desk.kit
    listed = list(_listed(desk))
    if not listed:
        return {}
    opening: list[Element] = [
        Heading(1, runs(kit.phrase("answers")), "answers", toc=False),
        Para(runs(kit.phrase("answers_lead")), "lead"),
        Toc((), 2, columns=2),
    ]
    pages: list[Element] = []
    module = ""
    for sheet, entry in listed:
        here = kit.plain(kit.module(entry.module).title) if entry else kit.phrase("other_keys")
        if here != module:
            pages.append(Heading(1, runs(here), f"answers-{len(pages)}", new_page=True))
            module = here
        pages.append(_answers(desk, sheet, entry))
    section = desk.section("answers", kit.phrase("answers"), (*opening, *pages), header=_running_head(kit))
    return {"answers": desk.paper("answers", section)}


def _running_head(kit: Kit) -> str:
    return f"{kit.plain(kit.course.title)}\t{kit.phrase('answers_for_trainers')}"


def _listed(desk: Desk) -> Iterator[tuple[Sheet, Entry | None]]:
    """Sheets with a facilitator's side: those of the blocks, then the others."""
    seen: set[str] = set()
    for entry in desk.agenda:
        for key in entry.block.sheets:
            sheet = desk.course.sheet(key)
            if sheet is not None and sheet.guide is not None and key not in seen:
                seen.add(key)
                yield sheet, entry
    for sheet in desk.course.sheets:
        if sheet.guide is not None and sheet.id not in seen:
            yield sheet, None


def _answers(desk: Desk, sheet: Sheet, entry: Entry | None) -> Group:
    kit, guide = desk.kit, sheet.guide
    assert guide is not None
    phrase = kit.phrase
    title = kit.inline(f"{called(kit, sheet)}{phrase('gap')}", sheet.title)
    head = Callout("sheet_head", (), (Para(_facts(kit, sheet, entry), "cell"),))
    elements: list[Element] = [Heading(2, title, answer_anchor(sheet.id)), head]
    if guide.brief and entry is not None and entry.block.slides[slide_with(entry, sheet.id)[0]].say:
        # the guide has the words of the slide instead
        elements.extend(kit.told(phrase("brief"), guide.brief, "plain", guide.at("brief")))
    if guide.key:
        elements.append(Callout("answer", runs(phrase("answer_key")), (kit.numbers(guide.key),), keep=False))
    if isinstance(sheet, SelftestSheet):
        elements.extend(_scoring(kit, sheet))
    elements.extend(_side_by_side(kit, guide.look_for, guide.mistakes))
    if guide.board:
        elements.append(Callout("card", runs(phrase("board")), (kit.bullets(guide.board),)))
    if guide.points:
        elements.append(kit.labelled(phrase("points"), kit.join(guide.points), "plain"))
    if sheet.output:
        elements.append(kit.labelled(phrase("output"), sheet.output, "plain"))
    if sheet.criteria:
        elements.append(
            kit.labelled(phrase("criteria"), kit.join(text.rstrip("。.") for text in sheet.criteria), "plain")
        )
    return Group(tuple(elements), sheet.id, "sheet", keep=True)


def _facts(kit: Kit, sheet: Sheet, entry: Entry | None) -> Runs:
    """Where the sheet lies, the block that uses it, and its minutes."""
    phrase = kit.phrase
    if is_loose(kit.course, sheet.id) or entry is None:
        place = runs(name_of(kit, sheet)) if is_loose(kit.course, sheet.id) else runs(phrase(f"kind.{sheet.kind}"))
    else:
        place = (*runs(f"{phrase('workbook_page_label')} "), *where(kit, sheet))
    if entry is None:
        return place
    minutes = sum(entry.steps.get(sheet.id, ()))
    used = [f"{entry.block.id} {kit.plain(entry.block.title)}", f"{entry.start}–{entry.end}"]
    used += [phrase("minutes", n=minutes)] if minutes else []
    return (*place, *runs(f"{phrase('bar')}{phrase('bar').join(used)}"))


def _scoring(kit: Kit, sheet: SelftestSheet) -> list[Element]:
    """How the points are added up, and what the sums mean."""
    phrase = kit.phrase
    elements: list[Element] = []
    if sheet.scoring:
        elements += [Para(runs(phrase("scoring")), "label"), kit.numbers(sheet.scoring)]
    rows: list[list[Content]] = [[f"{band.low}–{band.high}", band.title, band.advice] for band in sheet.bands]
    if rows:
        head = [phrase(key) for key in ("score", "reading", "advice")]
        elements.append(grid(kit, head, rows, (1.4, 2.2, 7), phrase("scoring"), keep=True))
    return [*elements, Para(runs(phrase("selftest_trainer_note")), "note")]


def _side_by_side(kit: Kit, right: Sequence[str], wrong: Sequence[str]) -> list[Element]:
    """What to look for beside frequent mistakes."""
    pairs = [(key, mark, texts) for key, mark, texts in (("look_for", "check", right), ("mistakes", "bullet", wrong))]
    cells = [
        Cell((Para(runs(kit.phrase(key)), "label"), ListBlock(tuple(map(kit.inline, texts)), mark)))  # type: ignore[arg-type]
        for key, mark, texts in pairs
        if texts
    ]
    if not cells:
        return []
    alt = kit.phrase("look_for")
    return [replace(Table((1.0,) * len(cells), (), (Row(tuple(cells)),), alt, "columns"), keep=True)]
