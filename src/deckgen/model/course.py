"""The course: what one curriculum says for one delivery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field, PrivateAttr, model_validator

from deckgen.base.diagnostics import Span
from deckgen.model.base import Private, Strict
from deckgen.model.blocks import AnyBlock, Block, Material
from deckgen.model.brand import Brand
from deckgen.model.class_size import ClassSize
from deckgen.model.delivery import DayTimes, Delivery, Lunch
from deckgen.model.fields import (
    CourseFormat,
    DayDate,
    IconName,
    Id,
    LongText,
    LongTexts,
    Name,
    OptionalLong,
    Phrasing,
    Short,
    Status,
    Text,
    Texts,
)
from deckgen.model.gaps import NO_GAPS, Gaps
from deckgen.model.look import PersonLook
from deckgen.model.picture import Picture
from deckgen.model.scene import Scene
from deckgen.model.sheets import AnySheet, Sheet
from deckgen.text.scripts import has_cjk


class Objective(Strict):
    """What participants can do afterwards: an observable verb, under which condition, to which standard."""

    id: Id
    verb: Text
    text: Text
    condition: Text
    standard: Text

    @property
    def sentence(self) -> str:
        """Verb and text as one sentence; a text that says its verb stands as it is."""
        if self.verb.casefold() in self.text.casefold():
            return self.text
        gap = "" if has_cjk(self.verb[-1]) or has_cjk(self.text[0]) else " "
        return f"{self.verb}{gap}{self.text}"


class CoveragePoint(Strict):
    """A point of the outline that the course must teach, with its sub-points under `must`."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"must"})  # looked for in what others say

    id: Id
    kind: Text
    name: Text
    must: Texts = ()  # sub-points: words that stand on a page; " / " parts what is looked for one by one

    @property
    def key(self) -> str:
        """What `covers` calls it by."""
        return covers_key(self.id)


def covers_key(name: str) -> str:
    """What `covers` calls the point with this id: `C1.2` for `1.2`, and `C1` for an id that begins so itself."""
    return name if name.startswith("C") else f"C{name}"


class GlossaryEntry(Strict):
    """A term in plain words; `origin` credits whose model it is."""

    term: Text
    text: Text
    origin: str = ""


class Person(Strict):
    """Somebody in cases and examples: who they are, so that they are the same one everywhere."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"name", "role", "team"})

    name: Text
    gender: Literal["f", "m"] | None = None  # she or he; pronouns are held against it
    role: str = ""
    team: str = ""
    look: PersonLook | None = None  # in portraits


class Question(Strict):
    """A question of the bank. `answer` holds the letters of the right options (A, B, ...) or right/wrong."""

    trainer_only: ClassVar[Mapping[str, Private]] = {"answer": "private", "rationale": "echo"}

    id: Id
    module: Id
    objective: Id
    form: Literal["pre", "post"]
    type: Literal["single", "multiple", "judgement", "scenario"]
    stem: Text
    options: Texts = ()
    answer: Text
    rationale: Text


class ChecklistPart(Strict):
    """What to do at a time before or on the day."""

    when: Text
    items: Annotated[Texts, Field(min_length=1)]


class Titled(Strict):
    """A text under a title: a difficult moment, an indicator."""

    title: Text
    text: LongText


class Letter(Strict):
    """A letter of the course; letters to the same people take the place of those that deckgen ships."""

    title: Text
    text: LongText
    to: Literal["participants", "managers"] = "participants"


class Room(Strict):
    """What the guide says about the room and who teaches."""

    name: str = ""  # which one it is, on run sheets and in calendars
    layout: OptionalLong = ""
    equipment: Texts = ()
    trainer: Texts = ()


class Module(Strict):
    """A module: a topic with its blocks, opened by a divider and closed by a recap."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "hook": "spoken", "rationale": "private", "recap_say": "spoken", "risks": "private", "differences": "private",
    }  # fmt: skip
    unprinted: ClassVar[frozenset[str]] = frozenset({"icon"})
    finished: ClassVar[frozenset[str]] = frozenset(("short", "key_message", "hook", "rationale", "goals"))

    id: Id
    title: Text
    short: Short  # at most 6 characters of Chinese, or 12 letters, for the course map
    part: str = ""
    dimension: str = ""
    key_message: Text
    hook: LongText  # a question or scene that opens the module, said aloud
    rationale: LongText
    goals: Annotated[Texts, Field(min_length=1, max_length=4)]  # on the divider
    status: Status = "finished"  # a draft lacks what only a finished course must have
    prerequisites: str = ""
    summary: Annotated[Texts, Field(max_length=5)] = ()  # recap slide; none = no recap slide
    recap_say: OptionalLong = ""
    risks: Texts = ()
    differences: OptionalLong = ""
    picture: Picture | None = None  # on the divider
    motto: str = ""  # one sentence, large, behind the recap: at most two lines of 11 characters
    question: str = ""  # asked on the divider: at most two lines of 11 characters
    scene: Scene | None = None  # on a divider without a picture
    icon: IconName = ""  # on the course map: phone, users, clock; docs/icons.md shows all
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _shows_what_it_has(self) -> Module:
        if self.motto and not self.summary:
            raise ValueError("a `motto` stands behind the recap: write a `summary`, or leave `motto` out")
        if self.scene is not None and self.picture is not None:
            raise ValueError("a divider has a `picture` or a `scene`: leave one of them out")
        return self

    @property
    def label(self) -> str:
        """What it is called where there is little room: `short`, or its id as long as a draft has none."""
        return self.short or self.id


