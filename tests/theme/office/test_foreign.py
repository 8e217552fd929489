"""Office templates that nobody here made: each is learned, or refused with the reason; none makes anything fall.

They lie in the folder that DECKGEN_TEMPLATES names; without it these tests are skipped.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.theme.office.facts import BookFacts, DeckFacts, UnusableError
from deckgen.theme.office.parts import open_package
from deckgen.theme.office.prepared import learn

KINDS = {".pptx": "deck", ".potx": "deck", ".docx": "book", ".dotx": "book"}
FOLDER = os.environ.get("DECKGEN_TEMPLATES", "")
FILES = sorted(path for path in Path(FOLDER).iterdir() if path.suffix in KINDS) if FOLDER else []
REFUSED = {"weird-no-layouts.pptx": "no layouts", "weird-no-placeholders.pptx": "has a placeholder"}
SHAPES = {  # masters, layouts, width and height in points
    "consulting-iconcore.potx": (1, 3, 960, 540),
    "ja-md2pptxjp.pptx": (1, 11, 720, 405),
    "rstudio-soleng.potx": (1, 4, 960, 540),
    "trebuchet-mdpptx.pptx": (1, 17, 960, 540),
    "un-unhcr-pptx_template.pptx": (1, 10, 960, 540),
    "uni-ufrj-mecanon-pt.potx": (2, 13, 960, 540),
    "weird-3-masters.pptx": (3, 21, 720, 540),
    "weird-duplicate-ph.pptx": (1, 2, 960, 540),
}
PAGES = {"gov-gongwen-zh.dotx": ("a", 595.3), "un-unhcr-docx_template.docx": ("Normal", 595.3)}


@pytest.mark.skipif(not FILES, reason="DECKGEN_TEMPLATES names no folder with templates")
def test_every_file_is_learned_or_refused_with_the_reason() -> None:
    seen = {path.name: _learn(path) for path in FILES}
    for name, reason in REFUSED.items():
        assert name not in seen or reason in str(seen[name]), name
    for name, shape in SHAPES.items():
        facts = seen.get(name)
        if facts is not None:
            assert isinstance(facts, DeckFacts), f"{name}: {facts}"
            assert (len(facts.masters), len(facts.layouts), facts.width, facts.height) == shape, name
            assert all(item.frame for layout in facts.layouts for item in layout.placeholders), name
            assert all(master.scheme.colours and master.scheme.text.latin for master in facts.masters), name
    for name, (style, width) in PAGES.items():
        facts = seen.get(name)
        if facts is not None:
            assert isinstance(facts, BookFacts) and facts.page is not None, f"{name}: {facts}"
            assert (facts.default_style("paragraph"), facts.page.width) == (style, width)
            assert all(item.size and item.latin for item in facts.styles), name


@pytest.mark.skipif(not FILES, reason="DECKGEN_TEMPLATES names no folder with templates")
def test_files_cut_off_or_changed_anywhere_make_nothing_fall() -> None:
    for path in FILES[:4]:
        data = path.read_bytes()
        for share in (0.1, 0.5, 0.9):
            at = int(len(data) * share)
            for broken in (data[:at], data[:at] + bytes(64) + data[at + 64 :]):
                _learn_bytes(KINDS[path.suffix], broken)


def _learn(path: Path) -> object:
    return _learn_bytes(KINDS[path.suffix], path.read_bytes())


def _learn_bytes(kind: str, data: bytes) -> object:
    """The facts, or the reason why there are none; anything else is raised."""
    try:
        return learn(kind, open_package(data))
    except UnusableError as problem:
        return problem
