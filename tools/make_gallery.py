"""Writes the gallery of icons from the outlines that ship: docs/icons.md in both languages, its picture, and a course.

python tools/make_gallery.py
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from deckgen.base.icons import ICONS, SIDE, STROKE
from deckgen.model.base import Strict
from deckgen.model.diagrams import DIAGRAMS

DOCS = Path(__file__).resolve().parents[1] / "docs"
_COLUMNS, _WIDE, _HIGH, _SIDE = 8, 118, 74, 32  # of the picture, in dots
_ON_A_SLIDE, _IN_A_BLOCK = 9, 8
_PAGE = """\
# Icons

`icon: phone` puts an icon beside what it names: native shapes in deck and book, lines without a fill in the colour of
the words, which Office can recolour, enlarge and edit. The words say all: readers who do not see an icon miss nothing.
[中文](icons.zh-CN.md)

On **items of diagrams**: cards, steps, fields, spokes and their centre, levels, cells, rings, layers, stages,
touchpoints, marks, terms, bands, nodes, loops, what stands on either side of a bridge, in an iceberg, for and against;
a line of talk has it at its speaker, a persona in place of the portrait. Where an item is a text alone, write it as a
mapping with `title` and `icon`:

```yaml
# slide
diagram:
  type: cards
  cards:
    - {{title: Call back, icon: phone}}
    - {{title: One owner, icon: user-check}}
    - {{title: By when, icon: clock}}
    - {{title: Done, icon: circle-check}}
```

```yaml
# slide
diagram:
  type: loop
  loops:
    - title: With a name
      tone: good
      nodes: [{{title: Kim calls, icon: phone}}, {{title: It closes, icon: circle-check}}, The line is free]
```

On the **board** of an activity, beside its task; on the **course map**, at a module; before the title of a **notice**:

```yaml
# board
icon: pencil
```

```yaml
# module
icon: handshake
```

```yaml
# text
text: |
  > [!tip icon: phone] Whom to call
  > The lead who left, on the number on the card.
```

Charts and comparisons are native charts and tables, which hold no shapes; pictures, questions of a debrief and the
drawing of a day have something else in the place of an icon. There `icon:` is refused.

A name that is not known is a mistake (DG240) that lists the nearest, for words such as `telephone` or `电话`, too.
These {count} there are; they come from [Lucide](https://lucide.dev), under the ISC licence (see
[THIRD-PARTY.md](../THIRD-PARTY.md)). This page is made by `make reference`, and with it
[a course that shows each of them, and every diagram with icons](examples/icon-gallery/course.yaml).

![All icons with their names](images/icons.svg)

{names}
"""
_CHINESE_PAGE = """\
# 图标

`icon: phone` 在它说明的东西旁边放一个图标：课件和手册里都是原生图形，只有线条，没有填充，
颜色随文字，在 Office 里可以改颜色、放大、编辑。该说的都写在文字里，看不见图标的人什么也不缺。[English](icons.md)

**图示的各项**都能带图标：卡片、步骤、填写区、辐条和中心、层级、格子、同心圆、分层、阶段、接触点、标记、公式的项、
分段、节点、循环、对应图和因素图的两边、冰山图的上下；对话里放在说话的人旁边，人物卡里代替画像。
某一项只是一句文字的，改写成有 `title` 和 `icon` 的映射：

```yaml
# slide
diagram:
  type: cards
  cards:
    - {{title: 回电话, icon: phone}}
    - {{title: 一个人负责, icon: user-check}}
    - {{title: 说好几点, icon: clock}}
    - {{title: 办完, icon: circle-check}}
```

```yaml
# slide
diagram:
  type: loop
  loops:
    - title: 写了人名
      tone: good
      nodes: [{{title: 林青回电, icon: phone}}, {{title: 单子关掉, icon: circle-check}}, 热线空出来]
```

活动的**任务板**，图标在任务旁边；**课程地图**，图标在模块上；**提示框**，图标在标题前面：

```yaml
# board
icon: pencil
```

```yaml
# module
icon: handshake
```

```yaml
# text
text: |
  > [!tip icon: phone] 该打给谁
  > 打给上一班的班长，号码在卡片上。
```

数据图和对比表是原生的图表和表格，里面放不了图形；
图片、讲评的问题、时间图在图标的位置上另有东西。这些地方写 `icon:` 会被拒绝。

