"""Marks in a text that would be printed as they are, or mislead: each with what to write in its place.

Supported are ``**strong**``, ``*emphasis*``, code, links and, in long texts, lists and the blocks of `text.blocks`;
everything else that Markdown, HTML and Word know is a mistake. A backslash prints a mark as it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.base.fixes import Change
from deckgen.base.folds import FOLD
from deckgen.base.runs import plain
from deckgen.text.blocks import blank_marks, split_blocks
from deckgen.text.inline import parse_inline
from deckgen.text.links import judge_link
from deckgen.text.lists import find_list_marks
from deckgen.text.prose import LEVELS, split_lines
from deckgen.text.scan import Scan, scan
from deckgen.text.sources import find_source_faults, references


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake at a character of a text, counted from 0."""

    offset: int
    code: str
    message: str
    hint: str
    change: Change | None = None
    """Of the text, where there is one way to follow the hint."""


_DRESS = re.compile(r"[*_`]+")
_STARS = re.compile(r"(?<![*\d])\*\*(?=[^*\s])|(?<=[^*\s])\*\*(?![*\d])")  # 2**3 is a sum, ** alone a sign
_TICK = re.compile(r"(?<!`)`(?=[^`\s])|(?<=[^`\s])`(?!`)")
_INDENTED = re.compile(r"(?:\A|(?<=\n)[ ]*\n)[ ]{4,}(?![-*+•·]|\d+[.)、])\S")
_WORTH_A_LOOK = re.compile(rf"[<&~=!|>#\[［`\t$\\{FOLD}\n]|\*\*|:[a-z]|\A\W")
_ADDRESS = re.compile(r"<((?:https?://|mailto:|tel:)[^<>\s]*|[\w.+-]+@[\w-]+\.[\w.-]+)>", re.IGNORECASE)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:]*)(?:\s[^<>]*)?/?>|<!--|<![A-Za-z\[]|<\?[A-Za-z]")
_SURE_TAG = re.compile(
    r"</|<[^<>\s]+\s(?:[^<>]*\s)?[A-Za-z:-]+=[\"'\w]|<o:"
)  # of any name: it closes, or has attributes
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]+(?<=\S)~~")
_LIT = re.compile(r"(?<!=)==(?=[^\s=])[^=\n]+(?<=\S)==(?!=)")
_FOOTNOTE = re.compile(r"\[\^[^][\s]+\]")
_DEFINITION = re.compile(r"^\[[^\]\n]+\]:[ \t]*\S", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*(?:\|.*\||:?-{3,}:?[ \t]*\|.*)[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"^>+[ \t]+(?![-+−]?[0-9.,¥￥$€£])", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_RULE = re.compile(r"^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|={3,}[ \t]*)$", re.MULTILINE)
_WIDE_LINK = re.compile(
    r"[\[［]([^\[\]［］\n]+)[\]］][（(]((?:https?[:：]//|mailto:|www\.)[^\s()（）]+)[）)]", re.IGNORECASE
)
_FENCE = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "blockquote",
        "br",
        "center",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "figure",
        "font",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "mark",
        "object",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "script",
        "small",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "video",
        "wbr",
    ]
)
_BLOCKS = "write it on lines of its own in a long text such as `text: |`"
_STRONG = "write **words** for strong text, *words* for emphasis"
_BREAK = "break the line itself: after | lines stay as they are, in double quotes write \\n"
_TAG_HINTS = {
    **dict.fromkeys(("b", "strong", "u", "mark", "big", "font", "h1", "h2", "h3", "h4", "h5", "h6"), _STRONG),
    **dict.fromkeys(("i", "em", "q"), _STRONG),
    **dict.fromkeys(("br", "p", "div", "hr"), _BREAK),
    **dict.fromkeys(("li", "ul", "ol"), "write a list of the source, or in a long text lines that begin with “- ”"),
    **dict.fromkeys(("table", "tr", "td", "th"), "write the table under `table:`"),
    "a": "write [words](https://example.com/page)",
    "img": "pictures do not stand in texts: take it out",
    "code": "write `words` for code",
}
_ROWS = re.compile(r"^[ \t]*\|[ \t]+[^|\n]+$", re.MULTILINE)
_NEAR = re.compile(r"^>(?=[^\W\d])", re.MULTILINE)
_MEANING = re.compile(r"^[ \t]*:[ \t]+(?=\S)", re.MULTILINE)
_BOXED = re.compile(r"^(?::{3,}|!{3}[ \t]|\?{3}[ \t])(?=[ \t]*\w)", re.MULTILINE)
_SHORT_FOR = re.compile(r"^\*\[[^\]\n]+\]:", re.MULTILINE)
_SLASH = re.compile(r"(?<![\\\s])\\$(?=\n)", re.MULTILINE)
_FORMULA = re.compile(
    r"\$\$|\\[(\[][^()\[\]\n]+\\[)\]]|(?<![\w$\\])\$(?=[^\s$])[^$\n]*[\\^_{][^$\n]*(?<=[^\s$])\$(?![\w$])"
)
_SMILEY = re.compile(r"(?<![\w:/\\]):[a-z][a-z0-9_+-]{1,30}:(?![\w:/])")
_NOTE = re.compile(r"\^\[(?:(?!\^\[)[^\]\n])+\]")  # one that nothing closes is searched no further than to the next
_WIKI = re.compile(r"\[\[[^\[\]\n]+\]\]")
_LONG_LINES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_ROWS, "a row of a table has no | at its end", "end it with |, or write \\| for the sign"),
    (_NEAR, "“>” stands close to a word", "write “> ” before each line of a quotation, or \\> for the sign"),
    (_MEANING, "“:” does not make a list of terms", "write **term**: its meaning on one line"),
    (_BOXED, "a box is not written like this", "write `> [!tip] Title`, and “> ” before each of its lines"),
)
_ODD: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_SHORT_FOR, "abbreviations are not explained like this", "write them under `glossary:`"),
    (_SLASH, "“\\” at the end of a line breaks none", f"take it off and {_BREAK}"),
    (
        _FORMULA,
        "formulas are not set",
        "write the signs themselves, such as x², or a picture of it; \\$ prints the sign",
    ),
    (_SMILEY, "signs have no names here", "write the sign itself; \\: prints the colon"),
    (_NOTE, "a source is not written like this", "write [^1] here and `[^1]: …` on a line below, in a long text"),
    (_WIKI, "“[[” opens no link", "write [words](https://example.com/page), or [words](#id) for a part of the course"),
)
_LINES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_TABLE, "a table drawn with | is not read here", f"{_BLOCKS}, or take the outer | off"),
    (_QUOTED, "“>” does not make a quotation here", f"{_BLOCKS}, or write \\> for the sign"),
    (_HEADING, "“#” does not make a heading", "take it off, or write \\# for the sign"),
    (_RULE, "a rule is not drawn", "take the line out"),
    (
        _DEFINITION,
        "addresses below a text are not read",
        "write [words](https://example.com/page) where the link stands",
    ),
)


