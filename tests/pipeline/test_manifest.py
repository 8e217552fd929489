"""The manifest: what it lists, under which names, and that it is the same for the same build."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from deckgen.base.units import Clock
from deckgen.pipeline import manifest
from deckgen.pipeline.build import Request, build
from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.manifest import NO_OPTIONS, Fingerprint, fingerprint, make_manifest, options_of, read_files
from deckgen.pipeline.timing import Timing

FILES = (fingerprint("modules/m1.yaml", "甲".encode()), fingerprint("course.yaml", b""))


def make(inputs: tuple[Fingerprint, ...] = FILES) -> bytes:
    return make_manifest(
        course="辅导", title="辅导下属", delivery="1-day", version="1.0", inputs=inputs, outputs={"deck.pptx": b"x"},
        options={"theme": "default"}, templates={"deck": "0f"}, libraries={"lxml": "5.0"},
    )  # fmt: skip


def test_manifest_is_text_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    text = make().decode()
    assert text.startswith('{\n  "course": "辅导",\n') and text.endswith("}\n")
    listed = json.loads(text)
    assert listed["inputs"][1] == {
        "path": "modules/m1.yaml", "sha256": hashlib.sha256("甲".encode()).hexdigest(), "size": 3,
    }  # fmt: skip
    assert listed["outputs"] == [{"name": "deck.pptx", "sha256": hashlib.sha256(b"x").hexdigest(), "size": 1}]
    assert set(listed) == {
        "course", "deckgen", "delivery", "inputs", "libraries", "options", "outputs", "python", "templates",
        "title", "version",
    }  # fmt: skip
    assert make(FILES[::-1] + FILES) == make()


def test_files_are_named_from_their_folder_wherever_it_lies() -> None:
    seen = {Path("/x/course/modules/a.yaml"): b"", Path("/x/course/../pool/b.yaml"): b""}
    assert [item.name for item in read_files(seen, Path("/x/course"))] == ["modules/a.yaml", "../pool/b.yaml"]
    assert [item.name for item in read_files({Path("t/d/a"): b""}, Path("t/d"), "themes/d/")] == ["themes/d/a"]


def test_source_date_epoch_stands_there_when_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert json.loads(make())["source_date_epoch"] == 1_700_000_000


@pytest.mark.parametrize("value", ["yesterday", "-1", "1.5", "１２"])
def test_a_source_date_epoch_that_is_no_number_is_refused_first(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        build(Request(courses=("nowhere",), out=tmp_path / "out"))


def test_options_are_what_was_said() -> None:
    assert options_of(Request()) == {}
    said = Request(values={"b": "2", "a": "1"}, timing=Timing("inclusive", (Clock(510),), sitting=(90,)))
    assert options_of(said) == {
        "timing": {"breaks": "inclusive", "sitting": [90], "start": ["08:30"]},
        "values": {"a": "1", "b": "2"},
    }  # fmt: skip


def test_places_and_choices_are_no_options() -> None:
    assert {item.name for item in fields(Request)} >= NO_OPTIONS
    moved = replace(
        Request(), courses=("a",), delivery="x", days=1, hours=6.0, minutes=360, kinds=("deck",), out=Path("elsewhere"),
        curriculum=Path("c"), themes=Path("t"), strict=True,
    )  # fmt: skip
    assert options_of(moved) == options_of(Request())


def test_the_program_is_one_input_that_any_of_its_files_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "files", lambda name: tmp_path)
    contents = {"a.py": b"1", "room/b.py": b"2", "room/c.json": b"3"}
    for name, content in contents.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    before = manifest.program.__wrapped__()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.py").write_bytes(b"no source")
    assert manifest.program.__wrapped__() == before
    for name, content in contents.items():
        (tmp_path / name).write_bytes(b"x")
        after = manifest.program.__wrapped__()
        assert after.size == before.size and after.sha256 != before.sha256, name
        (tmp_path / name).write_bytes(content)
    (tmp_path / "a.py").rename(tmp_path / "d.py")
    assert manifest.program.__wrapped__().sha256 != before.sha256
