"""The command handout."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import command
from untaken.cli.drawing_options import InTheme
from untaken.cli.lettering import warn_of_letters
from untaken.cli.options import InStyle, Scenarios
from untaken.cli.products import Wanted, deliver, in_format, where_to
from untaken.cli.selecting import Every, InCourse, Named, Selection, selected
from untaken.drawing.accessibility import checked
from untaken.drawing.palette import Tone
from untaken.drawing.theme import THEMES, Theme
from untaken.faces.terminal import say
from untaken.history.graph import Graph
from untaken.telling.handing import handout as paper_of
from untaken.telling.phrases import accessibility as words
from untaken.writing.formats import Stuff
from untaken.writing.handout import SheetSize, Stack, letters_on, picture
from untaken.writing.styling import in_style

Sheet = Annotated[SheetSize, typer.Option("--paper", help="The sheet that it is printed on.")]
Worksheet = Annotated[
    bool, typer.Option("--worksheet", help="For before the class: no answers, but a file of their own with them.")
]
Formats = Annotated[str | None, in_format(Stuff.PAPERS, "pdf")]
Output = Annotated[str | None, where_to("handout.pdf")]


@command("handout")
def handout(
    scenario: Named = None,
    course: InCourse = None,
    every: Every = False,
    formats: Formats = None,
    output: Output = None,
    worksheet: Worksheet = False,
    paper: Sheet = SheetSize.A4,
    theme: InTheme = Tone.LIGHT,
    style: InStyle = "",
    scenarios: Scenarios = None,
) -> int:
    """Write a paper for a class to take home.

    The diagram, the options with every argument and its citation, what followed, the editor's questions, room for
    notes, the sources; a PDF, tagged for screen readers, with bookmarks and page numbers.

    \b
    Examples:
      untaken handout brest-litovsk
      untaken handout brest-litovsk --style chicago-author-date
      untaken handout --all --worksheet -o before-the-class.pdf
    """
    chosen = selected(scenario, course, every, scenarios)
    if style:
        chosen = replace(chosen, points=in_style(chosen.points, style))
    wanted = Wanted.of(Stuff.PAPERS, formats, output, "pdf", Path())
    _write(chosen, wanted, "handout", paper, THEMES[theme], worksheet)
    if worksheet:
        file = wanted.file and wanted.file.with_stem(f"{wanted.file.stem}-answers")
        _write(chosen, replace(wanted, file=file), "handout-answers", paper, THEMES[theme], False)
    return chosen.exit_code


def _write(chosen: Selection, wanted: Wanted, name: str, paper: SheetSize, theme: Theme, is_worksheet: bool) -> None:
    pictures = [picture(point, paper, is_worksheet) for point in chosen.points]
    papers = [paper_of(point, Graph.of(point.scenario), is_worksheet) for point in chosen.points]
    pictured = list(zip(papers, pictures, strict=True))
    for path, _ in deliver(wanted, {name: Stack(pictured, chosen.title, paper, is_worksheet, theme)}):
        say(words.file_written(str(path), len(papers)))
    boxes = warn_of_letters({point.id: letters_on([each]) for point, each in zip(chosen.points, pictured, strict=True)})
    for line in words.pdf_statement(checked(pictures, theme), boxes):
        say(line)