class OwnNote(NamedTuple):
    """What a trainer wrote about a part of the course for nobody else, and where it stands."""

    texts: tuple[str, ...]
    at: Span | None


class Exemption(Strict):
    """A warning that was looked at and is accepted: about one record, or wherever it appears in the course."""

    code: Text  # of a warning, for example DG406
    about: Id | Literal[""] = ""  # a module, block, slide, sheet, question or delivery
    reason: Text  # why it is right as it is


class Course(Strict):
    """A whole course as one delivery sees it: variants are resolved, everything else is gone."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "guide_use": "private", "room": "private", "checklist": "private", "difficult_moments": "private",
    }  # fmt: skip
    finished: ClassVar[frozenset[str]] = frozenset(("version", "date", "audience", "class_size", "objectives"))
    unprinted: ClassVar[frozenset[str]] = frozenset({"logo"})

    format: CourseFormat = 1  # of the source; `deckgen migrate` rewrites a course that is in an older one
    id: Id
    status: Status = "finished"  # a draft lacks what only a finished course must have
    title: Text
    subtitle: str = ""
    version: Name
    date: DayDate  # ISO 8601
    language: Text
    author: str = ""
    client: str = ""
    logo: Annotated[str, Field(max_length=400)] = ""  # of the house: the path of a PNG, JPEG or SVG
    brand: Brand | None = None  # colours, faces, logo and footer of the house, where it has no templates
    picture: Picture | None = None  # on the covers
    audience: Annotated[Texts, Field(min_length=1)]
    prerequisites: Texts = ()
    background: LongTexts = ()
    benefits: Texts = ()
    methods: Texts = ()
    method_frame: str = ""  # the way every lesson goes, such as lead in - idea - training
    dimensions: Texts = ()  # what the modules are about, in order; `dimension` of a module is one of them
    class_size: ClassSize
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    deliveries: Annotated[tuple[Delivery, ...], Field(min_length=1)]
    minutes: Annotated[int, Field(ge=15, le=4800)] | None = None  # of a course with one delivery, called `90-min`
    coverage: tuple[CoveragePoint, ...] = ()
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    sheets: tuple[AnySheet, ...] = ()
    prework: tuple[Id, ...] = ()  # sheets done before
    overnight: tuple[Id, ...] = ()  # sheets done between days
    postwork: tuple[Id, ...] = ()  # sheets done after
    job_aids: tuple[Id, ...] = ()  # cards of the appendix
    contract: Texts = ()  # rules of working together
    how_to_use: Texts = ()  # how to use the workbook
    guide_use: Texts = ()  # how to use the guide
    questions: tuple[Question, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    people: tuple[Person, ...] = ()  # who appears in cases and examples; printed nowhere, checked everywhere
    materials: tuple[Material, ...] = ()
    room: Room | None = None
    checklist: tuple[ChecklistPart, ...] = ()
    difficult_moments: tuple[Titled, ...] = ()
    letters: tuple[Letter, ...] = ()
    indicators: tuple[Titled, ...] = ()  # service figures the course should move
    build: bool = False  # items of slides that explain or debrief appear one by one; a slide may say otherwise
    phrases: Phrasing = Field(default_factory=dict)  # fixed phrases of all artefacts in other words, by key
    exempt: tuple[Exemption, ...] = ()  # warnings that were reviewed and are accepted
    changes: tuple[Titled, ...] = ()  # version log

    _gaps: Gaps = PrivateAttr(default=NO_GAPS)
    _own_notes: Mapping[str, OwnNote] = PrivateAttr(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """Whether it, or a part of it, lacks what only a finished course must have."""
        return self.status == "draft"

    @property
    def gaps(self) -> Gaps:
        """What of it is missing or made up; nothing in a course without mistakes."""
        return self._gaps

    def with_gaps(self, gaps: Gaps) -> Course:
        """The same course, with what is missing or made up in it."""
        self._gaps = gaps
        return self

    @property
    def house_logo(self) -> tuple[str, Span | None]:
        """The path of the logo, empty without one, and where it is written; the brand's own is meant first."""
        if self.brand is not None and self.brand.logo:
            return self.brand.logo, self.brand.at("logo")
        return self.logo, self.at("logo")

    @property
    def own_notes(self) -> Mapping[str, OwnNote]:
        """The private notes of its trainer by the id of what they are about; for guide and notes pane only."""
        return self._own_notes

    def with_own_notes(self, notes: Mapping[str, OwnNote]) -> Course:
        """The same course, with the private notes of a trainer."""
        self._own_notes = notes
        return self

    @property
    def parts(self) -> frozenset[str]:
        """The ids of all its modules, blocks, slides and sheets."""
        slides = (key for block in self.blocks for key in block.slide_ids)
        return frozenset((*slides, *(part.id for part in (*self.modules, *self.blocks, *self.sheets))))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in teaching order."""
        return tuple(block for module in self.modules for block in module.blocks)

    def sheet(self, sheet_id: str) -> Sheet | None:
        """The sheet of that id, if there is one in this delivery."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    @model_validator(mode="after")
    def _has_one_logo(self) -> Course:
        if self.logo and self.brand is not None and self.brand.logo:
            raise ValueError("the logo is named twice: keep `logo`, or `logo` of `brand`")
        return self


__all__ = [
    "ChecklistPart", "ClassSize", "Course", "CoveragePoint", "DayTimes", "Delivery", "Exemption", "GlossaryEntry",
    "Letter", "Lunch", "Module", "Objective", "Question", "Room", "Titled", "covers_key",
]  # fmt: skip
