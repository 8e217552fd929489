"""Planning: which blocks run, how long and when, in whole minutes."""

from deckgen.plan.agenda import Agenda, Day, Entry, Pause, Sitting
from deckgen.plan.schedule import plan_delivery, spend

__all__ = ["Agenda", "Day", "Entry", "Pause", "Sitting", "plan_delivery", "spend"]
