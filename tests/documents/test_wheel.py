"""On a machine with nothing but the wheel: a newcomer's first hour, far from any checkout."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckgen.handbook.starter import ENGINES
from documents.stories import ROOT, Command, steps_of
from documents.test_stories import STORIES, prepare
from pipeline.test_new import commands

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Machine:
    """A virtual environment that has the wheel, an empty home, and no path that leads into the checkout."""

    python: Path
    home: Path

    def run(self, words: Sequence[str], here: Path, *, fails: int = 0) -> str:
        """What a command prints, on both streams; `deckgen` and `python` are those of the environment."""
        program = {"deckgen": str(self.python.with_name("deckgen")), "python": str(self.python)}
        places = {"PATH": os.pathsep.join((str(self.python.parent), "/usr/bin", "/bin")), "HOME": str(self.home)}
        result = subprocess.run(
            [program[words[0]], *words[1:]], cwd=here, env={**places, "LC_ALL": "C.UTF-8"}, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert result.returncode == fails, f"{' '.join(words)}\n{result.stdout}"
        return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, which is built from the checkout."""
    out = tmp_path_factory.mktemp("dist")
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "build", "--quiet", "--out-dir", out, ROOT], check=True)
    assert len(list(out.glob("*.tar.gz"))) == 1
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def machine(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """The environment; the libraries are those of this one, the wheel alone is new."""
    place = tmp_path_factory.mktemp("machine")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    python = place / "venv" / "bin" / "python"
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, wheel], check=True)
    (place / "home").mkdir()
    told = subprocess.run(
        [python, "-c", "import deckgen; print(deckgen.__file__)"], cwd=place, text=True, check=True, capture_output=True
    )
    assert str(place) in told.stdout, "the package is that of the wheel"
    return Machine(python, place / "home")


def test_the_wheel_carries_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {"_docs", "_licenses", "_themes", "handbook/starter/en", "handbook/starter/zh-CN"}
    assert all(any(name.startswith(f"deckgen/{folder}/") for name in names) for folder in folders)
    assert "deckgen/handbook/starter/ci/gitlab/dot-gitlab-ci.yml" in names
    assert "deckgen/handbook/starter/shared/dot-gitignore" in names and "deckgen/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "curriculum/", "docs/")) or "__pycache__" in name]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("length", ["90-min", "1-day", "2-day"])
def test_a_new_course_gives_everything_without_a_warning(
    length: str, language: str, machine: Machine, tmp_path: Path
) -> None:
    machine.run(["deckgen", "new", "demo", "--language", language, "--length", length], tmp_path)
    told = machine.run(["deckgen", "build", "--strict"], tmp_path / "demo")
    assert "warning" not in told and "hint" not in told
    folder = tmp_path / "demo" / "build" / "demo" / length
    stem = f"demo-{length}-v0.1"
    wanted = {"manifest.json", f"{stem}-deck.pptx", f"{stem}-workbook.docx", f"{stem}-guide.docx"}
    assert wanted <= {path.name for path in folder.rglob("*")}
    machine.run(["deckgen", "verify", "build"], tmp_path / "demo")


@pytest.mark.parametrize("story", STORIES)
def test_a_first_course_is_made_to_the_letter(story: str, machine: Machine, tmp_path: Path) -> None:
    name = {"first-course.md": "first-course", "first-course.zh-CN.md": "first-course-zh"}[story]
    text = machine.run(["deckgen", "docs", name], tmp_path)
    assert text == (ROOT / "docs" / story).read_text("utf-8")
    here = tmp_path
    for step in steps_of(text):
        if not isinstance(step, Command):
            step.do(here)
        elif step.words[0] == "cd":
            here = here / step.words[1]
            prepare(here)
        elif step.words[:3] != ("python", "-m", "pip"):
            wrong = any(" error " in line for line in step.prints)
            told = machine.run(step.words, here, fails=int(wrong))
            assert all(line in told for line in step.prints), told
            assert "warning" not in told or step.words[1] == "theme", told
    names = {path.name for path in here.glob("build/**/*")}
    assert any("North-Bank" in name or "北方银行" in name for name in names)


def test_what_else_a_newcomer_tries(machine: Machine, tmp_path: Path) -> None:
    run = machine.run
    for name in [line.split()[0] for line in run(["deckgen", "docs"], tmp_path).splitlines()]:
        assert run(["deckgen", "docs", name], tmp_path).startswith("# ")
    assert "default" in run(["deckgen", "theme", "list"], tmp_path)
    assert run(["python", "-m", "deckgen", "--version"], tmp_path).startswith("deckgen")
    prepare(tmp_path)
    run(["deckgen", "theme", "new", "acme", "--from", "corporate.potx", "--docx", "corporate.dotx"], tmp_path)
    spaced = tmp_path / "with spaces" / "开会 课"
    run(["deckgen", "new", str(spaced), "--language", "zh", "--length", "90-min"], tmp_path)
    run(["deckgen", "build", str(spaced), "--theme", "acme", "--out", "out here"], tmp_path)
    assert list((tmp_path / "out here").rglob("*.pptx"))
    assert "not an empty folder" in run(["deckgen", "new", str(spaced)], tmp_path, fails=1)
    (tmp_path / "lesson.md").write_text(
        "# Talking (10 min)\n\n- one\n- two\n\n# Listening (20 min)\n\n- three\n", "utf-8"
    )
    run(["deckgen", "import", "lesson.md", "--out", "imported"], tmp_path)
    run(["deckgen", "check", "imported"], tmp_path)


def test_a_course_that_cannot_be_written_to_is_built_elsewhere(machine: Machine, tmp_path: Path) -> None:
    machine.run(["deckgen", "new", "demo", "--length", "90-min"], tmp_path)
    course = tmp_path / "demo"
    for path in (*course.rglob("*"), course):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        machine.run(["deckgen", "build", "demo", "--out", "out"], tmp_path)
    finally:
        for path in (course, *course.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
        shutil.rmtree(course)
    assert list((tmp_path / "out").rglob("*-deck.pptx"))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_steps_of_a_workflow_do_what_they_should(
    engine: str, machine: Machine, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Those that need nothing but the wheel, git and LibreOffice, by a shell, in a repository with nothing else."""
    folder, temp = tmp_path / "demo", tmp_path_factory.mktemp("runner")
    machine.run(["deckgen", "new", "demo", "--length", "90-min", "--language", "en", "--ci", engine], tmp_path)
    places = {
        "PATH": os.pathsep.join((str(machine.python.parent), "/usr/bin", "/bin")), "HOME": str(machine.home),
        "LC_ALL": "C.UTF-8", "PIP_NO_INDEX": "1", "GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main",
        "RUNNER_TEMP": str(temp),
    }  # fmt: skip
    shell = ["sh", "-euc"]
    who = "git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false"
    begin = f"git init -q -b main && git add -A && {who} commit -qm x && git update-ref refs/remotes/origin/main HEAD"
    subprocess.run([*shell, begin], cwd=folder, check=True, env=places)
    files = {path: (folder / path).read_bytes() for path in (".github/workflows/course.yml", ".gitlab-ci.yml")
             if (folder / path).is_file()}  # fmt: skip
    ran = []
    for line in commands(engine, files):
        needs = "--pdf" in line and shutil.which("soffice") is None
        if line.startswith(("deckgen ", "python -m pip ")) and not needs:
            done = subprocess.run(
                [*shell, line], cwd=folder, env=places, capture_output=True, text=True, check=False,
                stdin=subprocess.DEVNULL,
            )  # fmt: skip
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            ran.append(line.split()[1])
            if line.startswith("deckgen diff"):
                written = line.partition(" > ")[2].strip('"').replace("$RUNNER_TEMP", str(temp))
                assert "nothing changed" in (folder / written).read_text("utf-8")
    assert set(ran) >= {"check", "diff", "build", "verify", "release"}
    assert sorted(path.name for path in (folder / "dist").iterdir()) == ["SHA256SUMS", "demo-90-min-v0.1.zip"]
    status = subprocess.run(["git", "status", "--porcelain"], cwd=folder, capture_output=True, text=True, check=True)
    assert status.stdout == "", "what the steps write is no part of the course"


def test_no_step_of_a_workflow_builds_a_broken_course(machine: Machine, tmp_path: Path) -> None:
    machine.run(["deckgen", "new", "demo", "--length", "90-min", "--language", "en", "--ci", "github"], tmp_path)
    course = tmp_path / "demo" / "course.yaml"
    course.write_text(course.read_text("utf-8").replace("audience:", "audiense:"), "utf-8")
    told = machine.run(["deckgen", "check", "--strict", "--format", "github"], tmp_path / "demo", fails=1)
    assert "::error file=course.yaml,line=" in told and "DG101" in told


def _runs(path: str | None) -> bool:
    """Whether a Python is one, and no name that another program keeps for it."""
    return path is not None and subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


OTHER = next(filter(_runs, (shutil.which(f"python{version}") for version in ("3.14", "3.13", "3.12"))), None)


@pytest.mark.skipif(OTHER is None, reason="needs another Python")
def test_another_python_and_another_machine_make_the_same_bundle(
    machine: Machine, wheel: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Another Python, folder, home, zone, language, mask, order of hashes: the same sums."""
    assert OTHER is not None
    place = tmp_path_factory.mktemp("elsewhere") / "更 深"
    place.mkdir()
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "--quiet", "--python", OTHER, place / "venv"], check=True)
    python = place / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, wheel], check=True)
    machine.run(["deckgen", "new", "demo", "--length", "90-min", "--language", "en", "--ci", "github"], tmp_path)
    who = "git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false"
    begin = f"git init -q -b main && git add -A && {who} commit -qm x && git clone -q . '{place}/demo'"
    subprocess.run(["sh", "-euc", begin], cwd=tmp_path / "demo", check=True)
    machine.run(["deckgen", "release", "--strict"], tmp_path / "demo")
    places = {
        "PATH": "/usr/bin:/bin", "HOME": str(place), "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN",
        "PYTHONHASHSEED": "7",
    }  # fmt: skip
    command = f"umask 077 && '{python}' -m deckgen release --strict"
    subprocess.run(["sh", "-euc", command], cwd=place / "demo", env=places, check=True)
    one, other = ((folder / "demo" / "dist" / "SHA256SUMS").read_text("utf-8") for folder in (tmp_path, place))
    assert one == other and "demo-90-min-v0.1.zip" in one
