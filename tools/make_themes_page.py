"""Writes the page that shows every slide kind, board and diagram in each theme, from the examples: `make gallery`.

The pictures are drawn by a build of one course in each theme. Each carries the sum of the drawings that it was made
from, by which a test sees whether it still is true.
"""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from deckgen.base.diagnostics import Report
from deckgen.pictures.contact import lay_sheets
from deckgen.pictures.vector import draw_png
from deckgen.pipeline.build import Request, compose_request
from deckgen.pipeline.drawn import draw_slides
from deckgen.theme.find import list_themes, shipped_themes

DOCS = Path(__file__).resolve().parents[1] / "docs"
COURSE = DOCS / "examples" / "gallery" / "course.yaml"
SUM = "drawings"  # the key of the sum in a picture
WIDTH, _SMALL, _COLOURS, _IN_A_BLOCK = 800, 400, 256, 8
_WITHOUT_BOARD = ("prework", "followup", "job_aid")  # sheets for which no slide stands
_HEAD = """\
# Every kind of slide, board and diagram; made by `make gallery`. Build it in this folder: deckgen build --theme hall
id: gallery
title: Gallery
subtitle: Every kind of slide, board and diagram
language: en
status: draft
"""
_PAGE = """\
# Themes, and what there is to show

Every kind of slide, every board and every diagram in the themes that come with deckgen, drawn by a build of
[one course](examples/gallery/course.yaml): `deckgen build --theme hall` makes yours look so. This page is made by
`make gallery`. [中文](gallery.zh-CN.md)

- **Slides**: {slides}
- **Boards**, by what the sheet is: {boards}
- **Diagrams**: {diagrams}

{themes}
"""
_CHINESE_PAGE = """\
# 主题，以及能放些什么

每一种幻灯片、每一种任务板、每一种图示，在自带的各个主题里的样子，都由
[同一门课](examples/gallery/course.yaml)生成；`deckgen build --theme hall` 就能让你的课件变成这样。
本页由 `make gallery` 生成。[English](gallery.md)

- **幻灯片**：{slides}
- **任务板**，按练习单的种类：{boards}
- **图示**：{diagrams}

{themes}
"""


def _examples(name: str) -> dict[str, Any]:
    data: dict[str, Any] = _of_one_delivery(yaml.safe_load((DOCS / "examples" / f"{name}.yaml").read_text("utf-8")))
    return data


def _of_one_delivery(value: Any) -> Any:
    """Examples with what they say of the shorter delivery."""
    if isinstance(value, dict):
        if "1-day" in value:
            return value["1-day"]
        return {key: _of_one_delivery(item) for key, item in value.items()}
    return [_of_one_delivery(item) for item in value] if isinstance(value, list) else value


def kinds() -> dict[str, list[str]]:
    """The words of all that is shown, by what it is."""
    boards = [word for word in _examples("sheets") if word not in _WITHOUT_BOARD]
    return {"slides": list(_examples("slides")), "boards": boards, "diagrams": list(_examples("diagrams"))}


def shipped() -> list[str]:
    """The names of the themes that ship."""
    return [name for name, _ in list_themes([])]


def made_texts() -> dict[Path, str]:
    """Path and content of the course and of both pages."""
    listed = {what: ", ".join(f"`{word}`" for word in words) for what, words in kinds().items()}
    shown = "\n".join(
        f"## {name}\n\n"
        + "\n".join(f"![{name}, {at}](images/{path.name})\n" for at, path in enumerate(_sheets(name), 1))
        for name in shipped()
    )
    return {
        COURSE: _HEAD + yaml.dump(_course(), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110),
        DOCS / "gallery.md": _PAGE.format(themes=shown.rstrip(), **listed),
        DOCS / "gallery.zh-CN.md": _CHINESE_PAGE.format(
            themes=shown.rstrip(), **{what: text.replace(", ", "、") for what, text in listed.items()}
        ),
    }


def _sheets(theme: str) -> list[Path]:
    """The pictures of a theme, as many as were drawn."""
    return sorted((DOCS / "images").glob(f"gallery-{theme}-*.png"))


