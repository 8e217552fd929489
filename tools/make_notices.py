"""Writes THIRD-PARTY.md: whose work ships with deckgen and under which licence.

python tools/make_notices.py
"""

from __future__ import annotations

from dataclasses import asdict

from components import ELSEWHERE, FONTS, ICONS, ROOT, libraries

NOTICES = ROOT / "THIRD-PARTY.md"
INTRODUCTION = """\
# Third parties

deckgen is under the MIT licence, see [LICENSE](LICENSE). This page is made by `make notices` from what the libraries
say of themselves; do not edit it by hand.

## Inside the package

The templates of the default theme, the phrases and all code are deckgen's own. The metric tables hold numbers that
were measured from fonts; the fonts themselves are not in the package. They are under the SIL Open Font License 1.1,
whose text is in [licenses/OFL-1.1.txt](licenses/OFL-1.1.txt).

| font | version | in | notice |
| --- | --- | --- | --- |
"""
ICON_SET = """
The outlines of the icons in `{file}` are those of {name} {version} ({licence}), {copyright}; some
of them come from Feather (MIT), Copyright (c) 2013-present Cole Bemis. Both licences are in
[licenses/lucide.txt](licenses/lucide.txt).
"""
LIBRARIES = """
## Installed with it

Libraries that `pip` installs beside deckgen, with those they need; none of them is in the package.

| library | licence |
| --- | --- |
"""


def make_notices() -> str:
    """The page."""
    fonts = [f"| {font.name} | {font.version} | `{font.file}` | {font.copyright} |" for font in FONTS]
    named = {library.name: library.licence for library in libraries()}
    elsewhere = {f"{name} (on Windows)": licence for name, licence in ELSEWHERE.items()}
    rows = [f"| {name} | {licence} |" for name, licence in sorted({**named, **elsewhere}.items())]
    return (
        INTRODUCTION + "\n".join(fonts) + "\n" + ICON_SET.format(**asdict(ICONS)) + LIBRARIES + "\n".join(rows) + "\n"
    )


if __name__ == "__main__":
    NOTICES.write_text(make_notices(), encoding="utf-8")
