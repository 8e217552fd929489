"""Curriculum texts with variables such as ``{{ client }}`` into plain text.

Allows variables, `if` and a few filters; refuses calls, loops, arithmetic and includes, so that a
text costs no more than its length and is the same on every run. Mistakes are values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError, UndefinedError, nodes
from jinja2.sandbox import SandboxedEnvironment

from deckgen.base.suggest import list_names, nearest, shorten

_FILTERS = ("default", "join", "length", "lower", "title", "trim", "upper")
_TESTS = ("defined", "undefined")
_ALLOWED = (
    nodes.And, nodes.Compare, nodes.CondExpr, nodes.Const, nodes.Filter, nodes.Getattr, nodes.Getitem,
    nodes.If, nodes.Keyword, nodes.Name, nodes.Not, nodes.Operand, nodes.Or, nodes.Output,
    nodes.TemplateData, nodes.Test,
)  # fmt: skip
_MAX_NODES = 500
_SHAPE = "write {{ name }} or {% if name %} … {% endif %}"


def _only_text(value: Any) -> Any:
    """Keeps methods and containers, whose printed form means nothing to a reader, out of texts."""
    if isinstance(value, str | int | float | StrictUndefined):
        return value
    raise TemplateRuntimeError(f"a {type(value).__name__} is no text")


def _environment() -> SandboxedEnvironment:
    made = SandboxedEnvironment(
        undefined=StrictUndefined, finalize=_only_text, keep_trailing_newline=True, cache_size=0
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


_ENVIRONMENT = _environment()


def render(text: str, values: Mapping[str, Any]) -> tuple[str, str | None]:
    """The text with its variables in place, and what is wrong with it, in words, or None.

    With a mistake the text comes back as it was.
    """
    if "{{" not in text and "{%" not in text:
        return text, None
    template = _compile(text)
    if isinstance(template, str):
        return text, template
    try:
        return template.render(values), None
    except UndefinedError as error:
        return text, _name_undefined(str(error), values)
    except (TemplateError, TypeError, ValueError) as error:
        # TypeError and ValueError: values compared or filtered that do not go together.
        return text, f"the variables of this text do not work: {error}"


@lru_cache(maxsize=2048)
def _compile(text: str) -> Template | str:
    """The template, or what is wrong with it."""
    try:
        tree = _ENVIRONMENT.parse(text)
        for number, node in enumerate(tree.find_all(nodes.Node)):
            if number > _MAX_NODES or not isinstance(node, _ALLOWED):
                return f"only variables and conditions may stand between braces: {_SHAPE}"
        return _ENVIRONMENT.from_string(tree)
    except (TemplateError, SyntaxError, ValueError, RecursionError) as error:
        # SyntaxError, ValueError, RecursionError: nesting and numbers beyond what Python reads.
        reason = str(error).strip().rstrip(".") or type(error).__name__
        return f"the braces of this text are not closed or not understood ({reason}): {_SHAPE}"


def _name_undefined(message: str, values: Mapping[str, Any]) -> str:
    found = re.search(r"'([^']+)' is undefined|no (?:attribute|element) '?([^']+)", message)
    name = (found.group(1) or found.group(2)) if found else message
    near = nearest(name, values.keys())
    known = f"did you mean {near}?" if near else f"known: {list_names(values)}"
    return f"unknown variable “{shorten(name)}”; {known}"
