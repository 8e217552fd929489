"""Examples of YAML in documents that tell no story: each stands in a course that is planned without a mistake."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, plan_request
from documents.stories import ROOT

_FENCE = re.compile(r"^(`{3,4})yaml\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
# Tested elsewhere: with the pictures they name, as stories, or made from examples that are built.
ELSEWHERE = {
    "brands.md",
    "brands.zh-CN.md",
    "curriculum-reference.md",
    "curriculum-reference.zh-CN.md",
    "first-course.md",
    "first-course.zh-CN.md",
    "icons.md",
    "icons.zh-CN.md",
    "pictures.md",
    "pictures.zh-CN.md",
    "releases.md",
}
PATHS = [
    *sorted(ROOT.glob("README*.md")),
    *(p for p in sorted((ROOT / "docs").glob("*.md")) if p.name not in ELSEWHERE),
]
EXAMPLES = [
    pytest.param(path.name, text, id=f"{path.name}-{number}")
    for path in PATHS
    for number, (_, text) in enumerate(_FENCE.findall(path.read_text("utf-8")), start=1)
]
SLIDE = {"kind": "concept", "title": "A handover answers three questions", "minutes": 60}
_OF_SLIDES, _OF_MODULES = {"say", "explain", "points"}, {"hook"}
PROFILES = "profiles/north-bank.yaml"


def course_with(example: Any) -> dict[str, Any]:
    """A small draft that holds an example: slides, keys of a slide or a module, or keys of a course."""
    slide, module, course = dict(SLIDE), {"title": "One"}, {}
    if isinstance(example, list):
        slides = [{**item, "minutes": 60} for item in example]
    else:
        for key, value in example.items():
            (slide if key in _OF_SLIDES else module if key in _OF_MODULES else course)[key] = value
        slides = [slide]
    language = "zh-CN" if re.search("[\u4e00-\u9fff]", str(example)) else "en"
    lengths = [60, 60, *[90] * 4] if "deliveries" in course else [60]
    blocks = [{"title": f"Block {n}", "slides": [{**SLIDE, "title": f"Slide {n}", "minutes": m}]}
              for n, m in enumerate(lengths, start=1)]  # fmt: skip
    blocks[0]["slides"] = slides
    usual = {} if "deliveries" in course else {"minutes": 60}
    head = {"status": "draft", "id": "example", "title": "An example", "language": language}
    return {**head, **usual, **course, "modules": [{**module, "blocks": blocks}]}


@pytest.mark.parametrize(
    ("document", "text"), [item for item in EXAMPLES if not item.values[1].startswith(("# profiles/", "# notes/"))]
)
def test_an_example_can_be_planned(document: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    values = yaml.safe_load(text)
    if document.startswith("README") and "client" in values:
        (tmp_path / "profiles").mkdir()
        (tmp_path / PROFILES).write_text(text, "utf-8")
        values = {}
    Path("course.yaml").write_text(yaml.safe_dump(course_with(values), allow_unicode=True), "utf-8")
    report = Report()
    profile = "north-bank" if (tmp_path / PROFILES).exists() else ""
    planned = plan_request(Request(courses=(".",), profile=profile), report)
    assert [item for item in report if item.severity == "error"] == [] and planned


@pytest.mark.parametrize("name", ["profiles.md", "profiles.zh-CN.md"])
def test_the_profile_and_the_notes_of_the_page_work_together(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _, text in _FENCE.findall((ROOT / "docs" / name).read_text("utf-8")):
        path = Path(text.partition("\n")[0].removeprefix("# "))
        path.parent.mkdir()
        path.write_text(text, "utf-8")
    blocks: list[dict[str, Any]] = [
        {"title": f"Block {n}", "slides": [{**SLIDE, "title": f"Slide {n}", "minutes": 75}]} for n in range(8)
    ]
    blocks[0] |= {"id": "B1.1", "sheets": ["S1"]}
    blocks[4:] = [{**block, "in": "2-day"} for block in blocks[4:]]
    sheet = {"kind": "job_aid", "id": "S1", "title": "Card", "moves": [{"title": "One"}, {"title": "Two"}]}
    course = {**course_with({}), "variables": {"desk": "the desk"}, "job_aids": ["S1"], "sheets": [sheet]}
    del course["minutes"]
    course["deliveries"] = [
        {"id": "1-day", "days": 1, "hours": 5, "start": "09:00"},
        {"id": "2-day", "like": "1-day", "days": 2, "hours": 10},
    ]
    course["modules"] = [{"id": "M1", "title": "One", "blocks": blocks}]
    Path("course.yaml").write_text(yaml.safe_dump(course), "utf-8")
    report = Report()
    planned = plan_request(Request(courses=(".",), profile="north-bank"), report)
    assert [item for item in report if item.severity == "error"] == []
    one, two = planned
    assert [str(day.on) for day in two.planned.agenda.days] == ["2027-01-15", "2027-01-22"]
    assert len(one.planned.agenda.days) == 1 and len(one.planned.course.own_notes) == 3
