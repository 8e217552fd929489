"""The pictures of one delivery: found as they are written, looked at once, and made ready for each artefact.

What cannot be shown is a diagnostic at the place where the course names it, one a file. The libraries for pictures are
loaded when a course has pictures.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.reading import Store
from deckgen.base.suggest import nearest
from deckgen.model.course import Course
from deckgen.model.picture import pictures_of
from deckgen.pipeline.door import Record, read_module
from deckgen.tree import Book, Deck, ReadyPicture, ShowPicture

if TYPE_CHECKING:
    from deckgen.pictures import Look

_LEAST_DOTS = 72  # to the inch: below, a picture is seen to be made of dots
_SUM = hashlib.sha256().digest_size
_RASTER, _VECTOR = "deckgen.pictures.raster", "deckgen.pictures.vector"


@dataclass(slots=True)
class Album:
    """Pictures by the names the course gives them; `door` is what they came through."""

    door: Record
    store: Store
    bytes_of: dict[str, bytes] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    told: dict[str, Span | None] = field(default_factory=dict)  # where the course names them first

    @property
    def sizes(self) -> Mapping[str, tuple[float, float]]:
        """Natural sizes in points."""
        return {name: look.size for name, look in self.looks.items()}

    @property
    def libraries(self) -> tuple[str, ...]:
        """The libraries that worked on them, be it in an earlier build whose findings were kept."""
        vector = ("resvg-py",) if any(look.is_vector for look in self.looks.values()) else ()
        return ("pillow", *vector) if self.looks else ()

    def show(self, tree: Deck | Book) -> ShowPicture:
        """What a writer of this tree asks for its pictures, each as large as its largest place needs it."""
        if not self.looks:
            return _nothing
        from deckgen.pictures import widths_in

        widths = widths_in(tree)
        return lambda name: self.ready(name, widths[name])

    def blown_up(self, tree: Deck | Book) -> Iterator[Diagnostic]:
        """The pictures that have too few dots for their place."""
        if not self.looks:
            return
        from deckgen.pictures import widths_in

        for name, width in widths_in(tree).items():
            look = self.looks.get(name)
            dots = look.width / width * 72 if look is not None and not look.is_vector else _LEAST_DOTS
            if dots < _LEAST_DOTS and look is not None:
                message = f"the picture {name} is {look.width:g} dots wide and is shown at {dots:.0f} dots to the inch"
                hint = f"take one of at least {width / 72 * _LEAST_DOTS:.0f} dots, or show it smaller, beside points"
                yield Diagnostic("DG508", message, self.told.get(name), hint)

    def ready(self, name: str, points: float) -> ReadyPicture:
        """A picture as Office shows it where the whole of it is so many points wide."""
        from deckgen.pictures import make_ready

        content, look = self.bytes_of[name], self.looks[name]
        if look.has_text:  # its dots hang on the faces of this machine, which may change
            return make_ready(content, look, points)
        key = _key(content, f"{points:.2f}")
        kept = self._load(key)
        if kept:
            return ReadyPicture.unpack(kept)
        ready = make_ready(content, look, points)
        self._save(key, ready.pack())
        return ready

    def look(self, name: str, content: bytes) -> Look:
        """What a file is; that of one which was seen to be sound before is remembered."""
        from deckgen.pictures import Look, look_at

        key = _key(content, name.rpartition(".")[2].lower())
        kept = self._load(key)
        if kept:
            return Look.unpack(kept)
        look = look_at(name, content)
        self._save(key, look.pack())
        return look

    def _save(self, key: str, entry: bytes) -> None:
        self.store.save(key, hashlib.sha256(entry).digest() + entry)

    def _load(self, key: str) -> bytes:
        """What was saved under a key; empty when it is gone or damaged."""
        kept = self.store.load(key) or b""
        entry = kept[_SUM:]
        return entry if hashlib.sha256(entry).digest() == kept[:_SUM] else b""


def open_album(course: Course, folder: Path, door: Record, store: Store, report: Report) -> Album:
    """The pictures that a delivery of the course shows, out of the course's folder."""
    album = Album(door, store)
    for picture in pictures_of(course):
        if picture.file not in album.told:
            album.told[picture.file] = picture.at("file")
            open_picture(album, picture.file, picture.at("file"), folder, report)
    return album


