"""What only the facilitator reads is found wherever participants would read it, at the line, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.checks.private_texts import check_printed, check_private_texts
from deckgen.checks.private_words import letters, weight
from deckgen.decode.course import decode_course
from deckgen.model.audience import texts_of, trainer_fields
from deckgen.model.base import Strict, words_of
from deckgen.model.course import Course
from deckgen.pipeline.build import Made
from deckgen.pipeline.deliverables import DELIVERABLES
from deckgen.source.reader import read_source
from deckgen.tree import Book
from deckgen.tree.dump import dump_book, dump_deck

ROOT = Path(__file__).resolve().parents[2]
EVERY_KIND = ROOT / "tests" / "cases" / "every-kind"


SENTENCES: list[str] = []


def private(name: str, times: int = 1) -> Any:
    """A sentence that only the facilitator reads, made for one field; `times` of them are a list."""
    made = [f"No participant ever reads that {name} says {number} to the person in front." for number in "abcd"][:times]
    SENTENCES.extend(made)
    return made[0] if times == 1 else made


# Every field that is the facilitator's, each with a sentence of its own.
GUIDE: dict[str, Any] = {
    "brief": private("brief"), "look_for": private("look for", 3), "mistakes": private("mistakes", 2),
    "key": private("key", 2), "points": private("points", 2), "board": private("board", 2),
    "stuck": [{"sign": private("stuck sign"), "help": private("stuck help")}],
}  # fmt: skip
SLIDE: dict[str, Any] = {
    "glance": private("glance"), "purpose": private("purpose"), "key_points": private("key points", 2),
    "say": f"Welcome! {private('say')} Go on.", "do": private("do", 2), "transition": private("transition"),
    "materials": private("materials", 2), "cautions": private("cautions", 2),
    "fallback": {key: private(f"fallback {key}") for key in ("late", "short_of_people", "no_projector")},
    "ask": [{"q": private("question"), "expect": private("expect", 2), "follow_up": private("follow up"),
             "if_silent": private("if silent")}],
}  # fmt: skip
CARD = {key: private(f"card {key}") for key in ("identity", "goal", "knows", "hidden", "limits", "emotion", "yields")}
# Places where participants read, each to be told from the others.
PLACES = [f"A place number {number} where people read" for number in range(20)]
PLACE = iter(PLACES)
COURSE: dict[str, Any] = {
    "id": "fresh", "title": "Fresh", "subtitle": next(PLACE), "version": "1.0", "date": "2026-01-15", "language": "en",
    "audience": ["leads"], "class_size": {"min": 6, "max": 12}, "contract": ["Be kind", next(PLACE)],
    "objectives": [{"id": "O1", "verb": "do", "text": next(PLACE), "condition": "here", "standard": "well"}],
    "deliveries": [{"id": "d", "title": "D", "days": 1, "hours": 1, "start": "09:00"}],
    "guide_use": private("guide use", 2),
    "room": {"layout": private("layout"), "equipment": private("equipment", 2), "trainer": private("trainer", 2)},
    "checklist": [{"when": private("when"), "items": private("items", 2)}],
    "difficult_moments": [{"title": private("moment"), "text": private("moment text")}],
    "glossary": [{"term": "Term", "text": next(PLACE)}],
    "questions": [{"id": "Q1", "module": "M1", "objective": "O1", "form": "pre", "type": "single", "stem": next(PLACE),
                   "options": ["one", next(PLACE)], "answer": private("answer"), "rationale": private("rationale")}],
    "modules": [{
        "id": "M1", "title": "M", "short": "M", "key_message": next(PLACE), "goals": ["one", next(PLACE)],
        "summary": ["one", next(PLACE)], "hook": private("hook"), "rationale": private("module rationale"),
        "recap_say": private("recap say"), "risks": private("risks", 2), "differences": private("differences"),
        "blocks": [{
            "id": "B1", "title": "B", "method": "talk", "energy": 3, "minutes": "20/40/0", "objectives": ["O1"],
            "sheets": ["S1", "S2", "S3"], "late": private("late"), "differences": private("block differences"),
            "slides": [{"kind": "concept", "title": next(PLACE), "minutes": 20, "points": ["one", next(PLACE)],
                        "explain": next(PLACE), **SLIDE},
                       {"kind": "activity", "title": "Now you", "minutes": 40, "sheet": "S1", "task": next(PLACE)}],
        }],
    }],
    "sheets": [
        {"kind": "roleplay", "id": "S1", "title": "R", "purpose": next(PLACE), "situation": next(PLACE),
         "observer_brief": private("observer brief"), "rotation": "swap", "rules": ["stop"], "observe": ["a"] * 5,
         "practice": {"rounds": 1, "seconds": 60, "swaps": 0}, "guide": GUIDE,
         "cards": [{"role": role, "name": role, **CARD} for role in "AB"],
         "steps": [{"minutes": 40, "phase": "run", "do": next(PLACE)}]},
        {"kind": "drill", "id": "S3", "title": "D", "purpose": next(PLACE), "observe": ["a"] * 3, "guide": GUIDE,
         "practice": {"rounds": 1, "seconds": 60, "swaps": 0},
         "cards": [{"title": "one", "text": next(PLACE), "play": private("play")},
                   {"title": "two", "text": next(PLACE)}],
         "steps": [{"minutes": 0, "phase": "run", "do": next(PLACE)}]},
        {"kind": "prework", "id": "S2", "title": "P", "purpose": "Think", "deadline": "soon", "effort": 5,
         "reader": "me", "used_in": "B1", "questions": [{"q": "Which?", "use": private("use")}]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def source() -> str:
    return yaml.safe_dump(COURSE, allow_unicode=True, sort_keys=False, width=1000)


def check(text: str) -> list[Diagnostic]:
    report = Report()
    raw, found = read_source(Path("course.yaml"), Path(), lambda path: text.encode())
    assert not found
    course = decode_course(raw, "d", {}, report)
    assert course is not None, list(report)
    return list(check_private_texts(course))


def all_models(model: type[Strict] = Course, seen: set[type[Strict]] | None = None) -> set[type[Strict]]:
    """Every model that a course is made of."""
    seen = set() if seen is None else seen
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                all_models(inner, seen)
    return seen


def models_in(annotation: Any) -> Iterator[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def declared_by(owner: type[Strict], key: str) -> str:
    """Model and key of a field, by the model that declares it."""
    home = next(base for base in owner.__mro__ if key in vars(base).get("__annotations__", {}))
    return f"{home.__name__}.{key}"


def test_the_course_has_every_field_of_the_facilitator(source: str) -> None:
    raw, _ = read_source(Path("course.yaml"), Path(), lambda path: source.encode())
    course = decode_course(raw, "d", {}, Report())
    assert course is not None
    there = {declared_by(type(item.owner), item.key) for item in texts_of(course) if item.private}
    for model in all_models():
        for key, field in model.model_fields.items():
            if key in trainer_fields(model) and not list(models_in(field.annotation)):
                assert declared_by(model, key) in there, f"{model.__name__}.{key}: add a sentence to COURSE"
    assert check(source) == []


def test_every_sentence_of_the_facilitator_is_found_where_participants_read(source: str) -> None:
    own = (SLIDE["glance"], *SLIDE["key_points"], COURSE["questions"][0]["rationale"])  # their records may say the same
    assert len(set(SENTENCES)) > 60
    for number, sentence in enumerate(dict.fromkeys(SENTENCES)):
        place = PLACES[-1] if sentence in own else PLACES[number % len(PLACES)]
        edited = source.replace(place, sentence)
        line = source[: source.index(place)].count("\n") + 1
        found = check(edited)
        assert [(item.code, item.span and item.span.line) for item in found] == [("DG417", line)], (sentence, place)
        assert sentence[:20] in found[0].message and "course.yaml:" in found[0].message


@pytest.mark.parametrize("place", PLACES)
def test_every_place_where_participants_read_is_looked_at(source: str, place: str) -> None:
    last = "that" if f"task: {place}" in source else "**that**"  # a task is drawn, with plain labels
    inside = f"First this. {SLIDE['transition'].upper()} Then {last}."
    (found,) = check(source.replace(place, inside))
    assert found.span and found.span.line == source[: source.index(place)].count("\n") + 1


def with_texts(say: str = "", points: tuple[str, ...] = (), key: str = "", purpose: str = "") -> list[Diagnostic]:
    text = yaml.safe_dump(COURSE, allow_unicode=True, sort_keys=False, width=1000)
    text = text.replace(PLACES[-2], purpose or PLACES[-2]).replace(PLACES[9], (points or (PLACES[9],))[0])
    text = text.replace(SLIDE["say"], say or SLIDE["say"]).replace(GUIDE["key"][0], key or GUIDE["key"][0])
    return check(text)


@pytest.mark.parametrize(
    ("private_text", "public", "speaks"),
    [
        # whole private texts count from eight 汉字 or five words on, their sentences from twelve or eight
        ({"key": "每人三张便签"}, "每人三张便签", False),
        ({"key": "先问谁负责这件事"}, "先问谁负责这件事", True),
        ({"key": "Hand out the cards"}, "Hand out the cards", False),
        ({"key": "Hand out the red cards"}, "Then hand out the RED cards!", True),
        ({"key": "先问谁负责。再说几点之前必须做完"}, "再说几点之前必须做完", False),
        ({"key": "先问谁负责。再说几点之前必须去做完"}, "再说几点之前必须去做完", False),
        ({"key": "先问谁负责。再说几点之前必须把它做完"}, "记住：再说几点之前，**必须**把它做完", True),
        # spoken words may quote what is printed
        ({"say": "大家好。感受可以全接，要求按规矩回应。开始。"}, "感受可以全接，要求按规矩回应", False),
        ({"say": "大家好。大家想到什么说什么，三个问题守住顺序。"}, "大家想到什么说什么，三个问题守住顺序", True),
        ({"say": "班长：“他说这回听懂了，不用再打第二通电话了”。"}, "他说这回听懂了，不用再打第二通电话了", False),
        # width, case, spaces and marks make no difference
        ({"key": "先问 Ａ 类客户的３个问题再回答"}, "先问A类客户的 3 个问题，再回答。", True),
    ],
)  # fmt: skip
def test_only_a_sentence_that_says_something_of_its_own_counts(
    private_text: dict[str, str], public: str, speaks: bool
) -> None:
    assert [item.code for item in with_texts(**private_text, purpose=public)] == ["DG417"] * speaks


def test_what_says_in_short_what_its_own_slide_shows_is_no_leak(source: str) -> None:
    shown = "Ask for the open points before you ask for the owner of each"
    own = source.replace(SLIDE["key_points"][0], shown).replace(PLACES[9], shown)
    assert check(own) == []
    elsewhere = source.replace(SLIDE["key_points"][0], shown).replace(PLACES[-2], shown)
    assert [item.code for item in check(elsewhere)] == ["DG417"]


def test_one_place_that_repeats_two_sentences_tells_both_and_the_longer_of_two_that_overlap() -> None:
    found = with_texts(
        key="先问谁负责这件事。再问几点之前做完这件事情", purpose="先问谁负责这件事。再问几点之前做完这件事情"
    )
    assert len(found) == 1


def test_weight_counts_han_and_words() -> None:
    assert [weight(text) for text in ("先问 A 类", "two words", "３个")] == [pytest.approx(n) for n in (4.6, 3.2, 2.6)]


def test_finished_files_are_searched_across_their_paragraphs(source: str) -> None:
    raw, _ = read_source(Path("course.yaml"), Path(), lambda path: source.encode())
    course = decode_course(raw, "d", {}, Report())
    assert course is not None
    printed = GUIDE["brief"].replace(" reads ", " reads\n")
    (found,) = check_printed(course, {"book.docx": f"Page 1\n{printed}\nPage 2", "deck.pptx": "nothing"})
    assert found.code == "DG417" and found.message.startswith("book.docx would print")
    assert found.span and found.span.line == source[: source.index(GUIDE["brief"])].count("\n") + 1


# -- every field has its reader ---------------------------------------------------------------

# Fields that neither participants' files nor the facilitator alone need keep to themselves, each for a reason.
NEITHER = {
    "Block.method", "Module.part", "Module.dimension", "Module.prerequisites",  # run sheet, course map, overview
    "ClassSize.remainder",  # said to all when groups are formed
    "Course.audience", "Course.background", "Course.benefits", "Course.methods", "Course.method_frame",
    "Course.prerequisites", "Course.dimensions",  # outline for clients
    "CoveragePoint.kind", "CoveragePoint.name", "CoveragePoint.must", "Objective.verb", "Objective.condition",
    "Objective.standard",  # what the course promises
    "Question.stem", "Question.options",  # test papers
    "Slide.sources", "GlossaryEntry.origin",  # literature
    "Titled.title", "Titled.text",  # indicators; changes
    "Delivery.certificate_hours", "Material.item",
}  # fmt: skip


def test_a_text_that_participants_never_get_is_declared_the_facilitators(cases: dict[tuple[str, str], Made]) -> None:
    printed: dict[str, bool] = {}
    whose: dict[str, set[str | None]] = {}
    for made in (made for (course, _), made in cases.items() if course == EVERY_KIND.name):
        assert made.trees is not None and made.trees.handout is not None
        papers = (
            dump_book(paper)
            for item in DELIVERABLES
            if item.is_given_away
            for paper in made.trees.papers.get(item.name, {}).values()
            if isinstance(paper, Book)
        )
        theirs = letters(dump_book(made.trees.workbook) + dump_deck(made.trees.handout) + "".join(papers))
        for item in texts_of(made.planned.course):
            first = letters(item.text.split("\n")[0])
            name = declared_by(type(item.owner), item.key)
            if len(first) > 7 and not item.owner.__class__.__module__.startswith("deckgen.model.diagrams"):
                printed[name] = printed.get(name, False) or first in theirs
                whose.setdefault(name, set()).add(item.private)
    assert len(printed) > 60
    for name, is_printed in printed.items():
        if is_printed:
            assert whose[name] <= {None, "echo"}, f"{name} reaches participants, but is declared the facilitator's"
        else:
            assert None not in whose[name] or name in NEITHER, f"{name}: declare it in `trainer_only`, or say why not"


def test_declared_fields_exist() -> None:
    for model in all_models():
        assert not trainer_fields(model).keys() - model.model_fields.keys(), model
        assert not trainer_fields(model).keys() & words_of(model), model
