"""Values of a course written into its files, several at once or none, never over what nobody has seen; with undo.

Who asks for a change says what the file was like when it was looked at, and what the value was. A file that has
changed since is written all the same where the line of that value is still there, wherever it has moved to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from deckgen.pipeline.disk import replace_file, sync_folder
from deckgen.pipeline.door import read_file
from deckgen.source.splice import Value, put_back, replace_scalar, shown_value
from deckgen.source.tokens import KeyPath, RefusedError, TokenFile
from deckgen.text.folds import join_folds

__all__ = ["Change", "ConflictError", "KeyPath", "RefusedError", "Retoucher", "Transaction", "Value", "sum_of"]
MOST_KEPT = 200  # transactions that can be undone
_MOST_SEEN = 60  # states of files


class ConflictError(Exception):
    """A value is not what it was when the change was asked for; `now` is what it is."""

    def __init__(self, file: str, path: KeyPath, now: Value) -> None:
        super().__init__(f"{file}: {'.'.join(map(str, path))} has been changed meanwhile")
        self.file, self.path, self.now = file, path, now


@dataclass(frozen=True, slots=True)
class Change:
    """One value in one file. `seen` is the sum of the file's bytes and `old` its value when it was looked at."""

    file: str
    path: KeyPath
    old: Value
    new: Value
    seen: str


@dataclass(frozen=True, slots=True)
class Written:
    """What stood in a file for one value, and what stands there now."""

    change: Change
    then: str
    now: str


@dataclass(slots=True)
class Transaction:
    """Changes that were written together; `number` counts from 1."""

    number: int
    written: tuple[Written, ...]
    undone: bool = False


def sum_of(content: bytes) -> str:
    """What tells the bytes of one file from others."""
    return hashlib.sha256(content).hexdigest()


@dataclass(slots=True)
class Retoucher:
    """Writes into the files of one course: those below its folder, links followed, that `files` names."""

    folder: Path
    files: frozenset[str] = frozenset()
    log: list[Transaction] = field(default_factory=list)
    _count: int = 0
    _seen: dict[str, str] = field(default_factory=dict)

    def show(self, content: bytes) -> str:
        """Remember what a file is like that somebody looks at; its sum."""
        seen = sum_of(content)
        self._seen.pop(seen, None)
        self._seen[seen] = content.decode("utf-8", "replace")
        while len(self._seen) > _MOST_SEEN:
            del self._seen[next(iter(self._seen))]
        return seen

    def write(self, changes: Sequence[Change]) -> Transaction:
        """Write all of these, or none. Raises RefusedError, ConflictError, and OSError as `open` does."""
        texts = _Texts(self)
        done = []
        for asked in changes:
            text = texts[asked.file]
            change = asked if texts.sum(asked.file) == asked.seen else self._moved(asked, text)
            file = TokenFile(text)
            now = shown_value(file, file.at_path(change.path), join_folds)
            if (type(now), now) != (type(change.old), change.old):
                raise ConflictError(change.file, change.path, now)
            texts[change.file] = replace_scalar(text, change.path, change.new, join_folds)
            done.append(Written(change, _written(text, change.path), _written(texts[change.file], change.path)))
        texts.write()
        self._count += 1
        transaction = Transaction(self._count, tuple(done))
        self.log = [*self.log, transaction][-MOST_KEPT:]
        return transaction

    def undo(self, number: int) -> Transaction:
        """Write what stood there before a transaction. Raises RefusedError where that is not what it wrote any more."""
        transaction = next((item for item in self.log if item.number == number and not item.undone), None)
        if transaction is None:
            raise RefusedError("there is nothing of that number to undo")
        texts = _Texts(self)
        for written in reversed(transaction.written):
            file = written.change.file
            texts[file] = put_back(texts[file], written.change.path, written.now, written.then)
        texts.write()
        transaction.undone = True
        return transaction

    def _moved(self, change: Change, text: str) -> Change:
        """The change where its value stands in a file that is not what it was when it was looked at."""
        now = TokenFile(text)
        if change.seen in self._seen:
            then = TokenFile(self._seen[change.seen])
            token = then.at_path(change.path)
            line = _line_now(token.line - 1, then.text.splitlines(), now.text.splitlines())
            moved = now.at_place(line + 1, token.column) if line is not None else None
            if moved is not None and _keys(moved.path) == _keys(change.path):
                return replace(change, path=moved.path)
        try:
            value = shown_value(now, now.at_path(change.path), join_folds)
        except RefusedError:
            value = None
        raise ConflictError(change.file, change.path, value)

    def path_of(self, file: str) -> Path:
        """Where a file of the course lies, links followed. Raises RefusedError for any other."""
        path = Path(file).resolve()
        if file not in self.files or not path.is_relative_to(self.folder.resolve()):
            raise RefusedError(f"{file} is no file of this course")
        return path


class _Texts(dict[str, str]):
    """The texts of the files that a transaction touches, read when they are first asked for."""

    def __init__(self, retoucher: Retoucher) -> None:
        super().__init__()
        self._retoucher = retoucher
        self._read: dict[str, bytes] = {}

    def __missing__(self, file: str) -> str:
        content = read_file(self._retoucher.path_of(file))
        try:
            self[file] = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise RefusedError(f"{file} is not saved as UTF-8; mend it in the editor first") from error
        self._read[file] = content
        return self[file]

    def sum(self, file: str) -> str:
        """What tells the bytes that were read of a file from others."""
        return sum_of(self._read[file])

    def write(self) -> None:
        """Put all of them in place; those that are written are put back when one cannot be."""
        paths = {file: self._retoucher.path_of(file) for file in self}
        changed = [file for file in self if self[file].encode() != self._read[file]]
        for file in changed:
            if read_file(paths[file]) != self._read[file]:
                raise RefusedError(f"{file} was saved at this very moment; try again")
        done: list[str] = []
        try:
            for file in changed:
                _replace(paths[file], self[file].encode())
                done.append(file)
        except OSError:
            for file in done:
                _replace(paths[file], self._read[file])
            raise
        _sync(paths[file].parent for file in done)


def _replace(path: Path, content: bytes) -> None:
    replace_file(path, content, path.stat().st_mode & 0o7777)


def _sync(folders: Iterable[Path]) -> None:
    for folder in dict.fromkeys(folders):
        sync_folder(folder)


def _written(text: str, path: KeyPath) -> str:
    file = TokenFile(text)
    token = file.at_path(path)
    return file.text[token.start : token.end]


def _keys(path: KeyPath) -> list[str]:
    return [step for step in path if isinstance(step, str)]


def _line_now(line: int, then: Sequence[str], now: Sequence[str]) -> int | None:
    """The number of a line, from 0, in a text that was changed; None where it is not as it was."""
    for block in SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks():
        if block.a <= line < block.a + block.size:
            return line - block.a + block.b
    return None


def value_at(text: str, line: int, column: int) -> tuple[KeyPath, Value, str]:
    """The keys that lead to the scalar at a place of a file, its value, and why it cannot be written there."""
    try:
        file = TokenFile(text)
        token = file.at_place(line, column)
        if token is None:
            return (), None, "this is no single value; change it in the editor"
        file.at_path(token.path)
    except RefusedError as refused:
        return (), None, str(refused)
    return token.path, shown_value(file, token, join_folds), token.fixed
