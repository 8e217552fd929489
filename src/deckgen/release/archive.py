"""Zip files that may come from anybody: what of one nobody should unpack, and its files one by one.

Those that deckgen writes hold files as they are: what packs smaller packs otherwise from one machine to the next.

Refused are names that lead out of the folder, or that systems read differently, names that stand twice, links and
devices, what is encrypted, packed in unusual ways or unpacks to more than a bundle can have.
"""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from deckgen.base.names import fault_in
from deckgen.base.suggest import count_of

SUFFIX = ".zip"
MAX_FILES = 10_000
MAX_FILE = 256 * 1024 * 1024  # bytes of one, unpacked
MAX_BYTES = 2 * 1024 * 1024 * 1024  # of all together
MAX_RATIO = 200  # of a file unpacked to packed, where it is larger than _SMALL
MAX_NAME = 255  # bytes of one name as UTF-8
_SMALL = 1024 * 1024
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_MB = 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip member can carry
_UNIX = 3  # else the byte tells the platform of the build
# What reading a damaged file raises: impossible sizes, dates and names, unknown ways of packing, a password.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError, RuntimeError)


class ArchiveError(Exception):
    """What cannot be read of a zip file; the text says why."""


def open_archive(source: Path | IO[bytes]) -> zipfile.ZipFile:
    """A zip file, to be closed by the caller. Raises ArchiveError for what is none, OSError as `open` does."""
    try:
        return zipfile.ZipFile(source)
    except (*_DAMAGE, OverflowError) as problem:
        raise ArchiveError(f"it is no whole zip file ({problem})") from problem


def write_archive(files: Mapping[str, bytes]) -> bytes:
    """A zip file of files by name, in the order given: not packed, of one date, readable for all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = _UNIX
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(member, content)
    return buffer.getvalue()


def faults_of(archive: zipfile.ZipFile) -> Iterator[str]:
    """Everything for which a zip file should not be unpacked, a line for each; nothing is unpacked to find it."""
    members = archive.infolist()
    if len(members) > MAX_FILES:
        yield f"it has {len(members)} files, more than {MAX_FILES}"
        return
    if archive.comment:
        yield f"it has a comment of {count_of(len(archive.comment), 'byte')} behind its files"
    if before := min((info.header_offset for info in members), default=0):
        yield f"it has {count_of(before, 'byte')} before its first file"
    size = sum(info.file_size for info in members)
    if size > MAX_BYTES:
        yield f"it unpacks to {size // _MB} MB, more than {MAX_BYTES // _MB}"
    taken = {_same(folder): "" for info in members for folder in _folders(info.filename)}
    for info in members:
        name, key = info.orig_filename, _same(info.filename.rstrip("/"))
        if fault := _fault_in(info):
            yield f"{name!r} {fault}"
        if key in taken and not (info.is_dir() and not taken[key]):
            other = taken[key]
            yield f"{name!r} stands twice" + (f", first as {other!r}" if other not in ("", name) else "")
        taken[key] = taken.get(key) or name


def _folders(name: str) -> Iterator[str]:
    parts = name.rstrip("/").split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _same(name: str) -> str:
    """The name as file systems compare it that do not tell case or ways of writing a letter apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _fault_in(info: zipfile.ZipInfo) -> str:
    """Why a member should not be unpacked, in words that follow its name; empty when it can be."""
    if fault := _fault_in_name(info.orig_filename):
        return fault
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (kind == stat.S_IFDIR and not info.is_dir()):
        return "is a link" if kind == stat.S_IFLNK else "is no ordinary file"
    if info.is_dir() and info.file_size:
        return "is a folder that holds bytes"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if info.compress_type not in _USUAL:
        return f"is packed in a way that not every program unpacks (method {info.compress_type})"
    if info.file_size > MAX_FILE:
        return f"unpacks to {info.file_size // _MB} MB, more than {MAX_FILE // _MB}"
    if info.file_size > max(_SMALL, MAX_RATIO * info.compress_size):
        return f"unpacks to more than {MAX_RATIO} times its size"
    return ""


def _fault_in_name(name: str) -> str:
    if name.startswith("/"):
        return "begins at the root of the disk"
    parts = name.removesuffix("/").split("/")
    if ".." in parts:
        return "leads out of the folder"
    if not all(part.strip(".") for part in parts):
        return "has a part without a name"
    return next((fault for part in parts if (fault := fault_in(part.lstrip("."), MAX_NAME))), "")


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a file of a zip file in which no faults are; raises ArchiveError for what is damaged."""
    try:
        with archive.open(name) as stream:
            content = stream.read(MAX_FILE + 1)
    except _DAMAGE as problem:
        raise ArchiveError(f"it cannot be unpacked ({problem})") from problem
    if len(content) > MAX_FILE:
        raise ArchiveError(f"it unpacks to more than {MAX_FILE // _MB} MB")
    return content
