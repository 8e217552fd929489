"""``{{ sheet }}`` and ``{{ sheet.tasks }}`` in texts: the number of the sheet that is meant, as its page prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.infer.records import listed, records, text_of
from deckgen.source.node import Located

_NAMED = re.compile(r"(?<!\\)\{\{[ \t]*sheet(?:[ \t]*\.[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*))?[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class SheetNumbers:
    """The numbers of sheets by id, and the sheet that a text is about: its own, or the only one of its block."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    own: str = ""

    @classmethod
    def of(cls, course: Located) -> SheetNumbers:
        """Those of a course, whose sheets stand in one list by now."""
        numbers = {}
        for sheet in records(course, "sheets"):
            if name := text_of(sheet.get("id")):
                numbers[name] = text_of(sheet.get("number")) or name
        return cls(numbers)

    def within(self, record: Located) -> SheetNumbers:
        """As the texts of a record see them."""
        name = ""
        if "slides" in record:
            names = [text_of(value) or "" for value in listed(record, "sheets")]
            name = names[0] if len(names) == 1 else ""
        elif "sheet" in record:
            name = text_of(record.get("sheet")) or ""
        elif "kind" in record and (text_of(record.get("id")) or "") in self.numbers:
            name = text_of(record.get("id")) or ""
        return replace(self, own=name) if name and name != self.own else self

    def fill_in(self, text: str) -> tuple[str, str | None]:
        """The text with the numbers in it, and what is wrong with a name in words, or None."""
        problems: list[str] = []

        def number(match: re.Match[str]) -> str:
            name = match[1] or self.own
            if name in self.numbers:
                return self.numbers[name]
            problems.append(self._unknown(name))
            return match.group()

        filled = _NAMED.sub(number, text)
        return filled, problems[0] if problems else None

    def _unknown(self, name: str) -> str:
        if not name:
            return "{{ sheet }} stands for no sheet here: name the one that is meant, as in {{ sheet.tasks }}"
        near = nearest(name, self.numbers, cutoff=0.5)
        told = f"did you mean {near}?" if near else f"there is: {list_names(self.numbers, 20)}"
        return f"no sheet “{shorten(name)}” in this delivery; {told}"


NO_NUMBERS = SheetNumbers()
