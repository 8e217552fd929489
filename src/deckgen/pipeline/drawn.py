"""Slides of a placed deck, and the days of a plan, as SVG files."""

from __future__ import annotations

from collections.abc import Collection

from deckgen.measure import load_faces
from deckgen.paginate import draw_slide, set_lines
from deckgen.pipeline.build import Made
from deckgen.timetable.timeline import agenda_svg
from deckgen.writers.svg import write_svg


def draw_slides(product: Made, wanted: Collection[str]) -> dict[str, bytes]:
    """The slides of these ids, continuations with them, from the very tree that becomes the deck."""
    assert product.trees is not None and product.album is not None and product.dress is not None
    language = product.planned.course.language
    theme = product.dress.theme.for_language(language)
    faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
    show = product.album.show(product.trees.deck)
    geometry = product.dress.templates.deck.geometry
    return {
        slide.id: write_svg(set_lines(draw_slide(slide, geometry, theme), faces), theme, show, language)
        for slide in product.trees.deck.slides
        if slide.id.partition("+")[0] in wanted
    }


def draw_days(product: Made) -> bytes:
    """The days of the plan to scale."""
    return agenda_svg(product.planned.course, product.planned.agenda).encode()
