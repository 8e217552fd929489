"""What opens a module: its sign, its scene and question, and links from stop to stop and back to the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from deckgen.compose.deck import compose_deck
from deckgen.compose.handout import compose_handout
from deckgen.fit.deck import fit_deck
from deckgen.measure import load_faces
from deckgen.model.course import Course
from deckgen.model.diagrams.opening import Opening
from deckgen.tree import Bundle, Deck, Drawing, Shape, Slide, Slot, flat
from default_theme import TEMPLATES, THEME
from small_courses import make_block, make_course
from small_plans import schedule

PEOPLE = ({"name": "Kim"}, {"name": "Ann"}, {"name": "Bo"})
FACES = load_faces("latin-sans", "cjk-sans")


def _course(people: Any = PEOPLE, **keys: Any) -> Course:
    """Four modules, of which the first and the third have keys of their own."""
    blocks = {f"M{at}": [make_block(f"B{at}.1", "10/15/5")] for at in range(4)}
    course = make_course("d", {"d": (1, 2)}, blocks, people=people, contract=("Be on time",))
    third = type(course.modules[2]).model_validate({**course.modules[2].model_dump(exclude={"blocks"}), **keys,
                                                    "blocks": blocks["M2"]})  # fmt: skip
    return course.model_copy(update={"modules": (*course.modules[:2], third, course.modules[3])})


def _deck(course: Course) -> Deck:
    return compose_deck(course, schedule(course))


def _slide(deck: Deck, key: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == key)


def _slot(deck: Deck, key: str, name: str) -> Slot:
    return next(slot for slot in _slide(deck, key).slots if slot.name == name)


def _opening(deck: Deck, key: str) -> Opening:
    (diagram,) = _slot(deck, key, "picture").content
    assert isinstance(diagram.record, Opening)  # type: ignore[union-attr]
    return diagram.record  # type: ignore[union-attr]


def _placed(deck: Deck, layouts: Any = None) -> Deck:
    geometry = TEMPLATES.deck.geometry if layouts is None else replace(TEMPLATES.deck.geometry, layouts=layouts)
    placed, mistakes = fit_deck(deck, geometry, THEME, FACES, lambda title, number, count: title)
    assert not mistakes, mistakes
    return placed


def test_what_the_author_says_is_shown() -> None:
    deck = _deck(_course(question="Who?", scene={"place": "talk", "people": ["Bo"], "says": "Me."}))
    record = _opening(deck, "M2")
    assert (record.place, record.question, record.says, record.who) == ("talk", "Who?", "Me.", ("Bo",))
    assert "Who?" in str(_slide(deck, "M2").notes)  # asked aloud as well: not every house has a place for it


def test_scenes_of_neighbours_differ_where_nobody_chose_them() -> None:
    deck = _deck(_course())
    records = [_opening(deck, f"M{at}") for at in range(4)]
    assert records[0].place == "floor" and records[-1].place == "way"
    assert len({record.place for record in records}) == 4
    assert all(record.who for record in records) and records[0].who != records[1].who


def test_the_sign_is_the_number_of_the_chapter_or_a_word() -> None:
    deck = _deck(_course())
    signs = [_slot(deck, f"M{at}", "number").content[0].runs[0].text for at in range(4)]  # type: ignore[union-attr]
    assert signs == ["Start", "1", "2", "3"]  # numbered 0, the first is no chapter


def test_every_stop_leads_to_its_divider_and_every_slide_back_to_the_map() -> None:
    placed = _placed(_deck(_course()))
    for key in ("map", "M1"):
        (drawing,) = _slot(placed, key, "canvas").content
        assert isinstance(drawing, Drawing)
        links = {shape.link for shape in flat(drawing.shapes) if isinstance(shape, Shape) and shape.link}
        assert links == {"#M0", "#M1", "#M2", "#M3"}
    assert {slide.id for slide in placed.slides if slide.back != "map"} == {"map"}


def test_where_a_layout_has_no_place_for_sign_and_scene_they_are_left_out() -> None:
    layouts = TEMPLATES.deck.geometry.layouts
    divider = layouts["divider"]
    bare = replace(divider, slots={k: v for k, v in divider.slots.items() if k not in ("number", "picture")})
    names = {slot.name for slot in _slide(_placed(_deck(_course()), {**layouts, "divider": bare}), "M1").slots}
    assert names == {"kicker", "body", "canvas"}


def test_links_to_slides_that_are_not_given_away_are_dropped() -> None:
    course = _course()
    placed = _placed(_deck(course))
    hidden = replace(placed, sections=tuple(
        replace(section, slides=tuple(replace(slide, hidden=slide.id in ("map", "M2")) for slide in section.slides))
        for section in placed.sections
    ))  # fmt: skip
    given = compose_handout(course, schedule(course), hidden)
    (drawing,) = _slot(given, "M1", "canvas").content
    links = {shape.link for shape in flat(drawing.shapes) if isinstance(shape, Shape)}  # type: ignore[union-attr]
    assert links == {"", "#M0", "#M1", "#M3"}
    assert not any(slide.back for slide in given.slides)


def test_a_motto_stands_alone_behind_the_recap_whose_minutes_it_shares() -> None:
    course = _course(motto="One owner.\nOne hour.", summary=["One owner each"])
    deck = _deck(course)
    ids = [slide.id for slide in deck.slides]
    assert ids[ids.index("M2.recap") + 1] == "M2.recap+motto" and sum("motto" in key for key in ids) == 1
    slide = _slide(deck, "M2.recap+motto")
    assert slide.layout == "statement" and not slide.minutes
    assert "One hour." in str(slide.slots)
    with pytest.raises(ValidationError, match="stands behind the recap"):
        _course(motto="One owner.")


def test_a_divider_has_a_picture_or_a_scene() -> None:
    picture = {"file": "desk.svg", "alt": "A desk"}
    with pytest.raises(ValidationError, match="a `picture` or a `scene`"):
        _course(scene={"place": "talk"}, picture=picture)


def test_a_recap_asks_the_question_of_the_divider_again_and_leaves_its_words_out() -> None:
    keys: dict[str, Any] = {"question": "Who?", "scene": {"place": "talk", "people": ["Bo"], "says": "Me."}}
    deck = _deck(_course(summary=["One"], **keys))
    record = _opening(deck, "M2.recap")
    assert (record.place, record.question, record.says, record.who) == ("talk", "Who?", "", ("Bo",))
    assert _opening(deck, "contract").who and not _opening(deck, "contract").question


def test_people_of_the_course_stand_on_its_first_and_last_slide() -> None:
    people = tuple({"name": name} for name in ("Kim", "Ann", "Bo", "Cy", "Di", "Ed"))
    deck = _deck(_course(people))
    shown = [_slot(deck, key, "picture").content[0].record.who for key in ("cover", "close")]  # type: ignore[union-attr]
    assert shown == [("Kim", "Ann", "Bo", "Cy"), ("Di", "Ed", "Kim", "Ann")]
    placed = _placed(deck)
    (drawing,) = _slot(placed, "cover", "picture").content
    names = [shape.name for shape in drawing.shapes if isinstance(shape, Bundle)]  # type: ignore[union-attr]
    assert names == ["Kim", "Ann", "Bo", "Cy"]


def test_a_course_with_few_people_keeps_the_cover_of_its_theme() -> None:
    deck = _deck(_course())
    assert all(slot.name != "picture" for key in ("cover", "close") for slot in _slide(deck, key).slots)
