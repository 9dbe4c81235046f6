"""The command walk."""

import os
import random as dice
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, INTERRUPTED, UNUSABLE, command
from untaken.cli.keeping import Keeper
from untaken.cli.options import Plain, Scenarios, errors_of, exit_code
from untaken.faces import Face
from untaken.finding import find, find_with_neighbours, scenario_folder
from untaken.naming import counted, sentence_list
from untaken.terminal import is_screen, say, show_problems
from untaken.views.walk.scene import scene
from untaken.walking import Course, How, Walk
from untaken.walking.session import Reveal, Session

When = Annotated[Reveal, typer.Option("--reveal", help="When what happened is told.")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="Dice that fall the same again.")]
Ask = Annotated[bool, typer.Option("--ask", help="Ask what falls where chance decides, instead of rolling dice.")]
Save = Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Keep the walk after every move.")]


@command("walk")
def walk(
    scenario: Annotated[
        str, typer.Argument(metavar="[SCENARIO]", help="An id or a path. [default: all]", show_default=False)
    ] = "",
    reveal: When = Reveal.AFTER,
    seed: Seed = None,
    ask: Ask = False,
    save: Save = None,
    plain: Plain = False,
    scenarios: Scenarios = None,
) -> int:
    """Decide first, then learn what happened.

    Example: untaken walk brest-litovsk
    """
    course = _course(scenario, scenarios)
    if isinstance(course, int):
        return course
    session = Session(Walk(course), seed if seed is not None else dice.randrange(1_000_000), reveal, ask)
    return _walked(_face(plain, save is not None), session, Keeper(session, save))


def _walked(face: Face, session: Session, keeper: Keeper) -> int:
    """Let a face lead through the walk; Ctrl-C loses nothing of it."""
    try:
        face(session, keeper)
    except KeyboardInterrupt:
        say(error=True)
        say(f"interrupted; the walk stands at “{scene(keeper.session.walk).text}”", error=True)
        return INTERRUPTED
    if any(move.how is How.ROLLED for move in keeper.session.walk.moves):
        say(f"The dice had the seed {session.seed}: with --seed {session.seed} they fall the same again.")
    return CLEAN


def _face(plain: bool, is_kept: bool) -> Face:
    """The full screen at a terminal, unless somebody wishes lines; it asks before moves would be lost."""
    if plain or not on_a_terminal():
        from untaken.faces.plain import walk as line_by_line

        return line_by_line
    from untaken.faces.screen import walk as full_screen

    return partial(full_screen, is_kept=is_kept)


def on_a_terminal() -> bool:
    """Whether a person sits at a terminal that can be redrawn, with a keyboard."""
    return is_screen() and sys.stdin is not None and sys.stdin.isatty() and os.environ.get("TERM", "") != "dumb"


def _course(name: str, folder: Path | None) -> Course | int:
    """The turning points to walk through, or, where they cannot be had and that was said, an exit code."""
    return _from(name, scenario_folder(folder)) if name else _whole(scenario_folder(folder))


def _from(name: str, folder: Path) -> Course | int:
    """The course that begins at a scenario. What is wrong elsewhere matters only if the walk gets there."""
    loaded, neighbours = find_with_neighbours(name, folder)
    show_problems(errors_of(loaded.problems))
    if len(loaded.points) != 1:
        if loaded.points:
            names = [f"{point.collection}/{point.id}" for point in loaded.points]
            say(f"error: several scenarios are called '{name}'; write {sentence_list(names, 'or')}", error=True)
        return exit_code(loaded.problems) or UNUSABLE
    [point] = loaded.points
    return Course.of((each for each in neighbours.points if each.collection == point.collection), point.id)


def _whole(folder: Path) -> Course | int:
    """The course through a whole collection, from its beginning."""
    loaded = find([], folder)
    if not loaded.points:
        show_problems(errors_of(loaded.problems))
        return exit_code(loaded.problems) or UNUSABLE
    absent = loaded.scenarios - len(loaded.points)
    if absent:
        left_out = "has mistakes and is" if absent == 1 else "have mistakes and are"
        say(f"{counted(absent, 'scenario')} {left_out} left out: `untaken check` shows them", error=True)
    return Course.of(loaded.points)
