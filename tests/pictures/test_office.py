"""Pictures and icons before a judge: the validator of Office files, and a picture that would fill a machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from deckgen.base.icons import ICONS
from deckgen.pipeline.build import Request, build
from pictures.samples import EDITS, encode, write_course
from tools import validate

pytestmark = pytest.mark.slow

_STATUS = Path("/proc/self/status")  # knows the most memory of this program alone, unlike what it inherits
_LARGEST = (
    "import re, sys\nfrom pathlib import Path\nfrom deckgen.pictures import look_at, make_ready\n"
    "data = Path(sys.argv[1]).read_bytes()\nlook = look_at(sys.argv[1], data)\nready = make_ready(data, look, 872.0)\n"
    "most = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())\n"
    "print(look.width, look.height, len(ready.data), int(most[1]) // 1024)"
)


def test_a_course_with_pictures_and_icons_passes_the_validator(tmp_path: Path) -> None:
    names = sorted(ICONS)
    cards = "".join(f"                - {{title: {name}, icon: {name}}}\n" for name in names[:9])
    before = "            points: [Write while you work, Read it aloud, Let the next lead repeat]\n"
    kept = tuple(edit for edit in EDITS if edit[0] != before)
    shown = f"            diagram:\n              type: cards\n              cards:\n{cards}"
    folder = write_course(tmp_path / "course", (*kept, (before, shown)))
    outcome = build(Request(courses=(str(folder),), delivery="60-min", out=tmp_path / "out"))
    assert not outcome.failed, outcome.diagnostics
    files = [path for path in outcome.made[0].files if path.suffix in (".pptx", ".docx")]
    assert len(files) == 3 and [validate(path) for path in files] == [[], [], []]


@pytest.mark.skipif(not _STATUS.exists(), reason="tells no program how much memory it took")
@pytest.mark.parametrize(("name", "most"), [("large.png", 520), ("large.jpg", 160)])
def test_the_largest_picture_takes_bounded_memory(name: str, most: int, tmp_path: Path) -> None:
    ramp = Image.linear_gradient("L").resize((12_000, 8_000))
    large = Image.merge("RGB", (ramp, ramp, ramp))
    form = "PNG" if name.endswith("png") else "JPEG"
    (tmp_path / name).write_bytes(encode(large, form, **({"compress_level": 1} if form == "PNG" else {})))
    del large, ramp
    run = subprocess.run(
        [sys.executable, "-c", _LARGEST, str(tmp_path / name)], check=True, capture_output=True, text=True, timeout=300
    )
    width, height, size, memory = map(int, run.stdout.split())
    assert (width, height) == (12_000, 8_000) and size < 10_000_000
    assert memory < most, "megabytes"
