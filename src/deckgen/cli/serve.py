"""deckgen serve: a page that shows a course while it is written."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager

import click

from deckgen.cli.amounts import whole
from deckgen.cli.report import usage_errors
from deckgen.cli.streams import echo

_PORT = whole("a port is 0 to 65535, 0 for any that is free", 0, 65_535)
_LIBRARIES = ("sse_starlette", "starlette", "uvicorn", "watchfiles")


@click.command()
@click.argument("course", default="", metavar="[COURSE]")
@click.option("--delivery", default="", metavar="ID", help="The delivery that is shown first (default: the first).")
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
@click.option("--profile", default="", metavar="NAME", help="What profiles/NAME.yaml sets.")
@click.option("--port", type=_PORT, default=0, metavar="N", help="Port on this computer (default: any that is free).")
@click.option(
    "--editor", default="vscode", show_default=True, envvar="DECKGEN_EDITOR", metavar="NAME|LINK",
    help="Opens source lines: vscode, vscodium, cursor, zed, idea, none, or a link with {path}, {line} and {column}.",
)  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
def command(course: str, delivery: str, theme: str, profile: str, port: int, editor: str, opens: bool) -> None:
    """Show a COURSE on a page while it is written: slides, notes, minutes, mistakes; every save is seen at once.

    Only this computer can see the page; the address it prints holds a secret. Ctrl+C ends it.
    """
    with needing_libraries("serve"):
        from deckgen.serve.editor import editor_link
        from deckgen.serve.run import open_port, serve
        from deckgen.serve.service import Service, View
    from deckgen.pipeline.build import Request
    from deckgen.pipeline.live import LiveCourse

    try:
        link = editor_link(editor)
    except ValueError as mistake:
        raise click.UsageError(f"--editor: {mistake}") from None
    with usage_errors():
        shown = LiveCourse.open(course, Request(delivery=delivery or None, theme=theme, profile=profile))
    try:
        own = open_port(port)
    except OSError as problem:
        raise click.UsageError(
            f"--port {port} cannot be used: {problem.strerror}; choose another, or leave it out"
        ) from None

    def ready(address: str) -> None:
        echo(f"{shown.folder.as_posix()} is shown at {address}")
        echo("Ctrl+C ends it", err=True)
        if opens:
            webbrowser.open(address)

    with own:
        serve(Service(shown, link), own, ready, View())


@contextmanager
def needing_libraries(command: str) -> Iterator[None]:
    """What an import finds missing is a mistake of usage: the command has libraries of its own."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        told = f"deckgen {command} needs {missing.name}, which is not installed"
        raise click.UsageError(f"{told}; install what it needs: pip install 'deckgen[serve]'") from None
