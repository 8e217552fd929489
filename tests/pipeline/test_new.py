"""A new course: whole or not at all, and it builds as it stands."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from deckgen import __version__
from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.cli.main import cli
from deckgen.handbook.starter import ENGINES, LANGUAGES, LENGTHS
from deckgen.pipeline.build import Request, compose_request, plan_request
from deckgen.pipeline.new import course_files, new_course
from deckgen.pipeline.schemas import FOLDER as SCHEMAS
from deckgen.pipeline.timing import Timing

DAY = date(2026, 5, 4)


def commands(engine: str, files: dict[str, bytes]) -> list[str]:
    """Every line that a workflow runs, in the order of its jobs."""
    text = files[".github/workflows/course.yml" if engine == "github" else ".gitlab-ci.yml"].decode()
    jobs = yaml.safe_load(text)
    if engine == "github":
        steps = [step for job in jobs["jobs"].values() for step in job["steps"]]
        return [line for step in steps for line in step.get("run", "").splitlines()]
    return [line for job in jobs.values() if isinstance(job, dict) for line in job.get("script", [])]


@pytest.mark.parametrize("engine", ENGINES)
def test_workflows_run_commands_that_there_are(engine: str) -> None:
    files = course_files("demo", "Demo", "en", "90-min", DAY, engine)
    assert {"release.yaml", "requirements.txt", "Containerfile", "course.yaml", ".gitignore"} <= files.keys()
    assert files["requirements.txt"].decode().splitlines()[-1] == f"deckgen=={__version__}"
    run = [shlex.split(line.split(" > ")[0])[1:] for line in commands(engine, files) if line.startswith("deckgen ")]
    assert {words[0] for words in run} == {"check", "diff", "build", "verify", "release"}
    for name, *words in run:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        command.make_context(name, words)
    assert course_files("demo", "Demo", "en", "90-min", DAY).keys() < files.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_new_course_has_its_length_and_not_a_warning(length: str, language: str, tmp_path: Path) -> None:
    done = new_course(tmp_path / "demo", "demo", 'A "title": with $signs', language, length, DAY)
    assert done.folder == tmp_path / "demo" and not done.diagnostics
    report = Report()
    (product,) = plan_request(Request(courses=(str(tmp_path / "demo"),)), report)
    assert [str(item) for item in report] == []
    course = product.planned.course
    assert (course.id, course.title, course.language) == ("demo", 'A "title": with $signs', language)
    assert product.planned.agenda.split.total == LENGTHS[length]
    written = {name: (tmp_path / "demo" / name).read_text("utf-8") for name in done.files if SCHEMAS not in name}
    assert not [name for name, text in written.items() if "$" in text.replace("$signs", "").replace("$schema=", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_course_of_two_days_is_given_in_days_of_other_lengths(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    new_course(folder, "demo", "Demo", language, "2-day", DAY)
    course = folder / "course.yaml"
    text = course.read_text("utf-8")
    declared = re.sub(r"days: 2, hours: 12,", "day_minutes: [270, 450],", text)
    course.write_text(declared, "utf-8")
    evening = {"day_minutes": (120, 360), "timing": Timing(start=(Clock(18 * 60 + 30), Clock(9 * 60)))}
    asked: list[dict[str, Any]] = [{}, {"day_minutes": (300, 360)}, evening, {"minutes": 90}, {"hours": 4.0}]
    for options in asked:
        report = Report()
        (product,) = plan_request(Request(courses=(str(folder),), **options), report)
        assert [str(item) for item in report if item.severity == "error"] == [], options
        wanted = options.get("day_minutes") or ((270, 450) if not options else None)
        assert wanted is None or tuple(day.minutes for day in product.planned.agenda.days) == wanted
    request = Request(courses=(str(folder),), day_minutes=(300, 360), kinds=("deck", "workbook"))
    compose_request(request, report := Report())
    assert [str(item) for item in report if item.severity == "error"] == []


def test_a_folder_that_holds_something_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "mine.txt").write_text("kept")
    done = new_course(tmp_path / "demo", "demo", "A", "en", "90-min", DAY)
    assert done.folder is None and [item.code for item in done.diagnostics] == ["DG701"]
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["a:b", "con", "ends."])
def test_a_name_that_no_folder_can_have_is_refused(name: str, tmp_path: Path) -> None:
    done = new_course(tmp_path / name, "a", "A", "en", "90-min", DAY)
    assert done.folder is None and [item.code for item in done.diagnostics] == ["DG110"]
    assert list(tmp_path.iterdir()) == []


def test_inside_a_course_folder_commands_just_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    made = run.invoke(cli, ["new", "demo", "--length", "90-min"])
    assert made.exit_code == 0 and "then deckgen build" in made.output
    for arguments in (["demo"], ["demo/course.yaml"], [str(tmp_path / "demo")]):
        assert run.invoke(cli, ["check", *arguments]).output.startswith("demo 90-min: 90 minutes, 17 slides\n")
    monkeypatch.chdir(tmp_path / "demo")
    assert run.invoke(cli, ["check"]).output.startswith("demo 90-min: 90 minutes, 17 slides\n")
    assert (tmp_path / "demo" / SCHEMAS / "course.schema.json").is_file()


def test_an_empty_folder_that_somebody_stands_in_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(cli, ["new", ".", "--length", "90-min"])
    assert made.exit_code == 0 and "build it: deckgen build" in made.output
    assert CliRunner().invoke(cli, ["check"]).exit_code == 0
    again = CliRunner().invoke(cli, ["new", "."])
    assert again.exit_code == 1 and "not an empty folder" in again.output


@pytest.mark.parametrize(
    ("folder", "its_id"),
    [("开会课", "Kai-Hui-Ke"), ("my course (1)", "my-course-1"), ("—", "course"), ("a.b_c", "a.b_c")],
)
def test_any_name_of_a_folder_gives_an_id(
    folder: str, its_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(cli, ["new", folder, "--language", "zh", "--length", "90-min"])
    assert made.exit_code == 0, made.output
    assert ('cd "my course (1)"' in made.output) == (" " in folder)
    (product,) = plan_request(Request(courses=(folder,)), report := Report())
    assert not list(report) and (product.planned.course.id, product.planned.course.title) == (its_id, folder)


def test_a_terminal_is_asked_in_its_language_for_what_is_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("deckgen.cli.new.is_terminal", lambda: True)
    monkeypatch.setattr("os.isatty", lambda _: True)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    made = CliRunner().invoke(cli, ["new", "demo"], input="\n2-day\n会议\n")
    assert made.exit_code == 0 and "课程名称" in made.output, made.output
    text = (tmp_path / "demo" / "course.yaml").read_text("utf-8")
    assert "language: zh-CN" in text and 'title: "会议"' in text and "id: 2-day" in text
    again = CliRunner().invoke(cli, ["new", "other", "--language", "en"], input="90-min\n\n")
    assert "Title of the course" in again.output and "Language" not in again.output


def test_where_there_is_no_course_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["check"])
    assert result.exit_code == 2 and "deckgen new FOLDER" in result.output


def test_documents_are_listed_and_printed() -> None:
    run = CliRunner()
    assert "first-course" in run.invoke(cli, ["docs"]).output
    assert run.invoke(cli, ["docs", "texts"]).output.startswith("# ")
    missing = run.invoke(cli, ["docs", "text"])
    assert missing.exit_code == 2 and "did you mean texts?" in missing.output
