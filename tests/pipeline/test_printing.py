"""`--pdf`: what is printed stands beside the Office files, and nothing is written where it cannot be."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from deckgen.pipeline.build import Outcome, Request, build
from deckgen.pipeline.deliverables import NAMES
from deckgen.pipeline.libreoffice import VARIABLE
from deckgen.pipeline.printing import PACKS
from pdf.fakes import fake_office

COURSE = Path(__file__).resolve().parents[1] / "cases" / "shift-handover"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a shell script")


def _build(out: Path, *kinds: str, pdf: bool = True) -> Outcome:
    return build(Request(courses=(str(COURSE),), kinds=kinds, out=out, pdf=pdf))


def test_all_that_is_printed_has_its_pdf_in_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch)
    outcome = _build(tmp_path / "out", "workbook", "sheets", "calendar", "prework", "followup")
    assert not outcome.failed, outcome.diagnostics
    (product,) = outcome.made
    folder = tmp_path / "out" / "shift-handover" / "90-min"
    written = {path.relative_to(folder).as_posix() for path in product.files}
    printed = {Path(name).with_suffix(".pdf").as_posix() for name in written if name.endswith((".docx", ".pptx"))}
    pack = "participant/shift-handover-90-min-v1.0-participant-pack.pdf"
    assert {name for name in written if name.endswith(".pdf")} == {*printed, pack}
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {item["name"] for item in manifest["outputs"]} == written - {"manifest.json"}
    assert manifest["libraries"]["LibreOffice"] == "9.8.7.6" and "pypdf" in manifest["libraries"]
    read = PdfReader(io.BytesIO((folder / pack).read_bytes()))
    assert [item.title for item in read.outline if not isinstance(item, list)] == ["Participant workbook"]
    again = _build(tmp_path / "again", "workbook", "sheets", "calendar", "prework", "followup")
    assert not again.failed
    for name in written:
        assert (folder / name).read_bytes() == (tmp_path / "again" / "shift-handover" / "90-min" / name).read_bytes()


def test_a_pack_is_made_where_all_its_parts_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch)
    outcome = _build(tmp_path / "out", "workbook")
    assert [path.name for path in outcome.made[0].files if "pack" in path.name] == []
    assert {name for names in PACKS.values() for name in names} <= set(NAMES)


def test_without_libreoffice_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nothing"))
    outcome = _build(tmp_path / "out", "workbook")
    assert outcome.failed and not (tmp_path / "out").exists()
    (said,) = [item for item in outcome.diagnostics if item.severity == "error"]
    assert said.code == "DG740" and VARIABLE in said.hint and "--pdf" in said.hint
    assert not _build(tmp_path / "out", "workbook", pdf=False).failed


def test_what_cannot_be_printed_is_named_and_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch, left_out="001.docx")
    outcome = _build(tmp_path / "out", "workbook")
    assert outcome.failed and not (tmp_path / "out").exists()
    (said,) = [item for item in outcome.diagnostics if item.severity == "error"]
    assert said.code == "DG741" and "workbook.docx" in said.message and said.hint


def test_without_pdf_the_manifest_names_no_program(tmp_path: Path) -> None:
    _build(tmp_path / "out", "sign-in", pdf=False)
    manifest = json.loads((tmp_path / "out" / "shift-handover" / "90-min" / "manifest.json").read_text("utf-8"))
    assert not {"LibreOffice", "pypdf"} & set(manifest["libraries"])
