"""Layouts of a deck in the language of its course: their names, those of their placeholders, and what these ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from deckgen.base.markup import writable
from deckgen.theme.templates import DeckTemplate
from deckgen.theme.theme import Theme
from deckgen.tree import Deck
from deckgen.writers.drawingml.names import A
from deckgen.writers.pptx.markup import P


def name_layouts(template: DeckTemplate, theme: Theme, deck: Deck) -> Mapping[str, bytes]:
    """The layout parts of the roles of a theme, in the words of a deck; one that it has no word for stays as it is."""
    words, language = dict(deck.words), deck.properties.language
    changed = {}
    for role, layout in template.geometry.layouts.items():
        if f"layout.{role}" in words:
            root: Any = etree.fromstring(template.parts[layout.part], etree.XMLParser(resolve_entities=False))
            root.find(f"{{{P}}}cSld").set("name", writable(words[f"layout.{role}"]))
            slots = {holder: slot for slot, holder in theme.slots[role].items()}
            _name_placeholders(root, slots, words, language)
            changed[layout.part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed


def _name_placeholders(root: Any, slots: Mapping[str, str], words: Mapping[str, str], language: str) -> None:
    """Give the placeholders of a layout their names and prompts; `slots` are told by the names in the template."""
    for shape in root.iterfind(f".//{{{P}}}sp"):
        own = shape.find(f"{{{P}}}nvSpPr/{{{P}}}cNvPr")
        slot = slots.get(own.get("name", ""))
        if slot is None or shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph") is None:
            continue
        own.set("name", writable(words.get(slot, slot)))
        for run in shape.iterfind(f".//{{{A}}}r") if f"prompt.{slot}" in words else ():
            run.find(f"{{{A}}}t").text = writable(words[f"prompt.{slot}"])
            run.find(f"{{{A}}}rPr").set("lang", writable(language))
