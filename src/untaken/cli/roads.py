"""The scenarios that a saved walk came through, for drawing somebody's road in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from untaken.checking.loading import Loaded
from untaken.cli.courses import course
from untaken.cli.ending import Halted
from untaken.cli.resuming import read_again, warn_of_changes
from untaken.drawing.road import trace
from untaken.drawing.whole import Road
from untaken.text.naming import sentence_list
from untaken.text.trouble import Trouble


@dataclass(frozen=True)
class Walked:
    """Scenarios to draw, and the roads through them by collection and id."""

    loaded: Loaded
    roads: Mapping[tuple[str, str], Road]


def walked(path: Path, named: Loaded | None, folder: Path | None) -> Walked:
    """The roads of the walk in a file through the scenarios that the user named, else through all that it came through.

    Raises Trouble and Halted where there are none.
    """
    again = read_again(path, "", partial(course, folder=folder))
    warn_of_changes(path, again)
    roads = trace(again.session.walk)
    if named is None:
        points = again.session.walk.course.points
        return Walked(Loaded(tuple(points[id] for _, id in roads), (), len(roads), {}), roads)
    if named.problems and not named.points:
        raise Halted(named.problems)
    strangers = [point.id for point in named.points if (point.collection, point.id) not in roads]
    if strangers:
        came = f"it came through {sentence_list(id for _, id in roads)}"
        missed = sentence_list(f"'{id}'" for id in strangers)
        raise Trouble(f"the walk in it did not come through {missed}", came, path)
    return Walked(named, roads)
