"""`deckgen migrate`: what is newest stays as it is, what is older is rewritten step by step, what is newer is told."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.pipeline.migrate import migrate_course
from deckgen.pipeline.upgrade import Draft

TINY = (Path(__file__).parents[1] / "diagnostics" / "base" / "tiny.yaml").read_text("utf-8")


def test_the_newest_format_stays_as_it_is(tmp_path: Path) -> None:
    for text in (TINY, f"format: 1\n{TINY}"):
        (tmp_path / "course.yaml").write_text(text, "utf-8")
        result = CliRunner().invoke(cli, ["migrate", str(tmp_path)])
        assert (result.exit_code, result.stderr) == (0, "") and "nothing to migrate" in result.stdout
        assert (tmp_path / "course.yaml").read_text("utf-8") == text


def test_another_format_is_told_with_what_to_do(tmp_path: Path) -> None:
    for written, hint in (("2", "install the deckgen"), ("one", "write `format: 1`")):
        (tmp_path / "course.yaml").write_text(f"format: {written}\n{TINY}", "utf-8")
        for command in ("migrate", "check"):
            result = CliRunner().invoke(cli, [command, str(tmp_path)])
            assert result.exit_code == 1 and "course.yaml:1:9" in result.stderr and hint in result.stderr


def test_an_older_format_is_rewritten_step_by_step(tmp_path: Path) -> None:
    """With steps that there are not: two formats before the first."""

    def rewrite(draft: Draft) -> int:
        (name,) = draft.texts
        old = int(draft.texts[name].split()[1])
        draft.texts[name] = draft.texts[name].replace(f"format: {old}", f"format: {old + 1}")
        return 1

    (tmp_path / "course.yaml").write_text(f"format: -1\n{TINY}", "utf-8")
    rewritten = migrate_course(tmp_path, Report(), {-1: rewrite, 0: rewrite})
    assert rewritten is not None and len(rewritten.done) == 2
    assert list(rewritten.texts.values()) == [f"format: 1\n{TINY}"]
