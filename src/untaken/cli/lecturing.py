"""The command deck."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import command
from untaken.cli.drawing_options import InTheme
from untaken.cli.lettering import warn_of_letters
from untaken.cli.options import Scenarios
from untaken.cli.products import Wanted, deliver, in_format, where_to
from untaken.cli.selecting import Every, InCourse, Named, selected
from untaken.drawing.accessibility import checked
from untaken.drawing.machine_fonts import strange
from untaken.drawing.palette import Tone
from untaken.drawing.slides import lecture
from untaken.drawing.theme import THEMES
from untaken.faces.terminal import progress, say
from untaken.telling.phrases import accessibility as words
from untaken.writing.formats import Stuff

Open = Annotated[bool, typer.Option("--open", help="Put the answers into the notes from the start.")]
Formats = Annotated[str | None, in_format(Stuff.SLIDES, "pptx")]
Output = Annotated[str | None, where_to("lecture.pptx")]


@command("deck")
def deck(
    scenario: Named = None,
    course: InCourse = None,
    every: Every = False,
    formats: Formats = None,
    output: Output = None,
    is_open: Open = False,
    theme: InTheme = Tone.LIGHT,
    scenarios: Scenarios = None,
) -> int:
    """Write a lecture as slides.

    For PowerPoint, Keynote and LibreOffice.

    First what it comes from; then for each decision the question, the options, a slide for the vote, the arguments,
    what happened, the sources side by side, what followed; last what hangs on what. Shapes can be edited, the notes
    hold every argument with its citation, and no slide before a reveal tells what happened, not even in its notes.

    \b
    Examples:
      untaken deck brest-litovsk
      untaken deck --all -o lecture.pptx
    """
    from untaken.writing.deck import SlideShow

    wanted = Wanted.of(Stuff.SLIDES, formats, output, "pptx", Path())
    chosen = selected(scenario, course, every, scenarios)
    slides, look = [], THEMES[theme]
    with progress("slides", len(chosen.points)) as further:
        for point in chosen.points:
            slides += lecture(point, is_open, chosen.history_of(point))
            further()
    for path, _ in deliver(wanted, {"lecture": SlideShow(slides, chosen.title, look)}):
        say(words.deck_written(str(path), len(slides)))
    warn_of_letters({chosen.title: strange(run.text for slide in slides for run in slide.page.runs)})
    for line in words.statement(checked((slide.page for slide in slides), look)):
        say(line)
    return chosen.exit_code
