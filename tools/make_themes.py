"""Crafts the default theme's deck template and makes the themes hall and warm from it: `make themes`.

Places and sizes of slots are those of the default theme, so that a change there is followed by running this again; what
is seen is in `theme_looks.py`, what a trainer inserts in `theme_craft.py`.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from lxml import etree
from theme_craft import EMU, craft, line, solid
from theme_looks import LOOKS, Deco, Look, Stage

from deckgen.pipeline.door import Disk, Record
from deckgen.theme.colours import tint
from deckgen.theme.office.prepared import FILE, make_file
from deckgen.theme.templates import FOLDERS, template_parts

THEMES = Path(__file__).resolve().parents[1] / "themes"
DEFAULT = THEMES / "default"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A, P = f"{{{_A}}}", f"{{{_P}}}"
_SLOTS = {
    "ink": "dk1", "paper": "lt1", "muted": "dk2", "surface": "lt2", "primary": "accent1", "secondary": "accent2",
    "accent": "accent3", "positive": "accent4", "negative": "accent5", "line": "accent6",
}  # fmt: skip
_MADE = "Made by `make themes` from the default theme, where every key is explained."
_TURNED = {"dk1": "lt1", "lt1": "dk1", "dk2": "lt2", "lt2": "dk2"}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def made_files() -> dict[Path, bytes]:
    """Path and content of every file that is made, but what is prepared of them."""
    deck = {name: craft(name, content) for name, content in _read(DEFAULT / "pptx").items()}
    files = {DEFAULT / "pptx" / name: content for name, content in deck.items()}
    text = (DEFAULT / "theme.yaml").read_text("utf-8")
    for look in LOOKS:
        folder = THEMES / look.name
        files |= {folder / "pptx" / name: dress(name, content, look) for name, content in deck.items()}
        files |= {folder / "docx" / name: content for name, content in _read(DEFAULT / "docx").items()}
        files[folder / "theme.yaml"] = write_theme(text, look).encode()
    return files


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write_prepared(theme: Path) -> None:
    """What a build has to know of the templates of a theme."""
    door = Record(Disk())
    (theme / FILE).write_bytes(make_file({kind: template_parts(theme, kind, door) for kind in FOLDERS}, door))


def dress(name: str, part: bytes, look: Look) -> bytes:
    """A part of the default deck template in another look."""
    soft = look.tints["primary_soft"]
    if match := re.fullmatch(r"ppt/theme/theme(\d)\.xml", name):
        colours = look.colours if match[1] == "1" else look.books  # notes and handouts are printed
        slots = {_slot(role, look.dark and match[1] == "1"): colours[role] for role in _SLOTS}
        slots |= {"hlink": colours["primary"], "folHlink": colours["secondary"]}
        text = craft(name, part, soft).decode().replace('"Calm"', f'"{look.name.capitalize()}"')
        for slot, colour in slots.items():
            text = re.sub(rf'(<a:{slot}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{colour}", text)
        return text.encode()
    if name == "ppt/slideMasters/slideMaster1.xml" and look.dark:
        return part.replace(b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')
    if posixpath.dirname(name) == "ppt/slideLayouts":
        return _stage(part, look.stages)
    return craft(name, part, soft)


def _slot(role: str, dark: bool) -> str:
    slot = _SLOTS[role]
    return _TURNED.get(slot, slot) if dark else slot


def _stage(part: bytes, stages: dict[str, Stage]) -> bytes:
    """A layout with another ground, other shapes behind its slots, and some of these elsewhere."""
    root = etree.fromstring(part)
    common = root.find(f"{P}cSld")
    stage = stages[common.get("name")]
    if (old := common.find(f"{P}bg")) is not None:
        common.remove(old)
    if stage.ground:
        ground = f'<p:bg xmlns:p="{_P}" xmlns:a="{_A}"><p:bgPr>{solid(stage.ground)}<a:effectLst/></p:bgPr></p:bg>'
        common.insert(0, etree.fromstring(ground))
    tree = common.find(f"{P}spTree")
    holders = []
    for shape in tree.findall(f"{P}sp"):
        tree.remove(shape)
        if shape.find(f".//{P}ph") is not None:
            holders.append(shape)
    for number, deco in enumerate(stage.shapes, 2):
        tree.append(etree.fromstring(_deco(deco, number)))
    for number, shape in enumerate(holders, 2 + len(stage.shapes)):
        own = shape.find(f"{P}nvSpPr/{P}cNvPr")
        own.set("id", str(number))
        if own.get("name") in stage.places:
            _move(shape, stage.places[own.get("name")])
        if own.get("name") in stage.inks:
            _ink(shape, stage.inks[own.get("name")])
        tree.append(shape)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(box: tuple[float, float, float, float], turn: int = 0) -> str:
    x, y, w, h = (round(value * EMU) for value in box)
    turned = f' rot="{turn * 60000}"' if turn else ""
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _deco(deco: Deco, number: int) -> str:
    _, _, w, h = deco.box
    if deco.points:
        x, y = deco.box[:2]
        points = [f'<a:pt x="{round((px - x) * 100)}" y="{round((py - y) * 100)}"/>' for px, py in deco.points]
        path = f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        is_open = deco.preset == "open"
        fill, close = (' fill="none"', "") if is_open else ("", "<a:close/>")
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{round(w * 100)}" h="{round(h * 100)}"{fill}>{path}{close}</a:path></a:pathLst></a:custGeom>'
        )
    else:
        adjust = (
            f'<a:gd name="adj" fmla="val {min(50000, round(deco.radius / min(w, h) * 100000))}"/>'
            if deco.radius
            else ""
        )
        if deco.preset == "round2SameRect":
            adjust = '<a:gd name="adj1" fmla="val 12000"/><a:gd name="adj2" fmla="val 0"/>'
        geometry = f'<a:prstGeom prst="{deco.preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
    return (
        f'<p:sp xmlns:p="{_P}" xmlns:a="{_A}"><p:nvSpPr><p:cNvPr id="{number}" name="Ground {number - 1}">'
        f'{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(deco.box, deco.turn)}'
        f"{geometry}{solid(deco.fill)}{line(deco.line, deco.width)}</p:spPr></p:sp>"
    )


def _move(shape: etree._Element, box: tuple[float, float, float, float]) -> None:
    look = shape.find(f"{P}spPr")
    old = look.find(f"{A}xfrm")
    if old is not None:
        look.remove(old)
    look.insert(0, etree.fromstring(_place(box).replace("<a:xfrm", f'<a:xfrm xmlns:a="{_A}"', 1)))


def _ink(shape: etree._Element, colour: str) -> None:
    run = shape.find(f".//{A}lstStyle/{A}lvl1pPr/{A}defRPr")
    for old in run.findall(f"{A}solidFill"):
        run.remove(old)
    run.insert(0, etree.fromstring(solid(colour).replace("<a:solidFill", f'<a:solidFill xmlns:a="{_A}"', 1)))


def write_theme(usual: str, look: Look) -> str:
    """The theme file: that of the default theme with other colours and corners."""
    places = {role: _slot(role, look.dark) for role in _SLOTS} | look.tints
    places["on_fill"] = places["paper"]
    colours, books = _whole(look.colours, look.tints, look.dark), _whole(look.books, _SOFTS_OF_BOOKS, False)
    plain = _SLOTS | _SOFTS_OF_BOOKS | {"on_fill": "lt1"}
    sections = {"colours": colours | look.more, "scheme": places}
    text = re.sub(
        r"\A.*?\nname: default\n",
        f"# {look.title}.\n# {_MADE}\nname: {look.name}\n",
        usual,
        flags=re.S,
    )
    for name, values in sections.items():
        text = re.sub(rf"(?m)^{name}:\n(  .*\n)+", lambda _, n=name, v=values: _section(n, v), text)
    own = (
        _section("book_colours", books)
        + "\n"
        + _section("book_scheme", plain)
        + f"\nshapes:\n  corner: {look.corner:g}\n"
    )
    return text.rstrip("\n") + "\n\n# Paper is white.\n" + own


_SOFTS_OF_BOOKS = {
    f"{role}_soft": f"accent{at} 15/85"
    for at, role in enumerate(("primary", "secondary", "accent", "positive", "negative"), 1)
}


def _whole(colours: dict[str, str], tints: dict[str, str], dark: bool) -> dict[str, str]:
    """The colours with their tints, as Office computes them from the scheme."""
    slots = {_slot(role, dark): colours[role] for role in _SLOTS}
    whole = dict(colours)
    for role, place in tints.items():
        slot, luminance, *pale = place.split(" ")
        mod, off = (int(value) for value in luminance.split("/"))
        whole[role] = tint(slots[slot], mod, off, int(pale[0]) if pale else 100)
    return whole


def _section(name: str, values: dict[str, str]) -> str:
    return f"{name}:\n" + "".join(f"  {key}: {_said(value)}\n" for key, value in values.items())


def _said(value: str) -> str:
    return json.dumps(value) if re.fullmatch(r"\d+(E\d+)?", value) else value


if __name__ == "__main__":
    for path, content in made_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for theme in (DEFAULT, *(THEMES / look.name for look in LOOKS)):
        write_prepared(theme)
        print(theme)
