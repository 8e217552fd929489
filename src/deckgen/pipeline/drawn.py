"""Slides of a placed deck, and the days of a plan, as SVG files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from deckgen.base.diagnostics import Report
from deckgen.measure import load_faces
from deckgen.paginate import draw_slide, set_lines
from deckgen.pictures.contact import lay_sheets
from deckgen.pictures.vector import draw_png
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.disk import replace_file
from deckgen.timetable.timeline import agenda_svg
from deckgen.writers.svg import write_svg

PictureKind = Literal["png", "svg"]
WIDTH = 1600  # dots of a slide as PNG
_SMALL = 540  # dots of a slide on a contact sheet


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


def write_slides(request: Request, folder: Path, kind: PictureKind, report: Report) -> Iterator[Path]:
    """Every slide of the decks asked for as a file of its own, and as PNG thirty on a sheet; yields what was written.

    They lie in a folder for each course and delivery, numbered as they are shown.
    """
    for product in compose_request(replace(request, kinds=("deck",)), report):
        planned = product.planned
        within = folder / f"{planned.course.id}-{planned.delivery.id}"
        within.mkdir(parents=True, exist_ok=True)
        assert product.trees is not None
        slides = draw_slides(product, {slide.id.partition("+")[0] for slide in product.trees.deck.slides})
        pictures: list[bytes] = []
        for number, (slide, drawing) in enumerate(slides.items(), start=1):
            content = draw_png(drawing, WIDTH) if kind == "png" else drawing
            pictures.append(content)
            yield replace_file(within / f"{number:03}-{slide}.{kind}", content)
        sheets = lay_sheets(pictures, _SMALL) if kind == "png" else ()
        for number, sheet in enumerate(sheets, start=1):
            yield replace_file(within / f"contact-{number}.png", sheet)
