"""Kinds of exercise sheets."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from deckgen.model.sheets.action_plan import ActionPlanSheet
from deckgen.model.sheets.base import PHASES, Phase, Sheet, SheetGuide, Step, Stuck, Workspace
from deckgen.model.sheets.case import CaseSheet
from deckgen.model.sheets.cocreation import CocreationSheet
from deckgen.model.sheets.discussion import DiscussionSheet
from deckgen.model.sheets.drill import DrillSheet, TaskCard
from deckgen.model.sheets.followup import FollowupSheet
from deckgen.model.sheets.job_aid import AidStep, JobAidSheet
from deckgen.model.sheets.poll import PollSheet
from deckgen.model.sheets.prework import PreQuestion, PreworkSheet
from deckgen.model.sheets.roleplay import RoleCard, RoleplaySheet
from deckgen.model.sheets.selftest import Band, Item, SelftestSheet
from deckgen.model.sheets.solo import SoloSheet
from deckgen.model.sheets.turns import Practice, TurnsSheet

_Kinds = (
    ActionPlanSheet
    | CaseSheet
    | CocreationSheet
    | DiscussionSheet
    | DrillSheet
    | FollowupSheet
    | JobAidSheet
    | PollSheet
    | PreworkSheet
    | RoleplaySheet
    | SelftestSheet
    | SoloSheet
)

AnySheet = Annotated[_Kinds, Field(discriminator="kind")]
"""A sheet as authored: its `kind` decides which fields it has."""

SHEETS: dict[str, type[Sheet]] = {cls.words()[0]: cls for cls in get_args(_Kinds)}
"""Every sheet kind by its word."""

__all__ = [
    "PHASES",
    "SHEETS",
    "ActionPlanSheet",
    "AidStep",
    "AnySheet",
    "Band",
    "CaseSheet",
    "CocreationSheet",
    "DiscussionSheet",
    "DrillSheet",
    "FollowupSheet",
    "Item",
    "JobAidSheet",
    "Phase",
    "PollSheet",
    "Practice",
    "PreQuestion",
    "PreworkSheet",
    "RoleCard",
    "RoleplaySheet",
    "SelftestSheet",
    "Sheet",
    "SheetGuide",
    "SoloSheet",
    "Step",
    "Stuck",
    "TaskCard",
    "TurnsSheet",
    "Workspace",
]  # fmt: skip
