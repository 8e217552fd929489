"""The notes of a slide into its notes part.

Refuses nothing: a deck without notes has no notes parts.
"""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.tree import ListBlock, Para, Slide
from deckgen.writers.drawingml.text import NONE, write_paragraph, write_run_properties, write_runs
from deckgen.writers.parts import write_part
from deckgen.writers.pptx.markup import NAMESPACES, SHAPE_TREE, write_page_number
from deckgen.writers.pptx.text import TextContext, write_list_markup

_LABELS = ("label", "label_strong")
_SIZE = 12.0  # points of the notes pane, by which lists are indented
_ITEM = Template("<a:pPr{attributes}>{marker}</a:pPr>")
_NOTES = Template(
    "<p:notes {namespaces}><p:cSld><p:spTree>{root}"
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
    'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
    "{paragraphs}</p:txBody></p:sp>"
    '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Page"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    "<a:lstStyle/><a:p>{page}</a:p></p:txBody></p:sp>"
    "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
)


def write_notes(slide: Slide, number: int, context: TextContext) -> bytes:
    """The notes part: the slide's picture, its notes with bold label lines, its page number."""
    paragraphs = join(_write_note(note, context) for note in slide.notes)
    page = write_page_number(number, write_run_properties(context.dress))
    return write_part(_NOTES(NAMESPACES, SHAPE_TREE, paragraphs, page))


def _write_note(note: Para | ListBlock, context: TextContext) -> Markup:
    """A paragraph of the notes, or the items of a list with their marks."""
    dress = context.dress
    if isinstance(note, Para):
        return write_paragraph(NONE, write_runs(note.runs, context, strong=note.role in _LABELS or None), dress)
    return join(
        write_paragraph(_ITEM(*write_list_markup(note, note.level(at), _SIZE, dress)), write_runs(item, context), dress)
        for at, item in enumerate(note.items)
    )
