"""Bundles on Ninja, killed at random and started again: each is there once and whole, and nothing is made twice."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from run_variants import run_variants  # noqa: E402


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ninja") is None, reason="needs ninja")
def test_a_sample_of_the_campaign(tmp_path: Path) -> None:
    done = run_variants(6, 4, tmp_path)
    assert done.bundles == 6 and done.kills
