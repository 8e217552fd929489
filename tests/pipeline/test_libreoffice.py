"""LibreOffice is found, asked once a kind of file, waited for, and ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from deckgen.pipeline import libreoffice as office
from deckgen.pipeline.libreoffice import NoOfficeError, PrintError, draw_pdfs, find_office, office_version
from pdf.fakes import fake_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a shell script")


def test_every_file_comes_back_under_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch)
    files = {"office/a.docx": b"1", "trainer/b.pptx": b"2", "office/c.ics": b"3", "sheets/a.docx": b"4"}
    drawn = draw_pdfs(files)
    assert list(drawn) == ["office/a.pdf", "trainer/b.pdf", "sheets/a.pdf"]
    assert all(content.startswith(b"%PDF") for content in drawn.values())
    assert office_version(find_office() or "") == "9.8.7.6"


def test_a_file_that_is_left_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch, left_out="002.docx")
    with pytest.raises(PrintError, match=r"no PDF of b\.docx"):
        draw_pdfs({"a.docx": b"", "b.docx": b""})


def test_who_takes_too_long_is_ended_with_what_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = fake_office(tmp_path, monkeypatch, hangs=True)
    os.mkfifo(pipe)
    heard = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    monkeypatch.setattr(office, "START_SECONDS", 0.3)
    monkeypatch.setattr(office, "FILE_SECONDS", 0.0)
    with pytest.raises(PrintError, match="did not end within"):
        draw_pdfs({"a.docx": b""})
    os.set_blocking(heard, True)
    assert os.read(heard, 10) == b""  # nobody is left who could say anything
    os.close(heard)


def test_without_a_program_nothing_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "nothing"))
    with pytest.raises(NoOfficeError):
        draw_pdfs({"a.docx": b""})


def test_a_program_that_cannot_be_started_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "office"
    broken.write_text("no program")
    broken.chmod(0o755)
    monkeypatch.setenv(office.VARIABLE, str(broken))
    with pytest.raises(PrintError, match="cannot be started"):
        draw_pdfs({"a.docx": b""})
    assert office_version(str(broken)) == ""
