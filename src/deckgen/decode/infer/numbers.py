"""The printed numbers of sheets: those of a delivery are counted as participants come to them.

What is done in class runs from 01 on, what is done before and after the course for itself. A number that an author
wrote stays and is left out in counting. A card is known by its id, if that has a figure, and a form that is handed in
by its title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from deckgen.decode.infer.records import Look, is_missing, listed, sheet_model, text_of
from deckgen.model.sheets import FollowupSheet
from deckgen.source.node import Located
from deckgen.text.phrases import Phrases


def number_sheets(look: Look, say: Phrases) -> None:
    """Give every sheet that has no number the one that it has in this delivery."""
    course = look.course
    apart = {key: list(_names(course, key)) for key in ("prework", "postwork", "job_aids")}
    elsewhere = {name for names in apart.values() for name in names}
    used = [name for _, block in look.blocks() for name in _names(block, "sheets")]
    in_class = [name for name in (*used, *_names(course, "overnight")) if name not in elsewhere]
    _count(look, in_class, "{n:02d}".format)
    for key, names in apart.items():
        _count(look, names, partial(say, f"number.{key}"))


def _count(look: Look, names: Iterable[str], form: Callable[..., str]) -> None:
    taken = {text_of(sheet["number"]) for sheet in look.sheets.by_id.values() if not is_missing(sheet, "number")}
    last = 0
    for name in dict.fromkeys(names):
        sheet = look.sheets.by_id.get(name)
        if sheet is None or not is_missing(sheet, "number") or has_a_name(sheet, name):
            continue
        number = None
        while number is None or number in taken:
            last += 1
            number = form(n=last)
        taken.add(number)
        sheet.infer("number", number)


def has_a_name(sheet: Located, name: str) -> bool:
    """Whether a sheet is a card that is known by its id, or a form that is handed in."""
    model = sheet_model(sheet)
    is_card = getattr(model, "in_appendix", False) and any(char.isdigit() for char in name)
    return is_card or (model is FollowupSheet and sheet.get("form") == "feedback")


def _names(owner: Located, key: str) -> Iterator[str]:
    yield from (name for value in listed(owner, key) if (name := text_of(value)))
