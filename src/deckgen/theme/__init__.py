"""Themes: role -> layout, style, colour, font and metrics; and their templates."""

from deckgen.theme.find import find_theme, shipped_themes
from deckgen.theme.read import read_theme
from deckgen.theme.templates import BookTemplate, DeckTemplate, Templates, read_templates
from deckgen.theme.theme import BookStyle, Fonts, PageItem, PageSetup, TextRole, Theme

__all__ = [
    "BookStyle", "BookTemplate", "DeckTemplate", "Fonts", "PageItem", "PageSetup", "Templates", "TextRole", "Theme",
    "find_theme", "read_templates", "read_theme", "shipped_themes",
]  # fmt: skip
