"""Faults at every call of the write phase: a folder holds one whole set or the other, and nothing foreign is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from deckgen.pipeline.listing import MANIFEST, read_manifest
from deckgen.pipeline.output import TornError, Written, write_sets
from deckgen.pipeline.sets import Batch
from deckgen.pipeline.signals import Stopped, heeded

sys.path.insert(0, str(Path(__file__).parent))

from faults import Faults, in_child

from deckgen.pipeline.verify import verify

Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def disk_without_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is flushed is counted, but the tests need not wait for it."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: thousands of small changes are slow on a disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


OLD: Files = {"c-a-v1-deck.pptx": b"old deck", "c-a-v1-workbook.docx": b"old book", "sub/c-a-v1-card.docx": b"old card"}
NEW: Files = {"c-a-v1-deck.pptx": b"new deck", "c-a-v1-workbook.docx": b"new book", "sub/more.docx": b"new"}
FOREIGN: Files = {"notes.txt": b"mine", "my photos/a.jpg": b"photo", "sub/own.txt": b"own"}
EDITED = ("c-a-v1-guide.docx", b"as built", b"edited by hand")
DELIVERIES = ("a", "b")


def make_batch(out: Path, delivery: str, files: Files) -> Batch:
    outputs = [{"name": k, "sha256": sha256(v).hexdigest(), "size": len(v)} for k, v in sorted(files.items())]
    manifest = {"course": "c", "delivery": delivery, "version": "1", "inputs": [], "outputs": outputs,
                "made": sha256(b"".join(files.values())).hexdigest()}  # fmt: skip
    return Batch(out / "c" / delivery, files, json.dumps(manifest).encode(), f"c-{delivery}", lambda name: None)


def prepare(out: Path, *, foreign: bool = True) -> None:
    """Two deliveries as an earlier build left them, with files of a trainer beside, one of the set edited."""
    name, built, edited = EDITED
    write_sets(out, [make_batch(out, key, {**OLD, name: built}) for key in DELIVERIES])
    for key in DELIVERIES:
        folder = out / "c" / key
        (folder / name).write_bytes(edited if foreign else built)
        for other, data in FOREIGN.items() if foreign else ():
            (folder / other).parent.mkdir(exist_ok=True)
            (folder / other).write_bytes(data)


def rebuild(out: Path) -> Written:
    return write_sets(out, [make_batch(out, key, {**NEW, EDITED[0]: b"new guide"}) for key in DELIVERIES], patience=5)


def state(folder: Path) -> str:
    """`old` or `new`, when the manifest and every file of the set agree; else what does not."""
    manifest = read_manifest(folder)
    names = {item.name for item in manifest.outputs}
    new = (
        manifest.basis["made"] == json.loads(make_batch(folder, "a", {**NEW, EDITED[0]: b"new guide"}).manifest)["made"]
    )
    expected = {**(NEW if new else OLD), EDITED[0]: b"new guide" if new else EDITED[1]}
    assert names == set(expected), names
    for name in names:
        if name == EDITED[0] and not new:
            assert (folder / name).read_bytes() in EDITED[1:]
        else:
            assert manifest.is_unchanged(folder, name), name
            assert (folder / name).read_bytes() == expected[name]
    assert not [name for name in OLD if name not in names and (folder / name).exists()]
    return "new" if new else "old"


def assert_foreign(folder: Path, kept: str) -> None:
    for name, data in FOREIGN.items():
        assert (folder / name).read_bytes() == data, name
    assert (folder / kept).read_bytes() == EDITED[2]


def leftovers(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if "deckgen" in path.name)


def after_next_build(out: Path, *, foreign: bool = True) -> None:
    rebuild(out)
    for key in DELIVERIES:
        assert state(out / "c" / key) == "new"
        if foreign:
            assert_foreign(out / "c" / key, "c-a-v1-guide-kept.docx")
            files = {
                path.relative_to(out / "c" / key).as_posix() for path in (out / "c" / key).rglob("*") if path.is_file()
            }
            assert files == {*NEW, EDITED[0], MANIFEST, *FOREIGN, "c-a-v1-guide-kept.docx"}
    assert leftovers(out) == []


def kept_name(folder: Path) -> str:
    return "c-a-v1-guide-kept.docx" if state(folder) == "new" else EDITED[0]


_COUNTED: dict[tuple[tuple[str, bool], ...], list[tuple[str, str]]] = {}


def count_calls(folder: Path, **can: bool) -> list[tuple[str, str]]:
    """The calls that a build makes, by name and path; the same for every test."""
    key = tuple(can.items())
    if key not in _COUNTED:
        _COUNTED[key] = _count_calls(folder, **can)
    return _COUNTED[key]


def _count_calls(folder: Path, **can: bool) -> list[tuple[str, str]]:
    out = folder / "counted"
    prepare(out)
    with Faults(**can) as faults:
        rebuild(out)
    shutil.rmtree(out)
    return faults.seen


def count(folder: Path, **can: bool) -> tuple[int, set[str]]:
    """How many calls a build makes, and which."""
    calls = count_calls(folder, **can)
    return len(calls), {name for name, _ in calls}


CAN = ({}, {"exchanges": False}, {"links": False}, {"exchanges": False, "links": False})


def fails_truthfully(out: Path, number: int, mode: str, can: dict[str, bool]) -> None:
    """One fault in this process: what is said of the build is what lies on the disk."""
    prepare(out)
    said = "new"
    with heeded(), Faults(number, mode, **can) as faults:
        try:
            rebuild(out)
        except TornError as torn:
            said = "torn"
            assert torn.new
        except OSError as problem:
            said = "old"
            assert problem.filename and problem.strerror, (faults.hit, repr(problem))
        except KeyboardInterrupt as stop:
            said = "new" if getattr(stop, "is_written", False) else "old"
    states = [state(out / "c" / key) for key in DELIVERIES]
    assert said == "torn" or states == [said, said], (faults.hit, said, states)
    for key in DELIVERIES:
        assert_foreign(out / "c" / key, kept_name(out / "c" / key))
    if said == "old":
        assert leftovers(out) == [] or faults.hit in ("unlink", "rmdir", "scandir", "listdir", "open", "chmod"), (
            faults.hit, leftovers(out)
        )  # fmt: skip
    after_next_build(out)


def dies_cleanly(out: Path, number: int, mode: str, can: dict[str, bool]) -> None:
    """One death in a child: what it leaves is whole, also where the old folder was aside."""
    prepare(out)

    def die() -> None:
        with Faults(number, mode, **can):
            rebuild(out)

    code = in_child(die)
    assert code == -signal.SIGKILL, code
    if can.get("exchanges", True):
        for key in DELIVERIES:
            state(out / "c" / key)
            if can.get("links", True):
                assert_foreign(out / "c" / key, kept_name(out / "c" / key))
    after_next_build(out)


RUNS = {"error": fails_truthfully, "ctrl-c": fails_truthfully, "sigterm": fails_truthfully,
        "kill": dies_cleanly, "killed": dies_cleanly}  # fmt: skip
MODES = list(RUNS)


@pytest.mark.parametrize("can", CAN, ids=["all", "two-steps", "no-links", "neither"])
@pytest.mark.parametrize("mode", MODES)
def test_a_sample_of_faults(place: Path, mode: str, can: dict[str, bool]) -> None:
    first = 1 + MODES.index(mode) * 3 + CAN.index(can)
    step = 240 if RUNS[mode] is dies_cleanly else 120  # a child for each takes its time
    for number in range(first, count(place, **can)[0] + 1, step):
        RUNS[mode](place / str(number), number, mode, can)


@pytest.mark.slow
@pytest.mark.parametrize("can", CAN, ids=["all", "two-steps", "no-links", "neither"])
@pytest.mark.parametrize("mode", MODES)
def test_a_fault_at_every_call(place: Path, mode: str, can: dict[str, bool]) -> None:
    for number in range(1, count(place, **can)[0] + 1):
        RUNS[mode](place / str(number), number, mode, can)


def test_all_calls_that_change_a_disk_are_among_those_that_fail(place: Path) -> None:
    names = count(place)[1] | count(place, exchanges=False)[1]
    assert names >= {"open", "write", "fsync", "rename", "exchange", "link", "unlink", "rmdir", "mkdir"}


@pytest.mark.parametrize("call", ["exchange", "rename", "unlink"])
def test_a_signal_while_folders_change_places_waits_until_all_is_done(place: Path, call: str) -> None:
    last = max(number for number, (name, _) in enumerate(count_calls(place), start=1) if name == call)
    prepare(place / "out")
    with heeded(), Faults(last, "sigterm"), pytest.raises(Stopped) as stop:
        rebuild(place / "out")
    assert stop.value.is_written and stop.value.number == signal.SIGTERM
    assert [state(place / "out" / "c" / key) for key in DELIVERIES] == ["new", "new"]
    assert leftovers(place / "out") == []


@pytest.mark.parametrize("name", ["rename", "exchange"])
def test_a_disk_that_stays_broken(place: Path, name: str) -> None:
    """From some call on nothing of its kind works any more: what is said of each delivery is true of it."""
    calls = [number for number, (call, _) in enumerate(count_calls(place), start=1) if call == name]
    said = set()
    for number in calls:
        out = place / f"{name}-{number}"
        prepare(out)
        with Faults(number, "error", stubborn=True):
            try:
                rebuild(out)
                new = set(DELIVERIES)
            except TornError as torn:
                new = {folder.name for folder in torn.new}
                assert new | {folder.name for folder in torn.before} == set(DELIVERIES)
                said.add("torn")
            except OSError:
                new = set()
        assert {key for key in DELIVERIES if state(out / "c" / key) == "new"} == new
        after_next_build(out)
    assert "torn" in said


# -- the whole program ------------------------------------------------------------------------

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from faults import Faults
from deckgen.cli import main
number, mode, out = int(sys.argv[2]), sys.argv[3], sys.argv[4]
sys.argv = ["deckgen", "build", "--out", out]
faults = Faults(number, mode)
try:
    with faults:
        main.main()
finally:
    first = next((at for at, (_, path) in enumerate(faults.seen, start=1) if "deckgen-lock" in path), 0)
    print(first, len(faults.seen), file=sys.stderr)
"""


