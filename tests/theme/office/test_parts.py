"""Packages from anybody: what is no package, too much, or written to do harm is refused before it is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from deckgen.pipeline.door import Disk, Record
from deckgen.theme.office import parts as office
from deckgen.theme.office.facts import UnusableError
from deckgen.theme.office.parts import check_markup, open_package, read_folder


def packed(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, data in members:
            package.writestr(name, data)
    return file.getvalue()


def test_a_package_is_its_parts_without_folders() -> None:
    data = packed([("[Content_Types].xml", b"<t/>"), ("ppt/", b""), ("ppt/a.xml", b"<a/>")])
    assert open_package(data) == {"[Content_Types].xml": b"<t/>", "ppt/a.xml": b"<a/>"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no whole Office file"),
        (b"%PDF-1.7", "no whole Office file"),
        (packed([("a", b"a" * 999)])[:-30], "no whole Office file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted or older"),
        (packed([("../a.xml", b"")]), "a part named"),
        (packed([("/a.xml", b"")]), "a part named"),
        (packed([("a\\b.xml", b"")]), "a part named"),
        (packed([("a\x1b[2J.xml", b"")]), "a part named"),
        (packed([("a.xml", b"1"), ("A.XML", b"2")]), "two parts named"),
    ],
    ids=("empty", "pdf", "cut", "old", "above", "absolute", "backslash", "escape", "twice"),
)
def test_what_is_no_package_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableError, match=reason):
        open_package(data)


def test_a_member_that_was_tampered_with_is_refused() -> None:
    data = bytearray(packed([("a.xml", b"<a>hello</a>")], zipfile.ZIP_STORED))
    data[data.index(b"hello")] ^= 1
    with pytest.raises(UnusableError, match="no whole Office file"):
        open_package(bytes(data))


def test_a_locked_member_is_refused() -> None:
    data = bytearray(packed([("a.xml", b"<a/>")]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1  # encrypted
    with pytest.raises(UnusableError, match="no whole Office file"):
        open_package(bytes(data))


def test_bombs_are_refused_before_they_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(office, "MAX_PARTS", 20)
    assert len(open_package(packed([("a", bytes(999_999))]))["a"]) == 999_999
    with pytest.raises(UnusableError, match="unpacks to more than"):
        open_package(packed([("a", bytes(600_000)), ("b", bytes(600_000))]))
    with pytest.raises(UnusableError, match="21 parts"):
        open_package(packed([(str(number), b"") for number in range(21)]))


def test_no_more_is_unpacked_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAX_BYTES", 100_000)
    read, sizes = zipfile.ZipExtFile.read, list[int]()

    def counted(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        sizes.append(len(data := read(self, n)))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    with pytest.raises(UnusableError, match="unpacks to more than"):
        open_package(packed([("a", bytes(60_000)), ("b", bytes(9_000_000))]))
    assert sum(sizes) == 100_001


def test_a_directory_that_lies_about_sizes_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAX_BYTES", 100_000)
    data = bytearray(packed([("a", bytes(5_000_000))]))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")  # the size that is announced
    with pytest.raises(UnusableError):
        open_package(bytes(data))


XML = '<?xml version="1.0" encoding="{0}"?>'
BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        (XML.format("UTF-8") + "<!-- x -->" + BOMB).encode(),
        ("\ufeff" + XML.format("UTF-8") + BOMB).encode(),
        (XML.format("UTF-16") + BOMB).encode("utf-16"),
        (XML.format("UTF-16") + BOMB).encode("utf-16-be"),
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    ],
    ids=("plain", "behind a comment", "byte order mark", "UTF-16", "UTF-16 big-endian", "outside"),
)
def test_a_part_with_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableError, match="document type"):
        check_markup("ppt/a.xml", data)


@pytest.mark.parametrize(
    "data",
    [
        (XML.format("GB18030") + BOMB).encode("gb18030"),
        (XML.format("klingon") + BOMB).encode(),
        b'<?xml version="1.0"?><a',
        b"<?xml",
    ],
)
def test_what_pretends_to_be_xml_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableError, match="no XML of Office"):
        check_markup("ppt/a.xml", data)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"<a/>", b"<a>", b"GIF89a<!DOCTYPE a>"])
def test_pictures_and_plain_xml_pass(data: bytes) -> None:
    check_markup("ppt/a", data)


def test_xml_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAX_MARKUP", 100)
    check_markup("a.xml", b"<a>" + b" " * 97)
    with pytest.raises(UnusableError, match="larger than"):
        check_markup("a.xml", b"<a>" + b" " * 98)
    check_markup("a.png", b"\x89PNG" + bytes(200))


def test_a_folder_gives_parts_without_stray_files(tmp_path: Path) -> None:
    for name in (
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/a.xml",
        "ppt/.DS_Store",
        "ppt/a.xml~",
        "ppt/_rels/a.xml.rels",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    door = Record(Disk())
    parts = read_folder(tmp_path, door)
    assert set(parts) == {"[Content_Types].xml", "_rels/.rels", "ppt/a.xml", "ppt/_rels/a.xml.rels"}
    assert parts["ppt/a.xml"] == b"ppt/a.xml"
    assert {path.relative_to(tmp_path).as_posix() for path in door.seen} == set(parts)
    assert read_folder(tmp_path / "none", door) == {}
