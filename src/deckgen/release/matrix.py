"""`release.yaml`: which bundles a release consists of.

Courses, deliveries, profiles and themes are lists whose every combination is a bundle; `bundles` has several such
combinations, each over what stands beside it. Every mistake is reported at its place, all in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.names import fault_in, file_part
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import near_or_known, shorten
from deckgen.pipeline.deliverables import FOLDERS, NAMES, read_names
from deckgen.release.archive import SUFFIX
from deckgen.release.shelves import Shelves
from deckgen.release.sums import SumsError, read_sums
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.source.reader import read_source
from deckgen.source.scalars import spelling

FILE = "release.yaml"
AXES = ("courses", "deliveries", "profiles", "themes")
KEYS = (*AXES, "version", "only")
ROOT_KEYS = (*KEYS, "bundles", "since", "notices", "released")
MAX_NAME = 200  # bytes of a bundle's name as UTF-8
_LIST = "write one name, or [one, two]"


@dataclass(frozen=True, slots=True)
class Target:
    """One bundle; `at` is the place that asks for it. Empty words are what courses and profiles say themselves."""

    name: str
    course: str
    delivery: str
    profile: str
    theme: str
    version: str
    kinds: tuple[str, ...]
    sets_version: bool
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """All bundles, files of notices, the version that change pages tell from, and the sums of what was released."""

    targets: tuple[Target, ...]
    notices: tuple[str, ...] = ()
    released: Mapping[str, str] | None = None
    since: str = ""
    since_at: Span | None = None


def read_release(read_bytes: ReadBytes, report: Report) -> Release | None:
    """The release of the working folder; None when anything in its file is wrong."""
    raw, mistakes = read_source(Path(FILE), Path(), read_bytes)
    report.extend(mistakes)
    if not isinstance(raw, Located):
        if raw is not UNREAD and not mistakes:
            report.add("DG103", f"{FILE} is a mapping", Span(FILE, 1, 1), 'write for example `version: "1.0"`')
        return None
    reader = _Reader(raw, report, read_bytes)
    release = reader.read()
    return None if report.has_errors else release


class _Reader:
    """Reads one release; gathers its mistakes."""

    def __init__(self, root: Located, report: Report, read_bytes: ReadBytes) -> None:
        self.root, self.report, self.read_bytes = root, report, read_bytes
        self.shelves = Shelves(report, read_bytes)

    def read(self) -> Release:
        """Everything that can be read."""
        self._check_keys(self.root, ROOT_KEYS)
        targets = [target for entry in self._entries() for target in self._targets(entry)]
        self._check_names(targets)
        since = self._word(self.root, "since")
        return Release(tuple(targets), tuple(self._notices()), self._released(), since, self._at("since"))

    def _check_keys(self, node: Located, known: Sequence[str]) -> None:
        for key in node:
            if key not in known:
                hint = near_or_known(key, known)
                self.report.add("DG101", f"unknown key {shorten(key)}", node.keys_at.get(key), hint)

    def _entries(self) -> Iterator[Located]:
        """Each combination with what stands beside it."""
        shared = {key: value for key, value in self.root.items() if key in KEYS}
        bundles = self.root.get("bundles")
        if "bundles" not in self.root:
            yield self.root
        elif not isinstance(bundles, LocatedList) or not bundles:
            if bundles is not UNREAD:
                hint = "write a list: `- courses: …` below `bundles:`"
                self.report.add("DG103", "bundles: a list of combinations is expected", self._at("bundles"), hint)
        else:
            for item, at in zip(bundles, bundles.items_at, strict=True):
                if not isinstance(item, Located):
                    if item is not UNREAD:
                        self.report.add("DG103", "bundles: a mapping is expected here", at, "write `courses: …`")
                    continue
                self._check_keys(item, KEYS)
                entry = Located({**shared, **item})
                entry.span = item.span
                entry.spans = {**self.root.spans, **item.spans}
                yield entry

    def _targets(self, entry: Located) -> Iterator[Target]:
        """The bundles of one combination; what is not there is reported and left out."""
        profiles, themes = self._names(entry, "profiles", blank=True), self._names(entry, "themes")
        self._check_themes(themes)
        version, kinds = self._word(entry, "version"), self._kinds(entry)
        courses = self._names(entry, "courses")
        for course, at in courses or [("", entry.span)]:
            for folder in self.shelves.courses(course, at):
                deliveries = self._names(entry, "deliveries")
                chosen = self.shelves.deliveries(folder, deliveries) if deliveries else self.shelves.declared(folder)
                own = self.shelves.profiles(folder, profiles) if profiles else [("", None)]
                for delivery, profile, theme in product(chosen, own, themes or [("", None)]):
                    said = version or self.shelves.version(folder, delivery[0], profile[0])
                    if said is None:
                        continue  # the course cannot be read, which has been told
                    self._check_version(said, entry, folder)
                    words = (self.shelves.id_of(folder), delivery[0], profile[0], theme[0])
                    name = "-".join(part for word in words if (part := file_part(word)))
                    places = (item[1] for item in (theme, profile, delivery))
                    place = next((span for span in places if span is not None), at)
                    yield Target(
                        f"{name}-v{said}", folder.as_posix(), delivery[0], profile[0], theme[0], said, kinds,
                        bool(version), place,
                    )  # fmt: skip

    def _check_version(self, version: str, entry: Located, folder: Path) -> None:
        at = entry.spans.get("version") or entry.span
        if not version:
            hint = 'write for example `version: "1.0"` here or in the course'
            self.report.add("DG803", f"nobody says the version of {folder.as_posix()}", at, hint)
        elif fault := fault_in(version):
            self.report.add("DG110", f"version: “{shorten(version)}” {fault}", at, 'write for example "1.0"')

    def _check_themes(self, themes: Sequence[tuple[str, Span | None]]) -> None:
        for name, at in themes:
            self.shelves.look_for("theme", name, self.shelves.themes, at)

    def _check_names(self, targets: Sequence[Target]) -> None:
        first: dict[str, Target] = {}
        for target in targets:
            other = first.setdefault(target.name.casefold(), target)
            if other is not target:
                hint = "take one of them out, or give profile or theme another name"
                self.report.add("DG802", f"a second bundle would be called {target.name}{SUFFIX}", target.at, hint)
            elif len(target.name.encode()) > MAX_NAME:
                hint = "shorten the name of the profile or of the theme: a Chinese character counts 3"
                told = f"{shorten(target.name)} has more than {MAX_NAME} bytes, which not every system can call a file"
                self.report.add("DG110", told, target.at, hint)

    def _kinds(self, entry: Located) -> tuple[str, ...]:
        named = self._names(entry, "only")
        for name, at in named:
            self.shelves.look_for("deliverable", name, (*FOLDERS, *NAMES), at)
        return read_names(tuple(name for name, _ in named)) or NAMES

    def _notices(self) -> Iterator[str]:
        for name, at in self._names(self.root, "notices"):
            if self._content(name, at) is not None:
                yield name

    def _released(self) -> Mapping[str, str] | None:
        name = self._word(self.root, "released")
        content = self._content(name, self._at("released")) if name else None
        if content is None:
            return None
        try:
            return read_sums(content)
        except SumsError as problem:
            hint = "put the lines of SHA256SUMS of earlier releases there, and nothing else"
            self.report.add("DG807", f"{name} is no file of sums: {problem}", self._at("released"), hint)
            return None

    def _content(self, name: str, at: Span | None) -> bytes | None:
        """The bytes of a file in this folder; None, which is reported, when there is none."""
        if name.startswith(("/", "~")) or ".." in Path(name).parts or "\\" in name:
            self.report.add("DG020", f"{shorten(name)} leaves this folder", at, "move the file into this folder")
            return None
        try:
            return self.read_bytes(Path(name))
        except OSError as problem:
            hint = "write the path of a file that is there; one of sums may be empty"
            self.report.add("DG801", f"{shorten(name)}: {problem.strerror or problem}", at, hint)
            return None

    def _at(self, key: str) -> Span | None:
        return self.root.spans.get(key)

    def _word(self, node: Located, key: str) -> str:
        """One text; empty, which is reported, where something else stands."""
        value = node.get(key)
        word = _spelt(value)
        if key in node and word is None and value is not UNREAD:
            self.report.add("DG103", f"{key}: one text is expected here", node.spans.get(key), f'write `{key}: "…"`')
        return word or ""

    def _names(self, node: Located, key: str, *, blank: bool = False) -> list[tuple[str, Span | None]]:
        """The names under a key with their places; none where there is no such key. With `blank`, `~` is empty."""
        value: Any = node.get(key)
        if key not in node or value is UNREAD:
            return []
        listed = isinstance(value, LocatedList)
        pairs = zip(value, value.items_at, strict=True) if listed else [(value, node.spans.get(key))]
        names: list[tuple[str, Span | None]] = []
        for item, at in pairs:
            word = "" if blank and listed and item is None else _spelt(item)
            if word is None or not (word or blank):
                if item is not UNREAD:
                    self.report.add("DG103", f"{key}: a name is expected here", at, _LIST)
            elif word in [name for name, _ in names]:
                self.report.add("DG206", f"{key}: {shorten(word) or '~'} stands twice", at, "take one of them out")
            else:
                names.append((word, at))
        if listed and not value:
            self.report.add("DG105", f"{key}: the list is empty", node.spans.get(key), "leave it out, or write a name")
        return names


def _spelt(value: object) -> str | None:
    """A text or a number as it is written; None for anything else."""
    if isinstance(value, str):
        return value.strip() or None
    return spelling(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
