"""The form of the tables of meanings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ENGLISH, CHINESE = "en", "zh-CN"
LANGUAGES = (ENGLISH, CHINESE)

Table = Mapping[str, Mapping[str, tuple[str, str]]]
"""By model (its file and its name) and key, what the key means in English and in Chinese; ``""`` is the record."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key means, in both languages."""

    english: str
    chinese: str

    def said(self, language: str) -> str:
        """The meaning in one of `LANGUAGES`."""
        return self.chinese if language == CHINESE else self.english
