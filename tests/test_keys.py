"""No key that does nothing, of any model of the course: all of those that do are named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue import keys
from catalogue.changed import made_for, other_values
from catalogue.keys import Sample, key_gaps, read_plain, small_course, try_course
from catalogue.looks import Looks, differ
from deckgen.compose.workbook import workbook
from deckgen.model.course import Course, Delivery, GlossaryEntry
from deckgen.model.sheets import Workspace

COURSE = read_plain(Path(keys.__file__).with_suffix(".yaml"))


def test_no_key_does_nothing() -> None:
    gaps = list(key_gaps())
    assert not gaps, "\n".join([f"{len(gaps)} keys:", *gaps])


def _tried(sample: Sample) -> tuple[set[str], set[str]]:
    """The keys that were tried below a place, and those that show."""
    alive: set[tuple[str, str]] = set()
    tried: set[tuple[str, str]] = set()
    try_course(sample, alive, tried, set())
    return {key for _, key in tried}, {key for _, key in alive}


def test_a_key_that_nothing_prints_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = Sample(small_course(COURSE), ("glossary",))
    assert _tried(sample) == ({"term", "text", "origin"}, {"term", "text", "origin"})
    printed = workbook.compose_glossary

    def without_text(kit: workbook.Kit) -> workbook.Table:
        entries = tuple(entry.model_copy(update={"text": "-"}) for entry in kit.course.glossary)
        return printed(
            workbook.Kit(kit.course.model_copy(update={"glossary": entries}), kit.agenda, kit.phrase, "book")
        )

    monkeypatch.setattr(workbook, "compose_glossary", without_text)
    assert _tried(sample) == ({"term", "text", "origin"}, {"term", "origin"})


@pytest.mark.parametrize(
    ("slide", "changes", "shows"),
    [
        (0, {"say": "So be it."}, True),  # in the notes
        (0, {"id": "other"}, True),  # a link leads to it
        (1, {"id": "other"}, False),  # a name of the tree, which no file has
        (1, {"sheet": "S9"}, True),  # refused
        (2, {"takeaway": ""}, False),  # as it was
    ],
)
def test_only_what_readers_see_is_a_difference(slide: int, changes: dict[str, str], shows: bool) -> None:
    course = Course.model_validate(COURSE)
    module = course.modules[0]
    block = module.blocks[1]
    slides = list(block.slides)
    slides[slide] = slides[slide].model_copy(update=changes)
    blocks = (module.blocks[0], block.model_copy(update={"slides": tuple(slides)}), *module.blocks[2:])
    modules = (module.model_copy(update={"blocks": blocks}), *course.modules[1:])
    assert differ(Looks(course), Looks(course.model_copy(update={"modules": modules}))) is shows


@pytest.mark.parametrize(
    ("model", "key", "value", "some"),
    [
        (GlossaryEntry, "term", "Owner", ["Owner more", "Something else"]),
        (Delivery, "breaks", "exclusive", ["inclusive"]),
        (Delivery, "start", "14:00", ["10:15"]),
        (Delivery, "lunch", None, [{"after": 2, "minutes": 2}]),
        (Workspace, "checks", ["A", "B"], [["A more", "B"], ["A", "B", "B"], ["A"], ["B", "A"]]),
        (Course, "glossary", [{"term": "A", "text": "B"}], [[{"term": "A", "text": "B more"}]]),
    ],
)
def test_values_are_changed_a_little_and_made_anew(
    model: type[Course], key: str, value: object, some: list[object]
) -> None:
    others = list(other_values(model.model_fields[key], value))
    assert value not in others
    assert all(other in others for other in some)


def test_a_type_that_no_value_can_be_made_for_is_named() -> None:
    with pytest.raises(KeyError):
        list(made_for(Path))
