"""``{{ sheet }}`` and ``{{ sheet.tasks }}`` in texts: the number of the sheet that is meant, as its page prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.infer.numbers import has_a_name
from deckgen.decode.infer.records import is_missing, listed, records, text_of
from deckgen.source.node import Located
from deckgen.text.marks import Finding

_BY_HAND = re.compile(r"(?:练习单|練習單|\b[Ss]heets?) ?(?:no\. ?|№ ?)?(\d{1,3}[A-Z]?)(?![\d.A-Za-z%])")
_NAMED = re.compile(r"(?<!\\)\{\{[ \t]*sheet(?:[ \t]*\.[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*))?[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class SheetNumbers:
    """The numbers of sheets by id, and the sheet that a text is about: its own, or the only one of its block.

    `unused` are sheets without a number, since nobody comes to them in this delivery; `written` are numbers that
    their author fixed, so that texts may say them.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    own: str = ""
    unused: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()

    @classmethod
    def of(cls, course: Located) -> SheetNumbers:
        """Those of a course, whose sheets stand in one list by now and are numbered."""
        numbers, unused, written = {}, set(), set()
        for sheet in records(course, "sheets"):
            if name := text_of(sheet.get("id")):
                numbers[name] = text_of(sheet.get("number")) or name
                if is_missing(sheet, "number") and not has_a_name(sheet, name):
                    unused.add(name)
                elif "number" not in sheet.inferred:
                    written.add(numbers[name])
        if not _are_all_there(course, numbers):
            unused.clear()  # which one is meant where there is none is said there
        return cls(numbers, "", frozenset(unused), frozenset(written))

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
            if name in self.numbers and name not in self.unused:
                return self.numbers[name]
            problems.append(self._unknown(name))
            return match.group()

        filled = _NAMED.sub(number, text)
        return filled, problems[0] if problems else None

    def by_hand(self, text: str) -> Iterator[Finding]:
        """Numbers of sheets in a text as it is written: they are right until a sheet is put in before."""
        for match in _BY_HAND.finditer(text) if self.numbers else ():
            number = match[1]
            if number in self.written:
                continue
            ids = {number: name for name, number in self.numbers.items()}
            name = number if number in self.numbers else ids.get(number)
            if name is None:
                continue  # there is no such sheet, which is said elsewhere
            hint = f"write {{{{ sheet.{name} }}}} in place of {number}, or fix the number of the sheet with `number:`"
            message = f"“{match[0]}” has its number by hand, and sheets are counted in the order of use"
            yield Finding(match.start(1), "DG440", message, hint)

    def _unknown(self, name: str) -> str:
        if name in self.unused:
            return f"the sheet {name} is not used in this delivery, so it has no number here"
        if not name:
            return "{{ sheet }} stands for no sheet here: name the one that is meant, as in {{ sheet.tasks }}"
        near = nearest(name, self.numbers, cutoff=0.5)
        told = f"did you mean {near}?" if near else f"there is: {list_names(self.numbers, 20)}"
        return f"no sheet “{shorten(name)}” in this delivery; {told}"


def may_name_sheets(text: str) -> bool:
    """Whether a text has a number that may be that of a sheet."""
    return _BY_HAND.search(text) is not None


def _are_all_there(course: Located, numbers: Mapping[str, str]) -> bool:
    """Whether every sheet that a block names is a sheet of the course."""
    named = (
        name
        for module in records(course, "modules")
        for block in records(module, "blocks")
        for name in map(text_of, listed(block, "sheets"))
    )
    return all(name in numbers for name in named if name)


NO_NUMBERS = SheetNumbers()
