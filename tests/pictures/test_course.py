"""A course with pictures in every place they may stand: its deck, its books, its manifest."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from deckgen.pipeline.build import KINDS, Outcome, Request, build
from pictures.samples import EDITS, png, write_course

DRAWN = re.compile(rb'<a:blip r:embed="(rId\d+)"')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """Built where no picture was kept."""
    folder = write_course(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "kept"))
        return folder, make(folder, folder / "build")


def make(folder: Path, out: Path, kinds: tuple[str, ...] = KINDS) -> Outcome:
    outcome = build(Request(courses=(str(folder),), delivery="60-min", out=out, kinds=kinds))
    assert not outcome.failed, outcome.diagnostics
    return outcome


def parts(outcome: Outcome, kind: str) -> Mapping[str, bytes]:
    (path,) = [path for path in outcome.made[0].files if f"-{kind}." in path.name]
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_place_shows_its_pictures(built: tuple[Path, Outcome]) -> None:
    deck = parts(built[1], "deck")
    counts = {name: len(DRAWN.findall(part)) for name, part in deck.items() if name.startswith("ppt/slides/slide")}
    shown = {int(name[16:].removesuffix(".xml")): count for name, count in counts.items() if count}
    assert shown == {1: 1, 6: 1, 8: 1, 11: 4, 12: 1, 14: 1}
    assert len(DRAWN.findall(parts(built[1], "workbook")["word/document.xml"])) == 5
    assert len(DRAWN.findall(parts(built[1], "guide")["word/document.xml"])) == 9, "those of the thumbnails"


def test_a_picture_shown_again_is_stored_once(built: tuple[Path, Outcome]) -> None:
    for kind, count in (("deck", 7), ("workbook", 5)):
        media = [name for name in parts(built[1], kind) if "/media/" in name]
        assert len(media) == count, media
        assert len({parts(built[1], kind)[name] for name in media}) == count


def links_of(package: Mapping[str, bytes], name: str) -> dict[str, str]:
    """What the relationships of a part lead to, by their ids."""
    folder, _, file = name.rpartition("/")
    return {link.get("Id"): link.get("Target") for link in etree.fromstring(package[f"{folder}/_rels/{file}.rels"])}


def test_an_svg_comes_with_its_picture(built: tuple[Path, Outcome]) -> None:
    for kind, name in (("deck", "ppt/slides/slide11.xml"), ("workbook", "word/document.xml")):
        package = parts(built[1], kind)
        (vector,) = re.findall(rb'<asvg:svgBlip [^>]*r:embed="(rId\d+)"', package[name])
        assert links_of(package, name)[vector.decode()].endswith(".svg")
        assert b'Extension="svg" ContentType="image/svg+xml"' in package["[Content_Types].xml"]


def aspects(package: Mapping[str, bytes]) -> Iterator[tuple[float, float]]:
    """Of every picture the aspect it is shown in, and that of what its crop leaves."""
    for name, part in package.items():
        if not (name.startswith("ppt/slides/slide") or name == "word/document.xml"):
            continue
        links = links_of(package, name)
        for picture in etree.fromstring(part).iter("{*}pic"):
            media = links[picture.find(".//{*}blip").attrib.values()[0]].removeprefix("../")
            width, height = Image.open(io.BytesIO(package[f"{name.partition('/')[0]}/{media}"])).size
            crop = picture.find(".//{*}srcRect")
            cut = {side: int(crop.get(side) if crop is not None else 0) / 100_000 for side in "ltrb"}
            extent = picture.find(".//{*}xfrm/{*}ext")
            left = width * (1 - cut["l"] - cut["r"]) / (height * (1 - cut["t"] - cut["b"]))
            yield int(extent.get("cx")) / int(extent.get("cy")), left


def test_nothing_is_stretched(built: tuple[Path, Outcome]) -> None:
    for kind, count in (("deck", 9), ("workbook", 5), ("guide", 9)):
        found = list(aspects(parts(built[1], kind)))
        assert len(found) == count
        for shown, left in found:
            assert shown == pytest.approx(left, rel=0.02), kind


def test_alt_texts_are_said_and_what_decorates_is_marked(built: tuple[Path, Outcome]) -> None:
    slide = parts(built[1], "deck")["ppt/slides/slide11.xml"].decode()
    assert all(f'descr="{alt}"' in slide for alt in ("One", "Two", "Three", "One; Two; Three"))
    assert slide.count("adec:decorative ") == 1
    assert "Picture: Jo Doe" in slide and "Kim reads aloud" in slide
    book = parts(built[1], "workbook")["word/document.xml"].decode()
    assert 'descr="A sign"' in book and "Find the sign" in book and "Picture: Ann Roe" in book


def test_the_manifest_lists_pictures_and_their_libraries(built: tuple[Path, Outcome]) -> None:
    (path,) = [path for path in built[1].made[0].files if path.name == "manifest.json"]
    manifest = json.loads(path.read_text("utf-8"))
    listed = {item["path"] for item in manifest["inputs"]}
    assert {f"pictures/{name}" for name in ("team.jpg", "window.png", "sign.svg", "upright.jpg")} <= listed
    assert {"pillow", "resvg-py"} <= manifest["libraries"].keys()


def test_kept_pictures_give_the_same_bytes(
    built: tuple[Path, Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {path.name: path.read_bytes() for path in built[1].made[0].files}
    monkeypatch.setenv("XDG_CACHE_HOME", str(built[0] / "kept"))
    again = make(built[0], tmp_path / "again")
    kept = list((built[0] / "kept").rglob("*.json"))
    assert kept
    for path in kept:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    damaged = make(built[0], tmp_path / "damaged")
    for outcome in (again, damaged):
        assert {path.name: path.read_bytes() for path in outcome.made[0].files} == first


def test_only_what_a_delivery_shows_is_read(tmp_path: Path) -> None:
    picture = "picture: {60-min: {file: a.png, alt: A}, 90-min: {file: b.png, alt: B}}"
    edits = (*EDITS[1:], (EDITS[0][0], f"audience: [Team leads]\n{picture}"))
    folder = write_course(tmp_path / "course", edits)
    (folder / "a.png").write_bytes(png(900, 600))
    make(folder, tmp_path / "out", ("deck",))


def test_a_mistake_is_told_once_at_its_first_place(tmp_path: Path) -> None:
    folder = write_course(tmp_path / "course")
    (folder / "pictures" / "team.jpg").unlink()
    outcome = build(Request(courses=(str(folder),), delivery="60-min", out=tmp_path / "out"))
    assert [(item.code, item.span and item.span.line) for item in outcome.diagnostics] == [("DG520", 7)]
    assert not (tmp_path / "out").exists()
