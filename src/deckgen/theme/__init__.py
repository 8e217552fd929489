"""Themes: role -> layout, style, colour, font and metrics."""

from deckgen.theme.theme import BookStyle, Fonts, PageSetup, TextRole, Theme

__all__ = ["BookStyle", "Fonts", "PageSetup", "TextRole", "Theme"]
