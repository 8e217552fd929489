"""How gaps are gathered: a check is a generator of sentences, and one that breaks is a gap like others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


def attempt(what: str, check: Callable[[], Iterable[str]]) -> Iterator[str]:
    """The gaps that a check finds; where it raises, that is one more gap, so that the other checks still run."""
    try:
        yield from check()
    except Exception as problem:  # whatever a half-added kind breaks is to be named beside the other gaps
        yield f"{what}: {type(problem).__name__}: {problem}"


def missing(table: str, wanted: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    """What a table lacks, and what it has that nothing asks for."""
    wanted, there = list(wanted), list(there)
    yield from (f"{table} lacks {word}" for word in wanted if word not in there)
    yield from (f"{table} has {word}, which nothing asks for" for word in there if word not in wanted)
