"""Placed trees built by hand: every layout and every element, as fit would hand them over."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from deckgen.base.runs import Run, runs
from deckgen.base.units import Frame
from deckgen.tree import (
    Cell,
    Chart,
    Deck,
    DeckSection,
    Drawing,
    Element,
    Label,
    ListBlock,
    Para,
    Picture,
    Properties,
    ReadyPicture,
    Row,
    Shape,
    Slide,
    Slot,
    Table,
    TableLayout,
    TextBox,
)
from deckgen.tree import Path as Line
from default_theme import TEMPLATES, THEME

__all__ = ["TEMPLATES", "THEME"]  # tests of this folder take all they need from here
PROPERTIES = Properties("一线客服经理", "培训师课件 · 1 天", "zh-CN", "1.2", "2025-03-01", "课程组", "客服; 管理")


GEOMETRY = TEMPLATES.deck.geometry


def frame(layout: str, slot: str) -> Frame:
    return GEOMETRY.layouts[layout].slots[slot].frame


def slide(
    layout: str,
    title: str = "先听懂任务，再承诺结果",
    slots: Mapping[str, tuple[Element, ...]] | None = None,
    *,
    id: str = "",
    sizes: Mapping[str, float] | None = None,
    notes: tuple[Para | ListBlock, ...] = (),
    source: str = "",
    breadcrumb: str = "模块二 承上启下 · 2.2 接任务",
) -> Slide:
    boxes = GEOMETRY.layouts[layout].slots
    placed = tuple(
        Slot(name, content, boxes[name].frame, (sizes or {}).get(name, boxes[name].size))
        for name, content in (slots or {}).items()
    )
    return Slide(
        id=id or f"{layout}.s1",
        kind=layout,
        layout=layout,
        title=runs(title),
        slots=placed,
        notes=notes,
        breadcrumb=breadcrumb,
        title_size=boxes["title"].size,
        source=runs(source),
    )


def deck(*slides: Slide, properties: Properties = PROPERTIES) -> Deck:
    return Deck(properties, (DeckSection("M1", "模块一 角色", slides),))


def text(value: str, role: str = "body") -> tuple[Element, ...]:
    return (Para(runs(value), role),)


def drawing(box: Frame) -> Drawing:
    third = (box.w - 32) / 3
    cards = tuple(
        Shape(
            "round_rect",
            Frame(box.x + at * (third + 16), box.y + 10, third, 150),
            ("primary_soft", "accent_soft", "positive_soft")[at],  # type: ignore[arg-type]
            text=TextBox(
                (
                    Label(runs(("听清", "问明", "复述")[at]), 20, "ink", True),
                    Label(runs("一句话说出对方要什么、何时要、什么算好"), 16),
                )
            ),
            adjust=(0.06,),
            part=f"step-{at + 1}",
        )
        for at in range(3)
    )
    low = box.y + 230
    return Drawing(
        "chevrons",
        box,
        (
            *cards,
            Shape(
                "chevron",
                Frame(box.x, low, 180, 70),
                "primary",
                text=TextBox((Label(runs("承诺"), 18, "on_fill", True),)),
                adjust=(0.3,),
            ),
            Shape("ellipse", Frame(box.x + 220, low, 70, 70), "accent", "ink", 2.0, adjust=()),
            Shape(
                "callout",
                Frame(box.x + 320, low, 180, 60),
                "surface",
                "line",
                text=TextBox((Label(runs("“我确认一下”"), 16),)),
            ),
            Line(
                ((box.x + 520, low + 60), (box.x + 600, low), (box.x + 680, low + 60), (box.x + 760, low + 10)),
                smooth=True,
                line="secondary",
                line_width=2.5,
                arrow=True,
                part="curve",
            ),
            Line(((box.x, low - 20), (box.x + box.w, low - 20)), dash=True),
            Line(((box.x + 800, low + 60), (box.x + 780, low)), line="accent", arrow=True),
        ),
        "三步接任务：听清、问明、复述，最后给出承诺",
    )


def table(box: Frame) -> Table:
    def cells(*values: str, roles: tuple[str, ...] = ("row_head", "good", "bad")) -> Row:
        return Row(
            tuple(Cell(text(value, "cell"), role) for value, role in zip(values, roles, strict=True))  # type: ignore[arg-type]
        )

    head = Row(tuple(Cell(text(value, "cell"), "head") for value in ("环节", "✓ 可以说", "✗ 不要说")))
    rows = (
        cells("接任务", "我理解的目标是……对吗？", "好的，没问题"),
        cells("请示", "我有两个方案，建议用甲", "这事怎么办？"),
        Row((Cell(text("合计三次演练", "cell"), "quiet", columns=2), Cell(text("9 分钟"), align="right"))),
    )
    widths = (0.2, 0.4, 0.4)
    return Table(
        widths,
        (head,),
        rows,
        "接任务与请示时可以说与不要说的话",
        layout=TableLayout(tuple(box.w * w for w in widths), (40.0, 56.0, 56.0, 40.0), 18),
    )


def chart(kind: str = "column", series: int = 2) -> Chart:
    return Chart(
        kind,  # type: ignore[arg-type]
        ("首解率", "工时利用率", "质检合格率"),
        ("训练前", "训练后")[:series],
        ((62, 71.5, 80), (74, 78, 88.5))[:series],
        "训练前后三项指标都上升",
        "%",
        "示意数据，2024",
    )


def png(width: int = 4, height: int = 2) -> bytes:
    """A small picture, teal on the left."""
    raw = b"".join(
        b"\0" + (b"\x1b\x4b\x5c" * (width // 2) + b"\xab\x42\x0a" * (width - width // 2)) for _ in range(height)
    )

    def block(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + block(b"IHDR", head) + block(b"IDAT", zlib.compress(raw)) + block(b"IEND", b"")


def show(path: str) -> ReadyPicture:
    assert path.endswith(".png"), path
    return ReadyPicture(png(), "png")


NOTES = (
    Para(runs("要点"), "label"),
    Para(runs("先讲一个真实的排班故事，再问大家。")),
    Para(runs("提问"), "label"),
    Para(runs("你上一次接到不清楚的任务，是什么情形？"), "ask"),
)


def every_layout() -> Deck:
    """One slide a layout and an element, with links, notes and two sections."""
    visual = frame("visual", "canvas")
    bullets = ListBlock(
        (
            runs("听：先不打断，记下关键词"),
            (Run("问："), Run("六句澄清", strong=True), Run("，直到能复述目标、期限和标准")),
            runs("从最不清楚的一句问起"),
            runs("说：用自己的话复述一遍，请对方确认"),
        ),
        levels=(0, 0, 1, 0),
    )
    numbers = ListBlock((runs("分成三人小组"), runs("每人演练一次，每次四分钟"), runs("观察员先说看到的")), "number")
    checks = ListBlock((runs("我能复述任务的目标与标准"), runs("我带着方案去请示"), runs("我按时临时汇报")), "check")
    opening = (
        slide(
            "cover",
            "一线客服经理的六项核心能力",
            {
                "subtitle": text("从业务骨干到团队带头人"),
                "meta": (*text("1 天 · 6 小时"), *text("第 1.2 版 · 2025 年 3 月")),
            },
        ),
        slide(
            "divider",
            "承上启下：把任务接住",
            {
                "kicker": text("模块二 · 75 分钟"),
                "body": (Para(runs("学完这一模块，你能够"), "lead"), bullets),
                "canvas": (_path(frame("divider", "canvas")),),
            },
            notes=NOTES,
            breadcrumb="模块二 承上启下",
        ),
        slide(
            "visual",
            slots={"lead": text("三步走完，任务才算真正接住了"), "canvas": (drawing(visual),)},
            notes=NOTES,
            source="来源：课程组整理，2024",
        ),
        slide(
            "table",
            "话术要具体：换一句话，结果就不同",
            {"lead": text("同一件事，两种说法"), "canvas": (table(frame("table", "canvas")),)},
            id="table",
        ),
        slide(
            "visual",
            "训练之后，三项指标都上升了",
            {"lead": text("三家服务中心的平均值"), "canvas": (chart(),)},
            id="chart",
        ),
        slide("visual", "一次通话的情绪走势有高有低", {"canvas": (chart("line", 1),)}, id="line"),
        slide("visual", "条形图也从上往下读", {"canvas": (chart("bar", 2),)}, id="bar"),
        slide("visual", "时间花在哪里", {"canvas": (chart("pie", 1),)}, id="pie"),
        slide(
            "visual",
            "图片保持原来的比例",
            {"canvas": (Picture("assets/a.png", "左青右橙的色块", 400, 200),)},
            id="picture",
        ),
    )
    practice = (
        slide(
            "split",
            "六句澄清，问出任务的全貌，连同它的期限与标准都问明白才算数",
            {
                "lead": text("问的顺序可以变，内容一句不少"),
                "body": (bullets,),
                "canvas": (_tower(frame("split", "canvas")),),
            },
            sizes={"body": 20},
            notes=NOTES,
        ),
        slide(
            "text",
            slots={"lead": text("接任务的三个动作"), "body": (bullets, *text("接得住的人，后面才走得快。"))},
            notes=NOTES,
        ),
        slide(
            "statement",
            "没有复述过的任务，等于没有接过",
            {"body": (*text("复述不是走形式，是给双方最后一次改错的机会。"), *text("—— 一位班长", "meta"))},
        ),
        slide(
            "activity",
            "三人演练：接一个说不清的任务",
            {"lead": text("目标：每人开口一次"), "canvas": (_path(frame("activity", "canvas")),)},
            notes=NOTES,
        ),
        slide("debrief", "说说刚才发生了什么", {"body": (numbers,), "takeaway": text("先复述，再承诺")}, notes=NOTES),
        slide(
            "recap",
            "这一模块，请带走三句话",
            {
                "body": (
                    checks,
                    Para(
                        (
                            Run("回到议程", href="#visual.s1"),
                            Run("，或看"),
                            Run("参考资料", href="https://example.org/a?b=1&c=2"),
                        )
                    ),
                ),
                "takeaway": text("接住任务，从复述开始"),
            },
            notes=NOTES,
        ),
        slide("close", "从明天的第一通电话开始", {"subtitle": text("谢谢各位"), "meta": text("课后三周见")}),
    )
    return Deck(PROPERTIES, (DeckSection("M1", "开场", opening), DeckSection("M2", "演练与收尾", practice)))


def _path(box: Frame) -> Drawing:
    width = (box.w - 40) / 5
    shapes = tuple(
        Shape(
            "home_plate" if at == 0 else "chevron",
            Frame(box.x + at * (width + 10), box.y + box.h / 2 - 30, width, 60),
            "primary" if at == 1 else "primary_soft",
            text=TextBox(
                (Label(runs(f"第 {at + 1} 站"), 16, "on_fill" if at == 1 else "ink", True),), insets=(0, 0, 0, 0)
            ),
            adjust=(0.2,),
        )
        for at in range(5)
    )
    return Drawing("course_map", box, shapes, "课程地图：现在在第二站")


def _tower(box: Frame) -> Drawing:
    height = (box.h - 20) / 3
    shapes = tuple(
        Shape(
            "trapezoid" if at else "triangle",
            Frame(box.x + 60, box.y + at * (height + 10), box.w - 120, height),
            ("accent", "secondary", "primary")[at],  # type: ignore[arg-type]
            adjust=(0.2,) if at else (0.5,),
        )
        for at in range(3)
    )
    return Drawing("levels", box, shapes, "三层问题：目标、标准、资源")
