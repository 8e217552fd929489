"""The models into the reference page of the curriculum format, in English and in Chinese.

Keys, limits and defaults come from the models, what keys mean from `meanings`, examples from the courses in
docs/examples, which the tests build: the page cannot tell another story. Refuses a kind without an example with
KeyError.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from deckgen.base.codes import CODES
from deckgen.handbook.examples import owner_of
from deckgen.handbook.introduction import HEADINGS, INTRODUCTION, OPENING
from deckgen.handbook.meanings import ANYWHERE, ENGLISH, OTHERS, OWN_NOTES, Meaning, described, meaning
from deckgen.handbook.shapes import shapes_of
from deckgen.handbook.takes import Takes, default_of, title_of
from deckgen.model.blocks import BLOCKS, Block
from deckgen.model.course import Course, Module
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, DiagramData
from deckgen.model.keys import field_of
from deckgen.model.profile import Profile
from deckgen.model.sheets import SHEETS, Sheet
from deckgen.model.slides import SLIDES, Slide

KINDS: Mapping[type[BaseModel], str] = {Slide: "slide", Sheet: "sheet", Block: "block", DiagramData: "diagram"}
_SETS: Mapping[str, tuple[type[BaseModel], Mapping[str, type[BaseModel]]]] = {
    "blocks": (Block, BLOCKS),
    "slides": (Slide, SLIDES),
    "sheets": (Sheet, SHEETS),
    "diagrams": (DiagramData, {word: DIAGRAMS[word] for word in DIAGRAMS if word not in COMPOSED}),
}


@dataclass(frozen=True, slots=True)
class Examples:
    """What the page shows, in YAML: a small course, an example of each kind, and one of every key.

    `kinds` has ``slides``, ``sheets`` and ``diagrams``, each by its word; `keys` an example by the model that brings
    the key, and by the key, empty where one line does not hold it.
    """

    course: str
    kinds: Mapping[str, Mapping[str, str]]
    keys: Mapping[tuple[type[BaseModel], str], str]


def make_reference(examples: Examples, language: str = ENGLISH) -> str:
    """The reference page in Markdown."""
    return _Page(examples, language).text()


def split_examples(text: str) -> dict[str, str]:
    """A YAML file of examples by kind, each kind's lines as they are written, without their indentation."""
    examples: dict[str, list[str]] = {}
    kind = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line and not line[0].isspace():
            kind = line.removesuffix(":")
            examples[kind] = []
        else:
            examples[kind].append(line.removeprefix("  "))
    return {word: "\n".join(lines).strip("\n") for word, lines in examples.items()}


def models_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models in the fields of a model, in order; kinds of the open sets are left out."""
    for field in model.model_fields.values():
        for inner in _models_in(field.annotation):
            if not issubclass(inner, tuple(KINDS)):
                yield inner


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _models_in(part)


def anchor_of(model: type[BaseModel]) -> str:
    """The name of a model's part of the page."""
    return re.sub(r"[^a-z]+", "-", described(model).lower().replace("_", "-"))


