"""No key does nothing: a change of its value shows in a deck, a book, a view of the plan or a diagnostic.

Every key of every model is tried in a small course in which it can mean something: `keys.yaml` for the course
itself, with an example of `docs/examples` put into it for every kind, and diagrams by themselves.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

import examples
from catalogue.changed import other_values
from catalogue.looks import FREE, Looks, differ, drawn
from deckgen.base.diagnostics import Report
from deckgen.checks.notes import REQUIRED
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import compose_diagram
from deckgen.decode.variants import view_of
from deckgen.handbook.reference import models_below
from deckgen.model.blocks import FrameBlock, LessonBlock
from deckgen.model.course import Course
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, DiagramData
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES
from deckgen.source.reader import read_source
from deckgen.text.phrases import LANGUAGES, phrases
from deckgen.tree import Diagram
from draw.samples import SAMPLES

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
MOST_TRIES = 24  # valid values for one key of one sample
FEW_TRIES = 3  # where nothing is expected to show; a fast run makes fewer

Place = tuple[str | int, ...]
Key = tuple[str, str]
Shared = tuple[type[BaseModel] | None, str]  # a key of several kinds, by the model that they have it from

# Keys that nothing shows, and why that is right.
EXEMPT: dict[Key, str] = {
    ("delivery.Delivery", "like"): "variants are resolved by it before there are records",
    **{
        (f"brand.{model}", key): "the look of templates, no words: tests/pipeline/test_brand.py sees each of them"
        for model, keys in {
            "Brand": ("colours", "fonts", "logo", "footer"),
            "BrandColours": ("primary", "accent", "secondary", "positive", "negative", "ink"),
            "BrandFonts": ("latin", "east_asian", "heading"),
        }.items()
        for key in keys
    },
    ("sheets.job_aid.JobAidSheet", "handed_out"): "a card is a paper of its own, and every value is refused",
    ("sheets.prework.PreworkSheet", "handed_out"): "it is sent before the course, and every value is refused",
    ("course.Course", "format"): "there is one so far, and every other value is refused",
    ("course.Course", "brand"): "as its keys",
    ("course.Course", "logo"): "as its keys",
}

# Changes of keys that need a change beside them: places below the record's list, and what stands there then.
TOGETHER: dict[Key, dict[Place, Any]] = {
    ("sheets.selftest.Band", "high"): {(0, "high"): 18, (1, "low"): 19},
    ("picture.Picture", "decorative"): {("picture", "decorative"): True, ("picture", "alt"): ""},
    ("delivery.Delivery", "day_minutes"): {(0, "day_minutes"): [60, 30]},
    ("delivery.Delivery", "each_day"): {(0, "each_day"): [{"start": "16:00"}, {"sitting": 30}]},
    ("delivery.Delivery", "dates"): {(0, "dates"): ["2026-03-03", "2026-03-04"]},
    ("sheets.selftest.Band", "low"): {(0, "high"): 17, (1, "low"): 18},
}


@dataclass(frozen=True)
class Sample:
    """A raw course, and below which place in it keys are tried; in other lengths, too, where it has `lengths`."""

    course: dict[str, Any]
    place: Place = ()
    lengths: bool = False
    quick: bool = False  # a value each: what does not show here is tried again in another sample

    @property
    def of_a_kind(self) -> bool:
        """Whether it is there for one kind of slide or sheet."""
        return self.place not in ((), ("deliveries",), ("modules", 0, "blocks", 2))


def key_gaps() -> Iterator[str]:
    """Keys whose value may be anything, and models that no sample has."""
    alive: set[Key] = set()
    tried: set[Key] = set()
    begun: set[Shared] = set()
    for sample in _samples():
        try_course(sample, alive, tried, begun)
    for record in _diagrams():
        _try_diagram(record, alive, tried)
    for model, key in sorted(tried - alive - EXEMPT.keys()):
        yield f"{model}.{key} changes nothing: no deck, book or view and no diagnostic shows its value"
    for model, key in sorted(EXEMPT.keys() & alive):
        yield f"EXEMPT of tests/catalogue/keys.py names {model}.{key}, which shows"
    for model, key in sorted(EXEMPT.keys() - tried):
        yield f"EXEMPT of tests/catalogue/keys.py names {model}.{key}, which there is not"
    for model in sorted({_name(model) for model in _models()} - {model for model, _ in tried}):
        yield f"no sample of tests/catalogue/keys.py has a {model}"


def _models() -> Iterator[type[BaseModel]]:
    """Every model below a course that has a key of more than one value."""
    seen: set[type[BaseModel]] = set()
    queue: list[type[BaseModel]] = [Course, *SLIDES.values(), *SHEETS.values()]
    queue += [model for word, model in DIAGRAMS.items() if word not in COMPOSED]
    queue += [LessonBlock, FrameBlock]
    while queue:
        model = queue.pop()
        if model not in seen:
            seen.add(model)
            queue.extend(models_below(model))
    return (model for model in seen if any(not _is_word(field) for field in model.model_fields.values()))


def _name(model: type[BaseModel]) -> str:
    return f"{model.__module__.removeprefix('deckgen.model.')}.{model.__name__}"


def _is_word(field: FieldInfo) -> bool:
    """Whether the key can have one value only, the word of its kind."""
    return get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1


# -- courses ----------------------------------------------------------------------------------


def course_samples() -> Iterator[dict[str, Any]]:
    """The raw courses that keys are tried in."""
    return (sample.course for sample in _samples())


def _samples() -> Iterator[Sample]:
    """Each kind of slide and of sheet, its example and what must be written only, then the course as a whole.

    The small ones come first, since every key is tried until it shows once."""
    whole = read_plain(Path(__file__).with_suffix(".yaml"))
    course = small_course(whole)
    for word, example in read_plain(EXAMPLES / "slides.yaml").items():
        number = ("talk", "activity", "debrief").index(SLIDES[word].bucket)
        place: Place = ("modules", 0, "blocks", 0, "slides", number)
        fixed = {
            "id": "here",
            "minutes": _at(course, place)["minutes"],
            **({"sheet": "S1"} if "sheet" in example else {}),
        }
        for slide in (example, _least(SLIDES[word], example, REQUIRED)):
            yield Sample(_with(course, place, {**slide, **fixed}), place)
        waiting = {**slide, **fixed, "title": "At rest", "minutes": 0}
        slides = [*_at(course, place[:-1]), waiting]
        yield Sample(_with(course, place[:-1], slides), (*place[:-1], len(slides) - 1))
    for word, example in read_plain(EXAMPLES / "sheets.yaml").items():
        steps = _at(course, ("sheets", 0, "steps"))
        for sheet in (example, _least(SHEETS[word], example)):
            if SHEETS[word].has_steps:
                yield Sample(_with(course, ("sheets", 0), {**sheet, "id": "S1", "steps": steps}), ("sheets", 0))
            else:
                count = len(course["sheets"])
                added = _with(course, ("sheets",), [*course["sheets"], {**sheet, "id": "S9"}])
                key = "job_aids" if SHEETS[word].in_appendix else "prework" if word == "prework" else "postwork"
                yield Sample(_with(added, (key,), ["S9"]), ("sheets", count))
    yield Sample(_fuller(course, whole), quick=True)
    for second in ({"sitting": 30, "break_minutes": 10}, {"sitting": 30, "lunch": {"after": 1, "minutes": 30}}):
        delivery = {
            **whole["deliveries"][0], "days": 2, "day_minutes": [30, 60], "lunch": None,
            "each_day": [{"start": "15:00"}, second], "dates": ["2026-03-02", "2026-03-09"],
        }  # fmt: skip
        yield Sample(_with(whole, ("deliveries",), [delivery]), ("deliveries",), quick=True)
    yield Sample(whole, lengths=True)
    yield Sample(_with(whole, ("modules", 0, "blocks", 2, "kind"), "frame"), ("modules", 0, "blocks", 2), lengths=True)


def small_course(course: dict[str, Any]) -> dict[str, Any]:
    """The course with its second block alone, quick to make again and again."""
    module = {**course["modules"][0], "hook": "See [here](#here)."}  # every slide tried is here
    delivery = {**course["deliveries"][0], "hours": 25 / 60, "lunch": None}
    kept = {
        key: course[key] for key in ("id", "title", "version", "date", "language", "audience", "class_size", "glossary")
    }
    listed = {key: course[key][:1] for key in ("objectives", "sheets")}
    listed["coverage"] = [{key: value for key, value in course["coverage"][0].items() if key != "must"}]
    return {**kept, **listed, "deliveries": [delivery], "modules": [{**module, "blocks": module["blocks"][1:2]}]}


def _fuller(small: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """The small course with all else of the whole one that it can be right with."""
    for key in sorted(whole.keys() - small.keys()):
        fuller = {**small, key: whole[key]}
        if not Looks(Course.model_validate(fuller)).refused:
            small = fuller
    return small


def read_plain(path: Path) -> dict[str, Any]:
    """A YAML file as one delivery sees it, as plain data."""
    raw, found = read_source(path, path.parent, Path.read_bytes)
    assert not found, found
    return _plain(view_of(raw, ("1-day",), ("1-day", "2-day"), Report()).data)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _least(model: type[BaseModel], example: dict[str, Any], kept: Collection[str] = ()) -> dict[str, Any]:
    """What of an example must be written."""
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    return {key: value for key, value in example.items() if key in required or key in kept}


def _at(raw: Any, place: Place) -> Any:
    for step in place:
        raw = raw[step]
    return raw


def _with(raw: Any, place: Place, value: Any) -> Any:
    """A copy of raw data with another value at a place; what is left out on the way there is filled in."""
    if not place:
        return value
    step, *rest = place
    if isinstance(raw, list):
        return [_with(item, tuple(rest), value) if number == step else item for number, item in enumerate(raw)]
    record = {"text": raw} if isinstance(raw, str) else raw
    return {**record, step: _with(record.get(step, {}), tuple(rest), value)}


def _with_all(raw: Any, place: Place, values: Mapping[Place, Any]) -> Any:
    """A copy with several other values below a place."""
    for below, value in values.items():
        raw = _with(raw, (*place, *below), value)
    return raw


_TREES: dict[str, list[str]] = {}  # by the name of a key


def _is_tried(key: Key) -> bool:
    """Whether a key that is not a kind's own is tried on this run: each on a full run, one of three on a fast one."""
    return examples.run == "full" or zlib.crc32(".".join(key).encode()) % 3 == 0


