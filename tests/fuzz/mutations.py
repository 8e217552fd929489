"""Seeded mutations of a course's YAML: of its bytes, as a bad copy or editor makes them, and of its structure.

Everything follows from the seed, so that a mutation can be made again from its number.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

ODD_TEXTS = (
    "\u200b", "\ufeff", "\u202e", "\u0000", "\u2028", "\ud7ff", "\U0010ffff", "\ue000", "e\u0301", "\U0001f468\u200d",
    "ﬀ", "﷽", "～", "：", "，", "“", "［", "｛", "\t", "\r", "\x0c", "\x1b[31m", "{{", "}}", "{%", "[", "]", "{", "}",
    "- ", ": ", " #", "&a ", "*a", "!!python/object:os.system ", "%", "@", "`", "|", ">", "---\n", "...\n", "<<: ",
    "? ",
)  # fmt: skip
ODD_BYTES = (
    b"\xff", b"\xfe\xff", b"\x00", b"\x80", b"\xc3\x28", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\x0d",
)  # fmt: skip
ODD_VALUES = (
    "", "~", "null", "true", "no", "0", "-1", "3.5", "1e308", ".inf", ".nan", "9" * 19, "9" * 400, "0x7fffffff",
    "2026-13-45", "25:61", "12:30", "6/8/3", "999/999/999", "1-day", "[]", "{}", "[[]]", "{a: b}", "[1, {b: [c]}]",
    '""', '" "', "''", '"{{ nobody }}"', '"{{ client|join(client) }}"', '"' + "长" * 5000 + '"',
    '"' + "word " * 3000 + '"', "[" * 90 + "]" * 90, "{a: " * 70 + "b" + "}" * 70, "!include nowhere.yaml",
    "!include ../../../../etc/passwd", "!include .", "*nothing", "[{kind: drill}]", "{in: [1-day, nowhere]}",
    "{1-day: 5}", "{1-day: {2-day: {1-day: x}}}", '"\\ud83d"', '"a\\nb"', "|\n  a\n  b", '"**a*b_c`d[e](f"',
    '"<b>&amp;</b>"', '"![x](y.png)"', '"[x](#nowhere)"', '"[x](javascript:alert(1))"', '"\u202e\u200b"',
)  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """One changed file of a course: its name, its bytes, and what was done."""

    file: str
    data: bytes
    what: str


def mutate(files: Mapping[str, bytes], seed: int) -> Mutation:
    """The mutation of that number."""
    rng = random.Random(seed)
    file = rng.choice(sorted(files))
    change = rng.choice((*_OF_BYTES, *_OF_STRUCTURE, *_OF_STRUCTURE))
    data = change(files[file], rng)
    return Mutation(file, data, f"{change.__name__.strip('_')} of {file}")


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def _delete_bytes(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.choice((1, 2, 20, 400)) :]


def _double_bytes(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    end = start + rng.choice((1, 3, 60, 2000))
    return data[:end] + data[start:end] * rng.choice((1, 5)) + data[end:]


def _insert_bytes(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + rng.choice(ODD_BYTES) + data[at:]


def _insert_text(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8")
    at = rng.randrange(len(text))
    return (text[:at] + rng.choice(ODD_TEXTS) * rng.choice((1, 1, 30)) + text[at:]).encode()


def _move_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = rng.randrange(len(lines))
    moved = lines[start : start + rng.choice((1, 4, 30))]
    rest = lines[:start] + lines[start + len(moved) :]
    at = rng.randrange(len(rest) + 1)
    return b"".join([*rest[:at], *moved, *rest[at:]])


def _indent(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = rng.randrange(len(lines))
    for number in range(start, min(len(lines), start + rng.choice((1, 5, 40)))):
        lines[number] = b"  " + lines[number] if rng.random() < 0.5 else lines[number].replace(b"  ", b"", 1)
    return b"".join(lines)


def _recode(data: bytes, rng: random.Random) -> bytes:
    return data.decode("utf-8").encode(rng.choice(("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "utf-32")))


@lru_cache(maxsize=64)
def _nodes(text: str) -> tuple[tuple[str, int, int], ...]:
    """Kind, start and end of every key, scalar and collection of a file."""
    found: list[tuple[str, int, int]] = []
    waiting = [("value", yaml.compose(text, Loader=yaml.SafeLoader))]
    while waiting:
        kind, node = waiting.pop()
        if node is None:
            continue
        if not isinstance(node, yaml.ScalarNode):
            kind = "collection" if kind == "value" else kind
            pairs = node.value if isinstance(node, yaml.MappingNode) else [(None, item) for item in node.value]
            waiting += [("key", key) for key, _ in pairs] + [("value", value) for _, value in pairs]
        found.append((kind, node.start_mark.index, node.end_mark.index))
    return tuple(found)


def _replace(data: bytes, rng: random.Random, make: Callable[[str], str], *kinds: str) -> bytes:
    text = data.decode("utf-8")
    nodes = [node for node in _nodes(text) if node[0] in kinds]
    _, start, end = rng.choice(nodes)
    return (text[:start] + make(text[start:end]) + text[end:]).encode("utf-8", "surrogatepass")


def _other_value(data: bytes, rng: random.Random) -> bytes:
    return _replace(data, rng, lambda _: rng.choice(ODD_VALUES), "value", "value", "collection")


def _other_key(data: bytes, rng: random.Random) -> bytes:
    return _replace(
        data, rng, lambda key: rng.choice((key + "x", key[:-1], "1-day", "in", "kind", "zzz", "长" * 500)), "key"
    )


def _no_value(data: bytes, rng: random.Random) -> bytes:
    return _replace(data, rng, lambda _: "", "value", "collection")


def _swap_values(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8")
    nodes = [node for node in _nodes(text) if node[0] != "key"]
    (_, a, b), (_, c, d) = sorted(rng.sample(nodes, 2), key=lambda node: node[1])
    if b > c:  # one holds the other
        return (text[:a] + text[c:d] + text[b:]).encode()
    return (text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]).encode()


def _odd_text_in_value(data: bytes, rng: random.Random) -> bytes:
    def make(value: str) -> str:
        at = rng.randrange(len(value) + 1)
        return value[:at] + rng.choice(ODD_TEXTS) + value[at:]

    return _replace(data, rng, make, "value")


def _two_at_once(data: bytes, rng: random.Random) -> bytes:
    try:
        return _other_value(_other_value(data, rng), rng)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return _other_key(data, rng)


_OF_BYTES = (_cut, _delete_bytes, _double_bytes, _insert_bytes, _insert_text, _move_lines, _indent, _recode)
_OF_STRUCTURE = (_other_value, _other_value, _other_key, _no_value, _swap_values, _odd_text_in_value, _two_at_once)
