"""A new course: whole or not at all, and it builds as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.handbook.starter import LANGUAGES, LENGTHS
from deckgen.pipeline.build import Request, plan_request
from deckgen.pipeline.new import SCHEMAS, new_course

DAY = date(2026, 5, 4)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_new_course_has_its_length_and_not_a_warning(length: str, language: str, tmp_path: Path) -> None:
    done = new_course(tmp_path / "demo", 'A "title": with $signs', language, length, DAY)
    assert done.folder == tmp_path / "demo" and not done.diagnostics
    report = Report()
    (product,) = plan_request(Request(courses=(str(tmp_path / "demo"),)), report)
    assert [str(item) for item in report] == []
    course = product.planned.course
    assert (course.id, course.title, course.language) == ("demo", 'A "title": with $signs', language)
    assert product.planned.agenda.split.total == LENGTHS[length]
    written = {name: (tmp_path / "demo" / name).read_text("utf-8") for name in done.files if SCHEMAS not in name}
    assert not [name for name, text in written.items() if "$" in text.replace("$signs", "")]


def test_an_existing_folder_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    done = new_course(tmp_path / "demo", "A", "en", "90-min", DAY)
    assert done.folder is None and [item.code for item in done.diagnostics] == ["DG701"]
    assert list((tmp_path / "demo").iterdir()) == []


@pytest.mark.parametrize("name", ["a:b", "con", "ends."])
def test_a_name_that_no_folder_can_have_is_refused(name: str, tmp_path: Path) -> None:
    done = new_course(tmp_path / name, "A", "en", "90-min", DAY)
    assert done.folder is None and [item.code for item in done.diagnostics] == ["DG110"]
    assert list(tmp_path.iterdir()) == []


def test_inside_a_course_folder_commands_just_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    made = run.invoke(cli, ["new", "demo", "--length", "90-min"])
    assert made.exit_code == 0 and "then deckgen build" in made.output
    for arguments in (["demo"], ["demo/course.yaml"], [str(tmp_path / "demo")]):
        assert run.invoke(cli, ["check", *arguments]).output == "demo 90-min: 90 minutes, 17 slides\n"
    monkeypatch.chdir(tmp_path / "demo")
    assert run.invoke(cli, ["check"]).output == "demo 90-min: 90 minutes, 17 slides\n"
    assert (tmp_path / "demo" / SCHEMAS / "course.schema.json").is_file()


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
