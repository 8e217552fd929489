from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from deckgen.base.runs import Run
from deckgen.measure import (
    break_lines,
    count_lines,
    load_faces,
    safe_width,
    text_height,
    text_width,
)
from deckgen.measure.lines import WIDEST
from deckgen.measure.tables import latin_sans
from tools import absent

FACES = load_faces("latin-sans", "cjk-sans")
NO_LINE_STARTS_WITH = "，。、；：？！）」』】》…—”％"
NO_LINE_ENDS_WITH = "（「『【《“"


def test_chinese_characters_and_marks_are_one_em_wide() -> None:
    assert text_width("先复述，再承诺。", 20, FACES) == 160
    assert text_width("先复述，再承诺。", 20, FACES, strong=True) == 160


def test_latin_widths_come_from_the_table_and_bold_is_wider() -> None:
    width = next(width for width, chars in latin_sans.REGULAR.items() if "a" in chars)
    assert text_width("aaaa", 10, FACES) == pytest.approx(40 * width / 2048)
    assert text_width("Manager", 10, FACES, strong=True) > text_width("Manager", 10, FACES)
    assert text_width((Run("Manager", strong=True),), 10, FACES) == text_width("Manager", 10, FACES, True)


def test_code_inside_a_text_is_monospaced_and_so_wider_than_it_would_be() -> None:
    code = (Run("if (ill)", code=True),)
    assert text_width(code, 20, FACES) == pytest.approx(8 * 0.605 * 20)
    assert text_width(code, 20, FACES) > text_width("if (ill)", 20, FACES)
    assert text_width((Run("说"), Run("报", code=True)), 20, FACES) == 40


def test_a_gap_is_allowed_for_between_the_scripts_but_not_at_a_typed_space() -> None:
    apart = text_width("用", 10, FACES) + text_width("SMART", 10, FACES) + text_width("法", 10, FACES)
    assert text_width("用SMART法", 10, FACES) == pytest.approx(apart + 2 * 2.4)
    spaces = 2 * text_width(" ", 10, FACES)
    assert text_width("用 SMART 法", 10, FACES) == pytest.approx(apart + spaces)


def test_shared_quotes_are_full_width_in_chinese_and_narrow_in_english() -> None:
    assert text_width("“好”", 10, FACES) == 30
    assert text_width("“A”", 10, FACES) < 20


def test_unknown_characters_are_never_too_narrow() -> None:
    assert text_width("😀", 10, FACES) == 10
    assert text_width("☑", 10, FACES) == 10
    assert text_width("ж", 10, FACES) >= text_width("W", 10, FACES)
    assert text_width("e\u0301", 10, FACES) == text_width("e", 10, FACES)


def test_lines_keep_half_an_em_free_and_a_whole_one_when_narrow() -> None:
    assert safe_width(240, 20) == 11.5
    assert safe_width(239, 20) == pytest.approx(10.95)
    assert count_lines("字" * 12, 20, 250, FACES) == 1
    assert count_lines("字" * 12, 20, 245, FACES) == 2


@pytest.mark.parametrize("width", [100, 120, 140, 200, 300])
def test_no_line_starts_or_ends_with_a_forbidden_mark(width: float) -> None:
    text = "他说：“先（务必）复述……再承诺——这是《七步》里的『第一步』；对吧？”，大家都笑了！满意度升到98％。"
    lines = break_lines(text, 20, width, FACES)
    assert "".join(lines) == text
    assert not [line for line in lines if line[0] in NO_LINE_STARTS_WITH]
    assert not [line for line in lines if line[-1] in NO_LINE_ENDS_WITH]


def test_latin_words_stay_whole_unless_longer_than_a_line() -> None:
    assert break_lines("leader coaching", 20, 110, FACES) == ("leader", "coaching")
    assert len(break_lines("supercalifragilistic", 20, 100, FACES)) > 1
    assert break_lines("先讲well-known", 20, 140, FACES) == ("先讲well-", "known")
    assert break_lines("一二三四五12.5%", 20, 130, FACES) == ("一二三四五", "12.5%")


def test_forced_breaks_and_empty_paragraphs_are_lines() -> None:
    assert break_lines("一\n\n二", 20, 400, FACES) == ("一", "", "二")
    assert count_lines((Run("一"), Run("\n"), Run("二")), 20, 400, FACES) == 2
    assert break_lines("", 20, 400, FACES) == ("",)


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    assert break_lines("字" * 11 + "   ", 20, 250, FACES) == ("字" * 11,)


def test_height_is_lines_times_1_2_times_size_times_spacing() -> None:
    assert text_height(3, 20) == 72
    assert text_height(2, 20, 1.1) == pytest.approx(52.8)


def test_an_unknown_table_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ValueError, match="latin-sans"):
        load_faces("comic", "cjk-sans")


def test_the_paragraphs_of_2400_slides_take_little_of_the_processor() -> None:
    texts = [f"第{i}页：把上级的要求变成班组能执行的动作，先复述再承诺，SMART目标{i}。" for i in range(12000)]
    start = time.process_time()
    lines = [count_lines(text, 20, 400, FACES) for text in texts]
    assert time.process_time() - start < 3
    assert set(lines) == {2, 3}


@pytest.mark.slow
def test_the_tables_are_what_the_generator_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parents[2]
    spec = importlib.util.spec_from_file_location("make_metrics", root / "tools/make_metrics.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kept = module.TABLES
    monkeypatch.setattr(module, "TABLES", tmp_path)
    if module.main() != 0:
        absent("the fonts are not installed")
    for name in ("latin_sans.py", "cjk_sans.py"):
        assert (tmp_path / name).read_text("utf-8") == (kept / name).read_text("utf-8")


def test_no_character_is_wider_than_short_texts_are_taken_to_be() -> None:
    widest = max(max(table.values()) for table in FACES.widths)
    assert widest <= WIDEST
