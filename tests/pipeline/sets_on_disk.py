"""Sets of small files to write, and what lies of them on the disk."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from deckgen.pipeline.listing import read_manifest
from deckgen.pipeline.output import write_sets
from deckgen.pipeline.sets import Batch

__all__ = ["ALL", "BOOK", "DECK", "GUIDE", "Files", "batch", "listed", "listing", "set_of", "write_sets"]

Files = dict[str, bytes]
DECK, BOOK, GUIDE = "c-1-day-v1.0-deck.pptx", "c-1-day-v1.0-workbook.docx", "c-1-day-v1.0-guide.docx"
ALL: Files = {DECK: b"deck", BOOK: b"book", GUIDE: b"guide"}


def listed(files: Files, key: str) -> list[dict[str, str | int]]:
    return [{key: k, "sha256": sha256(v).hexdigest(), "size": len(v)} for k, v in sorted(files.items())]


def batch(
    out: Path, files: Files, sources: Files | None = None, version: str = "1.0", now: Files | None = None, **basis: str
) -> Batch:
    """A set made from `sources`; `now` are files that this build did not read and another did."""
    manifest = {"course": "c", "delivery": "1-day", "version": version, **basis,
                "inputs": listed(sources or {}, "path"), "outputs": listed(files, "name")}  # fmt: skip
    return Batch(
        out / "c" / "1-day", files, json.dumps(manifest).encode(), "c-1-day", lambda name: (now or {}).get(name)
    )


def listing(folder: Path) -> Files:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def set_of(out: Path) -> Files:
    """The files of the set; its manifest agrees with them, and nothing of a build is left behind."""
    folder = out / "c" / "1-day"
    manifest = read_manifest(folder)
    assert all(manifest.is_unchanged(folder, item.name) for item in manifest.outputs)
    assert not [path for path in out.rglob("*") if "deckgen" in path.name]
    return {item.name: (folder / item.name).read_bytes() for item in manifest.outputs}
