"""The command walk."""

import random as dice
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untaken.cli.app import CLEAN, INTERRUPTED, command
from untaken.cli.courses import Extent, course, is_conversation
from untaken.cli.keeping import Files, Keeper
from untaken.cli.options import InStyle, OneOrAll, Plain, Scenarios, does_not_go_with
from untaken.cli.phoning import Exchange, served
from untaken.cli.resuming import Find, take_up, worded
from untaken.cli.scripts import say_dice, walk_at_random, walk_by_words, words_of
from untaken.faces import Face
from untaken.faces.terminal import say, say_sentence
from untaken.history import Course, Walk
from untaken.history.session import Reveal, Session
from untaken.telling.walk.scene import scene
from untaken.text.naming import abridged
from untaken.text.trouble import Trouble

if TYPE_CHECKING:
    from untaken.faces.phones.room import Room

When = Annotated[
    Reveal | None, typer.Option("--reveal", help="When what happened is told. [default: after]", show_default=False)
]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="Dice that fall the same again.")]
Ask = Annotated[bool, typer.Option("--ask", help="Ask what falls where chance decides, instead of rolling dice.")]
Vote = Annotated[bool, typer.Option("--vote", help="Count a class's hands, before the arguments and after.")]
HideFirst = Annotated[
    bool, typer.Option("--hide-first", help="Vote, and keep the first count secret until the second is over.")
]
Phones = Annotated[
    bool, typer.Option("--phones", help="Vote by telephone, on a page that this machine serves to its network.")
]
Address = Annotated[
    str,
    typer.Option(
        "--address", metavar="HOST[:PORT]", help="With --phones: where to serve. [default: found]", show_default=False
    ),
]
Reasons = Annotated[
    bool, typer.Option("--reasons", help="Ask after a choice which argument convinced, and which spoke against it.")
]
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
Lesson = Annotated[
    str,
    typer.Option("--course", metavar="NAME", help="Only what a course leads through; `untaken list` names them."),
]
Stops = Annotated[bool, typer.Option("--stop-at-outcome", help="End at the first outcome.", show_default=False)]
Save = Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Keep the walk after every move.")]
Resume = Annotated[
    Path | None, typer.Option("--resume", metavar="FILE", help="Go on with a saved walk, and keep it in its file.")
]
Transcript = Annotated[
    Path | None,
    typer.Option("--transcript", metavar="FILE.md", help="Write a record of the road with its sources, in Markdown."),
]


@command("walk")
def walk(
    scenario: OneOrAll = "", reveal: When = None, seed: Seed = None, ask: Ask = False, vote: Vote = False,
    hide_first: HideFirst = False, phones: Phones = False, address: Address = "", reasons: Reasons = False,
    choose: Choose = None, random: Random = None, lesson: Lesson = "", stops: Stops = False, save: Save = None,
    resume: Resume = None, transcript: Transcript = None, style: InStyle = "", plain: Plain = False,
    scenarios: Scenarios = None,
) -> int:  # fmt: skip
    """Decide first, then learn what happened.

    Leads to a turning point and asks; then, whatever was chosen, to the next in time that still arises. Without a
    scenario, from the beginning. What is typed at a question: a number, or ? for help.

    A walk that is taken up with --resume keeps its dice and its manner, unless an option says otherwise.

    \b
    Examples:
      untaken walk brest-litovsk
      untaken walk brest-litovsk --choose 1 --reveal end
      untaken walk brest-litovsk --vote --phones
      untaken walk --random 1000 --seed 7
    """
    extent = _extent(lesson, stops, resume, style)
    manner = Manner(seed, reveal, ask, vote or hide_first or phones, hide_first, reasons, _lines(phones, address))
    asking = {"--vote": vote, "--hide-first": hide_first, "--phones": phones, "--reasons": reasons, "--ask": ask}
    _one_manner({"--choose": choose is not None, "--random": random is not None, **asking})
    if random is not None:
        _nothing_remains({"--save": save, "--resume": resume, "--transcript": transcript})
        return walk_at_random(course(scenario, scenarios, extent), random, _seed(seed), plain)
    files = Files(save, resume, transcript)
    return _walk(scenario, partial(course, folder=scenarios, extent=extent), files, manner, choose, plain)


