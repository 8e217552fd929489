"""Sets of files into an output folder: of every delivery the new set, whole, or the old one.

Several deliveries change together: when one cannot, those that have changed are put back.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from deckgen.pipeline.disk import make_folders
from deckgen.pipeline.lock import PATIENCE, locked
from deckgen.pipeline.sets import Batch, Plan, plan_set
from deckgen.pipeline.signals import Stopped, held_back
from deckgen.pipeline.switch import Switch, recover


class TornError(OSError):
    """The disk failed twice: some deliveries are `new`, the others are as before; each is whole."""

    def __init__(self, problem: BaseException, new: Sequence[Path], before: Sequence[Path]) -> None:
        number, reason, name = (getattr(problem, key, None) for key in ("errno", "strerror", "filename"))
        super().__init__(number, reason or str(problem), name)
        self.new, self.before = tuple(new), tuple(before)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: per batch the files that stayed from an earlier build; and lines about everything unusual."""

    kept: tuple[tuple[str, ...], ...]
    told: tuple[str, ...]


def write_sets(out: Path, batches: Sequence[Batch], patience: float = PATIENCE) -> Written:
    """Write all sets below `out`, or none.

    Raises OSError with the name of the file or folder that could not be written, after everything is as it was;
    TornError where that was not possible; Stopped where someone asked to end after everything was in place.
    `patience` is how many seconds to wait for another build.
    """
    run = _Run(batches)
    try:
        with run.held, locked_folder(out, run.created, patience):
            run.stage()
            run.change()
    except BaseException as problem:
        for folder in reversed(run.created):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        if run.is_done and isinstance(problem, KeyboardInterrupt):
            raise Stopped(signal.SIGINT, is_written=True) from problem
        raise
    if run.arrived:
        raise Stopped(run.arrived[0], is_written=True)
    return Written(tuple(plan.kept for plan in run.plans), tuple(run.told))


@contextmanager
def locked_folder(out: Path, created: list[Path], patience: float) -> Iterator[None]:
    """Hold the output folder, made where it is not there; `created` gets the folders that were not."""
    created += make_folders(out)
    with locked(out, patience):
        yield


class _Run:
    """The sets of one build on their way to the disk. Signals are held back from the first change to the end."""

    def __init__(self, batches: Sequence[Batch]) -> None:
        self.batches = batches
        self.created: list[Path] = []  # folders, outermost first
        self.held = ExitStack()
        self.arrived: list[int] = []  # signals
        self.plans: list[Plan] = []
        self.told: list[str] = []
        self.is_done = False
        self._switches: list[Switch] = []

    def stage(self) -> None:
        """Clear away leftovers and make every new folder beside the old one; nothing else on any error."""
        for batch in self.batches:
            self.created += make_folders(batch.folder.parent)
        for parent in sorted({Path(os.path.realpath(batch.folder)).parent for batch in self.batches}):
            recover(parent)
        self.plans = [plan_set(batch) for batch in self.batches]
        self._switches = [Switch(plan.following) for plan in self.plans]
        try:
            for switch in self._switches:
                switch.stage()
        except BaseException as problem:
            for switch in self._switches:
                _attempt(switch.discard, problem)
            raise

    def change(self) -> None:
        """Let every new folder have its name, then take the old ones away."""
        self.arrived = self.held.enter_context(held_back())
        _make_all(self._switches)
        self.is_done = True
        self.told += [line for plan in self.plans for line in plan.told]
        for switch in self._switches:
            self.told += _clean(switch, self.arrived)


def _make_all(switches: Sequence[Switch]) -> None:
    try:
        for switch in switches:
            switch.make()
    except BaseException as problem:
        for switch in reversed(switches):
            _attempt(switch.undo, problem)
        new = [switch.following.folder for switch in switches if switch.is_made]
        before = [switch.following.folder for switch in switches if not switch.is_made]
        if new:
            raise TornError(problem, new, before) from problem
        raise


def _attempt(step: Callable[[], None], problem: BaseException) -> None:
    """A step on the way back; its own failure is noted on the problem that began it."""
    try:
        step()
    except OSError as again:
        problem.add_note(f"{again.filename}: {again.strerror}")


def _clean(switch: Switch, arrived: list[int]) -> list[str]:
    """Take away the old set; the new one is in place, so nothing here can undo it."""
    folder = switch.following.folder
    try:
        return [f"{folder}: {line}" for line in switch.clean()]
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return [f"{folder} is written; the set before it could not be taken away ({reason}): the next build will try"]
    except KeyboardInterrupt:
        arrived.append(signal.SIGINT)
        return []
