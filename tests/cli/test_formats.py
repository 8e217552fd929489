"""Diagnostics as other programs read them: annotations of GitHub Actions, and SARIF."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner, Result

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.cli.formats import github_lines, sarif
from deckgen.cli.main import cli

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "tiny.yaml"
WARNING = next(code for code, meaning in CODES.items() if meaning.severity == "warning")


@pytest.fixture(scope="module")
def standard() -> jsonschema_rs.Validator:
    """The schema of the standard, as its publisher distributes it."""
    with zipfile.ZipFile(Path(__file__).parent / "sarif-2.1.0-schema.zip") as archive:
        return jsonschema_rs.validator_for(json.loads(archive.read("sarif-schema-2.1.0.json")))


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with two mistakes, one of them in a file that is included and has a Chinese name."""
    folder = tmp_path / "curriculum" / "handover"
    (folder / "texts").mkdir(parents=True)
    text = BASE.read_text("utf-8")
    assert text.count("title: ") > 1
    first = next(line for line in text.splitlines() if line.startswith("title: "))
    (folder / "texts" / "标题 1.yaml").write_text("# the title\nAn *unclosed **title\n", "utf-8")
    changed = text.replace(first, 'title: !include "texts/标题 1.yaml"', 1) + "nonsense: 1\n"
    (folder / "course.yaml").write_text(changed, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder / "course.yaml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments])


# -- annotations ------------------------------------------------------------------------------


def test_an_annotation_stands_at_the_line_of_the_included_file(course: Path) -> None:
    result = run("--format", "github")
    assert result.exit_code == 1
    inside, outside = sorted(result.stdout.splitlines(), key=lambda line: "nonsense" in line)
    assert inside.startswith("::error file=curriculum/handover/texts/标题 1.yaml,line=2,col=")
    last = len(course.read_text("utf-8").splitlines())
    assert outside.startswith(f"::error file=curriculum/handover/course.yaml,line={last},col=1,")
    assert all("%0Ahint: " in line for line in (inside, outside))


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (
            Diagnostic("DG001", "100 %: a, b", Span("a, b:c.yaml", 3, 5, 3, 9), "take it off\nor not"),
            "::error file=a%2C b%3Ac.yaml,line=3,col=5,endColumn=9,title=DG001 not valid YAML"
            "::100 %25: a, b%0Ahint: take it off%0Aor not",
        ),
        (Diagnostic("DG001", "over lines", Span("a.yaml", 3, 5, 7, 2)),
         "::error file=a.yaml,line=3,endLine=7,title=DG001 not valid YAML::over lines"),
        (Diagnostic("DG001", "at a point", Span("a.yaml", 3, 5, 3, 5)),
         "::error file=a.yaml,line=3,col=5,title=DG001 not valid YAML::at a point"),
        (Diagnostic("DG001", "of an option", Span("--set", 0, 1)),
         "::error file=--set,title=DG001 not valid YAML::of an option"),
        (Diagnostic("DG001", "of no place", deliveries=("1-day", "2-day")),
         "::error title=DG001 not valid YAML::of no place (1-day, 2-day)"),
        (Diagnostic(WARNING, "may be"), f"::warning title={WARNING} {CODES[WARNING].title}::may be"),
        (Diagnostic("DG001", "is mild", mild=True), "::notice title=DG001 not valid YAML::is mild"),
    ],
)  # fmt: skip
def test_a_workflow_command_says_all_of_a_diagnostic(item: Diagnostic, line: str) -> None:
    assert github_lines([item]) == [line]


def test_a_good_course_has_no_annotation(course: Path) -> None:
    shutil.copy(BASE, course)
    result = run("--format", "github")
    assert (result.exit_code, result.stdout) == (0, "")


# -- SARIF ------------------------------------------------------------------------------------


def test_sarif_is_valid_and_names_file_line_and_rule(course: Path, standard: jsonschema_rs.Validator) -> None:
    result = run("--format", "sarif")
    assert result.exit_code == 1
    log = json.loads(result.stdout)
    standard.validate(log)
    (done,) = log["runs"]
    assert done["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    places = {entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: entry for entry in done["results"]}
    assert set(places) == {
        "curriculum/handover/course.yaml",
        "curriculum/handover/texts/%E6%A0%87%E9%A2%98%201.yaml",
    }
    for uri, entry in places.items():
        region = entry["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"] == 2) == uri.endswith("1.yaml") and region["startColumn"] >= 1
        assert done["tool"]["driver"]["rules"][entry["ruleIndex"]]["id"] == entry["ruleId"]
        assert "\nhint: " in entry["message"]["text"]


