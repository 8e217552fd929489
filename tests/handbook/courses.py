"""YAML files as an editor reads them: by the core schema of YAML 1.2, and what is included is the name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import yaml

CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
)
INCLUDE = re.compile(r"!include[ \t]+")


class _Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for word, pattern, first in CORE:
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{word}", re.compile(f"(?:{pattern})$"), list(first))
_Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
_Editor.add_constructor("!include", lambda loader, node: loader.construct_scalar(node))


def parse(text: str) -> Any:
    return yaml.load(text, _Editor)


def course_files(folder: Path) -> Iterator[tuple[str, Path, Any]]:
    """Every YAML file of a course with the kind of its schema: by the key under which it is included."""
    yield from _files(folder / "course.yaml", "course")


def _files(path: Path, kind: str) -> Iterator[tuple[str, Path, Any]]:
    data = parse(path.read_text("utf-8"))
    yield kind, path, data
    nodes = [(yaml.compose(path.read_text("utf-8"), _Editor), kind)]
    while nodes:
        node, key = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            nodes += [(value, str(name.value)) for name, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += [(item, key) for item in node.value]
        elif node.tag == "!include" and node.value.endswith(".yaml"):
            inner = {"modules": "module", "blocks": "block"}.get(key, key)
            yield from _files(path.parent / node.value, inner)