def _lines(phones: bool, address: str) -> Exchange:
    if address and not phones:
        raise Trouble("--address goes with --phones", "write both, or leave --address out")
    host, colon, port = address.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65_536):
        raise Trouble(f"'{abridged(port)}' is no port", "write a number up to 65535 behind the colon")
    return Exchange(phones, host, int(port) if colon else None)


def _extent(lesson: str, stops: bool, resume: Path | None, style: str) -> Extent:
    if resume and (lesson or stops):
        raise Trouble("a walk that is taken up keeps its course", "leave --course and --stop-at-outcome out")
    return Extent(lesson, stops, style)


def _walk(name: str, find: partial[Course], files: Files, manner: "Manner", choose: str | None, plain: bool) -> int:
    remains = files.held()
    begun = _begun(name, find, files)
    session = manner.of(begun)
    keeper = Keeper(session, worded(remains, name, session.walk.course, find.keywords["folder"]))
    return _led(plain, session, keeper, manner.exchange) if choose is None else _by_words(choose, session, keeper)


@dataclass(frozen=True)
class Manner:
    """How the user wishes to walk; of what was not said, a walk that is taken up has its own way."""

    seed: int | None
    reveal: Reveal | None
    asks: bool
    votes: bool
    hides: bool
    reasons: bool
    exchange: Exchange

    def of(self, session: Session) -> Session:
        """The session in this manner."""
        return replace(
            self.exchange.of(session),
            seed=session.seed if self.seed is None else self.seed,
            reveal=self.reveal or session.reveal,
            asks=self.asks or session.asks,
            votes=self.votes or session.votes,
            hides=self.hides or session.hides,
            reasons=self.reasons or session.reasons,
        )


def _by_words(choose: str, session: Session, keeper: Keeper) -> int:
    walk_by_words(session, words_of(choose), keeper)
    return keeper.end(CLEAN)


def _led(plain: bool, session: Session, keeper: Keeper, exchange: Exchange) -> int:
    """Let a person walk, once it is sure that no move will be lost."""
    keeper.begin()
    with served(exchange, session, keeper) as (room, keep):
        face = _face(plain, keeper.remains.save is not None, room)
        code = _walked(partial(face, session, keep), keeper)
    return keeper.end(code)


def _begun(name: str, find: Find, files: Files) -> Session:
    """The session at its beginning, or as it was saved. Raises Trouble and Halted where it cannot be had."""
    files.refuse()
    if files.resume:
        return take_up(files.resume, name, find, files.is_rewritten)
    return Session(Walk(find(name)), _seed(None))


def _seed(named: int | None) -> int:
    return named if named is not None else dice.randrange(1_000_000)


def _nothing_remains(named: dict[str, Path | None]) -> None:
    """Walks at random are counted and forgotten."""
    given = [name for name, path in named.items() if path]
    if given:
        raise does_not_go_with("--random", given[0], cure="leave one out: walks at random are only counted")


def _one_manner(named: dict[str, bool]) -> None:
    """A walk by words or at random asks nothing: what says how to ask goes with neither."""
    given = [name for name, is_given in named.items() if is_given]
    alone = [name for name in ("--choose", "--random") if name in given]
    if alone and len(given) > 1:
        other = next(name for name in given if name != alone[0])
        raise does_not_go_with(alone[0], other, cure="leave one of them out: without people, nothing is asked")


def _walked(lead: Callable[[], Session], keeper: Keeper) -> int:
    """Let a face lead through the walk; Ctrl-C loses nothing of it."""
    try:
        lead()
    except KeyboardInterrupt:
        say(error=True)
        say_sentence(f"interrupted; the walk stands at “{scene(keeper.session.walk).text}”", error=True)
        return INTERRUPTED
    say_dice(keeper.session)
    return CLEAN


def _face(plain: bool, is_kept: bool, room: "Room | None") -> Face:
    """The full screen at a terminal, unless somebody wishes lines; it asks before moves would be lost."""
    if plain or not is_conversation():
        from untaken.faces.plain import walk as line_by_line

        return partial(line_by_line, room=room)
    from untaken.faces.screen import walk as full_screen

    return partial(full_screen, is_kept=is_kept, room=room)
