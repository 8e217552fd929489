"""Modules of deckgen into the libraries that took part when they ran.

Derived from what the modules hold: whatever a module imported when it was loaded is among its globals. So the answer
depends on the build alone, not on what else the process has loaded: a terminal, a test, an earlier build.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import metadata
from types import ModuleType

from lxml import etree

PROGRAM = "deckgen"
_EXTRA = re.compile(r";.*\bextra\b")
_SEPARATORS = re.compile(r"[-_.]+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def took_part(modules: Iterable[str], also: Iterable[str] = ()) -> dict[str, str]:
    """Name -> version of every library that the named modules of deckgen, or those they import, have imported.

    `also` names libraries that are known to have taken part, be it in an earlier build whose findings were kept.

    What compresses and spells the artefacts is named too, since another version may write other bytes.
    """
    tops = {name for name in _reach(modules) if name != PROGRAM and name not in sys.stdlib_module_names}
    versions = {name: metadata.version(name) for name in also}
    versions |= dict(known for top in tops if (known := _library(top)) is not None)
    versions["zlib"] = zlib.ZLIB_RUNTIME_VERSION
    versions["libxml2"] = ".".join(map(str, etree.LIBXML_VERSION))
    return dict(sorted(versions.items()))


def _reach(modules: Iterable[str]) -> set[str]:
    """First names of all modules that can be reached from the named ones."""
    waiting, seen, tops = list(modules), set[str](), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in sys.modules:
            continue
        seen.add(name)
        top, dot, _ = name.partition(".")
        tops.add(top)
        if top == PROGRAM:
            waiting.extend(_held(sys.modules[name]))
            if dot:
                waiting.append(name.rpartition(".")[0])  # its package was loaded first
    return tops


@cache
def _held(module: ModuleType) -> frozenset[str]:
    """The modules that a module's globals are, or come from; once it is loaded there come no others.

    Python makes every loaded module a global of its package, whoever imported it: that says nothing.
    """
    owners = set()
    for name, value in vars(module).items():
        if isinstance(value, ModuleType) and value.__name__ == f"{module.__name__}.{name}":
            continue
        owner = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
        if isinstance(owner, str):
            owners.add(owner)
    return frozenset(owners)


@lru_cache(maxsize=128)
def _library(top: str) -> tuple[str, str] | None:
    """Name and version of the library that brings the package `top`; both are read from a file at every question."""
    item = _distribution(top)
    return (_SEPARATORS.sub("-", item.name).lower(), item.version) if item is not None else None


def _distribution(top: str) -> metadata.Distribution | None:
    """The installed distribution that brings the package `top`; the likely places first, all of them take long."""
    for name in (*(name for name in _declared() if _SEPARATORS.sub("_", name).lower() == top), top):
        try:
            return metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
    # yaml is likely to be in pyyaml: lists of files are long
    for name in sorted(_declared(), key=lambda name: top not in _SEPARATORS.sub("_", name).lower()):
        if any(file.parts[0] == top for file in metadata.files(name) or ()):
            return metadata.distribution(name)
    names = metadata.packages_distributions().get(top)
    return metadata.distribution(min(names)) if names else None


@lru_cache(maxsize=1)
def _declared() -> tuple[str, ...]:
    """Names of the libraries that deckgen declares, without those of its extras."""
    try:
        required = metadata.requires(PROGRAM) or []
    except metadata.PackageNotFoundError:  # run from its source, never installed
        return ()
    matches = (_NAME.match(line) for line in required if not _EXTRA.search(line))
    return tuple(match[0] for match in matches if match)
