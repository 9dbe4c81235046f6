"""Where scenarios are: what the user named, `scenarios` here, the folder where one stands, or the package's own."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from importlib.resources import files
from pathlib import Path

from untaken.checking.desk import Desk
from untaken.checking.loading import COLLECTION_FILE, SUFFIXES, Loaded, load, scenario_files
from untaken.checking.rules.scenarios import UNKNOWN_SCENARIO
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import is_within, ordinary_file
from untaken.text.naming import write_instead
from untaken.text.span import Span

FOLDER = "scenarios"


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
        return any(os.path.isfile(path / f"{_COLLECTION}{suffix}") for suffix in SUFFIXES)
    data = b"" if path.stem == _COLLECTION else ordinary_file(path, _HEAD)
    return path.stem == _COLLECTION or (isinstance(data, bytes) and _OF_A_SCENARIO.search(data) is not None)


_COLLECTION = Path(COLLECTION_FILE).stem
_OF_A_SCENARIO = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?(?:question|nodes)[\"']? *:")
_HEAD = 64_000
"""Bytes at the beginning of a file in which a scenario shows what it is."""


def shipped() -> Path:
    """The collection of the package; in a checkout, the folder of the same name at its top."""
    package = Path(str(files("untaken")))
    inside = package / FOLDER
    return inside if inside.is_dir() else package.resolve().parents[1] / FOLDER


def is_installed(path: Path) -> bool:
    """Whether a path stands in the package, of which nothing is ever written."""
    return is_within(path, Path(str(files("untaken"))))


def find(names: Sequence[str], folder: Path, desk: Desk | None = None) -> Loaded:
    """The scenarios of these names, each an id of one in `folder` or a path; all of `folder` where none is named."""
    if not names:
        return load([folder], expects=False)
    ids = _ids(folder)
    paths = [path for name in names for path in ids.get(name) or ([Path(name)] if is_path(name) else [])]
    loaded = load(paths, desk, expects=False)
    unknown = [name for name in dict.fromkeys(names) if name not in ids and not is_path(name)]
    if unknown and not ids:
        # Where there is no scenario at all, that is what is wrong, whatever the name.
        return replace(loaded, problems=(*loaded.problems, *load([folder], expects=False).problems))
    return replace(loaded, problems=(*loaded.problems, *(_unknown(name, folder, ids) for name in unknown)))


def files_of(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The same paths, but the files of a scenario in `folder` for its id, where nothing here is called so."""
    ids = {} if all(os.path.lexists(path) for path in paths) else _ids(folder)
    return [file for path in paths for file in ([] if os.path.lexists(path) else ids.get(str(path), [])) or [path]]


def find_with_neighbours(name: str, folder: Path) -> tuple[Loaded, Loaded]:
    """The scenario of this name, and all that stand in its folder: where it continues, and what went before it."""
    desk = Desk()
    loaded = find([name], folder, desk)
    folders = dict.fromkeys(path.parent for path, _ in loaded.files.values())
    beside = [path for each in folders for path in scenario_files(each, []) if path.parent == each]
    return loaded, load(beside, desk, expects=False)


def _ids(folder: Path) -> dict[str, list[Path]]:
    """The files of the scenarios in a folder by id, and by collection and id, whatever is in them."""
    ids: dict[str, list[Path]] = {}
    for path in [folder] if os.path.isfile(folder) else scenario_files(folder, []):
        if path.stem != _COLLECTION:
            ids.setdefault(path.stem, []).append(path)
            ids.setdefault(f"{Path(os.path.abspath(path.parent)).name}/{path.stem}", []).append(path)
    return ids


def is_path(name: str) -> bool:
    """Whether a name is the path of a file or folder, and not an id."""
    return name.endswith(SUFFIXES) or "\\" in name or name.count("/") > 1 or os.path.exists(name)


def _unknown(name: str, folder: Path, ids: Mapping[str, object]) -> Diagnostic:
    known = [id for id in ids if ("/" in id) == ("/" in name)]
    cure = write_instead(name, known, "see `untaken list`")
    return Diagnostic(Span(name), UNKNOWN_SCENARIO, f"no scenario in {folder} is called '{name}'", cure)
