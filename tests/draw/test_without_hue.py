"""What colour says is said by form, too: for grey print, and for eyes that do not tell red from green."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.compose.papers.run_marks import _FILLS
from deckgen.draw import draw_diagram
from deckgen.model.diagrams import DIAGRAMS
from deckgen.theme import Theme, read_theme, shipped_themes
from deckgen.theme.colours import contrast, luminance
from deckgen.theme.find import list_themes
from deckgen.tree import Bundle, Diagram, Path, Primitive, Shape
from draw.samples import SAMPLES
from draw.test_draw import SLIDE

PLACE = Frame(40, 110, 880, 360)
GOOD, BAD = {"positive", "positive_soft"}, {"negative", "negative_soft"}
PARTS = ("talk", "activity", "debrief")


def themes() -> dict[str, Theme]:
    read = {name: read_theme(folder, lambda path: path.read_bytes())[0] for name, folder in list_themes([])}
    return {name: theme for name, theme in read.items() if theme is not None}


THEMES = themes()


def seen(items: Iterable[Primitive]) -> Iterator[Shape | Path]:
    """The shapes of a drawing but those of pictures, such as faces."""
    for item in items:
        if isinstance(item, Bundle):
            yield from () if item.alt else seen(item.shapes)
        elif isinstance(item, Shape | Path):
            yield item


def shapes_of(type_: str, number: int) -> list[Shape | Path]:
    record = DIAGRAMS[type_].model_validate(SAMPLES[type_][number])
    return list(seen(draw_diagram(Diagram(record, ""), PLACE, SLIDE)[0].shapes))


@pytest.mark.parametrize("type_", sorted(SAMPLES))
def test_good_and_bad_differ_by_a_sign_or_by_where_they_lie(type_: str) -> None:
    for number in range(len(SAMPLES[type_])):
        shapes = shapes_of(type_, number)
        tones = [{shape.fill, shape.line} for shape in shapes]
        if not any(tone & GOOD for tone in tones) or not any(tone & BAD for tone in tones):
            continue
        texts = [shape.text for shape in shapes if isinstance(shape, Shape) and shape.text]
        text = "".join(plain(label.runs) for box in texts for label in box.labels)
        bands = [[shape.frame for shape in shapes if isinstance(shape, Shape) and shape.fill == soft]
                 for soft in ("positive_soft", "negative_soft")]  # fmt: skip
        lies_higher = all(bands) and max(box.y + box.h for box in bands[0]) <= min(box.y for box in bands[1]) + 0.1
        assert {"✓", "✗"} <= set(text) or lies_higher, (type_, number)


def test_talk_activity_and_debrief_of_a_day_differ_by_height_and_by_being_hollow() -> None:
    drawn = [shape for shape in shapes_of("clock", 0) if isinstance(shape, Shape)]
    bars = {part: [shape for shape in drawn if shape.part.endswith(f"-{part}")] for part in PARTS}
    assert all(bars.values())
    heights = {part: {shape.frame.h for shape in shapes} for part, shapes in bars.items()}
    for one, other in combinations(PARTS, 2):
        assert min(abs(a - b) for a in heights[one] for b in heights[other]) > 0.25 * max(heights["activity"])
    feet = {round(shape.frame.y + shape.frame.h, 1) for shapes in bars.values() for shape in shapes}
    assert len(feet) == len({shape.frame.y for shape in bars["activity"]}), "they stand on one line"
    assert {shape.line for shape in bars["debrief"]} == {"secondary"}
    assert {shape.line for part in ("talk", "activity") for shape in bars[part]} == {None}


@pytest.mark.parametrize("name", sorted(THEMES))
def test_solid_and_hollow_are_far_apart_in_grey(name: str) -> None:
    colours = THEMES[name].colours
    for solid in ("primary", "accent"):
        assert contrast(colours[solid], colours["secondary_soft"]) >= 3.0, "a debrief beside talk and work"
    books = THEMES[name].for_books().colours
    shades = [luminance(books[fill]) for _, fill in _FILLS]
    assert len(_FILLS) == len(PARTS) and min(abs(a - b) for a, b in combinations(shades, 2)) >= 0.08


def test_the_ground_of_work_and_of_looking_back_differ_by_form() -> None:
    """What stands beside the title is solid where people act and hollow where they look back."""
    from default_theme import read_house

    for name in THEMES:
        layouts = read_house(shipped_themes() / name)[1].deck.geometry.layouts
        marks = {
            role: [panel for panel in layouts[role].panels if max(y for _, y in panel.points) < 110]
            for role in ("activity", "debrief")
        }
        assert marks["activity"] and all(panel.fill for panel in marks["activity"]), name
        hollow = [panel for panel in layouts["debrief"].panels if panel.fill is None and panel.line]
        assert hollow and not any(panel.fill is None for panel in layouts["activity"].panels), name


@pytest.mark.parametrize("type_", ["activity", "ensemble", "opening"])
def test_people_stand_before_something_light_in_every_theme(type_: str) -> None:
    lit, stood = {"wall", "disc", "disc_pale", "glow", "light", "mark", "accent", "secondary"}, 0
    for number in range(len(SAMPLES[type_])):
        record = DIAGRAMS[type_].model_validate(SAMPLES[type_][number])
        behind: list[Shape] = []
        for item in draw_diagram(Diagram(record, ""), PLACE, SLIDE)[0].shapes:
            if isinstance(item, Shape) and item.fill is not None:
                behind.append(item)
            if not isinstance(item, Bundle) or not any(
                (shape.fill or "").startswith("skin") for shape in seen(item.shapes)
            ):
                continue
            first = item.shapes[0]
            own_disc = isinstance(first, Shape) and first.geometry == "ellipse" and first.fill in lit
            x, y = item.frame.x + item.frame.w / 2, item.frame.y + item.frame.h / 2
            under = [shape.fill for shape in behind if shape.frame.x <= x <= shape.frame.x + shape.frame.w
                     and shape.frame.y <= y <= shape.frame.y + shape.frame.h]  # fmt: skip
            assert own_disc or (under and under[-1] in lit), (number, item.name, under)
            stood += 1
    assert stood or type_ == "activity"
