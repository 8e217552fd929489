"""Outlines of shapes: presets, paths, turns and flips, and what of them lies on the slide."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from deckgen.base.units import Frame
from deckgen.theme.office.outline import A, P, Points, clip, outline

FRAME = Frame(100, 100, 80, 40)


def shape(geometry: str, place: str = "") -> Any:
    names = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"'
    return etree.fromstring(f"<p:sp {names}><p:spPr><a:xfrm {place}/>{geometry}</p:spPr></p:sp>")


def preset(name: str, **adjust: int) -> str:
    values = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjust.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def points(geometry: str, place: str = "") -> Points:
    return tuple((round(x, 1), round(y, 1)) for x, y in outline(shape(geometry, place), FRAME)[0])


@pytest.mark.parametrize(
    ("geometry", "some", "count"),
    [
        (preset("rect"), {(100, 100), (180, 100), (180, 140), (100, 140)}, 4),
        (preset("chevron", adj=50000), {(160, 100), (180, 120), (120, 120)}, 6),
        (preset("triangle"), {(140, 100), (180, 140)}, 3),
        (preset("teardrop", adj=100000), {(180, 100), (180, 120), (140, 140), (100, 120)}, 20),
        (preset("roundRect", adj=50000), {(120, 100), (160, 140), (180, 120)}, 28),
        (preset("round2SameRect", adj1=50000, adj2=0), {(120, 100), (180, 140), (100, 140)}, 28),
        (preset("wedgeRoundRectCallout", adj1=-25000, adj2=100000), {(120, 160)}, 31),
        (preset("cloud"), set(), 0),
    ],
)
def test_presets_have_their_points(geometry: str, some: set[tuple[float, float]], count: int) -> None:
    told = points(geometry)
    assert some <= set(told)
    assert len(told) == count


@pytest.mark.parametrize(
    ("place", "first"),
    [("", (100, 100)), ('flipH="1"', (180, 100)), ('flipV="1"', (100, 140)), ('rot="5400000"', (160, 80)),
     ('rot="10800000" flipH="1"', (100, 140))],
)  # fmt: skip
def test_shapes_are_flipped_and_then_turned_about_their_middle(place: str, first: tuple[float, float]) -> None:
    assert points(preset("rect"), place)[0] == first


def test_paths_are_stretched_over_their_frame_with_arcs_and_curves() -> None:
    path = (
        '<a:custGeom><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        '<a:arcTo wR="100" hR="100" stAng="16200000" swAng="5400000"/>'
        '<a:lnTo><a:pt x="0" y="100"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    told, closed = outline(shape(path), FRAME)
    assert closed and told[0] == (100, 100) and told[-1] == (100, 140)
    assert any(x == pytest.approx(180) and y == pytest.approx(140) for x, y in told)


def test_open_paths_and_lines_stay_open() -> None:
    path = '<a:pathLst><a:path w="2" h="2"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="2" y="2"/></a:lnTo>'
    assert outline(shape(f"<a:custGeom>{path}</a:path></a:pathLst></a:custGeom>"), FRAME) == (
        ((100, 100), (180, 140)),
        False,
    )
    assert outline(shape(preset("line")), FRAME)[1] is False


@pytest.mark.parametrize(
    "geometry",
    [
        "",
        preset("rect").replace("<a:avLst>", '<a:avLst><a:gd name="adj" fmla="*/ w 1 2"/>'),
        '<a:custGeom><a:pathLst><a:path w="0" h="0"><a:moveTo><a:pt x="l" y="t"/></a:moveTo></a:path></a:pathLst>'
        "</a:custGeom>",
    ],
)
def test_what_cannot_be_told_has_no_outline(geometry: str) -> None:
    assert outline(shape(geometry), FRAME)[0] == ()


def test_areas_are_cut_at_the_edges_of_the_slide() -> None:
    slide = Frame(0, 0, 100, 100)
    assert set(clip(((-50, 20), (50, 20), (50, 120), (-50, 120)), slide)) == {(0, 20), (50, 20), (50, 100), (0, 100)}
    assert clip(((-50, 0), (-10, 0), (-10, 50)), slide) == ()
