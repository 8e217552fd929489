"""What a draft has to say itself where the source says nothing, by language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Titles of parts without one; `day` and `days` are what deliveries are called."""

    course: str
    exercise: str
    discussion: str
    opening: str
    answers: str


_WORDS = {
    "en": Words("Course", "Exercise", "Discussion", "Opening", "Your answers"),
    "zh-CN": Words("课程", "练习", "小组研讨", "开场", "我的答案"),
}


def words_of(language: str) -> Words:
    """The words of a language; English ones where there are none."""
    return _WORDS.get(language, _WORDS["en"])
