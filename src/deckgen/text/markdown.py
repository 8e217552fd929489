"""The Markdown of curriculum texts: markdown-it with rules that suit Chinese.

CommonMark decides by spaces and punctuation whether ``**`` opens or closes, so that
``**重点：**后面`` and ``用**“重点”**说明`` stay literal. Here Chinese neighbours count like spaces.
Runs of three and more ``_`` are blanks to fill in, not emphasis. Pictures are literal.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from deckgen.text.scripts import CJK

_CJK = re.compile(CJK)


def _scan_emphasis(state: StateInline, silent: bool) -> bool:
    """Tokens for a run of ``*`` or ``_``; markdown-it pairs them afterwards."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    length = end - state.pos
    opens, closes = _flanks(state.src, state.pos, end, marker)
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        if marker == "_" and length > 2:
            continue
        state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, open=opens, close=closes))
    state.pos = end
    return True


def _flanks(text: str, start: int, end: int, marker: str) -> tuple[bool, bool]:
    """Whether the run from `start` to `end` can open and can close emphasis."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    loose_before = _is_space(before) or _is_punctuation(before)
    loose_after = _is_space(after) or _is_punctuation(after)
    chinese_before, chinese_after = bool(_CJK.match(before)), bool(_CJK.match(after))
    left = not _is_space(after) and (not _is_punctuation(after) or loose_before or chinese_before)
    right = not _is_space(before) and (not _is_punctuation(before) or loose_after or chinese_after)
    if marker == "*":
        return left, right
    return (
        left and (not right or loose_before or chinese_before),
        right and (not left or loose_after or chinese_after),
    )


def _is_space(char: str) -> bool:
    return char.isspace()


def _is_punctuation(char: str) -> bool:
    """Punctuation of Latin scripts; full-width punctuation counts as Chinese text."""
    return (isMdAsciiPunct(ord(char)) or isPunctChar(char)) and not _CJK.match(char)


def _keep_picture(state: StateInline, silent: bool) -> bool:
    """Takes ``![`` as text, so that a picture is not read as a link after an exclamation mark."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def _build() -> MarkdownIt:
    made = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "newline", "escape"])
    made.inline.ruler.at("emphasis", _scan_emphasis)
    made.inline.ruler.before("link", "picture_text", _keep_picture)
    return made


MARKDOWN = _build()
