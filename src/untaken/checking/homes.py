"""Where scenarios are: what the user named, `scenarios` here, the folder where one stands, or the package's own.

Light: whoever only asks where scenarios are, or whether they have changed, needs no model of them.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import is_within, ordinary_file
from untaken.reading.rules import UNREADABLE_FILE
from untaken.text.legible import in_one_line
from untaken.text.span import Span

COLLECTION_FILE = "collection.yaml"
SHARED = "collection"
"""The stem of that file, and so the id of no scenario."""
SUFFIXES = (".yaml", ".yml")
FOLDER = "scenarios"
_PACKAGE = Path(__file__).resolve().parents[1]


class Whose(Enum):
    """Why a folder of scenarios is the one that is read."""

    NAMED = "the user named it"
    HERE = "it is called `scenarios`, and stands here"
    AROUND = "the user stands in it"
    SHIPPED = "there is no other: it came with the program"


@dataclass(frozen=True)
class Home:
    """The folder of scenarios that is read when no file is named, and why it is that one."""

    folder: Path
    whose: Whose


def home(named: Path | None = None) -> Home:
    """The folder that is read when nothing more is said."""
    if named is not None:
        return Home(named, Whose.NAMED)
    if os.path.isdir(FOLDER):
        return Home(Path(FOLDER), Whose.HERE)
    return Home(Path(), Whose.AROUND) if _holds_scenarios(Path()) else Home(shipped(), Whose.SHIPPED)


def _holds_scenarios(folder: Path) -> bool:
    """Whether scenarios are in a folder, or collections: other people's YAML files are none."""
    try:
        with os.scandir(folder) as entries:
            return any(map(_is_of_scenarios, entries))
    except OSError:
        return False


def _is_of_scenarios(entry: "os.DirEntry[str]") -> bool:
    path = Path(entry.path)
    if entry.name.startswith("."):
        return False
    if path.suffix not in SUFFIXES:
        return any(os.path.isfile(path / f"{SHARED}{suffix}") for suffix in SUFFIXES)
    data = b"" if path.stem == SHARED else ordinary_file(path, _HEAD)
    return path.stem == SHARED or (isinstance(data, bytes) and _OF_A_SCENARIO.search(data) is not None)


_OF_A_SCENARIO = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?(?:question|nodes)[\"']? *:")
_HEAD = 64_000
"""Bytes at the beginning of a file in which a scenario shows what it is."""


def shipped() -> Path:
    """The collection of the package; in a checkout, the folder of the same name at its top."""
    inside = _PACKAGE / FOLDER
    return inside if inside.is_dir() else _PACKAGE.parents[1] / FOLDER


def is_installed(path: Path) -> bool:
    """Whether a path stands in the package, of which nothing is ever written."""
    return is_within(path, _PACKAGE)


def scenario_id(path: Path) -> str:
    """The id of the scenario in a file: the file's name, as it can be shown, without its suffix."""
    return in_one_line(path.stem)


def collection_name(folder: Path) -> str:
    """What the collection in a folder is called."""
    return in_one_line(Path(os.path.abspath(folder)).name)


def is_path(name: str) -> bool:
    """Whether a name is the path of a file or folder, and not an id."""
    return name.endswith(SUFFIXES) or "\\" in name or name.count("/") > 1 or os.path.exists(name)


def scenario_files(folder: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    """The YAML files of a folder and of the folders in it, hidden ones left out, in order of name.

    A folder that cannot be opened is added to `problems`.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if here.suffix in SUFFIXES and here != folder:
            yield here
        elif here == folder or (os.path.isdir(here) and not os.path.islink(here)):
            waiting += reversed(visible(here, problems))


def visible(folder: Path, problems: list[Diagnostic]) -> list[Path]:
    """What is in a folder, in order of name, hidden things left out."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        cause = (error.strerror or "the system refused").lower()
        cure = "check the folder's permissions"
        problems.append(Diagnostic(Span(str(folder)), UNREADABLE_FILE, f"cannot be opened: {cause}", cure))
        return []


_MISNAMED = re.compile(r"(?i)(?P<stem>.+)\.ya?ml(?:[ ._-]*(?:txt|text|docx?|rtf|odt))?")


def misnamed(folder: Path) -> Iterator[tuple[Path, str]]:
    """What was meant for a scenario in a folder, or in one in it, and is passed over; with the name that it needs."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for path in visible(here, []):
            if os.path.isdir(path) and not os.path.islink(path):
                waiting.append(path)
            elif path.suffix not in SUFFIXES and (found := _MISNAMED.fullmatch(path.name)):
                yield path, f"{found['stem']}.yaml"
