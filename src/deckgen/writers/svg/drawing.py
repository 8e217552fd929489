"""A drawing into the bytes of an SVG file.

What is written in a shape stands line by line where the drawing has its lines, so that no browser breaks it otherwise;
a label that is longer than its shape stays one line. Nothing is loaded from elsewhere: pictures are part of the file.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

from deckgen.base.icons import ICONS, SIDE, STROKE
from deckgen.base.markup import Markup, Template, encode, join
from deckgen.base.runs import Run
from deckgen.theme import Theme
from deckgen.theme.tints import derive_colours
from deckgen.tree import Bundle, Drawing, Icon, Image, Label, Path, Primitive, Shape, ShowPicture, TextBox
from deckgen.writers.svg.outline import number, trace_path, trace_shape

LINE = 1.2  # of a size, from line to line
_BASE = 0.93  # of a size, from the top of a line to what the letters stand on
_HEAD = 3.0  # of the width of a line, the side of its arrow head
_TYPES = {"png": "image/png", "jpg": "image/jpeg"}
# Where a machine lacks the faces of a theme; those with Chinese first, since some programs ask one face for every sign.
_LAST = "'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', Carlito, sans-serif"

_FILE = Template(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{x} {y} {w} {h}" role="img" '
    'lang="{language}" font-family="{faces}"><title>{title}</title>{heads}{shapes}</svg>\n'
)
_OUTLINE = Template('<path d="{course}"{dress}{turned}/>')
_FILLED, _LINED = Template(' fill="#{colour}"'), Template(' stroke="#{colour}" stroke-width="{width}"{more}')
_UNFILLED, _ODD = Markup(' fill="none"'), Markup(' fill-rule="evenodd"')
_DASH = Template(' stroke-dasharray="{on} {off}"')
_ROUND = Markup(' stroke-linecap="round" stroke-linejoin="round"')
_TURNED = Template(' transform="rotate({angle} {x} {y})"')
_ARROW = Template(' marker-end="url(#{name})"')
_MARKER = Template(
    '<marker id="{name}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="{size}" markerHeight="{size}" '
    'orient="auto">'
    '<path d="M0,0L10,5L0,10Z" fill="#{colour}"/></marker>'
)
_HEADS = Template("<defs>{markers}</defs>")
_TEXT = Template('<text x="{x}" y="{y}" font-size="{size}" fill="#{colour}"{anchor}{bold}{turned}>{spans}</text>')
_ANCHOR, _BOLD = Template(' text-anchor="{where}"'), Markup(' font-weight="bold"')
_SPAN = Template("<tspan{bold}{mono}>{text}</tspan>")
_MONO = Template(' font-family="{face}, monospace"')
_ICON = Template(
    '<g transform="translate({x} {y}) scale({scale})"><path d="{course}" fill="none" stroke="#{colour}" '
    'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"/></g>'
)
_GROUP, _NAME = Template("<g>{name}{shapes}</g>"), Template("<title>{text}</title>")
_PICTURE = Template(
    '<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" overflow="hidden"><image x="{left}" y="{top}" '
    'width="{wide}" height="{high}" preserveAspectRatio="none" href="data:{kind};base64,{data}"><title>{alt}</title>'
    "</image></svg>"
)
_NONE = Markup("")


def write_svg(drawing: Drawing, theme: Theme, show: ShowPicture, language: str, width: float = 0.0) -> bytes:
    """The file, `width` points wide, else as wide as the drawing; equal input gives equal bytes.

    Every label of the drawing is one line. `show` gives a picture by the path the tree names.
    """
    writer = _Writer(theme, show)
    shapes = join(writer.shape(shape) for shape in drawing.shapes)
    x, y, w, h = drawing.frame
    wide = width or w
    faces = ", ".join(f"'{face}'" for face in (theme.fonts.latin, theme.fonts.east_asian) if face)
    return encode(
        _FILE(
            width=number(wide), height=number(wide * h / w if w else h), x=number(x), y=number(y), w=number(w),
            h=number(h), language=language, faces=f"{faces}, {_LAST}", title=drawing.alt, heads=writer.heads(),
            shapes=shapes,
        )
    )  # fmt: skip


class _Writer:
    def __init__(self, theme: Theme, show: ShowPicture) -> None:
        self.theme, self.show = theme, show
        self.colours = {**theme.colours, **derive_colours(theme.colours, theme.scheme)[0]}
        self.arrows: dict[str, str] = {}  # colour -> name of the head

    def heads(self) -> Markup:
        """The heads of all arrows."""
        marks = [_MARKER(name=name, size=number(_HEAD), colour=colour) for colour, name in self.arrows.items()]
        return _HEADS(join(marks)) if marks else _NONE

    def shape(self, shape: Primitive) -> Markup:
        match shape:
            case Shape():
                return join(self._shape(shape))
            case Path():
                return self._path(shape)
            case Icon():
                return self._icon(shape)
            case Image():
                return self._image(shape)
            case Bundle():
                inside = join(self.shape(inner) for inner in shape.shapes)
                return _GROUP(_NAME(shape.alt or shape.name) if shape.alt or shape.name else _NONE, inside)

    def _shape(self, shape: Shape) -> Iterator[Markup]:
        x, y, w, h = shape.frame
        turn = (number(shape.rotation), number(x + w / 2), number(y + h / 2))
        turned = _TURNED(*turn) if shape.rotation else _NONE
        if shape.fill is not None or shape.line is not None:
            dress = join((self._fill(shape.fill), self._line(shape.line, shape.line_width)))
            yield _OUTLINE(trace_shape(shape), dress, turned)
        if shape.text is not None:
            yield from self._text(shape.text, shape, turned)

    def _fill(self, role: str | None) -> Markup:
        return _FILLED(self.colours[role]) if role else _UNFILLED

    def _line(self, role: str | None, width: float, more: Markup = _NONE) -> Markup:
        return _LINED(self.colours[role], number(width), more) if role else _NONE

    def _path(self, path: Path) -> Markup:
        more = [_DASH(number(4 * path.line_width), number(3 * path.line_width)) if path.dash else _ROUND]
        if path.arrow and path.line:
            colour = self.colours[path.line]
            more.append(_ARROW(self.arrows.setdefault(colour, f"head{len(self.arrows) + 1}")))
        odd = _ODD if path.more else _NONE
        dress = join((self._fill(path.fill), odd, self._line(path.line, path.line_width, join(more))))
        return _OUTLINE(trace_path(path), dress, _NONE)

    def _text(self, box: TextBox, shape: Shape, turned: Markup) -> Iterator[Markup]:
        left, top, right, bottom = box.insets
        room = shape.frame.inset(left, top, right, bottom)
        high = sum(label.size * LINE for label in box.labels)
        y = room.y + {"top": 0.0, "middle": (room.h - high) / 2, "bottom": room.h - high}[box.anchor]
        x = room.x + {"left": 0.0, "center": room.w / 2, "right": room.w}[box.align]
        anchor = {"left": _NONE, "center": _ANCHOR("middle"), "right": _ANCHOR("end")}[box.align]
        for label in box.labels:
            spans = join(self._span(run, label) for run in label.runs)
            base = number(y + label.size * _BASE)
            bold = _BOLD if label.strong else _NONE
            if label.runs:
                colour = self.colours[label.colour]
                yield _TEXT(number(x), base, number(label.size), colour, anchor, bold, turned, spans)
            y += label.size * LINE

    def _span(self, run: Run, label: Label) -> Markup:
        if not (run.code or run.strong or run.emphasis) or (label.strong and not run.code):
            return Markup.escape(run.text)
        mono = _MONO(self.theme.fonts.mono) if run.code else _NONE
        return _SPAN(_BOLD if run.strong or run.emphasis else _NONE, mono, run.text)

    def _icon(self, icon: Icon) -> Markup:
        scale = icon.frame.w / SIDE
        return _ICON(
            x=number(icon.frame.x), y=number(icon.frame.y), scale=f"{scale:.4f}", course=ICONS[icon.name],
            colour=self.colours[icon.line], width=number(STROKE),
        )  # fmt: skip

    def _image(self, image: Image) -> Markup:
        x, y, w, h = image.frame
        left, top, right, bottom = image.crop
        wide, high = w / max(1 - left - right, 0.01), h / max(1 - top - bottom, 0.01)
        ready = self.show(image.path)
        return _PICTURE(
            x=number(x), y=number(y), w=number(w), h=number(h), left=number(-left * wide), top=number(-top * high),
            wide=number(wide), high=number(high), kind=_TYPES.get(ready.suffix, "image/png"),
            data=base64.b64encode(ready.data).decode("ascii"), alt=image.alt,
        )  # fmt: skip
