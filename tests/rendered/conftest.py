"""The artefacts of the flagship course and of the small course, built and rendered once."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.measure import Faces, load_faces
from deckgen.pipeline.build import Made, Request, build
from deckgen.theme import Theme, read_theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.writers.pptx import read_layouts
from rendered.artefacts import COURSES, ROOT, Artefact, Rendered


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Both deliveries of the flagship and the small course, built once."""
    folder = tmp_path_factory.mktemp("rendered")
    made: list[Made] = []
    for course in COURSES:
        outcome = build(Request(courses=(str(course),), themes=ROOT / "themes", out=folder / "build"))
        assert not outcome.failed, [
            f"{d.span}: {d.code} {d.message}" for d in outcome.diagnostics if d.severity == "error"
        ]
        made.extend(outcome.made)
    artefacts = {}
    for item in made:
        assert item.trees is not None and item.trees.guide is not None
        delivery = item.planned.delivery.id
        trees = {"deck": item.trees.deck, "workbook": item.trees.workbook, "guide": item.trees.guide}
        for kind, tree in trees.items():
            (path,) = (file for file in item.files if file.stem.endswith(kind))
            artefacts[delivery, kind] = Artefact(delivery, kind, path, tree, folder / f"{delivery}-{kind}")
    return Rendered(artefacts)


@pytest.fixture(scope="session")
def theme() -> Theme:
    found, diagnostics = read_theme(ROOT / "themes" / "default", Path.read_bytes)
    assert found is not None, diagnostics
    return found


@pytest.fixture(scope="session")
def geometry(theme: Theme) -> DeckGeometry:
    found, diagnostics = read_layouts(theme)
    assert found is not None, diagnostics
    return found


@pytest.fixture(scope="session")
def faces(theme: Theme) -> Faces:
    return load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
