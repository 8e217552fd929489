"""Inline Markdown into runs.

Knows strong, emphasis, code, links and hard breaks; everything else (HTML, pictures, headings)
stays literal text. A wrapped source line never becomes a space between Chinese characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.token import Token

from deckgen.base.runs import Run, Runs
from deckgen.text.markdown import MARKDOWN
from deckgen.text.scripts import CJK_TEXT, has_cjk

_SPECIAL = re.compile(r"[*_`\[\\\v]|[ \t]{2}\n")
_WRAP = re.compile(r"[ \t]*\n[ \t]*")
# One space, as YAML folding leaves it for a wrapped line; two or more are meant.
_FOLDED = re.compile(rf"(?<={CJK_TEXT}) (?={CJK_TEXT})")
_CJK_PAIR = re.compile(rf"{CJK_TEXT}{{2}}")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_SOFT = "\v"  # stands for a soft break until its neighbours are known; never in a source text


@lru_cache(maxsize=32768)
def parse_inline(text: str) -> Runs:
    """The runs of one paragraph; neighbours in the same dress are joined."""
    text = text.strip()
    if not text:
        return ()
    if not _SPECIAL.search(text):
        text = _WRAP.sub(" ", text) if "\n" in text else text
        return (Run(_FOLDED.sub("", text) if " " in text and has_cjk(text) else text),)
    return _tidy(_dress(MARKDOWN.parseInline(text)[0].children or []))


@lru_cache(maxsize=8192)
def parse_paragraphs(text: str) -> tuple[Runs, ...]:
    """The paragraphs of a text, split at blank lines; empty ones are left out."""
    parts = _BLANK.split(text.strip()) if "\n" in text else (text,)
    return tuple(found for part in parts if (found := parse_inline(part)))


def _dress(tokens: list[Token]) -> list[Run]:
    """The runs of Markdown's tokens, soft breaks still undecided."""
    made: list[Run] = []
    strong = emphasis = 0
    href = ""
    for token in tokens:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "link_open":
                href = str(token.attrs.get("href", ""))
            case "link_close":
                href = ""
            case "hardbreak":
                made.append(Run("\n"))
            case "softbreak":
                made.append(Run(_SOFT, strong > 0, emphasis > 0, href=href))
            case kind:
                made.append(Run(token.content, strong > 0, emphasis > 0, kind == "code_inline", href))
    return made


def _tidy(made: list[Run]) -> Runs:
    """Decides what soft breaks and folded spaces become, and joins equal neighbours.

    Both depend on the characters on either side, which may belong to other runs.
    """
    whole = "".join(run.text for run in made)
    chinese = has_cjk(whole)
    kept: list[Run] = []
    at = 0
    for run in made:
        start, at = at, at + len(run.text)
        text = run.text
        if not run.code and text != "\n" and (" " in text or _SOFT in text):
            text = "".join(_between(whole, i, chinese) for i in range(start, at))
        if not text:
            continue
        last = kept[-1] if kept else None
        if last and last.text != "\n" and text != "\n" and _same_dress(last, run):
            text = last.text + text
            kept.pop()
        kept.append(Run(text, run.strong, run.emphasis, run.code, run.href))
    return tuple(kept)


def _between(whole: str, at: int, chinese: bool) -> str:
    """The character at `at`, a space in place of a soft break, nothing between Chinese characters."""
    char = whole[at]
    if char not in (" ", _SOFT):
        return char
    if chinese and at and _CJK_PAIR.fullmatch(whole[at - 1] + whole[at + 1 : at + 2]):
        return ""
    return " "


def _same_dress(one: Run, other: Run) -> bool:
    return (one.strong, one.emphasis, one.code, one.href) == (
        other.strong, other.emphasis, other.code, other.href,
    )  # fmt: skip
