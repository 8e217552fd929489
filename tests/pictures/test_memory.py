"""Hostile and huge pictures are shown or refused within bounded memory and time, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from pictures.samples import huge

MOST_MB = 700  # of the largest picture that is taken: 100 million dots
LOOK = """
import sys
from pathlib import Path
from deckgen.pictures import RefusedError, look_at, make_ready
path = Path(sys.argv[1])
content = path.read_bytes()
try:
    look = look_at(path.name, content)
    make_ready(content, look, 900.0)
    print("shown", end=" ")
except RefusedError as refused:
    print(refused.code, end=" ")
# not ru_maxrss, which begins with what the parent took
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(int(peak.split()[1]) // 1024)
"""
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">'


def _huge(path: Path, mode: str, form: str) -> None:
    Image.new(mode, (12_000, 8_000), 128 if mode == "L" else (9, 99, 199, 20)[: len(mode)]).save(path, form)


def _bomb() -> str:
    levels = "".join(f'<g id="g{level}">' + f'<use xlink:href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, 9))
    return f'{HEAD}<defs><rect id="g0" width="1" height="1"/>{levels}</defs><use xlink:href="#g8"/></svg>'


TEXTS = {
    "script.svg": (f'{HEAD}<script>alert(1)</script><image href="http://example.com/a.png"/><rect/></svg>', "shown"),
    "entities.svg": (f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}<text>&a;</text></svg>', "DG527"),
    "bomb.svg": (_bomb(), "DG527"),
    "size.svg": (HEAD.replace('width="200"', 'width="9e9"') + "</svg>", "DG527"),
    "html.svg": (f'{HEAD}<foreignObject width="9" height="9"><p>x</p></foreignObject><rect/></svg>', "shown"),
    "css.svg": (f"{HEAD}<style>@import url(http://example.com/a.css); rect {{fill: url(file:///etc/passwd)}}</style>"
                "<rect width='9' height='9'/></svg>", "shown"),
    "cut.svg": (f"{HEAD}<rect", "DG522"),
    "empty.png": ("", "DG523"),
    "page.png": ("<!DOCTYPE html><html><script>1</script></html>", "DG523"),
}  # fmt: skip


def _look(path: Path) -> tuple[str, int]:
    done = subprocess.run([sys.executable, "-c", LOOK, str(path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-800:]
    word, megabytes = done.stdout.split()
    return word, int(megabytes)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "form", "name"),
    [("RGB", "JPEG", "a.jpg"), ("CMYK", "JPEG", "b.jpg"), ("RGB", "PNG", "c.png"), ("L", "PNG", "d.png")],
)
def test_a_picture_of_96_million_dots_is_shown(tmp_path: Path, mode: str, form: str, name: str) -> None:
    _huge(tmp_path / name, mode, form)
    word, megabytes = _look(tmp_path / name)
    assert word == "shown" and megabytes < MOST_MB, megabytes


@pytest.mark.slow
def test_a_picture_that_only_says_that_it_is_huge_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(huge())  # 3 GB in RGB
    word, megabytes = _look(tmp_path / "a.png")
    assert word == "DG526" and megabytes < 200, (word, megabytes)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_hostile_drawings_cost_little(tmp_path: Path, name: str) -> None:
    text, expected = TEXTS[name]
    (tmp_path / name).write_text(text, "utf-8")
    word, megabytes = _look(tmp_path / name)
    assert word == expected and megabytes < 250, (word, megabytes)
