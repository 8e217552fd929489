"""Names of the shapes of a slide, as the selection pane lists them: what a shape says, each name once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deckgen.base.names import shape_id
from deckgen.base.runs import Runs, plain

_MOST = 30  # characters


@dataclass(slots=True)
class Ids(Iterator[int]):
    """The ids of the shapes of one slide, in the order they are written."""

    following: int = 2  # the next one; 1 is the tree of shapes

    def __next__(self) -> int:
        self.following += 1
        return self.following - 1


@dataclass(slots=True)
class Names:
    """The names given on one slide; `words` are those of the course's language for what says nothing itself."""

    words: Mapping[str, str] = field(default_factory=dict)
    _given: set[str] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)
    _shown: dict[str, int] = field(default_factory=dict)

    def of(self, kind: str, detail: str = "", usual: str = "") -> str:
        """A name for a shape of a kind, a geometry or the slot it fills; `usual` where the language has no word."""
        return self.unique(" ".join(part for part in (self.words.get(kind.lower(), usual or kind), detail) if part))

    def said(self, text: Runs) -> str:
        """A name for a shape with words; empty where they are no more than space."""
        words = " ".join(plain(text).split())
        return self.unique(words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…") if words else ""

    def lasting(self, source: str) -> str:
        """The id of the next shape of the slide that shows what has this id in the course; empty where nothing does."""
        if not source:
            return ""
        self._shown[source] = self._shown.get(source, 0) + 1
        return shape_id(source, self._shown[source])

    def unique(self, name: str) -> str:
        """The name, with a number where it is given already."""
        wanted, number = name, self._counts.get(name, 1)
        while wanted in self._given:
            number += 1
            wanted = f"{name} {number}"
        self._counts[name] = number
        self._given.add(wanted)
        return wanted
