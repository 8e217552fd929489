"""The voice of what is said: no turn of phrase too often, no life of the trainer's own that another has not lived."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.size import count_text
from deckgen.model.audience import Worded, texts_of
from deckgen.model.course import Course

OFTEN = 4  # times from which on a turn of phrase in transitions is one too many
LEAST = 4  # 字 of one; two a word elsewhere
_CLAUSE = re.compile(r"[，。！？；：、,.!?;:]\s*")
_OWN_LIFE = re.compile(
    r"我(?:自己)?(?:当|带|做)\S{0,6}(?:那会儿|的时候|那年|那阵)|(?<!自己)当\S{1,6}那会儿|我头一回|我见过|我们?那会儿"
    r"|\b(?:when I (?:was|led|ran)|back when I|in my time as)\b",
    re.IGNORECASE,
)
_SAID = frozenset(("say", "hook", "recap_say", "if_silent", "brief"))
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def check_voice(course: Course) -> Iterator[Diagnostic]:
    """Phrases that come back too often, and stories that only one trainer could tell."""
    places: dict[str, list[Worded]] = defaultdict(list)
    for item in texts_of(course):
        if item.key == "transition":
            for clause in dict.fromkeys(_CLAUSE.split(item.text)):
                if count_text(clause, course.language) >= LEAST:
                    places[clause.strip()].append(item)
        if item.key in _SAID and (match := _OWN_LIFE.search(_QUOTED.sub("", item.text))):
            message = f"{item.key} tells the life of one trainer: {match[0]}"
            yield Diagnostic("DG436", message, item.span, "let a named third person have lived it")
    for clause, items in places.items():
        if len(items) >= OFTEN:
            message = f"“{clause}” stands in {len(items)} transitions"
            yield Diagnostic("DG436", message, items[-1].span, "say it in other words in some of them")
