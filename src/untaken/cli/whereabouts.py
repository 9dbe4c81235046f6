"""Which folder of scenarios a command reads; it is said where it is not the one that anybody would expect."""

import os
from collections.abc import Sequence
from pathlib import Path

from untaken.checking.homes import Whose, home, is_path
from untaken.faces.terminal import say
from untaken.text.trouble import Trouble

_BEGIN = "name a folder with --scenarios, or begin one: untaken new scenario the-ferry"


def home_of(named: Path | None, names: Sequence[str | Path] = ()) -> Path:
    """The folder in which scenarios of these names are looked for; all of it is read where there is none."""
    found = home(named)
    if not _are_paths(names):
        if found.whose is Whose.AROUND:
            say(f"reading the scenarios of this folder: {os.getcwd()}", error=True)
        elif found.whose is Whose.SHIPPED:
            say(f"no scenarios are here; reading those that came with untaken: {found.folder}", error=True)
    return found.folder


def own_home(named: Path | None, names: Sequence[str | Path] = ()) -> Path:
    """The same for whoever judges scenarios: what came with the program never stands for somebody's own.

    Raises Trouble where the only scenarios are those.
    """
    if not _are_paths(names) and home(named).whose is Whose.SHIPPED:
        raise Trouble("no scenario is in this folder", _BEGIN, os.getcwd())
    return home_of(named, names)


def _are_paths(names: Sequence[str | Path]) -> bool:
    """Whether these need no folder in which they are looked for."""
    return bool(names) and all(is_path(str(name)) for name in names)
