"""The command sources."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.cli.app import command
from untaken.cli.importing import taken_in
from untaken.cli.options import Scenarios, errors_of, exit_code
from untaken.cli.whereabouts import home_of, own_home
from untaken.evidence.bibtex import as_bibtex
from untaken.evidence.csl import as_csl
from untaken.evidence.references import as_text
from untaken.faces.terminal import say, show_problems


class BibliographyFormat(StrEnum):
    """The forms in which sources are listed."""

    TEXT = "text"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"


_WRITERS = {
    BibliographyFormat.TEXT: as_text,
    BibliographyFormat.CSL_JSON: as_csl,
    BibliographyFormat.BIBTEX: as_bibtex,
}


@command("sources")
def sources(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
    ] = None,
    format: Annotated[
        BibliographyFormat, typer.Option("-f", "--format", help="For reading, for CSL processors, for BibTeX.")
    ] = BibliographyFormat.TEXT,
    file: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="FILE",
            help="Add the references of a file to collection.yaml: CSL, BibTeX, RIS.",
        ),
    ] = None,
    scenarios: Scenarios = None,
) -> int:
    """The sources that the scenarios may cite, as a bibliography.

    \b
    Examples:
      untaken sources --format bibtex
      untaken sources --import zotero.json
    """
    if file:
        return taken_in(file, own_home(scenarios, []))
    loaded = find(scenario or [], home_of(scenarios, scenario or []))
    show_problems(errors_of(loaded.problems))
    listed = {id: source for point in loaded.points for id, source in point.sources.items()}
    if listed:
        say(_WRITERS[format](listed))
    return exit_code(loaded.problems)
