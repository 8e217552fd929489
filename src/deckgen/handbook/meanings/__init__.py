"""What every key of the format means, in English and in Chinese: for the reference page and the editors' schemas.

A key is described once, at the model that brings it; models made from that one have it from there.
"""

from __future__ import annotations

from pydantic import BaseModel

from deckgen.handbook.meanings.course import COURSE
from deckgen.handbook.meanings.diagrams import DIAGRAMS
from deckgen.handbook.meanings.others import THEME
from deckgen.handbook.meanings.sheets import SHEETS
from deckgen.handbook.meanings.table import CHINESE, ENGLISH, LANGUAGES, Meaning, Table
from deckgen.handbook.meanings.teaching import TEACHING

__all__ = [
    "ANYWHERE",
    "CHINESE",
    "ENGLISH",
    "LANGUAGES",
    "MEANINGS",
    "OTHERS",
    "OWN_NOTES",
    "UNKNOWN_KEY",
    "Meaning",
    "described",
    "meaning",
    "said_of",
]

MEANINGS: Table = {**COURSE, **TEACHING, **SHEETS, **DIAGRAMS}
OTHERS: Table = THEME

ANYWHERE = {
    "in": Meaning("Only in these deliveries, by id.", "只在这些交付版本里出现，写编号。"),
    "todo": Meaning("An open note to yourself; never printed.", "给自己的备忘；绝不印出来。"),
    "variables": Meaning("What `{{ name }}` stands for in any text.", "文字里 `{{ 名称 }}` 代表的内容。"),
}
"""Keys that are no fields of models: of every record the first two, of the course the last one."""

UNKNOWN_KEY = Meaning(
    "There is no such key here, and no delivery is called so.", "这里没有这个键，也没有叫这个名字的交付版本。"
)
OWN_NOTES = Meaning(
    "Private notes of one trainer, by the id of the module, block, slide or sheet; for guide and notes of slides only.",
    "一位讲师的私人备注，按模块、环节、幻灯片或练习单的编号写；只印在讲师手册和幻灯片备注。",
)
UNSAID = Meaning("", "")


def described(model: type[BaseModel]) -> str:
    """The name under which a model stands in the tables: its file's and its own."""
    return f"{model.__module__.rpartition('.')[2]}.{model.__name__}"


def meaning(model: type[BaseModel], key: str = "") -> Meaning:
    """What a key means, or, without one, what the record is; empty where nothing says so."""
    for owner in model.__mro__:
        if issubclass(owner, BaseModel) and (said := MEANINGS.get(described(owner), {}).get(key)):
            return Meaning(*said)
    return UNSAID


def said_of(table: str, key: str, language: str) -> str:
    """What a key of a theme means; empty where nothing says so."""
    said = OTHERS.get(table, {}).get(key)
    return Meaning(*said).said(language) if said else ""
