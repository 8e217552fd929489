"""Minutes of drafts: whole, summing to what the source gives, and with a block's end at every pause."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from deckgen.importers.pieces import Piece
from deckgen.importers.shape import DraftBlock, DraftModule, DraftSlide
from deckgen.importers.timing import Frame, align, choose_frame, length, round_up, set_minutes, share
from examples import some

WORDS = st.integers(0, 400).map(lambda number: [Piece("text", 1, "x" * number)])


@st.composite
def modules(draw: st.DrawFn) -> DraftModule:
    blocks = []
    for number in range(draw(st.integers(1, 5))):
        slides = [DraftSlide(f"s{at}", 1, draw(WORDS)) for at in range(draw(st.integers(1, 4)))]
        if draw(st.booleans()):
            slides.append(
                DraftSlide("x", 1, exercise=Piece("exercise", 1), minutes=draw(st.integers(0, 15)), weight=10)
            )
        blocks.append(DraftBlock(f"b{number}", 1, slides))
    return DraftModule(
        "m", "a.md", blocks, talk=draw(st.sampled_from((0, 30, 45))), practice=draw(st.sampled_from((0, 25)))
    )


def minutes_of(made: list[DraftModule]) -> int:
    return sum(length(block) for module in made for block in module.blocks)


@given(st.integers(1, 300), st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_shares_sum_to_the_whole(total: int, weights: list[int]) -> None:
    made = share(total, weights)
    assert sum(made) == max(total, len(weights))
    assert min(made) >= 1


@settings(max_examples=some(25), deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(modules(), min_size=1, max_size=8), st.integers(1, 3))
def test_sittings_end_where_blocks_do(made: list[DraftModule], days: int) -> None:
    for module in made:
        set_minutes(module)
        assert all(slide.minutes >= 1 for slide in module.slides)
        spoken = [slide for slide in module.slides if slide.exercise is None]
        if module.talk >= len(spoken):
            assert not module.talk or sum(slide.minutes for slide in spoken) == module.talk
    days = max(1, min(days, minutes_of(made) // 120))  # a shorter course may have fewer slides than sittings
    round_up(made, (1, days))
    total = minutes_of(made)
    assume(total >= 120 * days)
    frames = [choose_frame(total, count) for count in {1, days}]
    for frame in frames:
        assert sum(frame.days) == total
        assert len(set(frame.days)) == 1
    wanted = {end for frame in frames for end in frame.ends()}
    assume(all(second - first >= 20 for first, second in pairwise(sorted({0, *wanted, total}))))
    align(made, frames)
    assert minutes_of(made) == total
    ends, at = {0}, 0
    for block in (block for module in made for block in module.blocks):
        at += length(block)
        ends.add(at)
    assert all(slide.minutes >= 1 for module in made for slide in module.slides)
    assert wanted <= ends


def test_a_frame_ends_its_sittings_within_its_days() -> None:
    assert Frame((180, 150), 90).ends() == [90, 180, 270]
