"""Minutes that one answer is left for; where there are several, a draft shares them out and says how."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.diagnostics import Span
from deckgen.base.units import Split
from deckgen.decode.infer.records import (
    SHARES,
    Look,
    bucket_of,
    has_steps,
    is_missing,
    place_of,
    records,
    split_of,
    text_of,
)
from deckgen.source.node import Located

BUCKETS = ("talk", "activity", "debrief")


def infer_minutes(look: Look, minutes: int | None) -> frozenset[str]:
    """Minutes of blocks, slides and steps; `minutes` are those of the whole delivery.

    The ids of the blocks of which nobody says how long they take.
    """
    _share_course(look, minutes)
    untimed = set()
    for _, block in look.blocks():
        slides = list(records(block, "slides"))
        for slide in slides:
            if slide.get("hidden") in (True, "true") and is_missing(slide, "minutes"):
                slide.infer("minutes", 0)
        if not all(bucket_of(slide) for slide in slides):
            continue
        if is_missing(block, "minutes") and _open_slides(block):
            untimed.add(_refuse_untimed(block, look))
            continue
        _infer_slides(block, slides, look)
        _infer_block(block, slides)
        _infer_steps(block, slides, look)
    return frozenset(untimed)


def share(minutes: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes in proportion to the weights; what is left over goes to the first."""
    shares = [minutes * weight // sum(weights) for weight in weights]
    return [shares[0] + minutes - sum(shares), *shares[1:]]


def _share_course(look: Look, minutes: int | None) -> None:
    """Blocks of a draft that say nothing of their minutes share what the others leave of the course."""
    blocks = [block for _, block in look.blocks()]
    silent = [block for block in blocks if is_missing(block, "minutes") and block.draft and _open_slides(block)]
    if not silent or minutes is None:
        return
    taken = [_total_of(block) for block in blocks if not any(block is other for other in silent)]
    rest = minutes - sum(one or 0 for one in taken)
    if rest < len(silent) or None in taken:
        return
    weights = [sum(SHARES[bucket_of(slide) or "talk"] for slide in records(block, "slides")) or 1 for block in silent]
    shares = share(rest, weights)
    place = place_of(look.course, "minutes")
    for block, one in zip(silent, shares, strict=True):
        block.infer("minutes", one, block.span)
    if len(silent) > 1:
        _tell_shares(look, f"{rest} minutes of the course", shares, "write `minutes:` in every block", place)


def _refuse_untimed(block: Located, look: Look) -> str:
    """A block without minutes, with slides that have none either: what is open in it takes no time for now."""
    name = text_of(block.get("id")) or ""
    look.report.add(
        "DG303",
        f"block {name} {text_of(block.get('title')) or ''}: neither it nor all of its slides say how long they take",
        block.span,
        "give the block `minutes: talk/activity/debrief`, or each of its slides `minutes:`",
    )
    steps = [step for sheet in look.sheets.of(block) if sheet is not None for step in records(sheet, "steps")]
    for record in (*_open_slides(block), *steps):
        if is_missing(record, "minutes"):
            record.infer("minutes", 0)
    return name


def _open_slides(block: Located) -> list[Located]:
    return [slide for slide in records(block, "slides") if is_missing(slide, "minutes")]


def _total_of(block: Located) -> int | None:
    split = split_of(block.get("minutes"), "talk")
    if split is None and is_missing(block, "minutes"):
        parts = [split_of(slide.get("minutes"), bucket_of(slide)) for slide in records(block, "slides")]
        return None if None in parts else sum(part.total for part in parts if part is not None) + _frames(block)
    return split.total if split is not None else None


def _frames(block: Located) -> int:
    """Minutes of the talk of a block for what is shown before and behind its slides."""
    given = [block.get(key) for key in ("opening", "recap")]
    return sum(int(one) for one in given if isinstance(one, int) and not isinstance(one, bool) and one > 0)


def _infer_slides(block: Located, slides: Sequence[Located], look: Look) -> None:
    """Slides without minutes get what the others leave of their block's."""
    silent = [slide for slide in slides if is_missing(slide, "minutes")]
    given = [split_of(slide.get("minutes"), bucket_of(slide)) for slide in slides if not is_missing(slide, "minutes")]
    if not silent or None in given:
        return
    taken = sum((one for one in given if one is not None), Split(_frames(block)))
    whole = block.get("minutes")
    if isinstance(whole, int) and not isinstance(whole, bool):
        rest = max(0, int(whole) - taken.total)
        _fill(silent, rest, [SHARES[bucket_of(slide) or "talk"] for slide in silent], f"{rest} minutes", block, look)
        return
    split = split_of(whole, None)
    if split is None:
        return
    for bucket in BUCKETS:
        of_bucket = [slide for slide in silent if bucket_of(slide) == bucket]
        rest = max(0, getattr(split, bucket) - getattr(taken, bucket))
        if of_bucket:
            _fill(of_bucket, rest, [1] * len(of_bucket), f"{rest} minutes of {bucket}", block, look)


def _fill(silent: Sequence[Located], rest: int, weights: Sequence[int], what: str, block: Located, look: Look) -> None:
    shares = share(rest, weights)
    for slide, minutes in zip(silent, shares, strict=True):
        slide.infer("minutes", minutes, place_of(block, "minutes"))
    if len(silent) > 1:
        hint = "write `minutes:` on the slides"
        _tell(look, block, what, shares, hint, silent[1].span, place_of(block, "minutes"), "slides")


def _infer_block(block: Located, slides: Sequence[Located]) -> None:
    """A block takes what its slides take."""
    parts = [split_of(slide.get("minutes"), bucket_of(slide)) for slide in slides]
    if is_missing(block, "minutes") and parts and None not in parts:
        whole = sum((part for part in parts if part is not None), Split(_frames(block)))
        if whole.total > _frames(block):
            block.infer("minutes", str(whole), place_of(slides[0], "minutes"))


def _infer_steps(block: Located, slides: Sequence[Located], look: Look) -> None:
    """Steps without minutes get what the others leave of the block's activity and debrief."""
    sheets = look.sheets.of(block)
    worked = [sheet for sheet in sheets if sheet is not None and has_steps(sheet)]
    if None in sheets or not all(look.sheets.is_own(block, sheet) for sheet in worked):
        return
    steps = [step for sheet in worked for step in records(sheet, "steps")]
    silent = [step for step in steps if is_missing(step, "minutes")]
    given = [step["minutes"] for step in steps if not is_missing(step, "minutes")]
    parts = [split_of(slide.get("minutes"), bucket_of(slide)) for slide in slides]
    split = split_of(block.get("minutes"), None) or sum((part for part in parts if part is not None), Split())
    if not silent or None in parts or not all(isinstance(one, int) for one in given):
        return
    rest = max(0, split.activity + split.debrief - sum(given))
    shares = share(rest, [1] * len(silent))
    for step, minutes in zip(silent, shares, strict=True):
        step.infer("minutes", minutes, place_of(block, "minutes"))
    if len(silent) > 1:
        at = silent[1].span
        first = place_of(worked[0], "steps")
        _tell(look, block, f"{rest} minutes", shares, "write `minutes:` in the steps", at, first, "steps")


def _tell(
    look: Look, block: Located, what: str, shares: list[int], hint: str, second: Span | None, at: Span | None, of: str
) -> None:
    """A draft is told how minutes were shared out, what is finished that they could be in other ways."""
    if block.draft:
        _tell_shares(look, what, shares, hint, at)
        return
    message = f"{len(shares)} {of} of this block have no minutes: {what} could be shared out in several ways"
    look.report.add("DG313", message, second, f"{hint}, on all but one at least")


def _tell_shares(look: Look, what: str, shares: list[int], hint: str, at: Span | None) -> None:
    told = " / ".join(map(str, shares))
    look.report.add("DG314", f"{what} are shared out: {told}", at, f"{hint} where that is not what you want")
