"""A release of one small course in a git repository of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

TINY = Path(__file__).parents[1] / "diagnostics" / "base" / "tiny.yaml"
RELEASE = 'version: "1.2"\ncourses: handover\nonly: [outline]\n'
NAME = "handover-60-min-v1.2"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def commit(folder: Path, what: str = "a change") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", what)
    return git(folder, "rev-parse", "HEAD")


def project(folder: Path, release: str = RELEASE, **files: str) -> Path:
    """A repository with the course and its release, committed; `dist` is not ignored."""
    folder.mkdir(parents=True, exist_ok=True)
    course = {"curriculum/handover/course.yaml": TINY.read_text("utf-8")}
    write(folder, {**course, "release.yaml": release, **files})
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder
