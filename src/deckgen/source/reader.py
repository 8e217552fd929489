"""YAML files into located data.

Refuses includes that leave the course folder or go in a circle; `document` refuses what an author cannot mean within
a file. Nothing raises: every mistake is a diagnostic, and all of them come from one run.
"""

from __future__ import annotations

import errno
import posixpath
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Any

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import nearest
from deckgen.source.decode import decode_text, too_large
from deckgen.source.document import Document, Place, Run, Value
from deckgen.source.node import UNREAD
from deckgen.source.prose_files import is_prose, read_prose
from deckgen.source.texts import StopError

MAX_INCLUDES = 2_000  # files, in one run
MAX_TOTAL_BYTES = 32 * 1024 * 1024


def read_source(
    path: Path, root: Path, read_bytes: ReadBytes, *, keep_folds: bool = False
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The data of a YAML file with its includes, and every mistake found on the way.

    Includes may not leave `root`. Places are printed with `path` as it was given. What could not
    be read is `UNREAD`, the whole file after a syntax error; a mistake hides nothing elsewhere.
    With `keep_folds` texts come as `Written`: where YAML folds a line, `FOLD` stands for its space.
    """
    run = Run(_real(root), read_bytes, keep_folds)
    file = path.as_posix()
    value, _ = _read_file(run, Place(path, file, (), 0), Span(file, 1, 1))
    return value, tuple(run.report)


def _read_file(run: Run, place: Place, asked: Span) -> Value:
    """The value of one file; `asked` is the place that wants it."""
    path, file = place.path, place.file
    start = Span(file, 1, 1)
    try:
        content = run.read_bytes(path)
    except IsADirectoryError:
        run.report.add("DG022", f"{file} is a folder", asked, "name a file in it")
        return UNREAD, asked
    except (FileNotFoundError, NotADirectoryError):
        code = "DG019" if place.stack else "DG018"
        run.report.add(code, f"there is no file {file}", asked, _nearest(path))
        return UNREAD, asked
    except (OSError, ValueError) as error:
        # ValueError: a name the file system cannot hold.
        if getattr(error, "errno", None) == errno.EFBIG:
            run.report.extend([too_large(file)])
            return UNREAD, start
        reason = getattr(error, "strerror", None) or str(error)
        run.report.add("DG018", f"{file} cannot be read: {reason}", asked, "check its name and permissions")
        return UNREAD, asked
    run.total_bytes += len(content)
    if run.total_bytes > MAX_TOTAL_BYTES:
        run.report.add("DG008", "the includes add up to more than 32 MB", asked, "include each file once")
        return UNREAD, asked
    text, mistakes = decode_text(content, file)
    run.report.extend(mistakes)
    if text is None:
        return UNREAD, start
    if place.stack and is_prose(file):
        prose, there, mistake = read_prose(text, file)
        run.report.extend([mistake] if mistake is not None else [])
        return (UNREAD if prose is None else prose if run.keep_folds else str(prose)), there
    here = replace(place, stack=(*place.stack, _real(path)))
    return Document(run, here, text, lambda *asked: _include(run, *asked)).read()


def _real(path: Path) -> Path:
    """The path with its links followed, or as it is where they go in a circle: reading says so."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _nearest(path: Path) -> str:
    """A hint that names the file of the same folder whose name comes closest."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except (OSError, ValueError):
        names = []  # no such folder: nothing to suggest
    near = nearest(path.name, names)
    return f"did you mean {near}?" if near else "check the name and the folder"


def _include(run: Run, written: str, span: Span, source: Place, depth: int) -> Value:
    """The value of the file that a tag in another one names."""
    if written.startswith(("/", "~")) or PureWindowsPath(written).drive or "\\" in written:
        run.report.add("DG020", f"!include {written} is not a path relative to this file", span,
                 "write it relative to this file, with / between folders")  # fmt: skip
        return UNREAD, span
    target = source.path.parent / written
    file = posixpath.normpath(posixpath.join(posixpath.dirname(source.file), written))
    resolved = _real(target)
    if not resolved.is_relative_to(run.root):
        run.report.add("DG020", f"!include {written} leaves the folder {run.root.name}", span,
                 "move the file into the course's folder")  # fmt: skip
        return UNREAD, span
    if resolved in source.stack:
        run.report.add("DG021", f"{file} includes itself, directly or by way of others", span,
                 "take one of the includes out")  # fmt: skip
        return UNREAD, span
    run.includes += 1
    if run.includes > MAX_INCLUDES:
        run.report.add("DG008", f"more than {MAX_INCLUDES} files are included", span, "include each file once")
        raise StopError
    return _read_file(run, Place(target, file, source.stack, depth), span)
