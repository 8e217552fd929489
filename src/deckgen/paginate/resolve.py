"""Page references into printed page numbers, in a deck or a book.

Refuses a reference to an anchor the workbook does not have (DG504).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.runs import Run, Runs, fill_page_tokens
from deckgen.base.units import Frame
from deckgen.tree import Book, Deck, Diagram

Tree = TypeVar("Tree", Deck, Book)


def resolve_pages(tree: Tree, pages: Mapping[str, int], phrase: str = "{page}") -> tuple[Tree, tuple[Diagnostic, ...]]:
    """The tree with the text of every page reference set to its page of the workbook.

    `phrase` is the wording around the number. In the workbook itself the reference stays one, so
    that it follows when the document is edited; elsewhere it becomes plain text.
    """
    resolver = _Resolver(pages, phrase, isinstance(tree, Book) and tree.kind == "workbook")
    return resolver.visit(tree, None), tuple(resolver.report)


_NO_RUNS = frozenset({str, int, float, bool, type(None), Frame, Span})
_PLAIN = _NO_RUNS | {Run}  # nothing in them can be a reference; runs are looked at as they stand in a row


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a record of the tree that can hold a reference; none of anything else."""
    if not is_dataclass(kind):
        return ()
    types = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if not _is_plain(types[field.name]))


def _is_plain(type_: Any) -> bool:
    """Whether a value of this type never holds a reference: tuples and unions are what their parts are."""
    parts = () if get_origin(type_) is Literal else [part for part in get_args(type_) if part is not Ellipsis]
    return all(map(_is_plain, parts)) if parts else type_ in _NO_RUNS or get_origin(type_) is Literal


class _Resolver:
    """Rebuilds only what holds a reference."""

    def __init__(self, pages: Mapping[str, int], phrase: str, own: bool) -> None:
        self.pages, self.phrase, self.own = pages, phrase, own
        self.report = Report()

    def visit(self, value: Tree, span: Span | None) -> Tree:
        changed = self._visit(value, span)
        assert type(changed) is type(value)
        return changed

    def _visit(self, value: object, span: Span | None) -> object:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            assert isinstance(value, tuple)
            if value and isinstance(value[0], Run):
                return self._runs(value, span)
            items = tuple(self._visit(item, span) for item in value)
            return value if all(new is old for new, old in zip(items, value, strict=True)) else items
        if kind is Diagram:
            assert isinstance(value, Diagram)
            place = value.span or span
            record = value.record.rewrite(lambda text: fill_page_tokens(text, lambda anchor: self._page(anchor, place)))
            return value if record is value.record else replace(value, record=record)
        names = _names_of(kind)  # type: ignore[arg-type]
        if not names:
            return value
        place = getattr(value, "span", None) or span
        changes = {}
        for name in names:
            old = getattr(value, name)
            new = self._visit(old, place)
            if new is not old:
                changes[name] = new
        return replace(value, **changes) if changes else value  # type: ignore[type-var]

    def _page(self, anchor: str, span: Span | None) -> str:
        """The printed page of an anchor; a dash, and a diagnostic, when the workbook has no such anchor."""
        page = self.pages.get(anchor)
        if page is None:
            self.report.add(
                "DG504",
                f"{anchor.replace('-', ' ', 1)} has no page in the workbook of this delivery",
                span,
                "a sheet is printed where a block names it under `sheets:`, or as pre-work, post-work or job aid",
            )
            return "–"
        return str(page)

    def _runs(self, runs: Runs, span: Span | None) -> Runs:
        if not any(run.page_of for run in runs):
            return runs
        resolved: list[Run] = []
        for run in runs:
            resolved.extend(self._run(run, span) if run.page_of else (run,))
        return tuple(resolved)

    def _run(self, run: Run, span: Span | None) -> Runs:
        page = self._page(run.page_of, span)
        if run.page_of not in self.pages:
            return (replace(run, text=page, page_of=""),)
        before, _, after = self.phrase.partition("{page}")
        number = replace(run, text=page, page_of=run.page_of if self.own else "")
        around = (replace(run, text=before, page_of=""), number, replace(run, text=after, page_of=""))
        return tuple(part for part in around if part.text)
