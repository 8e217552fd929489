"""Templates of the kinds that houses have, made here: odd sizes, masters and layouts, and what they should not hold."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from PIL import Image
from pptx import Presentation
from pptx.util import Emu, Inches

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
Parts = dict[str, bytes]
SAMPLE = "SAMPLE WORDS OF THE HOUSE"


def parts_of(data: bytes) -> Parts:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package_of(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def png(size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture."""
    buffer = io.BytesIO()
    Image.new("RGB", size, "#0A5FB4").save(buffer, "PNG")
    return buffer.getvalue()


def deck(width: float = 13.333, height: float = 7.5) -> Parts:
    """A deck with a sample slide that has words, a picture and notes; sizes in inches."""
    return {**_deck(width, height)}


@cache
def _deck(width: float, height: float) -> Parts:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(width), Inches(height)
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    assert slide.shapes.title is not None
    slide.shapes.title.text = SAMPLE
    slide.shapes.add_picture(io.BytesIO(png()), Emu(0), Emu(0))
    assert slide.notes_slide.notes_text_frame is not None
    slide.notes_slide.notes_text_frame.text = f"{SAMPLE} in notes"
    presentation.core_properties.author = "Sam Ple Author"
    buffer = io.BytesIO()
    presentation.save(buffer)
    parts = parts_of(buffer.getvalue())
    if width / height != 4 / 3:  # the library's own template is 4:3
        share = round(width / 10 * 1000), round(height / 7.5 * 1000)
        for name in [name for name in parts if name.startswith(("ppt/slideLayouts/", "ppt/slideMasters/"))]:
            parts[name] = _stretch(parts[name], *share)
    return parts


def _stretch(part: bytes, across: int, down: int) -> bytes:
    def scale(keys: tuple[bytes, bytes], shares: tuple[int, int]) -> Callable[[re.Match[bytes]], bytes]:
        def change(found: re.Match[bytes]) -> bytes:
            values = [int(found[at]) * share // 1000 for at, share in zip((1, 2), shares, strict=True)]
            return b'%s="%d" %s="%d"' % (keys[0], values[0], keys[1], values[1])

        return change

    part = re.sub(rb'\bx="(\d+)" y="(\d+)"', scale((b"x", b"y"), (across, down)), part)
    return re.sub(rb'\bcx="(\d+)" cy="(\d+)"', scale((b"cx", b"cy"), (across, down)), part)


def edited(parts: Parts, pattern: str, old: bytes, new: bytes) -> Parts:
    """The parts whose names fit, with a text of them replaced; it must be there."""
    changed = {name: part.replace(old, new) for name, part in parts.items() if re.fullmatch(pattern, name)}
    assert any(parts[name] != part for name, part in changed.items()), (pattern, old)
    return {**parts, **changed}


_MASTER = r"ppt/slideMasters/slideMaster1\.xml"
_LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"


def dark() -> Parts:
    """Light text on a dark ground by the master's order of colours."""
    return edited(
        deck(), _MASTER, b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    )


def dark_scheme() -> Parts:
    """A scheme whose light colour is dark and whose dark one is light."""
    parts = deck()
    theme = parts["ppt/theme/theme1.xml"]
    theme = re.sub(rb"<a:dk1>.*?</a:dk1>", b'<a:dk1><a:srgbClr val="F5F5F5"/></a:dk1>', theme, flags=re.DOTALL)
    theme = re.sub(rb"<a:lt1>.*?</a:lt1>", b'<a:lt1><a:srgbClr val="101820"/></a:lt1>', theme, flags=re.DOTALL)
    return {**parts, "ppt/theme/theme1.xml": theme}


def right_to_left() -> Parts:
    """Titles and texts that run from right to left."""
    return edited(edited(deck(), _MASTER, b'rtl="0"', b'rtl="1"'), _MASTER, b'algn="l"', b'algn="r"')


def without_theme() -> Parts:
    """A master whose theme part is gone."""
    parts = deck()
    links = parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"]
    links = re.sub(rb'<Relationship [^>]*relationships/theme"[^>]*/>', b"", links)
    return {**parts, "ppt/slideMasters/_rels/slideMaster1.xml.rels": links}


def with_graphics() -> Parts:
    """Layouts with a group, a chart without its part, and a table: things that are no shapes and no placeholders."""
    group = (
        b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="902" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        b'<a:off x="0" y="0"/><a:ext cx="900000" cy="600000"/><a:chOff x="0" y="0"/><a:chExt cx="90" cy="60"/></a:xfrm>'
        b'</p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="903" name="S"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        b'<a:off x="0" y="0"/><a:ext cx="90" cy="60"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        b'<a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp></p:grpSp>'
    )
    frame = (
        b'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="904" name="Chart"/><p:cNvGraphicFramePr/><p:nvPr/>'
        b'</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="5000000"/><a:ext cx="900000" cy="600000"/></p:xfrm><a:graphic>'
        b'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
        b'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdGone"/>'
        b"</a:graphicData></a:graphic></p:graphicFrame>"
    )
    parts = edited(deck(), _LAYOUTS, b"</p:spTree>", group + frame + b"</p:spTree>")
    link = (
        b'<Relationship Id="rIdGone" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" '
        b'Target="../charts/chart1.xml"/></Relationships>'
    )
    return edited(parts, r"ppt/slideLayouts/_rels/.*\.rels", b"</Relationships>", link)


def nameless() -> Parts:
    """Layouts without names and types, whose placeholders all have one name."""
    parts = deck()
    for name in [name for name in parts if re.fullmatch(_LAYOUTS, name)]:
        part = re.sub(rb'<p:cSld name="[^"]*"', b"<p:cSld", parts[name])
        part = re.sub(rb' type="\w+" preserve="1"', b' preserve="1"', part)
        parts[name] = re.sub(rb'(<p:cNvPr id="\d+") name="[^"]*"', rb'\1 name="Holder"', part)
    return parts


def picture_ground() -> Parts:
    """A photograph behind every slide."""
    ground = (
        b'<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships" r:embed="rIdGround"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr>'
        b"</p:bg><p:spTree>"
    )
    parts = deck()
    master = re.sub(rb"<p:cSld>.*?<p:spTree>", lambda _: ground, parts["ppt/slideMasters/slideMaster1.xml"], flags=re.S)
    link = (
        b'<Relationship Id="rIdGround" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="../media/ground.png"/></Relationships>'
    )
    parts |= {"ppt/slideMasters/slideMaster1.xml": master, "ppt/media/ground.png": png((64, 36))}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    ) if b'"png"' not in parts["[Content_Types].xml"] else parts["[Content_Types].xml"]  # fmt: skip
    return edited(parts, r"ppt/slideMasters/_rels/.*\.rels", b"</Relationships>", link)


