"""Runs, and what is said about them, as one line of text with light marks."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import Runs


def inline(runs: Runs) -> str:
    """Runs with light marks: **strong**, *emphasis*, `code`, [text](link), {page 7: anchor}, [^1: source].

    Two stars that are printed stand behind backslashes, so that a golden tells marks from what was left raw.
    """
    written = []
    for run in runs:
        text = run.text.replace("\n", "⏎").replace("**", "\\*\\*")  # signs that are printed as they stand
        if run.page_of:
            text = f"{{page {run.text or '?'}: {run.page_of}}}"
        if run.code:
            text = f"`{text}`"
        if run.emphasis:
            text = f"*{text}*"
        if run.strong:
            text = f"**{text}**"
        if run.note:
            text = f"[^{run.text}: {inline(run.note)}]"
        written.append(f"[{text}]({run.href})" if run.href else text)
    return "".join(written)


def marked(marks: Sequence[str], text: str) -> str:
    """A text behind what is unusual about it, such as ``<quiet center>``."""
    return f"<{' '.join(marks)}>{text}" if marks else text
