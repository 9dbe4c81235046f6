"""Where scenarios are: what the user named, the folder `scenarios` here, or the collection of the package."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from untaken.diagnostics import Diagnostic
from untaken.loading import SUFFIXES, Loaded, load
from untaken.model import TurningPoint
from untaken.naming import write_instead
from untaken.source import Span

FOLDER = "scenarios"


def scenario_folder(named: Path | None = None) -> Path:
    """The folder that is read when nothing more is said."""
    here = Path(FOLDER)
    if named is not None:
        return named
    return here if here.is_dir() else shipped()


def shipped() -> Path:
    """The collection of the package; in a checkout, the folder of the same name at its top."""
    inside = Path(str(files("untaken"))) / FOLDER
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / FOLDER


def find(names: Sequence[str], folder: Path) -> Loaded:
    """The scenarios of these names, each an id of one in `folder` or a path; all of `folder` where none is named."""
    if not names:
        return load([folder])
    paths = [Path(name) for name in names if _is_path(name)]
    by_path = load(paths) if paths else Loaded()
    ids = [name for name in names if not _is_path(name)]
    by_id = _by_id(ids, folder) if ids else Loaded()
    points = {(point.collection, point.id): point for point in (*by_path.points, *by_id.points)}
    return Loaded(tuple(points.values()), (*by_path.problems, *by_id.problems), by_path.scenarios + by_id.scenarios)


def _is_path(name: str) -> bool:
    return name.endswith(SUFFIXES) or "/" in name or "\\" in name or Path(name).exists()


def _by_id(ids: list[str], folder: Path) -> Loaded:
    every = load([folder])
    files = scenario_ids(folder)
    points: list[TurningPoint] = []
    problems: list[Diagnostic] = []
    for id in dict.fromkeys(ids):
        found = [point for point in every.points if id in (point.id, f"{point.collection}/{point.id}")]
        points += found
        mine = [each for each in every.problems if Path(each.span.path).stem in (id, "collection")]
        problems += mine
        if id not in files and not found:
            cure = write_instead(id, files, "see `untaken list`")
            problems.append(Diagnostic(Span(id), "unknown-scenario", f"no scenario in {folder} is called '{id}'", cure))
    return Loaded(tuple(points), tuple(dict.fromkeys(problems)), len(ids))


def scenario_ids(folder: Path) -> list[str]:
    """The ids of all scenario files in a folder and the folders in it, whatever is in them."""
    try:
        found = sorted(path for suffix in SUFFIXES for path in folder.rglob(f"*{suffix}"))
    except OSError:
        return []
    return [path.stem for path in found if path.name != "collection.yaml"]
