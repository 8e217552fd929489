"""What one delivery was made from and with: the manifest beside its files.

Refuses a SOURCE_DATE_EPOCH that is no number of seconds (UsageError).
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from deckgen import __version__
from deckgen.base.units import Clock
from deckgen.pipeline.choose import UsageError

# Of a request: what chooses a delivery, which the manifest names; where things lie; what is written of the set, which
# the outputs tell; what changes no byte. All other fields are options, so a new one is listed unless it says otherwise.
NO_OPTIONS = frozenset(
    {
        "courses",
        "every",
        "delivery",
        "days",
        "hours",
        "minutes",
        "day_minutes",
        "kinds",
        "out",
        "curriculum",
        "themes",
        "strict",
        "pdf",
    }
)
PROGRAM = "deckgen"
_SOURCES = (".py", ".json", ".md")


class Fingerprint(NamedTuple):
    """A file by name, SHA-256 and size in bytes."""

    name: str
    sha256: str
    size: int


def fingerprint(name: str, content: bytes) -> Fingerprint:
    """The fingerprint of a file's bytes."""
    return Fingerprint(name, hashlib.sha256(content).hexdigest(), len(content))


def make_manifest(
    *,
    course: str,
    title: str,
    delivery: str,
    version: str,
    inputs: Iterable[Fingerprint],
    outputs: Mapping[str, bytes],
    options: Mapping[str, object],
    templates: Mapping[str, str],
    libraries: Mapping[str, str],
) -> bytes:
    """The manifest of one delivery as JSON in UTF-8, the same for the same build.

    `course` and `delivery` are ids, `title` and `version` are the course's, `options` what was asked for besides them.
    `outputs` are the files written, by name; `libraries` those that took part, with their versions; `templates` has a
    sum over all parts of each template, so that one more or less is seen, too.
    """
    manifest: dict[str, object] = {
        "course": course,
        "deckgen": __version__,
        "delivery": delivery,
        "inputs": [_entry("path", item) for item in sorted(set(inputs))],
        "libraries": dict(libraries),
        "options": dict(options),
        "outputs": [_entry("name", fingerprint(name, outputs[name])) for name in sorted(outputs)],
        "templates": dict(templates),
        "title": title,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "version": version,
    }
    epoch = source_date_epoch()
    if epoch is not None:
        manifest["source_date_epoch"] = epoch
    return (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _entry(key: str, item: Fingerprint) -> dict[str, str | int]:
    return {key: item.name, "sha256": item.sha256, "size": item.size}


def read_files(seen: Mapping[Path, bytes], folder: Path, prefix: str = "") -> Iterator[Fingerprint]:
    """Fingerprints of files by their path from `folder`, the same wherever that lies; outside of it with `..`."""
    for path, content in seen.items():
        yield fingerprint(prefix + os.path.relpath(path, folder).replace(os.sep, "/"), content)


def read_modules(modules: Mapping[str, bytes]) -> Iterator[Fingerprint]:
    """Fingerprints of the package's own modules that hold data, such as metric tables."""
    for name, source in modules.items():
        yield fingerprint(f"{name.replace('.', '/')}.py", source)


@lru_cache(maxsize=1)
def program() -> Fingerprint:
    """One fingerprint of the whole program: its files without the themes, which are listed one by one."""
    listing, size = hashlib.sha256(), 0
    for name, file in sorted(_sources(files(PROGRAM), "")):
        content = file.read_bytes()
        size += len(content)
        listing.update(f"{hashlib.sha256(content).hexdigest()}  {name}\n".encode())
    return Fingerprint(PROGRAM, listing.hexdigest(), size)


def _sources(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.name.startswith("_"):
            yield from _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_SOURCES):
            yield prefix + entry.name, entry


def options_of(request: Any) -> dict[str, object]:
    """What a request (a dataclass) asks for besides a course and a delivery, as plain values; only what is said.

    A profile stands here by its name, and its file among the inputs.
    """
    options = {
        item.name: _plain(getattr(request, item.name)) for item in fields(request) if item.name not in NO_OPTIONS
    }
    return {name: value for name, value in sorted(options.items()) if value not in (None, {}, "", False)}


def _plain(value: object) -> object:
    if isinstance(value, Clock):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        inside = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        return {name: each for name, each in sorted(inside.items()) if each not in (None, [])}
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def source_date_epoch() -> int | None:
    """The seconds that SOURCE_DATE_EPOCH names, None when it is not set."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    if not value.isascii() or not value.isdigit():
        raise UsageError(f"SOURCE_DATE_EPOCH is {value!r}; set it to whole seconds since 1970, or unset it")
    return int(value)
