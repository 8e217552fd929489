"""The deck template of a house into the deck template of a theme: a layout for every role, in the house's own look."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from deckgen.base.units import Frame
from deckgen.theme.brand.clean import (
    RELATIONSHIPS,
    Cleaned,
    R,
    clean,
    package,
    parse,
    relationships_of,
    serialise,
    targets,
)
from deckgen.theme.brand.masters import (
    LAYOUT_TYPE,
    add_layouts,
    give_themes,
    keep_layouts,
    set_colour,
    set_east_asian,
    straighten,
)
from deckgen.theme.brand.paint import Paint, link_colour, paint
from deckgen.theme.brand.recognise import recognise
from deckgen.theme.brand.record import Served
from deckgen.theme.brand.role_layouts import RoleLayouts
from deckgen.theme.office.facts import DeckFacts
from deckgen.theme.office.ground import P
from deckgen.theme.office.prepared import learn
from deckgen.theme.theme import TextRole, Theme


@dataclass(slots=True)
class DeckBrand:
    """A deck template of a theme, its look, and in plain words what was done with the house's."""

    parts: dict[str, bytes]
    paint: Paint
    latin: str
    heading: str
    east_asian: str
    layouts: dict[str, str]
    slide_text: dict[str, TextRole]
    notes: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    served: dict[str, Served] = field(default_factory=dict)  # by role
    slots: dict[str, dict[str, Frame]] = field(default_factory=dict)
    contrasts: dict[str, dict[str, float]] = field(default_factory=dict)
    size: tuple[float, float] = (0.0, 0.0)


def brand_deck(parts: Mapping[str, bytes], usual: Theme, usual_parts: Mapping[str, bytes]) -> DeckBrand:
    """The template with a layout for each role; `usual` is the default theme. Raises UnusableError with the reason."""
    parts = give_themes(parts, usual_parts)
    facts = learn("deck", parts)
    assert isinstance(facts, DeckFacts)
    chosen = recognise(facts, _usage(parts, facts.part))
    cleaned = clean("deck", parts, facts.part)
    _add_notes_master(cleaned, facts, usual_parts)
    number = chosen["text"].layout.master
    master = parse(cleaned.parts[facts.masters[number].part])
    layouts = {item.part: parse(cleaned.parts[item.part]) for item in facts.layouts if item.master == number}
    notes = []
    if straighten(master, list(layouts.values())):
        notes.append("colours: the master's own order of colours was written out; the look is the same")
    slots = dict(facts.masters[number].scheme.colours)
    done = paint(slots)
    done.notes[:0] = notes
    latin, heading, east_asian, told = _faces(facts, number, usual)
    theme_part = next(part for _, word, part in targets(cleaned.parts, facts.masters[number].part) if word == "theme")
    theme = parse(cleaned.parts[theme_part])
    set_east_asian(theme, east_asian)
    for slot in ("hlink", "folHlink"):
        if (colour := link_colour(slots, slot, done)) != slots.get(slot):
            set_colour(theme, slot, colour)
            told.append(f"colours: links ({slot}) are {colour}, so that they can be read on paper")
    cleaned.parts[theme_part] = serialise(theme)
    maker = RoleLayouts(facts, master, layouts, slots, done, usual, chosen)
    names, roots = maker.layouts()
    for part, root in layouts.items():
        cleaned.parts[part] = serialise(root)
    for role, root in roots.items():
        part = f"{posixpath.dirname(chosen[role].layout.part)}/role-{role}.xml"
        add_layouts(cleaned.parts, facts.masters[number].part, master, {part: root}, chosen[role].layout.part)
        cleaned.types[part] = LAYOUT_TYPE
        # ids are looked for in the parts
        cleaned.parts[facts.masters[number].part] = serialise(master)
    kept = [f"{posixpath.dirname(chosen[role].layout.part)}/role-{role}.xml" for role in roots]
    gone = keep_layouts(cleaned.parts, cleaned.types, facts.part, facts.masters[number].part, kept)
    if gone:
        cleaned.dropped["layouts that no role needs"] = gone
    packed = package(cleaned.parts, cleaned.types, facts.part)
    return DeckBrand(
        packed, done, latin, heading, east_asian, names, maker.slide_text, [*told, *done.notes, *maker.notes],
        cleaned.dropped, maker.served, maker.places, maker.contrasts, (facts.width, facts.height),
    )  # fmt: skip


def _usage(parts: Mapping[str, bytes], main: str) -> Counter[str]:
    """How many sample slides stand on each layout."""
    used: Counter[str] = Counter()
    for _, word, slide in targets(parts, main):
        if word == "slide":
            used.update(part for _, kind, part in targets(parts, slide) if kind == "slideLayout")
    return used


def _faces(facts: DeckFacts, number: int, usual: Theme) -> tuple[str, str, str, list[str]]:
    scheme = facts.masters[number].scheme
    latin = scheme.text.latin or scheme.heading.latin or usual.fonts.latin
    heading = scheme.heading.latin or latin
    east_asian = scheme.text.east_asian or scheme.heading.east_asian
    notes = []
    if not east_asian or east_asian in (latin, heading):
        reason = "names none" if not east_asian else f"names {east_asian}, its Latin face"
        east_asian = usual.fonts.east_asian
        notes.append(f"fonts: Chinese text is set in {east_asian}: the template {reason} for it")
    return latin, heading, east_asian, notes


@lru_cache(maxsize=2)  # one theme is the usual one for every template
def _clean_usual(items: tuple[tuple[str, bytes], ...]) -> tuple[str, Cleaned]:
    """The notes master of the default theme and what it is taken from, which nobody changes."""
    usual = dict(items)
    facts = learn("deck", usual)
    assert isinstance(facts, DeckFacts)
    return facts.notes_master, clean("deck", usual, facts.part)


def _add_notes_master(cleaned: Cleaned, facts: DeckFacts, usual: Mapping[str, bytes]) -> None:
    """Notes need a master: the default theme's, where the template has none."""
    if facts.notes_master and facts.notes_master in cleaned.parts:
        return
    source, taken = _clean_usual(tuple(sorted(usual.items())))
    theme = next(part for _, word, part in targets(usual, source) if word == "theme")
    free = next(f"ppt/theme/theme{at}.xml" for at in range(1, 500) if f"ppt/theme/theme{at}.xml" not in cleaned.parts)
    cleaned.parts[source] = taken.parts[source]
    links = parse(taken.parts[relationships_of(source)])
    for item in links:
        item.set("Target", f"/{free}")
    cleaned.parts[relationships_of(source)] = serialise(links)
    cleaned.parts[free] = taken.parts[theme]
    cleaned.types |= {source: taken.types[source], free: taken.types[theme]}
    root = parse(cleaned.parts[facts.part])
    for old in root.findall(f"{P}notesMasterIdLst"):
        root.remove(old)
    link = "rIdNotesMaster"
    holder = etree.Element(f"{P}notesMasterIdLst")
    etree.SubElement(holder, f"{P}notesMasterId", {f"{{{R}}}id": link})
    root.find(f"{P}sldMasterIdLst").addnext(holder)
    cleaned.parts[facts.part] = serialise(root)
    relations = parse(cleaned.parts[relationships_of(facts.part)])
    target = {"Id": link, "Type": f"{R}/notesMaster", "Target": f"/{source}"}
    etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship", target)
    cleaned.parts[relationships_of(facts.part)] = serialise(relations)
