"""Puts this folder on the path, so that tests in all rooms share its modules; golden files; courses built once."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import examples

if TYPE_CHECKING:  # loaded by workers only: the process that hands out tests to them needs neither
    from deckgen.pipeline.build import Made
    from elsewhere import Elsewhere

ROOT = Path(__file__).resolve().parents[1]

gc.disable()  # nothing of what is loaded before the first test is garbage

# To compile tests with their assertions takes longer than most of them: what was compiled is kept with what pytest
# keeps, also where Python is told to write nothing beside sources, and for the processes that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
sys.pycache_prefix = os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "compiled"))

# Tests write thousands of small files, which a disk in memory takes with less ado.
MEMORY = Path("/dev/shm")
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2 * 1024**3:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite golden files with what is made now.")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is learned of templates is kept in a folder of this run, never in that of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_sessionstart(session: pytest.Session) -> None:
    """Every run tries the same examples, so that a change fails for what it changed; a fast run fewer of them.

    The plugin's --hypothesis-profile=default looks for others.
    """
    if session.config.getoption("dist", "no") != "no":
        return  # this process hands out tests to others
    examples.run = "fast" if "not slow" in session.config.getoption("markexpr") else "full"
    if not session.config.getoption("hypothesis_profile", None):
        from hypothesis import settings

        settings.register_profile("same", derandomize=True, max_examples=examples.some(100), deadline=None)
        settings.load_profile("same")
        if examples.run == "fast":
            _look_for_no_constants()


def _look_for_no_constants() -> None:
    """Let properties not try the texts and numbers that stand in the source: to gather them all of it is parsed anew
    wherever it was changed, which takes longer than the properties of a fast run. Older versions gather none.
    """
    try:
        from hypothesis.internal.conjecture import providers
    except ImportError:
        return

    if hasattr(providers, "is_local_module_file"):
        providers.is_local_module_file = lambda path: False


def pytest_collection_finish() -> None:
    """What was loaded so far stays: no collection of garbage looks through it again and again.

    Tests make trees, which have few circles: to look for them every 700 objects costs a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(250_000, 8, 3)
    gc.enable()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nor through the courses that all tests shared, five times over, at the end.

    A fast run in one process fails when it took more seconds of the processor than DECKGEN_MOST_CPU says: its own time
    and that of the programs it started.
    """
    gc.freeze()
    most = float(os.environ.get("DECKGEN_MOST_CPU", "inf"))
    alone = session.config.getoption("dist", "no") == "no" and not hasattr(session.config, "workerinput")
    if alone and "not slow" in session.config.getoption("markexpr") and _processor_time() > most:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What the run took of the processor."""
    if config.getoption("dist", "no") == "no":
        most = os.environ.get("DECKGEN_MOST_CPU")
        bound = f", at most {most} s are right" if most else ""
        terminalreporter.write_line(f"{_processor_time():.1f} s of the processor{bound}")


def _processor_time() -> float:
    """Seconds of the processor that this process and those it waited for took."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with its golden file, or rewrites the file under --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden {path.relative_to(ROOT)}: run pytest --update-golden and read it"
        expected = path.read_text(encoding="utf-8")
        if text != expected:
            lines = zip(text.splitlines(), expected.splitlines(), strict=False)
            number, (new, old) = next(
                ((n, pair) for n, pair in enumerate(lines, start=1) if pair[0] != pair[1]),
                (0, ("one text ends earlier", "")),
            )
            pytest.fail(f"{path.relative_to(ROOT)}:{number}\n  golden: {old}\n  now:    {new}")

    return compare


@pytest.fixture(scope="session")
def cases() -> dict[tuple[str, str], Made]:
    """The small courses of `tests/cases`, composed and placed once, by folder and delivery."""
    from trees import compose_cases

    return compose_cases()


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """The small course of `tests/cases`, built by another process in another folder, time zone and locale."""
    from elsewhere import build_elsewhere, make_place

    return build_elsewhere(make_place(tmp_path_factory.mktemp("elsewhere")))
