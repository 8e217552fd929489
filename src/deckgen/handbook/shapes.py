"""What may stand under a key, read from the annotations of the models: the one reading that page and schemas share.

Refuses an annotation that it does not know with KeyError, so that a new kind of value is described before it is used.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deckgen.model.fields import LONG
from deckgen.model.short_forms import ShortForm

What = Literal["text", "id", "icon", "whole", "number", "switch", "words", "form", "list", "row", "names", "record"]

# Validators that read a form of their own, by the names of their functions; how each is written both renderings say.
FORMS = (
    "_decode_split", "_decode_slide_minutes", "_decode_block_minutes", "_decode_clock", "_decode_range",
    "_decode_focus", "_decode_colour", "_decode_lunch",
)  # fmt: skip

# Validators that read a short form in place of a record, by the names of their functions.
SHORT_FORMS = ("_name_colours", "_decode_size", "_decode_room")
TEXT = "text"  # the short form of records that are marked so
_SIDES = ("ge", "gt", "le", "lt")
_PLAIN: Mapping[Any, What] = {str: "text", int: "whole", float: "number", bool: "switch", Any: "text"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One value: `what` it is, and for each what more is to be said.

    `limits` are those of numbers (ge, gt, le, lt), `least` and `most` how many entries or characters there are, `words`
    what may be written, `items` what a list, a row or names hold, `models` the records of which one stands here, `form`
    how the value is written; `nothing` says that `null` may stand there, `long` that the text may have several
    paragraphs, `short` how a record may be written that is not a mapping.
    """

    what: What
    limits: Mapping[str, float] = field(default_factory=dict)
    least: int = 0
    most: int | None = None
    words: tuple[str, ...] = ()
    items: tuple[Shape, ...] = ()
    models: tuple[type[BaseModel], ...] = ()
    form: str = ""
    nothing: bool = False
    long: bool = False
    short: str = ""


@cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The keys of a model as they are written, in order, with what they take."""
    return {info.alias or name: shape_of(info) for name, info in model.model_fields.items()}


def shape_of(info: FieldInfo) -> Shape:
    """What a field takes."""
    return _shape(info.annotation, tuple(info.metadata))


def _shape(annotation: Any, metadata: Sequence[Any]) -> Shape:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation, *inner = typing.get_args(annotation)
        metadata = (*inner, *metadata)
    flat = tuple(_flat(metadata))
    functions = {name for item in flat if (name := getattr(getattr(item, "func", None), "__name__", ""))}
    parts = _union(annotation)
    nothing = parts is not None and type(None) in parts
    if written := functions.intersection(FORMS):
        return Shape("form", form=written.pop(), nothing=nothing)
    if parts is not None:
        return _either([part for part in parts if part is not type(None)], metadata, nothing=nothing)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    least = max((getattr(item, "min_length", None) or 0 for item in flat), default=0)
    most = min((length for item in flat if (length := getattr(item, "max_length", None))), default=None)
    if origin is Literal:
        return Shape("words", words=tuple(word for word in arguments if word != ""))
    if origin is tuple:
        if arguments[-1] is not Ellipsis:
            return Shape("row", items=tuple(_shape(part, ()) for part in arguments))
        return Shape("list", items=(_shape(arguments[0], ()),), least=least, most=most)
    if origin in (dict, Mapping):
        return Shape("names", items=(_shape(arguments[1], ()),), least=least, most=most)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("record", models=(annotation,), short=_short(functions, flat))
    what = _PLAIN[annotation]
    if what == "text":
        what = "icon" if "_check_icon" in functions else "id" if any(map(_pattern, flat)) else "text"
    sides = {side: value for item in flat for side in _SIDES if (value := getattr(item, side, None)) is not None}
    return Shape(what, sides, least, most, long=LONG in flat)


def _short(functions: Collection[str], metadata: Sequence[Any]) -> str:
    """How a record may be written that is not a mapping; empty where it must be one."""
    marked = any(isinstance(item, ShortForm) for item in metadata)
    return TEXT if marked else next((name for name in SHORT_FORMS if name in functions), "")


def _union(annotation: Any) -> tuple[Any, ...] | None:
    is_union = typing.get_origin(annotation) in (typing.Union, types.UnionType)
    return typing.get_args(annotation) if is_union else None


def _either(parts: Sequence[Any], metadata: Sequence[Any], *, nothing: bool) -> Shape:
    shapes = [_shape(part, metadata) for part in parts if part != Literal[""]]
    if len(shapes) > 1:
        if any(shape.what != "record" for shape in shapes):
            raise KeyError(f"no shape for one of {parts}")
        return Shape("record", models=tuple(model for shape in shapes for model in shape.models), nothing=nothing)
    (only,) = shapes
    given = {name: getattr(only, name) for name in Shape.__slots__}
    return Shape(**{**given, "nothing": nothing})


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, FieldInfo):
            yield from item.metadata
        else:
            yield item


def _pattern(item: Any) -> bool:
    return bool(getattr(item, "pattern", None))
