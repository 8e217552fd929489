"""How somebody of a course looks, in words: what a portrait is drawn from. A person looks the same everywhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

Hair = Literal["short", "parted", "cropped", "tuft", "curls", "bob", "bun", "long", "tail"]
Tint = Literal["black", "brown", "grey"]
Skin = Literal["light", "middle", "deep"]
Clothes = Literal["hoodie", "cardigan", "polo", "jumper", "tee", "waistcoat", "blazer", "suit"]
Dye = Literal["accent", "secondary", "positive", "mark", "primary", "dark", "grey"]
Extra = Literal["headset", "headset-off", "badge", "glasses", "beard", "moustache", "nothing"]
Mood = Literal["calm", "eased", "thinking", "troubled", "urgent", "hurt"]

ScenePlace = Literal["floor", "study", "meeting", "board", "talk", "coaching", "way"]
"""Where people meet in a picture: two desks of the floor, a whiteboard and a shelf, a word from above, the board of the
month, a talk in a corner, two at one screen, the way out."""

Rank = Literal["agent", "leader", "manager", ""]
Gender = Literal["f", "m"]

_HAIRS: dict[str, tuple[Hair, ...]] = {
    "f": ("bob", "bun", "long", "tail"),
    "m": ("short", "parted", "cropped", "tuft", "curls"),
}
_TINTS: tuple[Tint, ...] = ("black", "black", "brown")
_SKINS: tuple[Skin, ...] = get_args(Skin)
_DRESSES: dict[str, tuple[tuple[Clothes, Dye], ...]] = {
    "": (("jumper", "mark"), ("cardigan", "secondary"), ("polo", "primary"), ("tee", "positive"), ("hoodie", "grey")),
    "agent": (("hoodie", "accent"), ("cardigan", "secondary"), ("polo", "positive"), ("jumper", "mark"),
              ("tee", "dark"), ("polo", "primary"), ("hoodie", "positive"), ("cardigan", "primary")),
    "leader": (("blazer", "primary"), ("waistcoat", "grey"), ("blazer", "secondary"), ("waistcoat", "primary")),
    "manager": (("suit", "dark"), ("suit", "grey"), ("blazer", "dark")),
}  # fmt: skip
_WORN: dict[str, tuple[Extra, ...]] = {"": (), "agent": ("headset",), "leader": ("badge",), "manager": ()}


@dataclass(frozen=True, slots=True)
class Look:
    """A person's hair, skin, clothes and what is worn; `said` is what a screen reader says of the portrait."""

    name: str
    hair: Hair = "short"
    tint: Tint = "black"
    skin: Skin = "light"
    clothes: Clothes = "tee"
    dye: Dye = "primary"
    extras: tuple[Extra, ...] = ()
    said: str = ""

    @property
    def described(self) -> str:
        """The look in words."""
        parts = (self.hair, self.tint, self.skin, self.clothes, self.dye, *self.extras)
        return f"{self.name}: {', '.join(parts)}"


def guess_look(name: str, gender: Gender | None = None, rank: Rank = "") -> Look:
    """A look for somebody of whom no more is known: always the same for a name, seldom that of another."""
    digest = hashlib.sha256(name.encode()).digest()
    sort = gender or ("f", "m")[digest[0] % 2]
    hairs, dresses = _HAIRS[sort], _DRESSES[rank]
    clothes, dye = dresses[digest[1] % len(dresses)]
    extras: tuple[Extra, ...] = _WORN[rank]
    if digest[2] % 5 == 0:
        extras = (*extras, "glasses")
    elif sort == "m" and digest[2] % 5 == 1:
        extras = (*extras, "beard")
    return Look(
        name,
        hairs[digest[3] % len(hairs)],
        _TINTS[digest[4] % len(_TINTS)],
        _SKINS[digest[5] % len(_SKINS)],
        clothes,
        dye,
        extras,
    )
