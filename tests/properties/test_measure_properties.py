"""Whatever the text, its lines hold it all, obey kinsoku and stay inside the width."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.measure import break_lines, count_lines, load_faces, safe_width, text_width
from deckgen.measure.classes import CHINESE
from examples import some

FACES = load_faces("latin-sans", "cjk-sans")
MIXED = st.text(st.sampled_from("先听懂任务再承诺，。、；：？！“”（）「」《》—…·abcXYZ 0189%-/.,'\"()"), max_size=120)


@settings(max_examples=some(300), deadline=None)
@given(text=st.one_of(MIXED, st.text(max_size=60)), width=st.floats(40, 900), size=st.sampled_from([12, 16, 20, 28]))
def test_lines_hold_the_whole_text_inside_the_width(text: str, width: float, size: float) -> None:
    lines = break_lines(text, size, width, FACES)
    assert len(lines) == count_lines(text, size, width, FACES) >= 1
    assert "".join("".join(lines).split()) == "".join(text.split())
    limit = max(safe_width(width, size), 1.0) * size
    for line in lines:
        # Measured alone a line may lose the marks that make the whole text Chinese, never gain any.
        assert len(line.rstrip()) <= 1 or text_width(line.rstrip(), size, FACES) <= limit + 0.25 * size + 0.01


@settings(max_examples=some(300), deadline=None)
@given(text=MIXED, width=st.floats(300, 900))
def test_no_line_starts_with_a_closing_or_ends_with_an_opening_mark(text: str, width: float) -> None:
    joined = text.replace(" ", "")
    lines = break_lines(joined, 20, width, FACES)
    for before, after in itertools.pairwise(lines):
        pair = before[-1] + after[0]
        tight = max(len(unit) for unit in _units(joined))
        if tight < 10:
            assert pair[1] not in "，。、；：？！”）」》—…", pair
            assert pair[0] not in "“（「《", pair


@settings(max_examples=some(200), deadline=None)
@given(text=MIXED, size=st.sampled_from([16, 20, 24]), width=st.floats(60, 800))
def test_more_width_or_smaller_text_never_needs_more_lines(text: str, size: float, width: float) -> None:
    lines = count_lines(text, size, width, FACES)
    assert count_lines(text, size, width + size, FACES) <= lines
    assert count_lines(text, size - 2, width, FACES) <= lines


def _units(text: str) -> list[str]:
    """Stretches between characters that break freely."""
    units, current = [], ""
    for char, kind in zip(text, text.translate(CHINESE), strict=True):
        if kind == "C" and current and current[-1] not in "“（「《":
            units.append(current)
            current = ""
        current += char
    return [*units, current]
