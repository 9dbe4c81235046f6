"""The command class."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.checking.loading import Loaded
from untaken.cli.app import CLEAN, command
from untaken.cli.drawing import draw_and_say
from untaken.cli.drawing_options import InTheme, OnPage
from untaken.cli.keeping import read_walk
from untaken.cli.options import Scenarios
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.resuming import warn_of_changes
from untaken.cli.whereabouts import home_of
from untaken.drawing.boxes import Detail
from untaken.drawing.palette import Tone
from untaken.drawing.place.paper import Fit
from untaken.faces.terminal import say, say_lines
from untaken.history import Walk
from untaken.history.crowd import crowd
from untaken.history.keeping import Resumed, kept, resumed
from untaken.telling.crowd import crowd_document
from untaken.telling.phrases import crowds as words
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff, ending_in, offered
from untaken.writing.orders import Order

Walks = Annotated[list[Path], typer.Argument(metavar="WALK...", help="Saved walks, or folders of them.")]
_PICTURES = Path("output")
"""Where pictures go without -o."""


@command("class")
def count_class(
    walk: Walks,
    formats: Annotated[str | None, in_format(Stuff.CROWD, also=Stuff.PICTURE)] = None,
    output: Annotated[str | None, where_to("printed; pictures go into output/")] = None,
    fit: OnPage = None,
    theme: InTheme = Tone.LIGHT,
    scenarios: Scenarios = None,
) -> int:
    """Count what a class decided, walk by walk.

    Takes the files that `untaken walk --save` writes, and shows how many went which way, where they left history and
    came back, and, where reasons were named, what convinced them. A picture of each turning point has roads as wide as
    many went. No names are kept.

    \b
    Examples:
      untaken class walks
      untaken class walks -f svg,png
      untaken class walks -o class.html
    """
    drawn, told = _wanted(formats, output)
    counted = crowd(_walks(walk, scenarios))
    if told:
        deliver_and_say(told, {"class": counted}, lambda each: say_lines(crowd_document(each)))
    if drawn:
        names = tuple(each.name for each in drawn.formats)
        order = Order(drawn.folder or Path(), names, drawn.file, Detail.OUTLINE, fit or Fit.SLIDE)
        order = replace(order, crowd=counted, tone=theme, title=words.TITLE, set_name="class")
        return draw_and_say(Loaded(points=counted.passed), order)
    return CLEAN


def _wanted(formats: str | None, output: str | None) -> tuple[Wanted | None, Wanted | None]:
    """What is wanted as pictures, and what in words."""
    names = [name.strip() for name in formats.split(",")] if formats else []
    drawn = [name for name in names if name.lower() in offered(Stuff.PICTURE)]
    told = [name for name in names if name not in drawn]
    if not names and output and ending_in(Path(output).suffix, offered(Stuff.PICTURE).values()):
        return Wanted.of(Stuff.PICTURE, None, output, "svg"), None
    if drawn and told and not output:
        output = f"{_PICTURES}/"
    return (
        Wanted.of(Stuff.PICTURE, ",".join(drawn), output, home=_PICTURES) if drawn else None,
        Wanted.of(Stuff.CROWD, ",".join(told) or None, output) if told or not drawn else None,
    )


def _walks(paths: list[Path], scenarios: Path | None) -> list[Walk]:
    """The walks in files and folders; a file that is none, or the same as another, is named and left out."""
    points = find([], home_of(scenarios)).points
    seen: dict[str, Path] = {}
    walks: list[Walk] = []
    for path in _files(paths):
        read = read_walk(path)
        again = resumed(read, points) if not isinstance(read, Trouble) else read
        if reason := _misfit(again, seen, walks):
            say(words.skipped(str(path), reason), error=True)
        elif isinstance(again, Resumed):
            warn_of_changes(path, again)
            seen[kept(again.session)] = path
            walks.append(again.session.walk)
    if not walks:
        raise Trouble("none of these files is a walk", "save walks with `untaken walk --save FILE`, and name them")
    return walks


def _misfit(found: Resumed | Trouble, seen: Mapping[str, Path], walks: Sequence[Walk]) -> str:
    """Why what was found in a file is not counted with what was found before; empty where it is."""
    if isinstance(found, Trouble):
        return found.message
    text = kept(found.session)
    if text in seen:
        return words.double(str(seen[text]))
    is_own = not walks or found.session.walk.course.points == walks[0].course.points
    return "" if is_own else words.foreign(str(next(iter(seen.values()))))


def _files(paths: list[Path]) -> list[Path]:
    """The files that are named, and the .json files of the folders that are."""
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
