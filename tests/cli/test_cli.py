"""The command line: what is printed where, exit codes, and what a mistake of usage offers instead."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from deckgen import __version__
from deckgen.cli import main
from deckgen.cli.main import COMMANDS, EXIT_BUG, EXIT_DIAGNOSTICS, EXIT_USAGE, cli
from deckgen.pipeline.output import TornError
from deckgen.pipeline.signals import Stopped

BASES = Path(__file__).resolve().parents[1] / "diagnostics" / "base"
STEM = "handover-60-min-v1.0"
LISTED = ["manifest.json", "participant/…-workbook.docx", "trainer/…-deck.pptx", "trainer/…-guide.docx"]


@pytest.fixture(autouse=True)
def curriculum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good course of one block below `curriculum`."""
    folder = tmp_path / "curriculum" / "handover"
    folder.mkdir(parents=True)
    shutil.copy(BASES / "tiny.yaml", folder / "course.yaml")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def curriculum_of_two(curriculum: Path) -> Path:
    """The same with two deliveries and two blocks."""
    shutil.copy(BASES / "course.yaml", curriculum)
    return curriculum


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "course.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


# -- build ------------------------------------------------------------------------------------


def test_build_prints_the_files_it_made_and_progress_elsewhere(curriculum_of_two: Path, tmp_path: Path) -> None:
    result = run("build", "--only", "deck,workbook,guide")
    assert result.exit_code == 0, result.output
    made = result.stdout.splitlines()
    assert made == sorted(made) and all((tmp_path / name).is_file() for name in made)
    assert [
        name.removeprefix("build/handover/60-min/").replace(STEM, "…") for name in made if "60-min" in name
    ] == LISTED
    assert result.stderr.splitlines() == ["handover 60-min", "handover 90-min"]
    assert "\x1b" not in result.output


def test_only_and_out_choose_what_is_made_and_where(tmp_path: Path) -> None:
    result = run("build", "handover", "--delivery", "60-min", "--only", "workbook, deck", "--out", "else/where")
    assert result.exit_code == 0, result.output
    assert [Path(line).name for line in result.stdout.splitlines()] == [
        "manifest.json", f"{STEM}-workbook.docx", f"{STEM}-deck.pptx",
    ]  # fmt: skip
    assert not (tmp_path / "build").exists() and (tmp_path / "else" / "where" / "handover" / "60-min").is_dir()


@pytest.mark.parametrize(
    "words",
    [
        "build --only deck --only guide",
        "plan --delivery 60-min --delivery=90-min",
        "theme new house --from a.potx --from b.potx",
    ],
)
def test_an_option_that_takes_one_value_is_not_given_twice(words: str, tmp_path: Path) -> None:
    result = run(*words.split())
    assert result.exit_code == 2 and re.search(r"--[a-z]+ stands 2 times; give it once", result.stderr)
    assert not (tmp_path / "build").exists()


def test_options_that_may_stand_again_do() -> None:
    result = run("check", "handover", "--set", "client=A", "--set", "date=2026-01-05", "--strict", "--strict")
    assert "stands" not in result.output


def test_build_json_has_one_shape(tmp_path: Path) -> None:
    result = run("build", "--delivery", "60-min", "--only", "deck", "--json")
    data = json.loads(result.stdout)
    assert data == {
        "ok": True,
        "artefacts": [
            {
                "course": "handover",
                "delivery": "60-min",
                "files": ["build/handover/60-min/manifest.json", f"build/handover/60-min/trainer/{STEM}-deck.pptx"],
            }
        ],
        "diagnostics": [],
        "told": [],
    }
    assert result.stderr == ""


def test_a_failed_build_says_so_and_leaves_nothing(curriculum_of_two: Path, tmp_path: Path) -> None:
    edit(curriculum_of_two, "kind: tool", "kind: tol")
    result = run("build", "--only", "deck")
    assert result.exit_code == EXIT_DIAGNOSTICS
    assert result.stdout == "" and not (tmp_path / "build").exists()
    assert "curriculum/handover/course.yaml:65:19: error DG104: slides: tol is not known here" in result.stderr
    assert "   65 |           - kind: tol\n      |                   ^^^\n  hint: did you mean tool?" in result.stderr
    assert result.stderr.endswith("1 error\nnothing was written\n")


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("mine")
    result = run("build", "--only", "deck")
    assert result.exit_code == EXIT_DIAGNOSTICS and "DG702" in result.stderr
    assert (tmp_path / "build").read_text() == "mine"


