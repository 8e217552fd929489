"""Materials into a draft: modules shaped, minutes set and aligned, files written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from deckgen.importers.emit import Draft, Writer
from deckgen.importers.lengths import set_lengths
from deckgen.importers.limits import part_piece, shorten_titles
from deckgen.importers.pieces import Material, Unplaced, walk
from deckgen.importers.shape import DraftModule, shape
from deckgen.importers.timing import Frame, set_minutes
from deckgen.importers.words import words_of
from deckgen.text.scripts import has_cjk

LANGUAGES = ("zh-CN", "en")


def make_draft(
    materials: Sequence[Material],
    title: str,
    language: str,
    days: Sequence[int],
    day_minutes: Sequence[tuple[int, ...]] = (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Draft, tuple[DraftModule, ...]]:
    """The draft of a course, one module a file or, for files that part themselves, one a part.

    It has a delivery for each number of `days`, of equal ones, and for each of `day_minutes`. Raises TooShortError
    where it has more slides than the shortest of them minutes. `names` are those of pictures
    that are called otherwise than in the material, empty for those that cannot be shown.
    """
    language = language or language_of(materials)
    words = words_of(language)
    lost: list[Unplaced] = [left for material in materials for left in material.unplaced]
    modules: list[DraftModule] = []
    for part in [part for material in materials for part in split_parts(material)]:
        pieces = tuple(short for piece in part.pieces for short in part_piece(piece))
        module, left = shape(replace(part, pieces=pieces), words)
        lost += left
        module.title = module.title or (module.blocks[0].title if module.blocks else words.course)
        lost += shorten_titles(module)
        if module.blocks:
            set_minutes(module)
            modules.append(module)
    frames: list[Frame] = []
    if modules:
        frames, told = set_lengths(modules, days, day_minutes)
        lost += told
    title = title or (materials[0].title if len(materials) == 1 else "") or words.course
    draft = Writer(language, words, names).course(title, modules, frames)
    return Draft(draft.files, draft.pictures, tuple(dict.fromkeys((*lost, *draft.unplaced)))), tuple(modules)


def split_parts(material: Material) -> list[Material]:
    """The file as one part or, where it has several headings of the first level, one for each of them.

    What stands before the first of them belongs to it.
    """
    starts = [at for at, piece in enumerate(material.pieces) if piece.kind == "heading" and piece.level == 1]
    if not starts:
        return [material]
    split = []
    for start, end in zip(starts, [*starts[1:], len(material.pieces)], strict=True):
        head = material.pieces[start]
        before = material.pieces[:start] if start == starts[0] else ()
        inside = (*before, *material.pieces[start + 1 : end])
        split.append(Material(material.file, head.text, total=head.minutes, pieces=inside))
    if len(starts) == 1:
        split[0] = replace(split[0], talk=material.talk, practice=material.practice)
    return split


def language_of(materials: Sequence[Material]) -> str:
    """Chinese where the texts are, English otherwise."""
    texts = [piece.text for material in materials for piece in walk(material.pieces) if piece.text][:400]
    chinese = sum(has_cjk(text) for text in texts)
    return "zh-CN" if chinese * 2 > len(texts) else "en"
