"""What people are, by the words of their role or of what they are called: who answers calls, leads or manages."""

from __future__ import annotations

from deckgen.base.people import Rank

_RANKS: tuple[tuple[Rank, tuple[str, ...]], ...] = (
    ("manager", ("经理", "經理", "总监", "總監", "老板", "老闆", "厂长", "manager", "director", "head of")),
    ("leader", ("组长", "組長", "班长", "班長", "主管", "值班长", "领班", "店长", "护士长", "师傅",
                "leader", "supervisor", "foreman", "coach", "mentor", "lead")),
    ("agent", ("坐席", "座席", "客服", "专席", "接线员", "agent")),
)  # fmt: skip
_MEMBERS = ("新人", "组员", "operator", "advisor")  # there are such in every trade; on the phone where others are


def rank_of(words: str, others: str = "") -> Rank:
    """The rank that words of a role name, the first one named; nothing where they name none.

    `others` are the words for everybody in the course: a newcomer or a member of a team answers calls where some do.
    """
    told = words.casefold()
    ranks = list(_RANKS)
    agent, called = ranks[-1]
    if any(name in f"{told} {others.casefold()}" for name in called):
        ranks[-1] = (agent, (*called, *_MEMBERS))
    places = [
        (at, number, rank)
        for number, (rank, names) in enumerate(ranks)
        for word in names
        if (at := told.find(word)) >= 0
    ]
    return min(places)[2] if places else ""
