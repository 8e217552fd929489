"""Streams that are closed, full, gone or lack most characters: what is seen, and that no command stops for it."""

from __future__ import annotations

import errno
import fcntl
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

import pytest

from deckgen.cli import main, streams
from deckgen.cli.tables import render_table

COURSE = Path(__file__).resolve().parents[1] / "cases" / "shift-handover" / "course.yaml"
TITLE = "title: The three questions"
BARE = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good course of one delivery, a block of which has a Chinese title."""
    folder = tmp_path / "curriculum" / "shift-handover"
    folder.mkdir(parents=True)
    text = COURSE.read_text("utf-8")
    assert text.count(TITLE) == 1
    (folder / "course.yaml").write_text(text.replace(TITLE, "title: 三个问题，顺序不变"), "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder / "course.yaml"


class Failing(io.RawIOBase):
    """A stream whose every write fails."""

    def __init__(self, number: int) -> None:
        self.number = number

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError(self.number, os.strerror(self.number))


class Terminal(io.TextIOWrapper):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def run_main(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, out: object, err: object = None
) -> tuple[int, io.TextIOWrapper]:
    """Exit code of the entry point with these streams, and standard error."""
    error = err if err is not None else io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(sys, "argv", ["deckgen", *arguments])
    with pytest.raises(SystemExit) as stop:
        main.main()
    return int(stop.value.code or 0), error  # type: ignore[return-value]


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode(stream.encoding)  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("utf-8", "三个问题，顺序不变"),
        ("gbk", "三个问题，顺序不变"),
        ("cp1252", "SanGeWenTi, ShunXuBuBian"),
        ("ascii", "SanGeWenTi, ShunXuBuBian"),
    ],
)
def test_a_plan_is_readable_in_every_encoding(encoding: str, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding)
    code, _ = run_main(monkeypatch, "plan", out=out)
    assert code == 0
    assert title in written(out) and "14:00-" in written(out)


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_mistakes_are_readable_in_every_encoding_and_the_mark_stands_under_them(
    encoding: str, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = course.read_text("utf-8")
    course.write_text(text.replace("class_size: {min", "class_size: {错: 1, min"), "utf-8")
    err = io.TextIOWrapper(io.BytesIO(), encoding)
    code, _ = run_main(monkeypatch, "check", out=io.TextIOWrapper(io.BytesIO(), encoding), err=err)
    assert code == 1
    lines = written(err).splitlines()
    at = next(number for number, line in enumerate(lines) if "DG101" in line)
    name = "错" if encoding == "gbk" else "Cuo"
    assert f"unknown key {name}" in lines[at]
    assert lines[at + 2].index("^") == lines[at + 1].index(name)
    assert lines[at + 2].count("^") == (2 if encoding == "gbk" else 3)


def test_data_is_whole_in_every_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), "gbk")
    assert run_main(monkeypatch, "plan", "--json", out=out)[0] == 0
    assert json.loads(out.buffer.getvalue())[0]["title"]  # type: ignore[attr-defined]
    out = io.TextIOWrapper(io.BytesIO(), "ascii")
    assert run_main(monkeypatch, "plan", "--csv", out=out)[0] == 0
    assert "三个问题" in out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def test_paths_are_escaped_and_not_transliterated(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), "ascii", errors="strict")
    monkeypatch.setattr(sys, "stdout", out)
    streams.echo_path(Path("产出/deck.pptx"))
    assert written(out) == "\\u4ea7\\u51fa/deck.pptx\n"


@pytest.mark.parametrize("arguments", [("plan",), ("plan", "--json"), ("plan", "--csv"), ("check",), ("--help",)])
def test_a_full_output_fails_in_one_line(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BufferedWriter(Failing(errno.ENOSPC)), "gbk")
    code, err = run_main(monkeypatch, *arguments, out=out)
    assert code == streams.EXIT_OUTPUT
    assert "standard output cannot be written: No space left on device" in written(err)
    assert "Traceback" not in written(err)


def test_a_reader_that_leaves_stops_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = io.TextIOWrapper(io.BufferedWriter(Failing(errno.EPIPE)), "utf-8")
    err = io.TextIOWrapper(io.BufferedWriter(Failing(errno.EPIPE)), "utf-8")
    code, _ = run_main(monkeypatch, "build", "--only", "deck", out=out, err=err)
    assert code == 0 and list((tmp_path / "build").rglob("*-deck.pptx"))


def test_closed_streams_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    code, err = run_main(monkeypatch, "plan", out=None)
    assert code == 0 and written(err).count("Traceback") == 0
    monkeypatch.setattr(sys, "stderr", None)
    streams.echo("nobody listens", err=True)


def test_a_bug_is_told_even_on_a_poor_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.pipeline.build.compose_request", lambda *_: {}["坏"])
    err = io.TextIOWrapper(io.BytesIO(), "ascii")
    code, _ = run_main(monkeypatch, "check", out=io.TextIOWrapper(io.BytesIO(), "ascii"), err=err)
    assert code == main.EXIT_BUG and "KeyError: 'Huai'" in written(err)


def test_names_cannot_act_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    code, err = run_main(monkeypatch, "plan", "\x07\u202e\x9b", out=io.StringIO())
    assert code == main.EXIT_USAGE and "\x07" not in written(err) and "no course \\x07\\u202e\\x9b;" in written(err)


def test_titles_are_printed_as_typed(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = course.read_text("utf-8")
    course.write_text(text.replace("title: 三个问题，顺序不变", "title: '交接 [/b] 与 [demo] `:smile:`'", 1), "utf-8")
    for width in ("40", "60", "80", "150"):
        monkeypatch.setenv("COLUMNS", width)
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        code, err = run_main(monkeypatch, "plan", out=out)
        assert code == 0, written(err)
        assert "交接 [/b] 与 [demo] :smile:" in written(out)


@pytest.mark.parametrize(
    ("value", "width"), [("40", 40), ("1", 150), ("0", 150), ("-5", 150), ("x", 150), ("9" * 30, 1000), ("", 150)]
)
def test_only_a_sensible_width_is_believed(value: str, width: int) -> None:
    with pytest.MonkeyPatch.context() as patch:  # undone before pytest writes its next line: it believes any width
        patch.setenv("COLUMNS", value)
        patch.setattr(sys, "stdout", io.StringIO())
        believed = streams.columns()
    assert believed == width


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_a_table_of_texts_loses_nothing_at_any_width(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    row = ("B1 接收任务", "一二三四五六七八九十" * 3, "-")
    text = render_table("课程", ("block", "1-day", "2-day"), [row])
    letters = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    assert letters == "课程接收任务" + row[1]
    assert all(len(line) + sum(ord(char) > 0x2E80 for char in line) <= width for line in text.splitlines())


def _in_terminal(columns: int, arguments: Sequence[str], **environment: str) -> tuple[int, bytes]:
    """Exit code and output of deckgen in a terminal of so many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", *arguments],
        stdin=follower, stdout=follower, stderr=follower, env={**os.environ, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(follower)
    output = b""
    try:
        while chunk := os.read(leader, 65536):
            output += chunk
    except OSError:
        pass  # the other end is closed
    os.close(leader)
    return process.wait(), output


def test_colour_and_a_line_of_progress_in_a_terminal(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal(io.BytesIO(), "utf-8")
    _, err = run_main(monkeypatch, "build", "--only", "deck", out=out, err=Terminal(io.BytesIO(), "utf-8"))
    assert "\rshift-handover 90-min: compose\x1b[K" in written(err)
    course.write_text(course.read_text("utf-8").replace("energy: 3", "energy: 9", 1), "utf-8")
    _, err = run_main(monkeypatch, "plan", out=out, err=Terminal(io.BytesIO(), "utf-8"))
    assert "\x1b[31m" in written(err)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            _, err = run_main(monkeypatch, "plan", out=out, err=Terminal(io.BytesIO(), "utf-8"))
            assert "\x1b[" not in written(err)


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize(
    ("encoding", "environment"),
    [("utf-8", {"PYTHONIOENCODING": "utf-8"}), ("gbk", {"PYTHONIOENCODING": "gbk"}), ("ascii", BARE)],
)
def test_terminals(columns: int, encoding: str, environment: dict[str, str]) -> None:
    code, output = _in_terminal(columns, ("plan",), NO_COLOR="1", **environment)
    text = output.decode(encoding)
    assert code == 0 and "14:00-" in text and " min" in text
    assert ("SanGeWenTi" if encoding == "ascii" else "三个问题") in text


@pytest.mark.slow
@pytest.mark.parametrize("command", ["plan", "check", "build --only deck", "--help", "show deck", "plan --json"])
@pytest.mark.parametrize("redirect", [">/dev/full", "2>/dev/full", ">&-", "2>&-", ">&- 2>&-", "<&-", "| head -1"])
def test_shells(command: str, redirect: str) -> None:
    line = f"{sys.executable} -m deckgen {command} {redirect}"
    result = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True)
    assert result.returncode == (1 if redirect == ">/dev/full" else 0), result.stderr
    assert b"Traceback" not in result.stderr and b"Exception ignored" not in result.stderr
