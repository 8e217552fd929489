"""The footnotes of a book. Refuses nothing; links in them relate to their own part."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.markup import Markup, Template, join
from deckgen.writers.docx.blocks import Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.markup import STORY_NAMESPACES
from deckgen.writers.docx.runs import RAISED, write_runs, write_text
from deckgen.writers.docx.style_ids import style_id
from deckgen.writers.parts import Relationships, write_part

STYLE = "small"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES = Template("<w:footnotes {namespaces}>{separators}{notes}</w:footnotes>")
_SEPARATOR = Template(
    '<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
)
_NOTE = Template('<w:footnote w:id="{id}">{paragraph}</w:footnote>')
_MARK = Template("<w:r>{look}<w:footnoteRef/></w:r>")


def write_footnotes(ledger: Ledger) -> None:
    """Put the part with the footnotes that the body has asked for on the ledger's shelf, if there are any."""
    if not ledger.footnotes:
        return
    own = replace(ledger, links=Relationships())
    notes: list[Markup] = []
    for number, source in enumerate(ledger.footnotes, 1):
        content = join((_MARK(RAISED), write_text(" "), write_runs(source, own)))
        notes.append(_NOTE(number, Paragraph(style_id(STYLE), content).xml()))
    separators = join((_SEPARATOR("separator", -1), _SEPARATOR("continuationSeparator", 0)))
    part = write_part(_NOTES(STORY_NAMESPACES, separators, join(notes)))
    ledger.shelf.put("word/footnotes.xml", part, _KIND, own.links)
    ledger.links.add("footnotes", "footnotes.xml")
