"""Themes: role -> layout, style, colour, font and metrics."""

from deckgen.theme.find import find_theme, shipped_themes
from deckgen.theme.read import read_theme
from deckgen.theme.theme import BookStyle, Fonts, PageSetup, TextRole, Theme

__all__ = [
    "BookStyle", "Fonts", "PageSetup", "TextRole", "Theme", "find_theme", "read_theme", "shipped_themes",
]  # fmt: skip
