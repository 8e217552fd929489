"""Who and what is spoken of: people, terms, originators, figures, and sentences that are sentences."""

from __future__ import annotations

import pytest

from checks.edited import codes_of, edited_course
from deckgen.checks.cast import check_cast
from deckgen.checks.credits import check_credits
from deckgen.checks.elsewhere import check_elsewhere
from deckgen.checks.figures import check_figures
from deckgen.checks.telegraph import check_telegraph
from deckgen.checks.terms import check_terms
from deckgen.model.course import Course, CoveragePoint, Person
from deckgen.model.sheets import CaseSheet

BRIEF = "brief: Hold up one, two or three fingers on my count."
SKIPS = "purpose: See what we skip."
QUESTIONS = "questions:\n  - id: Q1"
S1_KEY = "key: [Most teams skip the owner because everybody believes that it is known.]"


def spoken(text: str, *people: Person) -> Course:
    course = edited_course((BRIEF, f"brief: {text}"))
    return course.model_copy(update={"people": people or (Person(name="Kim", role="team lead", team="team A"),)})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("We see what is open, who owns it and by when.", []),
        ("Open points, owners / clear times, quick loops.", ["DG439"]),
        ("Sixty minutes, five moves.", []),
        ("1,140 payments, 2,300 calls.", []),
        ("关系愿景、变革授权。", ["DG439"]),
        ("目标流程、风控绩效｜关系愿景、变革授权", ["DG439"]),
        ("领导看关系和愿景，管理看目标和流程。", []),
        ("“关系愿景、变革授权”这八个字，请大家记住。", []),
        ("看路，走稳。", []),
    ],
)
def test_sentences_are_no_strings_of_labels(text: str, codes: list[str]) -> None:
    assert codes_of(check_telegraph(edited_course((BRIEF, f"brief: {text}")))) == codes


def glossary(term: str, origin: str = "") -> tuple[str, str]:
    entry = (
        f'{{term: {term}, text: What passes on., origin: "{origin}"}}' if origin else f"{{term: {term}, text: Word.}}"
    )
    return (QUESTIONS, f"glossary: [{entry}]\n{QUESTIONS}")


@pytest.mark.parametrize(
    ("term", "codes"),
    [("Open point", []), ("Owner (owns)", []), ("Questions and points", []), ("Escalation", ["DG444"])],
)
def test_terms_of_the_glossary_occur(term: str, codes: list[str]) -> None:
    assert codes_of(check_terms(edited_course(glossary(term)))) == codes


@pytest.mark.parametrize(
    ("purpose", "codes"),
    [
        ("See where we break our SLA.", ["DG444"]),
        ("See where we break our SLA (what we promise).", []),
        ("See what is OK.", []),
    ],
)
def test_abbreviations_of_sheets_are_explained(purpose: str, codes: list[str]) -> None:
    assert codes_of(check_terms(edited_course((SKIPS, f"purpose: {purpose}")))) == codes
    if codes:
        assert not list(check_terms(edited_course((SKIPS, f"purpose: {purpose}"), glossary("SLA"))))


def test_sub_points_of_the_outline_are_terms() -> None:
    course = edited_course((SKIPS, "purpose: 找出痛点。"))
    for kind, codes in (("topic", ["DG444"]), ("case", [])):
        point = CoveragePoint(id="2", kind=kind, name="体验", must=("痛点 爽点",))
        assert codes_of(check_terms(course.model_copy(update={"coverage": (point,)}))) == codes


