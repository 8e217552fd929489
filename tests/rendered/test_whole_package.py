"""The whole package of a delivery: valid, as many pages as foreseen in both engines, every field fillable."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from deckgen.pipeline.build import Request, build
from deckgen.pipeline.deliverables import NAMES
from deckgen.tree import Book
from rendered.artefacts import FLAGSHIP, ROOT
from tools import pdf_pages, soffice, to_pdf_as_word, validate, validator

pytestmark = pytest.mark.slow
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PACKAGES = (
    pytest.param((FLAGSHIP, "1-day"), marks=pytest.mark.course, id="1-day"),
    pytest.param((ROOT / "tests" / "cases" / "shift-handover", "90-min"), id="90-min"),
)


@dataclass(frozen=True)
class Package:
    """The files of a delivery, and the books among them by the ends of their names."""

    files: tuple[Path, ...]
    books: dict[str, Book]

    def of(self, name: str) -> Path:
        """The file of a book."""
        (path,) = (path for path in self.documents if path.stem.endswith(f"v1.0-{name.rpartition('/')[2]}"))
        return path

    @property
    def documents(self) -> tuple[Path, ...]:
        return tuple(path for path in self.files if path.suffix == ".docx")


@pytest.fixture(scope="module", params=PACKAGES)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Package:
    course, delivery = request.param
    out = tmp_path_factory.mktemp("package")
    outcome = build(Request(courses=(str(course),), delivery=delivery, kinds=NAMES, out=out))
    assert not outcome.failed, outcome.diagnostics
    (product,) = outcome.made
    trees = product.trees
    assert trees is not None and trees.guide is not None
    books = {"workbook": trees.workbook, "guide": trees.guide}
    books |= {name: tree for papers in trees.papers.values() for name, tree in papers.items() if isinstance(tree, Book)}
    return Package(product.files, books)


def test_the_validator_finds_no_error_in_any_file(package: Package) -> None:
    validator()
    office = [path for path in package.files if path.suffix in (".docx", ".pptx")]
    with ThreadPoolExecutor(2) as pool:
        answers = zip(office, pool.map(validate, office), strict=True)
        found = [f"{path.name}: {error}" for path, errors in answers for error in errors]
    assert not found, f"{len(found)} errors:\n" + "\n".join(found[:20])


def test_every_paper_has_as_many_pages_as_foreseen(package: Package, tmp_path: Path) -> None:
    papers = {name: book for name, book in package.books.items() if name not in ("workbook", "guide")}
    assert len(papers) > 12
    command = [soffice(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, map(package.of, papers))], capture_output=True, timeout=600, check=True)
    drawn = {name: pdf_pages(tmp_path / f"{package.of(name).stem}.pdf") for name in papers}
    assert drawn == {name: book.pages for name, book in papers.items()}


def test_and_in_an_engine_with_the_table_model_of_word(package: Package, tmp_path: Path) -> None:
    papers = {name: book for name, book in package.books.items() if name not in ("workbook", "guide")}
    with ThreadPoolExecutor(2) as pool:
        drawn = list(pool.map(lambda name: pdf_pages(to_pdf_as_word(package.of(name), tmp_path)), papers))
    assert dict(zip(papers, drawn, strict=True)) == {name: book.pages for name, book in papers.items()}


def test_every_field_can_be_filled_in_and_read_again(package: Package, tmp_path: Path) -> None:
    kinds = set()
    for path in package.documents:
        document = docx.Document(str(path))
        wanted = []
        for number, control in enumerate(_controls(document.element.body), start=1):
            kind, value = _fill(control, number)
            kinds.add(kind)
            wanted.append(value)
        document.save(str(tmp_path / path.name))
        again = docx.Document(str(tmp_path / path.name))
        assert [_value(control) for control in _controls(again.element.body)] == wanted, path.name
    assert kinds >= {"text", "check"}
    validator()
    filled = [tmp_path / package.of(name).name for name in ("workbook", "feedback")]
    assert [error for path in filled for error in validate(path)] == []


def _controls(body: etree._Element) -> Iterator[BaseOxmlElement]:
    """The controls that people fill in; the table of contents is one, too, for programs."""
    for control in body.iter(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}") is None:
            yield control  # type: ignore[misc]


def _fill(control: BaseOxmlElement, number: int) -> tuple[str, str]:
    """Fill in a control as Word does; its kind, and what it says then."""
    properties = control.find(qn("w:sdtPr"))
    assert properties is not None
    shown = properties.find(qn("w:showingPlcHdr"))
    if shown is not None:
        properties.remove(shown)
    box = properties.find(f"{W14}checkbox")
    if box is not None:
        box.find(f"{W14}checked").set(f"{W14}val", "1")  # type: ignore[union-attr]
        _write(control, "☒")
        return "check", "☒"
    listed = properties.find(qn("w:dropDownList"))
    if listed is not None:
        (*_, last) = listed.iter(qn("w:listItem"))
        _write(control, last.get(qn("w:displayText")) or last.get(qn("w:value"), ""))
        return "list", _value(control)
    date = properties.find(qn("w:date"))
    if date is not None:
        date.set(qn("w:fullDate"), "2026-03-05T00:00:00Z")
        _write(control, "2026-03-05")
        return "date", "2026-03-05"
    _write(control, f"第 {number} 格")
    return "text", f"第 {number} 格"


def _write(control: BaseOxmlElement, text: str) -> None:
    """Put a text into the first paragraph, or run, of a control, as its only one."""
    (content,) = control.findall(qn("w:sdtContent"))
    runs = list(content.iter(qn("w:r")))
    if not runs:
        paragraph = next(content.iter(qn("w:p")), content)
        runs = [paragraph.makeelement(qn("w:r"), {})]
        paragraph.append(runs[0])
    for run in runs[1:]:
        run.getparent().remove(run)
    for part in list(runs[0]):
        if part.tag != qn("w:rPr"):
            runs[0].remove(part)
    told = OxmlElement("w:t")
    told.text = text
    runs[0].append(told)


def _value(control: BaseOxmlElement) -> str:
    (content,) = control.findall(qn("w:sdtContent"))
    return "".join(told.text or "" for told in content.iter(qn("w:t")))


def test_the_tab_reaches_every_field_in_the_order_of_the_text(package: Package) -> None:
    """No control holds another, none stands in a drawing, and each says what is asked."""
    for path in package.documents:
        with zipfile.ZipFile(path) as held:
            body = etree.fromstring(held.read("word/document.xml"))
        for control in _controls(body):
            assert not [one for one in control.iterancestors() if one.tag in (qn("w:sdt"), qn("w:drawing"))]
            assert list(_named(control)), (path.name, etree.tostring(control)[:300])


def _named(control: etree._Element) -> Iterator[str]:
    for tag in ("w:alias", "w:tag"):
        named = control.find(f"{qn('w:sdtPr')}/{qn(tag)}")
        if named is not None and named.get(qn("w:val")):
            yield str(named.get(qn("w:val")))
