"""Ctrl-C and requests to end: all of them let a build put things right, and wait while a set changes places."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(KeyboardInterrupt):
    """Someone asked to end by signal `number`; `is_written` when everything was in place by then."""

    def __init__(self, number: int, *, is_written: bool = False) -> None:
        super().__init__(number)
        self.number, self.is_written = number, is_written


_ASKING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def heeded() -> Iterator[None]:
    """Inside, every signal that asks a program to end raises Stopped, as Ctrl-C does, rather than ending it at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped(number)

    with _handled(stop):
        yield


@contextmanager
def held_back() -> Iterator[list[int]]:
    """Signals that arrive inside are gathered in the list and stop nothing half-way; the caller answers them."""
    arrived: list[int] = []
    with _handled(lambda number, frame: arrived.append(number)):
        yield arrived


@contextmanager
def _handled(handler: object) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # others are never interrupted
        yield
        return
    # what is ignored, as under nohup, stays ignored
    asked = [number for number in _ASKING if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, handler) for number in asked}  # type: ignore[arg-type]
    try:
        yield
    finally:
        for number, handler_before in before.items():
            signal.signal(number, signal.SIG_DFL if handler_before is None else handler_before)
