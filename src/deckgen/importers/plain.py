"""Plain outlines, as training companies write them: 第一讲, 一、, 1., （1）, 小组研讨：, bullets by indentation."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.base.runs import Run
from deckgen.importers.durations import take_minutes
from deckgen.importers.labels import find_label
from deckgen.importers.pieces import Kind, Material, Piece, Unplaced
from deckgen.importers.prose import clean, write_runs

_CN = "一二三四五六七八九十百零〇两0-9０-９"
_PART = re.compile(
    rf"第[{_CN}]+(?:讲|章|部分|单元|模块|篇|天)[：:、.．\s]*(.*)|(?:Module|Part|Chapter|Unit|Session)\s+\w+[:.\s-]*(.*)",
    re.I,
)
_SECTION = re.compile(rf"(?:第[{_CN}]+节|[一二三四五六七八九十]+[、.．]|[IVX]+[.、])\s*(.*)")
_NUMBERED = re.compile(r"(?:[0-9０-９]+[.、．)）](?![0-9])|[(（][0-9一二三四五六七八九十]+[)）]|[①-⑳])\s*(.+)")
_BULLET = re.compile(r"[-*+•●○■□◆◇▪▶➢✓·–—－\uf06c\uf0b7\uf0d8]\s*(?=\S)(.+)")
_META_WORDS = (
    "课程目标|课程收益|学习目标|培训目标|课程对象|培训对象|课程时长|授课方式|课程背景|课程大纲|课程时间|"
    "总结|要点回顾|小结|Objectives|Summary"
)
_META = re.compile(rf"[【\[]?({_META_WORDS})[】\]]?\s*[：:]?\s*(.*)", re.IGNORECASE)
_GOALS = ("课程目标", "课程收益", "学习目标", "培训目标", "objectives")
_SUMMARY = ("总结", "要点回顾", "小结", "summary")


def read_plain(text: str, file: str) -> Material:
    """The pieces of an outline; its first line is the title."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Outline(file)
    for number, line in enumerate(lines, start=1):
        reader.take(number, line)
    return reader.done()


class _Outline:
    """The lines of an outline, one after another."""

    def __init__(self, file: str) -> None:
        self.file, self.title = file, ""
        self.pieces: list[Piece] = []
        self.items: list[str] = []
        self.first = 0  # the line of the first item
        self.gathers: Kind | None = None  # what the items below belong to
        self.lost: list[Unplaced] = []

    def take(self, number: int, line: str) -> None:
        """One line."""
        text = clean(line).strip().strip("\u3000")
        if not text:
            return
        if not self.title and not self.pieces:
            bare = re.sub(r"\A#+\s*", "", text)
            if not _PART.match(bare) and not _META.fullmatch(bare):
                self.title = self._write(take_minutes(bare.strip("《》"))[0])
                return
        meta = _META.fullmatch(text)
        if meta:
            self._meta(number, meta[1], meta[2])
        elif match := _PART.fullmatch(text):
            self._heading(number, match[1] or match[2] or text, 1, text)
        elif label := find_label(self._write(text.lstrip("-*+•● ")), number):
            self._flush()
            self.pieces.append(label)
        elif match := _SECTION.fullmatch(text):
            self._heading(number, match[1], 2, text)
        elif match := _NUMBERED.fullmatch(text):
            self._numbered(number, match[1], line)
        elif match := _BULLET.fullmatch(text):
            self._item(number, match[1], line)
        elif self.gathers or (self.items and line[:1] in " \t\u3000"):
            self._item(number, text, line)
        else:
            self._flush()
            self._text(number, self._write(text), inside=line[:1] in " \t\u3000")

    def _text(self, number: int, text: str, *, inside: bool) -> None:
        """A line of running text; indented under an exercise it belongs to it."""
        last = self.pieces[-1] if self.pieces else None
        if last and inside and last.kind in ("exercise", "discussion"):
            self.pieces[-1] = replace(last, inside=(*last.inside, Piece("text", number, text)))
        else:
            self.pieces.append(Piece("text", number, text))

    def done(self) -> Material:
        """What was read."""
        self._flush()
        return Material(self.file, self.title, pieces=tuple(self.pieces), unplaced=tuple(self.lost))

    def _write(self, text: str) -> str:
        return write_runs((Run(text.strip()),))[0]

    def _heading(self, number: int, title: str, level: int, whole: str) -> None:
        self._flush()
        shown, minutes = take_minutes(title or whole)
        self.pieces.append(Piece("heading", number, self._write(shown), level=level, minutes=minutes))

    def _numbered(self, number: int, text: str, line: str) -> None:
        """A numbered line: a heading where the outline has no deeper one, else an item."""
        levels = [piece.level for piece in self.pieces if piece.kind == "heading"]
        if line[:1] in " \t\u3000" or (levels and levels[-1] == 2 and 1 in levels) or self.gathers:
            self._item(number, text, line)
        elif re.match(r"[0-9０-９]", clean(line).strip()):
            self._heading(number, text, 2, text)
        else:
            self._item(number, text, line)

    def _item(self, number: int, text: str, line: str) -> None:
        if not self.items:
            self.first = number
        deep = len(line) - len(line.lstrip(" \t\u3000")) >= 6 and bool(self.items)
        self.items.append(f"{'  ' if deep else ''}- {self._write(text)}")

    def _meta(self, number: int, label: str, text: str) -> None:
        self._flush()
        word = label.lower()
        if word in _GOALS or word in _SUMMARY:
            self.gathers = "goals" if word in _GOALS else "summary"
            if text:
                self._item(number, text, text)
        elif label == "课程大纲":
            self.gathers = None
        elif text:
            self.lost.append(Unplaced(self.file, number, f"{label}：{text}"))

    def _flush(self) -> None:
        if self.items:
            texts = tuple(item.removeprefix("- ") for item in self.items if item.startswith("- "))
            kind: Kind = self.gathers or "list"
            last = self.pieces[-1] if self.pieces else None
            listed = Piece(kind, self.first, "" if self.gathers else "\n".join(self.items), items=texts)
            if last and last.kind in ("exercise", "discussion") and not self.gathers:
                self.pieces[-1] = replace(last, inside=(*last.inside, listed))
            else:
                self.pieces.append(listed)
        self.items, self.gathers = [], None
