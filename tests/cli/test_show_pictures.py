"""`deckgen show deck --png/--svg`: every slide as a picture, drawn from what becomes the deck."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from PIL import Image

from deckgen.cli.main import cli
from deckgen.pictures.contact import COLUMNS, lay_sheets

COURSE = "tests/cases/shift-handover"


def _run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["show", *words, COURSE, "--delivery", "90-min"])
    return result.exit_code, result.output


def test_slides_become_svg_files_in_their_order(tmp_path: Path) -> None:
    code, told = _run("deck", "--svg", str(tmp_path))
    assert code == 0, told
    written = sorted(tmp_path.glob("*/*.svg"))
    assert [path.as_posix() for path in written] == told.split()
    assert written[0].name == "001-cover.svg" and len(written) == 15
    texts = ["".join(etree.parse(path).getroot().itertext()) for path in written]
    assert "Handing over a shift" in texts[0] and all(texts)


@pytest.mark.slow
def test_slides_become_png_files_and_sheets_of_thirty(tmp_path: Path) -> None:
    code, told = _run("deck", "--png", str(tmp_path))
    assert code == 0, told
    slides, sheets = (sorted(tmp_path.glob(f"*/{name}")) for name in ("0*.png", "contact-*.png"))
    assert {Image.open(path).size for path in slides} == {(1600, 900)}
    assert len(sheets) == -(-len(slides) // 30)


def test_pictures_of_slides_are_asked_of_the_deck_alone(tmp_path: Path) -> None:
    code, told = _run("guide", "--png", str(tmp_path))
    assert code == 2 and "deckgen show deck" in told
    assert not list(tmp_path.iterdir())


def test_a_sheet_has_its_pictures_row_by_row() -> None:
    def picture(grey: int) -> bytes:
        written = io.BytesIO()
        Image.new("RGB", (160, 90), (grey, grey, grey)).save(written, "PNG")
        return written.getvalue()

    (sheet,) = lay_sheets([picture(at * 30) for at in range(7)], 16)
    image = Image.open(io.BytesIO(sheet)).convert("RGB")
    seen = [image.getpixel((6 + at % COLUMNS * 22 + 8, 6 + at // COLUMNS * 15 + 4)) for at in range(7)]
    assert seen == [(at * 30,) * 3 for at in range(7)]
