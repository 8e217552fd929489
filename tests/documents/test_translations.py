"""Documents in two languages: each leads to the other, both come with the package, and both tell the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.pipeline.documents import documents
from documents.stories import ROOT, commands_of

DOCS = ROOT / "docs"
PAIRS = [(DOCS / path.name.replace(".zh-CN", ""), path) for path in sorted(DOCS.glob("*.zh-CN.md"))]
FENCE = re.compile(r"^(`{3,4})(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
MADE = "curriculum-reference.md"  # from one source, for both languages
STORIES = {MADE, "first-course.md"}  # with examples of their own in each language


def _prose(path: Path) -> str:
    return FENCE.sub("", path.read_text("utf-8"))


def _links(path: Path) -> list[str]:
    """Where links lead, but for examples in code."""
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`", "", _prose(path)))


def _rows(path: Path) -> list[int]:
    """How many rows each table has."""
    return [table.count("\n") for table in re.findall(r"(?:^\|.*\n)+", _prose(path), re.MULTILINE)]


def _shape(value: Any) -> Any:
    """An example without its words: keys and numbers of entries; a point that has others below it is no key."""
    if isinstance(value, dict):
        return [(key if re.fullmatch(r"[\w.-]+", key, re.ASCII) else "", _shape(item)) for key, item in value.items()]
    return [_shape(item) for item in value] if isinstance(value, list) else type(value)


def _examples(path: Path) -> list[tuple[str, Any]]:
    found = []
    for _, language, text in FENCE.findall(path.read_text("utf-8")):
        if language == "console":
            found.append((language, [command.words[:2] for command in commands_of(text)]))
        elif language == "yaml":
            found.append((language, _shape(yaml.safe_load(text))))
    return found


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=lambda path: path.name)
def test_a_document_and_its_translation_lead_to_each_other(english: Path, chinese: Path) -> None:
    for path, other in ((english, chinese), (chinese, english)):
        head = path.read_text("utf-8").partition("\n## ")[0].partition("```")[0]
        assert f"]({other.name})" in head, f"{path.name} does not lead to {other.name} at its top"


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=lambda path: path.name)
def test_a_translation_has_the_parts_of_its_original(english: Path, chinese: Path) -> None:
    levels = [re.findall(r"^#+", _prose(path), re.MULTILINE) for path in (english, chinese)]
    assert levels[0] == levels[1]
    assert _rows(english) == _rows(chinese)
    codes = [set(re.findall(r"DG\d{3}", path.read_text("utf-8"))) for path in (english, chinese)]
    assert codes[0] == codes[1]
    if english.name not in STORIES:
        assert _examples(english) == _examples(chinese)


def test_every_document_for_authors_is_in_the_package_and_in_the_list() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    listed = {name: path.name for name, path in documents().items()}
    assert {f"docs/{file}": f"deckgen/_docs/{file}" for file in listed.values()}.items() <= shipped.items()
    assert {name for name in shipped if name.endswith(".md")} == {f"docs/{file}" for file in listed.values()}
    for english, chinese in PAIRS:
        names = {file: name for name, file in listed.items()}
        assert names[chinese.name] == f"{names[english.name]}-zh"


@pytest.mark.parametrize(
    "path", [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name
)  # fmt: skip
def test_links_of_a_document_lead_somewhere(path: Path) -> None:
    for target in _links(path):
        file, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        place = (path.parent / file) if file else path
        assert place.exists(), target
        if anchor:
            page = place.read_text("utf-8")
            headings = [
                re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)", page, re.M)
            ]
            assert f'id="{anchor}"' in page or anchor in headings, target


def test_a_chinese_document_sends_readers_to_chinese_ones() -> None:
    chinese = {path.name.replace(".zh-CN", "") for _, path in PAIRS}
    for _, path in [*PAIRS, (None, ROOT / "README.zh-CN.md")]:
        own = path.name.replace(".zh-CN", "")
        linked = {target.partition("#")[0].rpartition("/")[2] for target in _links(path)}
        assert not (linked & chinese) - {own}, f"{path.name} leads to English pages that there are in Chinese"
