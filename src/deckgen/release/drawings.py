"""What changed, drawn: the days and the changed slides of both sides, as SVG files in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.base.names import file_part
from deckgen.changes.compare import Comparison
from deckgen.changes.render import DAYS, Drawn
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.disk import replace_file
from deckgen.pipeline.drawn import draw_days, draw_slides
from deckgen.release.shelves import CURRICULUM, THEMES
from deckgen.release.sides import Side, folder_of

_KINDS = ("deck", "workbook")  # slides name pages of the workbook
_SIDES = ("before", "after")


def draw_changes(sides: tuple[Side, Side], course: Path, comparison: Comparison, profile: str, folder: Path) -> Drawn:
    """The path of every drawing, by the id of a slide, or `DAYS`, and the side; what looks the same is left out.

    Raises OSError for what cannot be written. A side that cannot be composed has no drawings.
    """
    outlines = (comparison.before, comparison.after)
    products = [_compose(side, course, one.delivery, profile) for side, one in zip(sides, outlines, strict=True)]
    wanted = [{item.slides[at] for item in comparison.changes} - {""} for at in (0, 1)]
    files = [dict(_files(item, ids)) if item is not None else {} for item, ids in zip(products, wanted, strict=True)]
    pairs = {(DAYS, DAYS), *(item.slides for item in comparison.changes if any(item.slides))}
    same = {pair for pair in pairs if files[0].get(pair[0]) == files[1].get(pair[1])}
    drawn: dict[tuple[str, int], str] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for pair in sorted(pairs - same):
        for at, (name, its) in enumerate(zip(pair, files, strict=True)):
            if content := its.get(name):
                words = (outlines[at].course, outlines[at].delivery, name, _SIDES[at])
                path = folder / f"{'-'.join(filter(None, map(file_part, words)))}.svg"
                drawn[name, at] = replace_file(path, content).as_posix()
    return drawn


def _compose(side: Side, course: Path, delivery: str, profile: str) -> Made | None:
    folder = folder_of(side, course)
    if folder is None:
        return None
    request = Request(
        courses=(str(folder),), curriculum=side.root / CURRICULUM, themes=side.root / THEMES, delivery=delivery,
        profile=profile, kinds=_KINDS,
    )  # fmt: skip
    products = compose_request(request, Report())
    return products[0] if products and products[0].trees is not None and products[0].dress is not None else None


def _files(product: Made, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    yield DAYS, draw_days(product)
    yield from draw_slides(product, wanted).items()
