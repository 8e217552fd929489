"""Inline runs into DrawingML paragraphs: the text of shapes, tables and placeholders.

Sizes and colours are written only where they are given; else a placeholder or a table gives them.
"""

from __future__ import annotations

from typing import Protocol

from deckgen.base.markup import Markup, Template, join, writable
from deckgen.base.runs import Run, Runs
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.lengths import hundredths

NONE = Markup("")
_RUN = Template("<a:r>{properties}<a:t>{text}</a:t></a:r>")
_BREAK = Template("<a:br>{properties}</a:br>")
_PARAGRAPH = Template("<a:p>{properties}{runs}{end}</a:p>")
_END = Template("<a:endParaRPr {lang}{size}/>")
_PROPERTIES = Template("<a:rPr {lang}{size}{bold}{slanted}{raised}>{inner}</a:rPr>")
_BARE = Template("<a:rPr {lang}{size}{bold}{slanted}{raised}/>")
_MONO = Template('<a:latin typeface="{face}"/><a:cs typeface="{face}"/>')
_RAISED = Markup(' baseline="30000"')
_SIZE = Template(' sz="{size}"')
_BOLD = {None: NONE, True: Markup(' b="1"'), False: Markup(' b="0"')}
_SLANTED = Markup(' i="1"')


class Setting(Protocol):
    """Where text stands: the dress of its artefact, and the part that carries its links."""

    @property
    def dress(self) -> Dress:
        """Colours, faces and language."""

    def link(self, href: str) -> Markup:
        """The click action of a link; empty for a target that cannot be reached from here."""


def write_runs(
    runs: Runs,
    setting: Setting,
    size: float = 0.0,
    colour: str = "",
    strong: bool | None = None,
    *,
    mono: bool = False,
) -> Markup:
    """Runs of one paragraph; 0, empty and None leave a property to what the text stands in. `mono` is for code."""
    pieces = []
    for run in runs:
        properties = _run_properties(run, setting, size, colour, strong, mono or run.code)
        for at, line in enumerate(run.text.split("\n")):
            if at:
                pieces.append(_BREAK(properties))
            if line:
                pieces.append(_RUN(properties, line))
    return join(pieces)


def write_paragraph(properties: Markup, runs: Markup, dress: Dress, size: float = 0.0) -> Markup:
    """A paragraph from its properties and runs; an empty one says its size at its end."""
    return _PARAGRAPH(properties, runs, NONE if runs else _END(dress.lang, _write_size(size)))


def write_empty_paragraph(dress: Dress) -> Markup:
    """A paragraph without text, which a text body must have."""
    return write_paragraph(NONE, NONE, dress)


def write_run_properties(
    dress: Dress,
    size: float = 0.0,
    colour: str = "",
    bold: bool | None = None,
    slanted: bool = False,
    link: Markup = NONE,
    *,
    mono: bool = False,
    raised: bool = False,
) -> Markup:
    """The ``a:rPr`` of a run."""
    faces = _MONO(writable(dress.theme.fonts.mono)) if mono else NONE
    inner = join((dress.fill(colour) if colour else NONE, faces, link))
    look = dress.lang, _write_size(size), _BOLD[bold], _SLANTED if slanted else NONE, _RAISED if raised else NONE
    return _PROPERTIES(*look, inner) if inner else _BARE(*look)


def _run_properties(run: Run, setting: Setting, size: float, colour: str, strong: bool | None, mono: bool) -> Markup:
    dress = setting.dress
    # Chinese is stressed by weight; slanted Chinese is hard to read
    slanted = run.emphasis and not dress.is_chinese
    bold = True if run.strong or (run.emphasis and not slanted) else strong
    if run.href and (link := setting.link(run.href)):
        return write_run_properties(dress, size, colour, bold, slanted, link)
    raised = bool(run.note)
    key = ("run", size, colour, bold, slanted, mono, raised)
    known = dress.written.get(key)
    if known is None:
        known = dress.written[key] = write_run_properties(dress, size, colour, bold, slanted, mono=mono, raised=raised)
    return known


def _write_size(size: float) -> Markup:
    return _SIZE(hundredths(size)) if size else NONE
