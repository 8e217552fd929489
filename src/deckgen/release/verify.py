"""Is it what was built? Folders of a build, bundles as zip files or unpacked, and folders of releases.

Everything that is not so is named in one run. A zip file that should not be unpacked is refused and not looked into.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from deckgen.pipeline.disk import files_below
from deckgen.pipeline.door import read_file
from deckgen.pipeline.listing import MANIFEST, ManifestError, parse_manifest
from deckgen.pipeline.verify import Verified
from deckgen.pipeline.verify import verify as verify_built
from deckgen.release.archive import SUFFIX, ArchiveError, faults_of, open_archive, read_member
from deckgen.release.office import look_at
from deckgen.release.sums import SUMS, SumsError, read_sums, sum_of, sum_on_disk
from deckgen.source.folders import may_be_there

Read = Callable[[str], bytes]
"""The bytes of a file by its name; raises ArchiveError, or OSError as `open` does."""


@dataclass(slots=True)
class _Tally:
    """What was looked at so far."""

    sets: int = 0
    files: int = 0
    findings: list[str] = field(default_factory=list)


def verify(path: Path, sums: Path | None = None, *, strict: bool = False) -> Verified:
    """Look at a bundle, an unpacked one, a folder of bundles, or at whatever a build wrote below a folder.

    `sums` has the sums of bundles, from a place that is trusted; else those in a `SHA256SUMS` beside a bundle count.
    When `strict`, a build's folder may hold nothing that its manifest does not list; a bundle never may. Raises OSError
    for what cannot be read.
    """
    tally = _Tally()
    if not path.is_file():
        bundled = may_be_there(path / SUMS)
        if not path.is_dir() or (not bundled and sums is None):
            return verify_built(path, _look_on_disk, strict=strict)
        if sums is None and may_be_there(path / MANIFEST):
            _look_into_folder(path, tally)
        else:
            _look_at_release(path, sums, tally)
    else:
        _look_at_bundle(path, _listed_beside(path, sums, tally), tally)
    return Verified(tally.sets, tally.files, tuple(tally.findings))


def _look_on_disk(path: Path) -> str:
    return look_at(path.suffix, read_file(path))


def _listed_beside(path: Path, sums: Path | None, tally: _Tally) -> Mapping[str, str]:
    """The sums that a bundle has to have: of the file named, which must list it, or of the one beside it."""
    listing = sums or path.parent / SUMS
    if sums is None and not may_be_there(listing):
        return {}
    listed = _read_listing(listing, tally)
    if sums is not None and listed and path.name not in listed:
        tally.findings.append(f"{path}: {sums} does not list it")
    return listed


def _read_listing(listing: Path, tally: _Tally) -> Mapping[str, str]:
    try:
        return read_sums(read_file(listing))
    except SumsError as problem:
        tally.findings.append(f"{listing}: cannot be read ({problem})")
        return {}


def _look_at_release(folder: Path, sums: Path | None, tally: _Tally) -> None:
    """Everything in a folder of bundles, and everything that its sums list."""
    listing = sums or folder / SUMS
    listed = _read_listing(listing, tally)
    present = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    own = {name for name in present if name == SUMS or name.startswith(f"{SUMS}.")}  # and what proves them
    for name in sorted({*listed, *present} - own):
        path = folder / name
        if name not in present:
            tally.findings.append(f"{path}: missing")
        elif name not in listed:
            tally.findings.append(f"{path}: {listing.name} does not list it")
        elif name.endswith(SUFFIX):
            _look_at_bundle(path, listed, tally)
        elif path.is_symlink() or sum_of(read_file(path)) != listed[name]:
            tally.findings.append(f"{path}: changed since it was released")


def _look_at_bundle(path: Path, listed: Mapping[str, str], tally: _Tally) -> None:
    """A zip file: its own sum, whether it may be unpacked, and what is in it."""
    tally.sets += 1
    if path.name in listed and sum_on_disk(path) != listed[path.name]:
        tally.findings.append(f"{path}: changed since it was released")
    try:
        with open_archive(path) as archive:
            faults = list(faults_of(archive))
            if faults:
                tally.findings += (f"{path}: refused: {fault}" for fault in faults)
                return
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            tops = {name.partition("/")[0] if "/" in name else "" for name in names}
            top = f"{min(tops)}/" if len(tops) == 1 and "" not in tops else ""
            inside = {name.removeprefix(top) for name in names}
            _compare(f"{path}!/{top}", inside, lambda name: read_member(archive, top + name), tally)
    except ArchiveError as problem:
        tally.findings.append(f"{path}: {problem}")


def _look_into_folder(folder: Path, tally: _Tally) -> None:
    tally.sets += 1
    present = {path.relative_to(folder).as_posix() for path in files_below(folder)}

    def read(name: str) -> bytes:
        if (folder / name).is_symlink():
            raise ArchiveError("it is a link")
        return read_file(folder / name)

    _compare(f"{folder}/", present, read, tally)


def _compare(place: str, present: Collection[str], read: Read, tally: _Tally) -> None:
    """Files by name against the manifest and the sums among them."""
    sums: dict[str, str] = {}
    useless: dict[str, str] = {}
    listings: dict[str, bytes] = {}
    for name in sorted(present):
        try:
            content = read(name)
        except (ArchiveError, OSError) as problem:
            tally.findings.append(f"{place}{name}: {getattr(problem, 'strerror', None) or problem}")
            continue
        sums[name], useless[name] = sum_of(content), look_at(PurePosixPath(name).suffix, content)
        if name in (SUMS, MANIFEST):
            listings[name] = content
    listed: dict[str, Mapping[str, str]] = {}
    for name, parse in ((SUMS, read_sums), (MANIFEST, _read_outputs)):
        if name not in present:
            tally.findings.append(f"{place}{name}: missing")
        elif name in listings:
            try:
                listed[name] = parse(listings[name])
            except (SumsError, ManifestError) as problem:
                tally.findings.append(f"{place}{name}: cannot be read ({problem})")
    tally.files += len(set(present) - {MANIFEST, SUMS})
    tally.findings += _differences(place, present, sums, useless, listed)


def _read_outputs(content: bytes) -> dict[str, str]:
    """The sum of every file as the manifest has it."""
    return {item.name: item.sha256 for item in parse_manifest(content).outputs}


def _differences(
    place: str,
    present: Collection[str],
    sums: Mapping[str, str],
    useless: Mapping[str, str],
    listed: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """A line for every file that is not as the listings have it; one that could not be read says nothing about any."""
    for name in sorted({*present}.union(*listed.values()) - {SUMS}):
        wanted = {listing: its.get(name) for listing, its in listed.items() if (listing, name) != (MANIFEST, MANIFEST)}
        known = {its_sum for its_sum in wanted.values() if its_sum is not None}
        if name not in present:
            if name != MANIFEST:
                yield f"{place}{name}: missing"
        elif name not in sums:
            continue  # it could not be read, which has been said
        elif wanted and not known:
            yield f"{place}{name}: no part of the bundle; nothing lists it"
        else:
            if known - {sums[name]}:
                yield f"{place}{name}: changed since it was built"
            elif useless[name]:
                yield f"{place}{name}: {useless[name]}"
            yield from (f"{place}{name}: {listing} does not list it" for listing, its in wanted.items() if its is None)
