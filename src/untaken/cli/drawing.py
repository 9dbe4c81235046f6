"""The commands that draw: render, timeline."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.checking.loading import Loaded
from untaken.cli.app import command
from untaken.cli.drawing_options import (
    Along,
    Apart,
    AsText,
    At,
    Before,
    Depth,
    Dots,
    Focus,
    Formats,
    Frames,
    From,
    HowMuch,
    InTheme,
    OnPage,
    Output,
    SavedWalk,
    Shown,
    Split,
    To,
    refuse_idle,
    refuse_misfits,
    refuse_mixed,
    refuse_unknown,
    refuse_unknown_focus,
)
from untaken.cli.kept_pictures import keep_pictures, kept_pictures
from untaken.cli.lettering import warn_of_letters
from untaken.cli.options import Ids, Scenarios, errors_of, exit_code
from untaken.cli.products import Wanted
from untaken.cli.redrawing import remember
from untaken.cli.selecting import InCourse, beside, in_course
from untaken.cli.spellings import as_now
from untaken.cli.whereabouts import home_of
from untaken.drawing.boxes import Detail
from untaken.drawing.palette import Tone
from untaken.drawing.place.layouts import USUAL
from untaken.drawing.place.paper import Fit
from untaken.drawing.place.split import LEGIBLE
from untaken.faces.terminal import progress, say, show_problems, show_trouble
from untaken.telling.phrases import pictures
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff
from untaken.writing.orders import NEAR, PNG_DPI, Lettering, Order, Rendered, View
from untaken.writing.rendering import jobs, render


@command("render")
def render_scenarios(
    scenario: Ids = None, course: InCourse = None, formats: Formats = None, output: Output = None,
    detail: HowMuch = Detail.SUMMARY, fit: OnPage = None, split: Split = False, view: Shown = View.TREE,
    start: From = None, end: To = None, walk: SavedWalk = None, layout: Along = USUAL,
    before: Before = False, at: At = None, frames: Frames = False, focus: Focus = None, depth: Depth = None,
    theme: InTheme = Tone.LIGHT, text: AsText = Lettering.FONT, dpi: Dots = PNG_DPI, apart: Apart = False,
    scenarios: Scenarios = None,
) -> int:  # fmt: skip
    """Draw scenarios as diagrams.

    Says where each file is, and how small its smallest text.

    \b
    Examples:
      untaken render
      untaken render brest-litovsk --detail outline -f png
      untaken render brest-litovsk --split -f pdf -o slides
      untaken render brest-litovsk --view matrix
      untaken render brest-litovsk --view ties
      untaken render brest-litovsk --before
      untaken render brest-litovsk --focus harsh-treaty --depth 1
      untaken render --course 1917-in-eight
    """
    is_whole = not (scenario or course)
    order = Order(
        *_where(formats, output), detail, fit or _usual(view, is_whole), split, view, start=start, end=end,
        arranged=layout, before=before, at=at, frames=frames, focus=focus, depth=NEAR if depth is None else depth,
        tone=theme, text=text, dpi=dpi, apart=apart,
    )  # fmt: skip
    refuse_misfits(order, bool(walk), depth)
    refuse_mixed(bool(scenario), course, walk, order, is_whole)
    if walk:
        # Imported here: who draws no walk need not know how to take one.
        from untaken.cli.roads import walked

        found = walked(walk, find(scenario, home_of(scenarios, scenario)) if scenario else None, scenarios)
        return draw_and_say(found.loaded, replace(order, roads=found.roads))
    return draw_and_say(*_selected(scenario or [], course, order, scenarios))


def _selected(names: list[str], course: str | None, order: Order, folder: Path | None) -> tuple[Loaded, Order]:
    """What is to be drawn, and the order with what it needs of all that was read."""
    everything = find(names, home_of(folder, names))
    loaded = replace(everything, points=in_course(everything.points, course)) if course else everything
    if order.at:
        refuse_unknown(loaded, order.at)
    if order.focus:
        refuse_unknown_focus(loaded, order.focus)
    if order.view is View.TIES and (names or course):
        order = replace(order, history=beside(names, folder) if names else everything.points)
    return loaded, replace(order, title=_title(loaded, course), set_name=_set_name(loaded, names, course))


def _set_name(loaded: Loaded, names: list[str], course: str | None) -> str:
    """What a file with all of them is called: the course, the first scenarios, or the collection."""
    ids = [point.id for point in loaded.points]
    if names:
        return "-".join(ids[:3]) + (f"-and-{len(ids) - 3}-more" if len(ids) > 3 else "")
    collections = {point.collection for point in loaded.points}
    return course or (collections.pop() if len(collections) == 1 else "")


def _where(formats: str | None, output: str | None) -> tuple[Path, tuple[str, ...], Path | None]:
    """The folder of the pictures, their formats, and the file of the only one where one is named."""
    wanted = Wanted.of(Stuff.PICTURE, formats, output, "svg,png", Path("output"))
    return wanted.folder or Path(), tuple(each.name for each in wanted.formats), wanted.file


def _usual(view: View, is_whole: bool) -> Fit:
    """The page where none is asked for: a poster for the ties of all."""
    return Fit.POSTER if view is View.TIES and is_whole else Fit.SLIDE


@command("timeline")
def timeline(
    scenario: Ids = None,
    start: From = None,
    end: To = None,
    formats: Formats = None,
    output: Output = None,
    fit: Annotated[
        Fit | None, typer.Option(help="The page. [default: a poster; a slide with --from or --to]", show_default=False)
    ] = None,
    before: Before = False,
    theme: InTheme = Tone.LIGHT,
    text: AsText = Lettering.FONT,
    dpi: Dots = PNG_DPI,
    scenarios: Scenarios = None,
) -> int:
    """Draw all turning points as one history.

    What happened runs along a spine; the roads not taken stand beside it.

    \b
    Examples:
      untaken timeline
      untaken timeline --from 1917 --to 1918
    """
    loaded = find(scenario or [], home_of(scenarios, scenario or []))
    page = fit or (Fit.SLIDE if start or end else Fit.POSTER)
    order = Order(
        *_where(formats, output), fit=page, view=View.TIMELINE, title=_title(loaded), start=start, end=end,
        before=before, tone=theme, text=text, dpi=dpi,
    )  # fmt: skip
    refuse_idle(order)
    return draw_and_say(loaded, order)


def _title(loaded: Loaded, course: str | None = None) -> str:
    if course:
        return loaded.points[0].courses[course].title
    titles = dict.fromkeys(point.history for point in loaded.points if point.history)
    return "; ".join(titles) or "Timeline"


def draw_and_say(loaded: Loaded, order: Order) -> int:
    """Draw what was read, say where each file is and what is too small in it; gives the exit code."""
    show_problems(errors_of(loaded.problems))
    drawn: list[Rendered] = []
    lines: list[str] = []
    files: list[Path] = []
    words = as_now(sys.argv[1:])
    if loaded.points and not jobs(loaded.points, order):
        nothing = "nothing to draw: no turning point is dated between these dates"
        show_trouble(Trouble(nothing, "`untaken list` shows the dates"), "warning")
    with progress("drawing", jobs(loaded.points, order)) as further:
        for pages in render(loaded.points, order, os.cpu_count() or 1, kept_pictures(words)):
            further()
            for page in filter(lambda page: page.files, pages):
                lines.append(pictures.written([*map(str, page.files)], page.pages, page.smallest))
                say(lines[-1])
                files += page.files
            drawn += [page for page in pages if page.name]
    warnings = list(_warnings(drawn, order))
    for each in warnings:
        show_trouble(each, "warning")
    strange: dict[str, str] = {}
    for page in drawn:
        strange[page.name] = strange.get(page.name, "") + page.strange
    warn_of_letters(strange, "svg" in order.formats and order.text is Lettering.FONT)
    keep_pictures(words, drawn)
    if files and not any(strange.values()) and not errors_of(loaded.problems):
        remember(words, files, lines, warnings)
    return exit_code(loaded.problems)


def _warnings(drawn: Sequence[Rendered], order: Order) -> Iterator[Trouble]:
    """What cannot be read from the back row, said once, and what to do."""
    small = dict.fromkeys(page.name for page in drawn if page.smallest < LEGIBLE)
    if not small or order.fit is Fit.NONE:
        return
    message = f"text below {LEGIBLE:g} points on {', '.join(small)}: too small for the back row"
    yield Trouble(message, "; ".join(_cures(order)))


def _cures(order: Order) -> list[str]:
    if order.view is View.TIMELINE:
        return ["--from and --to cut the timeline; --fit poster prints it large"]
    if order.view is View.TIES:
        return [] if order.history else ["a name, or --course, draws the ties of single turning points"]
    if order.crowd:
        return ["--fit poster prints it large"]
    if order.split:
        return []
    splits = order.arranged == USUAL and not order.focus
    outline = order.detail is not Detail.OUTLINE and order.view is View.TREE
    return [
        *(["--split gives a page for each decision"] if splits else []),
        *([f"--depth {order.depth - 1} draws less"] if order.focus and order.depth else []),
        *(["--detail outline leaves the arguments out"] if outline else []),
        *(["--focus NODE draws what lies near it"] if order.detail is Detail.OUTLINE and splits else []),
    ]
