"""Planning: which blocks run, how long and when, in whole minutes."""

from deckgen.plan.agenda import Agenda, Day, Entry, Pause, Reason, Sitting
from deckgen.plan.forms import spend
from deckgen.plan.schedule import plan_delivery

__all__ = ["Agenda", "Day", "Entry", "Pause", "Reason", "Sitting", "plan_delivery", "spend"]
