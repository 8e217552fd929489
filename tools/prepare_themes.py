"""Opens the templates of every theme under themes/ and writes what is learned beside them: `make prepared`."""

from __future__ import annotations

from pathlib import Path

from deckgen.pipeline.door import Disk, Record
from deckgen.theme.find import THEME_FILE
from deckgen.theme.office.prepared import FILE, make_file
from deckgen.theme.templates import FOLDERS, template_parts

THEMES = Path(__file__).resolve().parents[1] / "themes"


def main() -> None:
    """Write the prepared data of all themes."""
    for place in sorted(THEMES.glob(f"*/{THEME_FILE}")):
        theme, door = place.parent, Record(Disk())
        (theme / FILE).write_bytes(make_file({kind: template_parts(theme, kind, door) for kind in FOLDERS}, door))
        print(theme / FILE)


if __name__ == "__main__":
    main()
