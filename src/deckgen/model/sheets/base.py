"""What every exercise sheet shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Private, Strict
from deckgen.model.fields import Id, LongText, OptionalLong, Text, Texts
from deckgen.model.kinds import Kind
from deckgen.model.picture import Pictures
from deckgen.model.slides.debrief import DebriefQuestions

Phase = Literal["setup", "prepare", "run", "share", "debrief"]
PHASES: tuple[Phase, ...] = ("setup", "prepare", "run", "share", "debrief")
FieldUse = Literal["write", "tick", "both"]
HandedOut = Literal["sheet", "material"]


class Step(Strict):
    """One step of an activity with its own minutes."""

    finished: ClassVar[frozenset[str]] = frozenset(("phase",))

    minutes: Annotated[int, Field(ge=0, le=120)]
    phase: Phase
    do: Text
    short: str = ""  # in a few words, for the board of a slide


class Workspace(Strict):
    """Room to write; exactly one of `table`, `lines`, `checks`, `fields`.

    `table` names the columns (`rows` empty rows follow, or `first` gives the texts of the first
    column, one row each); `lines` is a number of ruled lines; `checks` are boxes to tick;
    `fields` are labels with a place to write behind. `prompt` stands above.
    """

    prompt: str = ""
    table: Texts = ()
    rows: Annotated[int, Field(ge=1, le=20)] | None = None  # empty rows of a table; 4 when left out
    first: Texts = ()
    widths: tuple[float, ...] = ()
    lines: Annotated[int, Field(ge=0, le=30)] = 0
    checks: Texts = ()
    fields: Texts = ()

    @model_validator(mode="after")
    def _one_form(self) -> Workspace:
        used = [name for name in ("table", "lines", "checks", "fields") if getattr(self, name)]
        if len(used) != 1:
            raise ValueError(
                f"a workspace has exactly one of table, lines, checks, fields; here: {', '.join(used) or 'none'}"
            )
        if self.first and self.rows is not None:
            raise ValueError("the first column gives the rows: leave `rows` out, or `first`")
        if not self.table and (self.first or self.rows is not None):
            raise ValueError("rows and first belong to a table: name its columns under `table`")
        if self.widths and len(self.widths) != len(self.table):
            raise ValueError(f"{len(self.widths)} widths for {len(self.table)} columns")
        return self


class Stuck(Strict):
    """A frequent snag: how it shows, and what helps."""

    trainer_only: ClassVar[Mapping[str, Private]] = {"sign": "private", "help": "private"}

    finished: ClassVar[frozenset[str]] = frozenset(("help",))

    sign: Text
    help: Text


class SheetGuide(Strict):
    """What only the facilitator sees: briefing, what to look for, answers."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "brief": "private", "look_for": "private", "stuck": "private", "mistakes": "private", "key": "private",
        "points": "echo", "board": "private",
    }  # fmt: skip
    finished: ClassVar[frozenset[str]] = frozenset(("brief", "look_for", "stuck", "mistakes", "key"))

    brief: LongText  # words that start the activity, to say aloud
    look_for: Annotated[Texts, Field(min_length=3)]
    stuck: Annotated[tuple[Stuck, ...], Field(min_length=1)]
    mistakes: Annotated[Texts, Field(min_length=2)]
    key: Annotated[Texts, Field(min_length=1)]  # answers or scoring points
    points: Texts = ()  # what the debrief must bring out
    debrief: DebriefQuestions | None = None
    board: Texts = ()  # plan for the flip chart


class Sheet(Kind):
    """An exercise sheet, one to two pages of the workbook. Subclasses narrow `kind`."""

    has_steps: ClassVar[bool]  # it is worked through in class, in steps with minutes
    in_appendix: ClassVar[bool]  # a card to keep, printed behind the modules
    practises: ClassVar[bool]  # participants practise what its objectives name
    self_study: ClassVar[bool]  # one person can do it at home
    fields_of: ClassVar[Mapping[str, FieldUse]]  # keys of its own that are printed with room to write or boxes to tick
    phases: ClassVar[tuple[Phase, ...]]  # those its steps must have
    finished: ClassVar[frozenset[str]] = frozenset(("title", "purpose", "output", "grouping", "guide"))

    kind: str
    id: Id
    number: Text = ""  # printed in place of the id; left out, it is counted for an id that has no figure
    title: Text
    objectives: tuple[Id, ...] = ()
    covers: tuple[Id, ...] = ()
    grouping: str = ""
    purpose: Text
    situation: OptionalLong = ""  # material to read
    pictures: Pictures = ()  # material to look at, up to six
    steps: tuple[Step, ...] = ()
    output: str = ""
    criteria: Texts = ()
    workspace: tuple[Workspace, ...] = ()
    reflection: str = ""
    materials: Texts = ()
    handed_out: HandedOut | None = None  # on paper in class: the whole `sheet`, or the `material` that it begins with
    guide: SheetGuide | None = None

    @property
    def material(self) -> tuple[str, ...]:
        """The keys that hold what is read before a sheet is worked on, as far as it has them."""
        return tuple(key for key in ("situation", "story", "facts") if getattr(self, key, None))

    @property
    def label(self) -> str:
        """What stands before its title, and what prose calls it by."""
        return self.number or self.id

    @property
    def is_timed(self) -> bool:
        """Whether it takes minutes of a block: by its kind, or since somebody gave it steps."""
        return self.has_steps or bool(self.steps)

    @property
    def minutes(self) -> int:
        """Minutes of all steps."""
        return sum(step.minutes for step in self.steps)

    @model_validator(mode="after")
    def _steps_in_order(self) -> Sheet:
        if self.has_steps and not self.steps and not self.self_study:  # what is done at home needs none
            raise ValueError(f"a {self.kind} sheet needs steps with minutes")
        return self

    @model_validator(mode="after")
    def _hands_out_what_there_is(self) -> Sheet:
        if self.handed_out == "material" and not self.material:
            raise ValueError("there is no material to hand out: write a `situation`, or leave `handed_out` out")
        if self.handed_out and self.in_appendix:
            raise ValueError("a card is a paper of its own: leave `handed_out` out")
        return self
