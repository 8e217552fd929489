"""Every artefact against the Open XML SDK: no error at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from rendered.artefacts import DELIVERIES, Rendered
from tools import validate, validator

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_the_validator_finds_no_error_in_any_artefact(delivery: str, rendered: Rendered) -> None:
    validator()
    paths = [rendered[delivery, kind].path for kind in ("deck", "workbook", "guide")]
    paths.append(paths[1].with_name(paths[0].name.replace("-deck.", "-handout.")))  # beside the workbook
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(paths, pool.map(validate, paths), strict=True))
    found = [f"{path.name}: {error}" for path, errors in answers.items() for error in errors]
    assert not found, f"{len(found)} errors:\n" + "\n".join(found[:20])
