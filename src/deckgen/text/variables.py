"""Curriculum texts with variables such as ``{{ client }}`` into plain text.

jinja2 fills them in, sandboxed and strict, from an expression that may hold a name, the attribute of a record, and
a few filters without arguments (``default`` takes one text). Statements, calls, arithmetic, lists and everything
else are refused, so that a text costs no more than its length: values are short, filters are few and make nothing
longer than they are given, and the text stops growing at its limit. Mistakes are values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError, nodes
from jinja2.sandbox import SandboxedEnvironment

from deckgen.base.suggest import list_names, nearest, shorten

MAX_TEXT = 20_000
"""Characters of one text, before and after its variables are filled in."""

MAX_VALUE = 2_000
"""Characters of the value of one variable."""

_FILTERS = ("default", "lower", "title", "trim", "upper")
_MAX_FILTERS = 4  # on one name
_MAX_NAMES = 400  # in one text
_ALLOWED = f"write {{{{ name }}}}, or {{{{ name | filter }}}} with one of {', '.join(_FILTERS)}"
_NO_STATEMENT = "only variables may stand between braces, no calls, statements or reckoning"
_TOO_LONG = f"the text would be longer than {MAX_TEXT} characters with its variables filled in"
_ESCAPED = "\\{"  # a brace that its author wants printed
_HIDDEN = "\x01"  # stands for one while variables are filled in; never in a source
# Braces of which at least one is full-width, and a name in single ones.
_FULL_WIDTH = re.compile(r"(?=[{｛][{｛%％])(?:｛.|.[｛％])|(?=[}｝%％][}｝])(?:｝.|.｝|％.)")
_SINGLE = re.compile(r"(?<![{$])\{[ ]*([A-Za-z_][A-Za-z0-9_]*)[ ]*\}")


def _only_text(value: Any) -> Any:
    """Keeps whatever is no text or number out: its printed form means nothing to a reader."""
    if type(value) in (str, int, float) or isinstance(value, StrictUndefined):
        return value
    raise TemplateRuntimeError(f"a {type(value).__name__} is no text")


class _Environment(SandboxedEnvironment):
    """The sandbox, narrower: attributes are those of records (mappings), never those of Python's objects."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a record's key, or undefined."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


def _environment() -> _Environment:
    # A brace with # stays text: comments are written in YAML.
    environment = _Environment(
        undefined=StrictUndefined,
        finalize=_only_text,
        keep_trailing_newline=True,
        cache_size=0,
        comment_start_string="\0{#",
        comment_end_string="#}\0",
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.tests = {}
    return environment


_ENVIRONMENT = _environment()


def render(text: str, values: Mapping[str, Any]) -> tuple[str, str | None]:
    """The text with its variables in place, and what is wrong with it, in words, or None.

    With a mistake the text comes back as it was.
    """
    if len(text) > MAX_TEXT:
        return text, f"the text has {len(text)} characters, at most {MAX_TEXT} are read"
    if wide := _FULL_WIDTH.search(text):
        char = next(char for char in wide.group() if char in "｛｝％")
        return text, f"“{char}” is a full-width character, which opens or closes no variable: write {{{{ name }}}}"
    masked = text.replace(_ESCAPED, _HIDDEN)
    if "{{" not in masked and "{%" not in masked:
        known = next((match for match in _SINGLE.finditer(masked) if match[1] in values), None) if "{" in text else None
        return text, f"a variable stands in two braces: write {{{{ {known[1]} }}}}" if known else None
    template = _compile(masked) if "{%" not in masked else f"{_NO_STATEMENT}: {_ALLOWED}"
    if isinstance(template, str):
        return text, template
    problem = _check_names(template[1], values)
    if problem:
        return text, problem
    try:
        return _join(template[0].generate(values)).replace(_HIDDEN, _ESCAPED), None
    except (TemplateError, TypeError, ValueError, AttributeError) as error:
        # All but the first: a filter over a value that it does not know.
        return text, f"the variables of this text do not work: {error}"


class _TooLongError(ValueError):
    pass


def _join(pieces: Iterator[str]) -> str:
    joined: list[str] = []
    length = 0
    for piece in pieces:
        joined.append(piece)
        length += len(piece)
        if length > MAX_TEXT:
            raise _TooLongError(_TOO_LONG)
    return "".join(joined)


@lru_cache(maxsize=2048)
def _compile(text: str) -> tuple[Template, tuple[tuple[str, ...], ...]] | str:
    """The template and the names that must be known, each with its attributes; or what is wrong with it."""
    try:
        tree = _ENVIRONMENT.parse(text)
        names = [name for node in tree.body for name in _names_of(node)]
        if len(names) > _MAX_NAMES:
            return f"a text may hold {_MAX_NAMES} variables, this one has {len(names)}"
        return _ENVIRONMENT.from_string(tree), tuple(name for name in names if name)
    except _NotAllowedError:
        return f"{_NO_STATEMENT}: {_ALLOWED}"
    except (TemplateError, SyntaxError, ValueError, RecursionError, MemoryError):
        # All but the first: nesting and numbers beyond what Python reads.
        return f"the braces of this text are not closed or not understood: {_ALLOWED}"


class _NotAllowedError(Exception):
    pass


def _names_of(node: nodes.Node) -> Iterator[tuple[str, ...]]:
    """The name that each expression of an output asks for; an empty one where it has a default."""
    if not isinstance(node, nodes.Output):
        raise _NotAllowedError
    for part in node.nodes:
        if isinstance(part, nodes.TemplateData):
            continue
        filters: list[nodes.Filter] = []
        inner: nodes.Node | None = part
        while isinstance(inner, nodes.Filter):
            filters.append(inner)
            inner = inner.node
        if len(filters) > _MAX_FILTERS or not all(_is_allowed(item) for item in filters):
            raise _NotAllowedError
        path: list[str] = []
        while isinstance(inner, nodes.Getattr):
            path.append(inner.attr)
            inner = inner.node
        if not isinstance(inner, nodes.Name) or any(name.startswith("_") for name in (inner.name, *path)):
            raise _NotAllowedError
        with_default = bool(filters) and filters[-1].name == "default"
        yield () if with_default else (inner.name, *reversed(path))


def _is_allowed(item: nodes.Filter) -> bool:
    if item.name not in _FILTERS or item.kwargs or item.dyn_args is not None or item.dyn_kwargs is not None:
        return False
    if item.name != "default":
        return not item.args
    return len(item.args) == 1 and isinstance(item.args[0], nodes.Const) and isinstance(item.args[0].value, str)


def _check_names(names: tuple[tuple[str, ...], ...], values: Mapping[str, Any]) -> str | None:
    """What is wrong with the first name that stands for nothing."""
    for name, *path in names:
        known: Any = values
        for part in (name, *path):
            if not isinstance(known, Mapping):
                return f"the variable “{name}” is one text and has no “{part}”"
            if part not in known:
                near = nearest(part, list(known))
                told = f"did you mean {near}?" if near else f"known: {list_names(known)}"
                return f"unknown variable “{shorten(part)}”; {told}"
            known = known[part]
    return None
