"""How many examples a property is tried with."""

from __future__ import annotations

SHARE = {"fast": 0.15, "full": 1.0}
run = "full"  # which of them this is; `conftest` says so before any test is loaded


def some(many: int) -> int:
    """So many examples in a full run, fewer of the same in a fast one."""
    return max(1, round(many * SHARE[run]))
