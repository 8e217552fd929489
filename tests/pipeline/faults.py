"""A disk that fails: every call of the write phase is counted, and the chosen one fails, is interrupted or kills.

`Faults` replaces the calls of `os` and `io` that touch names or contents, and the exchange of two names.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from deckgen.pipeline import disk

CALLS = (
    "open", "write", "fsync", "rename", "replace", "link", "symlink", "unlink", "remove", "rmdir", "mkdir", "chmod",
    "scandir", "listdir",
)  # fmt: skip
ERRORS = {
    "write": errno.ENOSPC, "fsync": errno.EIO, "open": errno.EACCES, "mkdir": errno.EROFS, "link": errno.EPERM,
    "rename": errno.EBUSY, "unlink": errno.EPERM, "rmdir": errno.EBUSY, "exchange": errno.EBUSY,
}  # fmt: skip


class Faults:
    """While it is entered, call number `at` (from 1) goes wrong in the way of `mode`.

    error: it raises OSError and does nothing. ctrl-c: it works, then raises KeyboardInterrupt. kill and killed: SIGKILL
    before or after it. sigint, sigterm: it works and the signal arrives. count: nothing goes wrong; `seen` tells.
    `exchanges` and `links` are what the file system can do. With `stubborn`, all calls of that name from `at` on fail.
    """

    def __init__(
        self, at: int = 0, mode: str = "count", *, exchanges: bool = True, links: bool = True, stubborn: bool = False
    ) -> None:
        self.at, self.mode, self.exchanges, self.links, self.stubborn = at, mode, exchanges, links, stubborn
        self.seen: list[tuple[str, str]] = []
        self.hit = ""
        self._before: list[tuple[Any, str, Any]] = []

    def __enter__(self) -> Faults:
        for name in CALLS:
            self._replace(os, name, self._wrap(name, getattr(os, name)))
        self._replace(io, "open", self._wrap("open", io.open))
        swap = disk._swapper()
        self._replace(disk, "_swapper", lambda: self._swap(swap) if swap is not None and self.exchanges else None)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for owner, name, value in reversed(self._before):
            setattr(owner, name, value)

    def _replace(self, owner: Any, name: str, value: Any) -> None:
        self._before.append((owner, name, getattr(owner, name)))
        setattr(owner, name, value)

    def _swap(self, swap: Callable[[bytes, bytes], int]) -> Callable[[bytes, bytes], int]:
        def call(one: bytes, other: bytes) -> int:
            if swap(one, other):
                raise OSError(errno.EBUSY, "cannot be exchanged")
            return 0

        return self._wrap("exchange", call)

    def _wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **others: Any) -> Any:
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, "no hard links here", str(args[0]))
            self.seen.append((name, os.fspath(args[0]) if not isinstance(args[0], int) else ""))  # type: ignore[arg-type]
            due = len(self.seen) == self.at or (self.stubborn and bool(self.hit) and name == self.hit)
            if not due:
                return call(*args, **others)
            self.hit = name
            if self.mode == "error":
                number = ERRORS.get(name, errno.EIO)
                path = args[0] if isinstance(args[0], (str, bytes, os.PathLike)) else None
                raise OSError(number, os.strerror(number), path and os.fsdecode(path))
            if self.mode == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                result = call(*args, **others)
            finally:
                if self.mode == "killed":
                    os.kill(os.getpid(), signal.SIGKILL)
            if self.mode == "ctrl-c":
                if name == "open" and isinstance(result, int):
                    os.close(result)
                raise KeyboardInterrupt
            if self.mode in ("sigint", "sigterm"):
                os.kill(os.getpid(), getattr(signal, self.mode.upper()))
            return result

        return counted


def in_child(action: Callable[[], object]) -> int:
    """Run an action in a child process; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        code = 1
        try:
            action()
            code = 0
        except KeyboardInterrupt:
            code = 130
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
