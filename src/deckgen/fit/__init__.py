"""A Deck into a Deck in which every element has its place and nothing overflows.

What does not fit is set smaller down to its role's floor, then split into titled continuation
slides, then refused at the source line: a label of a diagram (DG501), a title (DG502), a text that
cannot be split (DG503), a source line or breadcrumb (DG510).
"""

from deckgen.fit.deck import Continuation, fit_deck

__all__ = ["Continuation", "fit_deck"]
