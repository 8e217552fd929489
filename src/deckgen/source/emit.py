"""Data into the YAML of a course: block style, long texts behind ``|``, quotes only where they are needed."""

from __future__ import annotations

import re
from typing import Any

import yaml

WIDTH = 116
_QUOTED_INCLUDE = re.compile(r"!include '([\w./-]+)'(?=\n)")


class Include(str):
    """A path that is written as ``!include path``."""

    __slots__ = ()


class Flow(list[Any]):
    """A list that is written in brackets."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """No anchors: every value is written out."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of lists stand under their key, indented."""
        super().increase_indent(flow, False)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if text.strip() != text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _include(dumper: _Dumper, path: Include) -> yaml.ScalarNode:
    return dumper.represent_scalar("!include", str(path))


def _flow(dumper: _Dumper, items: Flow) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Include, _include)
_Dumper.add_representer(Flow, _flow)


def write_yaml(value: Any) -> str:
    """The YAML of mappings, lists, texts and numbers, in their order."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False, indent=2
    )
    return _QUOTED_INCLUDE.sub(r"!include \1", text)
