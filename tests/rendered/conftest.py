"""The artefacts of the flagship course and of the small course, built and rendered once."""

from __future__ import annotations

import pytest

import default_theme
from deckgen.measure import Faces, load_faces
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry
from rendered.artefacts import Rendered


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Artefacts of the flagship and of small courses, each course built once."""
    return Rendered(tmp_path_factory.mktemp("rendered"))


@pytest.fixture(scope="session")
def theme() -> Theme:
    return default_theme.THEME


@pytest.fixture(scope="session")
def geometry() -> DeckGeometry:
    return default_theme.TEMPLATES.deck.geometry


@pytest.fixture(scope="session")
def faces(theme: Theme) -> Faces:
    return load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
