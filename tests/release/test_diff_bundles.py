"""`deckgen diff` of bundles: what they were made from, what they hold, and each against a folder or a commit."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.base.diagnostics import Report
from deckgen.changes.outline import outline_of
from deckgen.changes.saved import SavedError, load, save, through_file
from deckgen.cli.main import cli
from deckgen.pipeline.build import Request, plan_request
from deckgen.release.archive import write_archive
from deckgen.release.bundled import OUTLINE
from release.small_release import commit, git, project

EVERY_KIND = Path(__file__).resolve().parents[1] / "cases" / "every-kind"
COURSE = "curriculum/handover/course.yaml"
RELEASE = 'version: "1.2"\ncourses: handover\nonly: [{}]\n'


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words), catch_exceptions=False)


def edit(name: str, *pairs: tuple[str, str]) -> None:
    text = Path(name).read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    Path(name).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with bundles of two versions, the second of another commit, for trainers and for participants."""
    folder = project(tmp_path_factory.mktemp("released") / "project", RELEASE.format("run-sheet"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("release").exit_code == 0
        git(folder, "tag", "v1.2")
        edit(
            COURSE, ("minutes: 34, phase: run", "minutes: 33, phase: run"), ("minutes: 10, phase", "minutes: 11, phase")
        )
        edit("release.yaml", ("1.2", "1.3"))
        commit(folder)
        assert run("release").exit_code == 0
        Path("release.yaml").write_text(RELEASE.format("outline"), "utf-8")
        assert run("release", "--allow-dirty").exit_code == 0
    return folder


@pytest.fixture
def here(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(released, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    git(tmp_path / "project", "checkout", "-q", ".")
    return tmp_path / "project"


ONE, TWO = "dist/handover-60-min-v1.2.zip", "dist/handover-60-min-v1.3.zip"
MINUTE = "block B1 “The three questions”: 60 minutes as before (steps of S1: 10+34+15 → 11+33+15)"


def test_two_bundles_say_what_they_hold_and_were_made_from_otherwise(here: Path) -> None:
    result = run("diff", ONE, TWO)
    first, *lines = [line.strip() for line in result.stdout.splitlines()]
    assert first.startswith("handover 60-min, handover-60-min-v1.2.zip → handover-60-min-v1.3.zip: 60 minutes")
    commits = [git(here, "rev-parse", name) for name in ("v1.2", "HEAD")]
    assert lines == [
        "course handover: version 1.2 → 1.3 changed", MINUTE, "version 1.2 → 1.3", f"commit {' → '.join(commits)}",
        "input course.yaml changed", "file trainer/handover-60-min-run-sheet.docx changed",
    ]  # fmt: skip
    with zipfile.ZipFile(ONE) as archive:
        archive.extractall("unpacked")
    assert run("diff", "unpacked/handover-60-min-v1.2", TWO).stdout.splitlines()[1:] == result.stdout.splitlines()[1:]
    (told,) = json.loads(run("diff", ONE, TWO, "--format", "json").stdout)["compared"]
    assert told["made_from"] == lines[2:] and told["minutes"][0]["details"] == [["steps of S1", "10+34+15", "11+33+15"]]
    assert "- input course.yaml changed\n" in run("diff", ONE, TWO, "--format", "markdown").stdout
    assert run("diff", ONE, TWO, "--exit-code").exit_code == 1
    assert run("diff", TWO, TWO, "--exit-code").exit_code == 0


def test_a_bundle_is_compared_with_a_folder_and_a_commit(here: Path) -> None:
    for names in ((TWO, "."), (ONE, "v1.2"), ("v1.2", ONE)):
        assert run("diff", *names).stdout.endswith(": nothing changed\n"), names
    for names in ((ONE, "."), (ONE, "HEAD"), ("v1.2", TWO)):
        assert [line.strip() for line in run("diff", *names).stdout.splitlines()[1:]] == [MINUTE], names


def test_what_bundles_for_participants_do_not_hold_is_said(here: Path) -> None:
    bundle = "dist/handover-60-min-v1.2-dirty.zip"
    with zipfile.ZipFile(bundle) as archive:
        assert not any(name.endswith(OUTLINE) for name in archive.namelist())
    result = run("diff", ONE, bundle)
    assert "no outline in handover-60-min-v1.2-dirty.zip" in result.stdout
    assert [line for line in result.stdout.splitlines() if line.startswith(("  file", "  commit"))] == [
        f"  commit {git(here, 'rev-parse', 'v1.2')} → {git(here, 'rev-parse', 'HEAD')}",
        "  file office/handover-60-min-outline.docx added", "  file trainer/handover-60-min-run-sheet.docx removed",
    ]  # fmt: skip
    assert "  of files that are not committed no → yes\n" in result.stdout
    assert run("diff", bundle, bundle, "--exit-code").exit_code == 1


def test_what_is_no_bundle_is_refused(here: Path) -> None:
    with zipfile.ZipFile(ONE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    top = "handover-60-min-v1.2/"
    broken = {
        "no manifest": {name: content for name, content in files.items() if not name.endswith("manifest.json")},
        "an outline of another form": {**files, top + OUTLINE: b'{"form": 2}'},
        "no outline": {**files, top + OUTLINE: b"[]"},
        "a way out": {**files, "../x": b""},
    }
    for what, content in broken.items():
        Path("other.zip").write_bytes(write_archive(content))
        result = run("diff", "other.zip", TWO)
        assert result.exit_code == 2 and "see deckgen verify other.zip" in result.stderr, what
    Path("other.zip").write_bytes(b"PK")
    assert "it is no whole zip file" in run("diff", TWO, "other.zip").stderr
    assert "leave --drawings out" in run("diff", ONE, TWO, "--format", "markdown", "--drawings", "x").stderr
    edit(COURSE, ("id: handover", "id: other"))
    assert "no course here has the id handover" in run("diff", ONE, ".").stderr


def test_an_outline_is_read_back_as_it_was() -> None:
    (made,) = plan_request(Request(courses=(str(EVERY_KIND),), delivery="2-day"), Report())
    outline = outline_of(made.planned.course, made.planned.agenda)
    counted = {sheet.id for sheet in made.planned.course.sheets if sheet.has_inferred("number")}
    assert counted and not any("number" in part.texts for part in outline.sheets if part.id in counted)
    again = through_file(outline)
    assert save(again) == save(outline) and again == through_file(again)
    assert [block.name for block in again.blocks] == [block.name for block in outline.blocks]
    assert again.blocks[0].slides == through_file(again).blocks[0].slides
    with pytest.raises(SavedError):
        load(b"\xff")