class _Page:
    """One page; a model is described once, where it comes first."""

    def __init__(self, examples: Examples, language: str) -> None:
        self.examples, self.language = examples, language
        self.shown: set[type[BaseModel]] = set()
        bases: tuple[type[BaseModel], ...] = (Course, Profile, *_all_kinds())
        models = {inner for base in bases for inner in (base, *_deep(base))}
        self.takes = Takes(language, {model: anchor_of(model) for model in models}, KINDS)

    def say(self, said: Meaning) -> str:
        return said.said(self.language)

    def text(self) -> str:
        parts = [self.say(OPENING), f"```yaml\n{self.examples.course.strip()}\n```\n", self.say(INTRODUCTION)]
        parts += [self._heading("course"), *self._with_parts(Course, level=3)]
        parts += [self._anywhere(), self._heading("modules"), *self._with_parts(Module, level=3)]
        for key, (base, kinds) in _SETS.items():
            parts += [self._heading(key), self.say(meaning(base)) + "\n", self._table(base, shapes_of(base))]
            self.shown.add(base)
            for part in models_below(base):
                parts += self._with_parts(part, level=3)
            for word, model in sorted(kinds.items()):
                parts += self._kind(key, word, model, base)
        parts += [self._heading("profiles"), *self._with_parts(Profile, level=3)]
        parts += [self._heading("notes"), self.say(OWN_NOTES) + "\n", self._themes(), self._codes()]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).rstrip() + "\n"

    def _heading(self, key: str) -> str:
        return f'<a id="{key}"></a>\n\n## {self.say(HEADINGS[key])}\n'

    def _with_parts(self, model: type[BaseModel], level: int) -> Iterator[str]:
        """A model and, after it, the models its keys hold that have not been shown."""
        if model in self.shown:
            return
        self.shown.add(model)
        title = title_of(model, self.language)
        yield f'<a id="{anchor_of(model)}"></a>\n\n{"#" * level} {title}\n\n{self.say(meaning(model))}\n'
        yield self._table(model, shapes_of(model))
        for part in models_below(model):
            if part is not Module:
                yield from self._with_parts(part, level)

    def _kind(self, key: str, word: str, model: type[BaseModel], base: type[BaseModel]) -> Iterator[str]:
        yield f"### `{word}`\n\n{self.say(meaning(model))}\n"
        own = [name for name in shapes_of(model) if name not in shapes_of(base) or _narrows(model, base, name)]
        if own:
            yield self._table(model, own)
        for part in models_below(model):
            yield from self._with_parts(part, level=4)
        if key != "blocks":
            if word not in self.examples.kinds[key]:
                raise KeyError(f"docs/examples/{key}.yaml has no example of {word}")
            yield f"```yaml\n{self.examples.kinds[key][word]}\n```\n"

    def _table(self, model: type[BaseModel], keys: Iterable[str]) -> str:
        rows = [self.say(HEADINGS["row"]), "| --- | --- | --- | --- | --- |"]
        for key in keys:
            info = field_of(model, key)
            if info is None:
                continue
            star = " *" if info.is_required() else ""
            takes, default = self.takes.words(shapes_of(model)[key]), default_of(info)
            shown = self.examples.keys.get((owner_of(model, key), key), "")
            cells = (takes, default, self.say(meaning(model, key)), f"`` {shown} ``" if "`" in shown else f"`{shown}`")
            told = " | ".join(cell.replace("|", "\\|") if cell != "``" else "" for cell in cells)
            rows.append(f"| `{key}`{star} | {told} |")
        return "\n".join(rows) + "\n"

    def _anywhere(self) -> str:
        rows = "\n".join(f"| `{key}` | {self.say(said)} |" for key, said in ANYWHERE.items())
        return f"{self._heading('anywhere')}\n{self.say(HEADINGS['short_row'])}\n| --- | --- |\n{rows}\n"

    def _themes(self) -> str:
        parts = [self._heading("themes"), self.say(HEADINGS["themes_text"])]
        for table, keys in OTHERS.items():
            if table != "theme":
                parts.append(f"### `{table.removeprefix('theme.')}`\n")
            parts += [self.say(HEADINGS["short_row"]), "| --- | --- |"]
            parts += [f"| `{key}` | {Meaning(*said).said(self.language)} |" for key, said in keys.items() if key]
            parts.append("")
        return "\n".join(parts)

    def _codes(self) -> str:
        rows = [self._heading("codes"), self.say(HEADINGS["codes_text"]), self.say(HEADINGS["codes_row"])]
        rows += ["| --- | --- | --- |"]
        rows += [f"| {key} | {code.title} | {code.severity} |" for key, code in sorted(CODES.items())]
        return "\n".join(rows) + "\n"


def _all_kinds() -> Iterator[type[BaseModel]]:
    for base, kinds in _SETS.values():
        yield base
        yield from kinds.values()


def _deep(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for inner in models_below(model):
        yield inner
        yield from _deep(inner)


def _narrows(model: type[BaseModel], base: type[BaseModel], key: str) -> bool:
    """Whether a kind changes what a shared key takes; its own word is no change worth a row."""
    if key in ("kind", "type"):
        return False
    own, shared = field_of(model, key), field_of(base, key)
    same_default = own is not None and shared is not None and default_of(own) == default_of(shared)
    return shapes_of(model)[key] != shapes_of(base)[key] or not same_default
