"""Sets on the disk: what stays, what goes, what is told, and what is never touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from faults import in_child
from sets_on_disk import ALL, BOOK, DECK, GUIDE, Files, batch, listing, set_of

from deckgen.pipeline.listing import MANIFEST, ManifestError, check_name, parse_manifest, read_manifest
from deckgen.pipeline.output import write_sets


def test_a_set_is_written_into_a_new_folder(tmp_path: Path) -> None:
    write_sets(tmp_path / "build" / "更深", [batch(tmp_path / "build" / "更深", {**ALL, "trainer/card.docx": b"card"})])
    assert set_of(tmp_path / "build" / "更深") == {**ALL, "trainer/card.docx": b"card"}


def test_files_from_the_same_sources_stay_with_their_entries(tmp_path: Path) -> None:
    sources = {"course.yaml": b"a", "only-for-books.png": b"b"}
    write_sets(tmp_path, [batch(tmp_path, ALL, sources)])
    again = batch(tmp_path, {DECK: b"deck"}, {"course.yaml": b"a"}, now={"only-for-books.png": b"b"})
    written = write_sets(tmp_path, [again])
    assert set_of(tmp_path) == ALL and set(written.kept[0]) == {BOOK, GUIDE}
    assert [item.path for item in read_manifest(again.folder).inputs] == sorted(sources)
    assert [line.rpartition("/")[2] for line in written.told] == [
        f"{name} stays: it was made from the same sources" for name in sorted((BOOK, GUIDE))
    ] or len(written.told) == 2


def test_another_course_of_the_same_id_is_named(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL, title="Coaching")])
    assert write_sets(tmp_path, [batch(tmp_path, ALL, title="Coaching", version="1.1")]).told == ()
    (line,) = write_sets(tmp_path, [batch(tmp_path, ALL, title="Selling")]).told
    assert "held “Coaching” (version 1.1), it holds “Selling” now" in line and "another id than c" in line


@pytest.mark.parametrize(
    ("now", "basis", "course"),
    [
        ({}, {}, b"a"),
        ({"only-for-books.png": b"other"}, {}, b"a"),
        ({"only-for-books.png": b"b"}, {"client": "x"}, b"a"),
        ({"only-for-books.png": b"b"}, {}, b"edited"),
    ],
    ids=["input is gone", "input is another", "options are others", "shared input is another"],
)
def test_files_from_other_sources_go_and_are_named(
    tmp_path: Path, now: Files, basis: dict[str, str], course: bytes
) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL, {"course.yaml": b"a", "only-for-books.png": b"b"})])
    (tmp_path / "c" / "1-day" / "notes.txt").write_bytes(b"mine")
    again = batch(tmp_path, {DECK: b"new"}, {"course.yaml": course}, now=now, **basis)
    told = write_sets(tmp_path, [again]).told
    assert set_of(tmp_path) == {DECK: b"new"}
    assert set(listing(again.folder)) == {DECK, MANIFEST, "notes.txt"}
    assert sorted(told) == sorted(
        f"{again.folder / name} was removed: it was made from other sources" for name in (BOOK, GUIDE)
    )


def test_files_of_an_older_version_are_named(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL, {"course.yaml": b"a"})])
    folder = tmp_path / "c" / "1-day"
    (folder / "c-1-day-v0.9-deck.pptx").write_bytes(b"from elsewhere")
    (folder / "c-1-day-remarks.pptx").write_bytes(b"mine")
    new = {"c-1-day-v1.1-deck.pptx": b"deck"}
    told = write_sets(tmp_path, [batch(tmp_path, new, {"course.yaml": b"b"}, version="1.1")]).told
    assert set_of(tmp_path) == new
    assert sorted(line.removeprefix(f"{folder}/") for line in told) == [
        "c-1-day-v0.9-deck.pptx is of version 0.9; it was left alone",
        *(f"{name} was removed: it was made from other sources (version 1.0)" for name in sorted(ALL)),
    ]
    assert set(listing(folder)) == {*new, MANIFEST, "c-1-day-v0.9-deck.pptx", "c-1-day-remarks.pptx"}


def test_what_somebody_changed_is_kept_under_another_name(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    folder = tmp_path / "c" / "1-day"
    (folder / DECK).write_bytes(b"annotated")
    (folder / GUIDE).unlink()
    told = write_sets(tmp_path, [batch(tmp_path, {DECK: b"deck", BOOK: b"book"})]).told
    assert set_of(tmp_path) == {DECK: b"deck", BOOK: b"book"}
    kept = "c-1-day-v1.0-deck-kept.pptx"
    assert listing(folder) == {
        DECK: b"deck",
        BOOK: b"book",
        kept: b"annotated",
        MANIFEST: (folder / MANIFEST).read_bytes(),
    }
    assert sorted(told) == [
        f"{folder / DECK} was changed since it was built; that file is {kept} now",
        f"{folder / GUIDE} was taken away; it is no longer part of the set",
    ]
    (folder / DECK).write_bytes(b"again")
    write_sets(tmp_path, [batch(tmp_path, {DECK: b"deck", BOOK: b"book"})])
    assert (folder / "c-1-day-v1.0-deck-kept-2.pptx").read_bytes() == b"again"


def test_a_changed_neighbour_stays_outside_the_set(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    folder = tmp_path / "c" / "1-day"
    (folder / BOOK).write_bytes(b"annotated")
    (line, _) = sorted(write_sets(tmp_path, [batch(tmp_path, {DECK: b"deck"})]).told, key=lambda told: BOOK not in told)
    assert set_of(tmp_path) == {DECK: b"deck", GUIDE: b"guide"} and (folder / BOOK).read_bytes() == b"annotated"
    assert line == f"{folder / BOOK} was changed since it was built; it stays, but is no longer part of the set"


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"course": "c"}', b"\xff"])
def test_without_a_readable_manifest_nothing_is_lost(tmp_path: Path, damage: bytes) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    folder = tmp_path / "c" / "1-day"
    (folder / MANIFEST).write_bytes(damage)
    write_sets(tmp_path, [batch(tmp_path, {DECK: b"new", BOOK: b"book"})])
    assert set_of(tmp_path) == {DECK: b"new", BOOK: b"book"}
    assert listing(folder).items() >= {"c-1-day-v1.0-deck-kept.pptx": b"deck", GUIDE: b"guide"}.items()


def test_links_and_folders_of_others_stay_what_they_are(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    folder = tmp_path / "c" / "1-day"
    (folder / "photos").mkdir()
    (folder / "empty").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"a")
    (folder / "shortcut").symlink_to("photos/a.jpg")
    (folder / "nowhere").symlink_to("gone")
    (folder / "photos").chmod(0o750)
    folder.chmod(0o775)
    inode = (folder / "photos" / "a.jpg").stat().st_ino
    write_sets(tmp_path, [batch(tmp_path, {**ALL, DECK: b"new"})])
    assert (folder / "shortcut").readlink() == Path("photos/a.jpg") and (folder / "nowhere").is_symlink()
    assert (folder / "photos" / "a.jpg").stat().st_ino == inode and (folder / "empty").is_dir()
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / "photos")] == [0o775, 0o750]


def test_a_folder_that_is_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "build" / "c").mkdir(parents=True)
    (tmp_path / "build" / "c" / "1-day").symlink_to(tmp_path / "share")
    for deck in (b"old", b"new"):
        write_sets(tmp_path / "build", [batch(tmp_path / "build", {DECK: deck})])
    assert (tmp_path / "build" / "c" / "1-day").is_symlink() and (tmp_path / "share" / DECK).read_bytes() == b"new"


def test_a_folder_or_file_in_the_way_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "c" / "1-day"
    (folder / DECK).mkdir(parents=True)
    with pytest.raises(IsADirectoryError) as found:
        write_sets(tmp_path, [batch(tmp_path, ALL)])
    assert found.value.filename == str(folder / DECK) and list(tmp_path.rglob("*")) == [
        folder.parent,
        folder,
        folder / DECK,
    ]
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(NotADirectoryError):
        write_sets(tmp_path / "file" / "x", [batch(tmp_path / "file" / "x", ALL)])
    (tmp_path / "d" / "c").mkdir(parents=True)
    (tmp_path / "d" / "c" / "1-day").write_bytes(b"mine")
    with pytest.raises(NotADirectoryError):
        write_sets(tmp_path / "d", [batch(tmp_path / "d", ALL)])
    assert (tmp_path / "d" / "c" / "1-day").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["../a", "/a", "", "a/../../b", "a\\b", "C:a", ".", "a\0b"])
def test_names_stay_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name inside"):
        check_name(name)
    with pytest.raises(ManifestError):
        parse_manifest(batch(tmp_path, {name: b"x"}).manifest)


def test_a_protected_file_keeps_the_whole_set_as_it_was(tmp_path: Path) -> None:
    write_sets(tmp_path, [batch(tmp_path, ALL)])
    book = tmp_path / "c" / "1-day" / BOOK
    if subprocess.run(["chattr", "+i", book], capture_output=True, check=False).returncode:
        pytest.skip("no file can be made immutable here")
    try:
        with pytest.raises(PermissionError) as found:
            write_sets(tmp_path, [batch(tmp_path, {**ALL, DECK: b"new"})])
        assert found.value.filename == str(book)
        assert set_of(tmp_path) == ALL
    finally:
        subprocess.run(["chattr", "-i", book], check=True)
    write_sets(tmp_path, [batch(tmp_path, {**ALL, DECK: b"new"})])
    assert set_of(tmp_path) == {**ALL, DECK: b"new"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can act as someone else")
def test_folders_that_their_owner_protected_do_not_stop_the_next_build() -> None:
    out = Path("/dev/shm") / f"deckgen-test-{os.getpid()}"

    def act() -> None:
        os.setuid(65534)
        write_sets(out, [batch(out, ALL)])
        folder = out / "c" / "1-day" / "locked"
        folder.mkdir()
        (folder / "a").write_bytes(b"a")
        folder.chmod(0o555)
        for deck in (b"new", b"newer"):
            write_sets(out, [batch(out, {**ALL, DECK: deck})])
            assert set_of(out)[DECK] == deck
        assert (folder / "a").read_bytes() == b"a" and folder.stat().st_mode & 0o777 == 0o555

    out.mkdir()
    os.chown(out, 65534, 65534)
    try:
        assert in_child(act) == 0
    finally:
        shutil.rmtree(out)
