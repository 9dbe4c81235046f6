"""Fills small disks to the brim and lets commands write on them: run in a name space of mounts of its own.

    unshare --mount python full_disks.py FOLDER < cases.json

Each case is the words of a command and the texts that are on the disk besides the example. The answer on standard output
tells of each command and each amount of room: how it ended, what was on the disk before and after, and what came of
a second try once there was room.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

from program import EXAMPLE, run

BALLAST = "ballast"
SIZE = 4 << 20
PAGE = 4096


def main(folder: Path) -> None:
    answers = [tried(folder, **case) for case in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


def tried(folder: Path, words: list[str], files: dict[str, str], room: int) -> dict[str, object]:
    """What a command comes to where so many pages are free."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=777", "untaken-full", folder], check=True)
    try:
        copytree(EXAMPLE, folder / "scenarios")
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        before = contents(folder)
        fill(folder / BALLAST, room)
        ended = run(*words, cwd=folder)
        after = contents(folder)
        (folder / BALLAST).unlink()
        again = run(*words, cwd=folder)
        final = contents(folder)
    finally:
        subprocess.run(["umount", folder], check=True)
    changed = {name: data for name, data in after.items() if data != before.get(name)}
    return {
        "words": words,
        "room": room,
        **vars(ended),
        "lost": [name for name in before if name not in after],
        "half": [name for name, data in changed.items() if data != final.get(name)],
        "new": sorted(changed),
        "again": [again.code, again.err],
    }


def fill(path: Path, room: int) -> None:
    """Take all room but so many pages."""
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * PAGE):
                pass
        except OSError:
            file.truncate(max(0, os.fstat(file.fileno()).st_size // PAGE * PAGE - room * PAGE))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != BALLAST
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
