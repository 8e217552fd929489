"""Runs of foreign texts into the Markdown of a course, so that they are printed as they looked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from deckgen.base.folds import FOLD
from deckgen.base.runs import Run, Runs, plain
from deckgen.text.folds import join_folds
from deckgen.text.inline import parse_inline
from deckgen.text.links import judge_link
from deckgen.text.lists import BULLETS
from deckgen.text.marks import find_mistakes
from deckgen.text.prose import Paragraph, parse_prose
from deckgen.text.scan import MARKS

_UNPRINTABLE = re.compile(
    "[^\n -~\xa0-\xac\xae-\u034e\u0350-\u061b\u061d-\u115e\u1161-\u17b3\u17b6-\u180a\u1810-\u1fff"
    "\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufefe\uff00-\uffef"
    "\U00010000-\U0001ffff\U00020000-\U0003ffff]"
)
_SPACES = re.compile("[ \t\xa0\u2000-\u200a\u202f\u205f]+")


def clean(text: str) -> str:
    """A text without what nobody sees or no page can show; tabs and hard spaces become spaces."""
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", text))


def joined(text: str) -> str:
    """Lines that were broken for the width of a page, as one."""
    return join_folds(FOLD.join(line.strip() for line in text.split("\n")))


def write_runs(runs: Iterable[Run]) -> tuple[str, tuple[str, ...]]:
    """Markdown that is read as these runs, and the addresses it could not take."""
    kept, lost = [], []
    for run in runs:
        address = judge_link(run.href).address if run.href and not run.href.startswith("#") else ""
        if run.href and not address:
            lost.append(run.href)
        kept.append(Run(clean(run.text), run.strong, run.emphasis, run.code, address))
    whole = tuple(run for run in kept if run.text)
    for escape in (lambda text: text, _escaped):
        written = "".join(_dressed(run, escape(run.text)) for run in whole).strip(" ")
        if _reads_as(written, whole):
            return written, tuple(lost)
    words = plain(whole).strip(" ")  # without their dress rather than with stray marks
    if not _reads_as(words, (Run(words),)):
        words = _escaped(words.lstrip(f"{BULLETS}● "))
    return words, tuple(lost)


def write_plain(text: str) -> str:
    """Markdown that is read as this very text."""
    return write_runs((Run(text),))[0]


def _dressed(run: Run, text: str) -> str:
    inner = text.strip(" ")
    if not inner or run.text == "\n":
        return text
    before, behind = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    if run.code:
        marks = "``" if "`" in run.text else "`"
        inner = f"{marks}{run.text.strip(' ')}{marks}".replace("{{", "\\{{")
    if run.emphasis:
        inner = f"*{inner}*"
    if run.strong:
        inner = f"**{inner}**"
    if run.href:
        inner = f"[{inner}]({run.href})"
    return f"{before}{inner}{behind}"


def _escaped(text: str) -> str:
    escaped = "".join(f"\\{char}" if char in MARKS else char for char in text)
    return re.sub(r"\A([0-9]+)\.", r"\1\\.", escaped)


def _reads_as(written: str, runs: Runs) -> bool:
    """Whether a paragraph reads as these runs, in their dress, without a mistake and without being a list."""
    if "{{" in written.replace("\\{{", "") or any(find_mistakes(written, long=True)):
        return False
    blocks = parse_prose(written)
    if len(blocks) > 1 or (blocks and not isinstance(blocks[0], Paragraph)):
        return False
    return _dress_of(parse_inline(written)) == _dress_of(runs)


def _dress_of(runs: Runs) -> list[tuple[str, bool, bool, bool, str]]:
    """Every character that is seen, in its dress."""
    return [
        (char, run.strong, run.emphasis, run.code, run.href)
        for run in runs for char in run.text if not char.isspace()
    ]  # fmt: skip


_SENTENCE = re.compile(r"(?<=[.!?;])\s|[。！？；\n]")
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile("[A-Za-z0-9\u00c0-\u024f]+")
_LEAST_TOLD = 8.0  # characters of Chinese, or five words: less may be said twice


def bare(text: str) -> str:
    """The letters and digits of a text, in one case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def is_told_in(text: str, printed: str) -> bool:
    """Whether the text, or a sentence of it that says something, stands in what is printed, given bare."""
    words = re.sub(r"\]\([^)]*\)", "]", text)
    parts = (part for part in (*_SENTENCE.split(words), words) if _weight(part) >= _LEAST_TOLD)
    return any(bare(part) in printed for part in parts)


def _weight(text: str) -> float:
    return len(_HAN.findall(text)) + 1.6 * len(_WORD.findall(text))


def first_sentence(text: str, most: int = 120) -> str:
    """The first sentence of a paragraph of Markdown; empty when it is longer than a slide should say."""
    match = re.match(r".+?(?:[。！？]|[.!?](?=\s|\Z))", text, re.DOTALL)
    return _whole((match.group() if match else text).strip(), most)


def lead_of(text: str) -> str:
    """What stands before the colon or dash of an item; empty where it has none."""
    match = re.match(r"(.{1,80}?)(?::\s|：|\s[-–—]{1,2}\s|——)", text)
    return _whole(match[1].strip(), 80) if match else ""


def _whole(text: str, most: int) -> str:
    """The text, when it is short and no mark of it stays open."""
    balanced = text.count("*") % 2 == 0 and text.count("`") % 2 == 0 and text.count("[") == text.count("]")
    return text if len(text) <= most and balanced and "\n" not in text else ""