def find_mistakes(text: str, *, long: bool = False) -> Iterator[Finding]:
    """What is wrong with the marks of a text whose folds are marked; `long` texts may hold lists and blocks."""
    if not _WORTH_A_LOOK.search(text):
        return
    flat = typed = text.replace(FOLD, " ")
    if long and "\n" in flat:
        faults = (*split_blocks(flat)[1], *find_source_faults(flat))
        yield from (Finding(fault.offset, fault.code, fault.message, fault.hint) for fault in faults)
        footnotes = references(flat)
        flat = blank_marks(flat)
        for note in footnotes:
            flat = f"{flat[: note.start()]}{' ' * len(note.group())}{flat[note.end() :]}"
        text = "".join(fold if fold == FOLD else char for fold, char in zip(text, flat, strict=True))
    marks = scan(flat)
    yield from _links(flat, marks)
    yield from _inline(marks.masked)
    lined = marks.masked
    for pattern, message, hint in _LINES:
        for match in pattern.finditer(lined):
            yield Finding(match.start(), "DG121", message, hint)
    for pattern, message, hint in (*_ODD, *(_LONG_LINES if long else ())):
        for match in pattern.finditer(lined):
            yield Finding(match.start(), "DG121", message, hint)
    yield from _open_marks(marks.masked)
    for match in _INDENTED.finditer(typed) if long else ():
        before = typed[: match.start()].split("\n")
        outer = next((line for line in reversed(before) if line.strip() and not line.startswith("    ")), "")
        in_a_list = any(line.level >= 0 for line in split_lines(outer))
        if not in_a_list and flat[match.end() - 1 : match.end()].strip():  # blank inside of a block of code
            yield Finding(match.end() - 1, "DG121", "a text that is indented is no code, its spaces would go",
                          "write ``` on a line before and after the code, or take the spaces off")  # fmt: skip
    for match in _FENCE.finditer(flat):
        yield Finding(match.start(), "DG121", "a block of code is not read here",
                      f"{_BLOCKS}, or put ` on both sides of a few words")  # fmt: skip
    rules = {match.start() for match in _RULE.finditer(lined)}
    for item in find_list_marks(text, marks.masked, long=long):
        if item.offset not in rules:
            yield Finding(*item)
    for line in split_lines(marks.masked) if long and "\n" in text else ():
        if line.level >= LEVELS:
            yield Finding(line.offset, "DG121", f"a list has at most {LEVELS} levels", "indent this line less")


