"""Small courses made for the code: their trees as text, compared with golden files.

`make golden` rewrites them; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.pipeline.build import Made
from trees import CASES, KINDS, tree_text

GOLDENS = sorted({(path.parent.name, path.name.split(".")[1]) for path in CASES.glob("*/deck.*.txt")})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("course", "delivery"), GOLDENS)
def test_tree(
    course: str, delivery: str, kind: str, cases: dict[tuple[str, str], Made], golden: Callable[[Path, str], None]
) -> None:
    golden(CASES / course / f"{kind}.{delivery}.txt", tree_text(kind, cases[course, delivery]))


def test_every_delivery_has_goldens(
    cases: dict[tuple[str, str], Made], golden: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden"):
        for (course, delivery), made in cases.items():
            for kind in KINDS:
                golden(CASES / course / f"{kind}.{delivery}.txt", tree_text(kind, made))
    assert sorted(cases) == sorted({(path.parent.name, path.name.split(".")[1]) for path in CASES.glob("*/deck.*.txt")})
