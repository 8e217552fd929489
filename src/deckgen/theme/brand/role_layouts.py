"""The layouts of all roles of a theme, made from those of a house, with sizes that suit the room there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deckgen.base.roles import FURNITURE, LAYOUTS
from deckgen.base.units import Frame
from deckgen.theme.brand.arrange import (
    Arranged,
    arrange_content,
    arrange_cover,
    arrange_divider,
    largest_size,
    panels_of,
    size_of,
)
from deckgen.theme.brand.layout import Dressed, make_layout
from deckgen.theme.brand.paint import Paint
from deckgen.theme.brand.recognise import CONTENT, Choice, title_of
from deckgen.theme.brand.record import Served
from deckgen.theme.colours import contrast
from deckgen.theme.office.facts import DeckFacts, UnusableError
from deckgen.theme.office.ground import UNKNOWN, A, P, Stage, read_stage, resolve
from deckgen.theme.theme import TextRole, Theme

_TWO_LINES, _OPENER, _COVER = 56, 44, 48  # full-width characters that titles have room for
_ENOUGH = 0.7  # of the default theme's room for an opener
_SMALLER = 0.94  # gaps of diagrams do not shrink with their texts
_ON_GROUND = ("title", "subtitle", "meta", "kicker")  # slots that stand on the template's own ground
_HEX = 6
_READABLE = 4.5
_LARGE_READABLE = 3.0


@dataclass(slots=True)
class RoleLayouts:
    """Makes the layouts, and keeps what they come to: sizes, what serves a role, places, contrasts, notes."""

    facts: DeckFacts
    master: Any
    roots: Mapping[str, Any]
    slots: Mapping[str, str]
    paint: Paint
    usual: Theme
    chosen: dict[str, Choice]
    furniture_on_panel: bool = False
    slide_text: dict[str, TextRole] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    served: dict[str, Served] = field(default_factory=dict)
    places: dict[str, dict[str, Frame]] = field(default_factory=dict)
    contrasts: dict[str, dict[str, float]] = field(default_factory=dict)

    def layouts(self) -> tuple[dict[str, str], dict[str, Any]]:
        """Names and roots of the new layouts by role."""
        self._choose_divider()
        stages = {role: self._stage(role) for role in LAYOUTS}
        arranged = {role: self._arrange(role, stages[role]) for role in LAYOUTS}
        self._sizes(arranged)
        self._colour_furniture(arranged, stages)
        taken = {layout.name for layout in self.facts.layouts}
        names: dict[str, str] = {}
        roots = {}
        for role, place in arranged.items():
            name = f"Course {role}"
            while name in taken:
                name += "'"
            names[role] = name
            choice = self.chosen[role]
            slots = self._dress(role, place, stages[role])
            self.places[role] = {slot: dress.frame for slot, dress in slots.items()}
            panels = self._panels(role, place, stages[role])
            roots[role] = make_layout(self.roots[choice.layout.part], name, slots, panels)
            self._say(role, choice, bool(panels))
        return names, roots

    def _choose_divider(self) -> None:
        """A module's opener carries a course map: where the template's leaves no room for it, content's layout does."""
        scale = self._arrange("divider", self._stage("divider")).scale
        if scale >= _ENOUGH * size_of(self.facts.width, self.facts.height):
            return
        crowded, other = self.chosen["divider"].layout.name, self.chosen["text"]
        why = f"“{crowded}” has no room for objectives and course map"
        self.chosen["divider"] = replace(other, why=why, fits=False)

    def _colour_furniture(self, arranged: Mapping[str, Arranged], stages: Mapping[str, Stage]) -> None:
        """Breadcrumb and page number in one colour that can be read on all layouts; else they get paper behind them."""
        roles = [role for role in arranged if role not in ("cover", "close")]
        grounds = {stages[role].ground_of(arranged[role].frames[slot]) for role in roles for slot in FURNITURE}
        colours = self.paint.colours
        fits = [
            role
            for role in ("muted", "ink", "on_fill")
            if all(ground != UNKNOWN and contrast(colours[role], ground) >= _READABLE for ground in grounds)
        ]
        self.furniture_on_panel = not fits
        for slot in FURNITURE:
            self.slide_text[slot] = replace(self.slide_text[slot], colour=fits[0] if fits else "muted")

    def _stage(self, role: str) -> Stage:
        layout = self.roots[self.chosen[role].layout.part]
        return read_stage(layout, self.master, self.slots, (self.facts.width, self.facts.height))

    def _arrange(self, role: str, stage: Stage) -> Arranged:
        layout = self.chosen[role].layout
        if role in ("cover", "close"):
            return arrange_cover(layout, stage)
        return arrange_divider(layout, stage) if role == "divider" else arrange_content(role, layout, stage)

    def _sizes(self, arranged: Mapping[str, Arranged]) -> None:
        """Sizes and floors of text roles: the default theme's, smaller where the template leaves less room."""
        scale = min(place.scale for role, place in arranged.items() if role not in ("cover", "close"))
        unit = size_of(self.facts.width, self.facts.height)
        if scale < 0.5 * unit:
            raise UnusableError(
                "its layouts leave less than half of a slide for content",
                "make room between the title and the footer in the slide master view",
            )
        shrink = scale if scale > 0.98 * max(1.0, unit) else scale * _SMALLER
        titles = [largest_size(arranged[role].frames["title"], _TWO_LINES, 28 * unit) for role in CONTENT]
        opener = largest_size(arranged["divider"].frames["title"], _OPENER, 30 * unit)
        for role, usual in self.usual.slide_text.items():
            share = unit if role in ("subtitle", "meta") else shrink
            size, floor = usual.size * share, usual.floor * share
            if role == "title":
                size, floor = min(titles), min(*titles, opener)
            elif role in ("source", "breadcrumb", "page"):
                size = floor = max(8.0 * min(1.0, unit), 12 * max(shrink, 0.8 * unit))
            elif role in ("subtitle", "meta"):
                floor = min(floor, 14 * unit)
            half = (int(size * 2) / 2, int(floor * 2) / 2)
            self.slide_text[role] = replace(usual, size=half[0], floor=half[1], space_after=usual.space_after * shrink)
        smallest = self.slide_text["label"].floor
        if shrink < 0.97:
            less = round((1 - shrink) * 100)
            self.notes.append(f"sizes: text is up to {less} % smaller; labels go down to {smallest:g} pt")
        elif shrink > 1.03:
            self.notes.append(
                f"sizes: text is {shrink:.1f} times as large, as slides are; labels go down to {smallest:g} pt"
            )

    def _dress(self, role: str, place: Arranged, stage: Stage) -> dict[str, Dressed]:
        unit = min(self.facts.width / 960, self.facts.height / 540)
        wanted = (*LAYOUTS[role], *((*FURNITURE, "source") if role not in ("cover", "close") else ()))
        if role == "statement":
            wanted = tuple(slot for slot in wanted if slot != "source")
        slots = {}
        align = self._align(role)
        for slot in wanted:
            frame = place.frames[slot]
            text = self.slide_text.get(slot, self.slide_text["body"])
            colour = self.paint.scheme.get(text.colour) or self.paint.colours[text.colour]
            size = text.size
            if slot == "title" and role in ("cover", "close"):
                own = title_of(self.chosen[role].layout)
                size = largest_size(frame, _COVER, min(own.size if own and own.size else 40, 44) * max(1.0, unit))
            elif slot == "title" and role == "divider":
                size = largest_size(frame, _OPENER, 30 * unit)
            elif role == "statement" and slot == "body":
                size = int(text.size * 1.4)
            elif slot == "canvas":
                colour = self.paint.scheme.get("ink", self.paint.colours["ink"])
            if slot in _ON_GROUND:
                colour = self._title_colour(role, frame, stage, large=slot in ("title", "subtitle"))
                self.contrasts.setdefault(role, {})[slot] = self._contrast(colour, stage.ground_of(frame))
            anchor = "ctr" if role == "statement" and slot == "body" else ""
            if slot == "title":
                anchor = "b" if role in ("cover", "close") else "t" if role == "divider" else "ctr"
            at = align if slot in ("title", "subtitle", "meta") and role in ("cover", "close") else ""
            if slot == "page":
                at = "r"
            elif slot == "breadcrumb" or (not at and slot in ("title", "kicker")):
                at = "l"
            slots[slot] = Dressed(frame, size, colour, text.strong, text.spacing, text.space_after, at, anchor)
        return slots

    def _align(self, role: str) -> str:
        own = title_of(self.chosen[role].layout)
        return own.holder.align if own and own.holder.align in ("l", "r", "ctr") else self._master_align()

    def _master_align(self) -> str:
        level = self.master.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr")
        align = level.get("algn", "") if level is not None else ""
        return align if align in ("l", "r", "ctr") else "l"

    def _title_colour(self, role: str, frame: Frame, stage: Stage, large: bool) -> str:
        """Empty where the template's own colour can be read; else ink or paper, whichever can."""
        ground = stage.ground_of(frame)
        own = self._own_title_colour(role)
        if ground == UNKNOWN:
            return own
        if own:
            colour = self.slots.get(own, own)
            if colour != UNKNOWN and contrast(colour, ground) >= (_LARGE_READABLE if large else _READABLE):
                return own
        return max(("dk1", "lt1"), key=lambda slot: contrast(self.slots.get(slot, "000000"), ground))

    def _contrast(self, colour: str, ground: str) -> float:
        """The contrast of a slot of the scheme or a colour with its ground; 0 where one of them cannot be told."""
        shown = self.slots.get(colour, colour)
        known = len(shown) == len(ground) == _HEX
        return round(contrast(shown, ground), 2) if known else 0.0

    def _own_title_colour(self, role: str) -> str:
        """The colour that the template gives its title: a slot of the scheme where it is one, else RRGGBB or empty."""
        layout = self.roots[self.chosen[role].layout.part]
        places = [f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill" for _ in (layout, self.master)]
        fills = []
        for root, path in zip((layout, self.master), places, strict=True):
            for shape in root.iter(f"{P}sp"):
                holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
                if holder is not None and holder.get("type") in ("title", "ctrTitle"):
                    fills.append(shape.find(path))
        fills.append(self.master.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill"))
        fill = next((item for item in fills if item is not None), None)
        if fill is None or not len(fill):
            return "dk1"
        plain = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
        value = str(fill[0].get("val", ""))
        if fill[0].tag == f"{A}schemeClr" and not len(fill[0]) and plain.get(value, value) in self.slots:
            return plain.get(value, value)
        colour = resolve(fill, self.slots)
        return "" if colour == UNKNOWN else colour

    def _panels(self, role: str, place: Arranged, stage: Stage) -> dict[Frame, str]:
        """Paper behind content that would stand on a dark, loud or unknown ground."""
        if role in ("cover", "close"):
            return {}
        panels = panels_of(place.frames, furniture=self.furniture_on_panel)
        colours = self.paint.colours
        texts = ("ink", "muted", "primary", "secondary", "accent", "positive", "negative")
        kept = ("title", "kicker") if self.furniture_on_panel else ("title", "kicker", *FURNITURE)
        grounds = {stage.ground_of(frame) for slot, frame in place.frames.items() if slot not in kept}
        grounds.update(stage.ground_of(panel) for panel in panels)
        for ground in grounds:
            if ground == UNKNOWN or min(contrast(colours[text], ground) for text in texts) < _READABLE:
                return dict.fromkeys(panels, self.paint.scheme.get("paper", colours["paper"]))
        return {}

    def _say(self, role: str, choice: Choice, panel: bool) -> None:
        self.served[role] = Served(choice.layout.name, choice.why, not choice.fits)
        words = f"{role}: from layout “{choice.layout.name}” ({choice.why})"
        if not choice.fits:
            words = f"{role}: the template has none; made from its nearest layout “{choice.layout.name}” ({choice.why})"
        self.notes.append(words + ("; a paper ground lies behind its content" if panel else ""))
