"""The inline Markdown of curriculum texts: markdown-it with rules that suit Chinese.

CommonMark decides by spaces and punctuation whether ``**`` opens or closes, so that
``**重点：**后面`` stays literal; in Chinese no spaces stand there. Here

- ``**`` marks strong text beside 汉字 too, but not between two Latin letters or digits (``2**10``);
- ``*`` marks emphasis only where no word touches it from outside: ``7*24``, ``按*号键`` are signs;
- ``_`` and ``__`` mark Latin words only: between 汉字 they are as typed, in runs they are blanks to fill in;
- a backslash makes a mark plain, and is itself everywhere else;
- a line break is a line break.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from deckgen.text.links import judge_link
from deckgen.text.scan import scan
from deckgen.text.scripts import CJK

_CJK = re.compile(CJK)
_OPENING = frozenset("([{<“‘（［｛《〈【「『〔")
_CLOSING = frozenset(")]}>”’）］｝》〉】」』〕")
_ENDING = frozenset("，。；：！？、")  # nothing begins with these
_LONGEST = {"*": 3, "_": 2}  # longer runs are blanks or rows of stars


def _scan_emphasis(state: StateInline, silent: bool) -> bool:
    """Tokens for a run of ``*`` or ``_``; markdown-it pairs them afterwards."""
    marker = state.src[state.pos]
    if silent or marker not in _LONGEST:
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    length = end - state.pos
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < len(state.src) else " "
    opens = _can_open(before, after, marker, length) and after not in _ENDING
    closes = _can_open(after, before, marker, length, _CLOSING, _OPENING)
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        if length <= _LONGEST[marker]:
            state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, open=opens, close=closes))
    state.pos = end
    return True


def _can_open(
    outer: str,
    inner: str,
    marker: str,
    length: int,
    opening: frozenset[str] = _OPENING,
    closing: frozenset[str] = _CLOSING,
) -> bool:
    """Whether marks between these two characters open emphasis; with the brackets swapped, whether they close it."""
    if inner.isspace() or inner in closing:
        return False
    if marker == "_":
        return not _is_word(outer) and not _CJK.match(inner)
    if length != 2:
        return not _is_word(outer) and outer not in closing
    if _is_latin(outer) and _is_latin(inner):
        return False
    # CommonMark: beside punctuation the other side must be no word, unless that is Chinese.
    return not _is_punctuation(inner) or not _is_word(outer) or bool(_CJK.match(outer))


def _is_word(char: str) -> bool:
    """A letter, digit or 汉字: what emphasis may not touch from outside."""
    return char.isalnum() or char == "%"


def _is_latin(char: str) -> bool:
    return char.isalnum() and not _CJK.match(char)


def _is_punctuation(char: str) -> bool:
    """Punctuation of Latin scripts; full-width punctuation counts as Chinese text."""
    return unicodedata.category(char)[0] in "PS" and not _CJK.match(char)


def _read_escape(state: StateInline, silent: bool) -> bool:
    if state.pos not in scan(state.src).escapes:
        return False
    if not silent:
        state.pending += state.src[state.pos + 1]
    state.pos += 2
    return True


def _read_code(state: StateInline, silent: bool) -> bool:
    end = scan(state.src).code.get(state.pos)
    if state.src[state.pos] != "`":
        return False
    if end is None:  # marks that nothing closes
        start = state.pos
        while state.pos < state.posMax and state.src[state.pos] == "`":
            state.pos += 1
        if not silent:
            state.pending += state.src[start : state.pos]
        return True
    if not silent:
        written = state.src[state.pos : end]
        marks = len(written) - len(written.lstrip("`"))
        inside = written[marks:-marks].replace("\\{", "{")  # braces that are no variable, in code, too
        padded = len(inside) > 2 and inside[0] == inside[-1] == " " and inside.strip()
        token = state.push("code_inline", "code", 0)
        token.content = inside[1:-1] if padded else inside
    state.pos = end
    return True


def _read_link(state: StateInline, silent: bool) -> bool:
    """A link whose target may be written; any other stays as typed, since `marks` has reported it."""
    link = scan(state.src).links.get(state.pos) if state.src[state.pos] == "[" else None
    if link is None or state.src[link.start - 1 : link.start] == "!":
        return False
    address = judge_link(link.target).address
    if not address:
        return False
    if not silent:
        opened = state.push("link_open", "a", 1)
        opened.attrs = {"href": address}
        most = state.posMax
        state.pos, state.posMax = link.start + 1, link.label_end
        state.md.inline.tokenize(state)
        state.posMax = most
        state.push("link_close", "a", -1)
    state.pos = link.end
    return True


def _read_line_break(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0)
    state.pos += 1
    return True


def _build() -> MarkdownIt:
    parser = MarkdownIt("zero").enable("emphasis")
    ruler = parser.inline.ruler
    ruler.at("emphasis", _scan_emphasis)
    for name, rule in (
        ("escape", _read_escape), ("backticks", _read_code), ("link", _read_link), ("newline", _read_line_break),
    ):  # fmt: skip
        ruler.at(name, rule)
        ruler.enable(name)
    parser.core.ruler.disable("normalize")  # line ends and control characters are the reader's business
    return parser


MARKDOWN = _build()
