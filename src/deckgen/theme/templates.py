"""The templates of a theme: their parts, what was learned of them, and where the roles of the theme lie.

Refuses, all at once: a template that is not there or cannot be used (DG609); in the deck template a layout or
placeholder that the theme names and that is not there (DG602, DG603), is there twice (DG612) or has no place (DG611),
and colours or faces that are not the theme's (DG610).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.reading import Door, Store
from deckgen.base.roles import Colour
from deckgen.theme.colours import nearest_fill, read_scheme_colour
from deckgen.theme.geometry import DeckGeometry, Layout, Panel, SlotBox
from deckgen.theme.office.facts import BookFacts, DeckFacts, Facts, LayoutFacts, PanelFacts, UnusableError
from deckgen.theme.office.parts import read_folder
from deckgen.theme.office.prepared import find_or_learn, sum_parts
from deckgen.theme.theme import Theme

FOLDERS = {"deck": "pptx", "book": "docx"}  # of a theme, by kind of template
_NEEDED = ("styles", "settings", "theme")  # parts of a book template that the writer fills
_LISTED = 12  # names in a hint


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """The deck template of a theme."""

    parts: Mapping[str, bytes]
    facts: DeckFacts
    geometry: DeckGeometry


@dataclass(frozen=True, slots=True)
class BookTemplate:
    """The book template of a theme."""

    parts: Mapping[str, bytes]
    facts: BookFacts


@dataclass(frozen=True, slots=True)
class Templates:
    """Both templates of a theme; the libraries without which nothing would be known of them; SHA-256 sums by kind."""

    deck: DeckTemplate
    book: BookTemplate
    libraries: tuple[str, ...]
    sums: Mapping[str, str]


def template_parts(theme: Path, kind: str, door: Door) -> dict[str, bytes]:
    """The parts of a ``deck`` or ``book`` template in a theme's folder. Raises UnusableError with the reason."""
    folder = FOLDERS[kind]
    try:
        parts = read_folder(theme / folder, door)
    except OSError as problem:
        reason = f"{problem.filename or theme / folder} cannot be read: {problem.strerror or problem}"
        raise UnusableError(reason, "check its name, size and permissions") from problem
    if not parts:
        raise UnusableError("there are no parts", f"put the template there, unzipped, as themes/default/{folder}")
    return parts


def read_templates(theme: Theme, door: Door, store: Store) -> tuple[Templates | None, tuple[Diagnostic, ...]]:
    """The templates in the theme's folder, and what they lack of what the theme names.

    A template is opened when it is new or changed; what is learned comes with the theme or is kept in `store`.
    """
    parts: dict[str, Mapping[str, bytes]] = {}
    report = Report()
    for kind in FOLDERS:
        try:
            parts[kind] = template_parts(theme.folder, kind, door)
        except UnusableError as problem:
            _refuse(theme, kind, problem, report)
    return learn_templates(theme, parts, door, store, report)


def learn_templates(
    theme: Theme, parts: Mapping[str, Mapping[str, bytes]], door: Door, store: Store, report: Report
) -> tuple[Templates | None, tuple[Diagnostic, ...]]:
    """As `read_templates`, of templates whose parts are here, by kind; `report` has what is wrong already."""
    facts: dict[str, Facts] = {}
    libraries: list[str] = []
    for kind, held in parts.items():
        try:
            learned = find_or_learn(kind, held, theme.folder, door, store)
        except UnusableError as problem:
            _refuse(theme, kind, problem, report)
            continue
        facts[kind] = learned.facts
        libraries += [learned.library] if learned.library else []
    deck, book = facts.get("deck"), facts.get("book")
    if isinstance(deck, DeckFacts):
        _compare_deck(theme, deck, report)
    if isinstance(book, BookFacts):
        _compare_book(theme, book, parts["book"], report)
    if not isinstance(deck, DeckFacts) or not isinstance(book, BookFacts) or report.has_errors:
        return None, tuple(report)
    geometry = DeckGeometry(deck.width, deck.height, dict(_layouts(theme, deck)))
    templates = Templates(
        DeckTemplate(parts["deck"], deck, geometry),
        BookTemplate(parts["book"], book),
        tuple(libraries),
        {kind: sum_parts(parts[kind]) for kind in FOLDERS},
    )
    return templates, tuple(report)


def _refuse(theme: Theme, kind: str, problem: UnusableError, report: Report) -> None:
    place = (theme.folder / FOLDERS[kind]).as_posix()
    report.add("DG609", f"{place}: no usable {kind} template: {problem}", None, problem.hint or _AGAIN)


_UNKNOWN_GROUND: Colour = "surface"  # for a gradient or a picture
_AGAIN = "open it in Office, save it, and unzip it there again"


