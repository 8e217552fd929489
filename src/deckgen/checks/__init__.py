"""Rules of a delivery and its artefacts, one file each; a new rule is a file and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.after_lunch import check_after_lunch
from deckgen.checks.announced import check_announced
from deckgen.checks.assessed import check_assessed
from deckgen.checks.builds import check_builds
from deckgen.checks.cast import check_cast
from deckgen.checks.coverage import check_coverage
from deckgen.checks.credits import check_credits
from deckgen.checks.day_end import check_day_end
from deckgen.checks.debrief import check_debrief
from deckgen.checks.drafts import check_drafts
from deckgen.checks.early_answers import check_early_answers
from deckgen.checks.elastic import check_elastic
from deckgen.checks.elsewhere import check_elsewhere
from deckgen.checks.exemptions import check_exemptions
from deckgen.checks.fields import check_fields
from deckgen.checks.figures import check_figures
from deckgen.checks.frame_time import check_frame_time
from deckgen.checks.leaks import check_deck_leaks, check_given_away, check_workbook_leaks
from deckgen.checks.length import check_slide_count
from deckgen.checks.minutes import check_minutes
from deckgen.checks.notes import check_notes
from deckgen.checks.people import check_people
from deckgen.checks.practice import check_practice
from deckgen.checks.private_texts import check_printed, check_private_texts
from deckgen.checks.promises import check_promises
from deckgen.checks.references import check_references
from deckgen.checks.reserve import check_reserve
from deckgen.checks.reserves import check_reserves
from deckgen.checks.sheets import check_sheets
from deckgen.checks.sittings import check_sittings
from deckgen.checks.slides import check_modules, check_slides
from deckgen.checks.spare import check_spare
from deckgen.checks.speech import check_speech
from deckgen.checks.step_times import check_step_times
from deckgen.checks.subpoints import check_subpoints
from deckgen.checks.sums import check_sums
from deckgen.checks.talk import check_talk
from deckgen.checks.talk_runs import check_talk_runs
from deckgen.checks.telegraph import check_telegraph
from deckgen.checks.terms import check_terms
from deckgen.checks.turns import check_turns
from deckgen.checks.variety import check_variety
from deckgen.checks.voice import check_voice
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.tree import Book, Deck

# Rules of the source alone, about one record at a time: they speak even when no agenda could be made, and of what can
# be read of a course with mistakes.
COURSE_RULES: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    check_references,
    check_exemptions,
    check_minutes,
    check_spare,
    check_notes,
    check_slides,
    check_sheets,
    check_fields,
    check_reserves,
    check_practice,
    check_private_texts,
    check_drafts,
    check_sums,
    check_figures,
    check_voice,
    check_telegraph,
    check_people,
)

# Rules of the source that add up what its parts do: they speak only when every part could be read.
WHOLE_RULES: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    check_coverage,
    check_modules,
    check_elsewhere,
    check_early_answers,
    check_promises,
    check_announced,
    check_step_times,
    check_turns,
    check_credits,
    check_terms,
    check_cast,
    check_assessed,
)

# Rules of a planned delivery.
AGENDA_RULES: tuple[Callable[[Course, Agenda], Iterator[Diagnostic]], ...] = (
    check_talk,
    check_debrief,
    check_talk_runs,
    check_elastic,
    check_sittings,
    check_after_lunch,
    check_day_end,
    check_variety,
    check_frame_time,
    check_speech,
    check_reserve,
)

# Rules of the placed trees.
DECK_RULES: tuple[Callable[[Course, Agenda, Deck], Iterator[Diagnostic]], ...] = (
    check_deck_leaks,
    check_slide_count,
    check_builds,
)
WORKBOOK_RULES: tuple[Callable[[Course, Agenda, Book], Iterator[Diagnostic]], ...] = (check_workbook_leaks,)

# Rules of every other paper that others than the facilitator and the office get, with its name.
PAPER_RULES: tuple[Callable[[Course, Agenda, Book, str], Iterator[Diagnostic]], ...] = (check_given_away,)

# Rules of all trees together: deck, workbook and, where it is made, the guide; and the loose papers that teach.
TREE_RULES: tuple[Callable[[Course, Agenda, Deck, Book, Book | None, Sequence[Book]], Iterator[Diagnostic]], ...] = (
    check_subpoints,
)


# Rules of finished files for participants: the course, and all that each file says.
FILE_RULES: tuple[Callable[[Course, Mapping[str, str]], Iterator[Diagnostic]], ...] = (check_printed,)


def rules_run(*, sound: bool, placed: bool, papers: bool) -> tuple[str, ...]:
    """The names of the rules that judge a delivery: less of them where its source is not `sound`, and those of pages
    and papers where these were `placed` and made.
    """
    of_source = (*COURSE_RULES, *(WHOLE_RULES if sound else ()), *(AGENDA_RULES if sound else ()))
    of_pages = (*DECK_RULES, *WORKBOOK_RULES, *TREE_RULES) if placed else ()
    rules = (*of_source, *of_pages, *(PAPER_RULES if papers else ()))
    return tuple(rule.__name__.removeprefix("check_") for rule in rules)


def check_course(course: Course, agenda: Agenda | None) -> Iterator[Diagnostic]:
    """What is wrong with a course and the plan of one of its deliveries, as far as its gaps let it be said."""
    whole = course.gaps.whole
    diagnostics = [
        diagnostic for rule in COURSE_RULES for diagnostic in rule(course) if not course.gaps.hides(diagnostic)
    ]
    yield from diagnostics
    if whole and not any(diagnostic.code.startswith("DG2") for diagnostic in diagnostics):
        for whole_rule in WHOLE_RULES:
            yield from (item for item in whole_rule(course) if not course.gaps.hides(item))
    if agenda is not None and whole:
        for agenda_rule in AGENDA_RULES:
            yield from agenda_rule(course, agenda)


def check_trees(
    course: Course, agenda: Agenda, deck: Deck, workbook: Book, guide: Book | None, others: Sequence[Book] = ()
) -> Iterator[Diagnostic]:
    """What is wrong with the placed trees of a delivery; `others` are the loose papers that teach."""
    for deck_rule in DECK_RULES:
        yield from deck_rule(course, agenda, deck)
    for book_rule in WORKBOOK_RULES:
        yield from book_rule(course, agenda, workbook)
    for tree_rule in TREE_RULES:
        yield from tree_rule(course, agenda, deck, workbook, guide, others)


def check_files(course: Course, printed: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What is wrong with finished files for participants, by name; a mistake here is deckgen's own."""
    for rule in FILE_RULES:
        yield from rule(course, printed)


def check_paper(course: Course, agenda: Agenda, paper: Book, name: str) -> Iterator[Diagnostic]:
    """What is wrong with a paper that is given away, by the name of its deliverable."""
    for rule in PAPER_RULES:
        yield from rule(course, agenda, paper, name)
