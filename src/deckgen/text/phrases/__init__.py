"""The fixed phrases of all artefacts, per language.

A language is one module with one dict; all have the same keys and the same placeholders.
A missing key or value is a bug and raises; an unknown language is a mistake of the source
that `has_phrases` lets the caller report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter

from deckgen.text.phrases.en import EN
from deckgen.text.phrases.zh_cn import ZH_CN

LANGUAGES: Mapping[str, Mapping[str, str]] = {"zh-CN": ZH_CN, "en": EN}

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))  # Chinese in other characters than those of zh-CN


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
        made: list[str] = []
        for before, name, _, _ in Formatter().parse(self.table[key]):
            made.append(before)
            if name is not None:
                made.append(str(values[name]))
        return tuple(part for part in made if part)


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
    primary, *others = wanted.split("-")
    if primary == "zh" and "hans" not in others and not _TRADITIONAL.isdisjoint(others):
        return None
    exact = (known for known in LANGUAGES if known.lower() == wanted)
    related = (known for known in LANGUAGES if known.lower().split("-")[0] == primary)
    return next(exact, None) or next(related, None)
