"""What measure predicts against what LibreOffice draws."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from deckgen.base.runs import runs
from deckgen.fit import fit_deck
from deckgen.measure import count_lines, load_faces
from deckgen.tree import Deck, DeckSection, Para, Properties, Slide, Slot
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from shown import nothing
from tools import pdftotext, to_pdf

HAN = "客服一线经理要把上级的要求变成班组能执行的动作先复述再承诺这样循环才转得起来满意度质检排班升级投诉话后小结接通率"
MARKS = ("，", "。", "、", "；", "：“先说”", "（务必）", "——", "……", "《手册》", "！", "？")
LATIN = ("SMART", "PDCA", "coaching", "KPI", "98%", "well-known", "12:30", "(A/B)", "3F", "feedback", "v2.0", "¥500")


def _paragraph(chance: random.Random) -> str:
    share = chance.choice((0.0, 0.05, 0.15, 0.4, 0.8))
    text = ""
    while len(text) < 150:
        draw = chance.random()
        if draw < share:
            text += chance.choice(("", " ")) + chance.choice(LATIN) + chance.choice(("", " "))
        elif draw < share + 0.12:
            text += chance.choice(MARKS)
        else:
            text += "".join(chance.choice(HAN) for _ in range(chance.randint(1, 6)))
    return text


@pytest.mark.slow
def test_no_text_takes_more_lines_than_predicted(tmp_path: Path) -> None:
    theme = THEME
    faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
    chance = random.Random(7)
    slides = tuple(
        Slide(f"s{at}", "concept", layout, runs("题"), (Slot("body", (Para(runs(_paragraph(chance))),)),))
        for at in range(24)
        for layout in ("text", "split")
    )
    deck = Deck(Properties("", "", "zh-CN", "1", "2025-01-01"), (DeckSection("M", "M", slides),))
    placed, diagnostics = fit_deck(deck, TEMPLATES.deck.geometry, theme, faces, lambda title, i, n: title)
    assert not diagnostics
    file = tmp_path / "deck.pptx"
    file.write_bytes(write_deck(placed, theme, TEMPLATES.deck, nothing))
    pdf = to_pdf(file, tmp_path)
    boxes = subprocess.run([pdftotext(), "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = boxes.split("<page ")[1:]
    assert len(pages) == len(placed.slides)
    for slide, page in zip(placed.slides, pages, strict=True):
        (slot,) = slide.slots
        (para,) = slot.content
        assert slot.frame is not None
        assert isinstance(para, Para)
        drawn = _lines_drawn(page, slot.frame.y, 505, slot.size)
        predicted = count_lines(para.runs, slot.size, slot.frame.w, faces)
        assert 0 < drawn <= predicted, slide.id
        assert predicted - drawn <= 2, slide.id


def _lines_drawn(page: str, top: float, bottom: float, size: float) -> int:
    """How many lines of text stand between two heights of the page (points from its top)."""
    ends = sorted(float(end) for end in re.findall(r'yMax="([\d.]+)">[^<]', page.split(">", 1)[1]))
    lines: list[float] = []
    for end in ends:
        if top < end < bottom and (not lines or end - lines[-1] > 0.7 * size):
            lines.append(end)
    return len(lines)
