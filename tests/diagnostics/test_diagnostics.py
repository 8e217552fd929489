"""Every diagnostic code has a small input here that provokes it, and nothing but it.

A case is a file ``DG003-key-twice.yaml`` or a folder ``DG019-include-missing/`` with ``main.yaml``.
What it must report stands in comments ``# expect: ...`` at its head, in ``<case>.expected``, or in
``expected`` inside the folder, one line each: ``[CODE] [file:]line:column fragment of the message``;
the code is that of the case when it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic
from deckgen.source import reader
from deckgen.source.files import MAX_BYTES
from deckgen.source.reader import read_source

HERE = Path(__file__).parent
CASE = re.compile(r"(DG\d{3})-[a-z0-9-]+")
EXPECTED = re.compile(r"(?:(DG\d{3}) )?((?:\S+:)?\d+:\d+) (.+)")
# Inputs too large to keep.
MADE: dict[str, Callable[[], bytes]] = {"DG017-file-too-large": lambda: b"#" * (MAX_BYTES + 1)}


class Case(NamedTuple):
    name: str
    folder: Path  # where it runs
    file: str

    @property
    def code(self) -> str:
        return self.name[:5]


def _read(case: Case) -> tuple[Diagnostic, ...]:
    def read_bytes(path: Path) -> bytes:
        return MADE[case.name]() if case.name in MADE else path.read_bytes()

    return read_source(Path(case.file), Path(), read_bytes)[1]


# Which stage of the build a range of codes needs; the working folder is that of the case.
RUNNERS: dict[str, Callable[[Case], tuple[Diagnostic, ...]]] = {"DG0": _read}


def _cases() -> list[Case]:
    found = {name: Case(name, HERE, f"{name}.yaml") for name in MADE}
    for path in HERE.iterdir():
        if path.is_dir() and CASE.fullmatch(path.name):
            found[path.name] = Case(path.name, path, "main.yaml")
        elif path.suffix == ".yaml":
            found[path.stem] = Case(path.stem, HERE, path.name)
    return [found[name] for name in sorted(found)]


def _expected(case: Case) -> list[tuple[str, str, str]]:
    sidecar = HERE / f"{case.name}.expected"
    if case.folder != HERE:
        sidecar = case.folder / "expected"
    if sidecar.exists():
        lines = sidecar.read_text("utf-8").splitlines()
    else:
        head = (case.folder / case.file).read_text("utf-8", errors="replace").splitlines()
        lines = [line.removeprefix("# expect: ") for line in head if line.startswith("# expect: ")]
    made = []
    for line in lines:
        found = EXPECTED.fullmatch(line)
        assert found, f"{case.name}: cannot read the expectation {line!r}"
        code, place, fragment = found.groups()
        made.append((code or case.code, place if place.count(":") == 2 else f"{case.file}:{place}", fragment))
    assert made, f"{case.name}: nothing expected"
    return sorted(made, key=lambda item: item[:2])


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_case(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder)
    got = RUNNERS[case.code[:3]](case)
    expected = _expected(case)
    places = sorted((item.code, str(item.span)) for item in got)
    assert places == [(code, place) for code, place, _ in expected], [item.message for item in got]
    for code, place, fragment in expected:
        messages = [item.message for item in got if (item.code, str(item.span)) == (code, place)]
        assert any(fragment in message for message in messages), messages
    for item in got:
        assert item.hint, f"{item.code} without a hint"
        assert not re.search(r"yaml\.|<block|scanner|token|Error\b|Traceback", item.message + item.hint)


@pytest.mark.parametrize("case", [c for c in _cases() if c.code < "DG1"], ids=lambda case: case.name)
def test_both_yaml_parsers_agree(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.folder)
    seen = []
    for name in ("CSafeLoader", "SafeLoader"):
        monkeypatch.setattr(reader, "_LOADER", getattr(yaml, name))
        seen.append([(item.code, item.message, item.span and item.span.line) for item in _read(case)])
    assert seen[0] == seen[1]


@pytest.mark.parametrize("code", [code for code in CODES if code[:3] in RUNNERS])
def test_code_has_a_case(code: str) -> None:
    assert any(case.code == code for case in _cases()), f"{code} needs tests/diagnostics/{code}-<name>.yaml"


def test_cases_name_known_codes() -> None:
    assert [case.name for case in _cases() if case.code not in CODES] == []
