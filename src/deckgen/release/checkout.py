"""What git says of the folder that a release is made in: the commit, and what differs from it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SHOWN = 5  # paths that differ, in a message


class GitError(Exception):
    """What git cannot do here; the text says why."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """The commit, empty where there is none, and the paths that differ from it."""

    commit: str
    changed: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether everything here is what the commit says."""
        return bool(self.commit) and not self.changed

    def __str__(self) -> str:
        more = f" and {len(self.changed) - _SHOWN} more" if len(self.changed) > _SHOWN else ""
        return ", ".join(self.changed[:_SHOWN]) + more


def run_git(*arguments: str, folder: Path = Path()) -> bytes:
    """What git prints; raises GitError with what it says instead."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    except OSError as problem:
        raise GitError(f"git cannot be run: {problem.strerror or problem}") from problem
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(lines[0].removeprefix("fatal: ") if lines else f"git ended with {done.returncode}")
    return done.stdout


def look_at_checkout(products: Sequence[Path] = ()) -> Checkout:
    """The checkout of the working folder; what `products` name is made, not source. Raises GitError."""
    commit = run_git("rev-parse", "--verify", "HEAD").decode("ascii").strip()
    top = Path(os.fsdecode(run_git("rev-parse", "--show-toplevel").rstrip(b"\n")))
    listed = run_git("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames").split(b"\0")
    own = [path.resolve() for path in products]
    changed = (os.fsdecode(entry[3:]) for entry in listed if entry)
    kept = (path for path in changed if not any((top / path).resolve().is_relative_to(folder) for folder in own))
    return Checkout(commit, tuple(sorted(kept)))


def watched_by_commit() -> list[str]:
    """The file of git that changes with every commit that is checked out; none where there is no git."""
    try:
        for name in ("logs/HEAD", "HEAD"):
            path = os.fsdecode(run_git("rev-parse", "--git-path", name).rstrip(b"\n"))
            if Path(path).is_file():
                return [path]
    except GitError:
        return []
    return []
