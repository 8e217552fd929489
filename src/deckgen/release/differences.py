"""Two sides into comparisons: of every course and delivery that both have, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.changes.compare import Comparison, compare
from deckgen.changes.outline import Outline
from deckgen.changes.render import Drawn, as_data, as_markdown, as_text
from deckgen.changes.saved import through_file
from deckgen.changes.signs import safe
from deckgen.pipeline.choose import UsageError
from deckgen.release.bundled import Bundled, is_bundle, made_from, read_bundle
from deckgen.release.drawings import draw_changes
from deckgen.release.places import course_named
from deckgen.release.sides import Side, courses_of, opened, outlines

# The command line may not ask `changes`; it gets from here what it prints comparisons with.
__all__ = ["Differences", "Seen", "as_data", "as_markdown", "as_text", "differences", "safe"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One course and delivery on both sides; without a comparison `remark` says which side has it; `drawn` are
    the paths of what was drawn of it, `made_from` says what bundles were made from otherwise.
    """

    heading: str
    comparison: Comparison | None = None
    remark: str = ""
    drawn: Drawn = field(default_factory=dict)
    made_from: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.made_from and self.comparison is not None and self.comparison.is_empty


@dataclass(slots=True)
class Differences:
    """Everything that was compared, and the mistakes of either side, which keep it from being whole."""

    seen: list[Seen] = field(default_factory=list)
    report: Report = field(default_factory=Report)


def differences(
    names: tuple[str, str], courses: Sequence[str], delivery: str, profile: str, drawings: Path | None = None
) -> Differences:
    """What changed from one side to the other, drawn into a folder where one is named.

    Raises UsageError for what does not exist, OSError for what cannot be written.
    """
    if any(map(is_bundle, names)):
        if drawings is not None:
            raise UsageError("bundles hold no drawings of their days; leave --drawings out, or compare their commits")
        return _of_bundles(names, profile)
    folders = courses_of(courses)
    told = Differences()
    with ExitStack() as stack:
        before, after = (stack.enter_context(opened(name, folders, whole=drawings is not None)) for name in names)
        if bool(before.delivery) != bool(after.delivery):
            hint = "for one delivery of two versions: deckgen diff VERSION . --delivery ID"
            raise UsageError(f"{names[0]} and {names[1]}: a delivery is compared with a delivery; {hint}")
        for folder in folders:
            own = Report()
            ones, others = (outlines(side, folder, delivery, profile, own) for side in (before, after))
            told.report.extend(own)
            if own.has_errors:
                continue  # what cannot be planned is not missing
            if ones is None or others is None:
                side, lacks = (before, after) if others is None else (after, before)
                remark = "not there" if ones is None and others is None else f"only {side.label} has this course"
                told.seen.append(Seen(f"{folder.resolve().name}, {lacks.label}", None, remark))
            else:
                for one in _seen(folder.resolve().name, before, ones, after, others):
                    if drawings is not None and one.comparison is not None and not one.is_empty:
                        one = replace(
                            one, drawn=draw_changes((before, after), folder, one.comparison, profile, drawings)
                        )
                    told.seen.append(one)
    if not any(item.comparison for item in told.seen) and not told.report.has_errors and delivery:
        raise UsageError(f"no course here has a delivery {delivery}")
    return told


def _of_bundles(names: tuple[str, str], profile: str) -> Differences:
    """What differs between two bundles, or between one and what its course is planned as in a folder or commit."""
    told = Differences()
    before, after = bundles = [read_bundle(name) if is_bundle(name) else None for name in names]
    one = before or after
    assert one is not None
    called = [item.label if item is not None else name for name, item in zip(names, bundles, strict=True)]
    heading = f"{one.manifest.course} {one.manifest.delivery}, {' → '.join(called)}"
    sides = [
        item.outline if item is not None else _planned(name, one, profile, told.report)
        for name, item in zip(names, bundles, strict=True)
    ]
    if told.report.has_errors:
        return told
    lines = made_from(before.manifest, after.manifest) if before is not None and after is not None else ()
    if sides[0] is not None and sides[1] is not None:
        told.seen.append(Seen(heading, compare(sides[0], sides[1]), made_from=lines))
        return told
    lacking = " and ".join(name for name, side in zip(called, sides, strict=True) if side is None)
    remark = f"no outline in {lacking} (bundles for participants alone have none): files and what they were made from"
    told.seen.append(Seen(heading, None, remark, made_from=lines))
    return told


def _planned(name: str, other: Bundled, profile: str, report: Report) -> Outline | None:
    """What the course of a bundle is planned as on a side that is none."""
    course = course_named(other.manifest.course)
    values = {key: str(value) for key, value in other.options.get("values", {}).items()}
    with opened(name, [course]) as side:
        planned = outlines(
            side, course, other.manifest.delivery, profile or other.options.get("profile", ""), report, values
        )
        outline = next(iter((planned or {}).values()), None)
    if outline is None and not report.has_errors:
        raise UsageError(
            f"{name} has no {other.manifest.delivery} of {other.manifest.course}, which {other.label} is of"
        )
    return through_file(outline) if outline is not None else None


def _seen(
    course: str, before: Side, ones: Mapping[str, Outline], after: Side, others: Mapping[str, Outline]
) -> Iterator[Seen]:
    """Deliveries by their id; two that were named are compared whatever they are called."""
    if before.delivery:
        pairs = [(before.delivery, next(iter(ones.values()), None), next(iter(others.values()), None))]
    else:
        pairs = [(name, ones.get(name), others.get(name)) for name in {**ones, **others}]
    for name, one, other in pairs:
        called = (
            f"{before.delivery} → {after.delivery}" if before.delivery else f"{name}, {before.label} → {after.label}"
        )
        heading = f"{course} {called}"
        if one is not None and other is not None:
            yield Seen(heading, compare(one, other))
        elif one is not None or other is not None:
            side = before if one is not None else after
            yield Seen(heading, None, f"only {side.label} has this delivery")
