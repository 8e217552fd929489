"""A chart into a native chart part with its workbook, shown inline.

Refuses nothing; series shorter than the categories leave gaps.
"""

from __future__ import annotations

from deckgen.tree import Chart
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.drawing import write_inline
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.styles import FIGURE
from deckgen.writers.docx.xml import DECLARATION, A, C, R, escape
from deckgen.writers.workbook import write_workbook

_PALETTE = ("primary", "accent", "secondary", "positive", "muted")
_TEXT_SIZE = 1000  # hundredths of a point
_STRAIGHT = '<c:smooth val="0"/>'
_AXES = (111111111, 222222222)


def lower_chart(chart: Chart, ledger: Ledger, width: float) -> list[Block]:
    """A chart in the line of a paragraph of its own."""
    name = f"chart{len(ledger.charts) + 1}"
    ledger.charts.append((name, _write_chart(chart, ledger), write_workbook(chart)))
    relationship = ledger.relate("chart", f"charts/{name}.xml")
    graphic = f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relationship}"/></a:graphicData>'
    inline = write_inline(width, width * ledger.theme.boxes.chart_share, "chart", chart.alt, graphic, ledger)
    return [Paragraph(FIGURE, f"<w:r>{inline}</w:r>")]


def _write_chart(chart: Chart, ledger: Ledger) -> bytes:
    series = "".join(_series(chart, index, ledger) for index in range(len(chart.series)))
    varied = f'<c:varyColors val="{int(chart.kind == "pie")}"/>'
    axes_ids = "".join(f'<c:axId val="{axis}"/>' for axis in _AXES)
    if chart.kind == "pie":
        plot = f'<c:pieChart>{varied}{series}<c:firstSliceAng val="0"/></c:pieChart>'
    elif chart.kind == "line":
        plot = f'<c:lineChart><c:grouping val="standard"/>{varied}{series}<c:marker val="1"/>{axes_ids}</c:lineChart>'
    else:
        direction = "bar" if chart.kind == "bar" else "col"
        plot = (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>{varied}{series}'
            f'<c:gapWidth val="60"/>{axes_ids}</c:barChart>'
        )
    axes = "" if chart.kind == "pie" else _axes(chart, ledger)
    shows_legend = len(chart.series) > 1 or chart.kind == "pie"
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if shows_legend else ""
    ink = ledger.colour("ink")
    fonts = ledger.theme.fonts
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{ledger.language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}{axes}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{_TEXT_SIZE}"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        f'<a:latin typeface="{escape(fonts.latin)}"/><a:ea typeface="{escape(fonts.east_asian)}"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{ledger.language}"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _series(chart: Chart, index: int, ledger: Ledger) -> str:
    column = chr(ord("B") + index)
    rows = len(chart.categories)
    colour = ledger.colour(_PALETTE[index % len(_PALETTE)])
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    look = f'<c:spPr><a:ln w="28575">{fill}</a:ln></c:spPr>' if chart.kind == "line" else f"<c:spPr>{fill}</c:spPr>"
    extra = ""
    if chart.kind == "pie":
        look = ""
        extra = "".join(
            f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr'
            f' val="{ledger.colour(_PALETTE[at % len(_PALETTE)])}"/></a:solidFill></c:spPr></c:dPt>'
            for at in range(rows)
        )
    elif chart.kind != "line":
        extra = '<c:invertIfNegative val="0"/>'
    else:
        extra = f'<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
    labels = (
        '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(chart.categories))
    numbers = "".join(
        f'<c:pt idx="{at}"><c:v>{value:.12g}</c:v></c:pt>' for at, value in enumerate(chart.values[index][:rows])
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(chart.series[index])}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{look}{extra}{labels}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${rows + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{rows}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${rows + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{rows}"/>{numbers}</c:numCache></c:numRef></c:val>'
        f"{_STRAIGHT if chart.kind == 'line' else ''}</c:ser>"
    )


def _axes(chart: Chart, ledger: Ledger) -> str:
    category, value = _AXES
    flat = chart.kind == "bar"
    line = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{ledger.colour("line")}"/></a:solidFill></a:ln>'
    unit = ""
    if chart.unit:
        unit = (
            '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="{ledger.language}" sz="{_TEXT_SIZE}" b="0"/><a:t>{escape(chart.unit)}</a:t></a:r></a:p>'
            '</c:rich></c:tx><c:overlay val="0"/></c:title>'
        )
    order = "maxMin" if flat else "minMax"  # bars read from the top, like the table they stand for
    return (
        f'<c:catAx><c:axId val="{category}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if flat else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{line}</c:spPr>'
        f'<c:crossAx val="{value}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{value}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if flat else "l"}"/>{unit}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{line}</c:spPr>'
        f'<c:crossAx val="{category}"/><c:crosses val="{"max" if flat else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
