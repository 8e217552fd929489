"""Changes of values: all or none, never over what nobody has seen, and taken back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.pipeline import retouch
from deckgen.pipeline.retouch import Change, ConflictError, RefusedError, Retoucher, Value

MODULE = "# first\nid: M1\ntitle: Listening   # short\nminutes: 20\nblocks:\n  - title: One\n"
COURSE = "title: A course\nmodules: [!include m1.yaml]\n"


@pytest.fixture
def course(tmp_path: Path) -> Retoucher:
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "m1.yaml").write_text(MODULE)
    (folder / "course.yaml").write_text(COURSE)
    (tmp_path / "elsewhere.yaml").write_text(MODULE)
    (folder / "link.yaml").symlink_to("../elsewhere.yaml")
    names = ("m1.yaml", "course.yaml", "link.yaml")
    return Retoucher(folder, frozenset((folder / name).as_posix() for name in names))


def change(course: Retoucher, key: str, old: Value, new: Value, name: str = "m1.yaml") -> Change:
    file = course.folder / name
    return Change(file.as_posix(), (key,), old, new, course.show(file.read_bytes()))


def module(course: Retoucher) -> str:
    return (course.folder / "m1.yaml").read_text()


def test_several_values_are_written_together_and_taken_back_together(course: Retoucher) -> None:
    file = course.folder / "m1.yaml"
    file.chmod(0o640)
    done = course.write([
        change(course, "title", "Listening", "Hearing: all"),
        change(course, "minutes", 20, 25),
        change(course, "title", "A course", "The course", "course.yaml"),
    ])  # fmt: skip
    written = MODULE.replace("Listening", '"Hearing: all"').replace("20", "25")
    assert module(course) == written
    assert (course.folder / "course.yaml").read_text() == COURSE.replace("A course", "The course")
    assert file.stat().st_mode & 0o777 == 0o640
    course.undo(done.number)
    assert (module(course), (course.folder / "course.yaml").read_text()) == (MODULE, COURSE)
    with pytest.raises(RefusedError, match="nothing of that number"):
        course.undo(done.number)
    assert sorted(path.name for path in course.folder.iterdir()) == ["course.yaml", "link.yaml", "m1.yaml"]


def test_a_file_that_changed_is_written_where_the_line_is_still_there_and_else_left_alone(course: Retoucher) -> None:
    asked = change(course, "title", "Listening", "Hearing")
    (course.folder / "m1.yaml").write_text("# above\n" + MODULE)
    course.write([asked])
    assert module(course) == "# above\n" + MODULE.replace("Listening", "Hearing")
    with pytest.raises(ConflictError, match="changed meanwhile") as conflict:
        course.write([change(course, "minutes", 20, 30), asked])
    assert conflict.value.now == "Hearing"
    assert "20" in module(course)


def test_who_is_mistaken_about_the_value_writes_nothing_in_a_file_that_did_not_change(course: Retoucher) -> None:
    with pytest.raises(ConflictError) as conflict:
        course.write([change(course, "title", "Reading", "Hearing")])
    assert conflict.value.now == "Listening" and module(course) == MODULE


def test_a_value_is_followed_to_where_its_item_has_moved(course: Retoucher) -> None:
    file = course.folder / "m1.yaml"
    asked = Change(file.as_posix(), ("blocks", 0, "title"), "One", "Two", course.show(file.read_bytes()))
    more = MODULE.replace("blocks:\n", "blocks:\n  - title: One   # the same words\n")
    file.write_text(more)
    course.write([asked])
    assert module(course) == more.replace("  - title: One\n", "  - title: Two\n")
    unknown = Change(file.as_posix(), ("blocks", 0, "title"), "One", "Two", "a state that nobody was shown")
    with pytest.raises(ConflictError):
        course.write([unknown])


def test_undo_goes_round_what_was_changed_elsewhere_and_is_refused_where_its_own_bytes_are_not_there(
    course: Retoucher,
) -> None:
    first = course.write([change(course, "title", "Listening", "Hearing")])
    (course.folder / "m1.yaml").write_text(module(course).replace("One", "Two"))
    course.undo(first.number)
    assert module(course) == MODULE.replace("One", "Two")
    second = course.write([change(course, "title", "Listening", "Hearing")])
    (course.folder / "m1.yaml").write_text(module(course).replace("Hearing", "Ears"))
    with pytest.raises(RefusedError, match="written anew"):
        course.undo(second.number)


@pytest.mark.parametrize("name", ["link.yaml", "../elsewhere.yaml", "other.yaml"])
def test_nothing_is_written_outside_the_course(course: Retoucher, name: str) -> None:
    with pytest.raises(RefusedError, match="no file of this course"):
        course.write([Change((course.folder / name).as_posix(), ("title",), "Listening", "x", "")])


def test_a_disk_that_fails_half_way_leaves_all_files_as_they_were(
    course: Retoucher, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace
    calls: list[str] = []

    def fail_second(path: Path, target: Path) -> Path:
        calls.append(str(target))
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(target))
        replace(path, target)
        return target

    monkeypatch.setattr(Path, "replace", fail_second)
    with pytest.raises(OSError, match="No space"):
        course.write([
            change(course, "title", "Listening", "Hearing"),
            change(course, "title", "A course", "The course", "course.yaml"),
        ])  # fmt: skip
    assert (module(course), (course.folder / "course.yaml").read_text()) == (MODULE, COURSE)
    assert not course.log


def test_a_file_saved_while_it_is_written_is_not_overwritten(
    course: Retoucher, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = retouch.read_file, change(course, "title", "Listening", "Hearing")

    def save_between(path: Path) -> bytes:
        content = read(path)
        path.write_bytes(content + b"# saved\n")
        return content

    monkeypatch.setattr(retouch, "read_file", save_between)
    with pytest.raises(RefusedError, match="at this very moment"):
        course.write([asked])
    assert module(course) == MODULE + "# saved\n# saved\n"
