"""A manifest as read back: what a delivery's files were made from, and whether they still are those files.

`inputs` and `outputs` are lists of files with size in bytes and SHA-256. Everything else in it is the basis of the
set: two builds of equal basis and inputs make equal files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from deckgen.pipeline.door import read_file

MANIFEST = "manifest.json"


class ManifestError(Exception):
    """A manifest that cannot be read; the text says why."""


def check_name(name: str) -> str:
    """A name inside a folder, with ``/``; raises ValueError for one that leads out of it."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\0" in name:
        raise ValueError(f"{name!r} is no name inside the output folder")
    return name


class Listed(BaseModel):
    """A file as a manifest lists it."""

    model_config = ConfigDict(frozen=True)

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]

    def is_of(self, content: bytes) -> bool:
        """Whether these are the bytes."""
        return len(content) == self.size and hashlib.sha256(content).hexdigest() == self.sha256


class Input(Listed):
    """A file that was read."""

    path: str


class Output(Listed):
    """A file of the set."""

    name: Annotated[str, AfterValidator(check_name)]


class Manifest(BaseModel):
    """A manifest as read; what is neither inputs nor outputs is its basis."""

    model_config = ConfigDict(frozen=True, extra="allow")

    course: str
    title: str = ""
    delivery: str
    version: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]

    @property
    def basis(self) -> dict[str, Any]:
        """What the set was made from, apart from the files read."""
        return self.model_dump(exclude={"inputs", "outputs"})

    def is_unchanged(self, folder: Path, name: str) -> bool:
        """Whether the file of that name is listed and still has the listed content."""
        listed = next((item for item in self.outputs if item.name == name), None)
        path = folder / name
        if listed is None or not path.is_file() or path.is_symlink() or path.stat().st_size != listed.size:
            return False
        return listed.is_of(path.read_bytes())

    def has_same_sources(self, other: Manifest, read_input: Callable[[str], bytes | None]) -> bool:
        """Whether this set would be made again now: equal basis, and every file it was made from is as it was.

        `other` is made now; an input it did not read is asked for by name, None when it is not there.
        """
        if self.basis != other.basis:
            return False
        now = {item.path: item for item in other.inputs}
        for item in self.inputs:
            if item.path in now:
                if item != now[item.path]:
                    return False
                continue
            content = read_input(item.path)
            if content is None or not item.is_of(content):
                return False
        return True

    def joined(self, kept: Iterable[Output], inputs: Iterable[Input]) -> Manifest:
        """The set together with files that stay, and what those were made from."""
        all_inputs = {item.path: item for item in (*inputs, *self.inputs)}
        all_outputs = {item.name: item for item in (*kept, *self.outputs)}
        update = {
            "inputs": tuple(all_inputs[key] for key in sorted(all_inputs)),
            "outputs": tuple(all_outputs[key] for key in sorted(all_outputs)),
        }
        return self.model_copy(update=update)

    def to_bytes(self) -> bytes:
        """JSON in UTF-8, the same for the same set."""
        return (json.dumps(self.model_dump(), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def parse_manifest(content: bytes) -> Manifest:
    """A manifest from its bytes; raises ManifestError."""
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise ManifestError(f"{where}: {first['msg']}" if where else first["msg"]) from None


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a delivery's folder; raises ManifestError, and OSError as `open` does."""
    return parse_manifest(read_file(folder / MANIFEST))
