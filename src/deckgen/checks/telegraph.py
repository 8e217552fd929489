"""No telegraph style where a sentence is read: strings of nouns without a verb that a reader would have to complete.

A sentence is telegraphic when all of its clauses are short and none has a word that joins words: of, the, is, you.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.size import count_text
from deckgen.model.audience import texts_of
from deckgen.model.course import Course

SENTENCES = frozenset((
    "say", "explain", "apply", "transition", "brief", "situation", "story", "hook", "recap_say", "rationale",
    "key_message", "background", "reading", "purpose", "reflection", "differences", "late", "scoring", "observer_brief",
))  # fmt: skip
"""The fields in which a sentence is read or said."""

CLAUSE = 6  # 字 of a clause up to which it may be a label, as `count_text` counts: three words of English
LEAST = 8  # 字 of a sentence from which on its style shows

MOST = 60  # from which on it is no sentence at all

_SENTENCE = re.compile(r"[。！？!?\n｜|]|\.(?=\s|$)|(?<=[^“]{2})[；;]")
_CLAUSES = re.compile(r"[，、：:/／]|(?<!\d),|,(?!\d)|\s[-–—]\s")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|（[^）]*）|\([^)]*\)")
_FENCED = re.compile(r"^\s*(```|~~~).*?^\s*\1\s*$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"^\s*(?:[>|#]|[-*+] |\d+[.)] |:::|\[\^).*$", re.MULTILINE)  # lines of lists, quotations, tables
_SPOKEN = "的 that "  # stands for what is quoted: words of its own
_JOINS = re.compile(
    r"[的了是在就把给和与也都要会能不没你我他她它这那谁哪什怎么吗呢吧请让有到从对为用先再又还才着过得地只各每来去说写推举别好一二两三四五六七八九十\d]|换个"
)
_JOINING = re.compile(
    r"\b(?:the|an?|is|are|was|were|be|been|have|has|had|do|does|did|will|would|can|could|may|should|must|you|we|i|it|they|"
    r"he|she|your|our|their|his|her|its|to|of|for|with|and|or|but|not|no|that|this|who|what|which|when|why|how|if|as|than|s|t|"
    r"on|in|at|by|from|us|me|them|him|let|nobody|everybody|everyone|somebody|there|then|now|"
    r"one|two|three|each|all|both|some|over|up|out|into|before|after|again|first|next|please|go|take|say|ask|write|read)\b",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def check_telegraph(course: Course) -> Iterator[Diagnostic]:
    """Sentences that are strings of nouns, where people read or hear sentences."""
    if course.is_draft:
        return
    for item in texts_of(course):
        if item.key not in SENTENCES:
            continue
        if "｜" in item.text:
            yield _told(item.key, item.text[max(0, item.text.index("｜") - 8) :][:17], item.span)
            continue
        for sentence in _telegraphic_in(item.text, course.language):
            yield _told(item.key, sentence, item.span)


@lru_cache(maxsize=1 << 13)  # the deliveries of a course share most of their texts
def _telegraphic_in(text: str, language: str) -> tuple[str, ...]:
    prose = _BLOCK.sub("", _FENCED.sub("", text))
    sentences = _SENTENCE.split(_QUOTED.sub(_SPOKEN, prose))
    return tuple(sentence.strip() for sentence in sentences if _is_telegraphic(sentence, language))


def _is_telegraphic(sentence: str, language: str) -> bool:
    clauses = [clause.strip() for clause in _CLAUSES.split(sentence) if clause.strip()]
    chinese = _CHINESE.search(sentence) is not None
    language, joins = ("zh", _JOINS) if chinese else (language, _JOINING)
    size = count_text(sentence, language)
    return (
        len(clauses) >= (2 if chinese else 3)
        and LEAST <= size <= MOST
        and all(count_text(clause, language) <= CLAUSE for clause in clauses)
        and not joins.search(sentence.replace("’", " ").replace("'", " "))
    )


def _told(key: str, sentence: str, place: object) -> Diagnostic:
    message = f"{key} is a string of labels where a sentence is read: {sentence[:40]}"
    return Diagnostic("DG439", message, place, "say it as one would say it aloud, with its verb")  # type: ignore[arg-type]
