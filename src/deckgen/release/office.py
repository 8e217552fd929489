"""Finished files, looked at by the libraries that others read them with."""

from __future__ import annotations

import io

from deckgen.release.archive import ArchiveError, faults_of, open_archive, read_member

_LIBRARIES = {".pptx": "python-pptx", ".docx": "python-docx"}


def look_at(suffix: str, content: bytes) -> str:
    """Why a file of this suffix cannot be opened or unpacked; empty when it can, and for what is no Office or zip file.

    What a hostile package would do to the library is found first.
    """
    suffix = suffix.lower()
    if suffix not in (*_LIBRARIES, ".zip"):
        return ""
    try:
        with open_archive(io.BytesIO(content)) as package:
            if faults := list(faults_of(package)):
                return "; ".join(faults)
            for info in package.infolist():
                read_member(package, info.filename)
    except ArchiveError as problem:
        return str(problem)
    try:
        if suffix == ".pptx":
            _open_deck(content)
        elif suffix == ".docx":
            _open_document(content)
    except Exception as problem:  # whatever the library stumbles over: that is what is asked for
        what = str(problem).strip("'\"") or type(problem).__name__
        return f"{_LIBRARIES[suffix]} cannot open it ({what})"
    return ""


def _open_deck(content: bytes) -> None:
    from pptx import Presentation

    for slide in Presentation(io.BytesIO(content)).slides:
        list(slide.shapes)


def _open_document(content: bytes) -> None:
    from docx import Document

    for section in Document(io.BytesIO(content)).sections:
        list(section.iter_inner_content())
