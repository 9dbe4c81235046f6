"""The command stats."""

from typing import Annotated

from untaken.checking.finding import find
from untaken.checking.loading import Loaded, load
from untaken.cli.app import command
from untaken.cli.options import Ids, Plain, Scenarios, errors_of, exit_code
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.whereabouts import home_of
from untaken.faces.terminal import show, show_problems
from untaken.model import TurningPoint
from untaken.telling.statistics import statistics, statistics_document
from untaken.writing.formats import Stuff


@command("stats")
def stats(
    scenario: Ids = None,
    formats: Annotated[str | None, in_format(Stuff.NUMBERS)] = None,
    output: Annotated[str | None, where_to()] = None,
    scenarios: Scenarios = None,
    plain: Plain = False,
) -> int:
    """Scenarios in numbers, and what they lack.

    Counts decisions, outcomes, options, arguments by side, source and voice, words, and the roads from the start to an
    outcome with their steps; names options without an argument and sources that nothing cites.

    \b
    Examples:
      untaken stats
      untaken stats brest-litovsk
      untaken stats -f json
    """
    wanted = Wanted.of(Stuff.NUMBERS, formats, output)
    loaded = find(scenario or [], home_of(scenarios, scenario or []))
    show_problems(errors_of(loaded.problems))
    numbers = statistics(loaded.points, _neighbours(loaded), whole=not scenario)
    if loaded.points or not wanted.is_for_people:
        deliver_and_say(wanted, {"stats": numbers}, lambda found: show(statistics_document(found), plain))
    return exit_code(loaded.problems)


def _neighbours(loaded: Loaded) -> tuple[TurningPoint, ...]:
    """The scenarios of the same collections: what they establish opens and closes roads."""
    folders = dict.fromkeys(path.parent for (name, _), (path, _) in loaded.files.items() if name)
    return load(folders, expects=False).points
