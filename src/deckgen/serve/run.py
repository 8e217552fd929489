"""The server and what tells it that something was saved, until somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
from collections.abc import Callable

import uvicorn

from deckgen.serve.app import make_app
from deckgen.serve.guard import new_token
from deckgen.serve.saves import each_save
from deckgen.serve.service import Channel, Service, View

HOST = "127.0.0.1"
_QUIET_SECONDS, _UNTIDY = 3.0, 20  # without a save, after so many builds


def open_port(port: int) -> socket.socket:
    """A socket on this computer alone; 0 is any port that is free. Raises OSError."""
    own = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        own.bind((HOST, port))
    except OSError:
        own.close()
        raise
    return own


def serve(service: Service, own: socket.socket, ready: Callable[[str], None], view: View) -> None:
    """Serve until the process is asked to end; `ready` is called with the address once the first slides are there."""
    host = f"{HOST}:{own.getsockname()[1]}"
    token = new_token()
    config = uvicorn.Config(
        make_app(service, token, host), log_level="error", access_log=False, server_header=False, lifespan="off",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    asyncio.run(_serve(uvicorn.Server(config), service, own, lambda: ready(f"http://{host}/{token}/"), view))


async def _serve(
    server: uvicorn.Server, service: Service, own: socket.socket, ready: Callable[[], None], view: View
) -> None:
    first = asyncio.create_task(service.state(view))
    watching = asyncio.create_task(watch(service))
    tidying = asyncio.create_task(_tidy(service))

    def shown(_: asyncio.Task[Channel]) -> None:
        gc.freeze()  # what there is now stays: it need not be looked through again and again
        ready()

    first.add_done_callback(shown)
    try:
        await server.serve(sockets=[own])
    finally:
        for task in (first, watching, tidying):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _tidy(service: Service) -> None:
    """Take what builds left behind out of memory while nobody saves: it would make them wait."""
    builds = saves = 0
    while True:
        await asyncio.sleep(_QUIET_SECONDS)
        if service.saves == saves and service.builds >= builds + _UNTIDY:
            gc.collect()
            builds = service.builds
        saves = service.saves


async def watch(service: Service) -> None:
    """Tell the service of every save. What was saved without a change changes nothing."""
    async for _ in each_save(service.watched()):
        service.saved()
        await service.refresh()
