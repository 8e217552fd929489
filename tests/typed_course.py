"""A small course with a place for texts of every kind, its trees, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from pydantic import BaseModel

from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run, Runs, plain
from deckgen.compose.deck import compose_deck
from deckgen.compose.guide import compose_guide
from deckgen.compose.workbook import compose_workbook
from deckgen.decode.course import decode_course
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.source.reader import read_source
from deckgen.tree import Book, Deck

COURSE = """
id: typed
title: 班前交接
version: "1.0"
date: "2026-01-15"
language: zh-CN
audience: [班组长]
class_size: {{min: 6, max: 12, table: 4}}
objectives:
  - {{id: O1, verb: 交接, text: 完整交接一个班次, condition: 换班时, standard: 复述全部未结事项}}
deliveries:
  - {{id: 30-min, title: 三十分钟, days: 1, hours: 0.5, start: "14:00", sitting: 30}}
modules:
  - id: M1
    title: 三问交接
    short: 交接
    key_message: 什么没结
    hook: {hook}
    rationale: 多数意外上一班有人知道。
    goals: [说出三问]
    blocks:
      - id: B1
        title: 三个问题
        method: 讲授
        energy: 3
        minutes: 10/20/0
        objectives: [O1]
        sheets: [S1]
        slides:
          - kind: concept
            title: {title}
            minutes: 10
            points: [{point}, 谁负责]
            explain: {explain}
            purpose: {purpose}
            key_points: [{key_point}, 一事一人]
            say: {say}
            do: [{do}]
            transition: {transition}
          - kind: activity
            sheet: S1
            title: 交接你自己的班次
            minutes: 20
            purpose: 人人开口。
            key_points: [用真事, 三分钟换人]
            say: 找一位别组的同事。
sheets:
  - kind: solo
    id: S1
    title: 我的交接单
    purpose: 写下昨天的三件事。
    situation: {situation}
    steps:
      - {{minutes: 20, phase: run, do: {step}}}
    workspace:
      - {{prompt: {prompt}, lines: 3}}
"""
IN_DECK = ("hook", "title", "point", "purpose", "key_point", "say", "do", "transition")
IN_WORKBOOK = ("title", "explain", "situation", "step", "prompt")
IN_GUIDE = ("hook", "title", "purpose", "key_point", "say", "do", "transition")
KEYS = tuple(dict.fromkeys((*IN_DECK, *IN_WORKBOOK, *IN_GUIDE)))


def quoted(text: str) -> str:
    """A text as YAML that reads it to the letter."""
    return "'" + text.replace("'", "''") + "'"


def write_course(texts: Mapping[str, str]) -> str:
    """The course with YAML in its places; where none is given the words of a usual course stand."""
    return COURSE.format(**{key: texts.get(key, "下班前把三件事说清") for key in KEYS})


def read_course(source: str, report: Report, values: Mapping[str, str] | None = None) -> Course | None:
    """The course as its one delivery sees it."""
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: source.encode(), keep_folds=True)
    report.extend(found)
    return decode_course(raw, "30-min", values or {}, report)


def plan_course(source: str) -> tuple[Course, Agenda]:
    """The course and its plan."""
    report = Report()
    course = read_course(source, report)
    assert course is not None, list(report)
    agenda = plan_delivery(course, course.deliveries[0], report)
    assert agenda is not None, list(report)
    return course, agenda


def compose(texts: Mapping[str, str]) -> tuple[Deck, Book, Book]:
    """Deck, workbook and guide of the course with YAML in its places."""
    course, agenda = plan_course(write_course(texts))
    return compose_deck(course, agenda), compose_workbook(course, agenda), compose_guide(course, agenda, {})


def runs_of(value: object) -> Iterator[Runs]:
    """The runs of every paragraph of a tree; a plain string counts as one."""
    if isinstance(value, str):
        yield (Run(value),)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            yield value
        else:
            for item in value:
                yield from runs_of(item)
    elif isinstance(value, BaseModel):
        for _, item in value:
            yield from runs_of(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from runs_of(getattr(value, field.name))


def words_of(value: object) -> Iterator[str]:
    """Every text of a tree."""
    return map(plain, runs_of(value))
