"""`--profile`: what one client's run sets, in a file; names and values are checked where they stand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import examples
from deckgen.base.diagnostics import Report
from deckgen.base.units import Split
from deckgen.cli.main import EXIT_DIAGNOSTICS, EXIT_USAGE, cli
from deckgen.pipeline.build import Request, plan_request
from deckgen.pipeline.show import lightest_forms

BASES = Path(__file__).resolve().parents[1] / "diagnostics" / "base"


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a course in a working folder with one profile, `bank`, beside `curriculum`."""
    folder = tmp_path / "curriculum" / "handover"
    folder.mkdir(parents=True)
    shutil.copy(BASES / "tiny.yaml", folder / "course.yaml")
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path / "profiles" / "bank.yaml", "client: North Bank\ndate: 2027-02-03\nclass_size: 18\ndesk: counter 7\n"
    )
    return folder


@pytest.fixture
def course_of_two(course: Path) -> Path:
    """The same with two deliveries and two blocks."""
    shutil.copy(BASES / "course.yaml", course)
    return course


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_what_a_profile_sets_arrives_in_texts_file_names_and_manifest(tmp_path: Path) -> None:
    result = run("build", "--delivery", "60-min", "--profile", "bank", "--only", "deck")
    assert result.exit_code == 0, result.output
    (made,) = tmp_path.glob("build/*/60-min/trainer/*-deck.pptx")
    assert "North-Bank" in made.name
    manifest = json.loads((made.parents[1] / "manifest.json").read_text("utf-8"))
    assert manifest["options"]["profile"] == "bank"
    assert any("profiles/bank.yaml" in json.dumps(item) for item in manifest["inputs"])
    shown = run("show", "deck", "--delivery", "60-min", "--profile", "bank").stdout
    assert "North Bank" in shown and "2027-02-03" in shown
    assert "counter 7" in run("show", "guide", "--delivery", "60-min", "--profile", "bank").stdout


def test_the_course_has_profiles_of_its_own_and_set_wins(course: Path) -> None:
    write(course / "profiles" / "bank.yaml", "client: South Bank\n")
    shown = run("show", "deck", "--delivery", "60-min", "--profile", "bank").stdout
    assert "South Bank" in shown and "North Bank" not in shown
    shown = run("show", "deck", "--delivery", "60-min", "--profile", "bank", "--set", "client=East Bank").stdout
    assert "East Bank" in shown and "South Bank" not in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("clinet: North Bank\n", "profiles/bank.yaml:1:1: error DG101: nothing is called clinet"),
        ("clinet: North Bank\n", "did you mean client?"),
        ("client: [a, b]\n", "profiles/bank.yaml:1:9: error DG103: client: a text is expected here, found a list"),
        (
            "# note\nclass_size: many\n",
            "profiles/bank.yaml:2:13: error DG103: class_size: “many” is no number of people; write 18, or 12-18",
        ),
        ("date: tomorrow\n", "profiles/bank.yaml:1:7: error DG103: date: a date is written year-month-day"),
        ("client: \n", "error DG103: client takes one text or number"),
        ("desk: [a, b]\n", "profiles/bank.yaml:1:7: error DG103: desk takes one text or number"),
        ("dates: [2027-02-03, 2027-01-03]\n", "days come one after another: 2027-01-03 does not come after"),
        (
            "dates: [2027-02-03, 2027-02-04]\n",
            "profiles/bank.yaml:1:8: error DG106: dates has 2 values, this delivery has 1 day",
        ),
        ("start: [08:00, 09:00]\n", "error DG106: start has 2 values, this delivery has 1 day"),
        ("start: early\n", "error DG103: start: a time of day is written hh:mm"),
        ("lunch: noon\n", "error DG103: lunch: a lunch is written 11:40/60, 11:40, /45 or none"),
        ("breaks: none\n", "error DG104: breaks: none is not known here"),
        ("sitting: 5\n", "error DG105: sitting: 5 is out of range"),
        ("class_size: {max: 3}\n", "error DG102: min is missing"),
        ("room: {name: 301, colour: red}\n", "error DG101: unknown key colour"),
        ("trainer: wang\n", "profiles/bank.yaml:1:10: error DG104: trainer: there are no notes of wang"),
        ("theme: {60-min: a}\n", "error DG103: theme is one for all deliveries"),
        ("client: !x a\ndate: 2027-02-03\n", "error DG004"),
        ("- client\n", "a profile is a mapping of names to values"),
        ("client: 'x\n", "error DG001"),
    ],
)
def test_a_mistake_in_a_profile_has_its_place(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "profiles" / "bank.yaml", text)
    # a full run also looks for what may follow from it on the pages
    result = run("check" if examples.run == "full" else "plan", "--profile", "bank")
    assert result.exit_code == EXIT_DIAGNOSTICS and words in result.stderr, result.stderr
    assert "1 error\n" in result.stderr  # and nothing that follows from it


@pytest.mark.parametrize(
    ("name", "words"),
    [("bnak", "did you mean bank?"), ("zzz", "there is: bank"), ("../bank", "no profile of this name")],
)
def test_a_profile_that_is_not_there_is_refused(name: str, words: str) -> None:
    result = run("build", "--profile", name)
    assert result.exit_code == EXIT_USAGE and words in result.stderr, result.stderr
    assert not Path("build").exists()


