"""The command line: argv into an exit code. Commands load when they are called, so that help answers at once.

Exit codes: 0 done, 1 diagnostics or an output that cannot be written, 2 usage, 3 a bug, 128 and the number of the
signal that stopped it.
"""

from __future__ import annotations

import gc
import importlib
import io
import signal
import sys
import traceback

import click

from deckgen import __version__
from deckgen.cli import streams
from deckgen.cli.once import OnceGroup

COMMANDS = {
    "build": "Build the whole package: decks, books and papers.",
    "check": "Check courses without building them.",
    "diff": "Show what changed between two versions or deliveries.",
    "docs": "Print the documents that come with deckgen.",
    "fmt": "Rewrite a course in its shorter form.",
    "import": "Make a draft course of Word, Markdown, PowerPoint or plain outlines.",
    "migrate": "Rewrite courses of an older format in the newest.",
    "new": "Write a new course to write over.",
    "plan": "Show the days: clock, minutes, method.",
    "release": "Make the bundles that are published, the same on every machine.",
    "schema": "Print or write JSON Schemas for editors.",
    "serve": "Show a course on a page while it is written.",
    "show": "Show as text: deck, workbook, guide, use of pages, agenda.",
    "theme": "Make a theme from Office templates, check one, list them.",
    "verify": "Say whether files are as they were built.",
    "watch": "Build again whenever something is saved.",
    "where": "Say where a slide or a paragraph stands in its course.",
}
_MODULES = {"import": "importing"}  # where a command cannot have the name of its module
EXIT_DIAGNOSTICS, EXIT_USAGE, EXIT_BUG = 1, 2, 3


class LazyGroup(OnceGroup):
    """A group whose commands are imported when they are used; each lives in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"deckgen.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
def cli() -> None:
    """Compile one curriculum into trainer decks, workbooks and facilitator guides of any delivery length."""


def main() -> None:
    """Run the command line and exit."""
    # A run makes trees that live to its end and hardly a cycle: looking for cycles costs a fifth of its time.
    gc.disable()
    streams.prepare()
    sys.exit(streams.finish(_run()))


def _run() -> int:
    """The exit code of the command that argv names; nothing is raised."""
    try:
        code = cli.main(standalone_mode=False)  # Exit comes back as its code, other endings raise
        return code if isinstance(code, int) else 0
    except click.ClickException as mistake:
        text = io.StringIO()
        mistake.show(text)
        streams.echo(streams.shown(text.getvalue(), err=True), err=True, nl=False)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt) as stop:
        asked = stop.__cause__ or stop  # click makes its own exception of it
        written = getattr(asked, "is_written", None)
        told = "" if written is None else ", after everything was written" if written else "; nothing was written"
        streams.echo(f"stopped{told}", err=True)
        return 128 + getattr(asked, "number", signal.SIGINT)
    except SystemExit as ending:  # click's own, when help or version cannot be printed
        return ending.code if isinstance(ending.code, int) else 0
    except Exception as bug:
        if isinstance(bug, OSError) and streams.note_failure(bug):
            return 0
        if isinstance(bug, OSError) and bug.filename is not None:  # what the disk refuses is no bug
            what = f"Error: {streams.printable(str(bug.filename))}: {bug.strerror or 'it cannot be used'}"
            streams.echo(what, err=True)
            return EXIT_DIAGNOSTICS
        streams.echo(streams.printable(traceback.format_exc()), err=True)
        streams.echo(f"This is a bug in deckgen {__version__}; please report it with the lines above.", err=True)
        return EXIT_BUG
