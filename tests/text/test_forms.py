"""Forms: what they may do, and that a mistake is a value with its line."""

from __future__ import annotations

from importlib.resources import files

import pytest

from deckgen.text.forms import FORMS, MAX_FORM, FormMistake, fill_form
from deckgen.text.phrases import LANGUAGES

VALUES = {"course": {"title": "Handing over"}, "skills": ["Ask", "Repeat"], "plan": None}


def test_values_conditions_and_lists_are_filled_in() -> None:
    text = (
        "# {{ course.title }}\n{% for skill in skills %}\n- {{ skill }}\n{% endfor %}\n{% if plan %}\nNo\n{% endif %}\n"
    )
    assert fill_form(text, VALUES) == "# Handing over\n- Ask\n- Repeat\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("one\n{{ cours.title }}", 2, "'cours' is undefined"),
        ("{{ course.titel }}", 1, "titel"),
        ("one\ntwo\n{% if %}", 3, "Expected an expression"),
        ("{{ 'a' * 999 }}", 1, "no * in a form"),
        ("\n{{ 2 ** 9 }}", 2, "no ** in a form"),
        ("{{ range(9) }}", 1, "'range' is undefined"),
        ("{{ skills.append('x') }}", 1, "unsafe"),
        ("{{ course.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ skills | nothing }}", 1, "No filter named 'nothing'"),
        ("{% include 'other' %}", 1, "no loader"),
        ("x" * (MAX_FORM + 1), 1, "at most"),
        ("{% for a in skills %}" + "y" * (MAX_FORM - 40) + "{% endfor %}", 1, "longer than"),
    ],
)
def test_a_mistake_has_its_line(text: str, line: int, message: str) -> None:
    found = fill_form(text, VALUES)
    assert isinstance(found, FormMistake)
    assert found.line == line and message in found.message, found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_form(language: str) -> None:
    folder = files("deckgen.text") / "shipped_forms" / language
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{name}.md" for name in FORMS)
