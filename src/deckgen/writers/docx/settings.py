"""Settings and theme of the template into the parts of one book.

Refuses template parts that are no XML (a parse error of the file).
"""

from __future__ import annotations

from lxml import etree

from deckgen.base.languages import is_traditional, latin_tag
from deckgen.base.markup import writable
from deckgen.theme import Theme
from deckgen.theme.colours import SCHEME_SLOTS, read_scheme_colour
from deckgen.writers.docx.markup import W
from deckgen.writers.drawingml.names import A

_BEFORE_MIRRORED = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
                    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
                    "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
                    "saveSubsetFonts", "saveFormsData")  # fmt: skip
_BEFORE_EVEN_AND_ODD = (*_BEFORE_MIRRORED, "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
                        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors",
                        "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
                        "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
                        "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
                        "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation",
                        "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope",
                        "summaryLength", "clickAndTypeStyle", "defaultTableStyle")  # fmt: skip


def write_settings(template: bytes, language: str, *, facing: bool = False) -> bytes:
    """The settings part in the language of the book; `facing` pages have mirrored margins and headers of their own."""
    root = _parse(template)
    for tag, before in (("mirrorMargins", _BEFORE_MIRRORED), ("evenAndOddHeaders", _BEFORE_EVEN_AND_ODD)):
        for switch in root.findall(f"{{{W}}}{tag}"):
            root.remove(switch)
        if facing:
            known = {f"{{{W}}}{name}" for name in before}
            at = next((at for at, child in enumerate(root) if child.tag not in known), len(root))
            root.insert(at, etree.Element(f"{{{W}}}{tag}"))
    if (faces := root.find(f"{{{W}}}themeFontLang")) is not None:
        faces.set(f"{{{W}}}val", writable(latin_tag(language)))
        faces.set(f"{{{W}}}eastAsia", writable(language))
    return _serialise(root)


def write_theme(template: bytes, theme: Theme, language: str) -> bytes:
    """The theme part with the theme's fonts and colour scheme."""
    script = "Hant" if is_traditional(language) else "Hans"
    root = _parse(template)
    root.set("name", writable(theme.name))
    slots: dict[str, str] = {}
    for role, place in theme.scheme.items():
        scheme = read_scheme_colour(place)
        if scheme is not None and scheme.mod == 100 and scheme.off == 0:
            slots.setdefault(scheme.slot, theme.colours[role])
    slots |= {"hlink": theme.colours["secondary"], "folHlink": theme.colours["muted"]}
    for slot in (*SCHEME_SLOTS, "hlink", "folHlink"):
        colour = root.find(f".//{{{A}}}clrScheme/{{{A}}}{slot}/{{{A}}}srgbClr")
        if colour is not None and slot in slots:
            colour.set("val", slots[slot])
    for face in ("majorFont", "minorFont"):
        for tag, name in (("latin", theme.fonts.latin), ("ea", theme.fonts.east_asian)):
            for font in root.iterfind(f".//{{{A}}}{face}/{{{A}}}{tag}"):
                font.set("typeface", writable(name))
        for font in root.iterfind(f".//{{{A}}}{face}/{{{A}}}font[@script='{script}']"):
            font.set("typeface", writable(theme.fonts.east_asian))
    return _serialise(root)


def _parse(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
