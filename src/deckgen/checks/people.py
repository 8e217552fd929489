"""One person is one person: who is declared under `people:` is a he or a she everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.naming import find_names
from deckgen.model.audience import texts_of
from deckgen.model.course import Course

_SENTENCE = re.compile(r"[。！？\n!?]|(?<=[a-z])\.\s")
_PRONOUNS = {"m": re.compile(r"他(?!们)|\b(?:he|him|his)\b"), "f": re.compile(r"她(?!们)|\b(?:she|her|hers)\b")}
_OTHERS = re.compile(
    "客户|同事|伙伴|上级|经理|主管|组长|组员|坐席|老人|孩子|学员|同伴|对方|新人|别人|妈|"
    r"\b(?:customer|colleague|manager|lead|partner|agent|somebody|everybody)s?\b",
    re.IGNORECASE,
)


def check_people(course: Course) -> Iterator[Diagnostic]:
    """Sentences about one declared person alone in which the other pronoun stands."""
    genders = {person.name: person.gender for person in course.people if person.gender}
    if not genders:
        return
    items = texts_of(course)
    naming = find_names(genders, [item.text for item in items])
    for item in (items[at] for at in sorted(set().union(*naming.values()))):
        for sentence in _SENTENCE.split(item.text):
            named = [name for name in genders if name in sentence]
            if len(named) != 1 or _OTHERS.search(sentence.replace(named[0], "")):
                continue
            gender = genders[named[0]]
            wrong = _PRONOUNS["f" if gender == "m" else "m"].search(sentence.split(named[0], 1)[1])
            if wrong and not _PRONOUNS[gender].search(sentence):
                declared = "he" if gender == "m" else "she"
                message = f"{item.key}: {named[0]} is declared as {declared}, here stands {wrong[0]}"
                yield Diagnostic("DG435", message, item.span, "mend the pronoun, or the gender under `people:`")
