"""One target into the bytes of its bundle, the same on every machine.

Whatever differs from one machine to the next stays out: parts of Office files are not packed, since libraries that pack
do so differently; the manifest names neither Python nor what packs, and places are told from the working folder.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.suggest import shorten
from deckgen.changes.outline import outline_of
from deckgen.changes.saved import save
from deckgen.pipeline.build import Progress, Request, build
from deckgen.pipeline.door import read_file
from deckgen.pipeline.listing import MANIFEST, Manifest, Output, parse_manifest
from deckgen.pipeline.manifest import fingerprint
from deckgen.release.archive import SUFFIX, open_archive, read_member, write_archive
from deckgen.release.bundled import OUTLINE
from deckgen.release.matrix import FILE, Target
from deckgen.release.notices import notices
from deckgen.release.sums import SUMS, sum_of, write_sums

_PACKED = (".pptx", ".docx", ".xlsx", SUFFIX)
_OF_THE_MACHINE = ("zlib", "libxml2")
DRAFT = "draft"
CHANGES = "CHANGES.md"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a release is made from: the commit, and whether anything differed from it."""

    commit: str
    dirty: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as bytes, None when it was not made, and all that was told of it."""

    target: Target
    content: bytes | None
    diagnostics: tuple[Diagnostic, ...]


def make_bundle(
    target: Target,
    origin: Origin,
    own: Mapping[str, bytes],
    progress: Progress,
    *,
    strict: bool = False,
    page: str = "",
) -> Bundle:
    """Build a target and pack it; `own` are the files of notices that the release names, `page` is its change page."""
    report = Report()
    with tempfile.TemporaryDirectory(prefix="deckgen-release-") as place:
        request = Request(
            courses=(target.course,), delivery=target.delivery, kinds=target.kinds, theme=target.theme, strict=strict,
            values={"version": target.version} if target.sets_version else {}, profile=target.profile, out=Path(place),
            changes=_for_the_guide(page) if page else None,
        )  # fmt: skip
        outcome = build(request, progress)
        report.extend(outcome.diagnostics)
        if outcome.failed:
            return Bundle(target, None, tuple(report))
        (product,) = outcome.made
        folder = request.out / product.planned.course.id / product.planned.delivery.id
        files = {path.relative_to(folder).as_posix(): read_file(path) for path in product.files}
    manifest = parse_manifest(files.pop(MANIFEST))
    if manifest.version == DRAFT:
        hint = "finish it (deckgen check says what is missing), or take it out of the release"
        report.add("DG806", f"{target.course} is a draft, which has no version", target.at, hint)
        return Bundle(target, None, tuple(report))
    if manifest.version != target.version:
        hint = (
            f'give {FILE} one version for all: `version: "{target.version}"`, or the course one that is the same in all'
        )
        told = (
            f"{target.name}: {target.delivery} calls itself version {shorten(manifest.version)}, not {target.version}"
        )
        report.add("DG810", told, target.at, hint)
        return Bundle(target, None, tuple(report))
    files = {name: unpacked(name, content) for name, content in files.items()} | notices(own)
    if any(name.startswith(f"{OUTLINE.partition('/')[0]}/") for name in files):
        files[OUTLINE] = save(outline_of(product.planned.course, product.planned.agenda))
    if page:
        files[CHANGES] = page.encode()
    basis = {name: value for name, value in manifest.basis.items() if name != "python"}
    basis["libraries"] = {name: each for name, each in basis["libraries"].items() if name not in _OF_THE_MACHINE}
    told_of = {
        "release": {"name": target.name, "commit": origin.commit or None, "dirty": origin.dirty},
        "diagnostics": [_told(item) for item in report],
    }
    outputs = (fingerprint(name, files[name]) for name in sorted(files))
    bundled = Manifest(
        **{**basis, **told_of}, inputs=manifest.inputs, outputs=tuple(Output(**item._asdict()) for item in outputs)
    )
    files[MANIFEST] = bundled.to_bytes()
    files[SUMS] = write_sums({name: sum_of(content) for name, content in files.items()})
    return Bundle(target, _archive(target.name, files), tuple(report))


def _for_the_guide(page: str) -> tuple[str, str]:
    """A change page as title and long text, which has no headings."""
    title, _, text = page.removeprefix("# ").partition("\n")
    return title, re.sub(r"^## (.+)$", r"**\1**", text.strip(), flags=re.MULTILINE)


def _archive(top: str, files: Mapping[str, bytes]) -> bytes:
    """The zip file: what tells of the bundle first, then by name."""
    first = (MANIFEST, SUMS)
    order = [*first, *sorted(files.keys() - set(first))]
    return write_archive({f"{top}/{name}": files[name] for name in order})


def unpacked(name: str, content: bytes) -> bytes:
    """A file that packs its parts, with its parts as they are; any other file as it is."""
    if not name.endswith(_PACKED):
        return content
    with open_archive(io.BytesIO(content)) as package:
        parts = [info.filename for info in package.infolist()]
        return write_archive({part: unpacked(part, read_member(package, part)) for part in parts})


def _told(item: Diagnostic) -> dict[str, Any]:
    place = {"file": item.span.file, "line": item.span.line, "column": item.span.column} if item.span else {}
    return {"code": item.code, "severity": item.severity, "message": item.message, "hint": item.hint, **place}


def refuse_other_bytes(bundle: Bundle, released: Mapping[str, str], where: str) -> Iterable[Diagnostic]:
    """The diagnostic for a bundle whose name was given to other bytes before."""
    name = f"{bundle.target.name}{SUFFIX}"
    if bundle.content is not None and released.get(name, sum_of(bundle.content)) != sum_of(bundle.content):
        version = shorten(bundle.target.version)
        hint = "give what changed a new version, or check out the commit that this version was released from"
        told = f"{name}: version {version} was released with other bytes, as {where} has it"
        yield Diagnostic("DG804", told, bundle.target.at, hint)
