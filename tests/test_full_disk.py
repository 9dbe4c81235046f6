"""On a disk that is full nothing is half written, nothing is lost, and the next try succeeds once there is room."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mistakes import CLEAN
from program import TOP, environment

REFERENCES = json.dumps([{"id": "log", "type": "book", "title": "The log", "author": [{"family": "Grant"}]}])
ANNALS = """\
1884

It was laid at the owners’ door, on the eve of the saint, after two days on the quay, and none that came home slept.

1885

They sold the pier for a song; another would have his berth, and no seaman unbidden came.
"""
BOOK = """\
The contract

They met.

For the railway stood ready; that night they would forfeit the mails.

The night

It had fallen since noon; not one of the hands spoke, and the log went down with her.
"""
TEXTS = {"texts/island-annals.txt": ANNALS, "texts/harbour-book.txt": BOOK}
CASES: tuple[tuple[list[str], dict[str, str], int], ...] = (
    (["new", "scenario", "harbour"], {}, 0),
    (["new", "scenario", "harbour"], {}, 1),
    (["new", "collection", "strikes"], {}, 0),
    (["new", "collection", "strikes"], {}, 1),
    (["render", "ferry", "-f", "svg,dot", "-o", "out"], {}, 0),
    (["render", "ferry", "-f", "svg,dot", "-o", "out"], {}, 1),
    (["verify", "--texts", "texts"], TEXTS, 0),
    (["walk", "ferry", "--choose", "1", "--save", "walk.json"], {}, 0),
    (["walk", "ferry", "--choose", "1", "--transcript", "walk.md"], {}, 0),
    (["deck", "ferry", "-o", "lecture.pptx"], {}, 0),
    (["page", "ferry", "-o", "page.html"], {}, 1),
    (["handout", "ferry", "-o", "paper.pdf"], {}, 1),
    (["check", "own.yaml", "--fix"], {"own.yaml": CLEAN.replace("question:", "qestion:")}, 0),
    (["rename", "island-annals", "annals"], {}, 0),
    (["rename", "island-annals", "annals"], {}, 1),
    (["sources", "--import", "refs.json"], {"refs.json": REFERENCES}, 0),
    (["schema", "-o", "schemas"], {}, 0),
    (["schema", "-o", "schemas"], {}, 1),
)
"""Words, what else is on the disk, and how many of its pages are free: where one is, some of several files can be written."""


def on_full_disks(tmp_path: Path) -> list[dict[str, Any]]:
    """What every command comes to on a disk of its own that is full."""
    if not shutil.which("unshare"):
        pytest.skip("no unshare here, with which a small disk could be mounted")
    (tmp_path / "disk").mkdir()
    own = ["--mount"] if os.geteuid() == 0 else ["--mount", "--user", "--map-root-user"]
    cases = json.dumps([{"words": words, "files": files, "room": room} for words, files, room in CASES])
    done = subprocess.run(
        ["unshare", *own, sys.executable, TOP / "tests" / "full_disks.py", tmp_path / "disk"],
        input=cases, env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip(f"no disk can be mounted here: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a small disk as Linux does")
def test_a_full_disk_leaves_nothing_half_written_and_the_next_try_succeeds(tmp_path: Path) -> None:
    for each in on_full_disks(tmp_path):
        about = (each["words"], each["room"], each["err"])
        assert (each["lost"], each["half"]) == ([], []), about
        assert each["again"][0] == 0, (each["words"], each["room"], each["again"])
        assert each["code"] == 2, about
        assert "no space left on device" in each["err"], about
        assert "stands where it stood" not in each["err"], about
        assert "Traceback" not in each["err"], about
