"""The question bank as QTI 2.1: every part is valid, and says which answers are right."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from deckgen.exchange.qti import qti_parts
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases

NAMES = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1", "c": "http://www.imsglobal.org/xsd/imscp_v1p1"}
Cases = dict[tuple[str, str], Made]


@pytest.fixture(scope="module")
def parts(cases: Cases) -> dict[str, bytes]:
    return qti_parts(cases["every-kind", "2-day"].planned.course, phrases("zh-CN"))


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The schema of the standard, as its publisher distributes it."""
    folder = tmp_path_factory.mktemp("schemas")
    with zipfile.ZipFile(Path(__file__).parent / "qti-2.1-schemas.zip") as archive:
        archive.extractall(folder)
    return etree.XMLSchema(etree.parse(folder / "qtiv2p1" / "imsqti_v2p1.xsd"))


def test_every_item_and_test_is_valid_and_nothing_else_would_be(
    parts: dict[str, bytes], schema: etree.XMLSchema
) -> None:
    written = [name for name in parts if name != "imsmanifest.xml"]
    assert len(written) == 6
    for name in written:
        schema.assertValid(etree.fromstring(parts[name]))
    broken = parts["items/q-Q1.xml"].replace(b'cardinality="single"', b'cardinality="one"')
    assert not schema.validate(etree.fromstring(broken))


def test_right_answers_are_those_of_the_bank(parts: dict[str, bytes]) -> None:
    found = {name: etree.fromstring(parts[f"items/q-{name}.xml"]) for name in ("Q1", "Q2", "Q3", "Q4")}
    path = ".//q:correctResponse/q:value"
    right = {name: [value.text for value in item.iterfind(path, NAMES)] for name, item in found.items()}
    assert right == {"Q1": ["A"], "Q2": ["A", "C"], "Q3": ["WRONG"], "Q4": ["B"]}
    several = etree.fromstring(parts["items/q-Q2.xml"]).find(".//q:choiceInteraction", NAMES)
    assert several is not None and several.get("maxChoices") == "0"
    texts = [node.text for node in etree.fromstring(parts["items/q-Q3.xml"]).iterfind(".//q:simpleChoice", NAMES)]
    assert texts == ["对", "错"]


def test_the_manifest_lists_every_part_and_tests_refer_to_their_items(parts: dict[str, bytes]) -> None:
    manifest = etree.fromstring(parts["imsmanifest.xml"])
    listed = [str(node.get("href")) for node in manifest.iterfind(".//c:resource", NAMES)]
    assert sorted([*listed, "imsmanifest.xml"]) == sorted(parts)
    needs = [node.get("identifierref") for node in manifest.iterfind(".//c:dependency", NAMES)]
    assert needs == ["q-Q1", "q-Q2", "q-Q3", "q-Q4"]
    test = etree.fromstring(parts["tests/posttest.xml"])
    assert [node.get("href") for node in test.iterfind(".//q:assessmentItemRef", NAMES)] == [
        "../items/q-Q2.xml", "../items/q-Q3.xml", "../items/q-Q4.xml",
    ]  # fmt: skip


def test_a_course_without_questions_has_no_package(cases: Cases) -> None:
    assert qti_parts(cases["shift-handover", "90-min"].planned.course.model_copy(update={"questions": ()}), str) == {}
