"""Bundles that may come from anybody: what is not as built is named, what nobody should unpack is refused."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from functools import cache
from hashlib import sha256
from pathlib import Path

import docx
import pptx
import pytest
from click.testing import CliRunner

from deckgen.cli.main import cli
from deckgen.release.archive import MAX_FILES, write_archive
from deckgen.release.sums import SumsError, read_sums, write_sums
from deckgen.release.verify import verify

TOP = "c-1-day-v1.0"
DECK, BOOK = "trainer/c-1-day-v1.0-deck.pptx", "participant/c-1-day-v1.0-workbook.docx"
Files = dict[str, bytes]


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@cache
def office_file(kind: str) -> bytes:
    buffer = io.BytesIO()
    (pptx.Presentation() if kind == "deck" else docx.Document()).save(buffer)
    return buffer.getvalue()


def bundle(files: Files | None = None) -> Files:
    """The files of a bundle that is as built."""
    made = files or {DECK: office_file("deck"), BOOK: office_file("book"), "CHANGES.md": b"none\n"}
    outputs = [{"name": name, "sha256": digest(made[name]), "size": len(made[name])} for name in sorted(made)]
    manifest = {"course": "c", "delivery": "1-day", "version": "1.0", "inputs": [], "outputs": outputs}
    made = {**made, "manifest.json": json.dumps(manifest).encode()}
    return {**made, "SHA256SUMS": write_sums({name: digest(content) for name, content in made.items()})}


def write_zip(folder: Path, files: Files) -> Path:
    path = folder / f"{TOP}.zip"
    path.write_bytes(write_archive({f"{TOP}/{name}": content for name, content in files.items()}))
    return path


def unpack(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        path = folder / TOP / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / TOP


def findings(path: Path) -> list[str]:
    """What is not as built, without the place that every line begins with."""
    return [line.removeprefix(f"{path}").lstrip("!/").removeprefix(f"{TOP}/") for line in verify(path).findings]


@pytest.mark.parametrize("lay_out", [write_zip, unpack], ids=["zip", "folder"])
def test_a_bundle_as_built_needs_one_line(tmp_path: Path, lay_out: Callable[[Path, Files], Path]) -> None:
    path = lay_out(tmp_path, bundle())
    result = CliRunner().invoke(cli, ["verify", str(path)])
    assert (result.exit_code, result.stdout) == (0, f"{path}: everything is as built (1 delivery, 3 files)\n")


def flip(content: bytes) -> bytes:
    return content[:100] + bytes([content[100] ^ 1]) + content[101:]


@pytest.mark.parametrize("lay_out", [write_zip, unpack], ids=["zip", "folder"])
def test_everything_that_is_not_as_built_is_named(tmp_path: Path, lay_out: Callable[[Path, Files], Path]) -> None:
    files = bundle()
    files[DECK] = flip(files[DECK])
    files["manifest.json"] = files["manifest.json"].replace(b'"version": "1.0"', b'"version": "1.1"')
    del files[BOOK]
    files["trainer/more.txt"] = b"more"
    assert findings(lay_out(tmp_path, files)) == [
        "manifest.json: changed since it was built",
        f"{BOOK}: missing",
        f"{DECK}: changed since it was built",
        "trainer/more.txt: no part of the bundle; nothing lists it",
    ]


def test_manifest_and_sums_must_agree(tmp_path: Path) -> None:
    files = bundle()
    sums = read_sums(files["SHA256SUMS"])
    more = {**files, "more.txt": b"more"}
    more["SHA256SUMS"] = write_sums({**sums, "more.txt": digest(b"more")})
    assert findings(write_zip(tmp_path, more)) == ["more.txt: manifest.json does not list it"]
    less = {name: each for name, each in sums.items() if name != "CHANGES.md"}
    files["SHA256SUMS"] = write_sums(less)
    assert findings(write_zip(tmp_path, files)) == ["CHANGES.md: SHA256SUMS does not list it"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("SHA256SUMS", None, "SHA256SUMS: missing"),
        ("manifest.json", None, "manifest.json: missing"),
        ("SHA256SUMS", b"\n", "SHA256SUMS: cannot be read (line 1 is no sum with a name)"),
        ("SHA256SUMS", b"\xff", "SHA256SUMS: cannot be read (it is no UTF-8"),
        ("manifest.json", b"{}", "manifest.json: cannot be read ("),
    ],
)
def test_a_listing_that_is_of_no_use_is_named(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    files = bundle()
    del files[name]
    told_of = findings(write_zip(tmp_path, files if content is None else {**files, name: content}))
    assert told_of[0].startswith(told)
    assert len(told_of) == (2 if name == "manifest.json" and content else 1)  # then its sum is another, too


def test_a_file_as_built_that_does_not_open_is_named(tmp_path: Path) -> None:
    broken = zipfile.ZipFile(buffer := io.BytesIO(), "w")
    broken.writestr("../word/document.xml", b"<a/>")
    broken.close()
    path = write_zip(tmp_path, bundle({DECK: office_file("book"), BOOK: buffer.getvalue(), "a.zip": b"PK"}))
    told = findings(path)
    assert [line.partition(" (")[0] for line in told] == [
        "a.zip: it is no whole zip file",
        f"{BOOK}: '../word/document.xml' leads out of the folder",
        f"{DECK}: python-pptx cannot open it",
    ]


def member(name: str, mode: int = 0, **others: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    for key, value in others.items():
        setattr(info, key, value)
    return info


LINK = stat.S_IFLNK | 0o777
HOSTILE: dict[str, tuple[list[tuple[zipfile.ZipInfo, bytes]], str]] = {
    "parent": ([(member("a/../../x"), b"")], "'a/../../x' leads out of the folder"),
    "root": ([(member("/etc/passwd"), b"")], "'/etc/passwd' begins at the root of the disk"),
    "drive": ([(member("C:x"), b"")], "'C:x' has “:”"),
    "backslash": ([(member("a\\..\\x"), b"")], "has “\\”"),
    "empty part": ([(member("a//x"), b"")], "'a//x' has a part without a name"),
    "device": ([(member("a/NUL.txt"), b"")], "'a/NUL.txt' is a device on Windows"),
    "unseen": ([(member("a\u202egpj.exe"), b"")], "has the invisible character U+202E"),
    "link": ([(member("a", LINK), b"/etc/passwd")], "'a' is a link"),
    "pipe": ([(member("a", stat.S_IFIFO | 0o644), b"")], "'a' is no ordinary file"),
    "twice": ([(member("a"), b"1"), (member("a"), b"2")], "'a' stands twice"),
    "case": ([(member("a"), b"1"), (member("A"), b"2")], "'A' stands twice, first as 'a'"),
    "file and folder": ([(member("a"), b"1"), (member("a/b"), b"2")], "'a' stands twice"),
    "bomb": ([(member("a"), bytes(3_000_000))], "'a' unpacks to more than 200 times its size"),
    "packed otherwise": ([(member("a", compress_type=zipfile.ZIP_LZMA), b"1")], "method 14"),
    "folder with bytes": ([(member("a/", stat.S_IFDIR | 0o755), b"1")], "'a/' is a folder that holds bytes"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_nobody_should_unpack_is_refused(tmp_path: Path, case: str) -> None:
    members, told = HOSTILE[case]
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for info, content in members:
            if case == "bomb":
                info.compress_type = zipfile.ZIP_DEFLATED
            with pytest.warns(UserWarning) if info.filename in archive.namelist() else nullcontext():
                archive.writestr(info, content)
    (line,) = verify(path).findings
    assert line.startswith(f"{path}: refused: ") and told in line
    assert CliRunner().invoke(cli, ["verify", str(path)]).exit_code == 1


def test_a_file_that_lies_about_itself_is_refused_or_damaged(tmp_path: Path) -> None:
    path = write_zip(tmp_path, bundle())
    whole = path.read_bytes()
    path.write_bytes(b"#!/bin/sh\n" + whole)
    assert verify(path).findings == (f"{path}: refused: it has 10 bytes before its first file",)
    at = whole.rindex(b"PK\x01\x02")
    encrypted = bytearray(whole)
    encrypted[at + 8] |= 1
    path.write_bytes(encrypted)
    assert "is encrypted" in verify(path).findings[0]
    path.write_bytes(whole[:1000])
    assert "it is no whole zip file" in verify(path).findings[0]
    at = whole.index(b"none\n")
    path.write_bytes(whole[:at] + b"some\n" + whole[at + 5 :])
    assert findings(path) == ["CHANGES.md: it cannot be unpacked (Bad CRC-32 for file 'c-1-day-v1.0/CHANGES.md')"]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.release.archive.MAX_FILES", 4)
    path = write_zip(tmp_path, bundle())
    assert verify(path).findings == (f"{path}: refused: it has 5 files, more than 4",)
    assert MAX_FILES == 10_000
    monkeypatch.setattr("deckgen.release.archive.MAX_FILES", 5)
    monkeypatch.setattr("deckgen.release.archive.MAX_BYTES", 1024 * 1024 // 50)
    assert "it unpacks to 0 MB, more than" in verify(path).findings[0]


def test_the_sums_beside_a_bundle_count_and_those_that_are_named_before_them(tmp_path: Path) -> None:
    path = write_zip(tmp_path, bundle())
    (tmp_path / "SHA256SUMS").write_bytes(write_sums({path.name: digest(b"other")}))
    assert verify(path).findings == (f"{path}: changed since it was released",)
    trusted = tmp_path / "trusted"
    trusted.write_bytes(write_sums({path.name: digest(path.read_bytes())}))
    assert verify(path, trusted).findings == ()
    trusted.write_bytes(write_sums({"other.zip": digest(b"")}))
    assert verify(path, trusted).findings == (f"{path}: {trusted} does not list it",)


def test_a_folder_of_bundles_is_looked_at_whole(tmp_path: Path) -> None:
    path = write_zip(tmp_path, bundle())
    sums = {path.name: digest(path.read_bytes()), "gone.zip": digest(b"")}
    (tmp_path / "SHA256SUMS").write_bytes(write_sums(sums))
    (tmp_path / "SHA256SUMS.sig").write_bytes(b"signed")
    (tmp_path / "more.txt").write_bytes(b"more")
    told = verify(tmp_path)
    assert (told.sets, told.files) == (1, 3)
    assert told.findings == (f"{tmp_path}/gone.zip: missing", f"{tmp_path}/more.txt: SHA256SUMS does not list it")


def test_a_link_in_an_unpacked_bundle_is_no_file_of_it(tmp_path: Path) -> None:
    folder = unpack(tmp_path, bundle())
    (tmp_path / "elsewhere.md").write_bytes((folder / "CHANGES.md").read_bytes())
    (folder / "CHANGES.md").unlink()
    (folder / "CHANGES.md").symlink_to(tmp_path / "elsewhere.md")
    assert findings(folder) == ["CHANGES.md: it is a link"]


@pytest.mark.parametrize("line", ["x", f"{'0' * 64}  ../a", f"{'0' * 64}  /a", f"{'0' * 64}  a\n{'1' * 64}  a"])
def test_sums_that_lead_elsewhere_or_stand_twice_are_none(line: str) -> None:
    with pytest.raises(SumsError):
        read_sums(line.encode())
