"""The command walk."""

import random as dice
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from untaken.cli.app import CLEAN, INTERRUPTED, command
from untaken.cli.courses import course, is_conversation
from untaken.cli.keeping import Keeper
from untaken.cli.options import Plain, Scenarios
from untaken.cli.scripts import walk_at_random, walk_by_words, words_of
from untaken.faces import Face
from untaken.terminal import say
from untaken.views.walk.scene import scene
from untaken.walking import How, Walk
from untaken.walking.session import Reveal, Session

When = Annotated[Reveal, typer.Option("--reveal", help="When what happened is told.")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="Dice that fall the same again.")]
Ask = Annotated[bool, typer.Option("--ask", help="Ask what falls where chance decides, instead of rolling dice.")]
Vote = Annotated[bool, typer.Option("--vote", help="Count a class's hands, before the arguments and after.")]
Choose = Annotated[
    str | None,
    typer.Option(
        "--choose",
        metavar="WORDS",
        help="Walk without asking: an id, number or label for each decision and chance, parted by commas; "
        "'roll' lets the dice fall.",
    ),
]
Random = Annotated[
    int | None, typer.Option("--random", metavar="N", min=1, max=1_000_000, help="Walk N times at random, and count.")
]
Save = Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Keep the walk after every move.")]


@command("walk")
def walk(
    scenario: Annotated[
        str, typer.Argument(metavar="[SCENARIO]", help="An id or a path. [default: all]", show_default=False)
    ] = "",
    reveal: When = Reveal.AFTER,
    seed: Seed = None,
    ask: Ask = False,
    vote: Vote = False,
    choose: Choose = None,
    random: Random = None,
    save: Save = None,
    plain: Plain = False,
    scenarios: Scenarios = None,
) -> int:
    """Decide first, then learn what happened.

    Leads to a turning point and asks; goes on where an outcome continues. Without a scenario, through the whole
    history from its beginning. What is typed at a question: a number, or ? for help.

    \b
    Examples:
      untaken walk brest-litovsk
      untaken walk brest-litovsk --choose 1 --reveal end
      untaken walk brest-litovsk --vote --plain
      untaken walk --random 1000 --seed 7
    """
    _one_manner({"--choose": choose is not None, "--random": random is not None, "--vote": vote, "--ask": ask})
    found = course(scenario, scenarios)
    if isinstance(found, int):
        return found
    seed = seed if seed is not None else dice.randrange(1_000_000)
    if random is not None:
        return walk_at_random(found, bool(scenario), random, seed, plain)
    session = Session(Walk(found), seed, reveal, ask, vote)
    keeper = Keeper(session, save)
    if choose is not None:
        return walk_by_words(session, words_of(choose), keeper)
    return _walked(_face(plain or vote, save is not None), session, keeper)


def _one_manner(named: dict[str, bool]) -> None:
    """A walk by words or at random asks nothing: what says how to ask goes with neither."""
    given = [name for name, is_given in named.items() if is_given]
    alone = [name for name in ("--choose", "--random") if name in given]
    if alone and len(given) > 1:
        raise typer.BadParameter(f"{alone[0]} does not go with {next(name for name in given if name != alone[0])}")


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
    if plain or not is_conversation():
        from untaken.faces.plain import walk as line_by_line

        return line_by_line
    from untaken.faces.screen import walk as full_screen

    return partial(full_screen, is_kept=is_kept)
