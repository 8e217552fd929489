"""Every example of the pages on pictures and icons, in both languages, in the course it belongs into."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from deckgen.tree import Callout, Icon, Image, Picture
from pictures.samples import write_course
from walk import find

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = [(DOCS / f"{name}.md").read_text("utf-8") for name in ("pictures", "pictures.zh-CN", "icons", "icons.zh-CN")]
EXAMPLES = [found for page in PAGES for found in re.findall(r"```yaml\n# (\w+)\n(.*?)```", page, re.DOTALL)]
# Where an example goes: a text of the base course, which stays where it stands, and how far the example is indented.
PLACES = {
    "course": ("audience: [Team leads]\n", 0),
    "module": ("    key_message: What is open, who owns it, by when.\n", 4),
    "slide": ("            title: The card keeps the order when you are tired\n", 12),
    "board": ("          - kind: activity\n            sheet: S1\n", 12),
    "text": ("            title: The card keeps the order when you are tired\n", 12),
    "sheet": ("    purpose: See what we skip.\n", 4),
}


OF_BOARDS = {"hand", "users", "map-pin", "check"}  # of boards by the kinds of their sheets, and of the line of stops


@pytest.mark.parametrize(("place", "example"), EXAMPLES)
def test_an_example_shows_what_it_names(place: str, example: str, tmp_path: Path) -> None:
    before, indent = PLACES[place]
    edits = [(before, before + textwrap.indent(example, " " * indent))]
    if place in ("slide", "text"):
        edits.append(("            points: [Write while you work, Read it aloud, Let the next lead repeat]\n", ""))
    folder = write_course(tmp_path / "course", tuple(edits))
    report = Report()
    made = compose_request(Request(courses=(str(folder),), delivery="60-min", kinds=("deck", "workbook")), report)
    assert [item for item in report if item.code != "DG508"] == []
    (trees,) = [item.trees for item in made]
    assert trees is not None
    shown = {item.path for tree in (trees.deck, trees.workbook) for item in (*find(tree, Picture), *find(tree, Image))}
    assert shown == set(re.findall(r"pictures/[\w.]+", example))
    icons = {item.name for item in find(trees.deck, Icon)} | {box.icon for box in find(trees.deck, Callout) if box.icon}
    assert icons - OF_BOARDS == set(re.findall(r"icon: ([\w-]+)", example))


def test_every_place_has_an_example() -> None:
    assert {place for place, _ in EXAMPLES} == set(PLACES)
