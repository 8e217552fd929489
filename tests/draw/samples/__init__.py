"""Realistic data of every drawn diagram type, a file each: least, typical and most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

SAMPLES: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
}
