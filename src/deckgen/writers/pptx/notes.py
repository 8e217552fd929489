"""The notes of a slide into its notes part.

Refuses nothing: a deck without notes has no notes parts.
"""

from __future__ import annotations

from deckgen.tree import Slide
from deckgen.writers.pptx.markup import NAMESPACES, PAGE_FIELD, SHAPE_TREE, XML
from deckgen.writers.pptx.text import TextContext, write_paragraph, write_runs

_LABELS = ("label", "label_strong")


def write_notes(slide: Slide, number: int, context: TextContext) -> bytes:
    """The notes part: the slide's picture, its notes with bold label lines, its page number."""
    paragraphs = "".join(
        write_paragraph("", write_runs(para.runs, context, strong=True if para.role in _LABELS else None), context)
        for para in slide.notes
    )
    return (
        f"{XML}<p:notes {NAMESPACES}><p:cSld><p:spTree>{SHAPE_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{paragraphs}</p:txBody></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Page"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        f'<a:lstStyle/><a:p><a:fld id="{PAGE_FIELD}" type="slidenum">'
        f"<a:rPr {context.dress.lang}/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()
