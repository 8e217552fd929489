"""Inline runs into `w:r`, links and page fields.

A link or page reference to an anchor the book does not have becomes plain text: the pipeline
has reported it before.
"""

from __future__ import annotations

from deckgen.base.runs import Run, Runs
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.xml import escape

TAB = "\t"
STRONG_STYLE = "Strong"
EMPHASIS_STYLE = "Emphasis"
CODE_STYLE = "Code"
LINK_STYLE = "Hyperlink"
PLACEHOLDER_STYLE = "PlaceholderText"


def write_text(text: str, properties: str = "") -> str:
    """One `w:r`; line breaks and tabs become their elements."""
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{dress}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    parts = []
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            parts.append("<w:br/>")
        for column, piece in enumerate(line.split("\t")):
            if column:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f"<w:r>{dress}{''.join(parts)}</w:r>"


def write_field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its result filled in."""
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{dress}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{dress}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{dress}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{write_text(result, properties)}"
        f'<w:r>{dress}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def run_properties(run: Run, extra: str = "") -> str:
    """Content of `w:rPr`: a character style for the strongest dress, toggles for the others.

    `extra` are properties that follow bold in the schema (colour, size).
    """
    style = ""
    if run.href:
        style = LINK_STYLE
    elif run.code:
        style = CODE_STYLE
    elif run.strong:
        style = STRONG_STYLE
    elif run.emphasis:
        style = EMPHASIS_STYLE
    parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if run.strong and style != STRONG_STYLE:
        parts.append("<w:b/><w:bCs/>")
    return "".join(parts) + extra


def write_runs(runs: Runs, ledger: Ledger, extra: str = "") -> str:
    """Runs of one paragraph."""
    parts = []
    for run in runs:
        properties = run_properties(run, extra)
        if run.page_of and run.page_of in ledger.anchors:
            parts.append(write_field(f"PAGEREF {ledger.anchors[run.page_of]} \\h", run.text, properties))
        elif run.href.startswith("#"):
            text = write_text(run.text, properties)
            bookmark = ledger.anchors.get(run.href[1:])
            if bookmark is None:
                parts.append(write_text(run.text, run_properties(Run(run.text, run.strong), extra)))
            else:
                parts.append(f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{text}</w:hyperlink>')
        elif run.href:
            target = ledger.link(run.href)
            text = write_text(run.text, properties)
            parts.append(f'<w:hyperlink r:id="{target}" w:history="1">{text}</w:hyperlink>')
        else:
            parts.append(write_text(run.text, properties))
    return "".join(parts)


def bookmarked(content: str, anchor: str, ledger: Ledger) -> str:
    """Content inside the bookmark of an anchor."""
    number = ledger.bookmark()
    name = ledger.anchors[anchor]
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
