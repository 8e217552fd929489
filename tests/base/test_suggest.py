from __future__ import annotations

from deckgen.base.suggest import MAX_COMPARED, list_names, nearest, shorten


def test_the_nearest_name_whatever_its_case() -> None:
    assert nearest("clinet", ["desk", "client"]) == "client"
    assert nearest("CLIENT", ["desk", "client"]) == "client"
    assert nearest("x", ["desk", "client"]) is None


def test_many_names_cost_little_and_are_counted() -> None:
    names = [f"name-{number}" for number in range(100_000)]
    assert nearest("NAME-99", names) == "name-99" and nearest("nam-99", names) is None
    listed = list_names(names, 3)
    assert listed == "name-0, name-1, name-10, and 99997 more"
    assert len(names) > MAX_COMPARED and nearest("n" * 10_000, ["n" * 9_999]) is None


def test_a_shown_text_is_one_short_line() -> None:
    assert shorten("a\nb  c") == "a b c"
    assert shorten("x" * 100, 10) == "x" * 9 + "…"
    assert len(shorten(" " * 500 + "x" * 500)) <= 60
    assert list_names([]) == "none"
