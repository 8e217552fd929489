"""All that a finished Office file says, for the proof that nothing in it is the facilitator's."""

from __future__ import annotations

import io
import zipfile
from typing import cast

from lxml import etree

# Texts, and the attributes that a reader of the file may see or hear.
_SAID = etree.XPath("//text() | //@descr | //@title | //@tooltip", smart_strings=False)


def printed_text(content: bytes) -> str:
    """Every text and alternative text of every part, and of files inside the file, one a line; else the text itself."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8").replace("\r\n ", "")
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                said = cast("list[str]", _SAID(etree.fromstring(package.read(name))))
                lines.extend(said)
            elif name.endswith((".xlsx", ".docx", ".pptx")):
                lines.append(printed_text(package.read(name)))
    return "\n".join(line for line in lines if line.strip())
