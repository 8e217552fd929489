"""Cases of diagnostics: what is edited, what must be reported, and the stage of the build that reports it.

A case of DG0xx is the input itself. A case of the other ranges is a file of comments that edits a base:
DG1xx to DG5xx and DG7xx a course of `base/`, DG6xx the default theme, DG8xx the release of `base/release/`.

    # base: day.yaml                 the course to edit; course.yaml when left out (tiny.yaml where it will do)
    # replace: old text              stands exactly once in the base; \\n is a line end, … whatever stands there
    # with: new text                 empty deletes; [[words x40]] repeats
    # delete: pptx/ppt/presentation.xml   of the theme
    # part: pptx/ppt/presentation.xml     of the theme; the two lines below edit it in the same way
    # from: old text
    # to: new text
    # delivery: all                  asked for instead of the first; also the id of another
    # hours: 9                       asked for instead of a delivery
    # lunch: 12:30                   asked for
    # late: 10 14:20 1               minutes behind, the time, the day: planned anew from there
    # theme: name                    asked for instead of the edited copy
    # note: text                    a line of the private notes of a trainer, who is asked for
    # twin: folder                   the same course a second time, built with the first
    # picture: path kind             there before the build; the kinds are those of tests/pictures/samples.py
    # import: file                   made of the lines below it, and imported instead of anything built
    # line: text
    # day minutes: 90,60             of a delivery that the import makes
    # make file: path                there before the build
    # make folder: path
    # expect: [CODE] place fragment of the message

A place is ``line:column`` or ``file:line:column``; ``^:column`` is the line of the first edit, ``^2:column`` that of
the second, ``^+3:column`` three lines below the first; ``-`` is no place.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import examples
from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.units import LunchWish
from deckgen.cli.amounts import clock_time, minutes_of_days
from deckgen.pipeline.build import KINDS as ARTEFACTS
from deckgen.pipeline.build import Request, build, compose_request, plan_request
from deckgen.pipeline.importing import Import, import_files
from deckgen.pipeline.show import late_views
from deckgen.pipeline.timing import Timing
from deckgen.release.matrix import read_release
from deckgen.source.decode import MAX_BYTES
from deckgen.source.reader import read_source
from deckgen.theme import shipped_themes
from pictures.samples import KINDS

HERE = Path(__file__).parent
BASE = HERE / "base"
NAME = re.compile(r"(DG\d{3})-[a-z0-9-]+")
_EXPECTED = re.compile(r"(?:(DG\d{3}) )?(-|(?:\S+:)?\d+:\d+|\^\d?(?:[+-]\d+)?:\d+) (.+)")
_RELATIVE = re.compile(r"\^(\d?)([+-]\d+)?:(\d+)")
_REPEATED = re.compile(r"\[\[(.+?) x(\d+)\]\]")
# Codes that no small input provokes, since an earlier stage keeps the rule, or many blocks, a theme beside the usual
# one, a program on the machine or a repository are needed; the tests of these rooms show that they are spoken.
SECOND_LOCKS = frozenset(
    {
        "DG414",
        "DG317",
        "DG428",
        "DG534",
        "DG740",
        "DG741",
        "DG803",
        "DG804",
        "DG805",
        "DG806",
        "DG808",
        "DG809",
        "DG810",
    }
)
OF_GUIDES = frozenset({"DG425", "DG434", "DG504"})  # told of what stands in guides, too; the other cases make none
WITHOUT_GUIDE = ("deck", "workbook")
# Inputs too large to keep.
MADE: dict[str, Callable[[], bytes]] = {"DG017-file-too-large": lambda: b"#" * (MAX_BYTES + 1)}


@dataclass(frozen=True)
class Case:
    """A case, the folder it stands in and its file there."""

    name: str
    folder: Path
    file: str

    @property
    def code(self) -> str:
        return self.name[:5]

    @property
    def reads_only(self) -> bool:
        """Whether the case is itself the input of the reader."""
        return self.code < "DG1"

    def directives(self) -> tuple[tuple[str, str], ...]:
        """The `# key: value` lines of the case."""
        return _directives(self.folder / self.file)

    def directive(self, key: str, otherwise: str = "") -> str:
        return next((value for name, value in self.directives() if name == key), otherwise)


@cache
def _directives(path: Path) -> tuple[tuple[str, str], ...]:
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else ()
    parted = (line.removeprefix("# ").partition(":") for line in lines if line.startswith("# "))
    return tuple((key, value.removeprefix(" ")) for key, colon, value in parted if colon)


def all_cases() -> list[Case]:
    found = {name: Case(name, HERE, f"{name}.yaml") for name in MADE}
    for path in HERE.iterdir():
        if path.is_dir() and NAME.fullmatch(path.name):
            found[path.name] = Case(path.name, path, "main.yaml")
        elif path.suffix == ".yaml":
            found[path.stem] = Case(path.stem, HERE, path.name)
    return [found[name] for name in sorted(found)]


@dataclass
class Edited:
    """A base text with the edits of a case, and the line each of them begins on."""

    text: str
    lines: list[int] = field(default_factory=list)


def edit(case: Case, base: str) -> Edited:
    """The base with every replacement; each old text stands in it exactly once."""
    return _replace(case, base, "replace")


def _replace(case: Case, base: str, word: str) -> Edited:
    made = Edited(base)
    directives = case.directives()
    for (key, old), (_, new) in zip(directives, [*directives[1:], ("", "")], strict=True):
        if key != word:
            continue
        old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
        new = _REPEATED.sub(lambda found: found[1] * int(found[2]), new)
        found = list(re.finditer(re.escape(old).replace("…", r"[^\n]*?"), made.text))
        assert len(found) == 1, f"{case.name}: {old!r} stands {len(found)} times in the base"
        start, end = found[0].span()
        made.lines.append(made.text[:start].count("\n") + 1)
        made.text = made.text[:start] + new + made.text[end:]
    return made


def read_case(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], Edited | None]:
    def read_bytes(path: Path) -> bytes:
        return MADE[case.name]() if case.name in MADE else path.read_bytes()

    return read_source(Path(case.file), Path(), read_bytes)[1], None


def compose_case(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], Edited | None]:
    edited = edit(case, (BASE / case.directive("base", "course.yaml")).read_text("utf-8"))
    (folder / "course.yaml").write_text(edited.text, "utf-8")
    for key, wanted in case.directives():
        if key == "picture":
            path, kind = wanted.rsplit(" ", 1)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(KINDS[kind]())
    report = Report()
    hours, lunch, late = (case.directive(key) for key in ("hours", "lunch", "late"))
    timing = Timing(lunch=(LunchWish(clock_time(lunch)),) if lunch else ())
    # the same mistake in several deliveries is one, whatever it is: a delivery is enough for most
    asked = case.directive("delivery", _first_delivery(edited.text))
    delivery = None if hours or asked == "all" else asked
    request = Request(
        courses=(".",),
        delivery=delivery,
        hours=float(hours) if hours else None,
        timing=timing,
        trainer=_write_notes(case, folder),
    )
    if late:
        minutes, at, day = late.split()
        late_views(request, int(minutes), clock_time(at), int(day), report)
    elif case.code < "DG4" and CODES[case.code].severity == "error":
        plan_request(request, report)  # nothing is composed of a course with such a mistake
    elif not _is_told_by_the_plan(case, edited, request, report):
        compose_request(replace(request, kinds=ARTEFACTS if case.code in OF_GUIDES else WITHOUT_GUIDE), report)
    return tuple(report), edited


def _is_told_by_the_plan(case: Case, edited: Edited, request: Request, report: Report) -> bool:
    """Whether all that a case must report is told of source and plan; a full run composes it nevertheless.

    What is told goes into the report, if it is all.
    """
    if examples.run == "full" or case.code >= "DG5":
        return False
    plan_request(request, planned := Report())
    told = sorted((item.code, str(item.span)) for item in planned)
    if told != [(code, place) for code, place, _ in expected_of(case, edited)]:
        return False
    report.extend(planned)
    return True


def _write_notes(case: Case, folder: Path) -> str:
    """The name of a trainer whose notes the case has; empty without."""
    notes = [text for key, text in case.directives() if key == "note"]
    if notes:
        (folder / "notes").mkdir()
        (folder / "notes" / "own.yaml").write_text("".join(f"{line}\n" for line in notes), "utf-8")
    return "own" if notes else ""


def _first_delivery(text: str) -> str:
    """The id of the first delivery of a course as written; all of them where it cannot be found."""
    found = re.search(r"^deliveries:\n(?:\s*#.*\n)*\s*- \{?id: ([\w-]+)", text, re.MULTILINE)
    return found[1] if found else "all"


def theme_case(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], Edited | None]:
    shutil.copy(BASE / "tiny.yaml", folder / "course.yaml")
    copy = folder / "themes" / "copy"
    shutil.copytree(shipped_themes() / "default", copy)
    edited = edit(case, (copy / "theme.yaml").read_text("utf-8"))
    (copy / "theme.yaml").write_text(edited.text, "utf-8")
    if deleted := case.directive("delete"):
        (copy / deleted).unlink()
    if part := case.directive("part"):
        (copy / part).write_text(_replace(case, (copy / part).read_text("utf-8"), "from").text, "utf-8")
    report = Report()
    # a delivery is enough to know that nothing but the theme is wrong, and its guide is in the theme of its workbook
    theme, delivery = case.directive("theme", "copy"), _first_delivery((folder / "course.yaml").read_text("utf-8"))
    compose_request(Request(courses=(".",), theme=theme, delivery=delivery, kinds=WITHOUT_GUIDE), report)
    return tuple(report), edited


def build_case(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], Edited | None]:
    if file := case.directive("import"):
        (folder / file).write_text("".join(f"{text}\n" for key, text in case.directives() if key == "line"), "utf-8")
        days = minutes_of_days(case.directive("day minutes")) if case.directive("day minutes") else ()
        request = Import((Path(file),), Path("made"), day_minutes=(days,) if days else ())
        return import_files(request).diagnostics, None
    base = (BASE / case.directive("base", "course.yaml")).read_text("utf-8")
    edited = edit(case, base)
    (folder / "course.yaml").write_text(edited.text, "utf-8")
    courses = ["."]
    if twin := case.directive("twin"):
        (folder / twin).mkdir()
        (folder / twin / "course.yaml").write_text(base, "utf-8")
        courses.append(twin)
    for key, path in case.directives():
        if key == "make folder":
            (folder / path).mkdir(parents=True)
        elif key == "make file":
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text("")
    if form := case.directive("form"):
        (folder / "forms").mkdir()
        lines = "".join(f"{text}\n" for key, text in case.directives() if key == "line")
        (folder / "forms" / form).write_text(lines, "utf-8")
    before = sorted(folder.rglob("*"))
    outcome = build(Request(courses=tuple(courses), kinds=("deck",)))
    assert outcome.failed and sorted(folder.rglob("*")) == before, "a failed build leaves nothing behind"
    return outcome.diagnostics, edited


def release_case(case: Case, folder: Path) -> tuple[tuple[Diagnostic, ...], Edited | None]:
    course = folder / "curriculum" / "handover"
    course.mkdir(parents=True)
    shutil.copy(BASE / "tiny.yaml", course / "course.yaml")
    (folder / "profiles").mkdir()
    (folder / "profiles" / "north.yaml").write_text("client: North\n", "utf-8")
    for key, name in case.directives():
        if key == "make file":
            (folder / name).write_text("x\n", "utf-8")
    edited = edit(case, (BASE / "release" / "release.yaml").read_text("utf-8"))
    (folder / "release.yaml").write_text(edited.text, "utf-8")
    report = Report()
    read_release(Path.read_bytes, report)
    return tuple(report), edited


# Which stage of the build a range of codes needs.
RUNNERS: dict[str, Callable[[Case, Path], tuple[tuple[Diagnostic, ...], Edited | None]]] = {
    "DG0": read_case,
    "DG1": compose_case,
    "DG2": compose_case,
    "DG3": compose_case,
    "DG4": compose_case,
    "DG5": compose_case,
    "DG6": theme_case,
    "DG7": build_case,
    "DG8": release_case,
}


def expected_of(case: Case, edited: Edited | None) -> list[tuple[str, str, str]]:
    """Code, place and fragment of every diagnostic the case must report."""
    sidecar = HERE / f"{case.name}.expected" if case.folder == HERE else case.folder / "expected"
    if sidecar.exists():
        lines = sidecar.read_text("utf-8").splitlines()
    else:
        lines = [value for key, value in case.directives() if key == "expect"]
    mains = {"DG6": "themes/copy/theme.yaml", "DG8": "release.yaml"}
    main = case.file if case.reads_only else mains.get(case.code[:3], "course.yaml")
    made = []
    for line in lines:
        found = _EXPECTED.fullmatch(line)
        assert found, f"{case.name}: cannot read the expectation {line!r}"
        code, place, fragment = found.groups()
        if relative := _RELATIVE.fullmatch(place):
            number, offset, column = relative.groups()
            assert edited is not None
            place = f"{edited.lines[int(number or 1) - 1] + int(offset or 0)}:{column}"
        full = "None" if place == "-" else place if place.count(":") == 2 else f"{main}:{place}"
        made.append((code or case.code, full, fragment))
    assert made, f"{case.name}: nothing expected"
    return sorted(made, key=lambda item: item[:2])
