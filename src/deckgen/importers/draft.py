"""Materials into a draft: modules shaped, minutes set and aligned, files written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.importers.emit import Draft, Writer
from deckgen.importers.pieces import Material, Unplaced, walk
from deckgen.importers.shape import DraftModule, shape
from deckgen.importers.timing import Frame, align, choose_frame, round_up, set_minutes
from deckgen.importers.words import words_of
from deckgen.text.scripts import has_cjk

LANGUAGES = ("zh-CN", "en")


def make_draft(
    materials: Sequence[Material], title: str, language: str, days: Sequence[int]
) -> tuple[Draft, tuple[DraftModule, ...]]:
    """The draft of a course, one module a file or, for files that part themselves, one a part."""
    language = language or language_of(materials)
    words = words_of(language)
    lost: list[Unplaced] = [left for material in materials for left in material.unplaced]
    modules: list[DraftModule] = []
    for part in [part for material in materials for part in split_parts(material)]:
        module, left = shape(part, words)
        lost += left
        module.title = module.title or (module.blocks[0].title if module.blocks else words.course)
        if module.blocks:
            set_minutes(module)
            modules.append(module)
    before = _minutes_of(modules)
    if modules:
        round_up(modules, days)
    frames = [choose_frame(sum(_minutes_of(modules).values()), count) for count in days or (0,)]
    align(modules, frames)
    lost += _moved(before, modules)
    lost += _unaligned(modules, frames)
    title = title or (materials[0].title if len(materials) == 1 else "") or words.course
    draft = Writer(language, words).course(title, modules, frames)
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


def _minutes_of(modules: Sequence[DraftModule]) -> dict[str, int]:
    return {module.file + module.title: sum(s.minutes for b in module.blocks for s in b.slides) for module in modules}


def _moved(before: dict[str, int], modules: Sequence[DraftModule]) -> list[Unplaced]:
    """Modules whose minutes are others than their files say, so that a pause falls between two blocks."""
    now = _minutes_of(modules)
    return [
        Unplaced(module.file, 1, f"{before[key]} minutes, now {now[key]}: a pause falls between two blocks")
        for module in modules
        if before[key := module.file + module.title] != now[key]
    ]


def _unaligned(modules: Sequence[DraftModule], frames: Sequence[Frame]) -> list[Unplaced]:
    """Ends of sittings that fall into a block all the same."""
    ends, at = set(), 0
    for module in modules:
        for block in module.blocks:
            at += sum(slide.minutes for slide in block.slides)
            ends.add(at)
    bad = {end for frame in frames for end in frame.ends()} - ends
    file = modules[0].file if modules else ""
    return [
        Unplaced(file, 1, f"minute {end} of the course is the end of a sitting, and no block ends there")
        for end in sorted(bad)
    ]
