"""YAML bytes into located mappings, until the room source reads them."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.source.node import Located


def read_source(
    path: Path, read_bytes: Callable[[Path], bytes]
) -> tuple[Located | None, tuple[Diagnostic, ...]]:
    """The root mapping of a YAML file."""
    node = yaml.compose(read_bytes(path), Loader=yaml.SafeLoader)
    loader = yaml.SafeLoader("")

    def build(item: Any) -> Any:
        if not isinstance(item, yaml.MappingNode):
            return loader.construct_object(item, deep=True)
        located = Located()
        located.span = at(item)
        for key, value in item.value:
            located[key.value] = build(value)
            located.spans[key.value] = at(value)
            located.keys_at[key.value] = at(key)
        return located

    def at(item: Any) -> Span:
        return Span(str(path), item.start_mark.line + 1, item.start_mark.column + 1)

    root = build(node)
    return (root if isinstance(root, Located) else None), ()
