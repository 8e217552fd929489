"""Opens the templates of every theme under themes/ and writes what is learned beside them: `make prepared`."""

from __future__ import annotations

from make_themes import THEMES, write_prepared

from deckgen.theme.find import THEME_FILE


def main() -> None:
    """Write the prepared data of all themes."""
    for place in sorted(THEMES.glob(f"*/{THEME_FILE}")):
        write_prepared(place.parent)
        print(place.parent)


if __name__ == "__main__":
    main()
