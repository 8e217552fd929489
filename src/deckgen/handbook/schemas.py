"""The models as JSON Schemas for editors: one for each kind of file that a course is made of.

Kinds are told apart by `kind` or `type`, so that a misspelt key is blamed where it stands. What the format allows
everywhere is allowed: a value for each delivery, an included file, `in:`, `todo:`, and what replaces keys under the id
of a delivery. What a schema cannot say, `deckgen check` does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from deckgen.handbook.meanings import ANYWHERE, OWN_NOTES, UNKNOWN_KEY, meaning
from deckgen.handbook.shapes import Shape, shapes_of
from deckgen.handbook.values import Schema, Values, reference
from deckgen.model.blocks import BLOCKS, Block
from deckgen.model.course import Course, Delivery, Module
from deckgen.model.keys import field_of
from deckgen.model.profile import Profile
from deckgen.model.sheets import SHEETS, Sheet, SheetGuide, Step
from deckgen.model.slides import SLIDES, Ask, Slide
from deckgen.model.slides.debrief import DebriefQuestions
from deckgen.text.phrases import phrases
from deckgen.text.phrases.en import EN

DIALECT = "http://json-schema.org/draft-07/schema#"
SUFFIX = ".schema.json"
# Keys whose lists may be put together from several included lists.
SPLICED = ("sheets", "modules", "questions", "glossary", "coverage", "materials")
_PARTS = {"module": Module, "block": Block, "slides": Slide, "sheets": Sheet}
_SHORT = (Ask, Step)  # records that may be a single text
# What follows from the rest, or is asked of what is finished only; beside what the models themselves say.
_FOLLOWS: Mapping[type[BaseModel], frozenset[str]] = {
    Course: frozenset(("id", "language", "deliveries")),
    Delivery: frozenset(("title", "days", "hours", "start")),
    Module: frozenset(("id",)),
    Block: frozenset(("id", "method", "energy")),
    Slide: frozenset(("kind", "minutes", "questions")),
    Sheet: frozenset(("id",)),
    Step: frozenset(("minutes",)),
    SheetGuide: frozenset(("brief",)),
}
# Keys that name things of the course, and what they name.
_NAMING: Mapping[str, str] = {
    "objectives": "objectives", "objective": "objectives", "sheet": "sheets", "sheets": "sheets", "prework": "sheets",
    "overnight": "sheets", "postwork": "sheets", "job_aids": "sheets", "module": "modules", "needs": "blocks",
    "same_sitting": "blocks", "covers": "coverage", "in": "deliveries", "like": "deliveries",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids that a course declares, by what they name: objectives, sheets, modules, blocks, coverage, deliveries."""

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, key: str) -> Sequence[str]:
        """The ids that may stand under a key; empty where any may."""
        return self.names.get(_NAMING.get(key, ""), ())


def course_schemas(language: str, ids: Ids | None = None) -> dict[str, Schema]:
    """The schemas of the files of a course by file name, described in a language of `meanings`.

    `course` has all definitions; those of parts in files of their own refer to it, beside which they must lie.
    """
    definitions = _Models(language, ids or Ids()).definitions()
    schemas = {"course": _root("deckgen course", reference("course"), definitions)}
    keys: dict[str, str] = {"slides": "block.any", "block": "module", "module": "course"}
    for key, shape in shapes_of(Course).items():
        if any(item.what == "record" for item in (shape, *shape.items)):
            keys.setdefault(key, "course")
    for key in (name for name in keys if name not in ("modules", "sheets", "deliveries", "picture", "class_size")):
        plural = {"block": "blocks", "module": "modules"}.get(key, key)
        schemas[key] = _part(f"deckgen {key}", f"{keys[key]}/properties/{plural}")
    schemas["sheets"] = _part("deckgen sheets", "course/properties/sheets")
    schemas["profile"] = _part("deckgen profile", "profile")
    schemas["notes"] = _part("deckgen notes of a trainer", "notes")
    return {f"{name}{SUFFIX}": schema for name, schema in schemas.items()}


def _root(title: str, root: Schema, definitions: Mapping[str, Any]) -> Schema:
    return {"$schema": DIALECT, "title": title, "allOf": [root], "definitions": definitions}


