"""The pictures of foreign material: which can be shown, and under which names."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.pipeline.door import Disk

_SUFFIXES = ("png", "jpg", "svg", "gif")


class ForeignPictures:
    """Pictures by the names of their material, read once. `inside` are those that stand in Office files."""

    def __init__(self, inside: Mapping[str, bytes], disk: Disk) -> None:
        self.inside, self.disk = inside, disk
        self.bytes_of: dict[str, bytes] = {}

    def names(self, sources: Mapping[str, str], report: Report) -> dict[str, str]:
        """File names of the pictures that cannot keep their own; empty for one that cannot be shown, as reported."""
        renamed = {}
        for place, source in sources.items():
            name = self._judge(source, place, report)
            if name != posixpath.basename(source):
                renamed[source] = name
        return renamed

    def _judge(self, source: str, place: str, report: Report) -> str:
        from deckgen.pictures import RefusedError, look_at

        try:
            content = self.inside[source] if source in self.inside else self.disk.read(Path(source))
        except OSError as problem:
            reason = problem.strerror or str(problem)
            hint = f"put it at {place}, and show it where it belongs"
            report.add("DG721", f"the picture {source} cannot be read: {reason}", None, hint)
            return ""
        self.bytes_of[source] = content
        name = posixpath.basename(source)
        for suffix in ("", *(f".{each}" for each in _SUFFIXES)):
            try:
                look_at(posixpath.splitext(name)[0] + suffix if suffix else name, content)
            except RefusedError as refused:
                if refused.code == "DG524":  # of another kind than its name says
                    continue
                report.add("DG721", f"the picture {source} {refused.message}", None, refused.hint)
                return ""
            return posixpath.splitext(name)[0] + suffix if suffix else name
        return ""
