"""Plans of a diagram into placed shapes: common text sizes, and what does not fit.

Never sets text below the floor of its role; what does not fit there is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import log

from deckgen.base.runs import Run, Runs, plain
from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Cluster, Item, Misfit, Pen, Plan, Words, boxes_in
from deckgen.measure import LINE, break_lines, has_cjk, inside_words, text_width, widest_word
from deckgen.tree.drawing import Bundle, Drawing, Label, Path, Primitive, Shape, TextBox

_JOINTS = "的与與和及、，：；/"  # a heading parts well after these
_OPENING = "（「『【《“‘("
_CLOSING = "，。、；：？！）」』】》”’…),.;:?!%"
_LETTER = 0.52  # width of a Latin letter on average, in sizes of its type
_SHORT = 8  # characters of a text that is seen as one
_NEARLY = 1.03  # a step of the scale may be so much above the most that a plan allows
_UNFIT = 99.0  # loss of a plan in which not every text fits
_SLACK = 0.05  # points; keeps rounding from deciding


@dataclass(frozen=True, slots=True)
class Settled:
    """A plan with the sizes its text takes, what does not fit in it, and `reach`: how large its text is."""

    plan: Plan
    pen: Pen
    strong: float
    label: float
    misfits: tuple[Misfit, ...]

    @property
    def reach(self) -> float:
        """One figure for both sizes in points."""
        return reach_of(self.strong, self.label)

    @property
    def merit(self) -> tuple[int, float]:
        """Fewer misfits first, then larger text."""
        return -len(self.misfits), self.reach

    def draw(self, type_: str, alt: str, frame: Frame) -> Drawing:
        """Its shapes, which are made of the one that is chosen only."""
        shapes = (shape for item in self.plan.items for shape in _shapes_of(item, self.pen, self.strong, self.label))
        return Drawing(type_, frame, tuple(shapes), alt)


def reach_of(strong: float, label: float) -> float:
    """One figure for both sizes in points; plain text counts most, since it is the smaller."""
    return 0.75 * label + 0.25 * strong


def settle(type_: str, pen: Pen, plans: Iterable[Plan]) -> Settled:
    """The first plan that takes its ideal sizes, else the one that loses least; all like labels alike."""
    best: tuple[tuple[float, float], Plan, float, float] | None = None
    whole = pen
    for plan in plans:
        pen = whole.tightened(plan.modest)
        boxes = list(boxes_in(plan.items))
        (unfit, lost), strong, label = _choose_sizes(boxes, pen, plan.boost)
        loss = (unfit, lost + _shrunk(boxes, pen, strong, label))
        if best is None or loss < best[0]:
            best = (loss, plan, strong, label)
        if loss <= (0.0, plan.tolerance):
            break
    if best is None:
        raise ValueError(f"diagram type {type_} has no plan")
    loss, plan, strong, label = best
    pen = whole.tightened(plan.modest)
    misfits = tuple(_report(plan, pen, strong, label)) if loss[0] else ()
    return Settled(plan, pen, strong, label, misfits)


def _choose_sizes(boxes: list[Box], pen: Pen, boost: float) -> tuple[tuple[float, float], float, float]:
    """Loss (misfits, then what is lost against the ideal) and the strong and label size."""
    strong, label = pen.steps(pen.strong)[0], pen.steps(pen.label)[0]
    doubtful = boxes[:]  # the one that did not fit last stands first: it is the likeliest not to fit again
    if _all_fit(doubtful, pen, strong, label):
        lonely = _lonely(boxes, pen, strong, label)
        if not lonely:
            return (0.0, 0.0), *_grow(boxes, pen, boost)
        best = (lonely, strong, label)
    else:
        best = (_UNFIT, pen.strong[1], pen.label[1])
        if not _all_fit(doubtful, pen, pen.strong[1], pen.label[1]):  # what is larger takes no fewer lines
            return (float(sum(not _fits(box, pen, *best[1:]) for box in boxes)), _UNFIT), *best[1:]
    pairs = sorted(
        (strong_loss + 1.3 * label_loss, strong, label)
        for strong, strong_loss in _losses(pen, pen.strong)
        for label, label_loss in _losses(pen, pen.label)
        if strong >= label
    )
    for loss, strong, label in pairs:
        if loss >= best[0]:
            break
        if _all_fit(doubtful, pen, strong, label):
            best = min(best, (loss + _lonely(boxes, pen, strong, label), strong, label))
    loss, strong, label = best
    return (0.0, loss), strong, label


def _all_fit(boxes: list[Box], pen: Pen, strong: float, label: float) -> bool:
    """Whether every box holds its words at these sizes; the first that does not goes to the front of the list."""
    for at, box in enumerate(boxes):
        if not _fits(box, pen, strong, label):
            boxes.insert(0, boxes.pop(at))
            return False
    return True


def _shrunk(boxes: list[Box], pen: Pen, strong: float, label: float) -> float:
    """What it costs that a sentence meant to be large is smaller than a heading."""
    total = 0.0
    for box in boxes:
        others = pen.tall(tuple(word for word in box.words if word.role != "display"), box.room.w, strong, label)
        for word in box.words:
            if word.role == "display" and len(word.text) > 4:
                total += max(0.0, pen.strong[0] - _display_size(word, box, pen, others)) / pen.strong[0] * 10
    return total


def _grow(boxes: list[Box], pen: Pen, boost: float) -> tuple[float, float]:
    """Sizes above the ideal, as long as everything fits and no text breaks into more lines."""
    best = (pen.steps(pen.strong)[0], pen.steps(pen.label)[0])
    for strong, label in _larger(pen, boost):
        if not all(_fits(box, pen, strong, label) and _calm(box, pen, strong, label) for box in boxes):
            break
        best = (strong, label)
    return best


def _larger(pen: Pen, boost: float) -> Iterator[tuple[float, float]]:
    """Pairs of sizes above the ideal; on a scale headings grow first."""
    strong, label = pen.steps(pen.strong)[0], pen.steps(pen.label)[0]
    if pen.scale:
        for step in pen.scale:
            if strong < step <= pen.strong[0] * boost * _NEARLY:
                yield step, label
                strong = step
            if label < step <= pen.label[0] * boost * _NEARLY:
                yield strong, step
                label = step
        return
    factor = 1.0
    while factor + 0.05 <= boost + 0.001:
        factor += 0.05
        yield round(strong * factor * 2) / 2, round(label * factor * 2) / 2


def _calm(box: Box, pen: Pen, strong: float, label: float) -> bool:
    """True when larger sizes break no heading anew, and plain text only into lines worth having."""
    width = box.room.w
    for word in box.words:
        if word.role == "display":
            continue
        size = word.size(strong, label)
        before = pen.lines(word.text, word.size(pen.strong[0], pen.label[0]), width, word.bold)
        lines = pen.lines(word.text, size, width, word.bold)
        if lines > before and (
            word.role == "strong" or pen.lines(word.text, size, width + 3 * size, word.bold) < lines
        ):
            return False
    return True


def _lonely(boxes: list[Box], pen: Pen, strong: float, label: float) -> float:
    """What it costs that some last lines hold a single character, as measured or as a renderer may break them."""
    total = 0.0
    for box in boxes:
        for word in box.words:
            size = word.size(strong, label)
            if word.role == "display" or len(word.text) < 3:
                continue
            margin = size * (0.5 if box.room.w >= 12 * size else 1.0)
            if any(_ends_lonely(word, size, box.room.w + wider, pen) for wider in (0.0, margin)):
                total += 0.45 if word.role == "strong" else 0.3
    return min(total, 2.0)


def _ends_lonely(word: Words, size: float, width: float, pen: Pen) -> bool:
    lines = pen.lines(word.text, size, width, word.bold)
    return lines > 1 and pen.lines(word.text, size, width + size * 1.05, word.bold) < lines


def _losses(pen: Pen, bounds: tuple[float, float]) -> list[tuple[float, float]]:
    """Sizes from the ideal down to the floor, each with what it loses against the ideal."""
    sizes = pen.steps(bounds)
    return [(size, (sizes[0] - size) / sizes[0] * 10) for size in sizes]


def _fits(box: Box, pen: Pen, strong: float, label: float) -> bool:
    room = box.room
    words = tuple(word for word in box.words if word.role != "display")
    needed = pen.tall(words, room.w, strong, label)
    needed += sum(_display_height(word, box, pen, needed, floor=True) for word in box.words if word.role == "display")
    wide_enough = all(_longest(word.text) * word.size(strong, label) <= room.w + _SLACK for word in words)
    if wide_enough and (strong, label) > (
        pen.strong[1],
        pen.label[1],
    ):  # at the floor it is broken
        wide_enough = all(_has_room(word, word.size(strong, label), room.w, pen) for word in words)
    return wide_enough and needed <= room.h + _SLACK


def _longest(text: str) -> float:
    """Least width in ems that any line needs: one full-width character."""
    return 0.5 if len(text) == 1 and text.isascii() else 1.0


def _has_room(word: Words, size: float, width: float, pen: Pen) -> bool:
    """Whether no Latin word and no number of a text is wider than its line."""
    widest = widest_word(word.text, pen.faces, word.bold)
    return widest <= 1.0 or widest * size <= width + _SLACK


def _display_size(word: Words, box: Box, pen: Pen, others: float) -> float:
    """The largest size of a display word that leaves the other words their room."""
    room = box.room
    floor = pen.strong[1]
    for size in _displayed(pen, pen.strong[0] * word.scale, floor):
        lines = pen.lines(word.text, size, room.w, True)
        single = len(word.text) <= 4  # a number or symbol never breaks
        if lines * size * LINE <= room.h - others + _SLACK and not (
            single and pen.width(word.text, size, True) - size > room.w
        ):
            return round(size, 1)
    return floor


def _displayed(pen: Pen, size: float, floor: float) -> Iterator[float]:
    """Sizes to try for a display word, from the one it is meant to have; on a scale from the nearest.

    A sign far above the scale is a picture, and as large as its box.
    """
    if pen.scale:
        nearest = min(pen.scale, key=lambda step: abs(log(step / size)))
        yield from (step for step in pen.scale[::-1] if floor < step <= nearest)
        return
    while size > floor:
        yield size
        size -= 1.0


def _display_height(word: Words, box: Box, pen: Pen, others: float, floor: bool) -> float:
    size = pen.strong[1] if floor else _display_size(word, box, pen, others)
    return pen.lines(word.text, size, box.room.w, True) * size * LINE


def _shapes_of(item: Item, pen: Pen, strong: float, label: float) -> Iterator[Primitive]:
    if isinstance(item, Cluster):
        shapes = tuple(shape for inner in item.items for shape in _shapes_of(inner, pen, strong, label))
        yield Bundle(frame_around(shapes), shapes, item.name, item.alt, item.part)
        return
    if not isinstance(item, Box):
        yield item
        return
    shape = _place(item, pen, strong, label)
    yield shape
    icon = item.icon(*_extent(shape.text, item.room.w, pen)) if shape.text else None
    if icon is not None:
        yield icon


def frame_around(shapes: Iterable[Primitive]) -> Frame:
    """The frame around shapes."""
    corners = [
        corner
        for shape in shapes
        for corner in (
            shape.points
            if isinstance(shape, Path)
            else ((shape.frame.x, shape.frame.y), (shape.frame.x + shape.frame.w, shape.frame.y + shape.frame.h))
        )
    ]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    return Frame(*(round(value, 2) for value in (left, top, right - left, bottom - top)))


def _extent(text: TextBox, width: float, pen: Pen) -> tuple[float, float]:
    """How wide and how tall the words of a box become."""
    lines = [
        (line, one)
        for one in text.labels
        for line in break_lines(plain(one.runs), one.size, width, pen.faces, one.strong)
    ]
    wide = max((text_width(line, one.size, pen.faces, one.strong) for line, one in lines), default=0.0)
    return min(width, wide), sum(one.size * LINE for _, one in lines)


def _place(box: Box, pen: Pen, strong: float, label: float) -> Shape:
    others = pen.tall(tuple(w for w in box.words if w.role != "display"), box.room.w, strong, label)
    sized = [
        (word, _display_size(word, box, pen, others) if word.role == "display" else word.size(strong, label))
        for word in box.words
        if word.text
    ]
    labels = tuple(
        Label(_runs(_balanced(word, size, box.room.w, pen)), size, word.colour, word.bold) for word, size in sized
    )
    text = TextBox(labels, box.align, box.anchor, box.inner) if labels else None
    return Shape(box.geometry, box.frame, box.fill, box.line, box.line_width, text, box.adjust, 0.0, box.part, box.link)


def _balanced(word: Words, size: float, width: float, pen: Pen) -> Words:
    """A text broken evenly: a sentence meant to be large, and any other that would end in a character or two."""
    text = word.text
    if word.role == "display":
        return replace(word, text=pen.balanced(text, size, width, True)) if len(text) > 4 else word
    margin = size * (0.5 if width >= 12 * size else 1.0)
    rooms = (width, width + margin)  # as measured, and as a renderer may have it
    if "\n" not in text and any(pen.tears(text, size, room, word.bold) for room in rooms):
        if len(text) <= _SHORT and _may_be_shorter(word, size, width, pen):
            return word  # a line more than it needs would show
        return replace(word, text=pen.balanced(text, size, width, word.bold))
    if word.role == "label":
        if not any(pen.ends_short(text, size, room) for room in rooms):
            return word
        if _may_be_shorter(word, size, width, pen):
            return word
        return replace(word, text=pen.balanced(text, size, width))
    if word.role != "strong" or "\n" in text:
        return word
    if pen.lines(text, size, width, True) != 2:
        # Spaces between Chinese and Latin writing are measured so wide that the lines of a renderer may differ.
        if " " in text or not pen.ends_short(text, size, width, True) or _may_be_shorter(word, size, width, pen):
            return word
        return replace(word, text=pen.balanced(text, size, width, True))
    if not any(_ends_lonely(word, size, room, pen) for room in rooms):
        return word
    if inside_words(text, pen.faces.terms):
        return replace(word, text=pen.balanced(text, size, width, True))
    middle = (len(text) + 1) // 2
    places = [at for at in (middle, middle - 1, middle + 1) if _may_part(text, at)]
    places.sort(key=lambda at: text[at - 1] not in _JOINTS)
    for at in places:
        parted = text[:at] + "\n" + text[at:]
        if pen.lines(parted, size, width, True) == 2:
            return replace(word, text=parted)
    return word


def _may_be_shorter(word: Words, size: float, width: float, pen: Pen) -> bool:
    """True when a renderer, which measures less carefully, may need fewer lines: then it had better break itself."""
    margin = size * (0.5 if width >= 12 * size else 1.0)
    if len(word.text) > 5:
        margin *= 0.6
    return pen.lines(word.text, size, width + margin, word.bold) < pen.lines(word.text, size, width, word.bold)


def _may_part(text: str, at: int) -> bool:
    """True where a line may end before the character at this place."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii() and not (before.isspace() or after.isspace()):
        return False
    return before not in _OPENING and after not in _CLOSING and not after.isspace()


def _runs(word: Words) -> Runs:
    """The text of a paragraph; each forced break is a run of its own."""
    lines = word.text.split("\n")
    parts = [part for line in lines[:-1] for part in (line, "\n")] + [lines[-1]]
    return tuple(Run(part, strong=word.bold) for part in parts if part)


def _report(plan: Plan, pen: Pen, strong: float, label: float) -> Iterable[Misfit]:
    for item in boxes_in(plan.items):
        if _fits(item, pen, strong, label):
            continue
        room = item.room
        text = " / ".join(word.text for word in item.words)
        lines = int((room.h + _SLACK) / (label * LINE))
        wide = has_cjk(text)
        per_line = max(0, int(room.w / label - 0.5) if wide else int(room.w / label / _LETTER - 0.5))
        yield Misfit(
            item.part,
            text,
            f"the box holds about {lines} lines of {per_line} {'full-width characters' if wide else 'letters'}; "
            f"shorten this text or use fewer nodes",
        )
