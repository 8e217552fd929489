"""Modules into the files of a draft course."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from deckgen.importers.lengths import name_of
from deckgen.importers.pieces import Piece, Unplaced, walk
from deckgen.importers.prose import bare, first_sentence, is_told_in
from deckgen.importers.shape import DraftBlock, DraftModule, DraftSlide, points_of, visual_of
from deckgen.importers.texts import long_text, sentences
from deckgen.importers.timing import LONG_DAY, Frame
from deckgen.importers.words import Words
from deckgen.source.emit import Flow, Include, write_yaml

MOST_GOALS, MOST_SUMMARY, MOST_QUESTIONS = 4, 5, 3
PICTURES, MOST_PICTURES = "pictures", 6


@dataclass(frozen=True, slots=True)
class Draft:
    """The files of a course by their paths in its folder, the pictures to copy, and what found no place."""

    files: dict[str, str]
    pictures: dict[str, str] = field(default_factory=dict)  # path in the course -> path as the source writes it
    unplaced: tuple[Unplaced, ...] = ()


class Writer:
    """Writes the files of one course."""

    def __init__(self, language: str, words: Words, names: Mapping[str, str] = MappingProxyType({})) -> None:
        self.language, self.words = language, words
        self.names = names  # of pictures, where they are not those of the source; empty: cannot be shown
        self.printed = ""  # what participants read, without marks and spaces
        self.pictures: dict[str, str] = {}
        self.lost: list[Unplaced] = []
        self.frames: Sequence[Frame] = ()

    def course(self, title: str, modules: Sequence[DraftModule], frames: Sequence[Frame]) -> Draft:
        """The draft."""
        self.frames = frames
        self.printed = "\n".join(bare(_printed(module)) for module in modules)
        files, paths = {}, []
        for number, module in enumerate(modules, start=1):
            path = f"modules/{number:02d}-{slug(module.title) or 'part'}.yaml"
            files[path] = write_yaml(self._module(module))
            paths.append(Include(path))
        head = {
            "status": "draft",
            "id": slug(title) or "course",
            "title": title,
            "language": self.language,
            "deliveries": [self._delivery(frame) for frame in frames],
            "modules": paths,
        }
        return Draft({"course.yaml": write_yaml(head), **files}, self.pictures, tuple(self.lost))

    def _delivery(self, frame: Frame) -> dict[str, Any]:
        total = frame.total
        days = len(frame.days)
        name = name_of(frame, self.frames)
        delivery: dict[str, Any]
        if len(set(frame.days)) > 1:
            delivery = {"id": name, "day_minutes": Flow(frame.days)}
        else:
            delivery = {"id": name, "days": days}
            delivery["hours"] = round(total / 60, 4) if total % 60 else total // 60
        delivery |= {"start": "09:00", "sitting": frame.sitting}
        long_days = [day for day in frame.days if day > LONG_DAY]
        sittings = min((-(-day // frame.sitting) for day in long_days), default=0)
        if sittings > 1:
            delivery["lunch"] = {"after": max(1, sittings // 2)}
        return delivery

    def _module(self, module: DraftModule) -> dict[str, Any]:
        hook = "\n".join(f"- {question}" for question in module.questions)
        entry = {
            "title": module.title,
            "goals": _at_most(module.goals, MOST_GOALS),
            "hook": hook if len(module.questions) > 1 else "".join(module.questions),
            "summary": _at_most(module.summary, MOST_SUMMARY),
            "blocks": [self._block(module, block) for block in module.blocks],
        }
        return {key: value for key, value in entry.items() if value}

    def _block(self, module: DraftModule, block: DraftBlock) -> dict[str, Any]:
        spoken = [slide for slide in block.slides if slide.exercise is None]
        practice = [slide for slide in block.slides if slide.exercise is not None]
        return {
            "title": block.title,
            "minutes": self._by_length(lambda total: f"{_length_of(spoken, total)}/{_length_of(practice, total)}/0"),
            "slides": [self._slide(module, slide) for slide in block.slides],
        }

    def _by_length(self, value_of: Callable[[int], str | int]) -> Any:
        """What holds in a course of so many minutes: one value, or one for each delivery."""
        values = {name_of(frame, self.frames): value_of(frame.total) for frame in self.frames}
        return values if len({frame.total for frame in self.frames}) > 1 else next(iter(values.values()))

    def _minutes(self, slide: DraftSlide) -> Any:
        return self._by_length(slide.lengths.__getitem__)

    def _slide(self, module: DraftModule, slide: DraftSlide) -> dict[str, Any]:
        if slide.exercise is not None:
            return self._exercise(module, slide, slide.exercise)
        told = [piece for piece in slide.pieces if piece.kind == "told"]
        shown = [piece for piece in slide.pieces if piece.kind != "told"]
        table = visual_of(shown)
        pictures = self._pictures(module, [piece for piece in walk(tuple(shown)) if piece.kind == "picture"])
        entry: dict[str, Any] = {
            "kind": "concept",
            "title": slide.title,
            "minutes": self._minutes(slide),
        }
        if pictures:
            entry["pictures"] = pictures
        if table is not None:
            head, *rows = table.rows
            entry["table"] = {"head": Flow(head), "rows": [Flow(row) for row in rows]}
        else:
            entry["points"] = points_of(shown) or [slide.title]
        read = [piece for piece in shown if table is None or piece.kind != "table"]  # the only one
        listed = [f"- {point}" for point in entry.get("points", [])]
        if (text := long_text(read)) != "\n".join(listed):
            entry["explain"] = text
        entry["say"] = self._said(module, told)
        return {key: value for key, value in entry.items() if value}

    def _exercise(self, module: DraftModule, slide: DraftSlide, exercise: Piece) -> dict[str, Any]:
        task = [piece for piece in exercise.inside if piece.kind not in ("solution", "told")]
        told = [piece for piece in exercise.inside if piece.kind == "told"]
        solutions = [piece for piece in exercise.inside if piece.kind == "solution"]
        answers = [text for piece in solutions for text in (*_told(piece), *sentences(piece.inside))]
        pictures = self._pictures(module, [piece for piece in walk(exercise.inside) if piece.kind == "picture"])
        sheet: dict[str, Any] = {
            "kind": "solo" if exercise.kind == "exercise" else "discussion",
            "title": slide.title,
            "situation": long_text(task),
            "steps": [
                {
                    "minutes": self._minutes(slide),
                    "phase": "run",
                    "do": _task(task) or slide.title,
                }
            ],
        }
        if exercise.kind == "discussion":
            sheet["questions"] = [item for piece in task for item in piece.items][:MOST_QUESTIONS] or [slide.title]
        if pictures:
            sheet["pictures"] = pictures
        sheet["workspace"] = [{"prompt": self.words.answers, "lines": 4}]
        if key := self._answers(module, exercise, answers):
            sheet["guide"] = {"key": key}
        sheet = {key: value for key, value in sheet.items() if value}
        entry = {
            "kind": "activity",
            "title": slide.title,
            "minutes": self._minutes(slide),
            "sheet": sheet,
        }
        said = self._said(module, told)
        return {**entry, "say": said} if said else entry

    def _answers(self, module: DraftModule, exercise: Piece, answers: Sequence[str]) -> list[str]:
        """The answers that participants do not read elsewhere."""
        kept = [answer for answer in answers if not is_told_in(answer, self.printed)]
        if len(kept) < len(answers):
            self.lost.append(Unplaced(module.file, exercise.line, "an answer that stands in the text, too"))
        return kept

    def _said(self, module: DraftModule, told: Sequence[Piece]) -> str:
        """The notes of the trainer, but for what participants read anyway."""
        pieces = [inner for piece in told for inner in piece.inside]
        kept = [piece for piece in pieces if piece.kind != "text" or not is_told_in(piece.text, self.printed)]
        if len(kept) < len(pieces):
            self.lost.append(Unplaced(module.file, told[0].line, "a note that stands in the text, too"))
        return long_text(kept)

    def _pictures(self, module: DraftModule, pieces: Sequence[Piece]) -> list[dict[str, Any]]:
        """The pictures of a slide or sheet, which are copied into the course."""
        pictures: list[dict[str, Any]] = []
        for piece in pieces:
            source = posixpath.normpath(posixpath.join(posixpath.dirname(module.file), piece.word))
            if re.match(r"[a-z][a-z0-9+.-]*:", piece.word, re.IGNORECASE):
                self.lost.append(Unplaced(module.file, piece.line, f"a picture of the web: {piece.word}"))
                continue
            name = self.names.get(source, posixpath.basename(source))
            if not name:
                continue
            if len(pictures) == MOST_PICTURES:
                self.lost.append(Unplaced(module.file, piece.line, f"a picture too many for one place: {piece.word}"))
                continue
            path = f"{PICTURES}/{name}"
            if self.pictures.setdefault(path, source) != source:
                path = f"{PICTURES}/{slug(posixpath.dirname(source))}-{name}"
                self.pictures[path] = source
            alt, caption = piece.alt.strip(), piece.text.strip()
            picture: dict[str, Any] = {"file": path, "alt": alt or caption}
            if not picture["alt"]:
                picture = {"file": path, "decorative": True}
                self.lost.append(Unplaced(module.file, piece.line, f"what the picture {piece.word} shows is not said"))
            if caption and caption != alt:
                picture["caption"] = caption
            pictures.append(picture)
        return pictures


def _length_of(slides: Sequence[DraftSlide], total: int) -> int:
    """Minutes of slides in a course of so many."""
    return sum(slide.lengths[total] for slide in slides)


def _told(solution: Piece) -> tuple[str, ...]:
    """The title of a solution, where it says more than what it is."""
    return (solution.text,) if solution.text.lower() not in ("", "solution", "answer", "答案", "参考答案") else ()


def _task(pieces: Sequence[Piece]) -> str:
    """What to do, in one sentence, where the exercise says so."""
    for text in sentences(piece for piece in pieces if piece.kind in ("text", "list")):
        return first_sentence(text.split("\n")[0])
    return ""


def _printed(module: DraftModule) -> str:
    """What participants read of a module."""
    slides = [slide for block in module.blocks for slide in block.slides]
    tasks = [piece for slide in slides if slide.exercise for piece in slide.exercise.inside]
    shown = [piece for slide in slides for piece in slide.pieces]
    return long_text(piece for piece in (*shown, *tasks) if piece.kind not in ("solution", "told"))


def _at_most(texts: Sequence[str], most: int) -> list[str]:
    """The texts; what is too many stands in the last of them."""
    kept = list(texts[:most])
    if len(texts) > most:
        kept[-1] = "; ".join(text.rstrip(".。;；") for text in texts[most - 1 :])
    return kept


def slug(title: str) -> str:
    """A title as a part of ids and file names; empty when it has no Latin letters or digits."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-")
