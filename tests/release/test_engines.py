"""What engines run: every bundle one command, with its inputs, within the limits of the engine."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.base.diagnostics import Report
from deckgen.cli.main import cli
from deckgen.pipeline.choose import UsageError
from deckgen.release.engines import emit
from deckgen.release.make import open_release
from deckgen.release.matrix import Release
from release.small_release import NAME, RELEASE, commit, project, write


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    files = {"profiles/north $1.yaml": "client: North\n", "themes/none.txt": ""}
    text = RELEASE + "profiles: [~, north $1]\n"
    monkeypatch.chdir(project(tmp_path / "project", text, **files))
    read, _ = open_release(False, Path("dist"), Report())
    assert read is not None
    return read


def test_matrices_name_every_target(release: Release) -> None:
    github = json.loads(emit("github-matrix", release, Path("dist"), ()))
    assert [item["target"] for item in github["include"]] == [NAME, "handover-60-min-north-$1-v1.2"]
    assert github["include"][1]["profile"] == "north $1"
    gitlab = json.loads(emit("gitlab-matrix", release, Path("out"), ("--strict",)))
    assert gitlab["bundles-1"]["script"] == ['deckgen release --strict --out out --target "$TARGET"']
    assert gitlab["bundles-1"]["parallel"]["matrix"] == [{"TARGET": [item.name for item in release.targets]}]


def test_more_than_an_engine_takes_is_parted_or_refused(release: Release) -> None:
    many = replace(release, targets=tuple(replace(release.targets[0], name=f"b{number}") for number in range(257)))
    with pytest.raises(UsageError, match="257 bundles are more than the 256 jobs"):
        emit("github-matrix", many, Path("dist"), ())
    gitlab = json.loads(emit("gitlab-matrix", many, Path("dist"), ()))
    sizes = [len(gitlab[f"bundles-{number}"]["parallel"]["matrix"][0]["TARGET"]) for number in (1, 2)]
    assert sizes == [200, 57]


def test_ninja_is_told_every_input(release: Release) -> None:
    text = emit("ninja", release, Path("dist"), ())
    (line,) = (line for line in text.splitlines() if line.startswith(f"build dist/{NAME}.zip"))
    inputs = line.partition(" | ")[2]
    assert {"release.yaml", "curriculum/handover/course.yaml", ".git/logs/HEAD"} <= set(inputs.split(" "))
    assert "profiles/north$ $$1.yaml" in inputs
    assert "'handover-60-min-north-$$1-v1.2'" in text


def test_ninja_writes_its_file_anew_when_a_name_may_have_changed(release: Release) -> None:
    (line,) = (line for line in emit("ninja", release, Path("dist"), ()).splitlines() if "build build.ninja" in line)
    inputs = set(line.partition(" | ")[2].replace("$ ", "␣").split(" "))
    named_by = {"release.yaml", "curriculum", "curriculum/handover", "curriculum/handover/course.yaml"}
    assert {*named_by, "profiles", "profiles/north␣$$1.yaml"} <= inputs
    Path("curriculum/default.txt").write_text("handover\n", "utf-8")
    assert " curriculum/default.txt " in emit("ninja", release, Path("dist"), ())


def test_what_is_wrong_is_told_and_nothing_printed(release: Release) -> None:
    write(Path(), {"release.yaml": RELEASE.replace("handover", "handovers")})
    result = CliRunner().invoke(cli, ["release", "--emit", "ninja", "--allow-dirty"])
    assert (result.exit_code, result.stdout) == (1, "") and "DG801" in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ninja") is None, reason="needs ninja")
def test_ninja_makes_all_of_it_and_does_nothing_twice(release: Release) -> None:
    def ninja() -> str:
        done = subprocess.run(["ninja", "-j2"], check=True, capture_output=True, text=True)
        return done.stdout

    Path("build.ninja").write_text(emit("ninja", release, Path("dist"), ()), "utf-8")
    ninja()
    assert CliRunner().invoke(cli, ["verify", "dist"]).exit_code == 0
    assert len(list(Path("dist").glob("*.zip"))) == 2
    assert "no work to do" in ninja()
    course = Path("curriculum/handover/course.yaml")
    write(Path(), {"release.yaml": RELEASE.replace('version: "1.2"\n', "")})
    commit(Path())
    ninja()
    course.write_text(course.read_text("utf-8").replace('version: "1.0"', 'version: "1.3"'), "utf-8")
    commit(Path())
    ninja()
    assert Path("dist/handover-60-min-v1.3.zip").is_file()
    assert CliRunner().invoke(cli, ["verify", "dist"]).exit_code == 0
    assert "no work to do" in ninja()
