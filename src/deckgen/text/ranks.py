"""What people are, by the words of their role or of what they are called: who answers calls, leads or manages."""

from __future__ import annotations

from deckgen.base.people import Rank

_RANKS: tuple[tuple[Rank, tuple[str, ...]], ...] = (
    ("manager", ("经理", "經理", "总监", "總監", "老板", "老闆", "厂长", "manager", "director", "head of")),
    ("leader", ("组长", "組長", "班长", "班長", "主管", "值班长", "领班", "店长", "护士长", "师傅",
                "leader", "supervisor", "foreman", "coach", "mentor", "lead")),
    ("agent", ("坐席", "座席", "客服", "专席", "接线员", "新人", "组员", "agent", "operator", "advisor")),
)  # fmt: skip


def rank_of(words: str) -> Rank:
    """The rank that words of a role name, the first one named; nothing where they name none."""
    told = words.casefold()
    places = [
        (at, rank, name) for rank, (name, names) in enumerate(_RANKS) for word in names if (at := told.find(word)) >= 0
    ]
    return min(places)[2] if places else ""
