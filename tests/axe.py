"""axe-core, which knows the rules of accessible pages: taken from npm, once, into the folder of the language server."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

PACKAGE, RELEASE = "axe-core", "4.10.3"


@cache
def axe() -> str:
    """Its script. Skips the test where npm or the package cannot be had."""
    if not shutil.which("npm"):
        pytest.skip("axe-core comes from npm, and this machine has no npm")
    cache = Path(os.environ.get("UNTAKEN_TEST_CACHE") or Path.home() / ".cache" / "untaken-tests")
    folder = cache / f"{PACKAGE}-{RELEASE}"
    script = folder / "node_modules" / PACKAGE / "axe.min.js"
    if not script.exists():
        line = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run([*line, "--fetch-retries=1", f"{PACKAGE}@{RELEASE}"], capture_output=True, text=True)
        if done.returncode != 0 or not script.exists():
            shutil.rmtree(folder, ignore_errors=True)
            pytest.skip(f"npm cannot install {PACKAGE} {RELEASE}: {done.stderr[:200]}")
    return script.read_text(encoding="utf-8")
