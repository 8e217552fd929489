"""Whatever changes, the page shows what a process that remembers nothing would show."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pages import CASE, LINK

from deckgen.pipeline import dress, runs, stages
from deckgen.pipeline.build import Request
from deckgen.pipeline.live import LiveCourse
from deckgen.serve.service import Service, View
from deckgen.serve.views import State
from deckgen.theme import shipped_themes
from examples import some

VIEWS = (View(), View(profile="north"), View(theme="house"), View(theme="house", profile="north"))
Mutation = Callable[[Path, random.Random], None]


def replaced(name: str, *pairs: tuple[str, str]) -> Mutation:
    """A mutation that turns one text of a file into another, or back."""

    def mutate(root: Path, chance: random.Random) -> None:
        file = root / name
        text = file.read_text("utf-8")
        one, other = chance.choice(pairs)
        file.write_text(text.replace(one, other) if one in text else text.replace(other, one), "utf-8")

    return mutate


COURSE = "course/course.yaml"
MUTATIONS: dict[str, Mutation] = {
    "a text": replaced(COURSE, ("Every case not closed", "Every open case"), ("Kim calls back", "Kim calls")),
    "a title": replaced(COURSE, ("title: Handing over a shift", "title: Handing a shift over")),
    "a comment above all": replaced(COURSE, ("id: shift-handover", "# one more line\nid: shift-handover")),
    "minutes": replaced(COURSE, ("start: \"14:00\"", "start: \"13:30\"")),
    "a word of every slide": replaced(COURSE, ("short: Handover", "short: Handing over")),
    "a phrase": replaced(COURSE, ("language: en\n", "language: en\nphrases: {agenda: Our day}\n")),
    "a mistake": replaced(COURSE, ("text: One name for each", "text: [One name for each")),
    "a variable": replaced(COURSE, ("Before four o'clock", "\"Before four, {{ client }}\"")),
    "a profile": replaced("profiles/north.yaml", ("North Bank", "North Insurance")),
    "a theme": replaced("themes/house/theme.yaml", ("primary: 1B4B5C", "primary: 1C4B5E")),
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("course", "profiles", "themes"):
        (tmp_path / folder).mkdir()
    shutil.copy(CASE, tmp_path / "course" / "course.yaml")
    shutil.copytree(shipped_themes() / "default", tmp_path / "themes" / "house")
    (tmp_path / "profiles" / "north.yaml").write_text("client: North Bank\n", "utf-8")
    return tmp_path


def show(root: Path) -> Service:
    request = Request(curriculum=root, themes=root / "themes")
    return Service(LiveCourse.open((root / "course").as_posix(), request), LINK)


def forget() -> None:
    """Make this process one that remembers nothing of what it has read and made."""
    stages._MADE.clear()
    dress._KNOWN._kept.clear()
    runs._LOADED._kept.clear()


def seen(service: Service, view: View) -> State:
    return asyncio.run(service.state(view)).state


def test_what_is_shown_is_what_a_new_process_would_show(root: Path) -> None:
    chance, warm = random.Random(20260115), show(root)
    told, wrong = 0, ""
    for number in range(some(100)):
        view = chance.choice(VIEWS)
        name = wrong or (chance.choice(list(MUTATIONS)) if number else "a text")  # what broke the course is taken back
        MUTATIONS[name](root, chance)
        warm.saved()
        after = seen(warm, view)
        forget()
        cold = seen(show(root), view)
        assert after.diags == cold.diags, name
        assert (after.stale is None) == (cold.stale is None), name
        wrong = name if cold.stale is not None and not wrong else ""
        if cold.stale is None:
            told += 1
            drawn = [warm.picture(after.slides[key]["sum"]) for key in after.order]
            expected = [slide | {"key": ""} for slide in cold.slides.values()]
            assert after.head == cold.head and [slide | {"key": ""} for slide in after.slides.values()] == expected, (
                name
            )
            assert None not in drawn and len(set(after.order)) == len(after.order)
    assert told > some(100) / 4
