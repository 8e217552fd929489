"""What a profile sets, as one delivery sees it: its record, and what of it is laid over the course.

Like a course, a profile may say values per delivery. A variable that the course declares is meant by its name, also
where a key of profiles is called so. Every mistake is reported at its place in the profile.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import ValidationError

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.decode.brand import KEYS as BRAND_KEYS
from deckgen.decode.mistakes import report_errors
from deckgen.decode.settings import FACTS, Settings
from deckgen.decode.variants import view_of
from deckgen.decode.wording import PHRASES
from deckgen.model.profile import Profile
from deckgen.source.node import OPEN, UNREAD, Located
from deckgen.source.scalars import spelling

PROFILE_KEYS = frozenset(Profile.model_fields)

_OF_COURSE = (PHRASES, *BRAND_KEYS)  # checked with those of the course
_LAID = ("class_size", "room")  # records of the course that a profile may say in part


def check_names(raw: Located, known: Collection[str], deliveries: Collection[str], report: Report) -> None:
    """Every key of a profile is one of profiles or a name that one of the courses `known` has for `--set`."""
    names = PROFILE_KEYS.union(known)
    for key in raw:
        if key not in names and key not in deliveries:
            near = nearest(key, names)
            hint = f"did you mean {near}?" if near else f"what can be set: {list_names(names)}"
            report.add("DG101", f"nothing is called {shorten(key)}", raw.keys_at.get(key), hint)


def read_profile(
    raw: Located,
    chain: Sequence[str],
    deliveries: Collection[str],
    variables: Collection[str],
    given: Settings,
    report: Report,
) -> tuple[Profile, Settings]:
    """The record of a profile for the first delivery of a chain, and the settings that it and the command line make.

    `variables` are the names that the course gives to texts of its own, `given` what the command line sets, which wins.
    """
    special = view_of(raw, chain, deliveries, report, PROFILE_KEYS | frozenset(variables)).data
    if not isinstance(special, Located):
        return Profile(), given
    record = _read_record(special, variables, report)
    texts: dict[str, str] = {}
    laid = Located()
    for key, value in special.items():
        if key in _OF_COURSE:
            continue
        if value is UNREAD or value is OPEN or (key in PROFILE_KEYS and key not in record):
            if key in variables or key not in PROFILE_KEYS:
                _read_text(key, value, special, texts, report)
        elif key in _LAID and isinstance(value, Located):
            laid[key], laid.spans[key] = value, special.spans[key]
        elif key in FACTS or key not in PROFILE_KEYS:
            _read_text(key, value, special, texts, report)
    places = {key: at for key, at in special.spans.items() if key not in given}
    return Profile.model_validate(record), Settings(
        {**texts, **given}, places, special.get(PHRASES), special.spans.get(PHRASES), laid=laid, notes=given.notes
    )


def _read_record(special: Located, variables: Collection[str], report: Report) -> Located:
    """The keys of profiles alone, without those whose values are wrong."""
    record = Located(
        {
            key: value
            for key, value in special.items()
            if key in PROFILE_KEYS and key not in variables and key not in _OF_COURSE
        }
    )
    record.span, record.spans, record.keys_at = special.span, special.spans, special.keys_at
    for key in [key for key, value in record.items() if value is UNREAD or value is OPEN]:
        del record[key]
    try:
        Profile.model_validate(record)
    except ValidationError as error:
        details = error.errors(include_url=False)
        report_errors(details, record, report)
        for detail in details:
            record.pop(str(detail["loc"][0]), None)
    return record


def _read_text(key: str, value: Any, special: Located, texts: dict[str, str], report: Report) -> None:
    if isinstance(value, str | int | float):
        texts[key] = value if isinstance(value, str) else spelling(value)
    elif value is not UNREAD and value is not OPEN:
        at = special.spans.get(key)
        report.add("DG103", f"{key} takes one text or number", at, f'write for example {key}: "18"')
