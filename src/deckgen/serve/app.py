"""The addresses of the page, all below its token; nothing is read but the page's own files and those of the course."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from functools import lru_cache
from importlib import resources
from typing import Any

from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from deckgen.pipeline.retouch import Change, ConflictError, RefusedError, Transaction
from deckgen.serve.guard import Guard
from deckgen.serve.service import Client, Service, View

TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
_FOREVER = {"cache-control": "private, max-age=31536000, immutable"}
_MOST_CHANGES = 100


@lru_cache(maxsize=64)
def page_file(name: str) -> tuple[bytes, str] | None:
    """A file of the page and its type; None when it has none of this name."""
    kind = TYPES.get(name.rpartition(".")[2])
    folder = resources.files("deckgen.serve") / "page"
    names = {entry.name for entry in folder.iterdir()}
    return ((folder / name).read_bytes(), kind) if kind and name in names else None


def make_app(service: Service, token: str, host: str) -> ASGIApp:
    """The application behind its guard; `host` is name and port as browsers say them."""
    pages = _Pages(service)
    routes = [
        Route("/", pages.index),
        Route("/page/{name}", pages.file),
        Route("/s/{sum}.svg", pages.slide),
        Route("/events", pages.events),
        Route("/source", pages.source),
        Route("/painted", pages.painted, methods=["POST"]),
        Route("/edit", pages.edit, methods=["POST"]),
        Route("/undo", pages.undo, methods=["POST"]),
    ]
    return Guard(Starlette(routes=[Mount(f"/{token}", routes=routes)]), token, host)


def _view(request: Request) -> View:
    return View(*(request.query_params.get(name, "")[:200] for name in View._fields))


class _Pages:
    """What each address answers."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.clients: dict[str, Client] = {}
        self._refreshing: asyncio.Task[None] | None = None

    async def index(self, request: Request) -> Response:
        return self._file("index.html")

    async def file(self, request: Request) -> Response:
        return self._file(request.path_params["name"])

    def _file(self, name: str) -> Response:
        known = page_file(name)
        if known is None:
            raise HTTPException(404)
        return Response(known[0], media_type=known[1])

    async def slide(self, request: Request) -> Response:
        picture = self.service.picture(request.path_params["sum"])
        if picture is None:
            raise HTTPException(410)
        return Response(picture, media_type=TYPES["svg"], headers=_FOREVER)

    async def events(self, request: Request) -> Response:
        name = request.query_params.get("client", "")[:64]
        client = Client()
        self.clients[name] = client
        return EventSourceResponse(self._told(_view(request), name, client), ping=20)

    async def _told(self, view: View, name: str, client: Client) -> AsyncIterator[dict[str, str]]:
        try:
            async for event, told in self.service.follow(view, client):
                yield {"event": event, "id": str(told["r"]), "data": json.dumps(told, ensure_ascii=False)}
        finally:
            if self.clients.get(name) is client:
                del self.clients[name]

    async def painted(self, request: Request) -> Response:
        asked = await _body(request)
        client = self.clients.get(str(asked.get("client")))
        if client is not None and isinstance(asked.get("r"), int):
            client.painted = asked["r"]
            client.wake.set()
        return Response(status_code=204)

    async def source(self, request: Request) -> Response:
        query = request.query_params
        text, in_notes = query.get("text", "")[:2000], query.get("notes") == "1"
        places = self.service.sources(_view(request), query.get("slide", ""), text, in_notes=in_notes)
        return JSONResponse({"places": [looked.data() for looked in places]})

    async def edit(self, request: Request) -> Response:
        asked = await _body(request)
        return await self._written(lambda: self.service.write(_changes(asked)))

    async def undo(self, request: Request) -> Response:
        number = (await _body(request)).get("number")
        return await self._written(lambda: self.service.undo(number if isinstance(number, int) else 0))

    async def _written(self, write: Callable[[], Transaction]) -> Response:
        try:
            transaction = write()
        except ConflictError as conflict:
            told = {"why": str(conflict), "file": conflict.file, "path": conflict.path, "now": conflict.now}
            return JSONResponse(told, 409)
        except RefusedError as refused:
            return JSONResponse({"why": str(refused)}, 422)
        except OSError as problem:
            return JSONResponse({"why": f"{problem.filename}: {problem.strerror or problem}"}, 422)
        self._refreshing = asyncio.create_task(self.service.refresh())
        files = sorted({written.change.file for written in transaction.written})
        return JSONResponse({"number": transaction.number, "files": files})


async def _body(request: Request) -> dict[str, Any]:
    try:
        asked = await request.json()
    except ValueError as problem:
        raise HTTPException(400) from problem
    if not isinstance(asked, dict):
        raise HTTPException(400)
    return asked


def _changes(asked: dict[str, Any]) -> list[Change]:
    """The changes that a page asks for. Raises RefusedError for what is none."""
    listed = asked.get("changes")
    changes = []
    for one in listed[: _MOST_CHANGES + 1] if isinstance(listed, list) else ():
        match one:
            case {"file": str(file), "path": list(path), "old": old, "new": new, "seen": str(seen)} if (
                all(isinstance(step, str | int) for step in path) and _is_value(old) and _is_value(new)
            ):
                changes.append(Change(file, tuple(path), old, new, seen))
            case _:
                raise RefusedError("this is no change of a value")
    if len(changes) > _MOST_CHANGES:
        raise RefusedError(f"more than {_MOST_CHANGES} values at once")
    return changes


def _is_value(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)