# -- check ------------------------------------------------------------------------------------


def test_check_sums_up_each_delivery_and_writes_nothing(curriculum_of_two: Path, tmp_path: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    *deliveries, ran = result.stdout.splitlines()
    assert deliveries == ["handover 60-min: 60 minutes, 15 slides", "handover 90-min: 90 minutes, 15 slides"]
    parts = re.fullmatch(r"(\d+) rules ran over (\d+) items: (.*), (\d+) texts", ran)
    assert parts is not None and int(parts[1]) > 40
    assert parts[3] == "4 blocks, 30 slides, 4 sheets, 2 questions, 2 points"
    assert int(parts[2]) == 42 + int(parts[4])
    assert not (tmp_path / "build").exists()


def test_check_json_names_the_rules_that_ran_and_those_of_pages_only_where_there_are_some(
    curriculum_of_two: Path,
) -> None:
    whole = json.loads(run("check", "--json").stdout)
    assert {"step_times", "turns", "subpoints", "slide_count"} <= set(whole["rules"])
    assert whole["parts"]["block"] == 4
    edit(curriculum_of_two, "energy: 4", "energy: 9")
    assert "step_times" not in json.loads(run("check", "--json").stdout)["rules"]


def test_check_json_gives_every_diagnostic_its_place(curriculum_of_two: Path) -> None:
    edit(curriculum_of_two, "energy: 4", "energy: 9")
    result = run("check", "--json")
    assert result.exit_code == EXIT_DIAGNOSTICS
    data = json.loads(result.stdout)
    assert data["ok"] is False
    (found,) = data["diagnostics"]
    assert found == {
        "code": "DG105",
        "severity": "error",
        "message": "energy: 9 is out of range, it is at most 5",
        "hint": "choose a number within the range",
        "file": "curriculum/handover/course.yaml",
        "line": 95,
        "column": 17,
        "deliveries": [],
    }


def test_warnings_fail_only_when_strict(curriculum_of_two: Path, tmp_path: Path) -> None:
    edit(curriculum_of_two, "elastic: 9", "elastic: 8")
    relaxed, strict, built = run("check"), run("check", "--strict"), run("build", "--strict", "--only", "deck")
    assert (relaxed.exit_code, strict.exit_code, built.exit_code) == (0, EXIT_DIAGNOSTICS, EXIT_DIAGNOSTICS)
    assert "warning DG410" in relaxed.stderr and relaxed.stderr.endswith("1 warning\n")
    assert not (tmp_path / "build").exists()


def test_a_course_may_be_named_by_its_folder(tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "curriculum" / "handover", tmp_path / "elsewhere")
    assert run("check", "elsewhere").exit_code == 0


# -- show and plan ----------------------------------------------------------------------------


def test_variables_are_set_from_the_command_line() -> None:
    usual = run("show", "deck", "--delivery", "60-min")
    assert usual.exit_code == 0 and "nobody at the front desk knew" in usual.stdout
    other = run("show", "deck", "--delivery", "60-min", "--set", "desk=gate = 4")
    assert "nobody at gate = 4 knew" in other.stdout


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        ("deck", "deck Handing over"),
        ("workbook", "workbook "),
        ("guide", "guide "),
        ("agenda", "agenda handover 60-min"),
        ("pages", "workbook    1 cover"),
    ],
)
def test_show_prints_trees_as_text(what: str, begins: str) -> None:
    result = run("show", what, "--delivery", "60-min")
    assert result.exit_code == 0 and result.stderr == ""
    assert result.stdout.startswith(begins) and result.stdout.endswith("\n")