不认识的名字是错误（DG240），会列出最接近的；写 `telephone`、`电话` 这样的词也会告诉你该用哪个。
一共有这 {count} 个，取自 [Lucide](https://lucide.dev)，采用 ISC 许可（见 [THIRD-PARTY.md](../THIRD-PARTY.md)）。
本页由 `make reference` 生成，同时生成的还有
[一门课，里面有每一个图标，和每一种带图标的图示](examples/icon-gallery/course.yaml)。

![所有图标和它们的名字](images/icons.svg)

{names}
"""
_COURSE = """# All icons, and every diagram with icons; made by `make reference`. Build it in this folder: deckgen build
id: icon-gallery
title: Icons
language: en
status: draft
"""


def made_files() -> dict[Path, str]:
    """Path and content of every file that is made."""
    names = ", ".join(f"`{name}`" for name in sorted(ICONS))
    return {
        DOCS / "icons.md": _PAGE.format(count=len(ICONS), names=names),
        DOCS / "icons.zh-CN.md": _CHINESE_PAGE.format(count=len(ICONS), names=names),
        DOCS / "images" / "icons.svg": draw_gallery(),
        DOCS / "examples" / "icon-gallery" / "course.yaml": write_course(),
    }


def write_course() -> str:
    """A course that shows all icons on cards, and every diagram that takes icons with one at each of its items."""
    names = sorted(ICONS)
    groups = [names[at : at + _ON_A_SLIDE] for at in range(0, len(names), _ON_A_SLIDE)]
    cards = [
        {
            "title": f"These are the icons from {group[0]} to {group[-1]}",
            "minutes": 1,
            "diagram": {"type": "cards", "cards": [{"title": name, "icon": name} for name in group]},
        }
        for group in groups
    ]
    icons = cycle(names)
    diagrams: list[dict[str, Any]] = []
    for word, example in yaml.safe_load((DOCS / "examples" / "diagrams.yaml").read_text("utf-8")).items():
        record = _with_icons(DIAGRAMS[word].model_validate(example), icons)
        if record is not None:
            data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            shown = {
                "title": f"The diagram {word} has icons at its items",
                "minutes": 1,
                "explain": f"With icons: {word}.",
            }
            diagrams.append({**shown, "diagram": {"type": word, **data}})
    notice = "> [!tip icon: phone] Whom to call\n> The lead who left, on the number on the card.\n"
    others = [
        {"title": "A notice may have an icon", "minutes": 1, "text": notice, "explain": notice},
        {"kind": "activity", "title": "Write your own card", "minutes": 10, "icon": "pencil", "task": "Write a card."},
    ]
    blocks = [("Icons", "star", cards), ("Diagrams", "layers", diagrams), ("Other places", "map-pin", others)]
    modules = [
        {
            "title": title,
            "icon": icon,
            "blocks": [
                {"title": f"{title} {number}", "slides": slides[at : at + _IN_A_BLOCK]}
                for number, at in enumerate(range(0, len(slides), _IN_A_BLOCK), 1)
            ],
        }
        for title, icon, slides in blocks
    ]
    minutes = sum(slide["minutes"] for _, _, slides in blocks for slide in slides)
    exempt = [{"code": code, "reason": "a gallery is looked at, not taught"} for code in ("DG407", "DG408", "DG409")]
    course = {"minutes": minutes, "exempt": exempt, "modules": modules}
    return _COURSE + yaml.dump(course, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Texts of several lines stand as they are read."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def _with_icons(record: Strict, icons: Iterator[str]) -> Strict | None:
    """A record with an icon at every item that can have one; None where none can."""
    changes: dict[str, Any] = {}
    for key, value in record:
        if isinstance(value, Strict) and (changed := _with_icons(value, icons)):
            changes[key] = changed
        elif isinstance(value, tuple) and any(isinstance(item, Strict) for item in value):
            items = tuple(_with_icons(item, icons) or item for item in value)
            if any(new is not old for new, old in zip(items, value, strict=True)):
                changes[key] = items
    if "icon" in type(record).model_fields:
        changes["icon"] = next(icons)
    return record.model_copy(update=changes) if changes else None


def draw_gallery() -> str:
    """All icons in rows, each over its name."""
    rows = -(-len(ICONS) // _COLUMNS)
    width, height = _COLUMNS * _WIDE, rows * _HIGH
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<g fill="none" stroke="#1b4b5c" stroke-width="{STROKE:g}" stroke-linecap="round" stroke-linejoin="round">',
    ]
    texts = []
    for at, name in enumerate(sorted(ICONS)):
        x, y = at % _COLUMNS * _WIDE + (_WIDE - _SIDE) / 2, at // _COLUMNS * _HIGH + 10
        lines.append(f'<path transform="translate({x:g} {y:g}) scale({_SIDE / SIDE:.4f})" d="{ICONS[name]}"/>')
        texts.append(f'<text x="{x + _SIDE / 2:g}" y="{y + _SIDE + 18:g}">{name}</text>')
    style = '<g font-family="sans-serif" font-size="11" fill="#333333" text-anchor="middle">'
    return "\n".join([*lines, "</g>", style, *texts, "</g>", "</svg>", ""])


if __name__ == "__main__":
    for path, text in made_files().items():
        path.write_text(text, encoding="utf-8")
