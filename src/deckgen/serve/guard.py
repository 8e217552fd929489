"""What is asked of every request before anything answers it, and what every answer tells the browser.

The server listens on 127.0.0.1, which pages of other sites can reach through the browser, too: so the name of the host
must be exact, what writes must come from the page itself, and the first segment of every path is a secret.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_BITS = 128
MOST_SENT = 1 << 20  # bytes of a request
_HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def new_token() -> str:
    """A secret for one run of the server."""
    return secrets.token_urlsafe(TOKEN_BITS // 8)


class Guard:
    """Lets through what the page itself asks for; anything else gets an answer that says nothing of the course."""

    def __init__(self, app: ASGIApp, token: str, host: str) -> None:
        """`host` is name and port as browsers say them."""
        self._app, self._token, self._host = app, token, host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        status = self._refuses(scope["method"], scope["path"], Headers(scope=scope))

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["cache-control"] = "no-store"
            await send(message)

        if status:
            await PlainTextResponse("", status)(scope, receive, told)
        else:
            await self._app(scope, receive, told)

    def _refuses(self, method: str, path: str, headers: Headers) -> int:
        """The status that a request is refused with; 0 when it is not."""
        if headers.getlist("host") != [self._host]:
            return 421
        first = path.removeprefix("/").partition("/")[0]
        if not secrets.compare_digest(first.encode(), self._token.encode()):
            return 404
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403
        if method in ("GET", "HEAD"):
            return 0
        if method != "POST":
            return 405
        if headers.get("origin") != f"http://{self._host}":
            return 403
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return 415
        length = headers.get("content-length", "")
        return 0 if length.isdecimal() and int(length) <= MOST_SENT else 413
