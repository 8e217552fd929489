"""Word documents and presentations into PDF by LibreOffice, which runs apart, with a profile of its own.

Nothing is written but in a folder of its own that is gone afterwards. Refuses with NoOfficeError where there is no
LibreOffice, with PrintError where it takes too long or leaves a file out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

VARIABLE = "DECKGEN_SOFFICE"
"""The variable of the environment that names the program."""

_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_FILTERS = {".docx": "writer_pdf_Export", ".pptx": "impress_pdf_Export"}
_OPTIONS = {
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "EmbedStandardFonts": True,
    "DisplayPDFDocumentTitle": True,
    "ExportFormFields": False,  # what is filled in on a screen is the Word file; some versions draw fields as boxes
}
START_SECONDS, FILE_SECONDS = 120.0, 30.0  # of patience: for the program, and for each file


class NoOfficeError(Exception):
    """There is no LibreOffice."""


class PrintError(Exception):
    """LibreOffice did not print what it was given; the message says what."""


def find_office() -> str | None:
    """The program: as DECKGEN_SOFFICE says, else of the path, else where it usually is."""
    named = os.environ.get(VARIABLE, "")
    for candidate in (named,) if named else (*_NAMES, *_USUAL):
        if program := shutil.which(candidate):
            return program
    return None


@lru_cache(maxsize=4)
def office_version(program: str) -> str:
    """The version that the program says it is; empty when it says none."""
    try:
        told = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=START_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.search(r"\d+(?:\.\d+)+", told.stdout)
    return match[0] if match else ""


def draw_pdfs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDF of every Word document and presentation among the files, by its name with another suffix.

    They have bookmarks, tags and their fonts.
    """
    program = find_office()
    if program is None:
        raise NoOfficeError
    drawn: dict[str, bytes] = {}
    with TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as folder:
        for suffix in _FILTERS:
            names = [name for name in files if name.endswith(suffix)]
            if names:
                drawn |= _draw(program, Path(folder), suffix, {name: files[name] for name in names})
    return {pdf_name(name): drawn[name] for name in files if name in drawn}


def pdf_name(name: str) -> str:
    """What the PDF of a file is called."""
    return PurePosixPath(name).with_suffix(".pdf").as_posix()


def _draw(program: str, folder: Path, suffix: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs of files of one kind, by the names of these."""
    given, results = folder / suffix[1:], folder / f"{suffix[1:]}-pdf"
    given.mkdir()
    numbered = {name: f"{number:03d}" for number, name in enumerate(files, start=1)}
    for name, number in numbered.items():
        (given / f"{number}{suffix}").write_bytes(files[name])
    options = json.dumps({key: {"type": "boolean", "value": str(on).lower()} for key, on in _OPTIONS.items()})
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", f"pdf:{_FILTERS[suffix]}:{options}", "--outdir", str(results),
        *(str(given / f"{number}{suffix}") for number in numbered.values()),
    ]  # fmt: skip
    _run(command, START_SECONDS + FILE_SECONDS * len(files))
    drawn: dict[str, bytes] = {}
    for name, number in numbered.items():
        path = results / f"{number}.pdf"
        content = path.read_bytes() if path.is_file() else b""
        if not content.startswith(b"%PDF"):
            raise PrintError(f"LibreOffice made no PDF of {name}")
        drawn[name] = content
    return drawn


def _run(command: Iterable[str], seconds: float) -> None:
    """Run a program and wait for it; it, and what it started, ends with the waiting."""
    apart = {} if sys.platform == "win32" else {"start_new_session": True}
    try:
        process = subprocess.Popen([*command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **apart)  # type: ignore[call-overload]
    except OSError as problem:
        raise PrintError(f"LibreOffice cannot be started: {problem.strerror or problem}") from problem
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise PrintError(f"LibreOffice did not end within {seconds:.0f} seconds") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with its children: LibreOffice starts itself once more."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