def test_the_lightest_forms_of_blocks_are_found_in_texts_that_only_a_profile_fills(course_of_two: Path) -> None:
    text = (course_of_two / "course.yaml").read_text("utf-8")
    write(course_of_two / "course.yaml", text.replace("title: Handing over a shift", 'title: "Shifts at {{ hotel }}"'))
    write(course_of_two / "profiles" / "bank.yaml", "hotel: Ritz\n")
    (made,) = plan_request(Request(delivery="90-min", profile="bank"), report := Report())
    assert not report.has_errors
    assert lightest_forms(made)["B2"] == Split(2, 30, 8)


def test_a_profile_says_phrases_in_its_own_words_and_wrong_ones_are_told_there(tmp_path: Path) -> None:
    write(tmp_path / "profiles" / "bank.yaml", 'client: Bank\nphrases:\n  version: Issue\n  colon: " - "\n')
    shown = run("show", "workbook", "--delivery", "60-min", "--profile", "bank")
    assert shown.exit_code == 0, shown.output
    assert "Issue 1.0" in shown.stdout and "Version 1.0" not in shown.stdout
    write(tmp_path / "profiles" / "bank.yaml", "client: Bank\nphrases:\n  vrsion: Issue\n")
    result = run("check", "--profile", "bank")
    assert result.exit_code == EXIT_DIAGNOSTICS
    assert "profiles/bank.yaml:3:3: error DG101: there is no phrase vrsion" in result.output


def test_a_profile_says_when_and_where_the_days_are(course_of_two: Path, tmp_path: Path) -> None:
    text = "room: Room 301, second floor\ndates: 2027-02-05\nstart: 08:30\nsitting: 45\nbreak_minutes: 5\n"
    write(tmp_path / "profiles" / "bank.yaml", text)
    words = ("--delivery", "60-min", "--profile", "bank")
    (plan,) = json.loads(run("plan", *words, "--json").stdout)
    (day,) = plan["days"]
    assert (day["date"], day["start"], day["end"]) == ("2027-02-05", "08:30", "09:35")
    calendar = run("plan", *words, "--ics").stdout
    assert "DTSTART:20270205T083000" in calendar and "LOCATION:Room 301\\, second floor" in calendar
    assert "60-min,1,2027-02-05,1,block,08:30" in run("plan", *words, "--csv").stdout
    assert "2027-02-05" in run("plan", *words).stdout
    for tree in ("deck", "workbook", "guide"):
        assert " · 5 February 2027" in run("show", tree, *words).stdout, tree
    (plan,) = json.loads(run("plan", *words, "--start", "10:00", "--dates", "2027-02-06", "--json").stdout)
    assert (plan["days"][0]["date"], plan["days"][0]["start"]) == ("2027-02-06", "10:00")


def test_a_profile_may_say_values_per_delivery(course_of_two: Path, tmp_path: Path) -> None:
    text = "client: Bank\ndates: {60-min: 2027-02-05, 90-min: 2027-02-06}\nstart: {90-min: 18:30}\n"
    write(tmp_path / "profiles" / "bank.yaml", text)
    plans = json.loads(run("plan", "--profile", "bank", "--json").stdout)
    days = [plan["days"][0] for plan in plans]
    assert [(day["date"], day["start"]) for day in days] == [("2027-02-05", "14:00"), ("2027-02-06", "18:30")]


def test_a_profile_says_parts_of_class_size_and_room(tmp_path: Path, course: Path) -> None:
    text = (course / "course.yaml").read_text("utf-8")
    extra = "room:\n  layout: Islands of four, no tables in rows.\n  equipment: [Projector]\n"
    write(course / "course.yaml", text + extra)
    write(tmp_path / "profiles" / "bank.yaml", "room: {name: Room 301, equipment: [Screen]}\nclass_size: 18\n")
    guide = run("show", "guide", "--delivery", "60-min", "--profile", "bank").stdout
    assert "Islands of four" in guide and "Room 301" in guide and "Screen" in guide and "Projector" not in guide
    assert "5 tables" in guide, "the course seats four at a table, which the profile leaves as it is"


def test_a_profile_of_the_project_is_found_from_inside_the_course(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course)
    assert "North Bank" in run("show", "deck", "--delivery", "60-min", "--profile", "bank").stdout
    result = run("check", "--profile", "bnak")
    assert result.exit_code == EXIT_USAGE and "did you mean bank?" in result.stderr


def test_a_variable_that_is_called_like_a_key_of_profiles_is_a_variable(course: Path, tmp_path: Path) -> None:
    text = (course / "course.yaml").read_text("utf-8").replace("variables: {desk", "variables: {trainer: Kim, desk")
    write(course / "course.yaml", text.replace("title: Handing over a shift", 'title: "Shifts with {{ trainer }}"'))
    write(tmp_path / "profiles" / "bank.yaml", "trainer: Lin\n")
    assert "Shifts with Lin" in run("show", "deck", "--delivery", "60-min", "--profile", "bank").stdout
