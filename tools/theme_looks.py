"""What the themes hall and warm are made of: colours, and what stands behind the slots of every layout.

`make_themes.py` puts it on the templates of the default theme. Lengths are points on a slide of 960 x 540. A colour is
a slot of the scheme, perhaps with luminance x % + % and saturation x %: ``accent1``, ``accent2 16/0 47``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Deco:
    """A shape behind the slots: a preset by its name in DrawingML, or a polygon; `radius` rounds a rectangle."""

    preset: str
    box: Box
    fill: str = ""
    line: str = ""
    width: float = 0.0
    radius: float = 0.0
    points: Points = ()
    turn: int = 0  # degrees


@dataclass(frozen=True)
class Stage:
    """A layout: its ground, the shapes behind its slots, where some slots stand instead, and in what colour."""

    shapes: tuple[Deco, ...]
    ground: str = ""
    places: dict[str, Box] = field(default_factory=dict)
    inks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """A theme: colours by role, places of tints in the scheme, and its layouts by their names in the default theme."""

    name: str
    title: str
    colours: dict[str, str]
    tints: dict[str, str]
    more: dict[str, str]  # colours that would follow from others
    books: dict[str, str]
    corner: float
    dark: bool
    stages: dict[str, Stage]


def rect(x: float, y: float, w: float, h: float, fill: str) -> Deco:
    """A rectangle."""
    return Deco("rect", (x, y, w, h), fill)


def round_rect(
    x: float, y: float, w: float, h: float, fill: str, radius: float, line: str = "", width: float = 0.0
) -> Deco:
    """A rectangle with round corners."""
    return Deco("roundRect", (x, y, w, h), fill, line, width, radius)


def frame(x: float, y: float, w: float, h: float, line: str, width: float, radius: float = 0.0) -> Deco:
    """The edge of a rectangle."""
    return Deco("roundRect" if radius else "rect", (x, y, w, h), "", line, width, radius)


def disc(x: float, y: float, r: float, fill: str) -> Deco:
    """A disc around its centre."""
    return Deco("ellipse", (x - r, y - r, 2 * r, 2 * r), fill)


def ring(x: float, y: float, r: float, line: str, width: float) -> Deco:
    """A ring around its centre."""
    return Deco("ellipse", (x - r, y - r, 2 * r, 2 * r), "", line, width)


def area(fill: str, *points: tuple[float, float]) -> Deco:
    """A polygon."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Deco("", (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)), fill, points=points)