def run_program(course: Path, out: Path, number: int = 0, mode: str = "count") -> subprocess.CompletedProcess[str]:
    here = str(Path(__file__).parent)
    command = [sys.executable, "-c", PROGRAM, here, str(number), mode, str(out)]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["error", "kill", "sigint", "sigterm"])
def test_the_whole_program_leaves_whole_sets_and_says_so(place: Path, mode: str) -> None:
    folder = place / "curriculum" / "handover"
    folder.mkdir(parents=True)
    text = BASE.read_text("utf-8")
    (folder / "course.yaml").write_text(text, "utf-8")
    assert run_program(place, place / "before").returncode == 0
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    (folder / "course.yaml").write_text(text.replace(title, "title: Another title", 1), "utf-8")
    first, last = map(int, run_program(place, place / "counted").stderr.splitlines()[-1].split())
    sets = {key: listing(place / key) for key in ("before", "counted")}
    for number in range(first + len(mode), last + 1, 23):  # where it writes; reading comes before
        out = place / f"{mode}-{number}"
        shutil.copytree(place / "before", out)
        ended = run_program(place, out, number, mode)
        assert "Traceback" not in ended.stderr, ended.stderr
        assert verify(out).findings == (), (number, ended.stderr)
        now = {key: {name: data for name, data in listing(out).items() if name.startswith(f"handover/{key}/")}
               for key in ("60-min", "90-min")}  # fmt: skip
        for key, files in now.items():
            assert any(files.items() <= whole.items() and files for whole in sets.values()), (number, key)
        if "nothing was written" in ended.stderr:
            assert {**now["60-min"], **now["90-min"]} == sets["before"], number
        assert run_program(place, out).returncode == 0
        assert listing(out) == sets["counted"], number


def listing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
