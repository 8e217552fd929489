import io
import zipfile

import pytest

from deckgen.theme.office.parts import open_package
from deckgen.writers.package import write_package

PARTS = {"ppt/b.xml": b"b", "_rels/.rels": b"r", "a.xml": b"a" * 999, "[Content_Types].xml": b"t"}


def test_order_is_content_types_then_relationships_then_names() -> None:
    names = zipfile.ZipFile(io.BytesIO(write_package(PARTS))).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "a.xml", "ppt/b.xml"]


def test_equal_parts_give_equal_bytes_whatever_their_order() -> None:
    assert write_package(PARTS) == write_package(dict(reversed(PARTS.items())))


def test_members_carry_no_time_and_no_platform() -> None:
    for info in zipfile.ZipFile(io.BytesIO(write_package(PARTS))).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.create_system == 3
        assert info.external_attr == 0o644 << 16


def test_round_trip() -> None:
    assert open_package(write_package(PARTS)) == PARTS


@pytest.mark.parametrize("name", ["", "/a.xml", "../a.xml", "ppt/../../a.xml"])
def test_names_outside_the_package_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="part name"):
        write_package({name: b""})
