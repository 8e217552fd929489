"""What files of a delivery are called, and where a name is too long for some file system."""

from __future__ import annotations

import pytest

from deckgen.model.course import Course
from deckgen.pipeline.file_names import MAX_BYTES, check_file_names, stem_of
from small_courses import make_block, make_course


def course(**changes: object) -> Course:
    made = make_course("1-day", {"1-day": (1, 0.1)}, {"M1": [make_block("B1", "2/3/1")]})
    return made.model_copy(update=changes)


def test_a_name_says_course_delivery_client_and_version() -> None:
    made = course(client="Ritz & Co.", version="2.0")
    assert stem_of(made, made.deliveries[0]) == "sample-1-day-Ritz-&-Co-v2.0"
    assert stem_of(course(), made.deliveries[0]) == "sample-1-day-v1.0"


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["DG711"])])
def test_a_name_has_a_length_that_every_file_system_takes(more: int, codes: list[str]) -> None:
    """Bytes count, so that a Chinese client takes three for each character."""
    client = "某某银行客服中心"
    rest = course(id="", client=client)
    taken = len(stem_of(rest, rest.deliveries[0]).encode()) + 1
    made = course(id="s" * (MAX_BYTES - taken + more), client=client)
    assert len(stem_of(made, made.deliveries[0]).encode()) == MAX_BYTES + more
    assert [item.code for item in check_file_names(made, made.deliveries[0])] == codes
