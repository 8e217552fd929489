"""Inline runs into `w:r`, links and page fields.

A link or page reference to an anchor the book does not have becomes plain text: the pipeline
has reported it before.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import Run, Runs
from deckgen.writers.docx.ledger import Ledger

TAB = "\t"
STRONG_STYLE = "Strong"
EMPHASIS_STYLE = "Emphasis"
CODE_STYLE = "Code"
LINK_STYLE = "Hyperlink"
PLACEHOLDER_STYLE = "PlaceholderText"
NONE = Markup("")
_BREAK, _TAB = Markup("<w:br/>"), Markup("<w:tab/>")
_RUN = Template("<w:r>{look}{content}</w:r>")
_TEXT_RUN = Template('<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>')
_TEXT = Template('<w:t xml:space="preserve">{text}</w:t>')
_LOOK = Template('<w:rPr><w:rStyle w:val="{style}"/>{bold}{more}</w:rPr>')
_BARE_LOOK = Template("<w:rPr>{more}</w:rPr>")
BOLD = Markup("<w:b/><w:bCs/>")
RAISED = Markup('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
_FOOTNOTE = Template('<w:r>{look}<w:footnoteReference w:id="{id}"/></w:r>')
_FIELD = Template(
    '<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    '<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    '{result}<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
)
_ANCHOR = Template('<w:hyperlink w:anchor="{bookmark}" w:history="1">{text}</w:hyperlink>')
_LINK = Template('<w:hyperlink r:id="{link}" w:history="1">{text}</w:hyperlink>')
_BOOKMARKED = Template('<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>')


def write_text(text: str, look: Markup = NONE) -> Markup:
    """One `w:r` whose properties are `look`; line breaks and tabs become their elements."""
    if "\n" not in text and "\t" not in text:
        return _TEXT_RUN(look, text) if text else NONE
    parts = []
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            parts.append(_BREAK)
        for column, piece in enumerate(line.split("\t")):
            if column:
                parts.append(_TAB)
            if piece:
                parts.append(_TEXT(piece))
    return _RUN(look, join(parts))


def write_field(instruction: str, result: str, look: Markup = NONE) -> Markup:
    """A complex field with its result filled in."""
    return _FIELD(look, instruction, write_text(result, look))


@lru_cache(maxsize=1024)
def write_look(style: str, bold: bool = False, more: Markup = NONE) -> Markup:
    """The `w:rPr` of a run: a character style, a toggle, and properties that follow bold in the schema."""
    if style:
        return _LOOK(style, BOLD if bold else NONE, more)
    return _BARE_LOOK(more) if more else NONE


def _look(run: Run, more: Markup) -> Markup:
    """A character style for the strongest dress, a toggle for a strong one beside it."""
    if run.href:
        return write_look(LINK_STYLE, run.strong, more)
    if run.code:
        return write_look(CODE_STYLE, run.strong, more)
    if run.strong:
        return write_look(STRONG_STYLE, False, more)
    return write_look(EMPHASIS_STYLE if run.emphasis else "", False, more)


def write_runs(runs: Runs, ledger: Ledger, more: Markup = NONE) -> Markup:
    """Runs of one paragraph; `more` are properties of theirs that follow bold in the schema (colour, size)."""
    parts = []
    for run in runs:
        if run.note:
            parts.append(_FOOTNOTE(RAISED, ledger.footnote(run.note)))
            continue
        look = _look(run, more)
        if run.page_of and run.page_of in ledger.anchors:
            parts.append(write_field(f"PAGEREF {ledger.anchors[run.page_of]} \\h", run.text, look))
        elif run.href.startswith("#"):
            bookmark = ledger.anchors.get(run.href[1:])
            if bookmark is None:
                parts.append(write_text(run.text, write_look(STRONG_STYLE if run.strong else "", False, more)))
            else:
                parts.append(write_anchor_link(bookmark, write_text(run.text, look)))
        elif run.href:
            parts.append(_LINK(ledger.link(run.href), write_text(run.text, look)))
        else:
            parts.append(write_text(run.text, look))
    content = join(parts)
    if runs and runs[0].source:
        return _BOOKMARKED(ledger.bookmark(), ledger.source(runs[0].source), content)
    return content


def write_anchor_link(bookmark: str, text: Markup) -> Markup:
    """A link to a bookmark of the book."""
    return _ANCHOR(bookmark, text)


def bookmarked(content: Markup, anchor: str, ledger: Ledger) -> Markup:
    """Content inside the bookmark of an anchor."""
    return _BOOKMARKED(ledger.bookmark(), ledger.anchors[anchor], content)
