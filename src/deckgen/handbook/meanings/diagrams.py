"""The meanings of the keys of diagrams."""

from __future__ import annotations

from deckgen.handbook.meanings.table import Table

DIAGRAMS: Table = {
    "base.DiagramData": {
        "": ("A diagram: data, never coordinates.", "图示：只写数据，不写坐标。"),
        "type": ("What sort of diagram it is; it decides which keys there are.", "图示的种类，决定有哪些键。"),
        "alt": (
            "What it shows, for people who do not see it; left out, it is put together from its texts.",
            "图里有什么，给看不见的人读；不写就由图中文字拼成。",
        ),
    },
    "base.Titled": {
        "": ("An item with a title.", "带标题的一项。"),
        "title": ("What it is called.", "名称。"),
        "text": ("What it means.", "说明。"),
    },
    "base.Named": {
        "": ("An item of few words; a text alone is its title.", "一项短内容；直接写文字就是标题。"),
        "title": ("What it is called.", "名称。"),
    },
    "base.Iconed": {
        "icon": (
            "Icon beside its words: `phone`, `users`, `clock`; see the page of icons.",
            "文字旁的图标：`phone`、`users`、`clock`，见图标页。",
        ),
    },
    "base.TitledList": {
        "": ("A heading with items.", "一个标题和几项内容。"),
        "title": ("The heading.", "标题。"),
        "items": ("What stands under it.", "标题下的各项。"),
    },
    "bridge.Bridge": {
        "": ("Two columns and the links between them.", "左右两列和它们之间的连线。"),
        "left": ("The left column.", "左列。"),
        "right": ("The right column.", "右列。"),
        "links": (
            "Pairs of positions, left and right, counted from 1; every entry needs a link.",
            "连线：左、右的序号，从 1 数起；每一项都要连上。",
        ),
        "left_title": ("Over the left column.", "左列上方的标题。"),
        "right_title": ("Over the right column.", "右列上方的标题。"),
    },
    "canvas.Canvas": {
        "": ("Four to six fields to write in.", "四到六个填写区。"),
        "fields": ("The fields.", "各个填写区。"),
    },
    "canvas.CanvasField": {
        "": ("A field to write in.", "一个填写区。"),
        "title": ("What it is about.", "主题。"),
        "hint": ("What belongs there.", "该写什么。"),
    },
    "cards.Cards": {
        "": ("Four to nine numbered cards.", "四到九张带编号的卡片。"),
        "cards": ("The cards, in order.", "各张卡片，按顺序。"),
    },
    "cards.Card": {"": ("One card.", "一张卡片。"), "when": ("When to use it.", "什么时候用。")},
    "chart.Chart": {
        "": ("One to five series over the same categories.", "同一组类别上的一到五个数列。"),
        "kind": ("`column`, `bar`, `line` or `pie`.", "`column` 柱形、`bar` 条形、`line` 折线、`pie` 饼图。"),
        "categories": ("What is counted, in order.", "类别，按顺序。"),
        "series": (
            "Numbers by the name of the series, as many as there are categories.",
            "每个数列的名称和数字，个数与类别相同。",
        ),
        "unit": ("Unit behind the numbers: `%`, ` min`.", "数字后面的单位：`%`、`分钟`。"),
        "axis_from": (
            "Number at which the axis begins, below every value; left out, zero.",
            "坐标轴从几开始，要小于所有数值；不写从零开始。",
        ),
        "source": ("Origin and year of the numbers, or that they illustrate.", "数据来源和年份，或注明为示意。"),
        "highlight": (
            "Name of the series that stands out, or of the category where there is one series; the rest is grey.",
            "要突出的数列名；只有一个数列时写类别名。其余变灰。",
        ),
        "target": ("A value to reach, as a dashed line across columns or lines.", "目标值，画成横穿柱形或折线的虚线。"),
    },
    "chart.Target": {
        "": ("A dashed line across a chart.", "图表上的一条虚线。"),
        "value": ("Where it lies.", "画在多少。"),
        "title": ("What it is called: Target, Limit.", "叫什么：目标、上限。"),
    },
    "chevrons.Chevrons": {
        "": ("Three to seven steps in order.", "三到七个先后步骤。"),
        "steps": ("The steps.", "各个步骤。"),
    },
    "chevrons.Step": {"": ("One step.", "一个步骤。"), "sample": ("A sentence to say.", "可以说的一句话。")},
    "compare.Compare": {
        "": ("Rows of an aspect and one cell a column.", "按方面逐行对比的表。"),
        "columns": ("What is compared, two or three.", "对比的对象，两个或三个。"),
        "rows": (
            'Rows: the aspect, then a cell for each column; `""` stays open.',
            '各行：先写方面，再写每列一格；`""` 留空。',
        ),
        "tones": ("`good`, `bad` or `neutral` for each column.", "每列的色调：`good` 好、`bad` 坏、`neutral` 中性。"),
    },
    "dialogue.Dialogue": {
        "": ("Who says what.", "一段对话。"),
        "lines": ("The lines, in order.", "对话，按顺序。"),
        "tone": ("`good` is how to do it, `bad` how not to.", "`good` 正面示范，`bad` 反面示范，`neutral` 中性。"),
        "title": ("Heads the lines, in a few words.", "这段对话的小标题，几个字。"),
        "against": ("How not to do it, drawn beside the lines.", "反面示范，画在旁边对照。"),
    },
    "dialogue.Against": {
        "": ("How not to do it.", "反面示范。"),
        "title": ("What heads it.", "小标题。"),
        "lines": ("Its lines, one to four.", "对话，一到四句。"),
        "outcome": ("What comes of it.", "结果怎样。"),
    },
    "dialogue.Line": {
        "": ("One line of talk.", "一句对话。"),
        "who": ("Who speaks.", "谁说的。"),
        "say": ("What is said.", "说了什么。"),
        "tag": ("Step of the model that it uses.", "用到模型的哪一步。"),
        "mood": ("How the face beside it looks.", "旁边那张脸的神情。"),
    },
    "factors.Factors": {
        "": ("Two lists of factors back to back.", "左右相对的两组因素。"),
        "left": ("The left list.", "左边一组。"),
        "right": ("The right list.", "右边一组。"),
        "note": ("What follows from the difference.", "由差别得出的结论。"),
    },
    "factors.FactorList": {
        "": ("Factors under one heading.", "同一标题下的因素。"),
        "title": ("The heading.", "标题。"),
        "items": ("The factors.", "各个因素。"),
    },
    "formula.Formula": {
        "": ("Terms joined by operators.", "由运算符连起来的公式。"),
        "terms": ("The terms.", "各项。"),
        "operators": ("One between each two terms: `=`, `×`.", "每两项之间一个运算符：`=`、`×`。"),
        "note": ("The rule to remember.", "要记住的规则。"),
    },
    "formula.Term": {
        "": ("A term of the formula.", "公式的一项。"),
        "symbol": ("Its sign in the formula.", "公式里的符号。"),
    },
    "gauge.Gauge": {
        "": ("Bands of scores from the lowest to the highest.", "从低到高的分数段。"),
        "bands": ("The bands, without a gap.", "首尾相接的分数段。"),
    },
    "gauge.Band": {
        "": ("A range of scores.", "一个分数段。"),
        "title": ("What it is called.", "名称。"),
        "low": ("Least score.", "最低分。"),
        "high": ("Highest score.", "最高分。"),
        "advice": ("What to do with such a score.", "得这个分该怎么办。"),
    },
    "glyph.Glyph": {
        "": ("One character with callouts on its parts.", "一个字和对它各部分的标注。"),
        "character": ("The character.", "这个字。"),
        "callouts": ("What its parts mean.", "各部分的含义。"),
    },
    "glyph.GlyphPart": {"": ("A callout.", "一条标注。"), "part": ("The component it speaks of.", "所指的部件。")},
    "hub.Hub": {
        "": ("A centre with spokes of equal standing.", "一个中心和几个并列的分支。"),
        "center": ("The centre.", "中心。"),
        "spokes": ("The spokes.", "各个分支。"),
    },
    "iceberg.Iceberg": {
        "": ("What shows above the waterline, and what lies beneath.", "水面上看得见的和水面下看不见的。"),
        "above": ("What shows.", "水面以上。"),
        "waterline": ("Words on the waterline.", "水线上的字。"),
        "below": ("What lies beneath.", "水面以下。"),
    },
    "journey.Journey": {
        "": ("Touchpoints in order, with scores.", "按顺序排列、带评分的接触点。"),
        "points": ("The touchpoints.", "各个接触点。"),
        "labels": ("Words on the flags of marked points.", "标记旗上的字。"),
    },
    "journey.Point": {
        "": ("A touchpoint.", "一个接触点。"),
        "title": ("What it is called.", "名称。"),
        "score": ("From -3 (worst) to 3 (best).", "从 -3（最差）到 3（最好）。"),
        "mark": (
            "`peak`, `end`, moment of truth `mot`, or `pain`.",
            "`peak` 峰值、`end` 结尾、`mot` 关键时刻、`pain` 痛点。",
        ),
    },
    "journey.JourneyLabels": {
        "": ("Words on the flags; left out, phrases of the course's language.", "旗上的字；不写就用固定用语。"),
        "peak": ("On the flag of the peak.", "峰值旗上的字。"),
        "end": ("On the flag of the end.", "结尾旗上的字。"),
        "mot": ("On the flags of moments of truth.", "关键时刻旗上的字。"),
        "pain": ("On the flags of pains.", "痛点旗上的字。"),
    },
    "kpi.Kpi": {
        "": ("Two to four figures side by side: now, before, target.", "两到四个数字并排：现在、之前、目标。"),
        "items": ("The figures.", "各个数字。"),
        "labels": ("Words beside the numbers.", "数字旁边的字。"),
    },
    "kpi.Figure": {
        "": ("One figure.", "一个数字。"),
        "title": ("What it measures.", "量的是什么。"),
        "now": ("Its value now.", "现在是多少。"),
        "before": ("Its value before.", "之前是多少。"),
        "target": ("The value to reach.", "要到多少。"),
        "unit": ("Unit behind the numbers: `%`, ` min`.", "数字后面的单位：`%`、`分钟`。"),
        "better": ("`up` where more is better, `down` where less is.", "`up` 越高越好，`down` 越低越好。"),
    },
    "kpi.KpiLabels": {
        "": ("Words beside the numbers.", "数字旁边的字。"),
        "before": ("Before the value before.", "写在之前的值前面。"),
        "target": ("Before the value to reach.", "写在目标值前面。"),
    },
    "layers.Layers": {
        "": ("An utterance and three layers below it.", "一句话和它下面的三层。"),
        "utterance": ("What is said.", "说出来的话。"),
        "layers": ("The layers, from the surface down.", "由表及里的三层。"),
    },
    "layers.Layer": {
        "": ("One layer.", "一层。"),
        "title": ("What it is called.", "名称。"),
        "text": ("What is heard there.", "在这一层听到什么。"),
    },
    "levels.Levels": {
        "": ("Levels from the lowest up.", "由低到高的层级。"),
        "levels": ("The levels, the lowest first.", "各层，从最低的写起。"),
        "shape": ("`stairs` or `pyramid`.", "`stairs` 台阶或 `pyramid` 金字塔。"),
        "here": ("Number of the level that is marked, from 1.", "标出第几层，从 1 数起。"),
    },
    "loop.Loop": {
        "": ("A loop, or two set against each other.", "一个循环，或两个对照的循环。"),
        "loops": ("The loops.", "各个循环。"),
    },
    "loop.Cycle": {
        "": ("One loop; the last node leads back to the first.", "一个循环，末尾接回开头。"),
        "title": ("What it is called.", "名称。"),
        "tone": ("`good`, `bad` or `neutral`.", "`good` 良性、`bad` 恶性、`neutral` 中性。"),
        "nodes": ("Its nodes, in order.", "各个环节，按顺序。"),
    },
    "matrix.Matrix": {
        "": ("Four cells between two axes.", "两条轴分出的四格。"),
        "x": ("The axis from left to right.", "横轴。"),
        "y": ("The axis from bottom to top.", "纵轴。"),
        "cells": ("Top left, top right, bottom left, bottom right.", "左上、右上、左下、右下。"),
    },
    "matrix.Axis": {
        "": ("An axis.", "一条轴。"),
        "title": ("What it measures.", "名称。"),
        "low": ("Words at its low end.", "低的一端。"),
        "high": ("Words at its high end.", "高的一端。"),
    },
    "persona.Persona": {
        "": ("A person in four lists.", "用四个列表描述一个人。"),
        "name": ("Name of the person.", "姓名。"),
        "traits": ("What the person is like.", "特点。"),
        "needs": ("What the person needs.", "需要。"),
        "avoid": ("What to avoid.", "要避免的。"),
        "try": ("What to try.", "可以试的。"),
        "labels": ("Headings of the four lists.", "四个列表的标题。"),
    },
    "persona.PersonaLabels": {
        "": ("Headings of the lists; left out, phrases of the course's language.", "列表标题；不写就用固定用语。"),
        "traits": ("Heading of the traits.", "“特点”的标题。"),
        "needs": ("Heading of the needs.", "“需要”的标题。"),
        "avoid": ("Heading of what to avoid.", "“避免”的标题。"),
        "try": ("Heading of what to try.", "“可以试”的标题。"),
    },
    "rings.Rings": {
        "": ("Three rings, from the inside out.", "由内到外的三个圈。"),
        "rings": ("The rings, the innermost first.", "各圈，从最里面写起。"),
    },
    "slope.SlopeGraph": {
        "": ("Lines between two moments, on one scale.", "两个时点之间的几条线，用同一把尺。"),
        "before": ("What the left side is: the moment.", "左边是什么时候。"),
        "after": ("What the right side is.", "右边是什么时候。"),
        "unit": ("Unit behind the numbers: `%`, ` min`.", "数字后面的单位：`%`、`分钟`。"),
        "rows": ("The lines.", "各条线。"),
        "highlight": ("Title of the line that stands out; the rest is grey.", "要突出的那条线的名称；其余变灰。"),
    },
    "slope.Slope": {
        "": ("One line.", "一条线。"),
        "title": ("What it measures.", "量的是什么。"),
        "before": ("Its value on the left.", "左边的值。"),
        "after": ("Its value on the right.", "右边的值。"),
    },
    "spectrum.Spectrum": {
        "": ("Marks between two poles.", "两极之间的标记。"),
        "left": ("The left pole.", "左极。"),
        "right": ("The right pole.", "右极。"),
        "marks": ("The marks, from left to right.", "各个标记，从左到右。"),
    },
    "spectrum.Mark": {
        "": ("A mark.", "一个标记。"),
        "at": ("Where it stands, 0 (left) to 100 (right).", "位置，0（左）到 100（右）。"),
    },
    "timeline.Timeline": {
        "": ("Stages from the earliest to the latest.", "由早到晚的阶段。"),
        "stages": ("The stages.", "各个阶段。"),
    },
    "timeline.Stage": {
        "": ("One stage.", "一个阶段。"),
        "when": ("Its date or period, as it shall be read.", "日期或时段，照写照印。"),
    },
}
