"""The models into the reference page and the JSON Schema of the curriculum format.

Both are made from the models alone, so that they cannot tell another story; a comment behind a field
is its description. Refuses a kind without an example with KeyError.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from deckgen.base.codes import CODES
from deckgen.model.blocks import BLOCKS, Block
from deckgen.model.course import Course, Module
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, DiagramData
from deckgen.model.fields import LONG
from deckgen.model.sheets import SHEETS, Sheet
from deckgen.model.slides import SLIDES, Slide

Examples = Mapping[str, Mapping[str, str]]
"""``slides``, ``sheets`` and ``diagrams``, each kind with an example in YAML."""

# What the validators of `model.fields` and others take, in the words of an author.
WRITTEN = {
    "_decode_split": "minutes: talk/activity/debrief, such as `6/8/3`",
    "_decode_slide_minutes": "minutes: one number, or talk/activity/debrief",
    "_decode_clock": "time of day, such as `09:00`",
    "_decode_focus": "one or two of left, right, top, bottom, center, or two per cents from the top left corner, "
    "such as `30 60`",
    "_decode_range": "minutes: least-usual-most, such as `15-25-40`",
    "_decode_block_minutes": "minutes: talk/activity/debrief such as `6/8/3`, "
    "or one number that splits as the slides do",
}
_PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}
_OPEN: dict[type[BaseModel], tuple[str, str]] = {
    Slide: ("slide", "slides"),
    Sheet: ("sheet", "exercise-sheets"),
    Block: ("block", "blocks"),
    DiagramData: ("diagram", "diagrams"),
}
_LIMITS = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}", "lt": "less than {}"}
_COMMENT = re.compile(r"^    (\w+):.*?  # (.+)$", re.MULTILINE)

INTRODUCTION = """\
# The curriculum format

This page is made from the models by `make reference`; do not edit it by hand.

A course is one folder with `course.yaml`, which may be split with `!include path.yaml` (paths are relative to the
file that names them). Lists of `sheets`, `modules`, `questions`, `glossary`, `coverage` and `materials` may be put
together from several included lists. `!include text.md` (or `.txt`) is one long text, as if it stood behind `|`.

**Variants.** At any depth, what stands under the id of a delivery replaces the same-named values beside it; a mapping
of nothing but delivery ids *is* the value for each delivery; `in: 2-day` (or a list) keeps a mapping to the
deliveries it names.

```yaml
- kind: activity
  in: 2-day                        # only there
- kind: concept
  minutes: {1-day: 3, 2-day: 5}    # each its own
  2-day:
    title: A longer look at the same idea
```

**Texts** take inline Markdown (`**strong**`, `*emphasis*`, `` `code` ``, links) and variables: `{{ client }}` stands
for the value under `variables:` of the course, or of `--set client=...`; `--set` also sets `date`, `class_size` and
other facts about one run (`deckgen build --help`). `{{ people }}`, `{{ copies }}`, `{{ pairs }}`, `{{ triads }}`
and `{{ tables }}` follow from the class size. *Long texts* also take paragraphs and lists. [Texts](texts.md) says
what is printed how, where links may lead, and what is refused.

**Minutes** are whole minutes of talk/activity/debrief. A list takes a single value, too, which is a list of one. A text
keeps the spelling of what stands there: `version: 1.0`, `id: 07`, `answer: no` need no quotes. Keys marked * are
required, unless they follow from others (below) or a draft leaves them open.

**A delivery like another one** writes only what differs: `- {id: 3-day, like: 2-day, days: 3, hours: 18}`. Wherever
nothing stands under its own id, it takes what stands under the other's, `in:` too. A course of one length may say
`minutes: 90` in place of `deliveries:`.

**What follows from the rest may be left out**, as long as there is one answer:

| left out | becomes |
| --- | --- |
| `kind` of a slide | `concept`, or the kind that its sheet implies |
| `minutes` of a slide | what the others leave of its block's talk, activity or debrief |
| `minutes` of a block | the sum of its slides |
| `minutes` of one step | what the others leave of the block's activity and debrief |
| `sheets` of a block | the sheets of its slides, plus those it lists |
| `objectives`, `covers` of a sheet | those of its block |
| `say` of a board, `guide.brief` of its sheet | each from the other |
| `questions` of a debrief, `guide.debrief` of the sheet before it | each from the other |
| `method`, `energy` of a block | by its slides |
| `title` of a delivery | its length |
| `id` of a module, block or sheet that nothing refers to | counted: `M2`, `B2.1`, `07` |

