"""What is mended without asking is what the hint says, at its place; a second run finds nothing to mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.cli.main import cli
from deckgen.pipeline.fixes import fix_course
from deckgen.pipeline.upgrade import write_texts

TINY = (Path(__file__).parents[1] / "diagnostics" / "base" / "tiny.yaml").read_text("utf-8")
POINTS = "key_points: [What is open comes first, One owner for every point]"
LONG = "purpose: Give it.\n            explain: |\n              Three:\n\n"
# What is broken, how, and what becomes of it; None where nothing is mended.
TITLE, PURPOSE = "title: Handing over a shift\n", "purpose: Give the structure before the drill.\n"
CASES: dict[str, tuple[str, str, str | None]] = {
    "zero width": ("Handing over a shift\n", "Handing\u200b over a shift\n", "Handing over a shift\n"),
    "direction": ("Handing over", "\u202eHanding over", "Handing over"),
    "arrow of Wingdings": ("Handing over a shift\n", "Handing \uf0e0 over\n", "Handing → over\n"),
    "bullets in a list": (
        "[What is open comes first, One owner for every point]", "[• What is open, ▪  One owner]",
        "[What is open, One owner]",
    ),
    "bullets of Wingdings": (
        POINTS, "key_points:\n              - \uf0b7 What is open\n              - \uf0a7\tOne owner",
        "key_points:\n              - What is open\n              - One owner",
    ),
    "lines of a long text": (
        PURPOSE,
        LONG + "              • A  •  2\n              •  B\n",
        LONG + "              - A  •  2\n              - B\n",
    ),
    "colon": ("audience: [Team leads]", "audience：[Team leads]", "audience: [Team leads]"),
    "colon and space": ("audience: [Team leads]", "audience： [Team leads]", "audience: [Team leads]"),
    "wide space": ("audience: [Team leads]", "audience:\u3000[Team leads]", "audience: [Team leads]"),
    "closing quote": ('version: "1.0"\n', 'version: "1.0”\n', 'version: "1.0"\n'),
    "byte order mark": ("id: handover", "\ufeffid: handover", "id: handover"),
    "control": ("Handing over a shift\n", "Handing\x08 over a shift\n", "Handing over a shift\n"),
    "mark and signs on the first line": (
        "id: handover", "\ufeffid:\u200b\u3000handover\u200b", "id: handover",
    ),
    "text behind its quotes": (TITLE, 'title: "Handing" over\n', "title: '\"Handing\" over'\n"),
    "text that begins like a list": (TITLE, "title: [Draft] over\n", 'title: "[Draft] over"\n'),
    "text that begins with a variable": (
        TITLE, "title: {{ course }} at work\n", 'title: "{{ course }} at work"\n',
    ),
    "text that begins with a star": (TITLE, "title: *Handing* over\n", 'title: "*Handing* over"\n'),
    "long text in single quotes": (
        TITLE, f"title: @ho's {'over ' * 13}over\n", f"title: '@ho''s {'over ' * 13}over'\n",
    ),
    "text that goes on below": (TITLE, "title: *Handing*\n  over\n", None),
    "text with what may be a comment": (TITLE, 'title: "Handing" over # 2\n', None),
    "comma behind a value": ('version: "1.0"\n', 'version: "1.0", \n', 'version: "1.0" \n'),
    "no space behind a colon": ("language: en\n", "language:en\n", "language: en\n"),
    "halves of a character": ('version: "1.0"\n', 'version: "1 \\ud83d\\ude00"\n', 'version: "1 \U0001f600"\n'),
    "item of a long text outside of a block": (
        PURPOSE, "purpose: Give it.\n            explain:\n              • A\n",
        None,
    ),
    "control that parts words": ("Handing over a shift\n", "Handing\x0bover a shift\n", None),
    "lost character": ("Handing over a shift\n", "Handing\ufffd over a shift\n", None),
    "escape": (TITLE, 'title: "Handing\\u200b over"\n', None),
    "dash in quotes": (
        "[What is open comes first, One owner for every point]", "['- What is open', One owner]", None,
    ),
    "mark before a sign of YAML": (
        POINTS, "key_points:\n              - '• *open* first'\n              - One owner", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_fix_is_what_the_hint_says_and_nothing_else(case: str, ends: str, tmp_path: Path) -> None:
    right, broken, mended = CASES[case]
    assert TINY.count(right) == 1
    before = TINY.replace(right, broken).replace("\n", ends).encode()
    (tmp_path / "course.yaml").write_bytes(before)
    rewritten = fix_course(tmp_path)
    write_texts(rewritten)
    after = (tmp_path / "course.yaml").read_bytes()
    assert after == (before if mended is None else TINY.replace(right, mended).replace("\n", ends).encode())
    assert bool(rewritten.done) == (mended is not None)
    again = fix_course(tmp_path)
    assert (again.texts, again.done) == ({}, {})


def test_several_at_once_and_in_included_files(tmp_path: Path) -> None:
    text = TINY.replace("audience: [Team leads]", "audience: !include who.yaml").replace(
        "title: Handing over", "title：Handing\u200b over"
    )
    (tmp_path / "course.yaml").write_text(text, "utf-8")
    (tmp_path / "who.yaml").write_text("# who\n- • Team\u200b leads  # all of them\n", "utf-8")
    result = CliRunner().invoke(cli, ["check", "--fix", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "mended" in result.stderr and "2 unseen characters" in result.stderr and "1 list mark" in result.stderr
    assert (tmp_path / "who.yaml").read_text("utf-8") == "# who\n- Team leads  # all of them\n"
    assert "title: Handing over" in (tmp_path / "course.yaml").read_text("utf-8")
    assert "mended" not in CliRunner().invoke(cli, ["check", "--fix", str(tmp_path)]).output


def test_a_course_that_needs_none_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_bytes(TINY.encode())
    at = (tmp_path / "course.yaml").stat()
    write_texts(fix_course(tmp_path))
    assert (tmp_path / "course.yaml").stat().st_ino == at.st_ino
