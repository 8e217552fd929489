"""The notes of a slide into its notes part.

A deck without notes has no notes parts.
"""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import Run, Runs
from deckgen.tree import Callout, Element, ListBlock, Para, Row, Slide, Table
from deckgen.tree.content import runs_in
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
    """The notes part: the slide's picture, its notes with bold label lines, its page number.

    An element that is no text is a bug of compose (TypeError).
    """
    paragraphs = join(_write_note(note, context) for note in slide.notes)
    page = write_page_number(number, write_run_properties(context.dress))
    return write_part(_NOTES(NAMESPACES, SHAPE_TREE, paragraphs, page))


def _write_note(note: Element, context: TextContext) -> Markup:
    """What the notes pane shows of an element: paragraphs, lists with their marks, boxes set in, rows of tables."""
    dress = context.dress

    def para(runs: Runs, properties: Markup = NONE, strong: bool | None = None, mono: bool = False) -> Markup:
        return write_paragraph(properties, write_runs(runs, context, strong=strong, mono=mono), dress)

    match note:
        case Para():
            return para(note.runs, strong=note.role in _LABELS or None, mono=note.role == "code")
        case ListBlock():
            marks = (_ITEM(*write_list_markup(note, note.level(at), _SIZE, dress)) for at in range(len(note.items)))
            return join(para(item, mark) for item, mark in zip(note.items, marks, strict=True))
        case Callout():
            title = para(note.title, strong=True) if note.title else NONE
            return join((title, *(_write_note(child, context) for child in note.body)))
        case Table():
            rows = [*((row, True) for row in note.head), *((row, None) for row in note.rows)]
            return join(para(_cells(row), strong=strong) for row, strong in rows)
        case _:
            raise TypeError(f"no {type(note).__name__} in the notes of a slide")


def _cells(row: Row) -> Runs:
    """The cells of a row on one line, which has no columns in a notes pane."""
    texts = [tuple(run for runs in runs_in(cell.content) for run in runs) for cell in row.cells]
    return tuple(run for at, runs in enumerate(texts) for run in ((Run(" | "),) * (at > 0) + (runs or (Run("____"),))))
