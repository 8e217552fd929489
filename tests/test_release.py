"""What goes out with a release: the lock, the notices and the bill of materials tell of everything, and the truth."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from click.shell_completion import BashComplete
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from components import FONTS, ICONS, libraries, licence_of
from make_changelog import CHANGELOG, FRAGMENTS, KINDS, fragments, notes, release

from deckgen import __version__
from deckgen.cli.main import cli
from deckgen.measure.tables import EAST_ASIAN, LATIN

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-dev.lock"
_SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT, TOOLS = _SETTINGS["project"], _SETTINGS["tool"]
EXTRAS = PROJECT["optional-dependencies"]
DECLARED = [Requirement(text) for text in (*PROJECT["dependencies"], *EXTRAS["serve"], *EXTRAS["dev"])]


def locked() -> dict[str, list[str]]:
    """Name -> the versions it is locked at, one a platform."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)", LOCK.read_text("utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("declared", DECLARED, ids=lambda item: item.name)
def test_every_declared_library_is_locked_within_its_bounds(declared: Requirement) -> None:
    versions = locked().get(canonicalize_name(declared.name), [])
    assert versions and all(version in declared.specifier for version in versions), f"{declared}: run `make lock`"
    assert any(part.operator == ">=" for part in declared.specifier), f"{declared} has no lower bound"


def test_every_locked_file_has_its_hash_and_nothing_says_where_it_is_from() -> None:
    text = LOCK.read_text("utf-8")
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 40 and all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text and not re.search(r"^-", text, re.MULTILINE)


def runs_with_the_lock() -> bool:
    return all(item.version in locked().get(item.name, ()) for item in libraries())


def test_the_notices_are_made_from_what_the_libraries_say() -> None:
    from make_notices import NOTICES, make_notices

    if not runs_with_the_lock():
        pytest.skip("other versions than the locked ones may word their licences otherwise")
    assert NOTICES.read_text("utf-8") == make_notices(), "run `make notices`"


def test_every_library_has_a_licence_that_goes_with_ours() -> None:
    for library in libraries():
        parts = set(re.findall(r"[A-Za-z0-9.-]+", library.licence)) - {"AND", "OR", "WITH"}
        assert parts <= {
            "MIT",
            "MIT-CMU",
            "ISC",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "Zlib",
            "CC0-1.0",
            "PSF-2.0",
        }, library.name
        assert licence_of(library.name) == library.licence


def test_every_metric_table_names_its_font_and_the_font_its_notice() -> None:
    page, licence = (path.read_text("utf-8") for path in (ROOT / "THIRD-PARTY.md", ROOT / "licenses" / "OFL-1.1.txt"))
    listed = {font.file: font for font in FONTS}
    for module in (*LATIN.values(), *EAST_ASIAN.values()):
        font = listed[Path(str(module.__file__)).relative_to(ROOT).as_posix()]
        assert f"Measured from {font.name}, Version {font.version}." in str(module.__doc__)
        assert font.copyright in page and font.copyright.split(" (Noto")[0] in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "DISCLAIMER" in licence


@pytest.mark.slow  # what reads the schema takes a second to load
def test_the_bill_of_materials_is_valid() -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    from make_sbom import make_sbom

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(make_sbom()) is None


def test_the_bill_of_materials_lists_everything_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    from make_sbom import make_sbom

    text = make_sbom()
    assert make_sbom() == text, "the same environment gives the same bytes"
    bill = json.loads(text)
    listed = {(item["name"], item["version"]): item for item in bill["components"]}
    for requirement in PROJECT["dependencies"]:
        name = canonicalize_name(Requirement(requirement).name)
        assert (name, metadata.version(name)) in listed
    assert {(data.name, data.version) for data in (*FONTS, ICONS)} <= listed.keys()
    assert all(item["licenses"] for item in listed.values())
    (own,) = [item for item in bill["dependencies"] if item["ref"] == bill["metadata"]["component"]["bom-ref"]]
    assert len(own["dependsOn"]) == len(PROJECT["dependencies"]) + len(FONTS) + 1
    assert "timestamp" not in bill["metadata"]


def test_a_tag_releases_what_its_version_says() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    steps = workflow["jobs"]["release"]["steps"]
    ran = [step["run"] for step in steps if "run" in step]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert all(line.split()[1] in targets for line in ran if line.startswith("make "))
    (check,) = [line for line in ran if "__version__" in line]
    for tag, code in ((f"v{__version__}", 0), ("v99.0", 1)):
        done = subprocess.run(["sh", "-euc", check], cwd=ROOT, env={**os.environ, "GITHUB_REF_NAME": tag}, check=False)
        assert done.returncode == code, tag


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / FRAGMENTS, tmp_path / FRAGMENTS)
    for name in (CHANGELOG, "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_a_release_says_every_line_of_its_changes_once(project: Path) -> None:
    page = project / CHANGELOG
    text = page.read_text("utf-8")
    heading = "<!-- releases -->\n\n## Unreleased\n\n"
    assert text.count("<!-- releases -->") == 1
    page.write_text(
        text.replace(heading if heading in text else "<!-- releases -->\n\n", f"{heading}- By hand.\n"), "utf-8"
    )
    lines = [line for line in page.read_text("utf-8").splitlines() if line.startswith("- ")]
    told = [path.read_text("utf-8").strip() for path in fragments(project)]
    (project / FRAGMENTS / "last-words.breaking.md").write_text("Two\nlines.\n\nAnd more.\n", "utf-8")
    with pytest.raises(LookupError):
        notes(project, "9.9.0")
    release(project, "9.9.0", "2026-01-31")
    after, said = page.read_text("utf-8"), notes(project, "9.9.0")
    assert said.startswith("**What courses have to change**\n\n- Two\n  lines.\n\n  And more.\n")
    assert "\n## 9.9.0 - 2026-01-31\n\n" + said in after and "Unreleased" not in after and fragments(project) == []
    assert {line for line in lines if after.count(line) != lines.count(line)} == set()
    assert all(
        "\n".join(f"- {text}".splitlines()).replace("\n", "\n  ").replace("\n  \n", "\n\n") in said for text in told
    )
    (project / FRAGMENTS / "later.new.md").write_text("Later.\n", "utf-8")
    with pytest.raises(LookupError):
        notes(project, "9.9.0")


def test_every_fragment_has_a_kind() -> None:
    other = {path.name for path in (ROOT / FRAGMENTS).iterdir()} - {path.name for path in fragments(ROOT)}
    assert other == {"README.md", "template.jinja"}
    assert {item["directory"] for item in TOOLS["towncrier"]["type"]} == set(KINDS)


def test_a_shell_completes_commands_and_options() -> None:
    complete = BashComplete(cli, {}, "deckgen", "_DECKGEN_COMPLETE")
    assert {item.value for item in complete.get_completions([], "re")} == {"release"}
    assert "--drawings" in {item.value for item in complete.get_completions(["diff"], "--d")}


def test_what_has_to_go_along_is_in_the_wheel() -> None:
    assert set(PROJECT["license-files"]) == {"LICENSE", "THIRD-PARTY.md", "licenses/*"}
