"""The properties of an artefact into docProps, alike in every Office format.

Nothing of a template's own properties is kept, and nothing comes from the clock: a date is the course's.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.markup import Markup, Template, join
from deckgen.tree import Properties
from deckgen.writers.parts import write_part

_CORE = Template(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}<cp:revision>1</cp:revision>{stamps}'
    "</cp:coreProperties>"
)
_STAMP = Template('<dcterms:{kind} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{kind}>')
_TEXT = Template("<{tag}>{text}</{tag}>")
_BOOK = Template(
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>deckgen</Application>{company}</Properties>"
)
_COMPANY = Template("<Company>{company}</Company>")
_DECK = Template(
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><TotalTime>0</TotalTime>'
    "<Application>deckgen</Application><PresentationFormat>Widescreen</PresentationFormat>"
    "<Slides>{slides}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>"
    '<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant>'
    "<vt:lpstr>Slide Titles</vt:lpstr></vt:variant><vt:variant><vt:i4>{slides}</vt:i4></vt:variant>"
    '</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="{slides}" baseType="lpstr">{titles}'
    "</vt:vector></TitlesOfParts><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>"
    "<HyperlinksChanged>false</HyperlinksChanged></Properties>"
)
_TITLE = Template("<vt:lpstr>{title}</vt:lpstr>")


def write_core_properties(properties: Properties) -> bytes:
    """Title, subject, author, language, version and date (midnight UTC) of an artefact."""
    texts = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:language", properties.language),
        ("cp:lastModifiedBy", properties.author),
        ("cp:version", properties.version),
    )
    day = properties.date[:10]
    stamps = join(_STAMP(kind, day) for kind in ("created", "modified") if day)
    return write_part(_CORE(join(_TEXT(tag, text) for tag, text in texts if text), stamps))


def write_book_properties(author: str) -> bytes:
    """The extended properties of a book: who it is from."""
    return write_part(_BOOK(_COMPANY(author) if author else Markup("")))


def write_deck_properties(titles: Sequence[str], notes: int, hidden: int) -> bytes:
    """The extended properties of a deck: the titles of all slides, how many have notes, and how many are hidden."""
    return write_part(_DECK(len(titles), notes, hidden, join(_TITLE(title) for title in titles)))