def test_sarif_has_the_edits_that_fix_makes(course: Path, standard: jsonschema_rs.Validator) -> None:
    text = BASE.read_text("utf-8")
    broken = text.replace("id: handover", "\ufeffid: hand\u200bover").replace("[Team leads]", "[• Team leads]")
    course.write_text(broken, "utf-8")
    log = json.loads(run("--format", "sarif").stdout)
    standard.validate(log)
    fixes = [entry["fixes"][0] for entry in log["runs"][0]["results"] if "fixes" in entry]
    assert {fix["description"]["text"] for fix in fixes} == {
        "mend the byte order mark", "mend the unseen character", "mend the list mark",
    }  # fmt: skip
    lines, marked = broken.removeprefix("\ufeff").split("\n"), "\ufeff"
    for fix in fixes:
        (change,) = fix["artifactChanges"]
        (replacement,) = change["replacements"]
        region, new = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        assert change["artifactLocation"]["uri"] == "curriculum/handover/course.yaml"
        if "byteOffset" in region:
            assert (region, new) == ({"byteOffset": 0, "byteLength": 3}, "")
            marked = ""
            continue
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
    assert marked + "\n".join(lines) == text
    run("--fix")
    assert course.read_text("utf-8") == text


def test_sarif_leaves_out_what_does_not_stand_there_as_it_is_read(course: Path) -> None:
    text = BASE.read_text("utf-8")
    course.write_text(text.replace("[Team leads]", '["\\u2022 Team leads"]'), "utf-8")
    (entry,) = json.loads(run("--format", "sarif").stdout)["runs"][0]["results"]
    assert entry["ruleId"] == "DG122" and "fixes" not in entry


def test_every_sort_of_diagnostic_is_valid_sarif(standard: jsonschema_rs.Validator) -> None:
    items = [
        Diagnostic("DG001", "over lines", Span("/a b/c.yaml", 3, 5, 7, 2)),
        Diagnostic("DG001", "at a point", Span("c.yaml", 3, 5)),
        Diagnostic("DG002", "of an option", Span("--set", 0, 1), deliveries=("1-day",)),
        Diagnostic(WARNING, "of no place", mild=True),
    ]
    log = sarif(items, successful=True)
    standard.validate(log)
    (done,) = log["runs"]
    assert [rule["id"] for rule in done["tool"]["driver"]["rules"]] == ["DG001", "DG002", WARNING]
    assert [entry["level"] for entry in done["results"]] == ["error", "error", "error", "note"]
    first = done["results"][0]["locations"][0]["physicalLocation"]
    assert first["artifactLocation"]["uri"] == "file:///a%20b/c.yaml"
    assert first["region"] == {"startLine": 3, "startColumn": 5, "endLine": 7, "endColumn": 2}
    assert done["results"][1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    assert "region" not in done["results"][2]["locations"][0]["physicalLocation"]
    assert done["results"][2]["properties"] == {"deliveries": ["1-day"]}
    assert "locations" not in done["results"][3]
    assert standard.is_valid(log) and not standard.is_valid({**log, "version": "2.0.0"})


def test_a_good_course_is_a_run_without_results(course: Path, standard: jsonschema_rs.Validator) -> None:
    shutil.copy(BASE, course)
    log = json.loads(run("--format", "sarif").stdout)
    standard.validate(log)
    assert log["runs"][0]["results"] == [] and log["runs"][0]["invocations"][0]["exitCode"] == 0


def test_json_is_a_form_like_the_others(course: Path) -> None:
    assert run("--format", "json").stdout == run("--json").stdout


# -- hook -------------------------------------------------------------------------------------


def test_the_hook_fails_a_commit_with_a_mistake_and_no_other(course: Path) -> None:
    (hook,) = yaml.safe_load((Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = hook["entry"].split()
    assert (program, hook["language"], hook["pass_filenames"]) == ("deckgen", "python", False)
    assert re.search(hook["files"], "curriculum/handover/course.yaml") and not re.search(hook["files"], "a.py")
    assert CliRunner().invoke(cli, arguments).exit_code == 1
    shutil.copy(BASE, course)
    assert CliRunner().invoke(cli, arguments).exit_code == 0
