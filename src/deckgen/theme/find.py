"""The name of a theme into its folder.

Refuses a name that no searched place knows (DG608), naming those that exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.theme.read import THEME_FILE


def shipped_themes() -> Path:
    """The folder of the themes that come with deckgen: in a wheel beside the code, else the checkout's."""
    package = Path(__file__).resolve().parents[1]
    in_wheel = package / "_themes"
    return in_wheel if in_wheel.is_dir() else package.parents[1] / "themes"


def find_theme(name: str, search: Sequence[Path]) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """The folder of the theme `name`: below the first place of `search` that has it, else the shipped one."""
    places = [*search, shipped_themes()]
    known: list[str] = []
    for place in places:
        if (place / name / THEME_FILE).is_file():
            return place / name, ()
        if place.is_dir():
            known.extend(sorted(entry.parent.name for entry in place.glob(f"*/{THEME_FILE}")))
    names = sorted(set(known))
    close = get_close_matches(name, names, 1)
    hint = f"did you mean `{close[0]}`?" if close else f"there is: {', '.join(names) or 'none'}"
    return None, (Diagnostic("DG608", f"no theme `{name}`", None, hint),)
