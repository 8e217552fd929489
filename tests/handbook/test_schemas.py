"""The JSON Schemas: silent on every course there is, a misspelt key is blamed where it stands, nothing is refused that
deckgen takes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import examples
from catalogue.reference import meaning_gaps
from deckgen.base.diagnostics import Report
from deckgen.decode.course import salvage_course
from deckgen.decode.declared import declared_deliveries
from deckgen.handbook.examples import records_in
from deckgen.handbook.meanings import LANGUAGES as TONGUES
from deckgen.handbook.meanings import described
from deckgen.handbook.schemas import Ids
from deckgen.model.keys import all_models
from deckgen.pipeline.new import LANGUAGES, LENGTHS, new_course
from deckgen.pipeline.schemas import FOLDER, SETTINGS, own_schemas, schemas
from deckgen.source.reader import read_source
from handbook.courses import INCLUDE, course_files, parse
from handbook.mutants import mutants, places, with_value
from handbook.validators import blamed, validator_of

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
BASE = parse((ROOT / "tests" / "diagnostics" / "base" / "course.yaml").read_text("utf-8"))
KEYS = parse((ROOT / "tests" / "catalogue" / "keys.yaml").read_text("utf-8"))
DRAFT = parse((CASES / "first-draft" / "course.yaml").read_text("utf-8"))


PROFILE = {
    "client": "North Bank", "class_size": "12-18", "phrases": {"version": "Issue"}, "own": 7,
    "start": ["18:30", "09:00"], "lunch": "none", "room": "Blue room", "brand": {"colours": "C8102E"},
    "date": {"1-day": "2026-05-04"},
}  # fmt: skip


def example(name: str) -> Any:
    return parse((ROOT / "docs" / "examples" / f"{name}.yaml").read_text("utf-8"))


@cache
def showcase() -> dict[str, Any]:
    """A course with every kind of slide, sheet and diagram, and with every record of a course."""
    course = deepcopy(KEYS)
    course["sheets"] = [*KEYS["sheets"], *example("sheets").values()]
    course["deliveries"][0]["each_day"] = [{"start": "15:00", "sitting": 45}]
    course["phrases"] = {"apply": "Use it tomorrow"}
    look = {
        "hair": "bun",
        "hair_colour": "brown",
        "skin": "deep",
        "clothes": "polo",
        "colour": "mark",
        "wears": "badge",
    }
    course["people"] = [{"name": "Kim", "gender": "f", "role": "lead", "team": "nights", "look": look}]
    course["brand"] = {
        "colours": {"primary": "C8102E", "accent": "0B3C5D"},
        "fonts": {"latin": "Arial"},
        "footer": "North Bank",
    }
    course["modules"][0]["blocks"][1]["slides"] += [
        *example("slides").values(),
        *({"kind": "concept", "title": "See", "diagram": diagram} for diagram in example("diagrams").values()),
    ]
    return course


# -- silent on what is right ------------------------------------------------------------------


def mistakes_in(folder: Path) -> list[str]:
    """What the schemas say about the files of a course; lists of texts have no schema."""
    return [
        f"{path} {way}: {message[:120]}"
        for kind, path, data in course_files(folder)
        if validator_of(kind) is not None
        for way, message in blamed(kind, data)
    ]


@pytest.mark.parametrize("course", sorted(path.parent.name for path in CASES.glob("*/course.yaml")))
def test_schemas_are_silent_on_small_courses(course: str) -> None:
    assert not mistakes_in(CASES / course)


@pytest.mark.course
@pytest.mark.parametrize("course", sorted(path.parent.name for path in ROOT.glob("curriculum/*/course.yaml")))
def test_schemas_are_silent_on_the_courses_of_the_house(course: str) -> None:
    assert not mistakes_in(ROOT / "curriculum" / course)


def test_schemas_are_silent_on_examples_and_themes() -> None:
    for data in (BASE, KEYS, showcase()):
        assert not blamed("course", data)
    for theme in sorted(ROOT.glob("themes/*/theme.yaml")):
        assert not blamed("theme", parse(theme.read_text("utf-8"))), theme
    assert not blamed("profile", PROFILE)
    assert not blamed(
        "notes", {"B1.1": "Slowly.", "B1.2": ["One", "Two"], "B1.3": {"1-day": "Skip it."}, "todo": "More"}
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_new_course_has_schemas_that_are_silent_on_it(length: str, language: str, tmp_path: Path) -> None:
    done = new_course(tmp_path / "demo", "demo", "Title", language, length, date(2026, 5, 4))
    assert done.folder is not None
    assert not mistakes_in(done.folder)
    for kind, path, _ in course_files(done.folder):
        if path.suffix == ".yaml":
            word, _, name = path.read_text("utf-8").partition("\n")[0].partition("$schema=")
            assert word == "# yaml-language-server: " and (path.parent / name).resolve().is_file()
            assert Path(name).name == f"{kind}.schema.json"
    settings = json.loads((done.folder / SETTINGS).read_text("utf-8"))
    assert all((done.folder / name).is_file() for name in settings["yaml.schemas"])
    told = json.loads((done.folder / FOLDER / "course.schema.json").read_text("utf-8"))["definitions"]["course"]
    assert ("课程" in told["description"]) is (language != "en")


# -- a misspelt key ---------------------------------------------------------------------------


def _records() -> dict[type[BaseModel], tuple[tuple[str | int, ...], dict[str, Any]]]:
    """One record of every model there is an example of, the one with most keys."""
    best: dict[type[BaseModel], Any] = {}
    for way, model, record in records_in(showcase()):
        if model not in best or len(record) > len(best[model][1]):
            best[model] = (way, dict(record))
    return best


def test_every_key_of_every_kind_of_object_is_blamed_at_its_place_when_it_is_misspelt() -> None:
    course = showcase()
    found = _records()
    own = schemas("en", Ids({"deliveries": ("1-day", "2-day")}))
    assert not {described(model) for model in all_models() - found.keys()}
    wrong = []
    for number, (model, (way, record)) in enumerate(found.items()):
        keys = list(record)
        for key in keys if examples.run == "full" else keys[number % min(3, len(keys)) :: 3]:
            misspelt = f"{key[:-1]}x{key[-1]}"
            changed = {(misspelt if name == key else name): value for name, value in record.items()}
            known = own if (described(model), key) in TAKEN_FOR_VARIANTS else None
            said = blamed("course", with_value(course, way, changed) if way else changed, known)
            if not said or any(where[: len(way) + 1] != (*way, misspelt) for where, _ in said):
                wrong.append(f"{described(model)}.{key}: {said[:2]}")
    assert not wrong, "\n".join(wrong)


# Keys whose values have the keys of the record around them: without the ids of a course they read as a variant.
TAKEN_FOR_VARIANTS = {("persona.Persona", "labels")}


@pytest.mark.parametrize(
    ("kind", "data", "where"),
    [
        ("module", {"id": "M1", "titel": "A", "blocks": []}, ("titel",)),
        ("block", {"kind": "frame", "titel": "A", "slides": []}, ("titel",)),
        ("slides", [{"kind": "concept", "titel": "A"}], (0, "titel")),
        ("slides", [{"titel": "A"}], (0, "titel")),
        ("sheets", [{"kind": "poll", "titel": "A"}], (0, "titel")),
        ("sheets", {"kind": "poll", "titel": "A"}, ("titel",)),
        ("glossary", [{"term": "A", "txt": "B"}], (0, "txt")),
        ("room", {"layot": "A"}, ("layot",)),
        ("theme", {"name": "acme", "colors": {}}, ("colors",)),
        ("release", {"versions": "1.2"}, ("versions",)),
        ("release", {"bundles": [{"onyl": "deck"}]}, ("bundles", 0, "onyl")),
        ("profile", {"phrases": {"versoin": "Issue"}}, ("phrases", "versoin")),
        ("profile", {"client": "A", "room": {"name": "A", "nmae": "B"}}, ("room", "nmae")),
        ("notes", {"B1.1": {"say": ["A"], "do": {"x": "y"}}}, ("B1.1", "do")),
    ],
)
def test_every_kind_of_file_has_a_schema(kind: str, data: Any, where: tuple[Any, ...]) -> None:
    assert where in [place for place, _ in blamed(kind, data)]


def test_what_is_under_the_id_of_a_delivery_is_looked_at() -> None:
    block = ("modules", 0, "blocks", 1)
    changed = with_value(BASE, (*block, "60-min"), {"titel": "A"})
    assert [place for place, _ in blamed("course", changed)] == [(*block, "60-min", "titel")]


# -- what deckgen takes -----------------------------------------------------------------------


def takes(data: Any) -> bool:
    """Whether every delivery of a course is decoded without a mistake."""
    text = json.dumps(data, ensure_ascii=False).encode()
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text, keep_folds=True)
    report = Report()
    report.extend(found)
    declared = declared_deliveries(raw)
    for delivery in declared:
        if not report.has_errors:
            salvage_course(raw, delivery.id, {"v": "3"}, report)
    return bool(declared) and not report.has_errors


NAMED = parse((ROOT / "tests" / "catalogue" / "keys.yaml").read_text("utf-8").replace("id: short", "id: 90-min")
              .replace("id: long", "id: 2-hour"))  # fmt: skip
COURSES = {"base": (BASE, ("60-min", "90-min")), "draft": (DRAFT, ("90-min",)), "keys": (NAMED, ("90-min", "2-hour"))}


def _refused_though_taken(name: str, first: int, step: int) -> list[str]:
    course, deliveries = COURSES[name]
    changed = ((place, word, data) for place in places(course) for word, data in mutants(course, place, deliveries))
    return [
        f"{place} {word}: {said[:2]}"
        for place, word, data in islice(changed, first, None, step)
        if (said := blamed("course", data)) and takes(data)
    ]


@pytest.mark.parametrize("name", COURSES)
def test_nothing_is_refused_that_deckgen_takes(name: str) -> None:
    assert takes(COURSES[name][0])
    assert not _refused_though_taken(name, 7, 307)


@pytest.mark.slow
@pytest.mark.parametrize("name", COURSES)
def test_nothing_at_all_is_refused_that_deckgen_takes(name: str) -> None:
    assert not _refused_though_taken(name, 0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "title: {1-day: A, 2-day: B}",
        "sheets: !include sheets.yaml",
        "sheets: [!include one.yaml, !include two.yaml]",
        "sheets: [[{kind: solo, steps: Write}]]",
        "background: A single text",
        "objectives: {1-day: !include one.yaml, 2-day: !include two.yaml}",
        "{version: 1.0, id: 07, date: 2026-11-20}",
        "modules: [{in: 2-day, title: Two, 1-day: {title: One, todo: Ask}, blocks: !include pool.yaml}]",
        "modules: [{title: A, blocks: [{title: B, slides: [{title: C, points: [A: [B: [C]], D]}]}]}]",
        "modules: [{title: A, blocks: [{title: B, slides: [{title: C, ask: Why?}]}]}]",
        "modules: [{title: A, blocks: [{title: B, slides: [{title: C, sheet: {kind: solo, steps: [Write]}}]}]}]",
    ],
)
def test_what_the_format_allows_is_allowed(text: str) -> None:
    data = {"title": "A", "modules": "modules.yaml", **parse(text)}
    assert not blamed("course", data)


# -- the ids of a course ----------------------------------------------------------------------


def test_ids_of_a_course_are_known_to_its_schemas() -> None:
    own = dict(own_schemas("every-kind", None, CASES, Report()).texts)
    for kind, _, data in course_files(CASES / "every-kind"):
        assert validator_of(kind) is None or not blamed(kind, data, own)
    assert r"\\-" not in "".join(own.values())  # which patterns of JSON Schema do not know
    module = {"title": "A", "blocks": [{"title": "B", "slides": "slides.yaml"}]}
    for part, value, where in (
        ((), {"prework": ["S99"]}, ("prework", 0)),
        (("modules",), [{**module, "9-day": {"title": "B"}}], ("modules", 0, "9-day")),
        (("modules",), [{**module, "in": "9-day"}], ("modules", 0, "in")),
        (("modules",), [{**module, "blocks": {"title": "B", "objectives": "O99", "slides": "slides.yaml"}}],
         ("modules", 0, "blocks", "objectives")),
    ):  # fmt: skip
        data = {"title": "A", "modules": "modules.yaml", **(value if not part else {part[0]: value})}  # type: ignore[dict-item]
        assert where in [place for place, _ in blamed("course", data, own)], where
        assert not blamed("course", data), where


# -- descriptions -----------------------------------------------------------------------------


def test_every_key_is_described_in_both_languages() -> None:
    gaps = list(meaning_gaps())
    assert not gaps, "\n".join(gaps)


@pytest.mark.parametrize("language", TONGUES)
def test_schemas_describe_every_key(language: str) -> None:
    for name, text in schemas(language).items():
        definitions = json.loads(text).get("definitions", {})
        for model, schema in definitions.items():
            for key, value in schema.get("properties", {}).items():
                told = value.get("description") or "/properties/" in value.get("$ref", "")
                assert told or model.endswith(".over") or name.startswith("theme"), (name, model, key)


def test_the_sets_of_both_languages_differ_in_words_only() -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            words = ("description", "errorMessage")
            return {key: bare(item) for key, item in value.items() if key not in words or not isinstance(item, str)}
        return [bare(item) for item in value] if isinstance(value, list) else value

    english, chinese = ({name: bare(json.loads(text)) for name, text in schemas(one).items()} for one in TONGUES)
    assert english == chinese


# -- the program that others check with -------------------------------------------------------


@pytest.mark.slow
def test_check_jsonschema_says_nothing_against_any_course(tmp_path: Path) -> None:
    """With the shipped files; it knows no tags, so what is included stands there as the name of the file."""
    by_kind: dict[str, list[str]] = {}
    folders = [path.parent for path in (*CASES.glob("*/course.yaml"), *ROOT.glob("curriculum/*/course.yaml"))]
    for language in LANGUAGES:
        for length in LENGTHS:
            done = new_course(
                tmp_path / f"new-{language}-{length}", "demo", "Title", language, length, date(2026, 5, 4)
            )
            folders += [done.folder] if done.folder else []
    for number, folder in enumerate(folders):
        for kind, path, _ in course_files(folder):
            copy = tmp_path / str(number) / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(INCLUDE.sub("", path.read_text("utf-8")), "utf-8")
            by_kind.setdefault(kind, []).append(str(copy))
    shipped = ROOT / "docs" / "schemas"
    assert {"course", "module", "block", "sheets"} <= by_kind.keys()
    for kind, files in by_kind.items():
        schema = shipped / f"{kind}.schema.json"
        if schema.is_file():
            command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
            result = subprocess.run(command, capture_output=True, text=True, check=False)
            assert result.returncode == 0, result.stdout + result.stderr
