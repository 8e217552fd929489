"""Dates as a language writes them."""

from __future__ import annotations

from datetime import date

from deckgen.text.phrases import Phrases


def write_date(say: Phrases, day: date | str) -> str:
    """A day, or the ISO form of one, as the language of the phrases writes it; any other text as it stands."""
    try:
        known = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return str(day)
    return say("date.form", year=known.year, month=say(f"month.{known.month}"), day=known.day)
