"""The faces of a deck's theme parts, where the course's language asks for others than the template has.

Placeholders, shapes and tables inherit them, so that no run needs a face of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from deckgen.base.markup import writable
from deckgen.theme.templates import DeckTemplate
from deckgen.writers.drawingml.names import A


def change_faces(template: DeckTemplate, east_asian: str) -> Mapping[str, bytes]:
    """The theme parts with another East Asian face; none where the template has that one."""
    if all(master.scheme.text.east_asian == east_asian for master in template.facts.masters):
        return {}
    changed = {}
    for name, part in template.parts.items():
        if name.startswith("ppt/theme/") and name.endswith(".xml"):
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
            for face in root.iterfind(f".//{{{A}}}fontScheme/*/{{{A}}}ea"):
                face.set("typeface", writable(east_asian))
            changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed
