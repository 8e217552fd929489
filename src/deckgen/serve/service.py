"""What the page shows, kept as the files are: built when something was saved, sent to whoever looks.

Building runs in a thread, one at a time; a build that a newer save has overtaken is given up at the next stage. Every
client has one slot: it gets the newest state when it has painted the one before.
"""

from __future__ import annotations

import asyncio
import sys
import time
import traceback
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.live import Live, LiveCourse
from deckgen.pipeline.live_places import places_of
from deckgen.pipeline.retouch import Change, RefusedError, Retoucher, Transaction
from deckgen.serve import views
from deckgen.serve.editor import link_to
from deckgen.serve.keys import Keys
from deckgen.serve.sources import Looked, look_at

_MOST_GIVEN_UP = 3  # builds in a row; then one is finished whatever is saved meanwhile
_PAINT_SECONDS = 5.0  # after which a client that says nothing is told of the next state
_MOST_PLACES = 6


class View(NamedTuple):
    """What is looked at: a delivery, a theme and a profile by name; empty for the usual one."""

    delivery: str = ""
    theme: str = ""
    profile: str = ""


class OvertakenError(Exception):
    """Something newer was saved."""


@dataclass(slots=True, eq=False)
class Client:
    """A page that is open: the state it has, and the revision it has painted."""

    has: views.State | None = None
    painted: int = -1
    wake: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Channel:
    """One view: its state, and who looks at it."""

    view: View
    state: views.State = field(default_factory=views.State)
    live: Live = field(default_factory=Live)
    keys: Keys = field(default_factory=Keys)
    clients: list[Client] = field(default_factory=list)
    built: int = -1  # the save that the state is of


class Service:
    """One course that is shown. Everything here runs in one event loop, building but for its thread."""

    def __init__(self, course: LiveCourse, editor: str = "") -> None:
        """`editor` is the link that opens a place of a file."""
        self.course = course
        self.editor = editor
        self.retoucher = Retoucher(course.folder)
        self.saves = 0
        self.channels: dict[View, Channel] = {}
        self.builds = 0
        self.took: list[float] = []  # seconds of the last builds
        self._lock = asyncio.Lock()
        self._given_up = 0

    def link(self, file: str, line: int, column: int) -> str:
        """The link that opens a place in the editor."""
        return link_to(self.editor, file, line, column)

    def saved(self) -> None:
        """Something was saved: whatever is shown may be another now."""
        self.saves += 1

    async def refresh(self) -> None:
        """Build every view that somebody looks at."""
        for channel in list(self.channels.values()):
            if channel.clients:
                await self.state(channel.view)
        for view in [view for view, channel in self.channels.items() if not channel.clients]:
            if len(self.channels) > 1:
                del self.channels[view]

    async def state(self, view: View) -> Channel:
        """The channel of a view, its state as the files are."""
        channel = self.channels.setdefault(view, Channel(view))
        async with self._lock:
            while channel.built != self.saves:
                save = self.saves
                try:
                    live = await asyncio.to_thread(self._look, view, save)
                except OvertakenError:
                    continue
                except (UsageError, OSError) as problem:
                    self._cannot(channel, str(problem))
                except Exception:
                    print(traceback.format_exc(), file=sys.stderr)
                    self._cannot(channel, "a bug in deckgen; the terminal says more")
                else:
                    self._take(channel, live)
                channel.built = save
        return channel

    def _look(self, view: View, save: int) -> Live:
        started = time.perf_counter()

        def go_on(_stage: str) -> None:
            if self.saves != save and self._given_up < _MOST_GIVEN_UP:
                self._given_up += 1
                raise OvertakenError

        live = self.course.look(*view, go_on)
        self._given_up = 0
        self.builds += 1
        self.took = [*self.took[-99:], time.perf_counter() - started]
        return live

    def _take(self, channel: Channel, live: Live) -> None:
        before = channel.state
        if live.slides:
            after = views.state_of(live, channel.keys.assign(live.slides), self.link)
            after = replace(after, head={**after.head, **self._choices()})
            channel.live = live
            self.retoucher.files |= live.files
        else:
            since = (before.stale or {}).get("since") or time.strftime("%H:%M:%S")
            after = replace(
                before,
                head=before.head or self._choices(),
                diags=[views.diag_data(one, self.link) for one in live.diagnostics],
                stale=views.stale_of(live.diagnostics, before, since, self.link),
            )
        self._publish(channel, after)

    def _cannot(self, channel: Channel, why: str) -> None:
        since = (channel.state.stale or {}).get("since") or time.strftime("%H:%M:%S")
        stale = {**views.stale_of((), channel.state, since, self.link), "message": why}
        self._publish(channel, replace(channel.state, head=channel.state.head or self._choices(), stale=stale))

    def _choices(self) -> dict[str, Any]:
        return {
            "folder": self.course.folder.as_posix(),
            "themes": self.course.themes(),
            "profiles": self.course.profiles(),
            "used_theme": self.course.request.theme,
            "used_profile": self.course.request.profile,
        }

    def _publish(self, channel: Channel, after: views.State) -> None:
        if after.same(channel.state):
            return
        cause = {"at": time.strftime("%H:%M:%S"), "ms": round(self.took[-1] * 1000) if self.took else 0}
        channel.state = replace(after, r=channel.state.r + 1, cause=cause)
        for client in channel.clients:
            client.wake.set()

    async def follow(self, view: View, client: Client) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """Events for one page for as long as it listens: all of the state, then what changes."""
        channel = await self.state(view)
        channel.clients.append(client)
        try:
            while True:
                state = channel.state
                if client.has is None:
                    yield "hello", views.hello(state)
                elif state.r != client.has.r:
                    yield "patch", views.patch(client.has, state, self.picture)
                client.has = state
                await self._painted(client, state.r)
                if channel.state.r == state.r:
                    client.wake.clear()
                    await client.wake.wait()
        finally:
            channel.clients.remove(client)

    async def _painted(self, client: Client, revision: int) -> None:
        ends = time.monotonic() + _PAINT_SECONDS
        while client.painted < revision and time.monotonic() < ends:
            client.wake.clear()
            try:
                await asyncio.wait_for(client.wake.wait(), ends - time.monotonic())
            except TimeoutError:
                return

    def picture(self, known: str) -> str | None:
        """The SVG of a slide by its sum."""
        drawn = self.course.pictures.drawn.get(known)
        return drawn.decode("utf-8") if drawn is not None else None

    def sources(self, view: View, key: str, text: str, *, in_notes: bool) -> list[Looked]:
        """Where a text on a slide, or in its notes, is written."""
        channel = self.channels.get(view)
        slide = channel.state.slides.get(key) if channel is not None else None
        if channel is None or slide is None:
            return []
        places = places_of(channel.live, slide["id"], text, in_notes=in_notes)
        return [look_at(self.retoucher, name, place, self.link) for name, place in places[:_MOST_PLACES]]

    def write(self, changes: list[Change]) -> Transaction:
        """Write values into the files. Raises RefusedError and ConflictError."""
        if not changes:
            raise RefusedError("nothing was asked for")
        transaction = self.retoucher.write(changes)
        self.saved()
        return transaction

    def undo(self, number: int) -> Transaction:
        """Take a transaction back. Raises RefusedError."""
        transaction = self.retoucher.undo(number)
        self.saved()
        return transaction

    def watched(self) -> list[Path]:
        """What to watch."""
        return [path for path in self.course.watched() if path.exists()]