def _part(title: str, path: str) -> Schema:
    return {"$schema": DIALECT, "title": title, "allOf": [{"$ref": f"course{SUFFIX}#/definitions/{path}"}]}


class _Models:
    """The definitions of all models that a course may hold."""

    def __init__(self, language: str, ids: Ids) -> None:
        self.language, self.ids = language, ids
        self.values = Values(self._record, ids.names.get("deliveries", ()))
        self.waiting: list[type[BaseModel]] = [Course, Profile]
        self.made: dict[str, Schema] = {}
        self.unions: dict[tuple[type[BaseModel], ...], str] = {}

    def definitions(self) -> dict[str, Schema]:
        """Every definition by name."""
        in_deliveries = Shape("list", items=(Shape("id", most=60),))
        self.values.definitions["_in"] = self.values.anywhere(in_deliveries, self.ids.of("in"))
        self._add_phrases()
        self._add_notes()
        self.values.definitions["_todo"] = {"type": ["string", "number", "boolean", "array", "object", "null"]}
        while self.waiting or len(self.made) < len(self.unions):
            while self.waiting:
                model = self.waiting.pop()
                if name_of(model) not in self.made:
                    self._add(model)
            for models, name in list(self.unions.items()):
                if name not in self.made:
                    self._add_union(models, name)
        return {**self.made, **self.values.definitions}

    # -- records -----------------------------------------------------------------------------

    def _record(self, shape: Shape) -> Schema:
        """The schema of one of several models; a text may stand for some."""
        self.waiting.extend(shape.models)
        if len(shape.models) == 1:
            (model,) = shape.models
            record = reference(name_of(model))
            if model in _SHORT:
                return {"if": {"type": "object"}, "then": record, "else": reference("_text")}
            if model is DebriefQuestions:
                texts = {"type": ["array", "string"], "items": self.values.anywhere(Shape("text", least=1))}
                return {"if": {"type": ["array", "string"]}, "then": texts, "else": record}
            return record
        self.unions.setdefault(shape.models, _union_name(shape.models))
        return reference(self.unions[shape.models])

    def _add(self, model: type[BaseModel]) -> None:
        """A model as a mapping of its keys, and what may replace them under the id of a delivery."""
        name = name_of(model)
        properties = self._properties(model)
        self.made[name] = {}  # it may hold itself
        own = {f"{name}.own": {**_mapping(properties), "description": meaning(model).said(self.language)}}
        required = sorted(_required(model))
        if required:
            plain = {"propertyNames": {"enum": sorted(properties)}}
            own[f"{name}.own"] |= {"if": plain, "then": {"required": required}}
        self.made |= {name: own[f"{name}.own"], f"{name}.over": _over(name, properties, self.language)}
        self.made[name] |= self._beside_profile() if model is Profile else self._overridden(name)

    def _properties(self, model: type[BaseModel]) -> dict[str, Schema]:
        properties: dict[str, Schema] = {}
        for key, shape in shapes_of(model).items():
            properties[key] = {**self._property(model, key, shape), **self._told(model, key, shape)}
        if model is Course:
            value = Shape("names", items=(Shape("text", nothing=True),))
            properties["variables"] = {**self.values.anywhere(value), "description": self._anywhere("variables")}
        properties["in"] = {**reference("_in"), "description": self._anywhere("in")}
        properties["todo"] = {**reference("_todo"), "description": self._anywhere("todo")}
        return properties

    def _anywhere(self, key: str) -> str:
        return ANYWHERE[key].said(self.language)

    def _told(self, model: type[BaseModel], key: str, shape: Shape) -> Schema:
        """What an editor shows beside a key: its meaning, and the value that it has when it is left out."""
        info = field_of(model, key)
        default = None if info is None or info.is_required() else info.default
        shown = default if isinstance(default, bool | int | str) and default != "" else None
        told: Schema = {"description": meaning(model, key).said(self.language)}
        return told if shown is None else {**told, "default": shown}

    def _beside_profile(self) -> Schema:
        """What stands beside the keys of a profile: variables of the course, any where they are not known."""
        text = self.values.anywhere(Shape("text"))
        names = self.ids.names.get("variables")
        known = [*(names or ()), *self.ids.names.get("deliveries", ())]
        return {"additionalProperties": text} if names is None else {
            "patternProperties": {f"^({'|'.join(map(_literal, known))})$": {}}, "additionalProperties": False,
        }  # fmt: skip

    def _add_notes(self) -> None:
        """Notes of a trainer by the ids of what they are about."""
        texts = Shape("list", items=(Shape("text", least=1, long=True),))
        note, parts = self.values.anywhere(texts), self.ids.names.get("parts")
        told: Schema = {"description": OWN_NOTES.said(self.language), "type": "object"}
        names = {"enum": ["todo", *sorted({*parts, *self.ids.names.get("deliveries", ())})]} if parts else True
        over = {"if": {"type": "object"}, "then": {"additionalProperties": note}, "else": note}
        self.made["notes"] = {
            **told,
            "propertyNames": names,
            "properties": {"todo": {"description": self._anywhere("todo")}},
            "additionalProperties": over,
        }

    def _add_phrases(self) -> None:
        """Fixed phrases by their keys, each with its usual words."""
        usual = phrases(self.language).table
        text = self.values.anywhere(Shape("text", least=1))
        properties = {key: {**text, "description": usual[key]} for key in sorted(EN)}
        properties["in"] = {**reference("_in"), "description": self._anywhere("in")}
        self.made["phrases.over"] = reference("phrases")
        self.made["phrases"] = {**_mapping(properties), **self._overridden("phrases")}

    def _property(self, model: type[BaseModel], key: str, shape: Shape) -> Schema:
        if key == "phrases" and model in (Course, Profile):
            return self.values.shared({"if": {"type": "null"}, "then": True, "else": reference("phrases")}, "phrases")
        if key == "points" and issubclass(model, Slide):
            return reference("_points")
        if len(shape.words) == 1:
            return {"enum": list(shape.words)} if key != "kind" else self.values.anywhere(shape)
        ids = self.ids.of(key) if shape.what == "id" or (shape.items and shape.items[0].what == "id") else ()
        entry = None
        if issubclass(model, Slide | Block) and key in ("sheet", "sheets"):
            sheet = self._record(Shape("record", models=tuple(SHEETS.values())))
            named = self.values.shared(_named(ids), "sheet_id")
            entry = {"if": {"type": "object"}, "then": sheet, "else": named}
            shape = replace(shape, nothing=True)  # nothing but those of the slides
        if model is Course and key in SPLICED:
            listed = self.values.anywhere(replace(shape, least=0))  # an included list may be empty
            (item,) = shape.items
            entry = {"if": {"type": "array"}, "then": listed, "else": self._record(item)}
            shape = replace(shape, nothing=key == "sheets")
        return self.values.anywhere(shape, ids, entry)

    def _overridden(self, name: str) -> Schema:
        """What may stand under the ids of deliveries; where none are known, under any other key."""
        over = reference(f"{name}.over")
        names = self.ids.names.get("deliveries", ())
        if not names:
            return {"additionalProperties": over}
        return {"patternProperties": {f"^({'|'.join(map(_literal, names))})$": over}, "additionalProperties": False}

    # -- kinds -------------------------------------------------------------------------------

    def _add_union(self, models: Sequence[type[BaseModel]], name: str) -> None:
        """One of several kinds, chosen by its word; where it is not said, the keys of all of them."""
        tag = "type" if "type" in models[0].model_fields else "kind"
        words = {shapes_of(model)[tag].words[0]: name_of(model) for model in models}
        properties: dict[str, Schema] = {}
        for kind in words.values():
            for key, value in self.made[kind]["properties"].items():
                properties[key] = self._either(properties[key], value) if key in properties else value
        tagged = Shape("words", words=tuple(sorted(words)))
        properties[tag] = {**self.values.anywhere(tagged), "description": properties[tag].get("description", "")}
        every = f"{name}.any"
        self.made[f"{every}.over"] = _over(every, properties, self.language)
        self.made[every] = {**_mapping(properties), **self._overridden(every)}
        for kind in words.values():
            self.made[kind] |= self._overridden(every)
            own = self.made[kind]["properties"]
            self.made[kind]["properties"] = {
                key: reference(f"{every}/properties/{key}") if value == properties[key] or key == tag else value
                for key, value in own.items()
            }
            del self.made[f"{kind}.over"]
        chosen: Schema = reference(every)
        if issubclass(models[0], Slide):
            chosen = _kindless_slide(chosen, reference(words["concept"]), sorted(properties))
        for word, kind in sorted(words.items(), reverse=True):
            is_word = {"required": [tag], "properties": {tag: {"const": word}}}
            chosen = {"if": is_word, "then": reference(kind), "else": chosen}
        self.made[name] = {"if": {"type": "object"}, "then": chosen, "else": {"type": "object"}}

    def _either(self, one: Schema, other: Schema) -> Schema:
        """What one kind takes under a key or another one; each delivery may have another kind."""
        about: Schema = {key: one[key] for key in ("description", "default") if key in one}
        first, second = ({key: value for key, value in schema.items() if key == "$ref"} for schema in (one, other))
        both = first if first == second or not second else self.values.either(first, second)
        return {**both, **about}


