"""Writes src/deckgen/base/icons.py: the outlines of the icons that ship, from the package lucide-static.

npm pack lucide-static && tar xzf lucide-static-*.tgz && python tools/make_icons.py package
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath

Point = tuple[float, float]

TARGET = Path(__file__).resolve().parents[1] / "src" / "deckgen" / "base" / "icons.py"
# What courses show: people and talk, time, results, learning, tools, ways, places, work, health, signs.
WANTED = """
accessibility activity alarm-clock anchor arrow-down arrow-left arrow-left-right arrow-right arrow-up at-sign
award banknote bed bell bike book book-open bookmark brain briefcase building bus calculator calendar
calendar-check camera car chart-column chart-line chart-pie check circle-check circle-question-mark circle-x
clipboard clipboard-check clock cloud coffee cog coins compass credit-card dices download ear ear-off equal eye
eye-off file-text flag flame folder footprints frown gauge gift git-branch globe graduation-cap hammer hand
handshake hash headphones headset heart heart-pulse hourglass house image inbox info key laptop laugh layers
leaf life-buoy lightbulb link list list-checks list-ordered lock lock-open mail map map-pin megaphone meh
message-circle message-square-quote messages-square mic minus monitor moon mountain move notebook-pen package
paperclip pause pen pencil percent phone pill pin plane play plus presentation printer puzzle quote receipt
refresh-cw repeat rocket rotate-ccw route ruler scale school scissors search send settings share-2 shield
shield-check shopping-cart shuffle signpost smartphone smile snowflake sparkles speech sprout square star
stethoscope sun swords table tag target thumbs-down thumbs-up timer train-front trash-2 tree-pine trending-down
trending-up triangle-alert trophy truck umbrella undo-2 upload user user-check user-plus users utensils video
volume-2 wallet wifi workflow wrench x zap zoom-in
"""
_HEAD = '''"""Icons by name: outlines in a square of 24 × 24, drawn with round lines two wide.

Made by tools/make_icons.py from lucide-static {version}, {licence} licence; `licenses/lucide.txt` has the notices.
`M`, `L` and `C` are followed by absolute points, as in SVG; `Z` closes.
"""

from __future__ import annotations

SIDE = 24.0
STROKE = 2.0

ICONS: dict[str, str] = {{
'''


def outline(svg: str) -> str:
    """The strokes of a drawing as one path of absolute moves, lines and curves."""
    pen = RecordingPen()
    SVGPath.fromstring(re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL).encode()).draw(pen)
    words = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z", "endPath": ""}
    parts, here = [], (0.0, 0.0)
    for name, points in pen.value:
        pieces = (
            [(name, points)] if name != "qCurveTo" else [("curveTo", _cubic(here, *piece)) for piece in _pieces(points)]
        )
        for word, piece in pieces:
            parts.append(words[word] + " ".join(f"{_number(x)},{_number(y)}" for x, y in piece))
            here = piece[-1] if piece else here
    return " ".join(filter(None, parts))


def _pieces(points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return list(decomposeQuadraticSegment(points))


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point, Point]:
    """The same curve with two controls."""

    def between(one: Point, other: Point) -> Point:
        return one[0] + (other[0] - one[0]) * 2 / 3, one[1] + (other[1] - one[1]) * 2 / 3

    return between(start, control), between(end, control), end


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:g}"


def make_module(package: Path) -> str:
    """The module of the icons of an unpacked package."""
    about = json.loads((package / "package.json").read_text("utf-8"))
    lines = [_HEAD.format(version=about["version"], licence=about["license"])]
    for name in WANTED.split():
        path = outline((package / "icons" / f"{name}.svg").read_text("utf-8"))
        pieces = textwrap.wrap(path, 100, break_long_words=False, break_on_hyphens=False, drop_whitespace=False)
        if len(pieces) == 1:
            lines.append(f'    "{name}": "{pieces[0]}",\n')
        else:
            lines.append(f'    "{name}": (\n' + "".join(f'        "{piece}"\n' for piece in pieces) + "    ),\n")
    return "".join(lines) + "}\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    TARGET.write_text(make_module(folder), encoding="utf-8")
    licence = (folder / "LICENSE").read_text("utf-8")
    (TARGET.parents[3] / "licenses" / "lucide.txt").write_text(licence, encoding="utf-8")
