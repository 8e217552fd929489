"""Variants: what each delivery sees of data that says something else to others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.diagnostics import Report
from deckgen.decode.variants import view_of
from deckgen.source.node import Located, LocatedList
from deckgen.source.reader import read_source
from examples import some

IDS = ("1-day", "2-day", "half")
KEYS = ("title", "minutes", "slides", "lunch")


def read(text: str) -> Any:
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text.encode())
    assert not found, found
    return raw


def seen(text: str, delivery: str = "1-day") -> Any:
    """What a delivery sees; nothing about the text is doubtful."""
    report = Report()
    data = view_of(read(text), (delivery,), IDS, report, KEYS).data
    assert not len(report), list(report)
    return data


def codes(text: str, delivery: str = "1-day") -> list[tuple[str, str]]:
    report = Report()
    view_of(read(text), (delivery,), IDS, report, KEYS)
    return [(item.code, str(item.span)) for item in report]


# -- one value for each delivery ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("minutes: 5", {"minutes": 5}, {"minutes": 5}),
        ("minutes: {1-day: 5, 2-day: 8}", {"minutes": 5}, {"minutes": 8}),
        ("minutes: {2-day: 8}\ntitle: A", {"title": "A"}, {"minutes": 8, "title": "A"}),
        ("minutes: {1-day: 0, 2-day: ''}", {"minutes": 0}, {"minutes": ""}),
        ("lunch: {1-day: {after: 1}, 2-day: {after: 2}}", {"lunch": {"after": 1}}, {"lunch": {"after": 2}}),
        ("lunch: {after: {1-day: 1, 2-day: 2}}", {"lunch": {"after": 1}}, {"lunch": {"after": 2}}),
        ("lunch: {1-day: {after: {1-day: 1, 2-day: 9}}}", {"lunch": {"after": 1}}, {}),
        ("lunch: {}", {"lunch": {}}, {"lunch": {}}),
    ],
)
def test_a_mapping_of_delivery_ids_is_the_value_of_its_delivery(text: str, one: Any, two: Any) -> None:
    assert (seen(text, "1-day"), seen(text, "2-day")) == (one, two)


def test_what_belongs_wholly_to_others_is_nothing() -> None:
    assert seen("1-day: {title: A}", "2-day") is None
    assert seen("in: 1-day\ntitle: A", "2-day") is None


# -- overrides ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("title: A\nminutes: 5\n1-day: {title: B}", {"title": "B", "minutes": 5}, {"title": "A", "minutes": 5}),
        ("1-day: {title: B}\ntitle: A\nminutes: 5", {"title": "B", "minutes": 5}, {"title": "A", "minutes": 5}),
        ("title: A\n2-day: {minutes: 5}", {"title": "A"}, {"title": "A", "minutes": 5}),
        # it replaces the value, it is not mixed into it
        ("lunch: {after: 2, minutes: 60}\n1-day: {lunch: {after: 1}}", {"lunch": {"after": 1}},
         {"lunch": {"after": 2, "minutes": 60}}),
        # it wins over a value for each delivery beside it
        ("title: A\nminutes: {1-day: 5, 2-day: 8}\n1-day: {minutes: 9}", {"title": "A", "minutes": 9},
         {"title": "A", "minutes": 8}),
        # what it says may itself differ
        ("title: A\n1-day: {minutes: {1-day: 5, 2-day: 8}}", {"title": "A", "minutes": 5}, {"title": "A"}),
        # a value it takes away
        ("title: A\nminutes: 5\n1-day: {minutes: {2-day: 8}}", {"title": "A"}, {"title": "A", "minutes": 5}),
        # at any depth
        ("slides: [{title: A, 1-day: {title: B}}]", {"slides": [{"title": "B"}]}, {"slides": [{"title": "A"}]}),
    ],
)  # fmt: skip
def test_what_stands_under_a_delivery_replaces_its_neighbours(text: str, one: Any, two: Any) -> None:
    assert (seen(text, "1-day"), seen(text, "2-day")) == (one, two)


# -- in: ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "two", "half"),
    [
        ("slides: [{in: 1-day, title: A}]", [{"title": "A"}], [], []),
        ("slides: [{in: [1-day, half], title: A}]", [{"title": "A"}], [], [{"title": "A"}]),
        ("slides: [{in: 2-day, title: A}, {title: B}]", [{"title": "B"}], [{"title": "A"}, {"title": "B"}],
         [{"title": "B"}]),
        ("slides: [{in: [1-day, 2-day], title: A, 1-day: {title: B}}]", [{"title": "B"}], [{"title": "A"}], []),
        ("slides: [{in: 2-day, title: A, 1-day: {title: B}}]", [], [{"title": "A"}], []),
    ],
)  # fmt: skip
def test_in_keeps_a_mapping_to_the_deliveries_it_names(text: str, one: Any, two: Any, half: Any) -> None:
    assert [seen(text, delivery)["slides"] for delivery in IDS] == [one, two, half]


# -- lists -------------------------------------------------------------------------------------


def test_items_of_lists_may_differ_and_vanish_and_keep_their_places() -> None:
    text = "slides:\n  - {1-day: A, 2-day: B}\n  - {2-day: C}\n  - D\n  - {in: 2-day, title: E}\n  - [F, {2-day: G}]\n"
    assert seen(text, "1-day")["slides"] == ["A", "D", ["F"]]
    assert seen(text, "2-day")["slides"] == ["B", "C", "D", {"title": "E"}, ["F", "G"]]
    slides = seen(text, "1-day")["slides"]
    assert [(span.line, span.column) for span in slides.items_at] == [(2, 13), (4, 5), (6, 5)]


def test_places_are_those_of_the_chosen_variant() -> None:
    text = "title: A\nminutes:\n  1-day: 5\n  2-day: 8\n2-day:\n  title: B\n"
    one, two = seen(text, "1-day"), seen(text, "2-day")
    assert [(one.spans[key].line, one.spans[key].column) for key in ("title", "minutes")] == [(1, 8), (3, 10)]
    assert [(two.spans[key].line, two.keys_at[key].line) for key in ("title", "minutes")] == [(6, 6), (4, 2)]


# -- mistakes ----------------------------------------------------------------------------------


def test_a_misspelt_delivery_is_named_once_and_counts_as_the_one_that_is_meant() -> None:
    report = Report()
    raw = read("minutes: {1-dya: 5, 2-day: 8}\ntitle: {1-dya: A, 2-day: B}")
    data = view_of(raw, ("1-day",), IDS, report, KEYS).data
    assert [(item.code, str(item.span), item.hint) for item in report] == [
        ("DG201", "course.yaml:1:11", "did you mean 1-day?")
    ]
    assert [item.message for item in report] == ["there is no delivery 1-dya, here and in 1 more place"]
    assert data == {"minutes": 5, "title": "A"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slides: [{in: 3-day, title: A}]", [("DG201", "course.yaml:1:15")]),
        ("slides: [{in: [1-day, 3-day], title: A}]", [("DG201", "course.yaml:1:15")]),
        ("slides: [{in: [], title: A}]", [("DG103", "course.yaml:1:15")]),
        ("slides: [{in: {a: b}, title: A}]", [("DG103", "course.yaml:1:15")]),
        ("title: A\n1-day: B", [("DG202", "course.yaml:2:8")]),
    ],
)
def test_mistakes_are_told_once_at_their_place(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


def test_a_key_of_the_format_is_never_taken_for_a_delivery() -> None:
    report = Report()
    view_of(read("half-day: 5"), ("1-day",), ["half-days"], report, ["half-day"])
    assert not len(report)


# -- against a second telling of the rules -----------------------------------------------------

ABSENT = object()


def told_again(data: Any, me: str) -> Any:
    """The rules once more, on plain data."""
    if isinstance(data, list):
        return [item for one in data if (item := told_again(one, me)) is not ABSENT]
    if not isinstance(data, dict):
        return data
    if data and set(data) <= set(IDS):
        return told_again(data[me], me) if me in data else ABSENT
    if "in" in data and me not in ([data["in"]] if isinstance(data["in"], str) else data["in"]):
        return ABSENT
    shared = {key: value for key, value in data.items() if key not in IDS and key != "in"}
    shared.update(data.get(me, {}))
    return {key: value for key, inner in shared.items() if (value := told_again(inner, me)) is not ABSENT}


def located(data: Any) -> Any:
    """Plain data as the reader would give it."""
    if isinstance(data, list):
        items = LocatedList(located(item) for item in data)
        items.items_at = [None] * len(items)  # type: ignore[list-item]
        return items
    if not isinstance(data, dict):
        return data
    mapping = Located({key: located(value) for key, value in data.items()})
    mapping.spans = mapping.keys_at = dict.fromkeys(mapping)  # type: ignore[assignment]
    return mapping


def _mappings(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    shared = st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    kept = st.one_of(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True))
    overrides = st.dictionaries(
        st.sampled_from(IDS), st.dictionaries(st.sampled_from(KEYS), inner, max_size=2), max_size=2
    )
    return st.one_of(
        shared,
        st.dictionaries(st.sampled_from(IDS), inner, min_size=1, max_size=3),
        st.builds(lambda a, b: {**a, "title": "x", **b}, shared, overrides),
        st.builds(lambda a, b: {**a, "in": b}, shared, kept),
    )


DATA = st.recursive(
    st.one_of(st.integers(0, 9), st.none(), st.text("ab", max_size=2)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), _mappings(inner)),
    max_leaves=12,
)


@settings(max_examples=some(300), deadline=None)
@given(DATA, st.sampled_from(IDS))
def test_a_second_telling_of_the_rules_agrees(data: Any, delivery: str) -> None:
    report = Report()
    expected = told_again(data, delivery)
    view = view_of(located(data), (delivery,), IDS, report, KEYS)
    assert view.data == (None if expected is ABSENT else expected)
    assert not len(report)
