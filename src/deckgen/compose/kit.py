"""What every composing function needs: the course, its agenda, the phrases and the medium's spacing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from deckgen.base.runs import Run, Runs, plain, runs
from deckgen.model.course import Course, Module
from deckgen.plan import Agenda, Sitting
from deckgen.text.inline import parse_inline, parse_paragraphs
from deckgen.text.phrases import Phrases
from deckgen.text.spacing import space_scripts, unspace_scripts
from deckgen.tree import ListBlock, Para


@dataclass(frozen=True)
class Kit:
    """Course and agenda with the means to turn their texts into runs.

    On slides a space stands between 汉字 and Latin; in books the word processor makes that gap
    itself, so typed ones are taken out.
    """

    course: Course
    agenda: Agenda
    phrase: Phrases
    medium: Literal["slide", "book"]

    def inline(self, text: str, *, strong: bool = False) -> Runs:
        """Inline Markdown as runs, spaced for the medium."""
        parsed = parse_inline(text)
        if strong:
            parsed = tuple(Run(run.text, True, run.emphasis, run.code, run.href, run.page_of) for run in parsed)
        return space_scripts(parsed) if self.medium == "slide" else unspace_scripts(parsed)

    def plain(self, text: str) -> str:
        """Inline Markdown as plain text, spaced for the medium."""
        return plain(self.inline(text))

    def paras(self, text: str, role: str = "body") -> tuple[Para, ...]:
        """Prose as paragraphs; blank lines separate them."""
        space = space_scripts if self.medium == "slide" else unspace_scripts
        return tuple(Para(space(parsed), role) for parsed in parse_paragraphs(text))

    def labelled(self, label: str, text: str, role: str = "plain") -> Para:
        """A paragraph that opens with a strong label."""
        colon = self.phrase("colon")
        return Para((*runs(f"{label}{colon}", strong=True), *self.inline(text)), role)

    def bullets(self, texts: tuple[str, ...], role: str = "") -> ListBlock:
        """Texts as a bulleted list."""
        return ListBlock(tuple(self.inline(text) for text in texts), "bullet", role=role)

    def numbers(self, texts: tuple[str, ...], role: str = "") -> ListBlock:
        """Texts as a numbered list that starts at 1."""
        return ListBlock(tuple(self.inline(text) for text in texts), "number", role=role)

    def module(self, module_id: str) -> Module:
        """The module of that id; an unknown one is a bug and raises KeyError."""
        return self._modules[module_id]

    @cached_property
    def _modules(self) -> dict[str, Module]:
        return {module.id: module for module in self.course.modules}


def sheet_anchor(sheet_id: str) -> str:
    """Anchor of an exercise sheet in the workbook."""
    return f"sheet-{sheet_id}"


def block_anchor(block_id: str) -> str:
    """Anchor of a block in a book."""
    return f"block-{block_id}"


def module_anchor(module_id: str) -> str:
    """Anchor of a module in a book."""
    return f"module-{module_id}"


def linked_modules(kit: Kit, sitting: Sitting, target: Callable[[str], str]) -> Runs:
    """The modules a sitting touches, each a link; `target` turns a module id into where it leads."""
    linked: list[Run] = []
    for module_id in dict.fromkeys(entry.module for entry in sitting.entries):
        if linked:
            linked.append(Run(kit.phrase("semicolon")))
        linked.append(Run(kit.plain(kit.module(module_id).title), href=f"#{target(module_id)}"))
    return tuple(linked)
