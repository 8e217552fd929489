"""What participants call a sheet, and where they find it: its page in the workbook, or the paper that it is."""

from __future__ import annotations

import re

from deckgen.base.runs import Run, Runs, page_token, runs
from deckgen.compose.anchors import sheet_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_form, is_loose
from deckgen.model.sheets import Sheet
from deckgen.plan import Entry

AND = "·"  # between the numbers of sheets, or pages, of one exercise


def called(kit: Kit, sheet: Sheet) -> str:
    """What a sheet is called: what it is and the number it has in this delivery; a form that is handed in has none."""
    if is_form(sheet):
        return ""
    packs = {"prework": kit.course.prework, "postwork": kit.course.postwork}
    for pack, listed in packs.items():
        before, _ = kit.phrase(f"number.{pack}", n="\n").split("\n")
        if sheet.id in listed and sheet.label.startswith(before):
            return sheet.label
    return f"{kit.phrase('job_aid' if sheet.in_appendix else 'sheet')} {sheet.label}"


def name_of(kit: Kit, sheet: Sheet) -> str:
    """What a loose paper is called in running text: its pack, and the number that is printed on it."""
    course = kit.course
    packs = {"prework": course.prework, "followup": course.postwork, "job_aid": course.job_aids}
    in_class = "form" if is_form(sheet) else "sheet"
    pack = next((pack for pack, listed in packs.items() if sheet.id in listed), in_class)
    return kit.plain(kit.phrase(f"loose.{pack}", id=sheet.label, title=sheet.title))


def where(kit: Kit, sheet: Sheet) -> Runs:
    """A reference to a sheet in a book."""
    if is_loose(kit.course, sheet.id):
        return runs(name_of(kit, sheet))
    return (Run("", page_of=sheet_anchor(sheet.id)),)


def where_on_slide(kit: Kit, *sheets: Sheet) -> str:
    """A reference to the sheets of an exercise in a drawing, with a token for each page."""
    loose = [name_of(kit, sheet) for sheet in sheets if is_loose(kit.course, sheet.id)]
    tokens = [page_token(sheet_anchor(sheet.id)) for sheet in sheets if not is_loose(kit.course, sheet.id)]
    return AND.join((*loose, *([kit.phrase("workbook_page", page=AND.join(tokens))] if tokens else ())))


def slide_with(entry: Entry, sheet_id: str) -> tuple[int, bool]:
    """The place in a block of the slide that is up while a sheet is worked through, and whether it shows the sheet.

    That is the slide that shows it, else the last one on which people act, else the last.
    """
    slides = entry.block.slides
    shows = [at for at, slide in enumerate(slides) if getattr(slide, "sheet", None) == sheet_id]
    acts = [at for at, split in enumerate(entry.slides) if split.activity and not slides[at].hidden]
    return (shows or acts[-1:] or [len(slides) - 1])[0], bool(shows)


def in_chapters(kit: Kit, text: str) -> str:
    """A text that names blocks by their ids as participants read it: ids are for the trainer, chapters for them.

    A list of ids becomes the names of their chapters; before words that say what is meant an id is left out.
    """
    chapters = {block.id: module.label for module in kit.course.modules for block in module.blocks}
    if not chapters:
        return text
    one = (
        rf"(?<![0-9A-Za-z.])(?:{'|'.join(map(re.escape, sorted(chapters, key=len, reverse=True)))})(?![0-9A-Za-z]|\.\d)"
    )

    def named(listed: re.Match[str]) -> str:
        if _goes_on(text[listed.end() :]):
            return ""
        names = dict.fromkeys(chapters[key] for key in re.findall(one, listed[0]))
        return kit.phrase("enumeration").join(names)

    return re.sub(rf"{one}(?:(?:\s*[、,，;；/]\s*|\s+and\s+|\s*和\s*){one})* ?", named, text)


def _goes_on(rest: str) -> bool:
    """Whether words follow, and no mark."""
    return bool(rest) and rest[0].isalnum()


def minutes_ahead(kit: Kit, entry: Entry, sheet_id: str) -> int:
    """The minutes of a sheet's first steps that are over when its slide comes up: those of a warm-up, say."""
    at, _ = slide_with(entry, sheet_id)
    before = sum(split.activity + split.debrief for split in entry.slides[:at])
    for key in entry.block.sheets[: entry.block.sheets.index(sheet_id)]:
        sheet = kit.course.sheet(key)
        before -= sum(entry.steps.get(key, tuple(step.minutes for step in sheet.steps)) if sheet else ())
    return max(0, before)
