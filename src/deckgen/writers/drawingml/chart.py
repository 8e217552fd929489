"""A Chart into a native chart part: the same axis, units, colours and series in a deck and in a book.

Numbers with their unit stand at the points, so the value axis is silent; only where it begins elsewhere than at zero
it is shown, for honesty. Series longer or shorter than the categories are refused (ValueError, a bug of
the model).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.base.markup import Markup, Template, join
from deckgen.base.roles import Colour
from deckgen.tree import Chart
from deckgen.tree.chart_look import axis_of, colour_of_series, colour_of_value, marks_a_point, named_target
from deckgen.writers.drawingml.dress import NO_LINE, Dress
from deckgen.writers.drawingml.lengths import emu, hundredths
from deckgen.writers.drawingml.names import A, C, R
from deckgen.writers.drawingml.objects import write_graphic
from deckgen.writers.drawingml.workbook import SHEET, column_letter, spell_number
from deckgen.writers.parts import write_part

_LABELS_AT = {"column": "outEnd", "bar": "outEnd", "line": "t", "pie": "inEnd"}
_EDGE, _STROKE, _RULE, _AIM_STROKE = 1.5, 2.75, 0.75, 2.0  # points: between slices, of a line, an axis, a target
_NONE = Markup("")

_REFERENCE = Template('<c:chart xmlns:c="{c}" r:id="{link}"/>')
_SPACE = Template(
    '<c:chartSpace xmlns:c="{c}" xmlns:a="{a}" xmlns:r="{r}"><c:date1904 val="0"/><c:lang val="{language}"/>'
    '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>'
    '{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}"
    '<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
)
_LEGEND = Template('<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text}</c:legend>')
_TEXT = Template(
    "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
    '<a:defRPr {lang} sz="{size}" b="{bold}">{fill}{faces}</a:defRPr></a:pPr>'
    "<a:endParaRPr {lang}/></a:p></c:txPr>"
)
_AXIS_IDS = Markup('<c:axId val="111111111"/><c:axId val="222222222"/>')
_BARS = Template(
    '<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
    '<c:gapWidth val="70"/><c:overlap val="{overlap}"/>{axis_ids}</c:barChart>'
)
_LINES = Template(
    '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{axis_ids}'
    "</c:lineChart>"
)
_PIE = Template('<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>')
_SERIES = Template(
    '<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{sheet}!${column}$1</c:f><c:strCache>'
    '<c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}'
    "<c:cat><c:strRef><c:f>{sheet}!$A$2:$A${last}</c:f><c:strCache>"
    '<c:ptCount val="{count}"/>{categories}</c:strCache></c:strRef></c:cat>'
    "<c:val><c:numRef><c:f>{sheet}!${column}$2:${column}${last}</c:f><c:numCache>"
    '<c:formatCode>{form}</c:formatCode><c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
    "{ending}</c:ser>"
)
_POINT = Template('<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>')
_LABELS = Template(
    '<c:dLbls><c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    '{text}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)
_LOOK = Template("<c:spPr>{fill}{line}</c:spPr>")
_UPRIGHT, _STRAIGHT = Markup('<c:invertIfNegative val="0"/>'), Markup('<c:smooth val="0"/>')
_EDGED = Template('<a:ln w="{width}">{fill}</a:ln>')
_STROKED = Template(
    '<c:spPr><a:ln w="{width}" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
    '<c:marker><c:symbol val="circle"/><c:size val="9"/>{marker}</c:marker>'
)
_SLICE = Template('<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{look}</c:dPt>')
_BAR = Template('<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{look}</c:dPt>')
_DOT = Template(
    '<c:dPt><c:idx val="{at}"/><c:marker><c:symbol val="circle"/><c:size val="18"/>{look}</c:marker>'
    '<c:bubble3D val="0"/><c:spPr><a:ln w="{width}" cap="rnd">{fill}<a:round/></a:ln></c:spPr></c:dPt>'
)
_AIM = Template(
    '<c:spPr><a:ln w="{width}" cap="flat">{fill}<a:prstDash val="dash"/><a:round/></a:ln></c:spPr>'
    '<c:marker><c:symbol val="none"/></c:marker>'
)
_CATEGORY_AXIS = Template(
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="{edge}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{rule}</c:spPr>{text}<c:crossAx val="222222222"/>'
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
    '<c:noMultiLvlLbl val="1"/></c:catAx>'
)
_VALUE_AXIS = Template(
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="{most}"/>'
    '<c:min val="{least}"/></c:scaling><c:delete val="{silent}"/><c:axPos val="{edge}"/>'
    '<c:numFmt formatCode="{form}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    '<c:tickLblPos val="nextTo"/><c:spPr>{rule}</c:spPr>{text}<c:crossAx val="111111111"/>'
    '<c:crosses val="{crosses}"/><c:crossBetween val="between"/><c:majorUnit val="{step}"/></c:valAx>'
)


def write_chart(chart: Chart, workbook: str, dress: Dress, size: float) -> bytes:
    """The chart part; `workbook` is the id of its relationship to the workbook, `size` that of its text in points."""
    if any(len(values) != len(chart.categories) for values in chart.values):
        raise ValueError(f"chart {chart.alt!r}: every series needs one value a category")
    writer = _ChartWriter(chart, dress, size)
    return write_part(_SPACE(C, A, R, dress.language, writer.plot(), writer.legend(), writer.text(), workbook))


def write_chart_graphic(link: str) -> Markup:
    """The ``a:graphic`` that shows a chart part; `link` is the id of the relationship to it."""
    return write_graphic(C, _REFERENCE(C, link))


def write_number_format(unit: str) -> str:
    """The number format of values with a unit: ``General"%"``. A quote in the unit stands outside the quotes."""
    return "General" + '\\"'.join(f'"{piece}"' if piece else "" for piece in unit.split('"'))


@dataclass(frozen=True, slots=True)
class _ChartWriter:
    """The pieces of one chart part."""

    chart: Chart
    dress: Dress
    size: float

    def text(self, colour: str = "ink", strong: bool = False) -> Markup:
        dress = self.dress
        return _TEXT(dress.lang, hundredths(self.size), int(strong), dress.fill(colour), dress.faces)

    def legend(self) -> Markup:
        chart = self.chart
        needed = len(chart.series) > 1 or chart.kind == "pie" or chart.target is not None
        return _LEGEND(self.text()) if needed else _NONE

    def plot(self) -> Markup:
        chart = self.chart
        if chart.kind == "pie":
            return _PIE(self.series(0, join(self.slice(at) for at in range(len(chart.categories)))))
        if chart.kind == "line":
            lines = [self.series(at, self.stroke(at), _STRAIGHT) for at in range(len(chart.series))]
            return join((_LINES(join((*lines, self.target())), _AXIS_IDS), self.axes()))
        bars = join(
            self.series(at, join((self.bar(at), _UPRIGHT, self.bars_apart(at)))) for at in range(len(chart.series))
        )
        overlap = -10 if len(chart.series) > 1 else 0
        plots = [_BARS("col" if chart.kind == "column" else "bar", bars, overlap, _AXIS_IDS)]
        if chart.target is not None:
            plots.append(_LINES(self.target(), _AXIS_IDS))
        return join((*plots, self.axes()))

    def series(self, at: int, look: Markup, ending: Markup = _NONE) -> Markup:
        """A series: its name, its look, its labels, its categories and values with their cells."""
        chart = self.chart
        return self._series(at, chart.series[at], chart.values[at], join((look, self.labels())), ending)

    def target(self) -> Markup:
        """The line of the target: a series with one value all along, behind the others in the sheet of the chart."""
        chart = self.chart
        if chart.target is None:
            return _NONE
        look = _AIM(emu(_AIM_STROKE), self.dress.fill("ink"))
        values = (chart.target.value,) * len(chart.categories)
        return self._series(len(chart.series), named_target(chart), values, look, _STRAIGHT)

    def _series(self, at: int, name: str, values: Sequence[float], look: Markup, ending: Markup) -> Markup:
        chart = self.chart
        count = len(chart.categories)
        return _SERIES(
            at=at,
            sheet=SHEET,
            column=column_letter(at + 1),
            name=name,
            look=look,
            last=count + 1,
            count=count,
            categories=join(_POINT(number, each) for number, each in enumerate(chart.categories)),
            form=write_number_format(chart.unit),
            values=join(_POINT(number, spell_number(value)) for number, value in enumerate(values)),
            ending=ending,
        )

    def labels(self) -> Markup:
        kind = self.chart.kind
        text = self.text("on_fill" if kind == "pie" else "ink", True)
        return _LABELS(write_number_format(self.chart.unit), text, _LABELS_AT[kind])

    def fill(self, at: int) -> Markup:
        return self.dress.fill(colour_of_series(self.chart, at))

    def bar(self, at: int) -> Markup:
        return _LOOK(self.fill(at), NO_LINE)

    def bars_apart(self, at: int) -> Markup:
        """The bars that have not the colour of their series."""
        chart = self.chart
        colours = [colour_of_value(chart, at, number) for number in range(len(chart.categories))]
        usual = colour_of_series(chart, at)
        return join(
            _BAR(number, _LOOK(self.dress.fill(colour), NO_LINE))
            for number, colour in enumerate(colours)
            if colour != usual
        )

    def slice(self, at: int) -> Markup:
        return _SLICE(at, self.edged(colour_of_value(self.chart, 0, at)))

    def edged(self, colour: Colour) -> Markup:
        return _LOOK(self.dress.fill(colour), _EDGED(emu(_EDGE), self.dress.fill("paper")))

    def stroke(self, at: int) -> Markup:
        chart = self.chart
        look = self.edged(colour_of_series(chart, at))
        line = _STROKED(emu(_STROKE), self.fill(at), look)
        if not marks_a_point(chart):
            return line
        # the line up to a point that says nothing of it would have the colour of Office
        return join((line, _DOT(chart.categories.index(chart.highlight), look, emu(_STROKE), self.fill(at))))

    def axes(self) -> Markup:
        chart = self.chart
        lying = chart.kind == "bar"
        rule = _EDGED(emu(_RULE), self.dress.fill("line"))
        axis = axis_of(chart)
        along, across = ("l", "b") if lying else ("b", "l")
        # the first bar on top, as in the table it stands for; so the end of that axis is below
        categories = _CATEGORY_AXIS("maxMin" if lying else "minMax", along, rule, self.text())
        values = _VALUE_AXIS(
            most=spell_number(axis.most),
            least=spell_number(axis.least),
            silent=int(not chart.axis_from and axis.least <= 0),
            edge=across,
            form=write_number_format(chart.unit),
            rule=rule,
            text=self.text(),
            crosses="max" if lying else "autoZero",
            step=spell_number(axis.step),
        )
        return join((categories, values))
