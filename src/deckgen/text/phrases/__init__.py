"""The fixed phrases of all artefacts, per language.

A language is one module with one dict; all have the same keys and the same placeholders.
A missing key or value is a bug and raises; an unknown language is a mistake of the source
that `has_phrases` lets the caller report.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter

from deckgen.base.languages import is_traditional
from deckgen.text.phrases.en import EN
from deckgen.text.phrases.zh_cn import ZH_CN
from deckgen.text.phrases.zh_tw import ZH_TW

LANGUAGES: Mapping[str, Mapping[str, str]] = {"zh-CN": ZH_CN, "zh-TW": ZH_TW, "en": EN}

LABEL = 40  # halves of a Chinese character that any phrase may have

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language; `language` is the set that was chosen, such as ``zh-CN``."""

    language: str
    table: Mapping[str, str] = field(repr=False)

    def get(self, key: str, **values: object) -> str:
        """The phrase of `key` with its ``{name}`` placeholders filled; KeyError when there is none."""
        return self.table[key].format_map(values)

    __call__ = get

    def parts(self, key: str, **values: object) -> tuple[str, ...]:
        """The same in pieces: what stands between the placeholders, and each value."""
        texts: list[str] = []
        for before, name, _, _ in Formatter().parse(self.table[key]):
            texts.append(before)
            if name is not None:
                texts.append(str(values[name]))
        return tuple(part for part in texts if part)

    def reworded(self, wording: Mapping[str, str]) -> Phrases:
        """These phrases with some of them in other words, by key, with the placeholders of those they replace."""
        return Phrases(self.language, {**self.table, **wording}) if wording else self


def placeholders_of(key: str) -> tuple[str, ...]:
    """What a phrase is filled in with, the same in every language, in the order of the English one."""
    return names_of_phrase(EN[key])


def longest_phrase(key: str) -> int:
    """How wide a phrase may become, in halves of a Chinese character: twice the widest there is, a label at least."""
    return max(LABEL, 2 * max(width_of(table[key]) for table in LANGUAGES.values()))


def width_of(phrase: str) -> int:
    """The width of a phrase in halves of a Chinese character, its placeholders left out."""
    shown = "".join(before for before, _, _, _ in Formatter().parse(phrase))
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown)


def names_of_phrase(phrase: str) -> tuple[str, ...]:
    """The placeholders of a phrase that somebody wrote; ValueError says what cannot be read in it."""
    names = []
    for name, form, turn in (
        (name, form, turn) for _, name, form, turn in Formatter().parse(phrase) if name is not None
    ):
        if not name.isidentifier() or form or turn:
            shown = name + (f"!{turn}" if turn else "") + (f":{form}" if form else "")
            raise ValueError(f"{{{shown}}} is no placeholder")
        names.append(name)
    return tuple(dict.fromkeys(names))


def has_phrases(language: str) -> bool:
    """True when the language, or a variety of it that is written alike, has its phrases; not for what is no tag."""
    return _choose(language) is not None


@lru_cache(maxsize=64)
def phrases(language: str) -> Phrases:
    """The phrases of a BCP 47 language: its own set, else that of its primary language (``zh``).

    Raises KeyError for a language without phrases.
    """
    chosen = _choose(language)
    if chosen is None:
        raise KeyError(language)
    return Phrases(chosen, LANGUAGES[chosen])


def phrase_module(language: str) -> str:
    """Name of the module with the phrases of a language, named like it; KeyError for one without phrases."""
    return f"{__name__}.{phrases(language).language.lower().replace('-', '_')}"


def _choose(language: str) -> str | None:
    wanted = language.replace("_", "-").lower()
    if not _TAG.fullmatch(wanted):
        return None
    primary = wanted.split("-")[0]
    if is_traditional(language):
        return "zh-TW"
    exact = (known for known in LANGUAGES if known.lower() == wanted)
    related = (known for known in LANGUAGES if known.lower().split("-")[0] == primary)
    return next(exact, None) or next(related, None)