An empty list, or a key without a value, is something: `covers: []` says that a sheet covers nothing. Minutes that could
be shared out in several ways are a mistake (DG313); a draft shares them out and says how (DG314).

**Sheets** may stand under `sheet:` of the slide that uses them, without an id. `{{ sheet }}` in a text is the number of
its own sheet, of the slide's, or of the only one of the block; `{{ sheet.tasks }}` is that of the sheet with the id
`tasks`.

```yaml
- title: Hand over your own shift
  sheet:
    kind: drill
    steps:
      - {minutes: 4, phase: setup, do: Choose three cases}
      - {phase: run, do: "Hand over, repeat, swap"}   # takes what is left of the block
```

**Drafts.** `status: draft` on a course, a module or a block asks for titles, minutes and content only; what is
still needed is one hint a block (DG423). Steps may be plain texts, `questions` of a debrief a list. Drafts say so in
their file names and at the foot of every page. `todo:` in any mapping is an open note, and a text that begins with
TODO, FIXME, 待补 or ??? is still to be written (DG424): neither is printed, and what is finished may hold none.
"""


def make_reference(examples: Examples) -> str:
    """The reference page in Markdown."""
    parts = [INTRODUCTION]
    shown: set[type[BaseModel]] = set()
    parts.append("## Course\n")
    parts.extend(_with_parts(Course, shown, level=3, heading="course.yaml"))
    parts.append("## Modules\n")
    parts.extend(_with_parts(Module, shown, level=3))
    parts.append("## Blocks\n\n" + _doc(Block) + "\n")
    parts.extend(_with_parts(Block, shown, level=3, heading="Every block"))
    for name, block in sorted(BLOCKS.items()):
        parts.extend(_kind(name, block, Block, "", shown))
    sets: tuple[tuple[str, type[BaseModel], Mapping[str, type[BaseModel]], str], ...] = (
        ("Slides", Slide, SLIDES, "slides"),
        ("Exercise sheets", Sheet, SHEETS, "sheets"),
        ("Diagrams", DiagramData, {word: DIAGRAMS[word] for word in DIAGRAMS if word not in COMPOSED}, "diagrams"),
    )
    for title, base, kinds, key in sets:
        parts.append(f"## {title}\n\n{_doc(base)}\n")
        parts.extend(_with_parts(base, shown, level=3, heading=f"Every {_OPEN[base][0]}"))
        for word, model in sorted(kinds.items()):
            if word not in examples[key]:
                raise KeyError(f"docs/examples/{key}.yaml has no example of {word}")
            parts.extend(_kind(word, model, base, examples[key][word], shown))
    parts.append(_codes())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).rstrip() + "\n"


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


# -- models -----------------------------------------------------------------------------------


def models_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models in the fields of a model, in order; kinds of the open sets are left out."""
    for field in model.model_fields.values():
        for inner in _models_in(field.annotation):
            if not issubclass(inner, tuple(_OPEN)):
                yield inner


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _models_in(part)


def _with_parts(
    model: type[BaseModel], shown: set[type[BaseModel]], level: int, heading: str = "", without: Iterable[str] = ()
) -> Iterator[str]:
    """A model and, after it, the models its keys hold that have not been shown."""
    if model in shown:
        return
    shown.add(model)
    yield f"{'#' * level} {heading or _title(model)}\n"
    if not heading or heading == "course.yaml":
        yield f"{_doc(model)}\n"
    yield _table(model, without)
    for part in models_below(model):
        if part is not Module:
            yield from _with_parts(part, shown, level)


def _kind(
    word: str, model: type[BaseModel], base: type[BaseModel], example: str, shown: set[type[BaseModel]]
) -> Iterator[str]:
    yield f"### `{word}`\n\n{_doc(model)}\n"
    own = [key for key in model.model_fields if key not in base.model_fields or _narrows(model, base, key)]
    if own:
        yield _table(model, [key for key in model.model_fields if key not in own])
    for part in models_below(model):
        yield from _with_parts(part, shown, level=4)
    if example:
        yield f"```yaml\n{example}\n```\n"


def _narrows(model: type[BaseModel], base: type[BaseModel], key: str) -> bool:
    """Whether a kind changes what a shared key takes; its own word is no change worth a row."""
    own, shared = model.model_fields[key], base.model_fields[key]
    return key not in ("kind", "type") and (_takes(own), _default(own)) != (_takes(shared), _default(shared))


