"""Editors take what the decoder takes: drafts, sheets on slides, short forms, texts that YAML reads as numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.handbook.schema import make_schema

CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.fixture(scope="module")
def validator() -> Any:
    from jsonschema import Draft202012Validator  # takes a second: only where it is needed

    return Draft202012Validator(make_schema())


def test_a_draft_with_everything_left_out_is_valid(validator: Any) -> None:
    draft = yaml.safe_load((CASES / "first-draft" / "course.yaml").read_text("utf-8"))
    assert list(validator.iter_errors(draft)) == []
    draft["version"], draft["modules"][0]["blocks"][0]["objectives"] = 1.0, "O1"
    assert list(validator.iter_errors(draft)) == []


def test_a_misspelt_key_of_an_inline_sheet_is_none(validator: Any) -> None:
    draft = yaml.safe_load((CASES / "first-draft" / "course.yaml").read_text("utf-8"))
    sheet = draft["modules"][0]["blocks"][0]["slides"][1]["sheet"]
    sheet["groupnig"] = "pairs"
    assert list(validator.iter_errors(draft))
