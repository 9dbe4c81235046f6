"""The command render."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import command
from untaken.cli.options import Scenarios, errors_of, exit_code
from untaken.finding import find, scenario_folder
from untaken.fitting import Fit
from untaken.naming import write_instead
from untaken.picture import Detail
from untaken.rendering import Format, Order, Rendered, render
from untaken.terminal import progress, say, show_problems

LEGIBLE = 12.0
"""Text smaller than this, in points of the page, cannot be read from the back row."""


def _formats(text: str) -> tuple[Format, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in list(Format):
            raise typer.BadParameter(f"'{name}' is no format; {write_instead(name, list(Format))}")
    if not names:
        raise typer.BadParameter("no format is named; write svg, png, pdf or dot, parted by commas")
    return tuple(dict.fromkeys(map(Format, names)))


@command("render")
def render_scenarios(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SCENARIO]...", help="Ids or paths. [default: all]", show_default=False),
    ] = None,
    formats: Annotated[
        str, typer.Option("-f", "--format", metavar="FORMATS", help="svg, png, pdf or dot; several parted by commas.")
    ] = "svg,png",
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder that the files go into.")
    ] = Path("output"),
    detail: Annotated[
        Detail,
        typer.Option(help="How much a diagram says: questions and options; their first arguments, too; everything."),
    ] = Detail.SUMMARY,
    fit: Annotated[Fit, typer.Option(help="The page: a slide, a sheet of paper, or none.")] = Fit.SLIDE,
    split: Annotated[
        bool, typer.Option("--split", help="A page for each decision, all arguments on it, legible from the back row.")
    ] = False,
    scenarios: Scenarios = None,
) -> int:
    """Draw scenarios as diagrams.

    Says where each file is, and how small its smallest text.

    \b
    Examples:
      untaken render
      untaken render brest-litovsk --detail outline -f png
      untaken render brest-litovsk --split -f pdf -o slides
    """
    order = Order(output, _formats(formats), detail, fit, split)
    loaded = find(scenario or [], scenario_folder(scenarios))
    show_problems(errors_of(loaded.problems))
    drawn: list[Rendered] = []
    with progress() as bar:
        task = bar.add_task("drawing", total=len(loaded.points))
        for pages in render(loaded.points, order, os.cpu_count() or 1):
            bar.advance(task)
            for page in pages:
                say(f"{', '.join(map(str, page.files))}  (smallest text {page.smallest:.1f} pt)")
            drawn += pages
    _warn(drawn, order)
    return exit_code(loaded.problems)


def _warn(drawn: Sequence[Rendered], order: Order) -> None:
    """Say once what cannot be read from the back row, and what to do."""
    small = dict.fromkeys(page.point.id for page in drawn if page.smallest < LEGIBLE)
    if not small or order.fit is Fit.NONE:
        return
    say(f"warning: text below {LEGIBLE:g} points on {', '.join(small)}: too small for the back row", error=True)
    cures = ["--split gives a page for each decision"] if not order.split else []
    cures += (
        ["--detail outline leaves the arguments out"] if order.detail is not Detail.OUTLINE and not order.split else []
    )
    if cures:
        say(f"help: {'; '.join(cures)}", error=True)