def _kindless_slide(every: Schema, concept: Schema, keys: Sequence[str]) -> Schema:
    """A slide that does not say its kind: a concept, unless its sheet or another delivery says otherwise."""
    said = {
        "anyOf": [{"required": ["sheet"]}, {"required": ["kind"]}, {"not": {"propertyNames": {"enum": list(keys)}}}]
    }
    return {"if": said, "then": every, "else": concept}


def name_of(model: type[BaseModel]) -> str:
    """The name of a model's definition: that of its file and its own, without what says nothing."""
    if model in (Course, Module, Profile):
        return model.__name__.lower()
    for base, kinds in ((Block, BLOCKS), (Slide, SLIDES), (Sheet, SHEETS)):
        if model in kinds.values():
            word = next(word for word, kind in kinds.items() if kind is model)
            return f"{base.__name__.lower()}.{word}"
    return f"{model.__module__.removeprefix('deckgen.model.')}.{model.__name__}"


def _union_name(models: Sequence[type[BaseModel]]) -> str:
    base = next(base for base in models[0].__mro__ if all(issubclass(model, base) for model in models))
    return {"DiagramData": "diagram"}.get(base.__name__, base.__name__.lower())


def _literal(name: str) -> str:
    """A name as a pattern of JSON Schema, which unlike Python's knows no escapes of what needs none."""
    return re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", name)


