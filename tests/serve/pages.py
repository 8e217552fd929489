"""A small course on a page, for tests: the service without a server, and its application behind a client."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import httpx

from deckgen.pipeline.build import Request
from deckgen.pipeline.live import LiveCourse
from deckgen.serve.service import Service

CASE = Path(__file__).resolve().parents[1] / "cases" / "shift-handover" / "course.yaml"
HOST = "127.0.0.1:8471"
LINK = "vscode://file/{path}:{line}:{column}"


def make_service(folder: Path) -> Service:
    """The service of a copy of the small course in a folder of its own."""
    course = folder / "course"
    course.mkdir()
    shutil.copy(CASE, course / "course.yaml")
    return Service(LiveCourse.open(course.as_posix(), Request(curriculum=folder)), LINK)


def save(service: Service, old: str, new: str) -> None:
    """What an editor does: the file with one text replaced, and the word that it was saved."""
    file = service.course.folder / "course.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    service.saved()


class Browser:
    """Asks an application as a browser would, one request at a time."""

    def __init__(self, app: Any, host: str = HOST) -> None:
        self.app, self.host = app, host

    def ask(self, method: str, path: str, **others: Any) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.host}") as client:
                return await client.request(method, path, **others)

        return asyncio.run(asked())

    def get(self, path: str, **others: Any) -> httpx.Response:
        return self.ask("GET", path, **others)

    def post(self, path: str, **others: Any) -> httpx.Response:
        return self.ask("POST", path, **others)