def _open_marks(masked: str) -> Iterator[Finding]:
    """Marks of strong words and of code that nothing closes: they would be printed."""
    start = 0
    for paragraph in re.split(r"(\n[ \t]*\n)", masked):
        shown = plain(parse_inline(paragraph)) if "**" in paragraph else ""
        stars = [match.start() for match in _STARS.finditer(paragraph)]
        if stars and _STARS.search(shown):
            yield Finding(start + stars[-1], "DG121", "“**” makes nothing strong here: its pair is missing",
                          "write ** on both sides of the words, close to them; \\*\\* prints the signs")  # fmt: skip
        if tick := _TICK.search(paragraph):
            yield Finding(start + tick.start(), "DG121", "“`” opens code that nothing closes",
                          "write ` on both sides of the words; \\` prints the sign")  # fmt: skip
        start += len(paragraph)


def find_dress(text: str) -> Finding | None:
    """The first mark that dresses words, for places that have plain words only."""
    for run in parse_inline(text) if _DRESS.search(text) else ():
        if run.strong or run.emphasis or run.code:
            at = next((match.start() for match in _DRESS.finditer(text) if text.startswith(run.text, match.end())), 0)
            message = f"labels of drawings are plain: the marks around “{_short(run.text)}” would be lost"
            return Finding(at, "DG121", message, "take the marks off, or write \\ before each to print it")
    return None


def _links(text: str, marks: Scan) -> Iterator[Finding]:
    for link in marks.links.values():
        label = text[link.start + 1 : link.label_end]
        if text[link.start - 1 : link.start] == "!" and link.start - 2 not in marks.escapes:
            yield Finding(link.start - 1, "DG121", f"a picture cannot stand in a text: “![{_short(label)}](…)”",
                          "take it out; diagrams and tables have keys of their own")  # fmt: skip
            continue
        judged = judge_link(link.target)
        if judged.problem:
            yield Finding(link.start, "DG123", f"the link “{_short(label)}” {judged.problem}", judged.hint)
        elif not label.strip():
            yield Finding(
                link.start, "DG123", "a link has no words to click on", f"write [words]({_short(link.target)})"
            )
    for start in marks.unclosed:
        yield Finding(start, "DG123", "a link is not closed", "write [words](https://example.com/page) on one line")


def _inline(masked: str) -> Iterator[Finding]:
    for match in _ADDRESS.finditer(masked):
        address = match[1] if ":" in match[1] else f"mailto:{match[1]}"
        yield Finding(
            match.start(), "DG121", f"“{_short(match.group())}” is no link", f"write [words]({_short(address)})"
        )
    for match in _TAG.finditer(masked):
        name = (match[1] or "").lower()
        if not match[1] or name in _TAGS or _SURE_TAG.match(match.group()):
            hint = _TAG_HINTS.get(name, "take it out")
            yield Finding(match.start(), "DG121", f"HTML is not read: “{_short(match.group())}”",
                          f"{hint}; \\< prints the sign")  # fmt: skip
    for match in _ENTITY.finditer(masked):
        char = html.unescape(match.group())
        if char != match.group():
            shown = "a space" if char == "\xa0" else char if char.isprintable() else "nothing"
            yield Finding(match.start(), "DG121", f"HTML is not read: “{match.group()}”",
                          f"write the character itself: {shown}; \\& prints the sign")  # fmt: skip
    for pattern, what in ((_STRUCK, "struck out"), (_LIT, "highlighted")):
        for match in pattern.finditer(masked):
            mark = match.group()[:2]
            yield Finding(match.start(), "DG121", f"text cannot be {what}: “{mark}”",
                          f"take the marks off, or write \\{mark} to print them")  # fmt: skip
    for match in _WIDE_LINK.finditer(masked):
        yield Finding(match.start(), "DG123", f"the link “{_short(match[1])}” has full-width brackets",
                      f"write [{_short(match[1])}]({_short(match[2])})")  # fmt: skip
    for match in _FOOTNOTE.finditer(masked):
        yield Finding(match.start(), "DG121", f"there are no footnotes here: “{_short(match.group())}”",
                      "write it in a long text, its source on a line below, or in brackets")  # fmt: skip
    for match in re.finditer("\t", masked):
        yield Finding(match.start(), "DG121", "a tab stands in the text", "write a space, or a table under `table:`")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
