"""The name of a theme into its folder.

Refuses a name that no searched place knows (DG608), naming those that exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.source.folders import folders_with
from deckgen.theme.read import THEME_FILE


def shipped_themes() -> Path:
    """The folder of the themes that come with deckgen: in a wheel beside the code, else the checkout's."""
    package = Path(__file__).resolve().parents[1]
    in_wheel = package / "_themes"
    return in_wheel if in_wheel.is_dir() else package.parents[1] / "themes"


def find_theme(name: str, search: Sequence[Path]) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The folder of the theme `name`: below the first place of `search` that has it, else the shipped one."""
    try:
        known = dict(list_themes(search))
    except OSError as problem:
        message = f"{problem.filename} cannot be read: {problem.strerror}"
        return None, (Diagnostic("DG608", message, None, "check its permissions"),)
    if name in known:
        return known[name], ()
    names = sorted(known)
    close = get_close_matches(name, names, 1)
    hint = f"did you mean `{close[0]}`?" if close else f"there is: {', '.join(names) or 'none'}"
    return None, (Diagnostic("DG608", f"no theme `{name}`", None, hint),)


def list_themes(search: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """Name and folder of every theme: of equal names the one below the first place of `search`, shipped ones last.

    Raises OSError for a place that cannot be listed.
    """
    known: dict[str, Path] = {}
    for place in (*search, shipped_themes()):
        for folder in folders_with(place, THEME_FILE):
            known.setdefault(folder.name, folder)
    return tuple(sorted(known.items()))
