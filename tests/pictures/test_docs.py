"""Every example of docs/pictures.md, in the course it belongs into."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from deckgen.tree import Image, Picture
from pictures.samples import write_course
from walk import find

PAGE = Path(__file__).resolve().parents[2] / "docs" / "pictures.md"
EXAMPLES = re.findall(r"```yaml\n# (\w+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
# Where an example goes: a text of the base course, which stays where it stands, and how far the example is indented.
PLACES = {
    "course": ("audience: [Team leads]\n", 0),
    "module": ("    key_message: What is open, who owns it, by when.\n", 4),
    "slide": ("            title: The card keeps the order when you are tired\n", 12),
    "sheet": ("    purpose: See what we skip.\n", 4),
}


@pytest.mark.parametrize(("place", "example"), EXAMPLES)
def test_an_example_shows_its_pictures(place: str, example: str, tmp_path: Path) -> None:
    before, indent = PLACES[place]
    edits = [(before, before + textwrap.indent(example, " " * indent))]
    if place == "slide":
        edits.append(("            points: [Write while you work, Read it aloud, Let the next lead repeat]\n", ""))
    folder = write_course(tmp_path / "course", tuple(edits))
    report = Report()
    made = compose_request(Request(courses=(str(folder),), delivery="60-min"), report)
    assert [item for item in report if item.code != "DG508"] == []
    (trees,) = [item.trees for item in made]
    assert trees is not None
    shown = {item.path for tree in (trees.deck, trees.workbook) for item in (*find(tree, Picture), *find(tree, Image))}
    assert shown == set(re.findall(r"pictures/[\w.]+", example))


def test_every_place_has_an_example() -> None:
    assert {place for place, _ in EXAMPLES} == set(PLACES)
