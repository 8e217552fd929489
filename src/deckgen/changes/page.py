"""The change page of a bundle: for trainers, in the language of the course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.changes.compare import KEY, SAY, TITLE, Change, Comparison, Minutes

_ENGLISH = {
    "heading": "# Changes since {since}", "first": "This delivery is new since {since}.",
    "none": "Nothing has changed.", "minutes": "{before} → {after} minutes", "days": "{before} → {after} days",
    "same": "{after} minutes, shared out otherwise",
    "blocks": "## Blocks", "sheets": "## Sheets", "rest": "## Course and modules", "slide": "slide {number} {title}",
    "added": "new", "removed": "no longer there", "moved": "in another place", "took": "{minutes} minutes",
    "title": "another title", "say": "words to say", "key": "key", "content": "content", "colon": ": ", "comma": ", ",
    "stop": "; ", "on": "{what} ({slide})",
}  # fmt: skip
_CHINESE = {
    "heading": "# 自 {since} 以来的改动", "first": "自 {since} 以来新增的交付。", "none": "没有改动。",
    "minutes": "{before} → {after} 分钟", "same": "{after} 分钟，内部重新分配", "days": "{before} → {after} 天",
    "blocks": "## 环节", "sheets": "## 练习单", "rest": "## 课程与模块", "slide": "第 {number} 页{title}",
    "added": "新增", "removed": "已删除", "moved": "换了位置", "took": "{minutes} 分钟",
    "title": "标题", "say": "讲词", "key": "参考答案", "content": "内容", "colon": "：", "comma": "、",
    "stop": "；", "on": "{slide}的{what}",
}  # fmt: skip
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})
Words = Mapping[str, str]


def change_page(comparison: Comparison | None, since: str, language: str) -> str:
    """The page as Markdown; None for a delivery that was not there before."""
    words = _CHINESE if language.startswith("zh") else _ENGLISH
    lines = [words["heading"].format(since=since), ""]
    if comparison is None:
        lines.append(words["first"].format(since=since))
    elif comparison.is_empty:
        lines.append(words["none"])
    else:
        lines += _whole(comparison, words)
    return "\n".join(lines) + "\n"


def _whole(comparison: Comparison, words: Words) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    if before.split.total != after.split.total:
        yield words["minutes"].format(before=before.split.total, after=after.split.total) + "\n"
    if before.days != after.days:
        yield words["days"].format(before=before.days, after=after.days) + "\n"
    by_block: dict[str, list[Change]] = {}
    for change in comparison.changes:
        if change.what in ("block", "slide"):
            by_block.setdefault(change.within or change.name, []).append(change)
    blocks = [line for row in comparison.minutes if (line := _block(row, by_block.pop(row.block, []), words))]
    rest = [item for item in comparison.changes if item.what not in ("block", "slide", "sheet")]
    for heading, lines in (
        ("blocks", blocks),
        ("sheets", [_line(item, words) for item in comparison.changes if item.what == "sheet"]),
        ("rest", [_line(item, words) for item in rest]),
    ):
        if lines:
            yield words[heading] + "\n"
            yield from lines
            yield ""


def _block(row: Minutes, changes: list[Change], words: Words) -> str:
    """One line about a block; empty when nothing of it changed."""
    told = []
    if row.before is None or row.after is None:
        there = row.after or row.before
        assert there is not None
        told += [words["added" if row.before is None else "removed"], words["took"].format(minutes=there.total)]
    elif row.before.total != row.after.total:
        told.append(words["minutes"].format(before=row.before.total, after=row.after.total))
    elif row.is_changed:
        told.append(words["same"].format(after=row.after.total))
    told += [text for item in changes if (text := _told(item, words))]
    if row.before is None or row.after is None:
        told = told[:2]
    return f"- {_safe(row.block)}{words['colon']}{words['stop'].join(told)}" if told else ""


def _line(change: Change, words: Words) -> str:
    return f"- {_safe(change.name)}{words['colon']}{_told(change, words)}"


def _told(change: Change, words: Words) -> str:
    if change.kind == "changed":
        kinds = dict.fromkeys(name if name in (SAY, KEY, TITLE) else "content" for name in change.fields)
        what = words["comma"].join(words[name] for name in kinds)
    else:
        what = words[change.kind]
    if change.what != "slide":
        return what
    _, number, title = change.name.split(" ", 2)
    return words["on"].format(what=what, slide=words["slide"].format(number=number, title=_safe(title)))


def _safe(text: str) -> str:
    """A text of the course without the signs of Markdown."""
    return text.translate(_ESCAPED)
