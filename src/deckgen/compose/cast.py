"""Who appears in a drawing, and how they look: as the course declares them, else as their names suggest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckgen.base.people import Look, guess_look
from deckgen.compose.kit import Kit
from deckgen.model.course import Person
from deckgen.model.diagrams.base import DiagramData
from deckgen.model.diagrams.dialogue import Dialogue
from deckgen.model.diagrams.ensemble import Ensemble
from deckgen.model.diagrams.opening import Opening
from deckgen.model.diagrams.persona import Persona
from deckgen.text.ranks import rank_of

_TRIES = 12  # looks for somebody, until one is like nobody else's on the drawing


def cast_of(kit: Kit, record: DiagramData) -> tuple[Look, ...]:
    """The looks of the people that a diagram shows."""
    if isinstance(record, Dialogue):
        lines = (*record.lines, *(record.against.lines if record.against else ()))
        return looks_of(kit, (line.who for line in lines))
    if isinstance(record, Opening | Ensemble):
        return looks_of(kit, record.who)
    if isinstance(record, Persona):
        return looks_of(kit, (record.name,))
    return ()


def looks_of(kit: Kit, names: Iterable[str], seed: str = "") -> tuple[Look, ...]:
    """The looks of people by the names that a drawing calls them, each once.

    Those who are no people of the course look otherwise for another `seed`, and on one drawing no two of them alike.
    """
    looks: list[Look] = []
    for name in dict.fromkeys(names):
        tries = (look_of(kit, kit.plain(name), f"{seed}{turn or ''}") for turn in range(_TRIES))
        alike = {(look.hair, look.dye) for look in looks}
        looks.append(
            next((look for look in tries if not seed or (look.hair, look.dye) not in alike), look_of(kit, name))
        )
    return tuple(looks)


def look_of(kit: Kit, called: str, seed: str = "") -> Look:
    """How somebody looks who is called so: a person of the course whose name it is or holds, or anybody else."""
    people = kit.course.people
    person = next((one for one in people if one.name == called), None)
    person = person or next((one for one in people if one.name in called), None)
    roles = " ".join(one.role for one in people)
    look = _declared(person, roles) if person else guess_look(f"{seed}{called}", None, rank_of(called, roles))
    return replace(look, name=called, said=kit.phrase("portrait", name=called))


def _declared(person: Person, roles: str) -> Look:
    """The look of a person of the course; what is left open follows from the name, and the role among all roles."""
    look = guess_look(person.name, person.gender, rank_of(person.role or person.name, roles))
    given = person.look
    if given is None:
        return look
    return Look(
        person.name,
        given.hair or look.hair,
        given.hair_colour or look.tint,
        given.skin or look.skin,
        given.clothes or look.clothes,
        given.colour or look.dye,
        given.wears or look.extras,
    )
