"""Plans as comma-separated values that spreadsheet programs open as meant: right characters, nothing that runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from deckgen.plan.agenda import Agenda
from deckgen.timetable.views import day_rows

HEAD = ("delivery", "day", "date", "sitting", "kind", "start", "end", "minutes", "talk", "activity", "debrief",
        "block", "title", "module", "method", "energy", "elastic", "sheets")  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the code page of the machine
# What makes a program take a cell for a formula, full-width signs and leading blanks included.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")


def agenda_csv(agendas: Sequence[Agenda]) -> str:
    """The plans as one table with a head line, beginning with a byte order mark; sheets are joined by spaces."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for agenda in agendas:
        for day, row in ((each, row) for each in agenda.days for row in day_rows(each)):
            values = {name: getattr(row, name) for name in HEAD if name not in ("delivery", "date", "sheets")}
            values |= {"delivery": agenda.delivery.id, "sheets": " ".join(row.sheets)}
            values["date"] = day.on.isoformat() if day.on else ""
            writer.writerow([_harmless(values[name]) for name in HEAD])
    return out.getvalue()


def _harmless(value: str | int) -> str | int:
    """A text that would be taken for a formula, behind an apostrophe: spreadsheets show it as text."""
    if not isinstance(value, str):
        return value
    text = re.sub(r"\r\n?", "\n", value)  # a bare carriage return would end the row
    return f"'{text}" if _FORMULA.match(text) else text
