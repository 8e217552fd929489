"""Sentences that only the facilitator reads, found again in other texts.

A text is compared by its letters and digits alone: emphasis, punctuation, spaces, width and case make no difference.
What counts is a sentence that says something of its own. Its weight is one for each 汉字 and `WORD` for each word of
other scripts; it counts from `LEAST` on. So 每人三张便签 or "hand out the cards" may stand anywhere.

- A private text counts whole from weight 8 on, one sentence of it from 12.
- What the room hears (`spoken`) may quote what is printed: its sentences count from 16 on, outside quotation marks.
- What says in short what is printed (`echo`) counts from 16 on, and not where its own record says the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from deckgen.base.runs import plain
from deckgen.model.audience import Worded, texts_of
from deckgen.model.base import Private
from deckgen.model.course import Course
from deckgen.text.inline import parse_inline

WORD = 1.6  # what a word of Latin letters weighs, in 汉字
LEAST = {"private": 12.0, "spoken": 16.0, "echo": 16.0}
LEAST_WHOLE = 8.0  # of a private text that is found from end to end

_SENTENCE = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_OTHER_WORD = re.compile("[^\\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_NO_LETTER = re.compile(r"[\W_]+")
_GRAM = 6  # letters by which sentences are looked up


def letters(text: str) -> str:
    """The letters and digits of a text, in one width and case."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).casefold()


_letters = lru_cache(maxsize=1 << 14)(letters)  # the deliveries of a course share most of their texts


def weight(text: str) -> float:
    """How much a text says: 汉字 and words."""
    return len(_HAN.findall(text)) + WORD * len(_OTHER_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the facilitator, by its letters; and as written, with the text it is from."""

    letters: str
    text: str
    source: Worded


_KNOWN: list[tuple[Course, PrivateWords]] = []  # its own texts are looked through, and then what is printed of them
_MOST_KNOWN = 4


class PrivateWords:
    """All such sentences of a course, to be looked for in other texts."""

    def __init__(self, texts: Iterable[Worded]) -> None:
        listed = list(texts)
        echoing = {id(item.owner) for item in listed if item.private == "echo"}
        shown: dict[int, str] = defaultdict(str)  # what these records show, by their identity
        for item in listed:
            if item.private is None and id(item.owner) in echoing:
                shown[id(item.owner)] += f"\n{_letters(_plain(item.text))}"
        self._by_gram: dict[str, list[Sentence]] = defaultdict(list)
        for item in listed:
            for sentence in _sentences(item):
                if item.private != "echo" or sentence.letters not in shown[id(item.owner)]:
                    self._by_gram[sentence.letters[:_GRAM]].append(sentence)

    @classmethod
    def of(cls, course: Course) -> PrivateWords:
        """The sentences of a course that only the facilitator reads; those of the courses asked for last are kept."""
        known = next((words for of, words in _KNOWN if of is course), None)
        if known is None:
            known = cls(texts_of(course))
            _KNOWN.append((course, known))
            del _KNOWN[:-_MOST_KNOWN]
        return known

    def found_in(self, text: str) -> Iterator[Sentence]:
        """Those that stand in a text, each once, the longer one where one holds another."""
        yield from self.found_in_letters(_letters(_plain(text)))

    def found_in_letters(self, text: str) -> Iterator[Sentence]:
        """Those that stand in the letters of a text."""
        if self._by_gram.keys().isdisjoint({text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}):
            return
        until, seen = 0, set()
        for at in range(len(text) - _GRAM + 1):
            for sentence in self._by_gram.get(text[at : at + _GRAM], ()):
                end = at + len(sentence.letters)
                if end > until and sentence.letters not in seen and text.startswith(sentence.letters, at):
                    until = end
                    seen.add(sentence.letters)
                    yield sentence


def _plain(text: str) -> str:
    """A text without its marks and the addresses of its links."""
    return plain(parse_inline(text)) if "](" in text or "`" in text else text


def _sentences(item: Worded) -> list[Sentence]:
    """What counts of a text, longest first."""
    if item.private is None or len(item.text) < LEAST_WHOLE:
        return []
    return [Sentence(part, text, item) for part, text in _parts(item.text, item.private)]


@lru_cache(maxsize=1 << 13)
def _parts(text: str, private: Private) -> tuple[tuple[str, str], ...]:
    """What counts of such a text: letters, and as written."""
    whole = text = _plain(text)
    if private == "spoken":
        text = _QUOTED.sub("\n", text)
    parts = [part.strip() for part in _SENTENCE.split(text)]
    least = LEAST[private]
    counted = [part for part in parts if len(part) >= least and weight(part) >= least]  # no text outweighs its length
    if private == "private" and weight(whole) >= LEAST_WHOLE:
        counted.append(whole.strip())
    sentences = [(_letters(part), part) for part in dict.fromkeys(counted)]
    return tuple(sorted((each for each in sentences if len(each[0]) >= _GRAM), key=lambda each: -len(each[0])))
