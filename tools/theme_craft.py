"""What shapes, lines, text, tables and guides of a trainer begin with in the deck templates that ship."""

from __future__ import annotations

import re

from deckgen.writers.pptx.table_style import STYLE_ID

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
EMU = 12700  # of a point
_INSETS = 'lIns="114300" tIns="57150" rIns="114300" bIns="57150"'


def craft(name: str, part: bytes, soft: str = "accent1 15/85") -> bytes:
    """A part of a deck template with what a trainer's shapes, tables and guides are like; other parts as they are."""
    text = part.decode("utf-8") if name.endswith((".xml", ".rels")) else ""
    if name == "ppt/theme/theme1.xml":
        made = _object_defaults(soft)
        return re.sub(
            r"<a:objectDefaults/>|<a:objectDefaults>.*</a:objectDefaults>", lambda _: made, text, flags=re.S
        ).encode()
    if name == "ppt/tableStyles.xml":
        return _table_styles(soft).encode()
    if name == "ppt/slideMasters/slideMaster1.xml":
        text = re.sub(r"\s*<p:extLst>.*</p:extLst>\s*(?=</p:sldMaster>)", "\n", text, flags=re.S)
        return text.replace("</p:sldMaster>", f"  {_guides(text)}\n</p:sldMaster>").encode()
    return part


def colour_of(text: str) -> str:
    """``accent1``, ``accent1 34/0``, ``accent2 16/0 47``: a slot, luminance x % + %, saturation x %."""
    slot, _, steps = text.partition(" ")
    if not steps:
        return f'<a:schemeClr val="{slot}"/>'
    luminance, _, pale = steps.partition(" ")
    mod, _, off = luminance.partition("/")
    inner = f'<a:satMod val="{pale}000"/>' if pale else ""
    inner += f'<a:lumMod val="{mod}000"/>' if mod != "100" else ""
    inner += f'<a:lumOff val="{off}000"/>' if int(off) else ""
    return f'<a:schemeClr val="{slot}">{inner}</a:schemeClr>'


def solid(text: str) -> str:
    """A plain fill, or none."""
    return f"<a:solidFill>{colour_of(text)}</a:solidFill>" if text else "<a:noFill/>"


def line(text: str, width: float) -> str:
    """A line so many points wide, or none."""
    if not text:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(width * EMU)}" cap="rnd">{solid(text)}<a:prstDash val="solid"/><a:round/></a:ln>'


def _object_defaults(soft: str) -> str:
    def style(line: str) -> str:
        return (
            f'<a:style><a:lnRef idx="{line}"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="0">'
            '<a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
            '<a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef></a:style>'
        )

    def words(align: str) -> str:
        return (
            f'<a:lstStyle><a:defPPr algn="{align}"><a:defRPr sz="1800" b="0">{solid("tx1")}</a:defRPr>'
            "</a:defPPr></a:lstStyle>"
        )

    body = f'<a:bodyPr wrap="square" {_INSETS} rtlCol="0" anchor="{{anchor}}">{{fit}}</a:bodyPr>'
    shape = body.format(anchor="ctr", fit="<a:noAutofit/>")
    box = body.format(anchor="t", fit="<a:spAutoFit/>")
    return (
        f"<a:objectDefaults><a:spDef><a:spPr>{solid(soft)}{line('accent1', 1.5)}<a:effectLst/></a:spPr>"
        f"{shape}{words('ctr')}{style('2')}</a:spDef>"
        f"<a:lnDef><a:spPr>{line('tx2', 2.25)}<a:effectLst/></a:spPr><a:bodyPr/><a:lstStyle/>"
        f"{style('2')}</a:lnDef><a:txDef><a:spPr><a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/></a:spPr>{box}{words('l')}"
        "</a:txDef></a:objectDefaults>"
    )


def _table_styles(soft: str) -> str:
    rule = f'<a:ln w="9525" cmpd="sng">{solid("accent6")}</a:ln>'
    rules = "".join(f"<a:{side}>{rule}</a:{side}>" for side in ("top", "bottom", "insideH"))
    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right"))
    text = '<a:tcTxStyle{bold}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>{colour}</a:tcTxStyle>'
    bold = ' b="on"'

    def part(name: str, colour: str, fill: str, strong: bool = True, borders: str = "") -> str:
        style = text.format(bold=bold if strong else "", colour=colour_of(colour))
        look = f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{solid(fill)}</a:fill></a:tcStyle>"
        return f"<a:{name}>{style}{look}</a:{name}>"

    inner = "<a:insideV><a:ln><a:noFill/></a:ln></a:insideV>"
    last = f'<a:top><a:ln w="19050" cmpd="sng">{solid("accent1")}</a:ln></a:top>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:tblStyleLst xmlns:a="{_A}" def="{STYLE_ID}"><a:tblStyle styleId="{STYLE_ID}" styleName="deckgen">'
        + part("wholeTbl", "tx1", "", strong=False, borders=none + rules + inner)
        + part("band1H", "tx1", "", strong=False)
        + part("lastCol", "tx1", "")
        + part("firstCol", "tx1", soft)
        + part("lastRow", "tx1", "", borders=last)
        + part("firstRow", "bg1", "accent1")
        + "</a:tblStyle></a:tblStyleLst>\n"
    )


def _guides(master: str) -> str:
    """Guides at the margins, at quarters of the grid between them, and where the content begins and ends."""
    body = re.search(r'type="body".*?<a:off x="(\d+)" y="(\d+)"/><a:ext cx="(\d+)" cy="(\d+)"', master, re.S)
    assert body is not None
    x, y, w, h = (int(value) / EMU for value in body.groups())
    gutter, quarter = 24.0, (w - 3 * 24.0) / 4
    down = {
        x,
        x + w,
        *(x + at * (quarter + gutter) for at in (1, 2, 3)),
        *(x + at * (quarter + gutter) - gutter for at in (1, 2, 3)),
    }
    lines = [("", at) for at in sorted(down)] + [(' orient="horz"', at) for at in (26.0, y, y + h)]
    colour = f"<p15:clr>{colour_of('accent3')}</p15:clr>"
    guides = "".join(
        f'<p15:guide id="{number}"{way} pos="{round(at * 8)}" userDrawn="1">{colour}</p15:guide>'
        for number, (way, at) in enumerate(lines, 1)
    )
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}"><p15:sldGuideLst '
        f'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">{guides}</p15:sldGuideLst></p:ext></p:extLst>'
    )
