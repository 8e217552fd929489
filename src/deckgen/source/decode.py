"""Bytes of a file into text.

Refuses every encoding but UTF-8 and names the one it sees; refuses control characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.fixes import BEFORE_THE_FIRST, MARK_OF_ORDER, Fix
from deckgen.source.characters import find_hidden

MAX_BYTES = 8 * 1024 * 1024  # one YAML file; longer ones are refused
SAVE_AS = "save the file as UTF-8 without BOM (in Notepad: Save As, Encoding: UTF-8)"

# What YAML and XML both allow, less the line separators that editors do not count as lines.
UNPRINTABLE = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile(r"\r\n|\r|\n")
_PARTS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"  # controls that part words: without them two would be one


def too_large(file: str) -> Diagnostic:
    """What is said of a file that is longer than `MAX_BYTES`."""
    message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB"
    return Diagnostic("DG017", message, Span(file, 1, 1), "split it and join the parts with !include")


def decode_text(content: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file, or None when it cannot be read; `file` is the name to print.

    A byte order mark is reported, yet the text behind it is returned.
    """
    if len(content) > MAX_BYTES:
        return None, (too_large(file),)
    wide = _wide_encoding(content)
    if wide:
        message = f"the file is saved as {wide}, not as UTF-8"
        return None, (Diagnostic("DG013", message, Span(file, 1, 1), SAVE_AS),)
    mistakes: list[Diagnostic] = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        message = "the file starts with an invisible byte order mark (BOM)"
        fix = Fix("byte order mark", file, 1, BEFORE_THE_FIRST, MARK_OF_ORDER, "")
        mistakes.append(Diagnostic("DG012", message, Span(file, 1, 1), SAVE_AS, fix=fix))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (*mistakes, _wrong_bytes(content, error.start, file))
    bad = UNPRINTABLE.search(text)
    if bad:
        return None, (*mistakes, _control(text, bad.start(), file))
    mistakes.extend(_hidden(text, file))
    return text, tuple(mistakes)


def _hidden(text: str, file: str) -> Iterator[Diagnostic]:
    """Characters that nobody sees, one diagnostic each; the text is read with them."""
    if text.isascii():
        return
    for number, line in enumerate(LINE_END.split(text), 1):
        for at, message, hint, change in () if line.isascii() else find_hidden(line):
            fix = None
            if change is not None:
                old = line[change.start : change.end]
                fix = Fix("unseen character", file, number, change.start + 1, old, change.new)
            yield Diagnostic("DG032", message, Span(file, number, at + 1), hint, fix=fix)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 (or UTF-32) by its mark, or by the zero bytes beside its line ends and spaces."""
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if len(content) % 2 or b"\x00" not in content:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Guessed only when plain: it must read as clean text and hold the ASCII that YAML needs.
        if not UNPRINTABLE.search(text) and re.search(r"[\n :-]", text):
            return "UTF-16"
    return ""


def _wrong_bytes(content: bytes, at: int, file: str) -> Diagnostic:
    before = content[:at].decode("utf-8")
    span = _place(before, file)
    # A file of Chinese text in GBK goes wrong at its first Chinese character, never after one.
    if before.isascii():
        try:
            guess = content.decode("gb18030")
        except UnicodeDecodeError:
            guess = ""
        if guess and not UNPRINTABLE.search(guess):
            seen = LINE_END.split(guess[len(before) :], maxsplit=1)[0][:12]
            message = f"the file is saved as GBK (GB18030), not as UTF-8; here it reads “{seen}”"
            return Diagnostic("DG014", message, span, SAVE_AS)
    message = f"the byte 0x{content[at]:02X} is not UTF-8 text"
    return Diagnostic("DG015", message, span, SAVE_AS)


def _control(text: str, at: int, file: str) -> Diagnostic:
    span = _place(text[:at], file)
    name = f"U+{ord(text[at]):04X}"
    alone = unicodedata.category(text[at]) == "Cc" and text[at] not in _PARTS
    fix = Fix("control character", file, span.line, span.column, text[at], "") if alone else None
    return Diagnostic("DG016", f"the invisible control character {name} stands here", span, "delete it", fix=fix)


def _place(before: str, file: str) -> Span:
    """The place right after `before`."""
    lines = LINE_END.split(before)
    return Span(file, len(lines), len(lines[-1]) + 1)
