"""What the preview shows: of each scenario the last good picture and what is wrong with its file now.

Pure: a preview and a piece of news in, the next preview out.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from untaken.checking.homes import scenario_id
from untaken.checking.loading import Loaded
from untaken.model import TurningPoint
from untaken.reading.diagnostics import NOTE, Diagnostic
from untaken.reading.rules import UNREADABLE_FILE
from untaken.text.legible import in_one_line


@dataclass(frozen=True)
class Picture:
    """A drawing: its SVG, what it was drawn from, when (HH:MM:SS), in how many seconds, its smallest text in points."""

    svg: bytes
    point: TurningPoint
    at: str = ""
    seconds: float = 0.0
    smallest: float = 0.0

    @cached_property
    def digest(self) -> str:
        """A name that another drawing does not have."""
        return blake2b(self.svg, digest_size=8).hexdigest()


@dataclass(frozen=True)
class Failure:
    """Why a scenario that is sound could not be drawn."""

    point: TurningPoint
    reason: str


@dataclass(frozen=True)
class Watched:
    """A scenario file: its turning point as it stands now, None while it has errors, and its last good picture."""

    path: Path
    name: str
    title: str
    point: TurningPoint | None = None
    problems: tuple[Diagnostic, ...] = ()
    picture: Picture | None = None
    failure: Failure | None = None

    @property
    def stale(self) -> bool:
        """Whether the picture shows another state than the file's."""
        return self.picture is not None and self.picture.point != self.point

    @property
    def failed(self) -> bool:
        return self.failure is not None and self.failure.point == self.point

    @property
    def waiting(self) -> bool:
        """Whether it is still to be drawn."""
        drawn = self.picture is not None and self.picture.point == self.point
        return self.point is not None and not drawn and not self.failed


@dataclass(frozen=True)
class Preview:
    """Everything that is shown. `problems` are those that belong to no scenario alone, such as a collection's.

    `latest` is the file that was saved last, `fault` why the program itself could not read what was saved since then.
    Another `version` means that something else is to be seen.
    """

    version: int = 0
    watched: tuple[Watched, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    latest: Path | None = None
    fault: str = ""

    @property
    def waiting(self) -> tuple[Watched, ...]:
        return tuple(each for each in self.watched if each.waiting)

    def find(self, name: str) -> Watched | None:
        """The scenario of this name; the one that was saved last, where no name is given."""
        if name:
            return next((each for each in self.watched if each.name == name), None)
        return next((each for each in self.watched if each.path == self.latest), next(iter(self.watched), None))

    def picture(self, digest: str) -> Picture | None:
        """The picture of this digest, while it is one of those that are shown."""
        pictures = (each.picture for each in self.watched if each.picture)
        return next((each for each in pictures if each.digest == digest), None)


def checked(preview: Preview, loaded: Loaded) -> Preview:
    """The preview after the files were read again: pictures stay until better ones are there."""
    problems = tuple(each for each in loaded.problems if each.severity is not NOTE)
    known = {each.path: each for each in preview.watched}
    lost = {Path(each.span.path) for each in problems if each.rule is UNREADABLE_FILE}
    there = {path: point for path, point in loaded.read.items() if path in known or path not in lost}
    missed = [path for path in known if path not in there and _missed(known[path], there, problems)]
    points = there | dict.fromkeys(missed)
    names = unique_names(list(points))
    watched = tuple(_seen(known.get(path), path, names[path], point, problems) for path, point in points.items())
    others = tuple(each for each in problems if Path(each.span.path) not in points)
    after = replace(preview, watched=watched, problems=others, fault="")
    fresh = [each.path for each in changed(preview, after)]
    # What a change of the collection did to many is no reason to turn to another scenario.
    latest = fresh[0] if len(fresh) == 1 else preview.latest
    return _next(preview, replace(after, latest=latest))


def unread(preview: Preview, fault: str) -> Preview:
    """The preview after reading ended in a fault of the program's: all stays as it was, and the page says so."""
    return _next(preview, replace(preview, fault=fault))


def _missed(watched: Watched, there: Collection[Path], problems: Iterable[Diagnostic]) -> bool:
    """Whether a file that is gone is still asked for: by its name, or because its whole folder is gone with it."""
    path = watched.path
    calls = {watched.name, scenario_id(path), _long_name(path)}
    return not there or any(each.span.path in calls for each in problems)


def _seen(
    before: Watched | None, path: Path, name: str, point: TurningPoint | None, problems: Iterable[Diagnostic]
) -> Watched:
    own = tuple(each for each in problems if Path(each.span.path) == path)
    title = point.scenario.title if point else before.title if before else scenario_id(path)
    seen = before or Watched(path, name, title)
    return replace(seen, name=name, title=title, point=point, problems=own)


def _long_name(path: Path) -> str:
    """The id of a scenario with the folder that it stands in."""
    return in_one_line(f"{path.parent.name}/{path.stem}")


def unique_names(paths: Sequence[Path]) -> dict[Path, str]:
    """What each file is called: by its stem, with its folder where two have the same, else by its whole path.

    >>> list(unique_names([Path("a/ferry.yaml"), Path("b/ferry.yaml"), Path("b/storm.yaml")]).values())
    ['a/ferry', 'b/ferry', 'storm']
    """
    ids = {path: scenario_id(path) for path in paths}
    long = {path: _long_name(path) for path in paths}
    ids_count, long_count = Counter(ids.values()), Counter(long.values())
    names = {}
    for path in paths:
        alone = in_one_line(str(path)) if long_count[long[path]] > 1 else long[path]
        names[path] = ids[path] if ids_count[ids[path]] == 1 else alone
    return names


def drawn(preview: Preview, path: Path, picture: Picture) -> Preview:
    """The preview with a new picture."""
    return _with(preview, path, lambda each: replace(each, picture=picture, failure=None))


def undrawn(preview: Preview, path: Path, failure: Failure) -> Preview:
    """The preview after a drawing failed: the last good picture stays."""
    return _with(preview, path, lambda each: replace(each, failure=failure))


def _with(preview: Preview, path: Path, change: Callable[[Watched], Watched]) -> Preview:
    watched = tuple(change(each) if each.path == path else each for each in preview.watched)
    return _next(preview, replace(preview, watched=watched))


def _next(before: Preview, after: Preview) -> Preview:
    return after if after == before else replace(after, version=before.version + 1)


def changed(before: Preview, after: Preview) -> list[Watched]:
    """The scenarios of `after` that are new, or whose content or problems are."""
    known = {each.path: (each.point, each.problems) for each in before.watched}
    return [each for each in after.watched if known.get(each.path, ...) != (each.point, each.problems)]


def gone(before: Preview, after: Preview) -> list[Watched]:
    """The scenarios that are no longer there."""
    left = {each.path for each in after.watched}
    return [each for each in before.watched if each.path not in left]


def in_turn(preview: Preview, viewed: Iterable[str]) -> list[Watched]:
    """What is to be drawn: first what somebody looks at, then what was saved last, then the others in their order."""
    looked_at = {seen.path for name in viewed if (seen := preview.find(name))}
    return sorted(preview.waiting, key=lambda each: (each.path not in looked_at, each.path != preview.latest))
