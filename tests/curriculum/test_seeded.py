"""Faults of coherence, put into a copy of the flagship together: each is found at its line, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.base.diagnostics import Report
from deckgen.checks import check_course
from deckgen.decode.course import decode_course
from deckgen.plan import plan_delivery
from deckgen.source.reader import read_source

COURSE = Path(__file__).resolve().parents[2] / "curriculum" / "cs-frontline-leadership"


NEAR = 50  # lines between an edit and the head of the record that is named
PLACES = {  # where the promise stands
    "a promised page removed": "m5.yaml",
    "a promised use removed": "before-after.yaml",
    "a bell that nobody brings": "m2.yaml",
}


class Fault(NamedTuple):
    """An edit of a file of the course, and what must be told of it."""

    file: str
    old: str
    new: str
    code: str


FAULTS = {
    "an answer moved before its exercise": Fault(
        "sheets/m3.yaml",
        "  good: 为了客户不再打来催，三周内把投诉单的回访及时率从82%提到95%（早班有两周做到过94%）",
        "  good: 为减少退款引发的升级投诉，到四周后的周五，把退款类来电满意度从81%提到87%（小方已做到92%，方法可学）",
        "DG430",
    ),
    "a sum changed": Fault(
        "modules/m3.yaml", "升级五天共8单（3、2、1、1、1）", "升级五天共9单（3、2、1、1、1）", "DG432"
    ),
    "a bell too many": Fault(
        "modules/m2.yaml", "{1-day: 每三分钟摇铃换人, 2-day: 每六分钟摇铃换人}", "三分钟或六分钟时摇铃", "DG429"
    ),
    "a use promised in another block": Fault(
        "sheets/m3.yaml", "used_in: Z2 次日开场", "used_in: B5.2 次日开场", "DG431"
    ),
    "a promised use removed": Fault(
        "modules/m5.yaml", "匿名念一句课前问卷第7题里的批评原话", "匿名念一句听过的批评原话", "DG431"
    ),
    "a person's gender changed": Fault(
        "modules/m6.yaml",
        "就写张便签贴在他屏幕边上。”\n          有时刻",
        "就写张便签贴在她屏幕边上。”\n          有时刻",
        "DG435",
    ),
    "a key for a card that is not printed": Fault(
        "modules/m5.yaml", "- {2-day: 卡四BID：", "- {1-day: 卡四BID：照卡回应, 2-day: 卡四BID：", "DG429"
    ),
    "minutes that nobody budgeted": Fault("modules/m4.yaml", "    opening: 1\n", "", "DG426"),
    "an originator taken off": Fault(
        "modules/m1.yaml",
        "        source: 斯涅克《从“为什么”开始》，2009\n",
        "",
        "DG433",
    ),
    "a term used and never explained": Fault(
        "sheets/m2.yaml", "现在全场话后小结平均55秒", "现在全场ACW平均55秒", "DG444"
    ),
    "a promised page removed": Fault("course.yaml", '"T7", "T8", "T9"]', '"T7", "T8"]', "DG429"),
    "somebody with another role": Fault("sheets/m2.yaml", "班组长李航觉得", "坐席李航觉得", "DG441"),
    "a step too short for what it asks": Fault(
        "sheets/m1.yaml", "听的人答三句，一分半换人", "听的人答三句，两分半换人", "DG437"
    ),
    "a core skill with a turn for half of the room": Fault(
        "modules/m3.yaml",
        "            rounds: 2\n            seconds: {1-day: 180, 2-day: 240}",
        "            rounds: 1\n            seconds: {1-day: 180, 2-day: 240}",
        "DG438",
    ),
    "labels for a sentence": Fault(
        "modules/m0.yaml",
        "客服的要求一层层往上加。",
        "关系愿景、变革授权。",
        "DG439",
    ),
    "a bell that nobody brings": Fault(
        "guide/materials.yaml", "- {item: 提示铃或拍手器, per: room, qty: 1}\n", "", "DG442"
    ),
    "a life that is not the trainer's": Fault(
        "modules/m0.yaml", "就说周岚，那天顶线", "我先说我的：当班组长那会儿，一天顶线", "DG436"
    ),
    "too many words for a minute": Fault(
        "modules/m5.yaml",
        "一个常见画面。新人小叶",
        "一个常见画面。" + "这几句话说得太多，一分钟里讲不完。" * 40 + "新人小叶",
        "DG427",
    ),
}


@pytest.mark.slow  # each rule has its limits in tests/checks and tests/diagnostics, on small courses
def test_seeded_faults_are_each_found(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(COURSE, root)
    lines: dict[Fault, int] = {}
    for fault in FAULTS.values():
        path = root / fault.file
        text = path.read_text("utf-8")
        assert text.count(fault.old) == 1, fault
        path.write_text(text.replace(fault.old, fault.new), "utf-8")
        lines[fault] = text[: text.index(fault.old)].count("\n") + 1
    raw, found = read_source(root / "course.yaml", root, lambda path: path.read_bytes())
    assert not found
    told: set[tuple[str, str, int]] = set()
    for delivery in ("1-day", "2-day"):
        report = Report()
        course = decode_course(raw, delivery, {}, report)
        assert course is not None and not report.has_errors, list(report)
        agenda = plan_delivery(course, next(item for item in course.deliveries if item.id == delivery), report)
        told |= {
            (item.code, Path(item.span.file).name, item.span.line)
            for item in check_course(course, agenda)
            if item.span is not None
        }
    for name, fault in FAULTS.items():
        file = PLACES.get(name, Path(fault.file).name)
        near = [line for code, where, line in told if code == fault.code and where == file]
        assert near and (file != Path(fault.file).name or min(abs(line - lines[fault]) for line in near) <= NEAR), (
            name,
            sorted(told),
        )
    known = {fault.code for fault in FAULTS.values()} | {"DG304", "DG428"}  # minutes that a frame no longer takes
    assert {code for code, _, _ in told} <= known, sorted(told)
