from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.pipeline.door import read_file
from deckgen.source import document, reader
from deckgen.source.node import UNREAD, Located, LocatedList, is_unread, locate
from deckgen.source.reader import read_source
from deckgen.source.scalars import spelling
from deckgen.source.written import place_in
from examples import some

Write = Callable[..., tuple[Any, tuple[Diagnostic, ...]]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files given as name -> text and reads main.yaml."""
    monkeypatch.chdir(tmp_path)

    def run(main: str | bytes, **others: str) -> tuple[Any, tuple[Diagnostic, ...]]:
        Path("main.yaml").write_bytes(main if isinstance(main, bytes) else main.encode())
        for name, text in others.items():
            path = Path(name.replace("__", "/") + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return read_source(Path("main.yaml"), Path(), read_file)

    return run


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [item.code for item in found]


def start(span: Span | None) -> tuple[str, int, int]:
    assert span
    return (span.file, span.line, span.column)


def test_places_count_characters_from_one(read: Write) -> None:
    data, found = read("标题: 高效辅导\n甲: {乙: 丙, 丁: [1, 戊]}\n列:\n  - 一\n  - 键: 值\n")
    assert found == ()
    assert start(data.span) == ("main.yaml", 1, 1)
    assert start(data.keys_at["甲"]) == ("main.yaml", 2, 1)
    assert start(data["甲"].spans["丁"]) == ("main.yaml", 2, 14)
    assert start(data["甲"].items_at["丁"][1]) == ("main.yaml", 2, 18)
    assert start(data.items_at["列"][1]) == ("main.yaml", 5, 5)
    assert start(data["列"][1].spans["键"]) == ("main.yaml", 5, 8)
    assert data.spans["标题"] == Span("main.yaml", 1, 5, 1, 9)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("on", "on"), ("yes", "yes"), ("No", "No"), ("off", "off"), ("y", "y"), ("09:00", "09:00"),
        ("10:30", "10:30"), ("2026-01-31", "2026-01-31"), ("2-day", "2-day"), ("1_000", "1_000"),
        ("B1.2", "B1.2"), (".inf", ".inf"), (".nan", ".nan"), ("1e999", "1e999"), ("=", "="),
        ("0x1F", 31), ("0o17", 15), ("017", 17), ("-3", -3), ("+4", 4), ("1.50", 1.5), (".5", 0.5),
        ("1e3", 1000.0), ("true", True), ("FALSE", "FALSE"), ("~", None), ("null", None), ("", None),
        ('"5"', "5"), ("'true'", "true"), ('""', ""), ("9" * 40, "9" * 40), ("5 分钟", "5 分钟"),
        ("٣", "٣"),
    ],
)  # fmt: skip
def test_scalars_follow_the_core_schema(read: Write, written: str, meant: object) -> None:
    data, found = read(f"x: {written}\n")
    assert found == ()
    assert data["x"] == meant
    assert isinstance(data["x"], type(meant))
    assert isinstance(data["x"], bool) or meant is None or spelling(data["x"]) == written.strip("'\"")


def test_include_is_relative_to_its_file_and_keeps_places(read: Write) -> None:
    data, found = read(
        "modules:\n  - !include modules/m1.yaml\n",
        modules__m1="id: M1\nsheet: !include ../sheets/s1.yaml\n",
        sheets__s1="- 甲\n- 乙\n",
    )
    assert found == ()
    assert data["modules"][0]["sheet"] == ["甲", "乙"]
    assert start(locate(data, ["modules", 0, "id"])) == ("modules/m1.yaml", 1, 5)
    assert start(locate(data, ["modules", 0, "sheet", 1])) == ("sheets/s1.yaml", 2, 3)
    assert start(locate(data, ["modules", 0, "nothing"])) == ("modules/m1.yaml", 1, 1)
    assert start(locate(data, ["modules", 0, "id"], key=True)) == ("modules/m1.yaml", 1, 1)


def test_mistakes_of_all_files_come_together_and_hide_no_other_file(read: Write) -> None:
    data, found = read(
        "a: !include a.yaml\nb: !include b.yaml\nc: !include c.yaml\nd: !oops 1\nd: 2\ne: *none\n",
        a="x: [1\n", b="k: 1\nk: 2\n", c="\tx: 1\n",
    )  # fmt: skip
    assert codes(found) == ["DG001", "DG003", "DG002", "DG004", "DG003", "DG007"]
    assert data == {"a": UNREAD, "b": {"k": 1}, "c": UNREAD, "d": UNREAD, "e": UNREAD}
    assert is_unread(data, ["a", "x", 0])
    assert not is_unread(data, ["b", "k"])


def test_mistakes_before_a_syntax_error_are_kept(read: Write) -> None:
    data, found = read("a: 1\na: 2\nb: [\n")
    assert data is UNREAD
    assert codes(found) == ["DG003", "DG001"]


def test_plain_anchors_and_aliases_work(read: Write) -> None:
    data, found = read("tone: &t {id: x}\none: *t\ntwo: [*t, *t]\n")
    assert found == ()
    assert data["two"] == [{"id": "x"}, {"id": "x"}]
    assert isinstance(data["one"], Located)
    assert isinstance(data["two"], LocatedList)


def test_a_file_may_be_included_twice_side_by_side(read: Write) -> None:
    data, found = read("a: !include m.yaml\nb: !include m.yaml\n", m="x: 1\n")
    assert found == ()
    assert data == {"a": {"x": 1}, "b": {"x": 1}}


def test_a_link_out_of_the_course_is_refused(read: Write, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text("secret: 1\n")
    (tmp_path / "inside.yaml").symlink_to(outside)
    data, found = read("a: !include inside.yaml\n")
    assert codes(found) == ["DG020"]
    assert data["a"] is UNREAD


def test_a_circle_of_links_is_a_diagnostic(read: Write, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    _, found = read("a: !include a.yaml\n")
    assert codes(found) == ["DG018"]


def test_a_pipe_does_not_stall(read: Write, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    _, found = read("a: !include pipe.yaml\n")
    assert codes(found) == ["DG018"]


def test_near_file_names_are_suggested(read: Write) -> None:
    _, found = read("a: !include modules/m1.yml\n", modules__m1="x: 1\n")
    assert [item.hint for item in found] == ["did you mean m1.yaml?"]


@pytest.mark.parametrize("name", ["x" * 5000, "a/" * 3000 + "b", "m.yaml/x", "nul\u2764"])
def test_odd_names_are_diagnostics(read: Write, name: str) -> None:
    _, found = read(f"a: !include {name}\n", m="x: 1\n")
    assert codes(found) in (["DG018"], ["DG019"])


def test_includes_may_not_multiply_without_end(read: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_INCLUDES", 50)
    others = {f"m{n}": f"- !include m{n + 1}.yaml\n" * 9 for n in range(6)} | {"m6": "x: 1\n"}
    _, found = read("a: !include m0.yaml\n", **others)
    assert set(codes(found)) == {"DG008"}


def test_a_file_of_nothing_but_mistakes_is_given_up(read: Write) -> None:
    data, found = read("a: 1\n" * 5000)
    assert data is UNREAD
    assert len(found) == document.MAX_MISTAKES


def test_depth_counts_through_includes_and_aliases(read: Write) -> None:
    deep = "[" * 40 + "x" + "]" * 40
    assert codes(read("a: !include b.yaml\n", b=f"b: {deep}\n")[1]) == []
    assert codes(read(f"a: {'[' * 30}!include b.yaml{']' * 30}\n", b=f"b: {deep}\n")[1]) == ["DG009"]
    assert codes(read(f"a: &a {deep}\nb: {'[' * 30}*a{']' * 30}\n")[1]) == ["DG008"]


def test_windows_line_ends_change_nothing(read: Write) -> None:
    data, found = read("a: 甲\r\nb:\r\n  - 乙\r\n".encode())
    assert found == ()
    assert data == {"a": "甲", "b": ["乙"]}
    assert start(data.items_at["b"][0]) == ("main.yaml", 3, 5)


def quiet(data: bytes) -> tuple[Any, tuple[Diagnostic, ...]]:
    value, found = read_source(Path("main.yaml"), Path(), lambda path: data)
    for item in found:
        assert item.span and item.hint and item.message
    return value, found


@pytest.fixture(params=["libyaml", "pure Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(document, "LOADER", yaml.SafeLoader)


same_fixture = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=some(150), deadline=None
)
PIECES = [
    "a", "中", ": ", ":", "：", "- ", "-", "\n", "\n  ", "\t", "[", "]", "{", "}", ",", "#",
    "&a ", "*a", "!x ", "!include x", "|", ">", "'", '"', "\\", "\\x00", "\\ud800", "\\UFFFFFFFF",
    "? ", "%", "%YAML 1.", "---", "...", "@", "<<", "1", "~", " ", "\ufeff", "\x85", "\u2028",
    "\r", "😀", "!!int ", "!<", "=", "9" * 30,
]  # fmt: skip


@given(st.binary(max_size=200))
@same_fixture
def test_random_bytes_never_raise(loader: None, data: bytes) -> None:
    quiet(data)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@same_fixture
def test_random_yaml_never_raises(loader: None, text: str) -> None:
    value, found = quiet(text.encode())
    assert found or value is not UNREAD


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("ab中，:#- '\"!*&{[\n", max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab中: ", min_size=1, max_size=4), inner),
    max_leaves=12,
)


@given(plain)
@same_fixture
def test_what_yaml_writes_is_read_back(value: Any) -> None:
    text = yaml.safe_dump({"root": value}, allow_unicode=True)
    data, found = quiet(text.encode())
    assert found == ()
    assert data == {"root": value}


def test_a_file_of_text_is_one_text_whose_lines_have_places(tmp_path: Path) -> None:
    (tmp_path / "main.yaml").write_text("say: !include say.md\nnote: !include note.txt\n", "utf-8")
    (tmp_path / "say.md").write_bytes(b"\r\n- one # not a comment\r\n- two: of them\r\n\r\nThe end. \r\n")
    (tmp_path / "note.txt").write_text("  \n", "utf-8")
    data, found = read_source(tmp_path / "main.yaml", tmp_path, Path.read_bytes, keep_folds=True)
    assert data["say"] == "- one # not a comment\n- two: of them\n\nThe end.\n"
    place = place_in(data["say"], data["say"].index("two"), data.spans["say"])
    assert place is not None and (Path(place.file).name, place.line, place.column) == ("say.md", 3, 3)
    assert [(item.code, item.span and Path(item.span.file).name) for item in found] == [("DG011", "note.txt")]
