"""All bundles of a release, or one of them, into a folder: each whole or not at all, and the sums of all."""

from __future__ import annotations

import glob
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from threading import Thread

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, near_or_known, shorten
from deckgen.pipeline.build import Progress, silent
from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.disk import replace_file
from deckgen.pipeline.door import read_file
from deckgen.pipeline.lock import locked
from deckgen.release.archive import SUFFIX
from deckgen.release.bundle import Bundle, Origin, make_bundle, refuse_other_bytes
from deckgen.release.checkout import GitError, look_at_checkout
from deckgen.release.matrix import FILE, Release, Target, read_release
from deckgen.release.pages import change_pages
from deckgen.release.sums import SUMS, SumsError, read_sums, sum_of, write_sums

DIRTY = "-dirty"
ENGINE_FILES = ("build.ninja", "build.ninja.new", ".ninja_log", ".ninja_deps", ".ninja_lock")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the folder, one bundle by name or all, and how."""

    out: Path = Path("dist")
    target: str = ""
    allow_dirty: bool = False
    keep_going: bool = False
    strict: bool = False
    jobs: int = 1
    collect: bool = False


@dataclass(slots=True)
class Made:
    """What an order came to: the files that are there now, and everything that was told."""

    files: list[Path] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    unmade: list[str] = field(default_factory=list)


def open_release(allow_dirty: bool, out: Path, report: Report) -> tuple[Release | None, Origin]:
    """The release of the working folder, and what it is made from; names say so where that is no commit."""
    if not Path(FILE).is_file():
        raise UsageError(f"no {FILE} here; write one, with `version:` and what it consists of: courses, deliveries, …")
    release = read_release(read_file, report)
    try:
        checkout = look_at_checkout([out, *map(Path, ENGINE_FILES)])
    except GitError as problem:
        if not allow_dirty:
            hint = "commit the course to a git repository, or release it with --allow-dirty"
            report.add("DG805", f"no commit to release: {problem}", Span(FILE, 0, 0), hint)
        return release and _renamed(release), Origin("", dirty=True)
    if checkout.is_clean:
        return release, Origin(checkout.commit)
    if not allow_dirty:
        hint = "commit them, or put them aside (git stash -u); or release it with --allow-dirty"
        report.add("DG805", f"files that are not as committed: {checkout}", Span(FILE, 0, 0), hint)
    return release and _renamed(release), Origin(checkout.commit, dirty=True)


def _renamed(release: Release) -> Release:
    return replace(release, targets=tuple(replace(item, name=item.name + DIRTY) for item in release.targets))


def make_release(order: Order, progress: Progress = silent) -> Made:
    """Make what is asked for. Raises UsageError for a bundle that there is not, OSError for what cannot be written."""
    outcome = Made()
    release, origin = open_release(order.allow_dirty, order.out, outcome.report)
    if release is None or outcome.report.has_errors:
        return outcome
    targets = _chosen(release, order.target)
    if order.collect:
        _collect(order.out, release.targets, outcome)
        return outcome
    own = {name: read_file(Path(name)) for name in release.notices}
    pages = change_pages(release, targets, outcome.report)
    if outcome.report.has_errors or (order.strict and outcome.report.has_warnings):
        return outcome
    order.out.mkdir(parents=True, exist_ok=True)
    before = _sums_in(order.out, outcome.report)
    if outcome.report.has_errors:  # what was released before is not known
        return outcome
    known = [(release.released or {}, "the file of `released:`"), (before, f"{order.out / SUMS}")]
    for bundle in _bundles(targets, origin, own, pages, order, progress):
        told = Report.of(bundle.diagnostics)
        if not origin.dirty:
            for sums, where in known:
                told.extend(refuse_other_bytes(bundle, sums, where))
        outcome.report.extend(told, bundle.target.delivery)
        if bundle.content is None or told.has_errors:
            outcome.unmade.append(bundle.target.name)
            if not order.keep_going:
                break
        else:
            outcome.files.append(replace_file(order.out / f"{bundle.target.name}{SUFFIX}", bundle.content))
    if not order.target and not outcome.unmade:
        _collect(order.out, release.targets, outcome)
    return outcome


def _chosen(release: Release, name: str) -> Sequence[Target]:
    if not name:
        return release.targets
    names = [target.name for target in release.targets]
    if name not in names:
        raise UsageError(f"no bundle is called {shorten(name)}; {near_or_known(name, names)}")
    return [target for target in release.targets if target.name == name]


def _bundles(
    targets: Sequence[Target],
    origin: Origin,
    own: Mapping[str, bytes],
    pages: Mapping[str, str],
    order: Order,
    progress: Progress,
) -> Iterator[Bundle]:
    """Every bundle in turn; with several jobs they are made at once, and what nobody waits for is not begun."""
    if order.jobs == 1 or len(targets) == 1:
        for target in targets:
            yield make_bundle(target, origin, own, progress, strict=order.strict, page=pages.get(target.name, ""))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(order.jobs, len(targets)), context, initializer=_end_with_parent) as pool:
        waiting: set[Future[Bundle]] = {
            pool.submit(make_bundle, target, origin, own, silent, strict=order.strict, page=pages.get(target.name, ""))
            for target in targets
        }
        try:
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    bundle = future.result()
                    progress(bundle.target.name, bundle.target.delivery, "compose")
                    yield bundle
        finally:
            for future in waiting:
                future.cancel()


def _end_with_parent() -> None:
    """Let this process end when the one that started it is no more: killed, it tells nobody to stop waiting."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_leave_behind, args=(parent.sentinel,), daemon=True).start()


def _leave_behind(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _sums_in(folder: Path, report: Report) -> dict[str, str]:
    try:
        return read_sums(read_file(folder / SUMS))
    except FileNotFoundError:
        return {}
    except SumsError as problem:
        hint = "take it away, or fetch it again from where the releases are kept"
        report.add("DG807", f"{folder / SUMS} is no file of sums: {problem}", None, hint)
        return {}


def _collect(out: Path, targets: Sequence[Target], outcome: Made) -> None:
    """Write the sums of everything that is there; every bundle of the release must be."""
    names = [f"{target.name}{SUFFIX}" for target in targets]
    missing = [name for name in names if not (out / name).is_file()]
    if missing:
        hint = "make them: deckgen release --target NAME for each, or deckgen release"
        outcome.report.add("DG808", f"{out} lacks {list_names(missing)}", None, hint)
        return
    with locked(out):
        before = _sums_in(out, outcome.report)
        sums = {name: each for name, each in before.items() if (out / name).is_file()}
        sums |= {name: sum_of((out / name).read_bytes()) for name in names}
        for leftover in (path for name in names for path in out.glob(f".{glob.escape(name)}.*")):
            leftover.unlink(missing_ok=True)  # of a run that was killed
        if not outcome.report.has_errors:
            outcome.files.append(replace_file(out / SUMS, write_sums(sums)))


def failed(outcome: Made, *, strict: bool) -> bool:
    """Whether anything was not made that should have been."""
    return bool(outcome.unmade) or outcome.report.has_errors or (strict and outcome.report.has_warnings)