def stroke(line: str, width: float, *points: tuple[float, float]) -> Deco:
    """An open line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Deco("open", (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)), "", line, width, points=points)


# -- hall: a dark stage, edges as sharp as light. -------------------------------------------------------------------

_NIGHT, _CARD, _TEAL, _DEEP = "bg1", "bg2", "accent1", "accent1 34/0"
_ORANGE, _EMBER, _VIOLET, _DUSK, _GREEN, _LEAF = (
    "accent3", "accent3 14/0 28", "accent2", "accent2 16/0 47", "accent4", "accent4 31/0 90",
)  # fmt: skip
_WIDE_TITLE: dict[str, Box] = {"Title": (44, 28, 872, 68), "Lead": (44, 100, 872, 32)}


def _beam(x: float, top: float, foot: float, fill: str, high: float = 540.0) -> Deco:
    """Light that falls from the ceiling, wider at its foot."""
    return area(fill, (x - top / 2, 0.0), (x + top / 2, 0.0), (x + foot / 2, high), (x - foot / 2, high))


def _rig(x: float, count: int, fill: str) -> tuple[Deco, ...]:
    """A row of lamps under the ceiling."""
    return tuple(rect(x + 34 * at, 0, 22, 8, fill) for at in range(count))


_HALL_FOOT = rect(44, 506, 872, 1, "accent6 47/0")
_HALL = {
    "Cover": Stage(
        (
            area("accent1 26/0", (96, 0), (128, 0), (420, 540), (0, 540), (0, 330)), rect(600, 0, 360, 540, _DEEP),
            *_rig(56, 5, _ORANGE), rect(594, 0, 6, 540, _ORANGE), rect(56, 314, 532, 2, _TEAL), rect(56, 310, 96, 10,
            _ORANGE),
        ),
        _NIGHT, inks={"Title": "tx1", "Subtitle": "tx1", "Meta": "tx2"},
    ),
    "Module opener": Stage(
        (
            rect(0, 0, 396, 420, _CARD), rect(0, 0, 10, 420, _ORANGE), rect(48, 149, 96, 8, _ORANGE),
            rect(0, 420, 960, 2, _TEAL), rect(44, 506, 872, 1, "accent6 47/0"),
        ),
        inks={"Title": "tx1", "Number": "accent1", "Kicker": "tx2", "Body": "tx1"},
    ),
    "Visual": Stage((rect(44, 16, 56, 5, _TEAL), _HALL_FOOT), places=_WIDE_TITLE),
    "Text and visual": Stage((rect(44, 16, 56, 5, _TEAL), rect(446, 142, 2, 340, "accent6 47/0"), _HALL_FOOT),
        places=_WIDE_TITLE),
    "Text": Stage(
        (
            _beam(880, 24, 150, "accent1 26/0"), _beam(936, 16, 60, _DEEP), rect(44, 16, 56, 5, _TEAL),
            rect(44, 146, 4, 336, _TEAL), _HALL_FOOT,
        ),
        places={"Title": (44, 28, 760, 68), "Lead": (44, 100, 760, 32)},
    ),
    "Statement": Stage(
        (
            area("accent1 26/0", (790, 0), (850, 0), (960, 300), (960, 540), (640, 540)), rect(0, 0, 16, 540, _ORANGE),
            *_rig(790, 5, _ORANGE), rect(44, 136, 72, 12, _ORANGE),
        ),
        _DEEP, places={"Title": (44, 28, 722, 68)},
        inks={"Title": "tx2", "Body": "tx1", "Breadcrumb": "tx2", "Page": "tx2"},
    ),
    "Activity": Stage(
        (rect(0, 0, 12, 540, _ORANGE), rect(44, 16, 56, 5, _ORANGE), rect(44, 506, 872, 1, "accent3 31/0 50")),
        _EMBER, places=_WIDE_TITLE,
    ),
    "Debrief": Stage(
        (
            frame(8, 8, 944, 524, _VIOLET, 2), rect(44, 16, 56, 2, _VIOLET), rect(44, 21, 56, 2, _VIOLET),
            frame(44, 132, 872, 252, "accent2 35/0 40", 1.5), rect(44, 398, 872, 82, "accent2 35/0 40"),
            frame(44, 398, 872, 82, _VIOLET, 2), rect(44, 506, 872, 1, "accent2 35/0 40"),
        ),
        _DUSK, places={"Title": (44, 28, 734, 68)},
    ),
    "Recap": Stage(
        (
            rect(44, 30, 62, 62, _GREEN), stroke("bg1", 5, (60, 62), (70, 74), (90, 50)), rect(44, 132, 872, 252,
            _CARD),
            rect(44, 132, 8, 252, _GREEN), rect(44, 398, 872, 82, _LEAF), _HALL_FOOT,
        ),
    ),
    "Recall": Stage(
        (
            rect(44, 30, 62, 62, _GREEN), stroke("bg1", 5, (60, 62), (70, 74), (90, 50)), rect(44, 132, 510, 252,
            _CARD),
            rect(44, 132, 8, 252, _GREEN), rect(44, 398, 872, 82, _LEAF), _HALL_FOOT,
        ),
    ),
    "Close": Stage(
        (
            area("accent1 26/0", (832, 0), (864, 0), (960, 330), (960, 540), (540, 540)), rect(0, 0, 360, 540, _DEEP),
            *_rig(396, 5, _ORANGE), rect(360, 0, 6, 540, _ORANGE), rect(396, 314, 532, 2, _TEAL), rect(396, 310, 96,
            10, _ORANGE),
        ),
        _NIGHT, inks={"Title": "tx1", "Subtitle": "tx1", "Meta": "tx2"},
    ),
    "Table": Stage(
        (rect(0, 0, 960, 98, _CARD), rect(0, 98, 960, 3, _TEAL), rect(0, 0, 12, 98, _TEAL), _HALL_FOOT),
        places={"Title": (44, 14, 872, 70)},
    ),
    "Aside": Stage((rect(0, 0, 300, 540, _CARD), rect(0, 0, 12, 540, _TEAL), rect(44, 236, 96, 8, _ORANGE))),
    "Overview": Stage(
        (rect(0, 0, 960, 94, _DEEP), *_rig(756, 5, _TEAL), rect(0, 92, 960, 2, _TEAL), _HALL_FOOT),
        inks={"Title": "tx1"}
    ),
    "Pause": Stage(
        (area("accent1 26/0", (800, 0), (836, 0), (960, 210), (960, 420), (700, 120)), *_rig(778, 5, _ORANGE),
        _HALL_FOOT), _CARD
    ),
    "Desk": Stage(
        (rect(738, 0, 222, 540, _EMBER), rect(738, 0, 222, 6, _ORANGE), rect(44, 16, 56, 5, _ORANGE), _HALL_FOOT),
        places={"Title": (44, 28, 678, 68), "Lead": (44, 100, 678, 32)},
    ),
}  # fmt: skip

HALL = Look(
    "hall",
    "The theme hall: light on dark, for large rooms and weak lamps. Books are printed on white paper",
    {
        "ink": "F6F2EA", "muted": "B3C3C9", "paper": "0C1B22", "surface": "16303A", "line": "7F97A0",
        "primary": "5DB4C6",
        "secondary": "B9BBF5", "accent": "FFA468", "positive": "7FD6A6", "negative": "FF9C92", "on_fill": "0C1B22",
    },
    {
        "primary_soft": "accent1 34/0", "secondary_soft": "accent2 35/0 40", "accent_soft": "accent3 31/0 50",
        "positive_soft": "accent4 31/0 90", "negative_soft": "accent5 30/0 40",
    },
    {"mark": "FFD15C"},
    {
        "ink": "16262E", "muted": "55626A", "paper": "FFFFFF", "surface": "F2F5F6", "line": "7C868B",
        "primary": "134658",
        "secondary": "4A4D8C", "accent": "AB420A", "positive": "1E6B4A", "negative": "A92A22", "on_fill": "FFFFFF",
    },
    2.0, True, _HALL,
)  # fmt: skip


# -- warm: light paper, round shapes that lean on each other. -------------------------------------------------------

_SAND, _PLUM, _LILAC, _ROSE = "bg2", "accent1", "accent1 15/85", "accent1 79/21 75"
_RUST, _PEACH, _SEA, _MIST, _MOSS, _LIME = (
    "accent3", "accent3 8/92", "accent2", "accent2 6/94", "accent4", "accent4 15/85",
)  # fmt: skip
_DOT_TITLE: dict[str, Box] = {"Title": (76, 26, 840, 70), "Lead": (76, 100, 840, 32)}
_YELLOW = "accent3 60/40"


def _foot(fill: str) -> tuple[Deco, ...]:
    """Three dots under the slide, between the way and the page."""
    return tuple(disc(792 + 14 * at, 520, 3, fill) for at in range(3))


_WARM = {
    "Cover": Stage(
        (
            disc(600, 40, 210, _ROSE), disc(600, 520, 150, _RUST), round_rect(600, -20, 400, 580, _LILAC, 40),
            round_rect(56, 312, 72, 8, _YELLOW, 4),
        ),
        _PLUM, places={"Title": (56, 96, 420, 200), "Subtitle": (56, 336, 392, 66), "Meta": (56, 424, 392, 76)},
    ),
    "Module opener": Stage(
        (
            Deco("round2SameRect", (-12, 12, 420, 396), _PLUM, turn=90), disc(96, 84, 74, _ROSE),
            round_rect(48, 150, 72, 6, _YELLOW, 3), round_rect(44, 505, 872, 1.5, "accent6 45/55", 0.7),
        ),
        inks={"Number": "bg1"}, places={"Number": (48, 20, 110, 127)},
    ),
    "Visual": Stage((disc(54, 61, 10, _PLUM), *_foot(_ROSE)), places=_DOT_TITLE),
    "Text and visual": Stage((disc(54, 61, 10, _PLUM), round_rect(36, 134, 408, 356, _SAND, 14), *_foot(_ROSE)),
                             places={**_DOT_TITLE, "Body": (52, 146, 376, 332)}),
    "Text": Stage(
        (disc(936, 24, 96, _LILAC), disc(900, 500, 190, _SAND), disc(54, 61, 10, _PLUM), *_foot(_ROSE)),
        places={"Title": (76, 26, 744, 70), "Lead": (76, 100, 744, 32)},
    ),
    "Statement": Stage(
        (
            disc(930, 60, 150, _ROSE), disc(904, 250, 74, _RUST), disc(820, 30, 52, _YELLOW), disc(62, 158, 18,
            _YELLOW),
            disc(104, 158, 18, _YELLOW),
        ),
        _PLUM, places={"Title": (44, 26, 690, 70), "Body": (44, 192, 740, 264)},
    ),
    "Activity": Stage((disc(0, 0, 72, "accent3 15/85"), disc(54, 61, 10, _RUST), *_foot(_RUST)), _PEACH,
        places=_DOT_TITLE),
    "Debrief": Stage(
        (
            ring(0, 0, 60, _SEA, 3), ring(54, 61, 9, _SEA, 3), round_rect(44, 132, 872, 252, "bg1", 14),
            round_rect(44, 398, 872, 82, "bg1", 14, _SEA, 2), *_foot(_SEA),
        ),
        _MIST, places={"Title": (76, 26, 716, 70)},
    ),
    "Recap": Stage(
        (
            disc(75, 61, 31, _MOSS), stroke("bg1", 5, (60, 62), (70, 74), (90, 50)), round_rect(44, 132, 872, 252,
            _SAND, 14),
            round_rect(44, 398, 872, 82, _LIME, 41), *_foot(_MOSS),
        ),
    ),
    "Recall": Stage(
        (
            disc(75, 61, 31, _MOSS), stroke("bg1", 5, (60, 62), (70, 74), (90, 50)), round_rect(44, 132, 510, 252,
            _SAND, 14),
            round_rect(44, 398, 872, 82, _LIME, 41), *_foot(_MOSS),
        ),
    ),
    "Close": Stage(
        (
            disc(360, 40, 150, _RUST), disc(360, 520, 210, _ROSE), round_rect(-40, -20, 400, 580, _LILAC, 40),
            round_rect(512, 312, 72, 8, _YELLOW, 4),
        ),
        _PLUM, places={"Title": (512, 96, 404, 200), "Subtitle": (512, 336, 392, 66), "Meta": (512, 424, 392, 76)},
    ),
    "Table": Stage(
        (round_rect(20, 14, 920, 86, _LILAC, 14), disc(54, 57, 10, _PLUM), *_foot(_ROSE)), places={"Title": (76, 22,
        830, 70)}
    ),
    "Aside": Stage(
        (Deco("round2SameRect", (-120, 120, 540, 300), _LILAC, turn=90), round_rect(44, 236, 72, 6, _RUST, 3)),
    ),
    "Overview": Stage(
        (round_rect(-20, -20, 1000, 114, _PLUM, 20), disc(900, 20, 46, _RUST), disc(826, 14, 30, _ROSE), *_foot(_ROSE)),
        places={"Title": (44, 14, 700, 66)},
    ),
    "Pause": Stage((disc(910, 20, 96, _ROSE), disc(800, 20, 46, _RUST), *_foot(_RUST)), _SAND),
    "Desk": Stage(
        (round_rect(738, -20, 260, 580, _PEACH, 40), disc(54, 61, 10, _RUST), *_foot(_RUST)),
        places={"Title": (76, 26, 640, 70), "Lead": (76, 100, 640, 32)},
    ),
}  # fmt: skip

_WARM_COLOURS = {
    "ink": "33241F", "muted": "6B5850", "paper": "FFF9F0", "surface": "F6E8D6", "line": "8E7B70", "primary": "5B3358",
    "secondary": "2F6570", "accent": "AE4410", "positive": "3C6B2F", "negative": "A3262B", "on_fill": "FFF9F0",
}  # fmt: skip
_SOFTS = {
    f"{role}_soft": f"accent{at} 15/85"
    for at, role in enumerate(("primary", "secondary", "accent", "positive", "negative"), 1)
}

WARM = Look(
    "warm",
    "The theme warm: cream, plum and rust, and everything round. Books are printed on white paper",
    _WARM_COLOURS, _SOFTS, {"card": "FFFFFF", "mark": "F7BF45", "mark_soft": "FFEFC6"},
    {**_WARM_COLOURS, "paper": "FFFFFF", "surface": "FAF3E9", "on_fill": "FFFFFF"}, 14.0, False, _WARM,
)  # fmt: skip

LOOKS = (HALL, WARM)
