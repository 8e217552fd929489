"""A number of slides into a made-up but complete course in Chinese, as files deckgen builds.

Every module has three blocks with diagrams, tables, notes, an exercise sheet and a debrief. The texts are
put together from short phrases with a fixed seed: no two slides are the same, every run gives the same course.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

SLIDES_A_MODULE = 23
MODULES_A_DAY = 3
BLOCKS = 3
CONCEPTS = 5

_WHO = (
    "班组长", "值班经理", "新坐席", "质检员", "排班员",
    "老组员", "客户", "上级", "培训师", "带教老师",
)  # fmt: skip
_DOES = (
    "先复述",
    "当场确认",
    "写下时间",
    "说出数字",
    "问清标准",
    "分成三步",
    "留一个回话点",
    "先听完再说",
    "对照样例",
    "讲一个例子",
)
_WHAT = (
    "任务目标",
    "满意度",
    "接通率",
    "升级投诉",
    "退款流程",
    "夜班排班",
    "话后小结",
    "一次解决率",
    "新人跟听",
    "班前会",
)
_WHY = (
    "免得返工",
    "大家心里有数",
    "下次接得住",
    "客户少等一分钟",
    "组员敢开口",
    "数字才说得清",
    "交班不丢事",
    "经验留得下来",
)


class _Words:
    """Texts of asked lengths."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.asides = 0

    def short(self) -> str:
        return self.chance.choice(_WHAT)

    def act(self) -> str:
        return self.chance.choice(_DOES)

    def line(self) -> str:
        pick = self.chance.choice
        return f"{pick(_WHO)}{pick(_DOES)}，{pick(_WHY)}"

    def aside(self) -> str:
        """A line for the facilitator alone; its number keeps participants from reading the same anywhere."""
        self.asides += 1
        return f"第{self.asides}次提醒：{self.line()}"

    def claim(self, number: int) -> str:
        """A title; the number keeps it the only one of its kind."""
        pick = self.chance.choice
        return f"{pick(_WHAT)}要靠{pick(_DOES)}，第{number}次也一样"

    def talk(self, length: int) -> str:
        """Sentences for the facilitator alone, each with its number."""
        text = ""
        while len(text) < length:
            text += f"{self.aside()}。"
        return text

    def prose(self, length: int) -> str:
        text = ""
        while len(text) < length:
            pick = self.chance.choice
            text += f"{pick(_WHO)}说到{pick(_WHAT)}，{pick(_DOES)}，再{pick(_DOES)}，{pick(_WHY)}。"
            if self.chance.random() < 0.15:
                text += f"按 SMART 的说法，{self.chance.randint(80, 99)}% 才算数。"
        return text

    def titled(self, count: int) -> list[dict[str, str]]:
        return [{"title": self.act(), "text": self.line()} for _ in range(count)]


def _chevrons(words: _Words) -> dict[str, Any]:
    return {"type": "chevrons", "steps": words.titled(5)}


def _cards(words: _Words) -> dict[str, Any]:
    return {"type": "cards", "cards": words.titled(6)}


def _hub(words: _Words) -> dict[str, Any]:
    return {"type": "hub", "center": words.short(), "spokes": words.titled(5)}


def _levels(words: _Words) -> dict[str, Any]:
    return {"type": "levels", "levels": words.titled(4)}


def _loop(words: _Words) -> dict[str, Any]:
    cycles = [(tone, title) for tone, title in (("bad", "越忙越乱"), ("good", "越理越顺"))]
    return {"type": "loop", "loops": [{"title": title, "tone": tone, "nodes": [words.act() for _ in range(4)]}
                                      for tone, title in cycles]}  # fmt: skip


def _compare(words: _Words) -> dict[str, Any]:
    rows = [[words.short(), words.line(), words.line()] for _ in range(4)]
    return {"type": "compare", "columns": ["常见做法", "更好的做法"], "tones": ["bad", "good"], "rows": rows}


def _chart(words: _Words) -> dict[str, Any]:
    values = {name: [words.chance.randint(20, 95) for _ in range(4)] for name in ("上月", "本月")}
    return {"type": "chart", "kind": "column", "categories": ["早班", "中班", "晚班", "夜班"], "series": values,
            "unit": "%", "source": "示例数据，仅供练习"}  # fmt: skip


def _timeline(words: _Words) -> dict[str, Any]:
    return {"type": "timeline", "stages": [{"when": f"第{n}周", **step} for n, step in enumerate(words.titled(4), 1)]}


def _dialogue(words: _Words) -> dict[str, Any]:
    lines = [{"who": who, "say": words.prose(20)} for who in ("组长", "组员", "组长", "组员")]
    return {"type": "dialogue", "tone": "good", "lines": lines}


_DIAGRAMS: tuple[Callable[[_Words], dict[str, Any]], ...] = (
    _chevrons, _cards, _hub, _levels, _loop, _compare, _chart, _timeline, _dialogue,
)  # fmt: skip


def write_course(folder: Path, slides: int) -> int:
    """Write a course of about so many slides into `folder`; returns how many modules it has."""
    days = max(1, round(slides / SLIDES_A_MODULE / MODULES_A_DAY))
    count = days * MODULES_A_DAY
    words = _Words(slides)
    names = [f"m{number}" for number in range(1, count + 1)]
    for number, name in enumerate(names, start=1):
        module, sheets = _module(number, words)
        for part, data in (("modules", module), ("sheets", sheets)):
            path = folder / part / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_yaml(data), encoding="utf-8")
    text = _yaml(_course(days, words))
    for part in ("modules", "sheets"):
        text += f"{part}:\n" + "".join(f"  - !include {part}/{name}.yaml\n" for name in names)
    (folder / "course.yaml").write_text(text, encoding="utf-8")
    return count


