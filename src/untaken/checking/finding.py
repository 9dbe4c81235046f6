"""Scenarios by what the user calls them: ids of those in a folder, or paths."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from untaken.checking.desk import Desk
from untaken.checking.homes import SHARED, SUFFIXES, collection_name, is_path, scenario_files, scenario_id
from untaken.checking.loading import Loaded, load
from untaken.checking.rules.scenarios import UNKNOWN_SCENARIO
from untaken.model import Outcome
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.rules import UNREADABLE_FILE
from untaken.text.naming import write_instead
from untaken.text.span import Span

UNKNOWN_NAME = replace(UNKNOWN_SCENARIO, leaves_nothing=True, is_on_command_line=True)
"""The same rule, broken by what the user asks for."""


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


def with_near_ids(loaded: Loaded, paths: Sequence[Path], folder: Path) -> Loaded:
    """What was loaded; of a name that is no path nor nearly one, not the file is wrong, but the id."""
    strange = {str(path) for path in paths if not os.path.lexists(path) and not is_path(str(path))}
    if not strange or not (ids := _ids(folder)):
        return loaded
    return replace(loaded, problems=tuple(_of_an_id(each, strange, folder, ids) for each in loaded.problems))


def _of_an_id(problem: Diagnostic, strange: Collection[str], folder: Path, ids: Mapping[str, object]) -> Diagnostic:
    is_id = problem.rule is UNREADABLE_FILE and problem.span.path in strange and not problem.help
    return _unknown(problem.span.path, folder, ids) if is_id else problem


def find_with_neighbours(name: str, folder: Path) -> tuple[Loaded, Loaded]:
    """The scenario of this name, and what a walk from it may need: its collection, or else those in which it continues.

    What is wrong with a file that it never comes to is no reason not to walk.
    """
    desk = Desk()
    loaded = find([name], folder, desk)
    folders = dict.fromkeys(path.parent for point, path in loaded.places if point.collection)
    beside = [path for each in folders for path in scenario_files(each, []) if path.parent == each]
    alone = [path for point, path in loaded.places if not point.collection]
    wanted = [*beside, *_continuing(alone, desk)]
    if wanted == list(loaded.read):
        # It stands alone: the rules need not judge it twice.
        return loaded, loaded
    return loaded, load(wanted, desk, expects=False)


def _continuing(paths: Sequence[Path], desk: Desk) -> list[Path]:
    """These files, and those beside them in which their scenarios continue, and so on."""
    found = dict.fromkeys(paths)
    waiting = list(paths)
    for path in waiting:
        model = desk.scenario(path).decoded.model
        outcomes = [node for node in (model.nodes.values() if model else ()) if isinstance(node, Outcome)]
        names = [f"{node.continues}{suffix}" for node in outcomes if node.continues for suffix in SUFFIXES]
        new = [file for name in names if (file := path.with_name(name)) not in found and os.path.isfile(file)]
        found |= dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return list(found)


def _ids(folder: Path) -> dict[str, list[Path]]:
    """The files of the scenarios in a folder by id, and by collection and id, whatever is in them."""
    ids: dict[str, list[Path]] = {}
    for path in [folder] if os.path.isfile(folder) else scenario_files(folder, []):
        if path.stem != SHARED:
            id = scenario_id(path)
            ids.setdefault(id, []).append(path)
            ids.setdefault(f"{collection_name(path.parent)}/{id}", []).append(path)
    return ids


def _unknown(name: str, folder: Path, ids: Mapping[str, object]) -> Diagnostic:
    known = [id for id in ids if ("/" in id) == ("/" in name)]
    begun = [id for id in known if name and id.startswith(name)]
    cure = f"write '{begun[0]}'" if len(begun) == 1 else write_instead(name, known, "see `untaken list`")
    return Diagnostic(Span(name), UNKNOWN_NAME, f"no scenario in {folder} is called '{name}'", cure)
