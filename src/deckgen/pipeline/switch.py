"""A delivery's folder, made whole beside the old one, takes its place in one step.

Beside `1-day` three hidden names are ours: `.1-day.deckgen-new` is being made and holds nothing that is not also
elsewhere; `.1-day.deckgen-old` is the folder that had the name before, and may hold what nobody else has;
`.1-day.deckgen-gone` takes the old files of the set, which proves that each of them may be taken away while
everything can still be put back. Whatever ends a build, the name `1-day` is one whole set or the other; the next
build clears away the rest (`recover`). Where two names cannot be exchanged in one step, the old folder is moved
aside first; a build that ends just then leaves no `1-day`, and `recover` gives the old one its name back.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.pipeline.disk import exchange, naming, sync_folder, write_new
from deckgen.pipeline.withdraw import remove_tree, withdraw

_OURS = re.compile(r"\.(?P<name>.+)\.deckgen-(?P<role>new|old|gone)")


@dataclass(frozen=True, slots=True)
class NextSet:
    """What a delivery's folder is to hold.

    `files` are written (the manifest among them), `carried` are names of now with the names they have then
    (kept files of the set and files that are nobody's business), `removed` are names of the old set that go.
    """

    folder: Path
    files: Mapping[str, bytes]
    carried: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()


def _beside(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.deckgen-{role}")


def is_leftover(name: str) -> bool:
    """Whether a name beside the deliveries is one of those that only a build uses."""
    return _OURS.fullmatch(name) is not None


def give_back_names(parent: Path, *, look_only: bool = False) -> list[Path]:
    """Deliveries in `parent` whose folder a killed build left aside; unless `look_only`, they get their name back."""
    aside = []
    for path, name, role in _leftovers(parent):
        folder = parent / name
        if role == "old" and not folder.exists():
            aside.append(folder)
            if not look_only:
                with naming(path):
                    path.rename(folder)
                    sync_folder(parent)
    return aside


def recover(parent: Path) -> None:
    """Clear away what killed builds left among the deliveries in `parent`; nothing that is nobody's is lost."""
    give_back_names(parent)
    for path, name, role in _leftovers(parent):
        with naming(path):
            if role == "old":
                withdraw(path, parent / name)
            else:
                remove_tree(path)


def _leftovers(parent: Path) -> list[tuple[Path, str, str]]:
    """Path, delivery and role of every name beside the deliveries that is ours."""
    named = [(path, _OURS.fullmatch(path.name)) for path in sorted(parent.iterdir())] if parent.is_dir() else []
    return [(path, match["name"], match["role"]) for path, match in named if match]


class Switch:
    """The change of one delivery's folder: `stage`, then `make`, then `clean`; `undo` after a failed `make`."""

    def __init__(self, following: NextSet) -> None:
        self.following = following
        self.folder = Path(os.path.realpath(following.folder))  # a link to a folder stays a link
        self._new, self._old, self._gone = (_beside(self.folder, role) for role in ("new", "old", "gone"))
        self._staged: os.stat_result | None = None
        self._moved: list[tuple[Path, Path]] = []  # from the old folder, while it has its name aside
        self._unlinked: list[tuple[str, str]] = []  # carried names that could not have a second one

    def stage(self) -> None:
        """Make the new folder whole and put it on the disk; nothing that exists is changed."""
        with naming(self.following.folder):
            self._new.mkdir()
            self._staged = self._new.stat()
        folders = {self._new}
        for name, content in self.following.files.items():
            path = self._new / name
            with naming(self.following.folder / name):
                _make_parents(path, folders)
                write_new(path, content)
        for name, later in self.following.carried.items():
            with naming(self.following.folder / name):
                self._carry(name, later, folders)
        for each in sorted(folders, reverse=True):
            inner = each.relative_to(self._new)
            with naming(self.following.folder / inner):
                if (self.folder / inner).is_dir():
                    each.chmod(stat.S_IMODE((self.folder / inner).stat().st_mode))
                sync_folder(each)

    def _carry(self, name: str, later: str, folders: set[Path]) -> None:
        """Give a file of the old folder a second name in the new one, or remember that it must be moved."""
        path, target = self.folder / name, self._new / later
        if path.is_dir() and not path.is_symlink():
            _make_parents(target / "x", folders)
            return
        _make_parents(target, folders)
        try:
            if path.is_symlink():
                target.symlink_to(path.readlink())
            else:
                os.link(path, target)
        except OSError:  # another file system, one without links, or a file of someone else's
            self._unlinked.append((name, later))

    def make(self) -> None:
        """Let the new folder have the name; on any error call `undo`."""
        with naming(self.following.folder):
            if not self.folder.exists():
                self._new.rename(self.folder)
                sync_folder(self.folder.parent)
                return
            self._exchange()
        with naming(self.following.folder):
            self._gone.mkdir()
        for name, later in self._unlinked:
            self._move(name, self.folder / later)
        replaced = [name for name in self.following.files if name not in self.following.carried]
        for number, name in enumerate((*self.following.removed, *replaced)):
            if os.path.lexists(self._old / name):
                self._move(name, self._gone / str(number))
        with naming(self.following.folder):
            sync_folder(self.folder.parent)

    def _exchange(self) -> None:
        self._new.rename(self._old)  # from here on the name says: there may be something that nobody else has
        if exchange(self.folder, self._old):
            return
        self._old.rename(self._new)
        try:
            self.folder.rename(self._old)
        except PermissionError as problem:  # a file in it is open, where open files keep their folder
            raise _held_by(self.folder) or problem from problem
        self._new.rename(self.folder)

    def _move(self, name: str, target: Path) -> None:
        with naming(self.following.folder / name):
            self._moved.append((self._old / name, target))
            (self._old / name).rename(target)

    def undo(self) -> None:
        """Put everything back that `make` did, as far as it got; what was staged is gone afterwards."""
        for path, target in reversed(self._moved):
            if os.path.lexists(target) and not os.path.lexists(path):
                target.rename(path)
        if self._is_staged(self.folder):
            if not self._old.exists():
                self.folder.rename(self._new)
            elif exchange(self.folder, self._old):
                self._old.rename(self._new)
            else:
                self.folder.rename(self._new)
        if self._is_staged(self._old):
            self._old.rename(self._new)
        if self._old.exists() and not self.folder.exists():
            self._old.rename(self.folder)
        self.discard()

    @property
    def is_made(self) -> bool:
        """Whether the folder's name leads to the new set now."""
        return self._is_staged(self.folder)

    def _is_staged(self, path: Path) -> bool:
        return self._staged is not None and path.exists() and os.path.samestat(path.stat(), self._staged)

    def discard(self) -> None:
        """Take away what was staged and has not become anything."""
        for path in (self._new, self._gone):
            if path.exists():
                remove_tree(path)

    def clean(self) -> list[str]:
        """Take away the old set; lines about what had to be kept. The new set is in place whatever happens."""
        if self._gone.exists():
            remove_tree(self._gone)
        return withdraw(self._old, self.folder) if self._old.exists() else []


def _make_parents(path: Path, folders: set[Path]) -> None:
    missing = []
    at = path.parent
    while at not in folders:
        missing.append(at)
        at = at.parent
    for each in reversed(missing):
        each.mkdir()
        folders.add(each)


def _held_by(folder: Path) -> OSError | None:
    """The first file of a folder that somebody holds open."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                with path.open("r+b"):
                    pass
            except OSError as problem:
                return problem
    return None
