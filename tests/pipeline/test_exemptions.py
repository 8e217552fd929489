"""Warnings that a course has reviewed: taken out with their reason, and never silently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli.main import EXIT_DIAGNOSTICS, cli

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(folder: Path, exempt: str, *arguments: str) -> Result:
    """A check of a course with a note of unusual length in block B1 and a course-wide warning."""
    text = BASE.read_text("utf-8")
    assert text.count("elastic: 9") == 1 and "transition: " in text
    text = text.replace("elastic: 9", "elastic: 8")
    text = text.replace("transition: ", "transition: " + "so we go on " * 30, 1)
    (folder / "course.yaml").write_text(text + exempt, "utf-8")
    return CliRunner().invoke(cli, ["check", ".", *arguments])


def codes(result: Result) -> list[str]:
    return [item["code"] for item in json.loads(result.stdout)["diagnostics"]]


def test_without_exemptions_there_are_two_kinds_of_warnings(folder: Path) -> None:
    assert set(codes(check(folder, "", "--json"))) == {"DG406", "DG410"}


def test_an_exemption_takes_warnings_out_and_is_named(folder: Path) -> None:
    exempt = (
        "exempt:\n  - {code: DG406, about: B1, reason: The trainer likes it long.}\n  - {code: DG410, reason: Tight.}\n"
    )
    result = check(folder, exempt, "--strict")
    assert result.exit_code == 0, result.output
    assert "exempted: 1 warning DG406 about B1: The trainer likes it long." in result.stdout.splitlines()
    data = json.loads(check(folder, exempt, "--json").stdout)
    assert data["diagnostics"] == []
    assert data["exempted"][0] == {
        "code": "DG406", "about": "B1", "reason": "The trainer likes it long.", "count": 1,
    }  # fmt: skip


def test_an_exemption_about_another_part_takes_nothing_out(folder: Path) -> None:
    result = check(folder, "exempt: [{code: DG406, about: B2, reason: Fine.}]\n", "--json")
    assert sorted(set(codes(result))) == ["DG406", "DG410", "DG425"]


def test_an_exemption_may_be_kept_to_a_delivery(folder: Path) -> None:
    text = "exempt: [{in: 60-min, code: DG410, reason: Fine.}]\n"
    before = codes(check(folder, "", "--json", "--delivery", "90-min"))
    assert codes(check(folder, text, "--json", "--delivery", "90-min")) == before
    assert "DG410" not in codes(check(folder, text, "--json", "--delivery", "60-min"))


def test_nothing_is_called_stale_before_all_was_looked_at(folder: Path) -> None:
    stale = "exempt: [{code: DG404, reason: Fine.}]\n"
    assert "DG425" in codes(check(folder, stale, "--json"))
    assert "DG425" not in codes(check(folder, stale, "--json", "--delivery", "60-min"))
    planned = CliRunner().invoke(cli, ["plan", "."])
    assert planned.exit_code == 0 and "DG425" not in planned.stderr


def test_errors_are_not_exempted(folder: Path) -> None:
    result = check(folder, 'exempt: [{code: DG401, reason: Fine.}, {code: DG406, reason: " "}]\n', "--json")
    assert result.exit_code == EXIT_DIAGNOSTICS
    assert {"DG111", "DG127"} <= set(codes(result))


def test_an_exemption_about_what_is_not_there_offers_what_is(folder: Path) -> None:
    result = check(folder, "exempt: [{code: DG406, about: 60-mim, reason: Fine.}]\n")
    assert (
        "about: nothing in this course has the id 60-mim" in result.stderr and "did you mean 60-min?" in result.stderr
    )
