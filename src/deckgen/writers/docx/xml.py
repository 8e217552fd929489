"""Text and lengths into the spelling of WordprocessingML.

Refuses nothing: characters XML cannot carry are dropped.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STORY_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:wp="{WP}" '
    f'xmlns:mc="{MC}" xmlns:w14="{W14}" xmlns:wpg="{WPG}" xmlns:wps="{WPS}" mc:Ignorable="w14"'
)


def escape(text: str) -> str:
    """Text as it stands in element content and in double-quoted attributes."""
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def emu(points: float) -> int:
    """English Metric Units, 12700 to the point."""
    return round(points * 12700)


def half_points(points: float) -> int:
    """Font sizes count half points."""
    return round(points * 2)
