"""Standard output and standard error: what they can show, and writing that cannot stop a command.

A stream may be closed, full, gone (`| head -1`) or in an encoding that lacks most characters (GBK, cp1252, ASCII).
What cannot be encoded is transliterated. A stream that fails is written to no more; the command goes on, and
`finish` turns a failure that matters into an exit code.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import sys
from pathlib import Path
from typing import TextIO

import click

LEAST_COLUMNS = 20  # a terminal that says it is narrower is not believed
USUAL_COLUMNS = 80  # of one that does not say
PIPED_COLUMNS = 150  # when the output is no terminal
EXIT_OUTPUT = 1
_READABLE = "deckgen-readable"
# Control characters, line separators and marks that turn the direction of writing: they would act on a terminal.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_OF_STREAMS = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT)
_WIDE_STOPS = "，。、；：！？"
_failures: dict[bool, OSError] = {}  # by whether it is standard error


def prepare() -> None:
    """Take both streams as they are: whatever is written to them is encoded somehow."""
    _failures.clear()
    _fill_descriptors()
    codecs.register_error(_READABLE, _substitute)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_READABLE)


def _fill_descriptors() -> None:
    """Give closed standard descriptors to the null device, so that no file of ours gets their number."""
    while True:
        number = os.open(os.devnull, os.O_RDWR)
        if number > 2:
            os.close(number)
            return


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """Other characters for those an encoding lacks: the handler of `errors=`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_spell, error.object[error.start : error.end])), error.end


def _spell(char: str) -> str:
    """A character in ASCII: by its sound or look, else by its number."""
    from anyascii import anyascii  # its tables load when a stream needs them

    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"  # a byte of a file name that is no text
    spelt = "" if "\ud800" <= char <= "\udfff" else anyascii(char)
    if char in _WIDE_STOPS:
        return spelt + " "  # they carry their space within
    return spelt or _number(char)


def printable(text: str) -> str:
    """A text without characters that act on a terminal; they are shown by number."""
    return _ACTING.sub(lambda sign: _number(sign.group()), text)


def _number(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown(text: str, *, err: bool = False) -> str:
    """The text as its reader sees it on that stream: without acting characters, and in its encoding."""
    encoding = encoding_of(err=err)
    text = printable(text)
    if encoding.startswith("utf"):
        return text
    codecs.register_error(_READABLE, _substitute)
    return text.encode(encoding, _READABLE).decode(encoding)


def encoding_of(*, err: bool = False) -> str:
    """The encoding of a stream in lower case, `utf-8` where it names none."""
    return (getattr(_stream(err), "encoding", None) or "utf-8").lower()


def is_unicode(*, err: bool = False) -> bool:
    """Whether a stream can show every character."""
    return encoding_of(err=err).startswith("utf")


def is_terminal(*, err: bool = False) -> bool:
    """Whether a person sits before the stream."""
    stream = _stream(err)
    try:
        return stream is not None and stream.isatty()
    except (ValueError, OSError):
        return False


def has_colour(*, err: bool = False) -> bool:
    """Whether escape sequences are wanted: on a terminal, unless NO_COLOR or a dumb terminal says otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal(err=err) and os.environ.get("TERM") != "dumb"


def columns(*, err: bool = False) -> int:
    """The width of a stream in cells: COLUMNS, else the terminal's own, else `PIPED_COLUMNS` for a file."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked[:9]) >= LEAST_COLUMNS:
        return min(int(asked[:9]), 1000)
    stream = _stream(err)
    if stream is None or not is_terminal(err=err):
        return PIPED_COLUMNS
    try:
        wide = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        wide = 0
    return wide if wide >= LEAST_COLUMNS else USUAL_COLUMNS


def _stream(err: bool) -> TextIO | None:
    return sys.stderr if err else sys.stdout


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Write a text; a stream that fails once is left alone from then on."""
    stream = _stream(err)
    if stream is None or err in _failures:
        return
    try:
        click.echo(text, file=stream, nl=nl, color=has_colour(err=err))
    except OSError as problem:
        _failures[err] = problem
    except ValueError as problem:  # somebody closed it
        _failures[err] = OSError(errno.EBADF, str(problem))


def echo_path(path: Path) -> None:
    """Write a path; where it cannot be encoded it is escaped, since a transliterated one would lead nowhere."""
    encoding = encoding_of()
    echo(printable(str(path)).encode(encoding, "backslashreplace").decode(encoding))


def echo_data(text: str) -> None:
    """Write a file to standard output: always in UTF-8, except before a person's eyes."""
    stream = _stream(False)
    binary = getattr(stream, "buffer", None)
    if is_terminal() or is_unicode() or stream is None or binary is None:
        echo(text, nl=False)
        return
    try:
        stream.flush()
        binary.write(text.encode("utf-8", "replace"))
        binary.flush()
    except OSError as problem:
        _failures[False] = problem


def note_failure(problem: OSError) -> bool:
    """Whether an error is one of standard output, which is then taken as failed: it names no file."""
    if problem.filename is None and problem.errno in _OF_STREAMS:
        _failures.setdefault(False, problem)
        return True
    return False


def finish(code: int) -> int:
    """Flush both streams; the exit code, which a full or failing output turns into a failure."""
    for err in (False, True):
        stream = _stream(err)
        try:
            if stream is not None:
                stream.flush()
        except OSError as problem:
            _failures.setdefault(err, problem)
        except ValueError:
            pass  # closed already
        if err in _failures:
            _let_go(stream)
    failure = _failures.get(False)
    if failure is None or isinstance(failure, BrokenPipeError) or failure.errno in (errno.EPIPE, errno.EINVAL):
        return code  # who reads no further has seen enough (Windows says EINVAL)
    echo(f"standard output cannot be written: {failure.strerror or failure}", err=True)
    return code or EXIT_OUTPUT


def _let_go(stream: TextIO | None) -> None:
    """Point a failed stream at the null device, so that the interpreter's last flush does not complain."""
    try:
        if stream is not None:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, stream.fileno())
            os.close(null)
    except (OSError, ValueError):
        pass  # no descriptor behind it: nothing will be flushed