def _course(days: int, words: _Words) -> dict[str, Any]:
    return {
        "id": "benchmark",
        "title": "一线经理长训班",
        "subtitle": "用来计时的课程",
        "version": "1.0",
        "date": "2026-01-15",
        "language": "zh-CN",
        "author": "示例课程组",
        "audience": ["班组长"],
        "class_size": {"min": 12, "max": 24, "table": 6},
        "objectives": [
            {"id": "O1", "verb": "说出", "text": "说出交接的要点", "condition": "不看材料", "standard": "三分钟内说全"}
        ],
        "deliveries": [
            {"id": "long", "title": "长训版", "days": days, "hours": days * MODULES_A_DAY * 1.5, "start": "09:00",
             "sitting": 90, "break_minutes": 15, "lunch": {"after": 2, "minutes": 60}}
        ],
        "contract": ["手机静音", "先练再评"],
        "glossary": [{"term": term, "text": words.line()} for term in _WHAT],
    }  # fmt: skip


def _module(number: int, words: _Words) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    blocks, sheets = [], []
    for at in range(1, BLOCKS + 1):
        block, sheet = _block(number, at, words)
        blocks.append(block)
        sheets.append(sheet)
    module = {
        "id": f"M{number}",
        "title": f"第{number}单元：{words.short()}",
        "short": f"单元{number}",
        "key_message": words.line(),
        "hook": words.talk(60),
        "rationale": words.talk(80),
        "goals": [words.line() for _ in range(3)],
        "summary": [words.line() for _ in range(4)],
        "blocks": blocks,
    }
    return module, sheets


def _block(module: int, at: int, words: _Words) -> tuple[dict[str, Any], dict[str, Any]]:
    key = f"S{module}.{at}"
    first = ((module - 1) * BLOCKS + at - 1) * CONCEPTS
    slides = [_concept(first + n, words) for n in range(CONCEPTS)]
    slides.append({"kind": "activity", "sheet": key, "title": f"练一练：{words.short()}，练习单{key}", "minutes": 10,
                   **_notes(words, 60)})  # fmt: skip
    questions = {"feel": "刚才说出口的时候，感觉如何？", "relate": words.line() + "，对应你的哪一天？"}
    slides.append({"kind": "debrief", "title": f"回头看：练习单{key}", "minutes": 5, "questions": questions,
                   "takeaway": words.line(), **_notes(words, 60)})  # fmt: skip
    block = {
        "id": f"B{module}.{at}",
        "title": f"{words.short()}与{words.short()}",
        "method": "讲授＋练习",
        "energy": 3,
        "minutes": "15/10/5",
        "elastic": 3,
        "objectives": ["O1"],
        "sheets": [key],
        "slides": slides,
    }
    return block, _sheet(key, words)


def _concept(number: int, words: _Words) -> dict[str, Any]:
    slide: dict[str, Any] = {"kind": "concept", "title": words.claim(number + 1), "minutes": 3}
    kind = number % (len(_DIAGRAMS) + 2)
    if kind < len(_DIAGRAMS):
        slide |= {"lead": words.line(), "diagram": _DIAGRAMS[kind](words), "explain": words.prose(90)}
    elif kind == len(_DIAGRAMS):
        rows = [[words.short(), words.line(), words.line()] for _ in range(4)]
        slide |= {"table": {"head": ["场景", "怎么做", "为什么"], "rows": rows}, "explain": words.prose(90)}
    else:
        slide["points"] = [words.line() for _ in range(5)]
    return {**slide, "apply": words.line() + "，我的班组呢？", **_notes(words, 150)}


def _notes(words: _Words, length: int) -> dict[str, Any]:
    ask = {"q": words.line() + "，是吗？", "expect": [words.aside(), words.aside()],
           "follow_up": words.aside(), "if_silent": words.aside()}  # fmt: skip
    return {
        "purpose": words.aside(),
        "key_points": [words.aside() for _ in range(3)],
        "say": words.talk(length),
        "ask": [ask],
        "transition": words.aside(),
    }


def _sheet(key: str, words: _Words) -> dict[str, Any]:
    return {
        "kind": "solo",
        "id": key,
        "title": f"{words.short()}写一写",
        "objectives": ["O1"],
        "grouping": "每人一份，写完与同桌对一对",
        "purpose": words.line(),
        "situation": words.prose(120),
        "steps": [
            {"minutes": 2, "phase": "setup", "do": words.line()},
            {"minutes": 8, "phase": "run", "do": words.line()},
            {"minutes": 5, "phase": "debrief", "do": words.line()},
        ],
        "output": words.line(),
        "criteria": [words.line(), words.line()],
        "workspace": [{"prompt": words.line(), "lines": 3}, {"table": ["事项", "谁", "何时"], "rows": 3}],
        "reflection": words.line() + "？",
        "guide": {
            "brief": words.talk(60),
            "look_for": [words.aside() for _ in range(3)],
            "stuck": [{"sign": words.aside(), "help": words.aside()}],
            "mistakes": [words.aside(), words.aside()],
            "key": [words.talk(60)],
        },
    }


def _yaml(data: Any, depth: int = 0) -> str:
    """Block style, as people write it; texts in quotes."""
    pad = "  " * depth
    if isinstance(data, dict):
        return "".join(f"{pad}{key}:{_value(value, depth)}" for key, value in data.items())
    return "".join(
        f"{pad}- {_yaml(item, depth + 1).lstrip()}" if isinstance(item, dict) else f"{pad}-{_value(item, depth)}"
        for item in data
    )


def _value(value: Any, depth: int) -> str:
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value)):
        return "\n" + _yaml(value, depth + 1)
    return " " + json.dumps(value, ensure_ascii=False) + "\n"
