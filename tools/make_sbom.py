"""Writes the bill of materials of a release, CycloneDX 1.6 as JSON: python tools/make_sbom.py dist/

The same environment gives the same bytes: no clock, no random serial number.
"""

from __future__ import annotations

import hashlib
import sys
import uuid
from pathlib import Path

from components import FONTS, ICONS, PROGRAM, ROOT, Library, libraries
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from deckgen import __version__

_NAMES = uuid.UUID("6c1d8a5e-5d0b-5d8e-9c52-6f3f0d6b2b1e")  # of this project, for serial numbers


def make_sbom() -> str:
    """The bill of materials as JSON."""
    found = libraries()
    program = _component(PROGRAM, __version__, "MIT", ComponentType.APPLICATION)
    by_name = {library.name: _library(library) for library in found}
    data = [
        Component(
            name=font.name,
            version=font.version,
            type=ComponentType.DATA,
            bom_ref=f"font:{font.name}@{font.version}#{font.file}",
            description=f"{font.what} in {font.file}",
            copyright=font.copyright,
            licenses=[_licence(font.licence)],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=_sha256(ROOT / font.file))],
        )
        for font in (*FONTS, ICONS)
    ]
    bom = Bom(components=[*by_name.values(), *data])
    bom.metadata.component = program
    bom.metadata.timestamp = None  # type: ignore[assignment]
    told = "\n".join(f"{library.name}=={library.version}" for library in found)
    bom.serial_number = uuid.uuid5(_NAMES, f"{__version__}\n{told}")
    bom.register_dependency(program, [by_name[library.name] for library in found if library.direct] + data)
    for library in found:
        bom.register_dependency(by_name[library.name], [by_name[name] for name in library.needs])
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _library(library: Library) -> Component:
    return _component(library.name, library.version, library.licence, ComponentType.LIBRARY)


def _component(name: str, version: str, licence: str, kind: ComponentType) -> Component:
    purl = PackageURL("pypi", name=name, version=version)
    licences = [_licence(licence)]
    return Component(name=name, version=version, type=kind, purl=purl, bom_ref=purl.to_string(), licenses=licences)


def _licence(expression: str) -> License:
    """A licence by its SPDX identifier, or several by their expression."""
    return LicenseExpression(expression) if " " in expression else DisjunctiveLicense(id=expression)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "dist")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{PROGRAM}-{__version__}.cdx.json").write_text(make_sbom(), encoding="utf-8")
