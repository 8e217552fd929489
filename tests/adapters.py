"""Plain data into records of one kind or another; what reads them is made once, and only where it is needed."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from deckgen.model.diagrams import AnyDiagram
from deckgen.model.sheets import AnySheet
from deckgen.model.slides import AnySlide

_UNIONS = {"slide": AnySlide, "sheet": AnySheet, "diagram": AnyDiagram}


@cache
def _adapter(what: str) -> TypeAdapter[Any]:
    return TypeAdapter(_UNIONS[what])


def read_slide(data: Any) -> Any:
    """A slide of the kind that the data names."""
    return _adapter("slide").validate_python(data)


def read_sheet(data: Any) -> Any:
    """An exercise sheet of the kind that the data names."""
    return _adapter("sheet").validate_python(data)


def read_diagram(data: Any) -> Any:
    """A diagram of the type that the data names."""
    return _adapter("diagram").validate_python(data)