def _required(model: type[BaseModel]) -> frozenset[str]:
    """Keys that every record of a model has, drafts and what follows from the rest thought of."""
    follows = {key for base, keys in _FOLLOWS.items() if issubclass(model, base) for key in keys}
    loose = follows | getattr(model, "finished", frozenset())
    keys = {info.alias or key for key, info in model.model_fields.items() if info.is_required() and key not in loose}
    return frozenset(keys)


def _named(ids: Sequence[str]) -> Schema:
    return {
        "type": ["string", "number", "boolean"],
        **({"if": {"type": "string"}, "then": {"enum": sorted(ids)}} if ids else {}),
    }


def _mapping(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties)}


def _over(name: str, properties: Iterable[str], language: str) -> Schema:
    """What replaces keys of a record in one delivery; what else stands there is a key that nobody knows."""
    keys = {key: reference(f"{name}/properties/{key}") for key in properties}
    unknown = UNKNOWN_KEY.said(language)  # in editors; others say what type is wanted
    return {"type": "object", "properties": keys, "additionalProperties": False, "errorMessage": unknown}


def write_schema(schema: Mapping[str, Any]) -> str:
    """A schema as JSON, one definition a line."""
    lines = []
    for key, value in schema.items():
        if key == "definitions":
            inner = ",\n".join(f"  {_json(name)}: {_json(value[name])}" for name in sorted(value))
            lines.append(f"{_json(key)}: {{\n{inner}\n }}")
        else:
            lines.append(f"{_json(key)}: {_json(value)}")
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
