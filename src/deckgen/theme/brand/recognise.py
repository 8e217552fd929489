"""Which layout of a template serves which role: by its type, its placeholders and their places, its use, then its name.

Names count last, and in any language that is known here; a template without any of them is recognised all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckgen.base.roles import LAYOUTS
from deckgen.theme.office.facts import DeckFacts, LayoutFacts, PlaceholderFacts

TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_UPRIGHT = ("vertTx", "vertTitleAndTx", "clipArtAndVertTx")
# Types of DrawingML that say what a layout is for, best first.
_TYPES = {
    "cover": ("title",),
    "close": ("title",),
    "divider": ("secHead",),
    "split": ("twoObj", "txAndObj", "objAndTx", "txAndChart", "objTx"),
    "table": ("tbl", "obj", "titleOnly"),
    "content": ("obj", "titleOnly", "tx", "objOnly", "tbl", "twoObj"),
}
_NAMES = {
    "cover": (
        "cover", "title slide", "front", "表紙", "封面", "标题幻灯片", "標題投影片", "首页", "表题",
        "タイトル スライド", "제목", "capa", "título da apresentação", "portada", "titelfolie", "titre", "titolo",
        "титул",
    ),
    "close": (
        "close", "closing", "end", "thank", "back", "contact", "结束", "致谢", "谢谢", "封底", "結尾", "終",
        "おわり", "裏表紙", "obrigad", "encerramento", "gracias", "cierre", "danke", "schluss", "merci", "fin",
    ),
    "divider": (
        "section", "divider", "chapter", "opener", "节标题", "章节", "章節", "过渡", "セクション", "章", "区切り",
        "中扉", "간지", "seção", "secção", "sección", "abschnitt", "kapitel", "intercal", "раздел",
    ),
    "split": (
        "two content", "two column", "comparison", "两栏", "兩項", "比较", "2段", "2 つ", "比較", "dois", "dos", "zwei",
    ),
    "table": ("table", "表格", "表", "tabela", "tabla", "tabelle", "tableau"),
    "content": (
        "title and content", "content", "standard", "basic", "标题和内容", "內容", "内容", "正文", "コンテンツ",
        "本文", "汎用", "conteúdo", "contenido", "inhalt", "contenu", "contenuto", "содерж",
    ),
    "blank": ("blank", "空白", "白紙", "vazio", "vacío", "leer", "vide", "quote", "agenda", "目次", "目录", "toc"),
}  # fmt: skip
CONTENT = tuple(role for role in LAYOUTS if role not in ("cover", "close", "divider"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The layout that a role is made from, and why it."""

    layout: LayoutFacts
    why: str
    fits: bool  # made for it, not only the nearest


def title_of(layout: LayoutFacts) -> PlaceholderFacts | None:
    """The title placeholder of a layout, with a place."""
    return next((item for item in layout.placeholders if item.holder.kind in TITLES and item.frame), None)


def texts_of(layout: LayoutFacts) -> tuple[PlaceholderFacts, ...]:
    """Placeholders with a place that are neither title nor furniture, top to bottom."""
    texts = [
        item
        for item in layout.placeholders
        if item.frame and item.holder.kind not in (*TITLES, *FURNITURE) and item.holder.orient == "horz"
    ]
    return tuple(sorted(texts, key=lambda item: (item.frame.y, item.frame.x) if item.frame else (0, 0)))


def recognise(facts: DeckFacts, used: Mapping[str, int]) -> dict[str, Choice]:
    """The layout for each role, all of one master; `used` counts sample slides by layout part."""
    best: dict[str, Choice] = {}
    top = float("-inf")
    for master in range(len(facts.masters)):
        layouts = [layout for layout in facts.layouts if layout.master == master]
        if not layouts:
            continue
        scored = {kind: _best(kind, layouts, facts, used) for kind in ("cover", "close", "divider", *CONTENT)}
        total = sum(score for _, score in scored.values()) / len(scored) + 0.2 * min(len(layouts), 8) - master * 0.01
        if total > top:
            top = total
            best = {role: choice for role, (choice, _) in scored.items()}
    return best