def _nothing(name: str) -> ReadyPicture:
    raise KeyError(name)


def open_picture(album: Album, name: str, place: Span | None, folder: Path, report: Report) -> None:
    """Look at a file below a folder and keep it in the album; why it cannot be shown is reported at `place`."""
    path = _find(name, folder)
    if isinstance(path, Diagnostic):
        report.extend([Diagnostic(path.code, path.message, place, path.hint)])
        return
    try:
        content = album.door(path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        report.add("DG522", f"the picture {name} cannot be read: {reason}", place, "see that it is a file of your own")
        return
    from deckgen.pictures import RefusedError

    try:
        look = album.look(name, content)
    except RefusedError as refused:
        report.add(refused.code, f"{name} {refused.message}", place, refused.hint)
        return
    album.bytes_of[name], album.looks[name] = content, look
    for what in look.dropped:
        hint = "see that nothing is missing without it, or save the drawing anew"
        report.add("DG528", f"{name} brings {what}, which is left out", place, hint)
    if look.has_text:
        hint = "turn its texts into paths (in Inkscape: Path, Object to Path)"
        report.add("DG529", f"{name} has texts, which look as the faces of each machine let them", place, hint)


def _find(name: str, folder: Path) -> Path | Diagnostic:
    """The file of that name below a folder, spelled as it is on the disk, so that it is found on every system."""
    if ":" in name.partition("/")[0] or name.startswith(("/", "~")):
        return Diagnostic("DG520", f"{name} is no path in the folder of the course", None,
                          "copy the picture into that folder, and write its path from there")  # fmt: skip
    if "\\" in name:
        better = name.replace("\\", "/")
        return Diagnostic("DG520", f"the path {name} holds a backslash", None, f"write {better}")
    here = folder
    written: list[str] = []
    for part in name.split("/"):
        if part == "..":
            return Diagnostic("DG520", f"{name} leaves the folder of the course", None,
                              "copy the picture into that folder, and write its path from there")  # fmt: skip
        if part in ("", "."):
            continue
        there = _names_in(here)
        alike = [other for other in there if _folded(other) == _folded(part)]
        spelled = part if part in there else next(iter(alike), "")
        if not spelled:
            near = nearest(part, there, cutoff=0.6)
            better = "/".join((*written, near or ""))
            hint = f"did you mean {better}?" if near else "copy it there, or write the path of another"
            return Diagnostic("DG520", f"there is no picture {name} in the folder of the course", None, hint)
        written.append(spelled)
        here /= spelled
    if here.is_dir():
        return Diagnostic("DG520", f"{name} is a folder", None, "write the path of a picture")
    right = "/".join(written)
    given = "/".join(part for part in name.split("/") if part not in ("", "."))
    if unicodedata.normalize("NFC", right) != unicodedata.normalize("NFC", given):
        return Diagnostic("DG521", f"the picture is called {right}, not {name}", None, f"write {right}")
    return here


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _key(content: bytes, wanted: str) -> str:
    """What is found out of a picture hangs on its bytes, what is wanted, and the modules and libraries that find it."""
    told = hashlib.sha256(hashlib.sha256(content).digest() + _makers() + wanted.encode())
    return told.hexdigest()


@lru_cache(maxsize=1)
def _makers() -> bytes:
    told = hashlib.sha256(" ".join(metadata.version(name) for name in ("pillow", "resvg-py")).encode())
    for module in (_RASTER, _VECTOR, "deckgen.pictures.look"):
        told.update(read_module(module))
    return told.digest()
