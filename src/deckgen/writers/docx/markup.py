"""Namespaces and lengths of WordprocessingML."""

from __future__ import annotations

from deckgen.base.markup import Template
from deckgen.writers.drawingml.names import PICTURE, A, R

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

STORY_NAMESPACES = Template(
    'xmlns:w="{w}" xmlns:r="{r}" xmlns:a="{a}" xmlns:pic="{pic}" xmlns:wp="{wp}" '
    'xmlns:mc="{mc}" xmlns:w14="{w14}" xmlns:wpg="{wpg}" xmlns:wps="{wps}" mc:Ignorable="w14"'
)(W, R, A, PICTURE, WP, MC, W14, WPG, WPS)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Font sizes count half points."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Widths of borders count eighths of a point."""
    return round(points * 8)
