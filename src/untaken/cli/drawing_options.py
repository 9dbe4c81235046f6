"""The options of the commands that draw, and what cannot be had together."""

from pathlib import Path
from typing import Annotated

import typer

from untaken.checking.loading import Loaded
from untaken.cli.options import does_not_go_with
from untaken.cli.products import in_format, where_to
from untaken.drawing.boxes import Detail
from untaken.drawing.palette import Tone
from untaken.drawing.place.layouts import USUAL, layout_called, layouts
from untaken.drawing.place.paper import PAPERS, Fit, finest_raster
from untaken.text.dates import date_fault
from untaken.text.naming import write_instead
from untaken.text.trouble import Trouble
from untaken.writing.formats import Stuff
from untaken.writing.orders import NEAR, PNG_DPI, Lettering, Order, View

HowMuch = Annotated[
    Detail,
    typer.Option(help="How much a diagram says: questions and options; their first arguments, too; everything."),
]
OnPage = Annotated[
    Fit | None,
    typer.Option(
        help="The page: a slide, a sheet of paper, a poster, or none. [default: a slide; a poster for the ties of all]",
        show_default=False,
    ),
]
Split = Annotated[
    bool, typer.Option("--split", help="All arguments, on as many pages as keep them legible from the back row.")
]
Shown = Annotated[
    View,
    typer.Option(
        help="A tree of each scenario; its options against its sources; all along one timeline; what hangs on what."
    ),
]
SavedWalk = Annotated[
    Path | None,
    typer.Option("--walk", metavar="FILE", help="Draw the road of a saved walk, too, in what it came through."),
]


def _layout(name: str) -> str:
    return layout_called(name.strip().lower()).name


_LAYOUTS = "; or ".join(each.does for each in layouts().values())
Along = Annotated[
    str,
    typer.Option(metavar=f"<{'|'.join(layouts())}>", callback=_layout, help=f"{_LAYOUTS[:1].upper()}{_LAYOUTS[1:]}."),
]

At = Annotated[
    str | None, typer.Option("--at", metavar="NODE", help="With --before: the node, where it is not the first.")
]
Focus = Annotated[
    str | None,
    typer.Option("--focus", metavar="NODE", help="Only what lies near this node, for trees too large to show."),
]
Depth = Annotated[
    int | None,
    typer.Option(
        "--depth",
        metavar="N",
        min=0,
        help=f"With --focus: steps before and after it. [default: {NEAR}]",
        show_default=False,
    ),
]
Frames = Annotated[
    bool, typer.Option("--frames", help="A picture for each step: question, options, arguments, what happened.")
]
Formats = Annotated[str | None, in_format(Stuff.PICTURE, "svg,png")]
InTheme = Annotated[
    Tone,
    typer.Option("--theme", help="For a bright hall, a dark one, a printer without colours, or with more contrast."),
]
Apart = Annotated[bool, typer.Option("--apart", help="A PDF of its own for each page, in place of one for all.")]
AsText = Annotated[
    Lettering,
    typer.Option("--text", help="In an SVG: as text with its typeface, or as outlines, where a program ignores that."),
]
Dots = Annotated[
    int, typer.Option("--dpi", metavar="N", min=10, max=2400, help="How fine a PNG is: dots to the inch of the page.")
]
Output = Annotated[str | None, where_to("the folder output")]


def _date(text: str | None) -> str | None:
    if text is not None and date_fault(text):
        raise Trouble(f"'{text}' is no date", "write it like 1917, 1917-10 or 1917-10-25")
    return text


From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", callback=_date, help="The first date of a timeline.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", callback=_date, help="The last date of a timeline.")]

Before = Annotated[
    bool, typer.Option("--before", help="As it stands before a choice: nothing tells what happened, or what follows.")
]


_TOGETHER = (["--walk", "--split"], ["--walk", "--layout"], ["--walk", "--focus"], ["--focus", "--layout"])
"""What can be had together, of what else cannot."""


def refuse_misfits(order: Order, walk: bool, depth: int | None = None) -> None:
    """Refuse options that cannot be had together, in words that say why."""
    if walk and order.view is not View.TREE:
        raise does_not_go_with("--walk", f"--view {order.view}", "a road runs through a tree")
    if order.view is not View.TREE and order.detail is not Detail.SUMMARY:
        raise does_not_go_with("--detail", f"--view {order.view}", "it has all that the sources argue")
    if order.split and order.detail is Detail.OUTLINE:
        raise does_not_go_with("--detail outline", "--split", "its pages have all arguments")
    refuse_idle(order)
    if order.at and not order.before:
        raise Trouble("--at says before which choice to stop", "give --before, too")
    if depth is not None and not order.focus:
        raise Trouble("--depth says how far from a node to draw", "give --focus NODE, too")
    named = {
        "--walk": walk,
        "--before": order.before,
        "--frames": order.frames,
        "--focus": bool(order.focus),
        "--split": order.split and order.view is View.TREE,
        f"--layout {order.arranged}": order.arranged != USUAL,
    }
    given = [name for name, is_given in named.items() if is_given]
    if len(given) > 1 and [name.split()[0] for name in given] not in _TOGETHER:
        raise does_not_go_with(given[0], given[1], cure="draw one, then the other")
    if order.view is not View.TREE and (order.frames or order.focus or order.arranged != USUAL):
        raise does_not_go_with(given[0], f"--view {order.view}", "it is about the tree")


def refuse_mixed(is_named: bool, course: str | None, walk: Path | None, order: Order, is_whole: bool) -> None:
    """Refuse scenarios and a course at once, and a picture of all ties that is to tell nothing."""
    if course and (is_named or walk):
        raise does_not_go_with("--course", "--walk" if walk else "scenarios")
    if order.view is not View.TIES:
        return
    if order.before and is_whole:
        raise Trouble("all ties together tell what happened", "name the scenario that is to be drawn --before")
    if order.split or order.at:
        given = "--split" if order.split else "--at"
        raise does_not_go_with(given, "--view ties", "it is about single decisions")


def refuse_idle(order: Order) -> None:
    """Refuse options that would do nothing, and dots too many to be drawn."""
    if order.text is Lettering.OUTLINES and "svg" not in order.formats:
        raise Trouble("--text is about SVG", "name svg with -f, too")
    if order.apart and "pdf" not in order.formats:
        raise Trouble("--apart is about PDF", "name pdf with -f, too")
    if order.dpi == PNG_DPI:
        return
    if "png" not in order.formats:
        raise Trouble("--dpi is about PNG", "name png with -f, too")
    finest = min(finest_raster(paper.width, paper.height) for paper in PAPERS[order.fit])
    if order.dpi > finest and order.fit is not Fit.NONE:
        message = f"{order.dpi} dots to the inch are too many for --fit {order.fit}, which has at most {finest}"
        raise Trouble(message, "write fewer; -f pdf is as fine as its printer")


def refuse_unknown(loaded: Loaded, node: str) -> None:
    """Refuse a node that is not in each of the scenarios, or at which there is nothing to choose."""
    for point in loaded.points:
        open_nodes = [id for id, each in point.scenario.nodes.items() if each.steps]
        if node not in open_nodes:
            raise Trouble(f"'{node}' is no choice in {point.id}", write_instead(node, open_nodes))


def refuse_unknown_focus(loaded: Loaded, node: str) -> None:
    """Refuse a node that is not in each of the scenarios."""
    for point in loaded.points:
        if node not in point.scenario.nodes:
            raise Trouble(f"'{node}' is no node of {point.id}", write_instead(node, list(point.scenario.nodes)))
