"""What the doctor of a theme says of the default theme."""

from pathlib import Path

from deckgen.pipeline.door import Disk, Record
from deckgen.pipeline.themes import check_theme
from deckgen.theme import find_theme


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


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert [item.code for item in check_theme("defualt", tmp_path).diagnostics] == ["DG608"]
