"""Planning: which blocks run, how long and when, in whole minutes."""

from deckgen.plan.agenda import Agenda, Day, Entry, Pause, Reason, Sitting
from deckgen.plan.floors import least_of
from deckgen.plan.schedule import plan_delivery
from deckgen.plan.sketch import sketch_agenda

__all__ = ["Agenda", "Day", "Entry", "Pause", "Reason", "Sitting", "least_of", "plan_delivery", "sketch_agenda"]
