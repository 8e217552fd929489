"""Who appears is declared: every name of a case or an example stands under `people:`, with one role and one team."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.naming import find_names
from deckgen.model.audience import Worded, texts_of
from deckgen.model.course import Course, Person

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭"
    "廖邹熊陆郝孔崔康邱秦江顾侯邵孟万雷钱汤尹黎武乔贺赖龚纪昕楠启彤珂昊哲满苗凯袁季宁雨琪"
)
_NAME = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:小[{_SURNAMES}]|老[{_SURNAMES}])(?![案法面程])"
    rf"|(?<=[，。：“、（；！？])(?:小[{_SURNAMES}]|老[{_SURNAMES}])(?![案法面程])"
    r"|(?<=[叫给对向问请教派陪让看听跟和])小[方周吴徐孙朱郭梁宋郑谢韩唐冯程曹袁邓许沈曾彭吕蒋蔡丁魏薛叶潘姜姚谭廖邹邱秦侯邵孟钱汤贺纪昕楠启]"
    r"(?![案法面程])|(?<![\u4e00-\u9fff])阿[^姨拉里\W\d_a-zA-Z](?=[\u4e00-\u9fff，。：；、])"
)
_ROLES = (
    "班组长", "组长", "值班长", "主管", "经理", "坐席", "新人", "骨干", "质检", "客户", "总监", "排班员",
    "team lead", "team leader", "lead", "manager", "supervisor", "agent", "director", "engineer", "customer",
)  # fmt: skip
_CREDITS = ("source", "sources", "origin")  # whose names are those of authors
_TEAM = r"((?:热线|在线|投诉|夜班|早班)?[一二三四五六七八九]组|(?:team|shift|squad) [A-Z\d]\b)"
_ROLE = "|".join(sorted(_ROLES, key=len, reverse=True))
# How a role stands before a name and behind it, and how a team does.
_ROLE_BEFORE = re.compile(rf"({_ROLE})[“”，, ]?\Z", re.IGNORECASE)
_ROLE_BEHIND = re.compile(rf", (?:an?|the|our) (?:\w+ )?({_ROLE})\b")
_IS_ROLE = re.compile(rf"是[^，。；]{{0,8}}?({_ROLE})(?![的们])")
_TEAM_BEFORE = re.compile(rf"{_TEAM}(?:的)?(?:{_ROLE})?\Z", re.IGNORECASE)
_EDGE = re.compile(r"\b")
_REACH = 40  # characters before a name in which its role and team stand


def check_cast(course: Course) -> Iterator[Diagnostic]:
    """Names that nobody declared, declared ones that nobody meets, and roles and teams that change."""
    if not course.people or course.is_draft:
        return
    declared = {person.name: person for person in course.people}
    items = [item for item in texts_of(course) if item.key not in _CREDITS and not isinstance(item.owner, Person)]
    strangers: Counter[str] = Counter()
    first: dict[str, Worded] = {}
    naming = find_names(declared, [item.text for item in items])
    met = {name for name, places in naming.items() if any(name in items[at].text for at in places)}
    for item in items:
        for name in _names_in(item.text):
            if not any(name in known for known in declared):
                strangers[name] += 1
                first.setdefault(name, item)
    for name, count in strangers.items():
        if count > 1 or _is_marked(name, first[name].text):
            message = f"{first[name].key}: {name} appears and is not declared"
            yield Diagnostic("DG441", message, first[name].span, f"add `- {{name: {name}, role: ...}}` under `people:`")
    for name, person in declared.items():
        if name not in met and person.look is None:  # who has a look may be there to be drawn only
            message = f"{name} is declared, and appears nowhere in this delivery"
            yield Diagnostic("DG441", message, person.span, "take the entry out, or give it `in:` with its delivery")
    for person in course.people:
        yield from _check_role(person, [items[at] for at in naming[person.name]])


@lru_cache(maxsize=1 << 13)  # the deliveries of a course share most of their texts
def _names_in(text: str) -> tuple[str, ...]:
    """What looks like somebody's name in a text."""
    return tuple(match[0] for match in _NAME.finditer(text)) if any(char in text for char in "小老阿") else ()


def _is_marked(name: str, text: str) -> bool:
    """Whether a name that stands once is one without doubt: somebody is called it, or speaks."""
    return bool(re.search(rf"叫{name}|{name}[，：]|@{name}", text))


def _check_role(person: Person, items: list[Worded]) -> Iterator[Diagnostic]:
    """Roles and teams directly before or behind a name that are not those declared, in texts that name the person."""
    name = re.compile(re.escape(person.name), re.IGNORECASE)
    for item in items:
        places = [match.start() for match in name.finditer(item.text)]
        if person.role:
            for told in (*_roles_before(item.text, places), *_roles_behind(item.text, places, person.name)):
                if told.casefold() not in person.role.casefold():
                    message = f"{item.key}: {person.name} is {told} here and declared as {person.role}"
                    yield Diagnostic("DG441", message, item.span, "mend the text, or the role under `people:`")
                    break
        if person.team:
            for told in _teams_before(item.text, places):
                if told not in person.team and person.team not in told:
                    message = f"{item.key}: {person.name} is of {told} here and declared as of {person.team}"
                    yield Diagnostic("DG441", message, item.span, "mend the text, or the team under `people:`")
                    break


def _roles_before(text: str, places: Iterable[int]) -> Iterator[str]:
    """The role right before each place."""
    for at in places:
        if match := _ROLE_BEFORE.search(text, max(0, at - _REACH), at):
            yield match[1]


def _teams_before(text: str, places: Iterable[int]) -> Iterator[str]:
    """The team right before each place; a letter that is the first of a word is none."""
    for at in places:
        match = _TEAM_BEFORE.search(text, max(0, at - _REACH), at)
        if match and (match.end(1) < at or not match[1][-1].isascii() or _EDGE.match(text, at)):
            yield match[1]


def _roles_behind(text: str, places: Iterable[int], name: str) -> Iterator[str]:
    """What follows a name as it is declared, in English or in Chinese."""
    for at in places:
        if text.startswith(name, at):
            end = at + len(name)
            match = (_EDGE.match(text, at) and _ROLE_BEHIND.match(text, end)) or _IS_ROLE.match(text, end)
            if match:
                yield match[1]
