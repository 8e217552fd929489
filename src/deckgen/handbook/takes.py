"""What a key takes, in the words of an author, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from deckgen.handbook.meanings import CHINESE, Meaning
from deckgen.handbook.meanings.titles import CHINESE_TITLES
from deckgen.handbook.shapes import Shape

# How a value is written that has a form of its own, by the name of the function that reads it.
WRITTEN: Mapping[str, Meaning] = {
    "_decode_split": Meaning("minutes: talk/activity/debrief, `6/8/3`", "分钟：讲授/活动/讲评，`6/8/3`"),
    "_decode_slide_minutes": Meaning(
        "minutes, 0 to 240, or talk/activity/debrief", "分钟，0 到 240，或 讲授/活动/讲评"
    ),
    "_decode_block_minutes": Meaning(
        "minutes: talk/activity/debrief, `6/8/3`, or one number, 1 to 480",
        "分钟：讲授/活动/讲评，`6/8/3`，或一个总数，1 到 480",
    ),
    "_decode_clock": Meaning("time of day, `09:00`", "时刻，`09:00`"),
    "_decode_range": Meaning("minutes: least-usual-most, `15-25-40`", "分钟：最少-通常-最多，`15-25-40`"),
    "_decode_focus": Meaning(
        "one or two of left, right, top, bottom, center, or per cents from the top left corner, `30 60`",
        "left、right、top、bottom、center 中的一两个，或从左上角算的百分比，`30 60`",
    ),
    "_decode_colour": Meaning('colour, `"C8102E"`', '颜色，`"C8102E"`'),
    "_decode_lunch": Meaning("`11:40/60`, `11:40`, `/45` or `none`", "`11:40/60`、`11:40`、`/45` 或 `none`"),
}
# How a record may be written that is not a mapping.
_SHORT: Mapping[str, Meaning] = {
    "text": Meaning("text or ", "文字，或"),
    "_name_colours": Meaning("one to three colours or ", "一到三个颜色，或"),
    "_decode_size": Meaning("`18`, `12-18` or ", "`18`、`12-18`，或"),
    "_decode_room": Meaning("name or ", "名称，或"),
}
_PLAIN: Mapping[str, tuple[Meaning, Meaning]] = {  # one of it, and a list of it
    "text": (Meaning("text", "文字"), Meaning("list of texts", "多条文字")),
    "long": (Meaning("long text", "长文字"), Meaning("list of long texts", "多条长文字")),
    "id": (Meaning("id", "编号"), Meaning("list of ids", "多个编号")),
    "icon": (Meaning("name of an icon", "图标名"), Meaning("list of icons", "多个图标名")),
    "whole": (Meaning("whole number", "整数"), Meaning("list of whole numbers", "多个整数")),
    "number": (Meaning("number", "数"), Meaning("list of numbers", "多个数")),
    "switch": (Meaning("true or false", "true 或 false"), Meaning("list of true or false", "多个 true 或 false")),
}
_SIDES: Mapping[str, Meaning] = {
    "ge": Meaning("at least {}", "至少 {}"),
    "gt": Meaning("more than {}", "大于 {}"),
    "le": Meaning("at most {}", "至多 {}"),
    "lt": Meaning("less than {}", "小于 {}"),
}
_ONE_OF, _NAMES = Meaning("one of ", "取其一："), Meaning("names, each with a {}", "名称，每个带{}")
_LIST, _EACH = Meaning("list, each a {}", "多条，每条是{}"), Meaning("list, each {}", "多条，每条{}")
_ROW = Meaning("list of {}: {}", "{} 项：{}")
_EXACTLY, _SPAN = Meaning("exactly {}", "正好 {}"), Meaning("{} to {}", "{} 到 {}")
_KINDS = {
    "slide": Meaning("slide", "幻灯片"), "sheet": Meaning("sheet", "练习单"), "block": Meaning("block", "环节"),
    "diagram": Meaning("diagram", "图示"),
}  # fmt: skip


class Takes:
    """Says in one language what keys take; `anchors` are the names of the parts of the page by model."""

    def __init__(self, language: str, anchors: Mapping[type[BaseModel], str], kinds: Mapping[type[BaseModel], str]):
        self.language, self.anchors, self.kinds = language, anchors, kinds

    def say(self, meaning: Meaning) -> str:
        """A phrase in the language."""
        return meaning.said(self.language)

    def words(self, shape: Shape) -> str:
        """What a value is, with its limits."""
        if shape.what == "list":
            return self._limited(self._list(shape.items[0]), shape)
        if shape.what == "row":
            inner = ", ".join(dict.fromkeys(self.words(item) for item in shape.items))
            return self.say(_ROW).format(len(shape.items), inner)
        if shape.what == "names":
            return self._limited(self.say(_NAMES).format(self.words(shape.items[0])), shape)
        if shape.what == "record":
            return (self.say(_SHORT[shape.short]) if shape.short else "") + self._record(shape)
        if shape.what == "form":
            return self.say(WRITTEN[shape.form])
        if shape.what == "words":
            listed = ", ".join(f"`{word}`" for word in shape.words)
            return self.say(_ONE_OF) + listed if len(shape.words) > 1 else listed
        if shape.what == "id":
            return self.say(_PLAIN["id"][0])
        return self._limited(self.say(_PLAIN["long" if shape.long else shape.what][0]), shape)

    def _list(self, item: Shape) -> str:
        if item.what in _PLAIN and not item.limits:
            return self.say(_PLAIN["long" if item.long else item.what][1])
        return self.say(_EACH if item.what in ("words", "form", "list") else _LIST).format(self.words(item))

    def _record(self, shape: Shape) -> str:
        base = next((base for base in self.kinds if issubclass(shape.models[0], base)), None)
        if base is not None:
            return f"[{self.say(_KINDS[self.kinds[base]])}](#{self.kinds[base]}s)"
        (model,) = shape.models
        return f"[{title_of(model, self.language).lower()}](#{self.anchors[model]})"

    def _limited(self, words: str, shape: Shape) -> str:
        limits = [self.say(_SIDES[side]).format(f"{value:g}") for side, value in shape.limits.items()]
        least, most = shape.least, shape.most
        counts = shape.what in ("list", "names")
        if least == most and least:
            limits.append(self.say(_EXACTLY).format(least))
        elif least and most:
            limits.append(self.say(_SPAN).format(least, most))
        elif most and counts:
            limits.append(self.say(_SIDES["le"]).format(most))
        elif least > 1:
            limits.append(self.say(_SIDES["ge"]).format(least))
        return (", " if self.language == "en" else "，").join([words, *limits])


def title_of(model: type[BaseModel], language: str) -> str:
    """The name of a model as words: `GlossaryEntry` is a glossary entry; KeyError where Chinese has none."""
    if language == CHINESE:
        return CHINESE_TITLES[model.__name__]
    letters = "".join(f" {char.lower()}" if char.isupper() and at else char for at, char in enumerate(model.__name__))
    return letters.capitalize()


def default_of(info: FieldInfo) -> str:
    """The value that a key has when it is left out, as YAML; empty for nothing."""
    value: Any = info.default
    if info.is_required() or value is PydanticUndefined or value in ("", (), None) or isinstance(value, BaseModel):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{', '.join(map(str, value)) if isinstance(value, tuple) else value}`"