def _table(model: type[BaseModel], without: Iterable[str] = ()) -> str:
    comments = _comments(model)
    rows = ["| key | takes | default | |", "| --- | --- | --- | --- |"]
    for key, field in model.model_fields.items():
        if key in without:
            continue
        star = " *" if field.is_required() else ""
        text = comments.get(key, "").replace("|", "\\|")
        rows.append(f"| `{field.alias or key}`{star} | {_takes(field)} | {_default(field)} | {text} |")
    return "\n".join(rows) + "\n"


def _comments(model: type[BaseModel]) -> dict[str, str]:
    """Descriptions of the fields: the comments behind them, those of the bases included."""
    comments: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        if owner is not BaseModel and isinstance(owner, type) and issubclass(owner, BaseModel):
            comments.update(_COMMENT.findall(inspect.getsource(owner)))
    return comments


def _default(field: FieldInfo) -> str:
    value = field.default
    if field.is_required() or value is PydanticUndefined or value in ("", (), None) or isinstance(value, BaseModel):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{', '.join(map(str, value)) if isinstance(value, tuple) else value}`"


def _doc(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _title(model: type[BaseModel]) -> str:
    """The heading of a model: its name as words, and the kind it belongs to where others share the name."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()
    room, _, file = model.__module__.removeprefix("deckgen.model.").rpartition(".")
    return f"{words} ({file if file != 'base' else 'any'} {room.removesuffix('s')})" if room else words


# -- types in words ---------------------------------------------------------------------------


def _takes(field: FieldInfo) -> str:
    return _describe(field.annotation, field.metadata)


def _describe(annotation: Any, metadata: Sequence[Any] = ()) -> str:
    """A type in the words of an author."""
    while typing.get_origin(annotation) is typing.Annotated:
        annotation, *inner = typing.get_args(annotation)
        metadata = (*inner, *metadata)
    if any(getattr(item, "func", None) and item.func.__name__ in WRITTEN for item in metadata):
        return next(WRITTEN[item.func.__name__] for item in reversed(metadata)
                    if getattr(item, "func", None) and item.func.__name__ in WRITTEN)  # fmt: skip
    limits = _limits(metadata)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return _describe_union([part for part in arguments if part is not type(None)], metadata)
    if origin is typing.Literal:
        return "one of " + ", ".join(f"`{word}`" for word in arguments if word != "")
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return _with(_list_of(_describe(arguments[0])), limits)
        return f"list of {len(arguments)}: {', '.join(_describe(part) for part in arguments)}"
    if origin is dict:
        return _with(f"names, each with a {_describe(arguments[1])}", limits)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        title = _title(annotation)
        return f"[{title.partition(' (')[0].lower()}](#{re.sub(r'[^a-z_ -]', '', title.lower()).replace(' ', '-')})"
    if any(_pattern(item) for item in metadata):
        return "id"
    return _with("long text" if LONG in metadata else _PLAIN.get(annotation, "text"), limits)


def _describe_union(parts: Sequence[Any], metadata: Sequence[Any]) -> str:
    models = [inner for part in parts for inner in _models_in(part)]
    for base, (word, anchor) in _OPEN.items():
        if models and all(issubclass(model, base) for model in models):
            return f"[{word}](#{anchor})"
    return " or ".join(dict.fromkeys(_describe(part, metadata) for part in parts))


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, FieldInfo):
            yield from item.metadata
        else:
            yield item


def _pattern(item: Any) -> bool:
    return any(getattr(part, "pattern", None) for part in _flat([item]))


def _limits(metadata: Sequence[Any]) -> list[str]:
    limits, least, most = [], None, None
    for item in _flat(metadata):
        for key, words in _LIMITS.items():
            if getattr(item, key, None) is not None:
                limits.append(words.format(f"{getattr(item, key):g}"))
        least = getattr(item, "min_length", None) or least
        most = getattr(item, "max_length", None) or most
    if least == most and least:
        limits.append(f"exactly {least}")
    elif least and most:
        limits.append(f"{least} to {most}")
    elif most or (least and least > 1):
        limits.append(f"at most {most}" if most else f"at least {least}")
    return limits


def _with(words: str, limits: Sequence[str]) -> str:
    return f"{words}, {', '.join(limits)}" if limits else words


def _list_of(words: str) -> str:
    if words in ("text", "long text", "id", "whole number", "number"):
        return f"list of {words}s"
    return f"list, each {words}" if words.startswith(("one of", "list")) else f"list, each a {words}"


def _codes() -> str:
    rows = ["## Diagnostics\n", "Every mistake is reported with its code, its place and a hint.\n"]
    rows += ["| code | meaning | |", "| --- | --- | --- |"]
    rows += [f"| {key} | {code.title} | {code.severity} |" for key, code in sorted(CODES.items())]
    return "\n".join(rows) + "\n"
