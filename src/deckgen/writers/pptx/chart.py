"""A Chart into a native chart part and the workbook behind it.

Axis ids are positive, fonts and colours are the theme's.
Series longer or shorter than the categories are refused (ValueError, a bug of the model).
"""

from __future__ import annotations

from deckgen.tree import Chart
from deckgen.writers.pptx.markup import XML, A, Dress, R, escape, hundredths

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SERIES = ("primary", "accent", "secondary", "positive", "muted", "negative")
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222


def write_chart(chart: Chart, workbook: str, dress: Dress) -> bytes:
    """The chart part; `workbook` is the id of its relationship to the workbook."""
    if any(len(values) != len(chart.categories) for values in chart.values):
        raise ValueError(f"chart {chart.alt!r}: every series needs one value a category")
    size = dress.theme.slide_text["label"].floor
    plot = {"column": _bars, "bar": _bars, "line": _lines, "pie": _pie}[chart.kind](chart, dress, size)
    legend = len(chart.series) > 1 or chart.kind == "pie"
    return (
        f'{XML}<c:chartSpace xmlns:c="{_C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{escape(dress.language)}"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>'
        + (f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(dress, size)}</c:legend>' if legend else "")
        + '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(dress, size)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _text(dress: Dress, size: float, colour: str = "ink", strong: bool = False) -> str:
    fonts = dress.theme.fonts
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {dress.lang} "
        f'sz="{hundredths(size)}" b="{int(strong)}">{dress.fill(colour)}'
        f'<a:latin typeface="{escape(fonts.latin)}"/><a:ea typeface="{escape(fonts.east_asian)}"/>'
        f"</a:defRPr></a:pPr><a:endParaRPr {dress.lang}/></a:p></c:txPr>"
    )


def _format(chart: Chart) -> str:
    """The number format with the unit; quotes in a unit would end it."""
    unit = chart.unit.replace('"', "")
    return f'General"{unit}"' if unit else "General"


def _column(at: int) -> str:
    """The letter of a column of the workbook, 0 = A."""
    return chr(65 + at) if at < 26 else _column(at // 26 - 1) + _column(at % 26)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))


def _series(chart: Chart, at: int, dress: Dress, size: float, extra: str, look: str) -> str:
    """One series: its name, its `look`, its labels, its categories and values with their cells."""
    count = len(chart.categories)
    column = _column(at + 1)
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(chart.categories))
    values = "".join(f'<c:pt idx="{i}"><c:v>{_number(value)}</c:v></c:pt>' for i, value in enumerate(chart.values[at]))
    form = escape(_format(chart))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(chart.series[at])}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{look}{_labels(chart, dress, size)}"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{form}</c:formatCode><c:ptCount val="{count}"/>{values}</c:numCache>'
        f"</c:numRef></c:val>{extra}</c:ser>"
    )


def _labels(chart: Chart, dress: Dress, size: float) -> str:
    place = {"column": "outEnd", "bar": "outEnd", "line": "t", "pie": "inEnd"}[chart.kind]
    colour = "on_fill" if chart.kind == "pie" else "ink"
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape(_format(chart))}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(dress, size, colour, True)}"
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _bars(chart: Chart, dress: Dress, size: float) -> str:
    direction = "col" if chart.kind == "column" else "bar"
    series = "".join(
        _series(
            chart,
            at,
            dress,
            size,
            "",
            _solid(_SERIES[at % len(_SERIES)], dress) + '<c:invertIfNegative val="0"/>',
        )
        for at in range(len(chart.series))
    )
    overlap = -10 if len(chart.series) > 1 else 0
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="70"/><c:overlap val="{overlap}"/>'
        f"{_axis_ids()}</c:barChart>{_axes(chart, dress, size)}"
    )


def _lines(chart: Chart, dress: Dress, size: float) -> str:
    series = "".join(
        _series(chart, at, dress, size, '<c:smooth val="0"/>', _stroke(_SERIES[at % len(_SERIES)], dress))
        for at in range(len(chart.series))
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f"{_axis_ids()}</c:lineChart>{_axes(chart, dress, size)}"
    )


def _pie(chart: Chart, dress: Dress, size: float) -> str:
    slices = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{_solid(_SERIES[at % len(_SERIES)], dress, "paper")}</c:dPt>'
        for at in range(len(chart.categories))
    )
    return (
        f'<c:pieChart><c:varyColors val="1"/>{_series(chart, 0, dress, size, "", slices)}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


def _solid(role: str, dress: Dress, edge: str = "") -> str:
    line = f'<a:ln w="19050">{dress.fill(edge)}</a:ln>' if edge else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{dress.fill(role)}{line}</c:spPr>"


def _stroke(role: str, dress: Dress) -> str:
    return (
        f'<c:spPr><a:ln w="34925" cap="rnd">{dress.fill(role)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{dress.fill(role)}'
        f'<a:ln w="19050">{dress.fill("paper")}</a:ln></c:spPr></c:marker>'
    )


def _axis_ids() -> str:
    return f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'


def _axes(chart: Chart, dress: Dress, size: float) -> str:
    """A category axis and a silent value axis: the labels at the points carry the numbers."""
    lying = chart.kind == "bar"
    order = "maxMin" if lying else "minMax"  # the first category on top
    rule = f'<c:spPr><a:ln w="9525">{dress.fill("line")}</a:ln></c:spPr>'
    least = '<c:min val="0"/>' if all(v >= 0 for row in chart.values for v in row) and chart.kind != "line" else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{rule}'
        f'{_text(dress, size)}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if lying else "l"}"/>'
        f'<c:numFmt formatCode="{escape(_format(chart))}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
