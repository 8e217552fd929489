"""Makes the fragments of changelog.d the section of a release, or prints what a release says.

python tools/make_changelog.py VERSION [--date 2026-01-31]
python tools/make_changelog.py VERSION --notes

Lines that stand under "Unreleased" in CHANGELOG.md become fragments first, so that both ways of writing them count.
`--notes` prints the section of a version, and ends with 1 where there is none, or fragments are left over.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHANGELOG, FRAGMENTS = "CHANGELOG.md", "changelog.d"
KINDS = ("breaking", "new", "changed", "fixed")
_UNRELEASED = re.compile(r"^## Unreleased\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^- (.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)


def part(folder: Path) -> int:
    """Make every line under "Unreleased" a fragment, the first one first; how many there were."""
    page = folder / CHANGELOG
    text = page.read_text("utf-8")
    section = _UNRELEASED.search(text)
    if section is None:
        return 0
    items = [re.sub(r"\n  (?=\S)", "\n", item.strip()) for item in _ITEM.findall(section[1])]
    for number, item in enumerate(items):
        (folder / FRAGMENTS / f"unreleased-{number:03}.changed.md").write_text(f"{item}\n", "utf-8")
    page.write_text(text[: section.start()] + text[section.end() :], "utf-8")
    return len(items)


def release(folder: Path, version: str, date: str = "") -> None:
    """Write the section of a version from all fragments, and take them away."""
    part(folder)
    command = [sys.executable, "-m", "towncrier", "build", "--yes", "--version", version, "--dir", str(folder)]
    subprocess.run([*command, *(["--date", date] if date else [])], check=True)


def notes(folder: Path, version: str) -> str:
    """What a version says. Raises LookupError where it says nothing, or not all yet."""
    left = [path.name for path in fragments(folder)]
    text = (folder / CHANGELOG).read_text("utf-8")
    section = re.search(rf"^## {re.escape(version)} - [^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if section is None or left or _UNRELEASED.search(text):
        raise LookupError(f"{CHANGELOG} does not say what {version} has: make changelog VERSION={version}")
    return section[1].strip() + "\n"


def fragments(folder: Path) -> list[Path]:
    """The files that the next release is told from."""
    return sorted(path for kind in KINDS for path in (folder / FRAGMENTS).glob(f"*.{kind}.md"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("version")
    parser.add_argument("--date", default="", help="of the release; today if it is left out")
    parser.add_argument("--notes", action="store_true", help="print what the version says")
    options = parser.parse_args()
    if not options.notes:
        release(ROOT, options.version, options.date)
        sys.exit()
    try:
        sys.stdout.write(notes(ROOT, options.version))
    except LookupError as problem:
        sys.exit(str(problem))