def _course() -> dict[str, Any]:
    sheets, slides, boards = _examples("sheets"), [], []
    for kind, slide in _examples("slides").items():
        shown = {"minutes": 2, **slide, "title": slide.get("title", kind)}
        if (number := shown.get("sheet")) is not None:
            shown["sheet"] = _sheet(next(sheet for sheet in sheets.values() if sheet["id"] == number))
        slides.append({**shown, "minutes": _minutes(shown)})
    for kind in kinds()["boards"]:
        shown = {"kind": "activity", "title": f"A board for the sheet {kind}", "sheet": _sheet(sheets[kind])}
        boards.append({**shown, "minutes": _minutes(shown)})
    diagrams = [
        {
            "title": f"The diagram {word} says it in one picture",
            "minutes": 1,
            "diagram": {"type": word, **example},
            "explain": f"So does {word}.",
        }
        for word, example in _examples("diagrams").items()
    ]
    parts = (("Slides", slides), ("Diagrams", diagrams), ("Boards", boards))
    modules = [
        {
            "title": title,
            "blocks": [{"title": f"{title} {at}", "slides": block} for at, block in enumerate(_blocks(given), 1)],
        }
        for title, given in parts
    ]
    minutes = sum(slide["minutes"] for _, given in parts for slide in given)
    codes = ("DG407", "DG408", "DG409", "DG422")
    exempt = [{"code": code, "reason": "a gallery is looked at, not taught"} for code in codes]
    delivery = {"id": "all", "title": "All", "days": 1, "hours": minutes / 60, "start": "09:00", "sitting": 480}
    return {"deliveries": [delivery], "exempt": exempt, "modules": modules}


def _blocks(slides: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Slides with a sheet stand alone, since its steps take the minutes of a block; others follow one another."""
    block: list[dict[str, Any]] = []
    for slide in slides:
        if "sheet" in slide or len(block) == _IN_A_BLOCK:
            yield from [block] if block else []
            block = []
        block.append(slide)
        if "sheet" in slide:
            yield block
            block = []
    yield from [block] if block else []


class _Dumper(yaml.SafeDumper):
    """Says everything where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        """Whether a thing is never named elsewhere."""
        return True


def _sheet(sheet: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in sheet.items() if key != "id"}


def _minutes(slide: dict[str, Any]) -> int:
    sheet = slide.get("sheet")
    steps = sheet.get("steps", ()) if isinstance(sheet, dict) else ()
    own = slide["minutes"] if isinstance(slide.get("minutes"), int) else 5
    return sum(step["minutes"] for step in steps if "minutes" in step) or own


# -- pictures -----------------------------------------------------------------------------------------------------


def draw_theme(theme: str) -> tuple[dict[str, bytes], Report]:
    """The slides of the gallery in a theme as SVG by their ids, and what was found on the way."""
    report = Report()
    request = Request(("gallery",), curriculum=COURSE.parents[1], themes=shipped_themes(), theme=theme, kinds=("deck",))
    (product,) = compose_request(request, report)
    assert product.trees is not None
    return draw_slides(product, {slide.id.partition("+")[0] for slide in product.trees.deck.slides}), report


def sum_of(slides: dict[str, bytes]) -> str:
    """The sum of drawings, in their order."""
    return hashlib.sha256(b"".join(slides.values())).hexdigest()


def sum_in(picture: Path) -> str:
    """The sum that a picture carries."""
    with Image.open(picture) as image:
        return str(image.info.get(SUM, ""))


def _pictures(theme: str) -> Iterator[tuple[Path, bytes]]:
    slides, _ = draw_theme(theme)
    drawn = [draw_png(slide, WIDTH) for slide in slides.values()]
    for number, sheet in enumerate(lay_sheets(drawn, _SMALL), 1):
        image = Image.open(io.BytesIO(sheet)).convert("RGB").quantize(_COLOURS)
        told, buffer = PngInfo(), io.BytesIO()
        told.add_text(SUM, sum_of(slides))
        image.save(buffer, "PNG", optimize=True, pnginfo=told)
        yield DOCS / "images" / f"gallery-{theme}-{number}.png", buffer.getvalue()


if __name__ == "__main__":
    for path, text in made_texts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in shipped() if "--texts" not in sys.argv else ():
        for path, content in _pictures(name):
            path.write_bytes(content)
            print(path)
    for path, text in made_texts().items():
        path.write_text(text, encoding="utf-8")
