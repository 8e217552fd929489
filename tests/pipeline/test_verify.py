"""Sets against their manifests: everything that is not as built is named, and nothing else."""

from __future__ import annotations

import io
import json
import sys
from functools import cache
from pathlib import Path

import docx
import pptx
import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent))

from sets_on_disk import BOOK, DECK, GUIDE, Files, batch

from deckgen.cli.main import cli
from deckgen.pipeline.listing import MANIFEST
from deckgen.pipeline.lock import locked
from deckgen.pipeline.output import write_sets
from deckgen.pipeline.verify import verify


@cache
def office_files() -> Files:
    deck, book = io.BytesIO(), io.BytesIO()
    pptx.Presentation().save(deck)
    docx.Document().save(book)
    return {DECK: deck.getvalue(), BOOK: book.getvalue(), GUIDE: book.getvalue()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_sets(tmp_path, [batch(tmp_path, office_files())])
    return tmp_path / "c" / "1-day"


def findings(folder: Path) -> list[str]:
    return [line.removeprefix(f"{folder}/") for line in verify(folder).findings]


def test_a_set_as_built_needs_one_line(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / "c-1-day-v1.0-deck-kept.pptx").write_bytes(b"mine")
    for place in (folder, folder.parent, folder.parent.parent):
        result = CliRunner().invoke(cli, ["verify", str(place)])
        assert (result.exit_code, result.stdout) == (0, f"{place}: everything is as built (1 delivery, 3 files)\n")


@pytest.mark.parametrize("place", ["c/1-day", "c", "."])
def test_everything_that_is_not_as_built_is_named(folder: Path, place: str) -> None:
    (folder / DECK).write_bytes(b"other")
    (folder / BOOK).unlink()
    (folder / "c-1-day-v0.9-guide.docx").write_bytes(b"old")
    result = CliRunner().invoke(cli, ["verify", str(folder.parents[1] / place)])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{folder / DECK}: changed since it was built",
        f"{folder / BOOK}: missing",
        f"{folder / 'c-1-day-v0.9-guide.docx'}: has the name of an artefact, but the manifest does not list it",
        f"{folder.parents[1] / place}: not as built, 3 differences (1 delivery, 3 files)",
    ]


def test_what_nobody_lists_is_a_difference_to_the_strict(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_bytes(b"mine")
    assert verify(folder).findings == ()
    (line,) = verify(folder, strict=True).findings
    assert line == f"{folder / 'notes' / 'mine.txt'}: the manifest does not list it"


def test_a_file_as_built_that_does_not_open_is_named(tmp_path: Path) -> None:
    files = {**office_files(), DECK: office_files()[BOOK], GUIDE: office_files()[GUIDE][:-40]}
    write_sets(tmp_path, [batch(tmp_path, files)])
    folder = tmp_path / "c" / "1-day"
    result = CliRunner().invoke(cli, ["verify", str(folder)])
    deck, guide, _ = result.stdout.splitlines()
    assert result.exit_code == 1
    assert deck.startswith(f"{folder / DECK}: python-pptx cannot open it (")
    assert guide.startswith(f"{folder / GUIDE}: it is no whole zip file (")


def test_json_has_one_shape(folder: Path) -> None:
    (folder / GUIDE).unlink()
    result = CliRunner().invoke(cli, ["verify", str(folder), "--json"])
    assert result.exit_code == 1
    told = {"ok": False, "deliveries": 1, "files": 3, "findings": [f"{folder / GUIDE}: missing"]}
    assert json.loads(result.stdout) == told


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"outputs": 3}', b"\xff\xfe"])
def test_a_broken_manifest_is_named(folder: Path, damage: bytes) -> None:
    (folder / MANIFEST).write_bytes(damage)
    (line,) = findings(folder)
    assert line.startswith(f"{MANIFEST}: cannot be read (")


def test_a_manifest_that_lists_files_elsewhere_is_broken(folder: Path) -> None:
    text = (folder / MANIFEST).read_text("utf-8")
    (folder / MANIFEST).write_text(text.replace(DECK, "../../../etc/passwd"), "utf-8")
    assert "no name inside the output folder" in findings(folder)[0]


def test_where_nothing_was_built_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    assert verify(tmp_path / "build").sets == 0 and "nothing was built" in verify(tmp_path / "build").findings[0]
    (tmp_path / "file").write_bytes(b"")
    for place, words, code in (("none", "there is no such folder", 1), ("file", "it is no whole zip file", 1)):
        result = CliRunner().invoke(cli, ["verify", str(tmp_path / place)])
        assert result.exit_code == code and words in result.output


@pytest.mark.parametrize("place", ["c/1-day", "c", "."])
def test_a_folder_left_aside_gets_its_name_back(folder: Path, place: str) -> None:
    aside = folder.with_name(".1-day.deckgen-old")
    folder.rename(aside)
    with locked(folder.parents[1]):
        pass  # as the killed build had
    assert verify(folder.parents[1] / place).findings == ()
    assert folder.is_dir() and not aside.exists()


def test_leftovers_are_no_deliveries(folder: Path) -> None:
    (folder.parent / ".2-day.deckgen-new").mkdir()
    (folder.parent / ".2-day.deckgen-new" / MANIFEST).write_bytes(b"half")
    assert verify(folder.parent).findings == ()
