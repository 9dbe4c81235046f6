"""Which folder of scenarios a command reads; it is said where it is not the one that anybody would expect."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from untaken.checking.homes import Whose, home, is_installed, is_path
from untaken.faces.terminal import say
from untaken.text.naming import write_instead
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


def no_course(name: str, known: Iterable[str]) -> Trouble:
    """Why there is no course of this name; the nearest of those that are known."""
    return Trouble(f"no course is called '{name}'", write_instead(name, list(known), "see `untaken list`"))


def refuse_shipped(folder: Path) -> None:
    """Raise Trouble where the scenarios of a folder came with the program, which never writes into itself."""
    if is_installed(folder):
        raise Trouble("the scenarios here came with the program", "name a folder of your own with --scenarios")


def _are_paths(names: Sequence[str | Path]) -> bool:
    """Whether these need no folder in which they are looked for."""
    return bool(names) and all(is_path(str(name)) for name in names)
