"""Logo and brand of a course and of a profile, from YAML to the files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from pptx import Presentation

from deckgen.pipeline.build import Outcome, Request, build
from deckgen.theme import shipped_themes

SOURCE = Path(__file__).parents[1] / "diagnostics" / "base" / "tiny.yaml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>'
BRAND = """
brand:
  colours:
    {primary: "0A5FB4", accent: "5A2A8C", secondary: "00445F", positive: "0A5F34", negative: "8C2A1C", ink: "112233"}
  fonts: {latin: Verdana, east_asian: SimHei, heading: Georgia}
  footer: © {{ desk }}
"""


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 100), "#C8102E").save(buffer, "PNG")
    return buffer.getvalue()


DOCS = Path(__file__).parents[2] / "docs"
PAGES = [(DOCS / name).read_text("utf-8") for name in ("brands.md", "brands.zh-CN.md")]
EXAMPLES = [item for page in PAGES for item in re.findall(r"```yaml\n# (course|profile)\n(.*?)```", page, re.DOTALL)]
Builder = Callable[..., Outcome]


@pytest.fixture
def made(tmp_path: Path) -> Builder:
    """Builds the small course with more lines at its end, beside a profile if there is one."""

    def run(more: str, profile: str = "", *kinds: str, theme: str = "") -> Outcome:
        course = tmp_path / "curriculum" / "handover"
        course.mkdir(parents=True, exist_ok=True)
        text = SOURCE.read_text("utf-8")
        (course / "course.yaml").write_text(f"{text}\n{more}", "utf-8")
        (course / "logo.png").write_bytes(png())
        for place in (course, course / "pictures"):
            place.mkdir(exist_ok=True)
            (place / "logo.svg").write_bytes(SVG)
        if profile:
            (tmp_path / "profiles").mkdir(exist_ok=True)
            (tmp_path / "profiles" / "south.yaml").write_text(profile, "utf-8")
            (tmp_path / "profiles" / "south.png").write_bytes(png())
        request = Request(
            curriculum=tmp_path / "curriculum",
            themes=tmp_path / "themes",
            out=tmp_path / "build",
            profile="south" if profile else "",
            theme=theme or ("copy" if (tmp_path / "themes").exists() else "default"),
            kinds=kinds or ("deck",),
        )
        return build(request)

    return run


def files_of(outcome: Outcome) -> dict[str, bytes]:
    return {path.stem.rpartition("-")[2]: path.read_bytes() for path in outcome.made[0].files}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_brand_dresses_every_artefact(made: Builder) -> None:
    outcome = made(f"logo: logo.svg{BRAND}", "", "deck", "workbook", "guide", "handout")
    assert not outcome.failed and not outcome.diagnostics, outcome.diagnostics
    files = files_of(outcome)
    for kind in ("deck", "handout"):
        deck = Presentation(io.BytesIO(files[kind]))
        shapes = [[shape.name for shape in slide.slide_layout.shapes] for slide in deck.slides]
        assert all(names.count("Logo") == 1 for names in shapes)
        theme = parts_of(files[kind])["ppt/theme/theme1.xml"].decode()
        asked = ("0A5FB4", "5A2A8C", "00445F", "0A5F34", "8C2A1C", "112233", "Verdana", "SimHei", "Georgia")
        assert not [value for value in asked if value not in theme]
        assert "© the front desk" in parts_of(files[kind])["ppt/slideLayouts/slideLayout5.xml"].decode()
    for kind in ("workbook", "guide"):
        parts = parts_of(files[kind])
        headers = [data for name, data in parts.items() if name.startswith("word/header")]
        assert all(b"logo" in data for data in headers), kind
        assert any("© the front desk".encode() in data for data in headers)
        media = [name for name in parts if name.startswith("word/media/house-logo")]
        assert sorted(name.rpartition(".")[2] for name in media) == ["png", "svg"]
        assert "Verdana" in parts["word/styles.xml"].decode() and "0A5FB4" in parts["word/theme/theme1.xml"].decode()
        Document(io.BytesIO(files[kind]))  # opens
    manifest = json.loads(files["manifest"])
    assert "logo.svg" in [item["path"] for item in manifest["inputs"]]
    assert {"pillow", "python-docx", "python-pptx", "resvg-py"} <= manifest["libraries"].keys()


def test_equal_brands_give_equal_bytes(made: Builder) -> None:
    first = files_of(made(f"logo: logo.png{BRAND}"))
    assert files_of(made(f"logo: logo.png{BRAND}")) == first


def test_a_profile_lays_its_look_over_the_course(made: Builder) -> None:
    profile = "client: South Bank\nlogo: south.png\nbrand: {footer: South}\n"
    outcome = made(f"brand:\n  logo: logo.png{BRAND.replace('brand:', '').rstrip()}\n", profile)
    assert not outcome.failed and not outcome.diagnostics, outcome.diagnostics
    parts = parts_of(files_of(outcome)["deck"])
    layout = parts["ppt/slideLayouts/slideLayout5.xml"].decode()
    assert ">South<" in layout and "the front desk" not in layout
    assert "0A5FB4" in parts["ppt/theme/theme1.xml"].decode()  # what the profile does not name stays the course's
    inputs = [item["path"] for item in json.loads(files_of(outcome)["manifest"])["inputs"]]
    assert "../../profiles/south.png" in inputs and "logo.png" not in inputs


def test_what_is_wrong_in_a_profile_is_blamed_there(made: Builder) -> None:
    outcome = made("", "logo: north.png\nbrand: {colours: {primry: C8102E}}\n")
    assert outcome.failed
    told = {(item.code, Path(item.span.file).name, item.span.line) for item in outcome.diagnostics if item.span}
    assert told == {("DG101", "south.yaml", 2), ("DG520", "south.yaml", 1)}
    outcome = made("", "logo: north.png\n")
    assert [(item.code, Path(item.span.file).name) for item in outcome.diagnostics if item.span] == [
        ("DG520", "south.yaml")
    ]
    assert "south.png" in outcome.diagnostics[0].hint and "folder of profiles" in outcome.diagnostics[0].message


def test_a_theme_of_its_own_templates_keeps_its_colours(made: Builder, tmp_path: Path) -> None:
    for path in (shipped_themes() / "default").rglob("*"):
        if path.is_file():
            target = tmp_path / "themes" / "copy" / path.relative_to(shipped_themes() / "default")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    outcome = made(f"logo: logo.png{BRAND}")
    assert not outcome.failed
    assert [item.code for item in outcome.diagnostics] == ["DG534"]
    parts = parts_of(files_of(outcome)["deck"])
    assert "0A5FB4" not in parts["ppt/theme/theme1.xml"].decode()
    assert "ppt/media/house-logo.png" in parts


def test_a_dark_theme_keeps_its_colours(made: Builder) -> None:
    outcome = made(f"logo: logo.png{BRAND}", theme="hall")
    assert not outcome.failed
    (told,) = [item for item in outcome.diagnostics if item.code == "DG534"]
    assert "--theme default" in told.hint and not any(item.code == "DG531" for item in outcome.diagnostics)
    parts = parts_of(files_of(outcome)["deck"])
    theme = parts["ppt/theme/theme1.xml"].decode()
    assert "0A5FB4" not in theme and "Verdana" in theme and "ppt/media/house-logo.png" in parts


def test_a_theme_whose_books_have_colours_of_their_own_wears_a_brand_on_both(made: Builder) -> None:
    outcome = made(BRAND, "", "deck", "workbook", theme="warm")
    assert not outcome.failed
    deck, book = (parts_of(files_of(outcome)[kind]) for kind in ("deck", "workbook"))
    assert "0A5FB4" in deck["ppt/theme/theme1.xml"].decode()
    assert "0A5FB4" in book["word/theme/theme1.xml"].decode()


def test_chinese_text_without_a_face_of_its_own_is_told(made: Builder) -> None:
    outcome = made("brand: {fonts: {latin: North Sans, east_asian: Arial}}\n")
    assert [item.code for item in outcome.diagnostics] == ["DG532", "DG532"] and not outcome.failed


@pytest.mark.parametrize(("place", "example"), EXAMPLES)
def test_examples_of_the_docs_are_right(made: Builder, place: str, example: str) -> None:
    outcome = made("", example) if place == "profile" else made(example)
    assert not outcome.failed and not outcome.diagnostics, outcome.diagnostics


def test_both_places_have_examples() -> None:
    assert {place for place, _ in EXAMPLES} == {"course", "profile"}
