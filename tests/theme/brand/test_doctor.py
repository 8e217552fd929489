"""What the doctor of a theme says of the default theme."""

import re
from pathlib import Path

from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import check_theme, new_theme
from deckgen.theme import find_theme
from deckgen.theme.brand.record import MadeFrom, read_record, write_record
from theme.brand.test_make import change, save_deck


def test_every_text_slot_of_every_role_holds_at_least_a_line(tmp_path: Path) -> None:
    checked = check_theme("default", tmp_path)
    assert not checked.diagnostics
    rooms = {(room.role, room.slot): room for room in checked.rooms}
    title = rooms["visual", "title"]
    assert (title.layout, title.size, title.lines, title.characters) == ("Visual", 28, 2, 29)
    assert ("visual", "canvas") not in rooms
    assert all(room.floor_lines >= 1 and room.floor_characters >= 1 for room in rooms.values() if room.slot != "page")


def test_what_a_new_version_of_a_template_broke_is_named(tmp_path: Path) -> None:
    folder, _ = find_theme("default", [])
    assert folder is not None
    for path in Record(Disk()).files(folder):
        target = tmp_path / "acme" / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        target.write_bytes(data.replace(b'<p:cSld name="Visual">', b'<p:cSld name="Picture">'))
    checked = check_theme("acme", tmp_path)
    assert [item.code for item in checked.diagnostics] == ["DG602"]
    assert not checked.rooms


def test_the_doctor_says_what_serves_a_role_and_why_and_what_a_newer_template_broke(tmp_path: Path) -> None:
    house = save_deck(tmp_path / "house.pptx")
    assert new_theme("house", house, None, tmp_path / "themes").folder is not None
    checked = check_theme("house", tmp_path / "themes", deck=house)
    assert checked.made is not None and checked.newer == () and checked.changed == ()
    served = checked.made.layouts["divider"]
    assert served.source == "Section Header" and "its type is secHead" in served.why and not served.nearest
    assert all(room.contrast >= 4.5 for room in checked.rooms if room.contrast)
    assert min(checked.made.contrasts["text"].values()) >= 3

    def rename(name: str, data: bytes) -> bytes:
        """The opener is gone: its layout is a plain one of another name, with a smaller title."""
        if name == "ppt/slideLayouts/slideLayout3.xml":
            return data.replace(b'type="secHead"', b'type="blank"').replace(b"Section Header", b"Leftover")
        return data.replace(b"4472C4", b"C8102E").replace(b"4F81BD", b"C8102E")

    newer = change(save_deck(tmp_path / "newer.pptx"), rename)
    told = check_theme("house", tmp_path / "themes", deck=newer).newer
    assert told is not None
    assert any(line.startswith("divider: the layout “Section Header” cannot serve it any more") for line in told), told
    assert any(line.startswith("colours: primary is C8102E") for line in told), told


def test_what_was_changed_by_hand_is_named(tmp_path: Path) -> None:
    assert new_theme("house", save_deck(tmp_path / "house.pptx"), None, tmp_path / "themes").folder is not None
    layout = tmp_path / "themes" / "house" / "pptx" / "ppt" / "slideLayouts" / "role-text.xml"
    data = layout.read_text("utf-8")
    body = re.search(r'name="Body".*?<a:ext cx="(\d+)"', data, re.DOTALL)
    assert body is not None
    layout.write_text(data.replace(f'<a:ext cx="{body[1]}"', '<a:ext cx="3000000"'), "utf-8")
    changed = check_theme("house", tmp_path / "themes").changed
    assert len(changed) == 1 and changed[0].startswith("text: less room:") and "body" in changed[0]


def test_faces_that_are_not_everywhere_are_remarks(tmp_path: Path) -> None:
    def rename(name: str, data: bytes) -> bytes:
        return data.replace(b'typeface="Calibri"', b'typeface="Acme Sans"') if "theme" in name else data

    house = change(save_deck(tmp_path / "house.pptx"), rename)
    assert new_theme("house", house, None, tmp_path / "themes").folder is not None
    assert any("Acme Sans" in remark for remark in check_theme("house", tmp_path / "themes").remarks)


def test_a_newer_template_needs_a_theme_that_was_made_from_one(tmp_path: Path) -> None:
    checked = check_theme("default", tmp_path, deck=save_deck(tmp_path / "house.pptx"))
    assert [item.code for item in checked.diagnostics] == ["DG609"] and checked.newer is None


def test_a_record_that_is_damaged_is_as_good_as_none() -> None:
    assert read_record(b"[1]") is None and read_record(b"{}") is None and read_record(b"\xff") is None
    assert read_record(write_record(MadeFrom(size=(960.0, 540.0)))) == MadeFrom(size=(960.0, 540.0))


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert [item.code for item in check_theme("defualt", tmp_path).diagnostics] == ["DG608"]