def _layouts(theme: Theme, facts: DeckFacts) -> Iterable[tuple[str, Layout]]:
    """Where every slot of every layout lies; called when nothing is missing."""
    by_name = {layout.name: layout for layout in facts.layouts}
    for role, name in theme.layouts.items():
        layout = by_name[name]
        holders = {item.holder.name: item for item in layout.placeholders}
        slots = {}
        for slot, holder in theme.slots[role].items():
            placeholder = holders[holder]
            assert placeholder.frame is not None
            slots[slot] = SlotBox(
                placeholder.frame, placeholder.insets, placeholder.size, placeholder.holder, placeholder.colour
            )
        ground = nearest_fill(layout.ground, theme.colours) if layout.ground else _UNKNOWN_GROUND
        panels = tuple(_panel(item, theme) for item in layout.panels)
        yield role, Layout(role, name, slots, layout.part, ground, panels)


def _panel(facts: PanelFacts, theme: Theme) -> Panel:
    fill, line = (nearest_fill(colour, theme.colours) if colour else None for colour in (facts.fill, facts.line))
    return Panel(facts.points, fill, line, facts.width, facts.closed)


def _compare_deck(theme: Theme, facts: DeckFacts, report: Report) -> None:
    folder = (theme.folder / FOLDERS["deck"]).as_posix()
    if facts.slides:
        message = f"{folder}: no usable deck template: it has slides of its own ({facts.slides})"
        report.add("DG609", message, None, "delete the slides and keep the layouts")
    place = (theme.folder / "theme.yaml").as_posix()
    names = Counter(layout.name for layout in facts.layouts)
    used = []
    for role, name in theme.layouts.items():
        if not names[name]:
            report.add("DG602", f"{place}: no layout `{name}` for {role}", None, _there_is(names))
        elif names[name] > 1:
            message = f"{place}: {names[name]} layouts of the deck template are called `{name}`, as {role} asks for"
            report.add("DG612", message, None, "give them different names in the slide master view")
        else:
            layout = next(layout for layout in facts.layouts if layout.name == name)
            used.append(layout)
            _compare_slots(theme, role, layout, place, report)
    for number in sorted({layout.master for layout in used}):
        _compare_look(theme, facts, number, report)


def _compare_slots(theme: Theme, role: str, layout: LayoutFacts, place: str, report: Report) -> None:
    names = Counter(item.holder.name for item in layout.placeholders)
    for slot, holder in theme.slots.get(role, {}).items():
        what = f"layout `{layout.name}`"
        if not names[holder]:
            message = f"{place}: {what} has no placeholder `{holder}` for {slot}"
            report.add("DG603", message, None, _there_is(names))
        elif names[holder] > 1:
            message = f"{place}: {what} has {names[holder]} placeholders `{holder}`, as {slot} asks for"
            report.add("DG612", message, None, "give them different names in the selection pane of the layout")
        elif any(item.holder.name == holder and item.frame is None for item in layout.placeholders):
            message = f"{place}: the placeholder `{holder}` of {what} has no place, there or on its master"
            report.add("DG611", message, None, "move it on the layout, so that PowerPoint writes its place down")


def _compare_look(theme: Theme, facts: DeckFacts, number: int, report: Report) -> None:
    """Shapes and texts of a deck point at the template's colours and faces: they must be those that were checked."""
    master = facts.masters[number]
    where = f"{(theme.folder / FOLDERS['deck']).as_posix()}: the theme part of {master.part}"
    for role, text in theme.scheme.items():
        scheme = read_scheme_colour(text)
        if scheme is None or (scheme.mod, scheme.off) != (100, 0):
            continue  # a tint follows its slot
        colour = master.scheme.colours.get(scheme.slot, "")
        if colour != theme.colours[role]:
            message = f"{where} has {colour or 'no colour'} as {scheme.slot}, colours.{role} is {theme.colours[role]}"
            report.add("DG610", message, None, "write the same colour in theme.yaml and in the theme part")
    fonts = theme.fonts
    headings, texts = (fonts.heading or fonts.latin, fonts.east_asian), (fonts.latin, fonts.east_asian)
    for use, faces, asked in (("headings", master.scheme.heading, headings), ("text", master.scheme.text, texts)):
        for face, wanted in zip((faces.latin, faces.east_asian), asked, strict=True):
            if face != wanted:
                message = f"{where} sets {use} in {face or 'no face'}, theme.yaml measures {wanted}"
                report.add("DG610", message, None, "write the same face in theme.yaml and in the theme part")


def _compare_book(theme: Theme, facts: BookFacts, parts: Mapping[str, bytes], report: Report) -> None:
    missing = [kind for kind in _NEEDED if kind not in facts.parts]
    missing += [f"default {kind} style" for kind in ("character", "table") if not facts.default_style(kind)]
    if missing:
        place = (theme.folder / FOLDERS["book"]).as_posix()
        report.add("DG609", f"{place}: no usable book template: it has no {', no '.join(missing)}", None, _AGAIN)
    for item in theme.page_items:
        for name in (item.picture, item.vector):
            if name and name not in parts:
                place = (theme.folder / "theme.yaml").as_posix()
                message = f"{place}: page_items name {name}, which the book template does not have"
                report.add("DG609", message, None, "put the picture there, or take the item out")


def _there_is(names: Sequence[str] | Mapping[str, int]) -> str:
    listed = [f"`{name}`" for name in names]
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return f"there is: {', '.join(listed[:_LISTED]) or 'none'}{more}"
