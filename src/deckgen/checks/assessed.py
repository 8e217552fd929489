"""Tests say which objective each question is about, and what is asked before is asked after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.sheets import FollowupSheet


def check_assessed(course: Course) -> Iterator[Diagnostic]:
    """Objectives that are asked for before and not after, and items of a test without an objective."""
    if course.is_draft:
        return
    yield from _check_forms(course)
    used = {key for block in course.blocks for key in block.sheets} | {*course.postwork, *course.prework}
    for sheet in course.sheets:
        if isinstance(sheet, FollowupSheet) and sheet.form == "posttest" and sheet.id in used:
            yield from _check_test(course, sheet)


def _check_forms(course: Course) -> Iterator[Diagnostic]:
    forms = {form: [item for item in course.questions if item.form == form] for form in ("pre", "post")}
    if not all(forms.values()):
        return
    asked = {item.objective for item in forms["post"]}
    for question in forms["pre"]:
        if question.objective not in asked:
            message = f"the test before asks for {question.objective}, the one after does not: nothing to compare"
            hint = f"add a question of form post for {question.objective}"
            yield Diagnostic("DG443", message, question.at("objective"), hint)


def _check_test(course: Course, sheet: FollowupSheet) -> Iterator[Diagnostic]:
    """Every item names an objective of the course, and every objective that the test is for has an item."""
    ids = [objective.id for objective in course.objectives]
    named = re.compile(rf"(?<![A-Za-z\d])({'|'.join(map(re.escape, ids))})(?!\d)")
    covered: set[str] = set()
    for number, text in enumerate(sheet.items):
        match = named.search(text)
        if match is None:
            message = f"item {number + 1} of test {sheet.id} does not say which objective it is about"
            hint = f"end it with the id in brackets, such as （{ids[0]}）"
            yield Diagnostic("DG443", message, sheet.at_item("items", number), hint)
        else:
            covered.add(match[1])
    if covered:
        for number, objective in enumerate(sheet.objectives):
            if objective not in covered:
                message = f"test {sheet.id} is for {objective}, and no item is about it"
                yield Diagnostic("DG443", message, sheet.at_item("objectives", number), "add an item, or take it out")
