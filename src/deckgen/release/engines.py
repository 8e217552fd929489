"""A release as what engines run: a file for Ninja, a matrix for GitHub Actions, a pipeline for GitLab.

Every target is one command that makes one file whole, whatever ends it; what it is made from is declared.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import deckgen
from deckgen.pipeline.choose import DEFAULT_FILE, UsageError
from deckgen.pipeline.profile import FOLDER as PROFILES
from deckgen.pipeline.trainer import FOLDER as NOTES
from deckgen.release.archive import SUFFIX
from deckgen.release.checkout import watched_by_commit
from deckgen.release.make import ENGINE_FILES
from deckgen.release.matrix import FILE, Release, Target
from deckgen.release.shelves import CURRICULUM, THEMES
from deckgen.release.sums import SUMS

GITHUB_MOST = 256  # jobs of a matrix
GITLAB_MOST = 200
_READ_FOR_NAMES = (".yaml", ".yml")  # names have versions and deliveries, whichever file says them
_OUTSIDE = (PROFILES, NOTES)  # folders of the project that courses take files from


def emit(engine: str, release: Release, out: Path, options: Sequence[str]) -> str:
    """The text for an engine; `options` are those of the commands it runs. Raises UsageError where it cannot."""
    if engine == "ninja":
        return "\n".join(_ninja(release, out, options)) + "\n"
    if engine == "github-matrix":
        return _github(release.targets)
    return json.dumps(_gitlab(release.targets, out, options), ensure_ascii=False, indent=2) + "\n"


def _github(targets: Sequence[Target]) -> str:
    """One line, as a step writes it to its outputs."""
    if len(targets) > GITHUB_MOST:
        told = f"{len(targets)} bundles are more than the {GITHUB_MOST} jobs of a matrix of GitHub"
        raise UsageError(f"{told}; part them over several release folders, or use --emit ninja")
    include = [
        {"target": item.name, "course": item.course, "delivery": item.delivery, "profile": item.profile,
         "theme": item.theme}
        for item in targets
    ]  # fmt: skip
    return json.dumps({"include": include}, ensure_ascii=False) + "\n"


def _gitlab(targets: Sequence[Target], out: Path, options: Sequence[str]) -> dict[str, object]:
    """A child pipeline: jobs of a matrix, and one that writes the sums of what they made."""
    jobs: dict[str, object] = {}
    for number, start in enumerate(range(0, len(targets), GITLAB_MOST), start=1):
        names = [item.name for item in targets[start : start + GITLAB_MOST]]
        jobs[f"bundles-{number}"] = {
            "stage": "build",
            "script": [_command(options, out, '--target "$TARGET"')],
            "parallel": {"matrix": [{"TARGET": names}]},
            "artifacts": {"paths": [f"{out.as_posix()}/*{SUFFIX}"]},
        }
    sums = {
        "stage": "deploy",
        "script": [_command(options, out, "--collect"), f"deckgen verify {shlex.quote(out.as_posix())}"],
        "artifacts": {"paths": [f"{out.as_posix()}/"]},
    }
    return {"stages": ["build", "deploy"], **jobs, "sums": sums}


def _command(options: Sequence[str], out: Path, what: str, program: str = "deckgen") -> str:
    return " ".join((f"{program} release", *options, f"--out {shlex.quote(out.as_posix())}", what))


def _ninja(release: Release, out: Path, options: Sequence[str]) -> Iterator[str]:
    yield "# Made by deckgen release --emit ninja; it makes itself anew when what it lists has changed."
    yield "ninja_required_version = 1.5"
    own = f"{shlex.quote(sys.executable)} -m deckgen"  # the one that emits, wherever Ninja runs
    yield "rule bundle"
    yield f"  command = {_escaped(_command(options, out, '--target', own))} $target"
    yield "  description = $target"
    yield "rule sums"
    yield f"  command = {_escaped(_command(options, out, '--collect', own))}"
    yield "rule emit"
    yield f"  command = {_escaped(_command(options, out, '--emit ninja', own))} > $out.new && mv $out.new $out"
    yield "  generator = 1"
    shared = [FILE, *release.notices, *watched_by_commit(), str(deckgen.__file__)]
    named_by = {FILE, *(str(path) for path in (CURRICULUM / DEFAULT_FILE, CURRICULUM, THEMES) if path.exists())}
    bundles = []
    for target in release.targets:
        files, its_folders = _inputs(target, out)
        named_by |= {*its_folders, *(name for name in files if name.endswith(_READ_FOR_NAMES))}
        path = _path((out / f"{target.name}{SUFFIX}").as_posix())
        bundles.append(path)
        yield f"build {path}: bundle | {' '.join(_path(name) for name in sorted({*shared, *files}))}"
        yield f"  target = {_escaped(shlex.quote(target.name))}"
    yield f"build {_path((out / SUMS).as_posix())}: sums | {' '.join(bundles)}"
    yield f"build build.ninja: emit | {' '.join(_path(name) for name in sorted(named_by))}"
    yield f"default {_path((out / SUMS).as_posix())}"


def _inputs(target: Target, out: Path) -> tuple[set[str], set[str]]:
    """The files that a bundle may be made from, and the folders they lie in: what is added there is seen, too."""
    course = Path(target.course)
    roots = {Path(), course.parent.parent}
    places = [course, *(root / kind for root in roots for kind in _OUTSIDE), THEMES / target.theme]
    files, folders = set[str](), set[str]()
    for place in places:
        for path in (place, *place.rglob("*")) if place.is_dir() else ():
            parts = path.relative_to(place).parts
            if path.is_relative_to(out) or path.name in ENGINE_FILES or any(part.startswith(".") for part in parts):
                continue
            (folders if path.is_dir() else files).add(path.as_posix())
    return files, folders - {"."}  # where Ninja writes its own


def _path(text: str) -> str:
    """A path as Ninja reads it."""
    return text.replace("$", "$$").replace(" ", "$ ").replace(":", "$:")


def _escaped(text: str) -> str:
    return text.replace("$", "$$")
