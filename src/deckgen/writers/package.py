"""Parts into an Office package.

Equal parts give equal bytes: fixed order, fixed times, one compression level. A part name that
is absolute, empty or steps out of the package is refused with ValueError (a bug of the caller).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"
_FIRST = {CONTENT_TYPES: 0, ROOT_RELATIONSHIPS: 1}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip member can carry
_LEVEL = 6
_STORED_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")  # already compressed


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The zip of the parts: content types first, then the root relationships, then by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(parts, key=lambda part: (_FIRST.get(part, 2), part)):
            if not name or name.startswith("/") or ".." in name.split("/"):
                raise ValueError(f"not a part name: {name!r}")
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 3  # else the byte tells the platform of the build
            member.external_attr = 0o644 << 16
            stored = name.lower().endswith(_STORED_SUFFIXES)
            member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            package.writestr(member, parts[name], compresslevel=_LEVEL)
    return buffer.getvalue()
