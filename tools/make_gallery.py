"""Writes the gallery of icons, docs/icons.md and docs/images/icons.svg, from the outlines that ship.

python tools/make_gallery.py
"""

from __future__ import annotations

from pathlib import Path

from deckgen.base.icons import ICONS, SIDE, STROKE

DOCS = Path(__file__).resolve().parents[1] / "docs"
_COLUMNS, _WIDE, _HIGH, _SIDE = 8, 118, 74, 32  # of the picture, in dots
_PAGE = """\
# Icons

`icon: phone` puts an icon beside the title of an item of a diagram: a card, a step, a spoke, a level, a cell of a
matrix, a ring, a stage, a mark, a term, a part of a glyph. Icons are lines without a fill in the colour of the title:
native shapes in deck and book, which Office can recolour, enlarge and edit.

```yaml
# slide
diagram:
  type: cards
  cards:
    - {{title: Call back, icon: phone}}
    - {{title: One owner, icon: user-check}}
    - {{title: By when, icon: clock}}
    - {{title: Done, icon: circle-check}}
```

A name that is not known is a mistake (DG240) that lists the nearest. These {count} there are; they come from
[Lucide](https://lucide.dev), under the ISC licence (see [THIRD-PARTY.md](../THIRD-PARTY.md)). This page is made by
`make reference`.

![All icons with their names](images/icons.svg)

{names}
"""


def made_files() -> dict[Path, str]:
    """Path and content of every file that is made."""
    names = ", ".join(f"`{name}`" for name in sorted(ICONS))
    page = _PAGE.format(count=len(ICONS), names=names)
    return {DOCS / "icons.md": page, DOCS / "images" / "icons.svg": draw_gallery()}


def draw_gallery() -> str:
    """All icons in rows, each over its name."""
    rows = -(-len(ICONS) // _COLUMNS)
    width, height = _COLUMNS * _WIDE, rows * _HIGH
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<g fill="none" stroke="#1b4b5c" stroke-width="{STROKE:g}" stroke-linecap="round" stroke-linejoin="round">',
    ]
    texts = []
    for at, name in enumerate(sorted(ICONS)):
        x, y = at % _COLUMNS * _WIDE + (_WIDE - _SIDE) / 2, at // _COLUMNS * _HIGH + 10
        lines.append(f'<path transform="translate({x:g} {y:g}) scale({_SIDE / SIDE:.4f})" d="{ICONS[name]}"/>')
        texts.append(f'<text x="{x + _SIDE / 2:g}" y="{y + _SIDE + 18:g}">{name}</text>')
    style = '<g font-family="sans-serif" font-size="11" fill="#333333" text-anchor="middle">'
    return "\n".join([*lines, "</g>", style, *texts, "</g>", "</svg>", ""])


if __name__ == "__main__":
    for path, text in made_files().items():
        path.write_text(text, encoding="utf-8")