def test_the_slide_that_shows_a_term_first_says_whose_it_is() -> None:
    edits = [glossary("Handover", "Jane Doe, 1990"),
             ("title: The three questions\n", "title: The three questions\n        terms: [Handover]\n")]  # fmt: skip
    (found,) = check_credits(edited_course(*edits))
    assert found.message.startswith("slide A handover answers three questions in one order shows Handover first")
    notes = (
        "            purpose: Give the structure before the drill.",
        "            sources: ['Doe, 1990']\n            purpose: Give the structure before the drill.",
    )
    assert codes_of(check_credits(edited_course(*edits, notes))) == ["DG433"]  # nobody in the room reads notes
    shown = (notes[0], "            source: Doe, 1990\n            purpose: Give the structure before the drill.")
    assert not list(check_credits(edited_course(*edits, shown)))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kim counts.", []),
        ("The manager Kim counts.", ["DG441"]),
        ("Kim, the team lead, counts.", []),
        ("Kim, an agent, counts.", ["DG441"]),
        ("Kim和小方一起数，小方先数。", ["DG441"]),
        ("Kim小时候一小段一小段地数，老师说小心。", []),
    ],
)
def test_who_appears_is_declared_and_stays_the_same(text: str, codes: list[str]) -> None:
    assert codes_of(check_cast(spoken(text))) == codes


@pytest.mark.parametrize(("team", "codes"), [("热线二组", []), ("热线三组", ["DG441"])])
def test_a_team_is_the_one_that_is_declared(team: str, codes: list[str]) -> None:
    assert (
        codes_of(check_cast(spoken("热线二组班组长林珊在场。", Person(name="林珊", role="班组长", team=team)))) == codes
    )


def test_nobody_is_declared_who_does_not_appear() -> None:
    (found,) = check_cast(spoken("Hold up a finger.", Person(name="Pat"), Person(name="Kim")))
    assert found.message == "Pat is declared, and appears nowhere in this delivery"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("平均14元（9、14、19）", []),
        ("平均16元（9、14、19）", ["DG432"]),
        ("满意度从81%提到87%，高了6个点", []),
        ("满意度从81%提到87%，高了8个点", ["DG432"]),
        ("30单里有12单，占40%", []),
        ("30单里有12单，占45%", ["DG432"]),
        ("12 of 30 cases (40%)", []),
        ("12 of 30 cases (45%)", ["DG432"]),
        ("2026年11月20日（周五）", []),
        ("2026年11月20日（周六）", ["DG432"]),
        ("2月30日（周六）", ["DG432"]),
        ("满分10分，低于80分的题再讲一遍", ["DG432"]),
        ("满分10分，低于8分的题再讲一遍", []),
    ],
)
def test_figures_of_a_sentence_agree(text: str, codes: list[str]) -> None:
    assert codes_of(check_figures(edited_course((BRIEF, f"brief: {text}")))) == codes


@pytest.mark.parametrize(("figure", "codes"), [("84%", []), ("5%", []), ("174%", []), ("77%", ["DG432"])])
def test_a_key_takes_its_figures_from_its_case(figure: str, codes: list[str]) -> None:
    case = (SKIPS, f"{SKIPS}\n    situation: 接通率从84%到89%，目标90%。")
    assert codes_of(check_figures(edited_course(case, (S1_KEY, f"key: [到了{figure}]")))) == codes


def test_facts_of_a_case_are_those_of_its_story() -> None:
    course = edited_course((S1_KEY, "key: [It is known.]"))
    steps = ({"minutes": 5, "phase": "run", "do": "Read."},)
    for said, codes in (("人均赔付19元", []), ("人均赔付16元", ["DG432"]), ("赔付16元", [])):
        case = CaseSheet.model_validate({
            "kind": "case", "id": "S9", "title": "A case", "purpose": "See.", "story": said, "steps": steps,
            "facts": [["人均赔付", "9元、14元、19元"]], "questions": ["A?", "B?", "C?"], "output": "One",
            "grouping": "All", "guide": None,
        })  # fmt: skip
        assert codes_of(check_figures(course.model_copy(update={"sheets": (case,)}))) == codes


def test_a_sheet_that_is_printed_nowhere_cannot_be_named() -> None:
    said = (BRIEF, "brief: Look at sheet S2.")
    assert not list(check_elsewhere(edited_course(said)))
    course = edited_course(said)
    blocks = tuple(block for block in course.modules[0].blocks if block.id != "B2")
    modules = (course.modules[0].model_copy(update={"blocks": blocks}),)
    assert codes_of(check_elsewhere(course.model_copy(update={"modules": modules}))) == ["DG429"]
