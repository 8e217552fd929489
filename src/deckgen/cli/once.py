"""Options that are given once: click keeps the last of several and drops the others without a word.

Refuses an option that stands twice and takes one value (click.UsageError).
"""

from __future__ import annotations

from collections import Counter

import click


class OnceGroup(click.Group):
    """A group whose commands take each option once, but for those that may stand again."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called, its options looked through."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and not ctx.resilient_parsing:
            _refuse_repeated(click.Context(command, parent=ctx, info_name=name), rest)
        return name, command, rest


def _refuse_repeated(ctx: click.Context, args: list[str]) -> None:
    try:
        _, _, order = ctx.command.make_parser(ctx).parse_args(list(args))
    except click.UsageError:
        return  # the command says so itself
    counts = Counter(option for option in order if isinstance(option, click.Option))
    for option, count in counts.items():
        if count > 1 and not (option.multiple or option.is_flag or option.count):
            listed = " with commas between" if option.metavar == "LIST" else ""
            raise click.UsageError(f"{option.opts[0]} stands {count} times; give it once{listed}", ctx)
