"""`SHA256SUMS`: a line for each file, as `sha256sum` writes and checks it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from deckgen.pipeline.listing import check_name
from deckgen.pipeline.manifest import fingerprint

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class SumsError(Exception):
    """Sums that cannot be read; the text says where and why."""


def sum_of(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    return fingerprint("", content).sha256


def sum_on_disk(path: Path) -> str:
    """The SHA-256 of a file of any size."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_sums(sums: Mapping[str, str]) -> bytes:
    """The file of sums by name, in the order of names."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def read_sums(content: bytes) -> dict[str, str]:
    """Sums by name; raises SumsError for a line that is none, a name that leads elsewhere, one that stands twice."""
    sums: dict[str, str] = {}
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as problem:
        raise SumsError(f"it is no UTF-8 ({problem.reason})") from None
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise SumsError(f"line {number} is no sum with a name")
        try:
            name = check_name(match[2])
        except ValueError as problem:
            raise SumsError(f"line {number}: {problem}") from None
        if name in sums:
            raise SumsError(f"line {number}: {name} stands twice")
        sums[name] = match[1]
    return sums
