"""The extended properties of a deck into docProps/app.xml.

Nothing of the template's own properties is kept, and nothing comes from the clock.
"""

from __future__ import annotations

from deckgen.base.runs import plain
from deckgen.tree import Deck
from deckgen.writers.pptx.markup import XML, escape


def write_app_properties(deck: Deck) -> bytes:
    """How many slides and notes there are, and the titles of all slides."""
    titles = [plain(slide.title).replace("\n", " ") for slide in deck.slides]
    notes = sum(bool(slide.notes) for slide in deck.slides)
    hidden = sum(slide.hidden for slide in deck.slides)
    words = "".join(f"<vt:lpstr>{escape(title)}</vt:lpstr>" for title in titles)
    return (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><TotalTime>0</TotalTime>'
        f"<Application>deckgen</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(titles)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>"
        '<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant>'
        f"<vt:lpstr>Slide Titles</vt:lpstr></vt:variant><vt:variant><vt:i4>{len(titles)}</vt:i4></vt:variant>"
        f'</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="{len(titles)}" baseType="lpstr">{words}'
        "</vt:vector></TitlesOfParts><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>"
        "<HyperlinksChanged>false</HyperlinksChanged></Properties>"
    ).encode()
