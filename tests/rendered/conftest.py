"""The artefacts of the flagship course and of the small course, built and rendered once."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.measure import Faces, load_faces
from deckgen.theme import Theme, read_theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.writers.pptx import read_layouts
from rendered.artefacts import ROOT, Rendered


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Artefacts of the flagship and of small courses, each course built once."""
    return Rendered(tmp_path_factory.mktemp("rendered"))


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
