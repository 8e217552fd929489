"""How markup is written: no text meets markup outside of `base.markup`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen

ROOT = Path(deckgen.__file__).parent
FILES = sorted([*ROOT.glob("writers/**/*.py"), *ROOT.glob("timetable/*.py")])
MARKUP = re.compile(r"<(?:/?[A-Za-z]|$)|/>|&(?:amp|lt|gt|quot|#\d+);")

MAKERS = ("Markup", "Template", "Numbers")


def loose_markup(code: str) -> Iterator[str]:
    """Literals with markup that are neither docstrings nor the one argument of one of `MAKERS` or a parser."""
    tree = ast.parse(code)
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                allowed.add(id(first.value))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            allowed.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            allowed |= {id(argument) for argument in node.args if isinstance(argument, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in allowed and MARKUP.search(str(node.value)):
            yield f"line {node.lineno}: {str(node.value)[:60]!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_markup_stands_only_in_markup_and_templates(path: Path) -> None:
    assert not list(loose_markup(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        'x = f"<a:t>{text}</a:t>"',
        'x = "<a:t>" + text + "</a:t>"',
        'x = "<a:t>%s</a:t>" % text',
        'x = "<a:t>{}</a:t>".format(text)',
        'x = Markup(f"<a:t>{text}</a:t>")',
        'x = Markup("<a:t>" + text)',
        'x = "".join(["<a>", text])',
        'x = text.replace("<", "&lt;")',
        'x = etree.fromstring(f"<{tag}/>")',
    ],
)
def test_the_fence_sees_the_ways_round_it(code: str) -> None:
    assert list(loose_markup(code))


def test_the_fence_lets_markup_and_templates_through() -> None:
    assert not list(loose_markup('"""Of <a>."""\nx = Markup("<a/>")\ny = Template("<b>{c}</b>")(c)\nz = a < b'))
