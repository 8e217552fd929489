"""`deckgen diff` between commits, folders and deliveries."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.release.make import open_release
from deckgen.release.pages import change_pages
from release.small_release import commit, git, project, write

COURSE = "curriculum/handover/course.yaml"


def diff(*words: str) -> Result:
    return CliRunner().invoke(cli, ["diff", *words], catch_exceptions=False)


def edit(old: str, new: str) -> None:
    text = Path(COURSE).read_text("utf-8")
    assert text.count(old) == 1
    Path(COURSE).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project(tmp_path / "project"))
    return tmp_path / "project"


def test_the_last_commit_and_the_files_here_when_nothing_is_named(here: Path) -> None:
    assert diff().stdout == "handover 60-min, HEAD → the files here: nothing changed\n"
    assert diff("--exit-code").exit_code == 0
    edit("title: Hand over your own shift in three minutes", "title: Hand over your own shift in four minutes")
    result = diff("--exit-code")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == (
        "    slide 2 “Hand over your own shift in four minutes”: was Hand over your own shift in three minutes"
    )
    assert diff("--format", "markdown").stdout.startswith("### handover 60\\-min") is False
    assert "slide 2" in diff("--format", "markdown").stdout
    (told,) = json.loads(diff("--format", "json").stdout)["compared"]
    assert [item["fields"] for item in told["changes"]] == [["title"]]


def test_what_looks_otherwise_is_drawn_beside_the_markdown(here: Path) -> None:
    edit("title: Hand over your own shift in three minutes", "title: Hand over your own shift in four minutes")
    edit("say: Find a partner from another team.", "say: Find a partner.")
    edit("minutes: 1\n            diagram", "minutes: 1\n            purpose: Other words.\n            diagram")
    edit("            purpose: Give the structure before the drill.\n", "")
    result = diff("--format", "markdown", "--drawings", "drawn")
    assert result.exit_code == 0, result.output
    (row,) = [line for line in result.stdout.splitlines() if "![" in line]
    assert row == (
        "| slide 2 “Hand over your own shift in four minutes” of B1 “The three questions” "
        "| ![before](drawn/handover-60-min-B1.s2-before.svg) | ![after](drawn/handover-60-min-B1.s2-after.svg) |"
    )
    before, after = (Path(f"drawn/handover-60-min-B1.s2-{side}.svg").read_text("utf-8") for side in ("before", "after"))
    assert "three minutes" in before and "four minutes" in after and sorted(Path("drawn").iterdir())[2:] == []
    assert "goes with --format markdown" in diff("--drawings", "drawn").output


def test_another_length_is_drawn_with_its_days(here: Path) -> None:
    result = diff("60-min", "55-min", "--format", "markdown", "--drawings", "drawn")
    assert "| the days | ![before](drawn/handover-60-min-days-before.svg) |" in result.stdout
    assert Path("drawn/handover-55-min-days-after.svg").read_text("utf-8").startswith("<svg")


def test_a_course_with_another_title_is_told_by_both_titles_and_its_version_apart(here: Path) -> None:
    edit("title: Handing over a shift", "title: Handing over a shift at night")
    assert diff().stdout.splitlines()[1:] == ["  course handover: was Handing over a shift"]
    edit('version: "1.0"', 'version: "1.1"')
    assert diff().stdout.splitlines()[1:] == [
        "  course handover: was Handing over a shift",
        "  course handover: version 1.0 → 1.1 changed",
    ]


def test_a_course_is_the_same_by_its_relative_and_its_absolute_path_and_one_elsewhere_is_refused(
    here: Path, tmp_path: Path
) -> None:
    edit('version: "1.0"', 'version: "1.1"')
    folder = Path(COURSE).parent
    assert diff("HEAD", ".", str(folder)).stdout == diff("HEAD", ".", str(folder.resolve())).stdout != ""
    shutil.copytree(folder, tmp_path / "elsewhere")
    result = diff("HEAD", ".", str(tmp_path / "elsewhere"))
    assert result.exit_code == 2 and "lies outside this folder" in result.stderr


def test_a_side_that_cannot_be_read_says_so_and_does_not_lack_the_delivery(here: Path) -> None:
    sound = Path(COURSE).read_text("utf-8")
    Path(COURSE).write_text(sound + "\nmodules: [\n", "utf-8")
    commit(here)
    Path(COURSE).write_text(sound, "utf-8")
    result = diff("HEAD", ".", "--delivery", "60-min")
    assert result.exit_code == 1 and "HEAD:curriculum/handover/course.yaml" in result.stderr


def test_commits_folders_and_deliveries(here: Path, tmp_path: Path) -> None:
    git(here, "tag", "v1")
    shutil.copytree(here, tmp_path / "copy")
    edit("minutes: 1/44/15", "minutes: 1/43/16")
    edit("            minutes: 44\n", "            minutes: 43\n")
    edit("            minutes: 15\n", "            minutes: 16\n")
    edit("minutes: 34, phase: run", "minutes: 33, phase: run")
    edit("minutes: 15, phase: debrief", "minutes: 16, phase: debrief")
    told = (
        "block B1 “The three questions”: 60 minutes as before (activity 44 → 43; debrief 15 → 16; slide 2: 44 → 43; "
        "slide 3: 15 → 16; steps of S1: 10+34+15 → 10+33+16)"
    )
    commit(here)
    results = [diff("v1", "HEAD"), diff("v1"), diff(str(tmp_path / "copy"), "."), diff("v1", ".", "handover")]
    for result in results:
        lines = result.stdout.splitlines()
        assert len(lines) == 2 and told in lines[1], result.output
    between = diff("60-min", "58-min")
    assert between.exit_code == 0 and "60 → 58 minutes" in between.stdout
    assert "60-min → 58-min" in between.stdout


def test_what_only_one_side_has_is_told(here: Path) -> None:
    edit("  - {id: 60-min,", '  - {id: 30-min, title: Half, days: 1, hours: 0.5, start: "14:00"}\n  - {id: 60-min,')
    assert "DG301" in diff().output  # the files here have a mistake, which is told
    git(here, "checkout", "-q", ".")
    write(
        here, {"curriculum/second/course.yaml": Path(COURSE).read_text("utf-8").replace("id: handover", "id: second")}
    )
    assert "second, HEAD: only the files here has this course" in diff().stdout


def test_mistakes_of_a_commit_are_told_at_its_place(here: Path) -> None:
    edit("audience:", "audiense:")
    commit(here)
    git(here, "tag", "bad")
    git(here, "revert", "--no-edit", "HEAD")
    result = diff("bad", ".")
    assert result.exit_code == 1 and f"bad:{COURSE}:6:1: error DG101" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("v9",), "v9 is no delivery, folder or commit"),
        (("--output=x",), "No such option"),
        (("60-min", "."), "a delivery is compared with a delivery"),
        (("HEAD", ".", "nobody"), "no course nobody"),
        (("--delivery", "2-day"), "no course here has a delivery 2-day"),
    ],
)
def test_what_does_not_exist_is_a_mistake_of_usage(here: Path, words: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(cli, ["diff", *words])
    assert result.exit_code != 0 and told in result.output


def test_a_bundle_has_the_changes_since_the_version_before(here: Path) -> None:
    git(here, "tag", "v1")
    edit("title: Hand over your own shift in three minutes", "title: Hand over your own shift in four minutes")
    write(here, {"release.yaml": "since: v1\ncourses: handover\nonly: outline\ndeliveries: [60-min]\n"})
    commit(here)
    release, _ = open_release(False, Path("dist"), Report())
    assert release is not None
    pages = change_pages(release, release.targets, told := Report())
    assert list(told) == [] and list(pages) == ["handover-60-min-v1.0"]
    assert pages["handover-60-min-v1.0"].splitlines() == [
        "# Changes since v1", "", "## Blocks", "",
        "- B1 “The three questions”: another title (slide 2 “Hand over your own shift in four minutes”)", "",
    ]  # fmt: skip
    for since, code in (("v9", "DG801"), ("bad", "DG809")):
        edit("audience:", "audiense:")
        commit(here)
        git(here, "tag", "-f", "bad")
        git(here, "revert", "--no-edit", "HEAD")
        assert change_pages(replace(release, since=since), release.targets, told := Report()) == {}
        assert [item.code for item in told] == [code] and next(iter(told)).hint
