"""Who stands in a drawing looks as the course declares, else as name and role suggest."""

from __future__ import annotations

from typing import Any

import pytest

from adapters import read_diagram
from deckgen.base.people import guess_look
from deckgen.compose.cast import cast_of, look_of
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import compose_diagram
from deckgen.model.course import Person
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases
from deckgen.text.ranks import rank_of
from deckgen.tree import Diagram


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["shift-handover", "90-min"].planned
    people: list[dict[str, Any]] = [
        {"name": "Kim", "gender": "f", "role": "agent", "look": {"hair": "bun", "wears": "nothing"}},
        {"name": "Ms Ode", "gender": "f", "role": "head of service"},
    ]
    course = planned.course.model_copy(update={"people": tuple(Person.model_validate(one) for one in people)})
    return Kit(course, planned.agenda, phrases("en"), "slide")


def test_what_is_declared_stands_and_the_rest_follows_from_name_gender_and_role(kit: Kit) -> None:
    look, guess = look_of(kit, "Kim"), guess_look("Kim", "f", "agent")
    assert (look.hair, look.extras) == ("bun", ("nothing",))
    assert (look.skin, look.clothes, look.dye) == (guess.skin, guess.clothes, guess.dye)
    assert look.said == "Portrait of Kim"
    assert look_of(kit, "Ms Ode").clothes in ("suit", "blazer")


def test_a_person_is_known_by_a_name_within_a_longer_one(kit: Kit) -> None:
    assert look_of(kit, "Kim (night)").hair == "bun"
    assert look_of(kit, "Kim (night)").name == "Kim (night)"


def test_somebody_whom_nobody_declared_looks_like_what_the_words_say(kit: Kit) -> None:
    assert "badge" in look_of(kit, "Team leader").extras
    assert look_of(kit, "Somebody").hair == guess_look("Somebody").hair


def test_a_dialogue_brings_the_looks_of_all_who_speak_and_a_persona_its_own(kit: Kit) -> None:
    lines = [{"who": "Kim", "say": "Open."}, {"who": "Bo", "say": "Whose?"}]
    against = {"title": "No", "lines": [{"who": "Al", "say": "Fine."}]}
    talk = compose_diagram(kit, read_diagram({"type": "dialogue", "lines": lines, "against": against}), "Title")
    assert isinstance(talk, Diagram)
    assert [look.name for look in talk.cast] == ["Kim", "Bo", "Al"]
    four = {key: ["one", "two"] for key in ("traits", "needs", "avoid", "try")}
    assert [look.name for look in cast_of(kit, read_diagram({"type": "persona", "name": "Kim", **four}))] == ["Kim"]


@pytest.mark.parametrize(
    ("words", "rank"),
    [("热线三组班组长", "leader"), ("运营经理", "manager"), ("坐席，六年", "agent"), ("班组长的经理", "leader"),
     ("shift lead", "leader"), ("", ""), ("客户", "")],
)  # fmt: skip
def test_ranks_are_read_from_the_words_of_a_role(words: str, rank: str) -> None:
    assert rank_of(words) == rank


def test_a_newcomer_wears_a_headset_only_where_others_answer_calls() -> None:
    assert (rank_of("新人", "班组长 操作工"), rank_of("新人", "班组长 坐席，夜班"), rank_of("新人坐席")) == (
        "",
        "agent",
        "agent",
    )
    assert (rank_of("operator", "foreman"), rank_of("operator", "agent, nights")) == ("", "agent")
