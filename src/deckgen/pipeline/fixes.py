"""What can be mended without asking: every diagnostic that carries the one edit its hint asks for.

Nothing else on a line is touched. What only shows when something else is mended is mended, too, so that a second run
finds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.fixes import Fix
from deckgen.decode.course import salvage_course
from deckgen.pipeline.door import read_file
from deckgen.pipeline.upgrade import Draft, Rewritten
from deckgen.source.edits import Edit, Files

MOST_ROUNDS = 200  # a file that is no YAML shows one mistake at a time


def fix_course(folder: Path) -> Rewritten:
    """The files of a course that can be mended, with their new texts, and how many of each kind were mended."""
    draft, done = Draft(folder), Counter[str]()
    first = dict[str, str]()
    for _ in range(MOST_ROUNDS):
        told = _read(draft)
        first = {**draft.texts, **first}
        files = Files(draft.texts)
        edits = {edit: item.fix for item in told if item.fix is not None and (edit := _edit(item.fix, files))}
        chosen = files.sound(edits)
        if not chosen:
            break
        draft.texts = files.edited(chosen)
        done.update(edits[edit].what for edit in chosen)
    changed = {Path(name): text for name, text in draft.texts.items() if text != first[name]}
    return Rewritten(changed, dict(done))


def _read(draft: Draft) -> Report:
    """All that is wrong with the texts themselves, in any delivery."""
    report = Report()
    raw, ids = draft.read(report)
    for name in ids:
        salvage_course(raw, name, {}, report)
    return report


def _edit(fix: Fix, files: Files) -> Edit | None:
    """A fix as an edit; None where the file does not say what it was told of."""
    if fix.file not in files.texts:
        return None
    start = files.offset(fix.file, fix.line, fix.column)
    if start < 0 or not files.texts[fix.file].startswith(fix.old, start):
        return None
    return Edit(fix.file, start, start + len(fix.old), fix.new)


def standing(told: Iterable[Diagnostic]) -> set[Fix]:
    """The fixes of diagnostics that can be made as the files are now."""
    texts: dict[str, str] = {}
    fixes = [item.fix for item in told if item.fix is not None]
    for name in {fix.file for fix in fixes}:
        try:
            texts[name] = read_file(Path(name)).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    files = Files(texts)
    return {fix for fix in fixes if _edit(fix, files) is not None}
