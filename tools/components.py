"""Everything that ships: deckgen itself, the data inside it, and the libraries that are installed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "deckgen"

# Libraries that only other systems install, so that their own words are not at hand here.
ELSEWHERE = {"colorama": "BSD-3-Clause"}

_BY_CLASSIFIER = {
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Classifiers and texts that leave open which of a family a licence is, as the project's own licence file says.
_BY_NAME = {
    "lxml": "BSD-3-Clause",
    "numpy": "BSD-3-Clause",
    "xlsxwriter": "BSD-2-Clause",
    "pygments": "BSD-2-Clause",
    "pypdf": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "click": "BSD-3-Clause",
    "markupsafe": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "resvg-py": "MIT",
}


@dataclass(frozen=True, slots=True)
class Library:
    """A library that is installed with deckgen; `needs` are the names of those that it needs itself."""

    name: str
    version: str
    licence: str  # an SPDX expression
    needs: tuple[str, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class Data:
    """Data inside the package that comes from somebody else's work."""

    name: str
    version: str
    licence: str  # an SPDX identifier
    copyright: str
    file: str
    what: str


FONTS = (
    Data("Carlito", "1.103", "OFL-1.1",
         'Copyright (c) 2010-2013 by tyPoland Lukasz Dziedzic with Reserved Font Name "Carlito"',
         "src/deckgen/measure/tables/latin_sans.py", "advance widths"),
    Data("Carlito", "1.103", "OFL-1.1",
         'Copyright (c) 2010-2013 by tyPoland Lukasz Dziedzic with Reserved Font Name "Carlito"',
         "src/deckgen/measure/tables/latin_wide.py", "advance widths"),
    Data("Noto Sans CJK SC", "2.004", "OFL-1.1", "Copyright (c) 2014-2021 Adobe",
         "src/deckgen/measure/tables/cjk_sans.py", "advance widths"),
)  # fmt: skip
ICONS = Data("lucide-static", "1.62.0", "ISC", "Copyright (c) 2026 Lucide Icons and Contributors",
             "src/deckgen/base/icons.py", "outlines of icons")  # fmt: skip


def libraries() -> list[Library]:
    """All libraries that are installed with deckgen on this system, by name."""
    found: dict[str, Library] = {}
    own = set(needs_of(PROGRAM))
    waiting = list(own)
    while waiting:
        name = waiting.pop()
        if name not in found:
            needs = tuple(needs_of(name))
            found[name] = Library(name, metadata.version(name), licence_of(name), needs, name in own)
            waiting += needs
    return [found[name] for name in sorted(found)]


def needs_of(name: str) -> Iterator[str]:
    """The libraries that one needs without its extras, on this system."""
    for requirement in map(Requirement, metadata.requires(name) or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)
        elif "extra" not in str(requirement.marker) and "python_version" not in str(requirement.marker):
            assert canonicalize_name(requirement.name) in ELSEWHERE, f"{requirement} is not known to ELSEWHERE"


def licence_of(name: str) -> str:
    """The licence of an installed library as an SPDX expression; KeyError for one that says nothing we know."""
    about = metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return str(expression)
    for classifier in about.get_all("Classifier") or ():
        *_, last = classifier.split(" :: ")
        if classifier.startswith("License :: OSI Approved") and last in _BY_CLASSIFIER:
            return _BY_CLASSIFIER[last]
    said = (about.get("License") or "").strip()
    if re.fullmatch(r"[A-Za-z0-9.+-]+-[A-Za-z0-9.+-]+|MIT|ISC", said):
        return said
    return _BY_NAME[name]
