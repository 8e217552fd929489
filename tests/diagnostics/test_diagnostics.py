"""Every diagnostic code has a small input here that provokes it, and nothing but it; `cases` says how it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from deckgen.source import document
from diagnostics.cases import BASE, RUNNERS, Case, all_cases, expected_of, read_case

# Words of our tools and of Python, which an author should never have to read.
JARGON = re.compile(
    r"yaml\.|<block|scanner|token|Error\b|Traceback|Input should|[Pp]ydantic|\btuple\b|\bdict\b|\bint\b|\bstr\b"
    r"|\bbool\b|\bliteral\b|validat|Located|None\b|discriminator"
)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder if case.reads_only else tmp_path)
    got, edited = RUNNERS[case.code[:3]](case, tmp_path)
    expected = expected_of(case, edited)
    places = sorted((item.code, str(item.span)) for item in got)
    assert places == [(code, place) for code, place, _ in expected], [str(item) for item in got]
    for code, place, fragment in expected:
        messages = [item.message for item in got if (item.code, str(item.span)) == (code, place)]
        assert any(fragment in message for message in messages), messages
    assert case.code in {item.code for item in got}
    for item in got:
        assert item.hint, f"{item.code} without a hint"
        assert not JARGON.search(item.message + item.hint), item


@pytest.mark.parametrize("case", [c for c in all_cases() if c.reads_only], ids=lambda case: case.name)
def test_both_yaml_parsers_agree(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder)
    seen = []
    for name in ("CSafeLoader", "SafeLoader"):
        monkeypatch.setattr(document, "LOADER", getattr(yaml, name))
        seen.append([(item.code, item.message, item.span and item.span.line) for item in read_case(case, tmp_path)[0]])
    assert seen[0] == seen[1]


@pytest.mark.parametrize("name", sorted(path.name for path in BASE.glob("*.yaml")))
def test_a_base_has_no_mistake_of_its_own(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "course.yaml").write_bytes((BASE / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    report = Report()
    assert compose_request(Request(courses=(".",)), report)
    assert list(report) == []
