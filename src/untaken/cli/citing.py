"""The command sources."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.cli.app import command
from untaken.cli.importing import taken_in
from untaken.cli.options import Ids, InStyle, Scenarios, does_not_go_with, errors_of, exit_code
from untaken.cli.products import Wanted, deliver_and_say, in_format, where_to
from untaken.cli.whereabouts import home_of, own_home
from untaken.faces.terminal import show_problems
from untaken.writing.formats import Stuff
from untaken.writing.styling import sources_in_style


@command("sources")
def sources(
    scenario: Ids = None,
    formats: Annotated[str | None, in_format(Stuff.SOURCES)] = None,
    output: Annotated[str | None, where_to()] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="FILE",
            help="Add the references of a file to collection.yaml: CSL, BibTeX, RIS.",
        ),
    ] = None,
    style: InStyle = "",
    scenarios: Scenarios = None,
) -> int:
    """The sources that the scenarios may cite, as a bibliography.

    \b
    Examples:
      untaken sources --format bibtex
      untaken sources -o sources.bib
      untaken sources --style chicago-author-date
      untaken sources --import zotero.json
    """
    wanted = Wanted.of(Stuff.SOURCES, formats, output)
    if file:
        return taken_in(file, own_home(scenarios, []))
    loaded = find(scenario or [], home_of(scenarios, scenario or []))
    show_problems(errors_of(loaded.problems))
    listed = {id: source for point in loaded.points for id, source in point.sources.items()}
    if style:
        data = next((each.name for each in wanted.formats if not each.writes(Stuff.DOCUMENT)), "")
        if data:
            raise does_not_go_with("--style", f"-f {data}", "whoever reads that sets it")
        listed = sources_in_style(listed, style)
    if listed:
        deliver_and_say(wanted, {"sources": listed})
    return exit_code(loaded.problems)