def macros() -> Parts:
    """A template with macros, tags, printer settings, custom data and a font in it."""
    parts = deck()
    kind = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    parts = edited(
        parts, r"\[Content_Types\]\.xml", kind, b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml"
    )
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = b"".join(
        b'<Relationship Id="rIdOdd%d" Type="%s" Target="%s"/>' % (number, word, target)
        for number, (word, target) in enumerate(
            (
                (b"http://schemas.microsoft.com/office/2006/relationships/vbaProject", b"vbaProject.bin"),
                (office + b"printerSettings", b"printerSettings/printerSettings9.bin"),
                (office + b"customXml", b"../customXml/item1.xml"),
                (office + b"tags", b"tags/tag1.xml"),
                (office + b"font", b"fonts/font1.fntdata"),
                (office + b"commentAuthors", b"commentAuthors.xml"),
            )
        )
    )
    parts = edited(parts, r"ppt/_rels/presentation\.xml\.rels", b"</Relationships>", links + b"</Relationships>")
    parts = edited(
        parts,
        r"\[Content_Types\]\.xml",
        b"<Default ",
        b'<Default Extension="fntdata" '
        b'ContentType="application/x-fontdata"/><Default Extension="bin" ContentType="application/x"/><Default ',
    )
    odd = ("ppt/vbaProject.bin", "ppt/printerSettings/printerSettings9.bin", "customXml/item1.xml", "ppt/tags/tag1.xml",
           "ppt/fonts/font1.fntdata", "ppt/commentAuthors.xml")  # fmt: skip
    return {**parts, **{name: b"<odd/>" if name.endswith("xml") else b"odd" for name in odd}}


def strict() -> Parts:
    """What is saved as Strict Open XML."""
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return {
        name: part.replace(office, b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replace(P.encode(), b"http://purl.oclc.org/ooxml/presentationml/main")
        .replace(A.encode(), b"http://purl.oclc.org/ooxml/drawingml/main")
        for name, part in deck().items()
    }


MAPPED: dict[str, Callable[[], Parts]] = {
    "wide": deck,
    "4-3": lambda: deck(10, 7.5),
    "16-10": lambda: deck(12, 7.5),
    "small": lambda: deck(5, 2.81),
    "poster": lambda: deck(46.8, 33.1),
    "upright": lambda: deck(7.5, 10),
    "dark": dark,
    "dark-scheme": dark_scheme,
    "right-to-left": right_to_left,
    "graphics": with_graphics,
    "nameless": nameless,
    "picture-ground": picture_ground,
    "macros": macros,
    "without-theme": without_theme,
    "keynote": lambda: deck(26.667, 15),
}
REFUSED: dict[str, tuple[Callable[[], Parts], str]] = {
    "strict": (strict, "Strict Open XML"),
}


def save(parts: Mapping[str, bytes], path: Path) -> Path:
    """Parts as a file."""
    path.write_bytes(package_of(parts))
    return path