def _is_asked_again(key: Key, tried: set[Key]) -> bool:
    """Whether a key that shows nowhere is tried in one sample after the other; in a fast run one is enough."""
    return examples.run == "full" or key not in tried


@cache
def _sharing(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model that kinds have a key from; None where it is a model's own."""
    bases = (base for base in reversed(model.__mro__) if base is not model and issubclass(base, BaseModel))
    return next((base for base in bases if name in base.model_fields), None)


def try_course(sample: Sample, alive: set[Key], tried: set[Key], begun: set[Shared]) -> None:
    """Try what keys of a sample are not yet `alive`; `begun` are those that kinds share and one of them has tried."""
    looks = Looks(Course.model_validate(sample.course))
    assert not looks.refused, looks.found
    for place, record in _records(looks.course, ()):
        if place[: len(sample.place)] != sample.place:
            continue
        for name, field in type(record).model_fields.items():
            key = (_name(type(record)), name)
            if _is_word(field) or key in alive or (key in EXEMPT and (sample.quick or not _is_asked_again(key, tried))):
                continue
            shared = _sharing(type(record), name), name
            whole = sample.of_a_kind and (shared[0] is None or shared not in begun)
            begun.add(shared)
            if not whole and key not in tried and not _is_tried(key):
                tried.add(key)
                if key not in EXEMPT:
                    alive.add(key)
                continue
            tried.add(key)
            looks.trees = _TREES.setdefault(name, [*looks.trees])  # where a key of this name showed last
            here = (*place, field.alias or name)
            raw = _at(sample.course, place)
            value = raw.get(field.alias or name) if isinstance(raw, dict) else raw
            changed = (_with(sample.course, here, other) for other in other_values(field, value))
            if key in TOGETHER:
                changed = (_with_all(sample.course, place[:-1], values) for values in (TOGETHER[key],))
            most = examples.some(FEW_TRIES) if key in EXEMPT else 1 if sample.quick else MOST_TRIES
            tries = islice(_valid(changed), most)
            if _shows(looks, tries, sample.lengths and key not in EXEMPT):
                alive.add(key)


def _shows(looks: Looks, tries: Iterable[Looks], lengths: bool) -> bool:
    """Whether one of the courses differs; other lengths are planned only where nothing else tells them apart."""
    alike = []
    for other in tries:
        if differ(looks, other):
            return True
        alike += [other] if lengths and not other.refused else []
    return any(looks.in_length(wishes) != other.in_length(wishes) for other in alike for wishes in FREE)


def _records(record: BaseModel, place: Place) -> Iterator[tuple[Place, BaseModel]]:
    """A record and those below it with their places; diagrams are tried by themselves."""
    yield place, record
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        for number, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if isinstance(item, BaseModel) and not isinstance(item, DiagramData):
                steps: Place = (field.alias or name,) if number is None else (field.alias or name, number)
                yield from _records(item, (*place, *steps))


def _valid(changed: Iterable[dict[str, Any]]) -> Iterator[Looks]:
    """The courses that are none, by their types alone, are left out."""
    for raw in changed:
        try:
            course = Course.model_validate(raw)
        except ValidationError:
            continue
        if course.language in LANGUAGES:
            yield Looks(course)


# -- diagrams ---------------------------------------------------------------------------------


def _diagrams() -> Iterator[DiagramData]:
    for example in read_plain(EXAMPLES / "diagrams.yaml").values():
        yield DIAGRAMS[example["type"]].model_validate(example)
    for word, samples in SAMPLES.items():
        if word not in COMPOSED:
            yield from (DIAGRAMS[word].model_validate(sample) for sample in samples)


def _try_diagram(record: DiagramData, alive: set[Key], tried: set[Key]) -> None:
    shown = _drawn(record)
    raw = record.model_dump(by_alias=True, mode="json")
    for place, part in _records(record, ()):
        for name, field in type(part).model_fields.items():
            key = (_name(type(part)), name)
            if _is_word(field) or key in alive:
                continue
            tried.add(key)
            here = (*place, field.alias or name)
            values = other_values(field, _at(raw, here))
            changed = (_diagram_of(type(record), _with(raw, here, other)) for other in values)
            if any(_drawn(other) != shown for other in islice(filter(None, changed), MOST_TRIES)):
                alive.add(key)


def _diagram_of(model: type[DiagramData], raw: dict[str, Any]) -> DiagramData | None:
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None


def _drawn(record: DiagramData) -> Any:
    """A diagram as it is shown, with its alternative text."""
    element = compose_diagram(_kit(), record, "A title")
    return (drawn(element.record), element.alt) if isinstance(element, Diagram) else element


@cache
def _kit() -> Kit:
    looks = Looks(Course.model_validate(read_plain(Path(__file__).with_suffix(".yaml"))))
    assert looks.agenda is not None
    return Kit(looks.course, looks.agenda, phrases("en"), "slide")
