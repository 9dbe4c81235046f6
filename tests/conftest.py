"""What several tests share."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is says nothing about what holds.
settings.register_profile(
    "any machine",
    deadline=None,
    # The same examples in every run of the suite; whoever searches for others sets the variable to some thousands.
    max_examples=int(os.environ.get("UNTAKEN_EXAMPLES", "25")),
    derandomize="UNTAKEN_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("any machine")

# Nothing is remembered from one test to the next.
os.environ["UNTAKEN_CACHE"] = ""

# What is compiled is kept for the next program that a test starts, as it is for users.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Tests make a lot that goes by itself; what does not is looked for less often than by default.
gc.set_threshold(100_000, 50, 100)

# A job in the background is started without Ctrl-C, and hands that down to the programs that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

TOP = Path(__file__).resolve().parents[1]
LONG = {"commands", "full_screen", "pointing", "spine", "watching"}
"""Files whose tests take long and have nothing in common; those of any other share what was made once for them."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Gives the tests of a file to one process, and those of long files to any."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.split("::")[0]
            return nodeid if Path(file).stem.removeprefix("test_") in LONG else file

    return ByFile(config, log)


def pytest_collection_finish() -> None:
    """Never look again through what is there when the first test begins: it stays to the end."""
    gc.freeze()


@pytest.fixture
def agrees() -> Callable[[str, Path], None]:
    """Compares a text with the golden one in a file; with UNTAKEN_ACCEPT=1 in the environment it replaces that."""

    def compare(text: str, golden: Path) -> None:
        if os.environ.get("UNTAKEN_ACCEPT"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert golden.exists(), f"no golden text yet: set UNTAKEN_ACCEPT=1 to make {golden.name}"
        assert text == golden.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def shipped_folder() -> Path:
    """The scenarios of the project."""
    return TOP / "scenarios"
