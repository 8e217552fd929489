"""The colours of a theme file, their places in the Office colour scheme, and whether text in them can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from deckgen.base.roles import COLOURS, DERIVED_COLOURS
from deckgen.theme.colours import contrast, read_scheme_colour
from deckgen.theme.sections import Sections
from deckgen.theme.tints import derive_colours

LEAST_CONTRAST = 4.5
LEAST_LINE_CONTRAST = 3.0  # rules and connectors carry meaning too
_PAPER = ("paper", "surface", "card")
_FILLS = ("primary", "secondary", "accent", "positive", "negative")


class Palette(Sections):
    """Reads the sections of colours."""

    def _colours(self, section: str) -> dict[str, str]:
        """The colours of a section by role, RRGGBB; those that follow from others where it names them."""
        node = self._section(section)
        self._keys(node, COLOURS, section, optional=DERIVED_COLOURS)
        colours = {}
        for role in (*COLOURS, *DERIVED_COLOURS):
            if role not in node:
                continue
            text = str(node[role]).removeprefix("#").upper()
            if re.fullmatch(r"[0-9A-F]{6}", text):
                colours[role] = text
            else:
                hint = 'six hexadecimal digits; quote digits alone: "112233"'
                self.report.add("DG606", f"{section}.{role} is {node[role]!r}", node.spans.get(role), hint)
        return colours

    def _scheme(self, section: str) -> dict[str, str]:
        node = self._section(section)
        scheme = {}
        for role, value in node.items():
            if role not in COLOURS and role not in DERIVED_COLOURS:
                self.report.add("DG604", f"{section}: nobody asks for `{role}`", node.keys_at.get(role), "delete it")
            elif read_scheme_colour(str(value)) is None:
                hint = "a slot such as accent1, or a tint of it such as accent1 15/85"
                self.report.add("DG606", f"{section}.{role} is {value!r}", node.spans.get(role), hint)
            else:
                scheme[role] = str(value)
        return scheme

    # -- contrast ----------------------------------------------------------------------------

    def _check(
        self, colours: Mapping[str, str], texts: Iterable[str], more: Iterable[tuple[str, str]], section: str
    ) -> None:
        """Report pairs of a colour of text or lines and its ground that come too near to each other, each once."""
        seen = {**derive_colours(colours, {})[0], **colours}
        softs = (*(f"{role}_soft" for role in _FILLS), "mark_soft")
        pairs = {(text, ground) for text in ("ink", "muted") for ground in (*_PAPER, *softs)}
        pairs -= {("muted", "mark_soft")}
        pairs |= {("on_fill", fill) for fill in _FILLS} | {("dark", "mark")}
        pairs |= {(colour, ground) for colour in texts if colour != "on_fill" for ground in ("paper", "card")}
        wanted = dict.fromkeys(pairs | set(more), LEAST_CONTRAST)
        wanted.setdefault(("line", "paper"), LEAST_LINE_CONTRAST)
        for (text, ground), least in sorted(wanted.items()):
            if text not in seen or ground not in seen:
                continue
            ratio = contrast(seen[text], seen[ground])
            told = f"`{text}` on `{ground}` has a contrast of {ratio:.2f}:1"
            if ratio < least and all(told != item.message for item in self.report):
                at = self._at(section, text) or self._at(section, ground)
                hint = f"{least:g}:1 or more: make one of the two darker or lighter"
                self.report.add("DG607", told, at, hint)
