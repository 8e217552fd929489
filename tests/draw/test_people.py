"""Portraits: told apart by what people look like, changed by their mood only where a mood shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import get_args

import pytest

from deckgen.base.people import Clothes, Dye, Extra, Hair, Look, Mood, Skin, Tint, guess_look
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.draw.people import outline, portrait
from deckgen.draw.scenes import SCENES
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.tree import Bundle, Diagram, Path, Shape, flat

PLAIN = Look("Kim")
PEN = Pen(load_faces("latin-sans", "cjk-sans"), label=(18, 16), strong=(20, 16))


def drawn(bundle: Bundle) -> tuple[Shape | Path, ...]:
    return tuple(item for item in flat(bundle.shapes) if isinstance(item, Shape | Path))


@pytest.mark.parametrize(
    ("field", "words"),
    [("hair", Hair), ("tint", Tint), ("skin", Skin), ("clothes", Clothes), ("dye", Dye)],
)
def test_every_word_of_a_look_is_seen(field: str, words: object) -> None:
    pictures = [portrait(Look("Kim", **{field: word}), 0, 0, 50) for word in get_args(words)]
    for one, other in combinations(pictures, 2):
        assert one.shapes != other.shapes


@pytest.mark.parametrize("extra", [extra for extra in get_args(Extra) if extra != "nothing"])
def test_what_is_worn_is_seen(extra: Extra) -> None:
    assert portrait(Look("Kim", extras=(extra,)), 0, 0, 50).shapes != portrait(PLAIN, 0, 0, 50).shapes


def test_a_mood_changes_brows_eyes_and_mouth_only() -> None:
    calm = portrait(PLAIN, 0, 0, 50).shapes
    faces = [portrait(PLAIN, 0, 0, 50, mood).shapes for mood in get_args(Mood)]
    assert len(set(faces)) == len(get_args(Mood))
    for shapes in faces:
        changed = [item for item in set(shapes) ^ set(calm) if isinstance(item, Path)]
        assert len(changed) == len(set(shapes) ^ set(calm))
        for item in changed:
            assert all(abs(x) < 15 and -16 < y < 21 for x, y in item.points), item


@pytest.mark.parametrize("r", [22.0, 56.0, 92.0])
def test_everything_stays_on_its_disc_at_every_size(r: float) -> None:
    for seed in range(40):
        look = guess_look(f"name {seed}", rank=("agent", "leader", "manager", "")[seed % 4])  # type: ignore[arg-type]
        bundle = portrait(look, 100, 200, r)
        for item in drawn(bundle):
            corners = item.points if isinstance(item, Path) else (
                (item.frame.x, item.frame.y + item.frame.h / 2), (item.frame.x + item.frame.w / 2, item.frame.y)
            )  # fmt: skip
            assert all(hypot(x - 100, y - 200) <= r * 1.06 for x, y in corners), (look, item)


def test_a_portrait_is_one_group_with_name_and_words_for_those_who_do_not_see_it() -> None:
    bundle = portrait(Look("Kim", said="Portrait of Kim"), 0, 0, 50, part="who")
    assert (bundle.name, bundle.alt, bundle.part) == ("Kim", "Portrait of Kim", "who")
    assert len(bundle.shapes) <= 30


def test_a_guess_is_kept_and_follows_what_is_known() -> None:
    assert guess_look("Robin") == guess_look("Robin")
    looks = [guess_look(f"name {number}", "f", "agent") for number in range(60)]
    assert {look.hair for look in looks} == {"bob", "bun", "long", "tail"}
    assert all("headset" in look.extras for look in looks)
    assert all("badge" in guess_look(f"n{number}", rank="leader").extras for number in range(9))
    assert {guess_look(f"n{number}", rank="manager").clothes for number in range(20)} == {"suit", "blazer"}
    assert len({(look.hair, look.tint, look.skin, look.clothes, look.dye, look.extras) for look in looks}) > 40


def test_outlines_are_read_as_polygons() -> None:
    assert outline("M0,0 L1,0 L1,1 Z M2,2 L3,2") == (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)), ((2.0, 2.0), (3.0, 2.0)))
    (curve,) = outline("M0,0 Q1,0 1,1")
    assert curve[0] == (0.0, 0.0) and curve[-1] == pytest.approx((1.0, 1.0)) and len(curve) == 7
    assert curve[3] == pytest.approx((0.75, 0.25))


def colours(items: object) -> set[str | None]:
    shapes = [item for item in flat(items) if isinstance(item, Shape | Path)]  # type: ignore[arg-type]
    return {colour for item in shapes for colour in (item.fill, item.line)}


def test_people_and_their_rooms_look_the_same_on_dark_paper() -> None:
    for clothes in get_args(Clothes):
        for dye in get_args(Dye):
            look = Look("Kim", clothes=clothes, dye=dye, extras=get_args(Extra))
            assert not {"ink", "paper"} & colours(portrait(look, 0, 0, 50).shapes)
    for name in SCENES:
        record = DIAGRAMS["opening"].model_validate({"place": name, "who": ["Kim", "Lee", "May"]})
        drawing, _ = draw_diagram(Diagram(record, "Alt"), Frame(0, 0, 600, 430), PEN)
        assert not {"paper", "primary_soft"} & colours(drawing.shapes), name


@pytest.mark.parametrize(("corner", "card_is", "tag_is"), [(0.0, 7.0, 12.0), (2.0, 2.0, 2.0), (14.0, 14.0, 12.0)])
def test_a_theme_says_how_round_corners_are(corner: float, card_is: float, tag_is: float) -> None:
    pen = replace(PEN, corner=corner)
    assert pen.radius == card_is
    assert pen.rounding(24.0) == tag_is
