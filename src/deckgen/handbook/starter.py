"""A new course to write over: files by name, from the templates beside this module.

Every length has the same beginning; longer ones have more modules. Refuses nothing: names and lengths are checked by
whoever asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from string import Template

LENGTHS: Mapping[str, int] = {"90-min": 90, "1-day": 360, "2-day": 720}  # contact minutes
LANGUAGES = ("en", "zh-CN")
ENGINES: Mapping[str, str] = {"github": ".github/workflows/", "gitlab": ""}  # and where their files lie
FOLDER = "starter"  # of this package: a folder a language, whose files are templates
_SHARED = "shared"  # what is the same in every language

# Minutes of the first module by length: talk/activity/debrief of its blocks, and the steps of its sheets.
_SHORT: Mapping[str, str] = {
    "opening": "1/7/2", "closing": "0/8/2",
    "m11": "3/23/9", "t11": "3", "a11": "23", "d11": "9", "e11": "5", "s1a": "3", "s1b": "20", "s1c": "9",
    "m12": "4/23/8", "t12": "4", "v12": "5", "a12": "18", "d12": "8", "e12": "5", "s2a": "2", "s2b": "3",
    "s3a": "3", "s3b": "15", "s3c": "8", "seconds": "240", "range": "25-35-60", "frame": "5-10-15",
}  # fmt: skip
_LONG: Mapping[str, str] = {
    "opening": "2/10/3", "closing": "0/12/3",
    "m11": "4/54/17", "t11": "4", "a11": "54", "d11": "17", "e11": "10", "s1a": "6", "s1b": "48", "s1c": "17",
    "m12": "4/64/22", "t12": "4", "v12": "10", "a12": "54", "d12": "22", "e12": "10", "s2a": "3", "s2b": "7",
    "s3a": "8", "s3b": "46", "s3c": "22", "seconds": "600", "range": "30-90-110", "frame": "10-15-20",
}  # fmt: skip
# The second module ends a day: with the close of the course, or without.
_SECOND: Mapping[str, Mapping[str, str]] = {
    "1-day": {"m22": "4/53/18", "a22": "37", "d22": "18", "s6b": "31"},
    "2-day": {"m22": "4/64/22", "a22": "48", "d22": "22", "s6b": "42"},
}
# How many of the language's modules a length has: the first ones.
_MODULES: Mapping[str, int] = {"90-min": 1, "1-day": 2, "2-day": 4}
_FRAMES = ("00-opening", "09-close")


def starter_files(
    templates: Mapping[str, str], name: str, title: str, language: str, length: str, date: str
) -> dict[str, bytes]:
    """The files of a new course of one of `LANGUAGES` and `LENGTHS`, by their names with ``/``.

    `templates` are those of `FOLDER` by name; `name` becomes the course's id, `date` (``2026-05-04``) its date.
    """
    words = templates[f"{language}/words.txt"].splitlines()
    said = dict(line.replace("\\n", "\n").split(" = ", 1) for line in words if " = " in line)
    modules = said["modules"].split()[: _MODULES[length]]
    values = {
        **(_SHORT if length == "90-min" else _LONG),
        **_SECOND.get(length, {}),
        "id": json.dumps(name, ensure_ascii=False),
        "title": json.dumps(title, ensure_ascii=False),
        "heading": title,
        "date": date,
        "deliveries": said[f"delivery.{length}"],
        "objective2": said["objective2"] if len(modules) > 1 else "",
        "exempt": said["exempt"] if len(modules) > 1 else "",
        "modules": "\n".join(f"  - !include modules/{file}.yaml" for file in modules),
        "sheets": "\n".join(f"  - !include sheets/{file}.yaml" for file in (*modules, "90-before-and-after")),
    }
    wanted = {*modules, *_FRAMES, "90-before-and-after", "course", "README", "settings", "extensions"}
    files = {}
    for place in (_SHARED, language):
        own = {key.removeprefix(f"{place}/"): text for key, text in templates.items() if key.startswith(f"{place}/")}
        for path, text in ((_dotted(key), own[key]) for key in sorted(own)):
            stem = path.rpartition("/")[2].partition(".")[0]
            if stem in wanted or path == ".gitignore":
                last = path == f"modules/{modules[-1]}.yaml"
                ending = {
                    "after": said["after.last" if last else "after.module"],
                    "end": "  - !include 09-close.yaml\n" if last else "",
                }
                files[path] = (Template(text).safe_substitute(values | ending).rstrip("\n") + "\n").encode()
    return files


def ci_files(templates: Mapping[str, str], engine: str, version: str) -> dict[str, bytes]:
    """What a repository with a course needs to be checked, built and published by one of `ENGINES`.

    `version` is that of deckgen, which they install.
    """
    files = {}
    for place, folder in ((f"ci/{_SHARED}/", ""), (f"ci/{engine}/", ENGINES[engine])):
        for key, text in sorted(templates.items()):
            if key.startswith(place):
                files[folder + _dotted(key.removeprefix(place))] = text.replace("@VERSION@", version).encode()
    return files


def _dotted(name: str) -> str:
    """The name that a template stands for: parts that begin with ``dot-`` begin with a dot."""
    return "/".join(re.sub("^dot-", ".", part) for part in name.split("/"))
