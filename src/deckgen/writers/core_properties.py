"""The properties of an artefact into docProps/core.xml, alike in every Office format.

Nothing comes from the clock: a date is the course's.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from deckgen.tree import Properties

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def write_core_properties(properties: Properties) -> bytes:
    """Title, subject, author, language, version and date (midnight UTC) of an artefact."""
    day = properties.date[:10]
    stamps = "".join(
        f'<dcterms:{kind} xsi:type="dcterms:W3CDTF">{escape(day)}T00:00:00Z</dcterms:{kind}>'
        for kind in ("created", "modified")
        if day
    )
    texts = [
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:language", properties.language),
        ("cp:lastModifiedBy", properties.author),
        ("cp:version", properties.version),
    ]
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in texts if text)
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{body}<cp:revision>1</cp:revision>{stamps}'
        "</cp:coreProperties>"
    ).encode()
