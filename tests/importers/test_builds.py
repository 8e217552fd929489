"""What was imported is a draft that builds, in one day and in two."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, compose_request
from deckgen.pipeline.importing import Import, import_files
from importers.test_foreign_office import png
from importers.test_import import LESSON
from importers.test_plain import OUTLINE


@pytest.mark.parametrize("kind", ["lessons", "outline"])
def test_a_draft_is_composed_without_a_mistake(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if kind == "lessons":
        Path("fig").mkdir()
        Path("fig/desk.png").write_bytes(png().getvalue())
        for number in (1, 2, 3):
            Path(f"{number}.md").write_text(LESSON.replace("teaching: 20", f"teaching: {18 + number}"), "utf-8")
        files = tuple(sorted(Path().glob("*.md")))
    else:
        Path("a.txt").write_text(OUTLINE, "utf-8")
        files = (Path("a.txt"),)
    done = import_files(Import(files, Path("made"), days=(1, 2)))
    assert done.folder is not None
    report = Report()
    made = compose_request(Request(courses=("made",)), report)
    assert [str(item) for item in report if item.severity == "error"] == []
    assert [item.planned.agenda.delivery.id for item in made] == ["1-day", "2-day"]
    for item in made:
        assert item.trees is not None
        assert sum(slide.minutes for slide in item.trees.deck.slides) == done.minutes
