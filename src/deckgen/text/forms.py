"""Forms of the office, such as letters and certificates: jinja2 templates of a course or of deckgen into text.

A form is a text in which statements and expressions of jinja2 may stand, run in the immutable sandbox, with undefined
names refused. Mistakes are values that name their line. What a form may spend is bounded: its length, and that of
what it makes; loops run over what the course gives, which is finite, and `range` is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_FORM = 100_000
"""Characters of a form, before and after it is filled in."""

FORMS = ("certificate", "feedback", "letters-managers", "letters-participants", "manager-card")
"""The forms that deckgen ships, by name; a course replaces one by a file of that name below `forms/`."""

SUFFIX = ".md"
_FILE = "<form>"
_LINE_OF = re.compile(r" \(line \d+\)\Z")


@dataclass(frozen=True, slots=True)
class FormMistake:
    """What is wrong with a form, in words, and the line of it, from 1."""

    line: int
    message: str


def fill_form(text: str, values: Mapping[str, Any]) -> str | FormMistake:
    """The form with its values in place, or the first mistake in it."""
    if len(text) > MAX_FORM:
        return FormMistake(1, f"the form has {len(text)} characters, at most {MAX_FORM} are read")
    try:
        template = _compile(text)
        pieces: list[str] = []
        length = 0
        for piece in template.generate(values):
            pieces.append(piece)
            length += len(piece)
            if length > MAX_FORM:
                return FormMistake(1, f"the form becomes longer than {MAX_FORM} characters")
        return "".join(pieces)
    except TemplateSyntaxError as error:
        return FormMistake(error.lineno or 1, _LINE_OF.sub("", error.message or "it cannot be read"))
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        return FormMistake(_line_of(error.__traceback__), str(error) or type(error).__name__)


def _line_of(trace: TracebackType | None) -> int:
    """The line of the form that was being filled in; jinja2 puts it into the traceback."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox without the reckoning by which a short text becomes an endless one."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuses the operators that are intercepted."""
        raise SecurityError(f"no {operator} in a form: the values are given as they are to be printed")


@lru_cache(maxsize=64)
def _compile(text: str) -> Template:
    """A form ready to be filled in, which takes far longer than to fill it: the deliveries of a run share it."""
    environment = _environment()
    code = environment.compile(text, filename=_FILE)
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


@lru_cache(maxsize=1)
def _environment() -> _Environment:
    environment = _Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )
    environment.globals.clear()
    return environment
