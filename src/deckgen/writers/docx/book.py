"""A paginated book into the bytes of a Word document.

Refuses a book that still holds undrawn diagrams (TypeError, a bug).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from deckgen.base.reading import ReadBytes
from deckgen.base.runs import Runs
from deckgen.theme import BookTemplate, Theme
from deckgen.tree import (
    Book,
    Callout,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Properties,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.writers.core_properties import write_core_properties
from deckgen.writers.docx.ledger import Ledger, Relationship
from deckgen.writers.docx.numbering import write_numbering
from deckgen.writers.docx.settings import write_settings, write_theme
from deckgen.writers.docx.story import write_body
from deckgen.writers.docx.styles import write_styles
from deckgen.writers.docx.xml import DECLARATION, escape
from deckgen.writers.package import CONTENT_TYPES, ROOT_RELATIONSHIPS, write_package

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTERNAL = ' TargetMode="External"'
_IMAGE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
}


def write_book(book: Book, theme: Theme, template: BookTemplate, read_bytes: ReadBytes) -> bytes:
    """The Word document of a paginated book; equal input gives equal bytes.

    `read_bytes` gives the content of a picture by the path the tree names.
    """
    source = template.facts.parts
    language = book.properties.language
    ledger = Ledger(theme, language, read_bytes, name_bookmarks(book))
    document, furniture = write_body(book, ledger)
    replaced = {template.facts.part, *source.values()}
    parts = {name: data for name, data in template.parts.items() if name.startswith("word/") and name not in replaced}
    if "fontTable" in source:
        parts["word/fontTable.xml"] = template.parts[source["fontTable"]]
    parts |= {
        "word/document.xml": document,
        "word/styles.xml": write_styles(template, theme, language, ledger.variants),
        "word/settings.xml": write_settings(template.parts[source["settings"]], language),
        "word/theme/theme1.xml": write_theme(template.parts[source["theme"]], theme),
        "word/numbering.xml": write_numbering(theme, ledger.lists),
        **furniture,
        **ledger.media,
    }
    for name, chart, workbook in ledger.charts:
        parts[f"word/charts/{name}.xml"] = chart
        parts[f"word/embeddings/{name}.xlsx"] = workbook
        parts[f"word/charts/_rels/{name}.xml.rels"] = _write_relationships(
            [Relationship("rId1", f"{_OFFICE}/package", f"../embeddings/{name}.xlsx")]
        )
    for kind, target in (
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("theme", "theme/theme1.xml"),
        ("numbering", "numbering.xml"),
        ("fontTable", "fontTable.xml"),
    ):
        if f"word/{target}" in parts:
            ledger.relate(kind, target)
    parts["word/_rels/document.xml.rels"] = _write_relationships(ledger.relationships)
    parts["docProps/core.xml"] = write_core_properties(book.properties)
    parts["docProps/app.xml"] = _write_app(book.properties)
    parts[ROOT_RELATIONSHIPS] = _write_root()
    parts[CONTENT_TYPES] = _write_content_types(parts)
    return write_package(parts)


def name_bookmarks(book: Book) -> dict[str, str]:
    """Anchor -> bookmark: every heading, and every group that a link or a page reference names."""
    elements = list(_walk(child for section in book.sections for child in section.children))
    headings = [element.anchor for element in elements if isinstance(element, Heading)]
    wanted = {run.page_of or run.href[1:] for runs in _texts(elements) for run in runs if run.page_of or run.href}
    groups = [e.id for e in elements if isinstance(e, Group) and e.id in wanted]
    names: dict[str, str] = {}
    for anchor in (*headings, *groups):
        if anchor and anchor not in names:
            names[anchor] = f"_Toc{len(names) + 1:09d}"
    return names


def _walk(elements: Iterable[Element]) -> Iterable[Element]:
    for element in elements:
        yield element
        if isinstance(element, Group):
            yield from _walk(element.children)
        elif isinstance(element, Callout):
            yield from _walk(element.body)
        elif isinstance(element, Table):
            for row in (*element.head, *element.rows):
                for cell in row.cells:
                    yield from _walk(cell.content)


def _texts(elements: Sequence[Element]) -> Iterable[Runs]:
    for element in elements:
        match element:
            case Para(runs=runs) | Heading(runs=runs) | Toc(title=runs) | Callout(title=runs):
                yield runs
            case ListBlock():
                yield from element.items
            case WritingSpace(prompt=runs) | Field(label=runs):
                yield runs
            case _:
                continue


def _write_relationships(relationships: Sequence[Relationship]) -> bytes:
    entries = "".join(
        f'<Relationship Id="{entry.id}" Type="{entry.kind}" Target="{escape(entry.target)}"'
        f"{_EXTERNAL if entry.external else ''}/>"
        for entry in relationships
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'.encode()


def _write_root() -> bytes:
    return _write_relationships(
        [
            Relationship("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            Relationship("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            Relationship("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _write_app(properties: Properties) -> bytes:
    company = f"<Company>{escape(properties.author)}</Company>" if properties.author else ""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>deckgen</Application>{company}</Properties>"
    ).encode()


def _write_content_types(parts: Mapping[str, bytes]) -> bytes:
    suffixes = {name.rsplit(".", 1)[-1] for name in parts}
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        **_IMAGE_TYPES,
    }
    entries = [
        f'<Default Extension="{suffix}" ContentType="{kind}"/>'
        for suffix, kind in sorted(defaults.items())
        if suffix in suffixes or suffix in ("rels", "xml")
    ]
    for name in sorted(parts):
        kind = _content_type(name)
        if kind:
            entries.append(f'<Override PartName="/{name}" ContentType="{kind}"/>')
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{"".join(entries)}</Types>'.encode()


def _content_type(name: str) -> str:
    fixed = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/numbering.xml": f"{_WORD}.numbering+xml",
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    if name in fixed:
        return fixed[name]
    for prefix, kind in (("word/header", "header"), ("word/footer", "footer")):
        if name.startswith(prefix) and name.endswith(".xml"):
            return f"{_WORD}.{kind}+xml"
    if name.startswith("word/charts/chart"):
        return "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return ""