def _best(role: str, layouts: Sequence[LayoutFacts], facts: DeckFacts, used: Mapping[str, int]) -> tuple[Choice, float]:
    ranked = [(_score(role, layout, facts, used), -at, layout) for at, layout in enumerate(layouts)]
    (score, reasons), _, layout = max(ranked, key=lambda item: (item[0][0], item[1]))
    return Choice(layout, ", ".join(reasons) or "nothing else is nearer", score >= 3), score


def _score(role: str, layout: LayoutFacts, facts: DeckFacts, used: Mapping[str, int]) -> tuple[float, list[str]]:
    kind = role if role in ("cover", "close", "divider") else "content"
    score, reasons = 0.0, []
    types = _TYPES.get(role, ()) or _TYPES[kind]
    if layout.kind in types:
        score += 4 - 0.5 * types.index(layout.kind)
        reasons.append(f"its type is {layout.kind}")
    elif layout.kind in _TYPES[kind]:
        score += 2.5 - 0.3 * _TYPES[kind].index(layout.kind)
        reasons.append(f"its type is {layout.kind}")
    elif layout.kind in _UPRIGHT:
        score -= 6
    elif layout.kind not in ("", "cust"):
        score -= 1
    points, words = _shape(kind, layout, facts)
    score += points
    reasons += words
    name = layout.name.casefold()
    hit = next((word for word in _NAMES.get(role, ()) if word in name), "")
    hit = hit or next((word for word in _NAMES[kind] if word in name), "")
    if hit:
        score += 2 if role != "close" else 5
        reasons.append(f"its name has “{hit}”")
    for other in ("cover", "divider", "close", "blank"):
        if other != kind and kind != "close" and not hit and any(word in name for word in _NAMES[other]):
            score -= 2
    if used.get(layout.part):
        score += min(0.5, 0.1 * used[layout.part])
        reasons.append(f"{used[layout.part]} of the template's slides use it")
    return score, reasons


def _shape(kind: str, layout: LayoutFacts, facts: DeckFacts) -> tuple[float, list[str]]:
    """Points for the placeholders of a layout and their places."""
    title, texts = title_of(layout), texts_of(layout)
    if title is None or title.frame is None:
        return (-3.0, []) if any(item.holder.kind in TITLES for item in layout.placeholders) else (-4.0, [])
    middle = (title.frame.y + title.frame.h / 2) / facts.height
    objects = [item for item in texts if item.holder.kind not in ("body", "subTitle")]
    is_upright = title.frame.h > 1.5 * title.frame.w
    if is_upright:
        return -5.0, []
    if kind in ("cover", "close"):
        points, reasons = 0.0, []
        if title.holder.kind == "ctrTitle":
            points, reasons = 2.0, ["it has a centred title"]
        if any(item.holder.kind == "subTitle" for item in texts):
            points += 1.0
            reasons.append("it has a subtitle")
        elif texts and not objects:
            points += 0.5
        return points + (0.5 if middle > 0.25 else -1.0) - 1.5 * len(objects), reasons
    if kind == "divider":
        low = 0.25 < middle < 0.8
        points = (1.5 if low else -0.5) - 1.5 * len(objects) - (2.0 if title.holder.kind == "ctrTitle" else 0.0)
        return points, ["its title stands in the middle"] if low else []
    high = middle < 0.3 and title.frame.w > 0.5 * facts.width
    points, reasons = (1.5, ["its title stands at the top"]) if high else (-1.5, [])
    if title.holder.kind == "ctrTitle":
        points -= 2.0
    area = sum(item.frame.w * item.frame.h for item in texts if item.frame) / (facts.width * facts.height)
    if area > 0.35:
        points += 1.0
        reasons.append("most of it is for content")
    return points - 0.3 * max(0, len(texts) - 2), reasons
