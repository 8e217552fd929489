"""The sections of a theme file and the values in them: what is missing, unasked for or unusable is told at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.roles import COLOURS
from deckgen.base.units import POINTS_PER_CM
from deckgen.source.node import Located

MAPPING = "write keys with values below it"
ANSWER = "every role needs its answer; the default theme shows them all"
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?) ?(pt|cm|mm)", re.ASCII)
_UNITS = {"pt": 1.0, "cm": POINTS_PER_CM, "mm": POINTS_PER_CM / 10}


class Sections:
    """A theme file as read, and the mistakes found in it so far."""

    def __init__(self, root: Located) -> None:
        self.root = root
        self.report = Report()

    # -- places and shapes -------------------------------------------------------------------

    def _section(self, name: str) -> Located:
        node = self.root.get(name)
        if isinstance(node, Located):
            return node
        if name in self.root:
            self.report.add("DG605", f"`{name}` must be a mapping", self.root.spans.get(name), MAPPING)
        return Located()  # its absence is reported by the keys of the root

    def _at(self, section: str, key: str) -> Span | None:
        node = self.root.get(section)
        return node.spans.get(key) if isinstance(node, Located) else None

    def _keys(self, node: Located, known: Iterable[str], where: str, optional: tuple[str, ...] = ()) -> None:
        """Report keys of `node` that nobody asks for and known keys it lacks."""
        known = tuple(known)
        for key in node:
            if key not in known and key not in optional:
                close = get_close_matches(str(key), (*known, *optional), 1)
                hint = f"did you mean `{close[0]}`?" if close else "delete it"
                self.report.add("DG604", f"{where}: nobody asks for `{key}`", node.keys_at.get(key), hint)
        missing = [key for key in known if key not in node]
        if missing and (node.span is not None or node is self.root):
            self.report.add("DG601", f"{where} lacks {', '.join(f'`{key}`' for key in missing)}", node.span, ANSWER)

    def _mappings(
        self, section: str, roles: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> list[tuple[str, Located]]:
        """The answers of a section that are mappings themselves, by role in the order of `roles`."""
        node = self._section(section)
        self._keys(node, (role for role in roles if role not in optional), section, optional)
        mappings = []
        for role in roles:
            answer = node.get(role)
            if isinstance(answer, Located):
                mappings.append((role, answer))
            elif role in node:
                self.report.add("DG605", f"{section}.{role} must be a mapping", node.spans.get(role), MAPPING)
        return mappings

    # -- values ------------------------------------------------------------------------------

    def _texts(
        self, node: Located, keys: tuple[str, ...], where: str, optional: tuple[str, ...] = ()
    ) -> dict[str, str]:
        self._keys(node, keys, where, optional)
        texts = {}
        for key in (*keys, *optional):
            value = node.get(key)
            if isinstance(value, str) and value.strip():
                texts[key] = value
            elif key in node:
                self.report.add("DG605", f"{where}.{key} must be a text", node.spans.get(key), "write a name")
        return texts

    def _length(self, node: Located, key: str, where: str, default: float = 0.0, least: float | None = None) -> float:
        """A length in points; a text may carry pt, cm or mm."""
        value: Any = node.get(key, default)
        if isinstance(value, str) and (match := _LENGTH.fullmatch(value)):
            value = float(match[1]) * _UNITS[match[2]]
        usable = isinstance(value, int | float) and not isinstance(value, bool)
        if not usable or (least is not None and value < least):
            hint = "write points, or a number with cm or mm" if not usable else f"{least:g} or more"
            self.report.add("DG605", f"{where}.{key} is {value!r}", node.spans.get(key), hint)
            return default
        return float(value)

    def _flag(self, node: Located, key: str, where: str) -> bool:
        value = node.get(key, False)
        if not isinstance(value, bool):
            self.report.add("DG605", f"{where}.{key} must be true or false", node.spans.get(key), "without quotes")
        return value is True

    def _colour_roles(self, roles: Iterable[str], span: Span | None) -> None:
        for role in roles:
            if role not in COLOURS:
                close = get_close_matches(role, COLOURS, 1)
                hint = f"did you mean `{close[0]}`?" if close else f"one of {', '.join(COLOURS)}"
                self.report.add("DG606", f"`{role}` is no colour role", span, hint)

    def _colour_role(self, node: Located, where: str) -> str:
        value = node.get("colour", "ink")
        self._colour_roles([str(value)], node.spans.get("colour"))
        return str(value)

    def _unknown(self, node: Located, known: tuple[str, ...], where: str) -> None:
        for key in node:
            if key not in known:
                close = get_close_matches(str(key), known, 1)
                hint = f"did you mean `{close[0]}`?" if close else "delete it"
                self.report.add("DG604", f"{where}: nobody asks for `{key}`", node.keys_at.get(key), hint)