def test_plan_shows_blocks_by_the_clock_in_plain_lines(
    curriculum_of_two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    result = run("plan", "--delivery", "60-min")
    assert result.exit_code == 0
    for text in ("14:00-14:20", "14:20-15:00", "B1", "B2", "Pair drill"):
        assert text in result.stdout
    assert "\x1b" not in result.output


def test_plan_json_is_a_list_of_plans(curriculum_of_two: Path) -> None:
    plans = json.loads(run("plan", "--json").stdout)
    assert [(plan["course"], plan["delivery"], plan["contact_minutes"]) for plan in plans] == [
        ("handover", "60-min", 60),
        ("handover", "90-min", 90),
    ]
    rows = [row for day in plans[0]["days"] for row in day["rows"]]
    assert [(row["block"], row["start"], row["minutes"]) for row in rows] == [("B1", "14:00", 20), ("B2", "14:20", 40)]


# -- mistakes of usage ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "--days", "3"), ("--days 3", "60-min", "90-min")),
        (("build", "--delivery", "60"), ("60-min",)),
        (("check", "handovr"), ("no course handovr", "did you mean handover?")),
        (("build", "--only", "deck,slides"), ("slides", "deck, guide")),
        (("build", "--only", ""), ("deck, guide", "workbook")),
        (("check", "--set", "desk"), ("KEY=VALUE",)),
        (("show", "slides"), ("deck",)),
        (("check", "--delivry", "60-min"), ("--delivery",)),
    ],
)
def test_mistakes_of_usage_say_what_there_is(
    curriculum_of_two: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    result = run(*arguments)
    assert result.exit_code == EXIT_USAGE
    for word in words:
        assert word in result.stderr, result.stderr


def test_an_unknown_theme_is_named_with_the_nearest() -> None:
    result = run("check", "--theme", "defualt")
    assert result.exit_code == EXIT_DIAGNOSTICS
    assert "DG608" in result.stderr and "did you mean `default`?" in result.stderr


def test_without_any_course_it_says_where_one_is_expected(curriculum: Path) -> None:
    shutil.rmtree(curriculum)
    result = run("build", "--only", "deck")
    assert result.exit_code == EXIT_USAGE and "curriculum/<course>/course.yaml" in result.stderr


# -- the entry point --------------------------------------------------------------------------


def _main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["deckgen", *arguments])
    with pytest.raises(SystemExit) as stop:
        main.main()
    return int(stop.value.code or 0)


def test_exit_codes_of_the_entry_point(
    curriculum_of_two: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "check", "--delivery", "60-min") == 0
    assert _main(monkeypatch, "--version") == 0
    assert _main(monkeypatch, "check", "--days", "9") == EXIT_USAGE
    edit(curriculum_of_two, "kind: tool", "kind: tol")
    assert _main(monkeypatch, "check", "--delivery", "60-min") == EXIT_DIAGNOSTICS
    monkeypatch.setattr("deckgen.pipeline.build.compose_request", lambda *_: 1 / 0)
    assert _main(monkeypatch, "check") == EXIT_BUG
    written = capsys.readouterr().err
    assert "ZeroDivisionError" in written and f"This is a bug in deckgen {__version__}" in written


def test_a_build_that_could_not_be_put_back_says_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(out: Path, batches: object) -> None:
        problem = OSError(5, "Input/output error", "build/handover/90-min")
        problem.add_note("build/handover/60-min: No space left on device")
        raise TornError(problem, [out / "handover" / "60-min"], [out / "handover" / "90-min"]) from problem

    monkeypatch.setattr("deckgen.pipeline.build.write_sets", fail)
    result = run("build", "--only", "deck")
    assert result.exit_code == EXIT_DIAGNOSTICS and "nothing was written" not in result.stderr
    assert "DG701: build/handover/90-min cannot be written: Input/output error" in result.stderr
    assert result.stderr.splitlines()[-1] == "new and whole: build/handover/60-min; as before: build/handover/90-min"


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (Stopped(signal.SIGTERM), 143, "stopped; nothing was written"),
        (Stopped(signal.SIGINT, is_written=True), 130, "stopped, after everything was written"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_who_stops_a_build_is_told_what_it_came_to(
    raised: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise raised

    monkeypatch.setattr("deckgen.pipeline.build.build", stop)
    assert _main(monkeypatch, "build") == code
    assert capsys.readouterr().err.splitlines()[-1] == said


def test_help_loads_no_command_and_answers_at_once() -> None:
    program = (
        "import sys; from deckgen.cli.main import cli; cli.main(['--help'], standalone_mode=False);"
        "print([name for name in ('pydantic', 'yaml', 'pptx', 'docx', 'rich', 'lxml') if name in sys.modules]);"
        "print(len(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    *_, heavy, modules = result.stdout.splitlines()
    assert heavy == "[]" and int(modules) < 300
    assert all(name in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_words_for_every_option(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None and command.help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []
