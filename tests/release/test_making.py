"""Releases: the same bytes wherever they are made, nothing released twice, nothing uncommitted without a word."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.cli.main import cli
from deckgen.pipeline.build import Request, compose_request, silent
from deckgen.pipeline.schemas import schemas
from deckgen.release.archive import write_archive
from deckgen.release.bundle import Bundle, Origin, _for_the_guide, make_bundle, unpacked
from deckgen.release.make import open_release
from deckgen.release.matrix import KEYS, ROOT_KEYS, Target, read_release
from deckgen.release.sums import read_sums, sum_of
from deckgen.release.verify import verify
from deckgen.tree.dump import dump_book
from release.small_release import NAME, RELEASE, TINY, commit, git, project, write

KEPT = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "XDG_CACHE_HOME")


def release(*words: str) -> Result:
    return CliRunner().invoke(cli, ["release", *words], catch_exceptions=False)


def manifest_of(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        read: dict[str, object] = json.loads(archive.read(f"{path.stem}/manifest.json"))
    return read


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project(tmp_path / "project"))
    return tmp_path / "project"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundles that hold the course alone, for tests of what happens to bundles; those of 20 minutes cannot be made."""

    def make(target: Target, origin: Origin, own: object, progress: object, *, strict: bool, page: str) -> Bundle:
        if target.delivery == "20-min":
            return Bundle(target, None, (Diagnostic("DG311", "too short", target.at, "ask for more"),))
        content = Path(target.course, "course.yaml").read_bytes()
        return Bundle(target, write_archive({"course.yaml": content + target.version.encode()}), ())

    monkeypatch.setattr("deckgen.release.make.make_bundle", make)


def test_a_release_has_everything_and_is_as_built(here: Path) -> None:
    git(here, "tag", "v1")
    write(here, {"release.yaml": RELEASE + "notices: [LICENSE]\nsince: v1\n", "LICENSE": "ours"})
    now = commit(here)
    result = release()
    assert result.exit_code == 0 and result.stdout.splitlines() == [f"dist/{NAME}.zip", "dist/SHA256SUMS"]
    assert verify(Path("dist")).findings == ()
    with zipfile.ZipFile(f"dist/{NAME}.zip") as archive:
        names = [name.removeprefix(f"{NAME}/") for name in archive.namelist()]
        assert {(info.date_time, info.compress_type, info.external_attr >> 16) for info in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 0o100644)
        }
        assert archive.read(f"{NAME}/notices/LICENSE") == b"ours"
        assert archive.read(f"{NAME}/CHANGES.md") == b"# Changes since v1\n\nNothing has changed.\n"
        with zipfile.ZipFile(archive.open(f"{NAME}/office/handover-60-min-v1.2-outline.docx")) as package:
            assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
    assert names == [
        "manifest.json", "SHA256SUMS", "CHANGES.md", "NOTICES.md", "licenses/deckgen.txt",
        "licenses/lucide.txt", "notices/LICENSE", "office/handover-60-min-v1.2-outline.docx",
    ]  # fmt: skip
    manifest = manifest_of(Path(f"dist/{NAME}.zip"))
    assert manifest["release"] == {"name": NAME, "commit": now, "dirty": False}
    since = ["Changes since v1", "Nothing has changed."]
    assert manifest["options"] == {"changes": since, "theme": "default", "values": {"version": "1.2"}}
    assert not {"python"} & manifest.keys() and not {"zlib", "libxml2"} & set(manifest["libraries"])  # type: ignore[call-overload]
    assert manifest["diagnostics"] == []


@pytest.fixture
def other(here: Path, tmp_path: Path) -> Path:
    """A clone elsewhere, deeper; what was released here lies in `dist`."""
    assert release("--strict").exit_code == 0
    git(tmp_path, "clone", "-q", str(here), str(tmp_path / "elsewhere" / "更深"))
    return tmp_path / "elsewhere" / "更深"


def test_other_places_give_the_same_bytes(
    here: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another folder, zone, mask and depth of the checkout."""
    monkeypatch.chdir(other)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    mask = os.umask(0o077)
    try:
        assert release("--strict", "--out", str(tmp_path / "out")).exit_code == 0
    finally:
        os.umask(mask)
        monkeypatch.delenv("TZ")
        time.tzset()
    assert_same(tmp_path / "out", here / "dist")


@pytest.mark.slow
def test_other_processes_give_the_same_bytes(here: Path, other: Path, tmp_path: Path) -> None:
    """Another order of sets and locale besides."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    surroundings = {**kept, "TZ": "Asia/Kathmandu", "LC_ALL": "C", "HOME": str(tmp_path), "PYTHONHASHSEED": "7"}
    command = f"umask 077 && exec {sys.executable} -m deckgen release --strict --out {tmp_path}/out"
    subprocess.run(["sh", "-c", command], cwd=other, env=surroundings, check=True, capture_output=True)
    assert_same(tmp_path / "out", here / "dist")


def assert_same(there: Path, here: Path) -> None:
    for name in (f"{NAME}.zip", "SHA256SUMS"):
        assert (there / name).read_bytes() == (here / name).read_bytes()


def test_what_packs_otherwise_changes_nothing(tmp_path: Path) -> None:
    """Parts are stored, packages in packages too; any other file stays as it is."""
    packed = []
    for level in (1, 9):
        with zipfile.ZipFile(tmp_path / f"{level}.docx", "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
            package.writestr("a.xml", b"<a/>" * 500 + bytes(range(256)))
        with zipfile.ZipFile(tmp_path / f"{level}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=level) as outer:
            outer.write(tmp_path / f"{level}.docx", "inner.docx")
        packed.append((tmp_path / f"{level}.zip").read_bytes())
    assert packed[0] != packed[1] and unpacked("x.zip", packed[0]) == unpacked("x.zip", packed[1])
    assert unpacked("x.txt", b"PK") == b"PK"


def test_what_is_not_committed_is_refused_or_says_so(here: Path) -> None:
    write(here, {"curriculum/handover/notes/kim.yaml": "{}\n"})
    result = release()
    assert result.exit_code == 1 and "DG805" in result.stderr and "curriculum/handover/notes/kim.yaml" in result.stderr
    assert not Path("dist").exists()
    result = release("--allow-dirty")
    path = Path(f"dist/{NAME}-dirty.zip")
    assert result.exit_code == 0 and str(path) in result.stdout
    assert manifest_of(path)["release"]["dirty"] is True  # type: ignore[index]
    write(here, {"release.yaml": RELEASE.replace("outline", "feedback")})
    assert release("--allow-dirty").exit_code == 0  # nothing of it counts as released


def test_where_there_is_no_commit_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project(tmp_path / "project")
    shutil.rmtree(folder / ".git")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = release()
    assert result.exit_code == 1 and "no commit to release: not a git repository" in result.stderr
    monkeypatch.setenv("PATH", "")
    assert "git cannot be run" in release().stderr
    assert release("--allow-dirty", "--json").exit_code == 0
    assert manifest_of(Path(f"dist/{NAME}-dirty.zip"))["release"] == {
        "name": f"{NAME}-dirty", "commit": None, "dirty": True,
    }  # fmt: skip


def test_the_schema_knows_every_key_of_a_release() -> None:
    schema = json.loads(schemas("en")["release.schema.json"])["properties"]
    assert schema.keys() == set(ROOT_KEYS) and schema["bundles"]["items"]["properties"].keys() == set(KEYS)
    assert all(item["description"] for item in schema.values())


def test_the_examples_of_the_page_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[2] / "docs" / "releases.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    declared = [f'{{id: {name}, days: 1, hours: 1, start: "14:00"}}' for name in ("1-day", "2-day", "90-min")]
    for course in set(re.findall(r"courses: ([\w-]+)", page)):
        text = TINY.read_text("utf-8").replace("id: handover", f"id: {course}")
        text = re.sub(r"deliveries:\n.*", f"deliveries: [{', '.join(declared)}]", text)
        write(tmp_path, {f"curriculum/{course}/course.yaml": text})
    others = ("profiles/north-bank.yaml", "profiles/south-bank.yaml", "LICENSE", "released.sums")
    write(tmp_path, dict.fromkeys(others, ""))
    monkeypatch.chdir(tmp_path)
    counts = []
    for example in examples:
        write(tmp_path, {"release.yaml": example})
        read = read_release(Path.read_bytes, told := Report())
        assert read is not None, [str(item) for item in told]
        counts.append(len(read.targets))
    assert counts == [6, 7]


def test_a_version_is_released_once(here: Path, quick: None) -> None:
    assert release().exit_code == 0
    assert release().exit_code == 0  # the same bytes
    released = Path("dist/SHA256SUMS").read_text("utf-8")
    course = Path("curriculum/handover/course.yaml")
    course.write_text(course.read_text("utf-8").replace("Team leads", "Leads"), "utf-8")
    commit(here)
    result = release()
    assert result.exit_code == 1 and "DG804" in result.stderr and f"not made: {NAME}" in result.stderr
    assert Path("dist/SHA256SUMS").read_text("utf-8") == released  # what was there stays
    assert read_sums(released.encode()) == {f"{NAME}.zip": sum_of(Path(f"dist/{NAME}.zip").read_bytes())}
    shutil.rmtree("dist")
    write(here, {"old.sums": released, "release.yaml": RELEASE + "released: old.sums\n"})
    commit(here)
    result = release()
    assert "was released with other bytes, as the file of `released:` has it" in result.stderr
    assert not list(Path("dist").iterdir())
    write(here, {"release.yaml": (RELEASE + "released: old.sums\n").replace("1.2", "1.3")})
    commit(here)
    assert release().exit_code == 0 and list(read_sums(Path("dist/SHA256SUMS").read_bytes())) == [
        "handover-60-min-v1.3.zip"
    ]


def test_one_after_the_other_and_all_that_can_be_made(here: Path, quick: None) -> None:
    write(here, {"release.yaml": RELEASE + "deliveries: [20-min, 60-min]\n"})
    commit(here)
    result = release("--json")
    told = json.loads(result.stdout)
    assert (told["ok"], told["files"], told["unmade"]) == (False, [], ["handover-20-min-v1.2"])
    assert told["diagnostics"] and not list(Path("dist").glob("*.zip"))
    told = json.loads(release("--json", "--keep-going").stdout)
    assert (told["ok"], told["files"], told["unmade"]) == (False, [f"dist/{NAME}.zip"], ["handover-20-min-v1.2"])
    assert not Path("dist/SHA256SUMS").exists()
    assert "DG808" in release("--collect").stderr
    (Path("dist") / f".{NAME}.zip.abc").write_bytes(b"half")
    write(here, {"release.yaml": RELEASE})
    commit(here)
    assert release("--target", NAME).stdout.splitlines() == [f"dist/{NAME}.zip"]
    assert release("--collect").stdout.splitlines() == ["dist/SHA256SUMS"]
    assert sorted(path.name for path in Path("dist").iterdir()) == ["SHA256SUMS", f"{NAME}.zip"]


def test_a_name_has_the_version_that_its_bundle_has(here: Path) -> None:
    course = Path("curriculum/handover/course.yaml")
    text = course.read_text("utf-8")
    day = '  - {id: 60-min, title: Sixty minutes, days: 1, hours: 1, start: "14:00", sitting: 60}\n'
    both = text.replace(day, day + day.replace("60-min", "noon").replace("14:00", "12:00"))
    course.write_text(both.replace('version: "1.0"', 'version: {60-min: "1.0", noon: "2.0"}'), "utf-8")
    profile = 'version: {60-min: "9.9"}\n'
    write(here, {"release.yaml": "profiles: [~, x]\nonly: outline\n", "profiles/x.yaml": profile})
    commit(here)
    assert release().exit_code == 0
    versions = {path.stem: manifest_of(path)["version"] for path in Path("dist").glob("*.zip")}
    assert versions == {
        "handover-60-min-v1.0": "1.0", "handover-noon-v2.0": "2.0",
        "handover-60-min-x-v9.9": "9.9", "handover-noon-x-v2.0": "2.0",
    }  # fmt: skip


def test_the_guide_says_what_has_changed_since_the_version_before(here: Path) -> None:
    page = "# Changes since v1\n\n60 → 61 minutes\n\n## Blocks\n\n- B1 “The \\*three\\*”: content\n"
    title, text = _for_the_guide(page)
    assert (title, text.splitlines()[2]) == ("Changes since v1", "**Blocks**")
    report = Report()
    (product,) = compose_request(Request(kinds=("deck", "workbook", "guide"), changes=(title, text)), report)
    assert product.trees is not None and product.trees.guide is not None
    shown = dump_book(product.trees.guide)
    assert "B1 “The *three*”: content" in shown.partition("Changes since v1")[2], shown[-3000:]


def test_a_bundle_that_calls_itself_otherwise_than_its_name_is_refused(here: Path) -> None:
    asked, _ = open_release(False, Path("dist"), Report())
    assert asked is not None
    wrong = replace(asked.targets[0], version="1.3", sets_version=False)
    bundle = make_bundle(wrong, Origin("c"), {}, silent)
    assert bundle.content is None and [item.code for item in bundle.diagnostics if item.severity == "error"] == [
        "DG810"
    ]


def test_a_draft_is_no_release(here: Path) -> None:
    course = Path("curriculum/handover/course.yaml")
    course.write_text("status: draft\n" + course.read_text("utf-8").replace('version: "1.0"\n', ""), "utf-8")
    write(here, {"release.yaml": RELEASE.replace('version: "1.2"\n', "")})
    commit(here)
    assert "DG803" in release().stderr
    write(here, {"release.yaml": RELEASE})
    commit(here)
    result = release()
    assert result.exit_code == 1 and "DG806" in result.stderr and not list(Path("dist").glob("*.zip"))


def test_what_is_asked_for_must_be_there(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = release("--target", "handover-60-min-v1.3")
    assert result.exit_code != 0 and f"did you mean {NAME}?" in result.stderr
    assert release("--target", NAME, "--collect").exit_code == 2
    monkeypatch.chdir(here / "curriculum")
    assert "no release.yaml here" in release().stderr


@pytest.mark.slow
def test_several_jobs_make_the_same(here: Path) -> None:
    write(here, {"release.yaml": RELEASE + "deliveries: [60-min, 58-min, 59-min]\n"})
    commit(here)
    assert release("--jobs", "2", "--out", "../two").exit_code == 0
    assert release("--out", "../one").exit_code == 0
    assert Path("../one/SHA256SUMS").read_bytes() == Path("../two/SHA256SUMS").read_bytes()


class Pool(ThreadPoolExecutor):
    """Threads in place of processes, which take too long to start for a fast test."""

    def __init__(self, workers: int, context: object, initializer: Callable[[], None]) -> None:
        super().__init__(workers)
        made_pools.append(workers)


made_pools: list[int] = []


@pytest.mark.parametrize(("jobs", "workers"), [("2", [2]), ("9", [3])])
def test_each_of_several_jobs_gets_its_own_bundle_and_page(
    jobs: str, workers: list[int], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(target: Target, origin: Origin, own: object, progress: object, *, strict: bool, page: str) -> Bundle:
        if target.delivery == "20-min":
            return Bundle(target, None, (Diagnostic("DG311", "too short", target.at, "ask for more"),))
        return Bundle(target, write_archive({"CHANGES.md": page.encode(), "course.yaml": target.name.encode()}), ())

    monkeypatch.setattr("deckgen.release.make.make_bundle", make)
    monkeypatch.setattr("deckgen.release.make.ProcessPoolExecutor", Pool)
    made_pools.clear()
    git(here, "tag", "v1")
    text = RELEASE + "since: v1\ndeliveries: [60-min, 59-min, 58-min]\n"
    write(here, {"release.yaml": text})
    commit(here)
    assert release("--jobs", jobs).exit_code == 0
    assert made_pools == workers
    for name in ("60-min", "59-min", "58-min"):
        with zipfile.ZipFile(f"dist/handover-{name}-v1.2.zip") as archive:
            assert archive.read("course.yaml").decode() == f"handover-{name}-v1.2"
            assert archive.read("CHANGES.md").startswith(b"# Changes since v1")
    write(here, {"release.yaml": text.replace("59-min", "20-min")})
    commit(here)
    shutil.rmtree("dist")
    failed = release("--jobs", jobs, "--keep-going")
    assert failed.exit_code == 1 and "DG311" in failed.stderr
    assert sorted(path.name for path in Path("dist").glob("*.zip")) == [
        "handover-58-min-v1.2.zip",
        "handover-60-min-v1.2.zip",
    ]


WORKER = """
import multiprocessing, threading
from deckgen.release.make import _end_with_parent

def work():
    _end_with_parent()
    print("at work", flush=True)
    threading.Event().wait(timeout=30)
    print("alone", flush=True)

if __name__ == "__main__":
    multiprocessing.get_context("spawn").Process(target=work).start()
"""


@pytest.mark.slow
def test_a_process_that_makes_bundles_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text(WORKER, "utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "at work\n"
        starter.kill()
        assert starter.stdout.read() == ""  # to the end, which is when nobody is left who could write
