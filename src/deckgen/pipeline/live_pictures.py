"""Pictures of slides for as long as a course is shown: a slide that looks as before is not drawn anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from deckgen.measure import load_faces
from deckgen.paginate import draw_slide, set_lines
from deckgen.pipeline.build import Made
from deckgen.writers.svg import write_svg

_MOST_DRAWN = 4000  # pictures of slides


@dataclass(slots=True)
class Pictures:
    """The pictures of slides that were drawn, by their sum; and sums by the slides they show."""

    drawn: dict[str, bytes] = field(default_factory=dict)
    _sums: dict[tuple[object, ...], str] = field(default_factory=dict)
    _dresses: list[object] = field(default_factory=list)

    def sums(self, product: Made, progress: Callable[[str], None]) -> dict[str, str]:
        """The sum of the picture of every slide, by its id; those that are not known are drawn."""
        assert product.trees is not None and product.album is not None and product.dress is not None
        language = product.planned.course.language
        theme = product.dress.theme.for_language(language)
        faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
        geometry = product.dress.templates.deck.geometry
        show = product.album.show(product.trees.deck)
        dress = self._number_of((theme, geometry, language, _pictures_in(product)))
        sums: dict[str, str] = {}
        for slide in product.trees.deck.slides:
            bare_slide = replace(slide, notes=(), span=None)
            key = (dress, bare_slide)
            known = self._sums.get(key)
            if known is None:
                progress("draw")
                picture = write_svg(set_lines(draw_slide(slide, geometry, theme), faces), theme, show, language)
                known = hashlib.sha256(picture).hexdigest()[:32]
                self._keep(key, known, picture)
            sums[slide.id] = known
        return sums

    def _number_of(self, dress: object) -> int:
        """A number for what all slides of a deck hang on: the same for equal ones."""
        if dress not in self._dresses:
            self._dresses.append(dress)
        return self._dresses.index(dress)

    def _keep(self, key: tuple[object, ...], known: str, picture: bytes) -> None:
        self._sums[key] = known
        self.drawn[known] = picture
        while len(self._sums) > _MOST_DRAWN:
            oldest = self._sums.pop(next(iter(self._sums)))
            if oldest not in self._sums.values():
                self.drawn.pop(oldest, None)


def _pictures_in(product: Made) -> tuple[tuple[str, bytes], ...]:
    """The bytes of all pictures of a delivery, by sum."""
    seen = product.album.door.seen if product.album is not None else {}
    return tuple((path.as_posix(), hashlib.sha256(content).digest()) for path, content in sorted(seen.items()))
