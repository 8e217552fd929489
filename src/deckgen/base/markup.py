"""Text into XML, escaped by construction.

`Markup` is text that is XML already. It comes from a literal, from a `Template` whose places are filled, or from
`join`; whatever else is put into it is escaped on the way. So a string of an author cannot become markup: where
markup is asked for, a plain string is a type error, and where it is filled in all the same, it arrives as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Self

import markupsafe

# What XML 1.0 cannot carry, not even as a reference: it is left out.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# White space that a parser would fold into plain spaces or line ends stands as a reference, so that it is read back.
_REFERENCES = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


class Markup(markupsafe.Markup):
    """A piece of XML, valid in the content of an element and, where it has no tags, in a quoted attribute."""

    __slots__ = ()

    __str__ = str.__str__  # the library's own goes through Python; pieces are put together by the hundred thousand

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """A value as markup: markup stays as it is, text and numbers are escaped."""
        return cls(s if s.__class__ is Markup else _escape(s))


class Template:
    """Markup with places in braces: ``Template("<a:t>{text}</a:t>")("a < b")``.

    Places are filled by position, in the order of their first mention, or by name. Too few or too many values, and
    what is neither text nor a number, are refused with TypeError.
    """

    __slots__ = ("_mentions", "_names", "_pieces")

    def __init__(self, markup: str) -> None:
        mentions: list[str] = []
        pieces: list[str] = [""]  # literals, and between them a hole for each mention of a place
        for literal, name, _, _ in Formatter().parse(markup):
            pieces[-1] += literal
            if name is not None:
                mentions.append(name)
                pieces += ("", "")
        self._pieces: list[object] = [*pieces]
        self._names = tuple(dict.fromkeys(mentions))
        self._mentions = [self._names.index(name) for name in mentions] if len(self._names) < len(mentions) else None

    def __call__(self, *values: object, **named: object) -> Markup:
        """The markup with its places filled."""
        if named:
            values += tuple(named.pop(name) for name in self._names[len(values) :] if name in named)
        if named or len(values) != len(self._names):
            raise TypeError(f"the places are {', '.join(self._names)}; left over: {', '.join(named) or len(values)}")
        if self._mentions is not None:
            values = tuple(values[at] for at in self._mentions)
        pieces = self._pieces[:]
        pieces[1::2] = [
            value if value.__class__ is Markup else str(value) if value.__class__ is int else _escape(value)
            for value in values
        ]
        return _new(Markup, "".join(pieces))  # type: ignore[arg-type]


class Numbers:
    """Markup with places for whole numbers, filled for many rows of them at once: nothing of a number is escaped.

    ``Numbers('<a:pt x="{x}" y="{y}"/>')([(1, 2), (3, 4)])`` makes two points. What is no number is refused with
    TypeError.
    """

    __slots__ = ("_row",)

    def __init__(self, markup: str) -> None:
        parts = [(literal.replace("%", "%%"), name) for literal, name, _, _ in Formatter().parse(markup)]
        self._row = "".join(literal + ("%d" if name is not None else "") for literal, name in parts)

    def __call__(self, rows: Iterable[tuple[int, ...]]) -> Markup:
        """The markup once for every row, one after another."""
        row = self._row
        return _new(Markup, "".join([row % numbers for numbers in rows]))


def join(pieces: Iterable[Markup]) -> Markup:
    """The pieces one after another."""
    known = list(pieces)
    return known[0] if len(known) == 1 and known[0].__class__ is Markup else _new(Markup, _concatenate(known))


def encode(*pieces: Markup) -> bytes:
    """The pieces one after another as UTF-8: what is large is copied only once."""
    return _concatenate(pieces).encode()


def _concatenate(pieces: Sequence[Markup]) -> str:
    for piece in pieces:
        if piece.__class__ is not Markup:
            return "".join([Markup.escape(piece) for piece in pieces])
    return "".join(pieces)


def writable(text: str) -> str:
    """Text without the characters that XML 1.0 cannot carry."""
    return text if text.isprintable() else _IMPOSSIBLE.sub("", text)


def _escape(value: object) -> str:
    if value.__class__ is not str and (isinstance(value, bool) or not isinstance(value, str | int | float)):
        raise TypeError(f"neither text nor a number: {value!r}")
    text = str(value)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return escaped if text.isprintable() else _IMPOSSIBLE.sub("", escaped).translate(_REFERENCES)


_new = str.__new__
