"""The commands that draw: render, timeline."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.finding import find
from untaken.checking.loading import Loaded
from untaken.cli.app import command
from untaken.cli.options import Scenarios, errors_of, exit_code
from untaken.cli.roads import walked
from untaken.cli.whereabouts import home_of
from untaken.drawing.picture import Detail
from untaken.faces.terminal import progress, say, show_problems
from untaken.text.dates import date_fault
from untaken.text.naming import write_instead
from untaken.writing.fitting import Fit
from untaken.writing.rendering import Format, Order, Rendered, View, jobs, render

LEGIBLE = 12.0
"""Text smaller than this, in points of the page, cannot be read from the back row."""

Formats = Annotated[
    str, typer.Option("-f", "--format", metavar="FORMATS", help="svg, png, pdf or dot; several parted by commas.")
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder that the files go into.")]


def _formats(text: str) -> tuple[Format, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in list(Format):
            raise typer.BadParameter(f"'{name}' is no format; {write_instead(name, list(Format))}")
    if not names:
        raise typer.BadParameter("no format is named; write svg, png, pdf or dot, parted by commas")
    return tuple(dict.fromkeys(map(Format, names)))


def _date(text: str | None) -> str | None:
    if text is not None and date_fault(text):
        raise typer.BadParameter(f"'{text}' is no date; write it like 1917, 1917-10 or 1917-10-25")
    return text


From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", callback=_date, help="The first date of a timeline.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", callback=_date, help="The last date of a timeline.")]


@command("render")
def render_scenarios(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
    ] = None,
    formats: Formats = "svg,png",
    output: Output = Path("output"),
    detail: Annotated[
        Detail,
        typer.Option(help="How much a diagram says: questions and options; their first arguments, too; everything."),
    ] = Detail.SUMMARY,
    fit: Annotated[Fit, typer.Option(help="The page: a slide, a sheet of paper, a poster, or none.")] = Fit.SLIDE,
    split: Annotated[
        bool, typer.Option("--split", help="A page for each decision, all arguments on it, legible from the back row.")
    ] = False,
    view: Annotated[
        View, typer.Option(help="A tree of each scenario; its options against its sources; all along one timeline.")
    ] = View.TREE,
    start: From = None,
    end: To = None,
    walk: Annotated[
        Path | None,
        typer.Option("--walk", metavar="FILE", help="Draw the road of a saved walk, too, in what it came through."),
    ] = None,
    scenarios: Scenarios = None,
) -> int:
    """Draw scenarios as diagrams.

    Says where each file is, and how small its smallest text.

    \b
    Examples:
      untaken render
      untaken render brest-litovsk --detail outline -f png
      untaken render brest-litovsk --split -f pdf -o slides
      untaken render brest-litovsk --view matrix
    """
    if walk and view is not View.TREE:
        raise typer.BadParameter(f"--walk does not go with --view {view}: a road runs through a tree")
    order = Order(output, _formats(formats), detail, fit, split, view, start=start, end=end)
    if walk:
        found = walked(walk, find(scenario, home_of(scenarios, scenario)) if scenario else None, scenarios)
        return found if isinstance(found, int) else _drawn(found.loaded, replace(order, roads=found.roads))
    loaded = find(scenario or [], home_of(scenarios, scenario or []))
    return _drawn(loaded, replace(order, title=_title(loaded)))


@command("timeline")
def timeline(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
    ] = None,
    start: From = None,
    end: To = None,
    formats: Formats = "svg,png",
    output: Output = Path("output"),
    fit: Annotated[
        Fit | None, typer.Option(help="The page. [default: a poster; a slide with --from or --to]", show_default=False)
    ] = None,
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
    order = Order(output, _formats(formats), fit=page, view=View.TIMELINE, title=_title(loaded), start=start, end=end)
    return _drawn(loaded, order)


def _title(loaded: Loaded) -> str:
    titles = dict.fromkeys(point.history for point in loaded.points if point.history)
    return "; ".join(titles) or "Timeline"


def _drawn(loaded: Loaded, order: Order) -> int:
    show_problems(errors_of(loaded.problems))
    drawn: list[Rendered] = []
    if loaded.points and not jobs(loaded.points, order):
        say(
            "nothing to draw: no turning point is dated between these dates; `untaken list` shows the dates", error=True
        )
    with progress() as bar:
        task = bar.add_task("drawing", total=jobs(loaded.points, order))
        for pages in render(loaded.points, order, os.cpu_count() or 1):
            bar.advance(task)
            for page in pages:
                say(f"{', '.join(map(str, page.files))}  (smallest text {page.smallest:.1f} pt)")
            drawn += pages
    _warn(drawn, order)
    return exit_code(loaded.problems)


def _warn(drawn: Sequence[Rendered], order: Order) -> None:
    """Say once what cannot be read from the back row, and what to do."""
    small = dict.fromkeys(page.name for page in drawn if page.smallest < LEGIBLE)
    if not small or order.fit is Fit.NONE:
        return
    say(f"warning: text below {LEGIBLE:g} points on {', '.join(small)}: too small for the back row", error=True)
    cures = _cures(order)
    if cures:
        say(f"help: {'; '.join(cures)}", error=True)


def _cures(order: Order) -> list[str]:
    if order.view is View.TIMELINE:
        return ["--from and --to cut the timeline; --fit poster prints it large"]
    if order.split:
        return []
    outline = order.detail is not Detail.OUTLINE and order.view is View.TREE
    return [
        "--split gives a page for each decision",
        *(["--detail outline leaves the arguments out"] if outline else []),
    ]
