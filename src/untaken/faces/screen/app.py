"""The walk as an application: it holds the session, and lays out one stage after another."""

import asyncio
import contextlib
import os
import signal
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from untaken.faces import Keep
from untaken.faces.phones.room import Room
from untaken.faces.screen.looks import BARE_LOOK, NIGHT_LOOK, PAPER_LOOK, looks
from untaken.faces.screen.motives import MotiveStage
from untaken.faces.screen.overlays import OverlaySheet, Question, help_rows
from untaken.faces.screen.pages import EndStage, OutcomeStage, ToldStage
from untaken.faces.screen.painting import past_rows
from untaken.faces.screen.plot import plot
from untaken.faces.screen.seen import Seen, leaves
from untaken.faces.screen.single import step_stage
from untaken.faces.screen.stage import Stage
from untaken.faces.screen.tally import HearingStage, ResultStage, TallyStage
from untaken.faces.screen.telephones import TelephoneStage, is_by_telephone
from untaken.faces.screen.window import is_too_small
from untaken.history import How, Way, divergence
from untaken.history.ballot import Ballot
from untaken.history.moves import Ground
from untaken.history.session import Reveal, Session
from untaken.model import Outcome
from untaken.telling.phrases import asking, motives, screens
from untaken.telling.walk.motives import is_asked, motives_of

_ALWAYS_OPEN = {"leave", "interrupt", "suspend_process", "answer"}
"""What the keys still do in a window in which nothing can be read."""


class PagePhase(Enum):
    """What is shown of a session: where it stands, or what comes before that."""

    PLACE = "place"
    CONVINCED = "convinced"
    """Which argument convinced."""
    AGAINST = "against"
    """Which one spoke against it."""
    TOLD = "told"
    """What the last move came to."""
    HEARD = "heard"
    """The second count of a vote, once the arguments were heard."""
    STOPPED = "stopped"
    """The end of a walk that could have gone on."""


_QUESTIONS = (PagePhase.CONVINCED, PagePhase.AGAINST)


class WalkApp(App[None]):
    """The full screen. `session` is where the walk stands; how it ended, if nobody wished it, say the next three."""

    CSS_PATH = "walk.tcss"
    TITLE = "untaken"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "interrupt", show=False, priority=True),
        Binding("q,ctrl+q", "leave", "leave"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False),
        Binding("backspace", "retract", "back"),
        Binding("f", "redo", "forward"),
        Binding("e", "stop", "end here"),
        Binding("r", "again", "again"),
        Binding("h", "departure", screens.LEFT_HISTORY),
        Binding("m", "chart", "map"),
        Binding("p", "past", screens.WHAT_WAS_TOLD),
        Binding("question_mark", "explain", "help"),
        Binding("t", "look", screens.LIGHT_OR_DARK),
    ]

    def __init__(
        self, session: Session, keep: Keep, is_kept: bool = False, dark: bool = True, room: Room | None = None
    ) -> None:
        # Without colours the terminal keeps its own ink and ground; Textual would paint greys over them.
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)
        self.session = session
        self.is_interrupted = False
        self.signal = 0
        self.fault: Exception | None = None
        self._keep = keep
        self._is_kept = is_kept
        self._room = room
        self._phase = PagePhase.PLACE
        for look in looks():
            self.register_theme(look)
        self.theme = BARE_LOOK if self.no_color else NIGHT_LOOK if dark else PAPER_LOOK

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in _signals():
            # Windows has no such handlers.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, self._end_by, number)
        self._keep(self.session)
        self.push_screen(self._stage())

    async def on_event(self, event: events.Event) -> None:
        """Leave out keys and clicks that were meant for another screen; who wishes to leave may do so at any time."""
        if not isinstance(event, events.InputEvent) or leaves(event) or self._is_meant(event):
            await super().on_event(event)

    def _is_meant(self, event: events.InputEvent) -> bool:
        return any(isinstance(top, Seen) and top.is_meant(event) for top in self.screen_stack[-1:])

    def _end_by(self, number: int) -> None:
        self.signal = number
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Leave it to the caller to show what went wrong, on a terminal that is as it was."""
        self.fault = self.fault or error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    # Where the walk goes

    def _stage(self) -> Stage:
        """The stage that shows where the walk stands."""
        session = self.session
        if self._phase in _QUESTIONS:
            return self._motive_stage(session, _QUESTIONS.index(self._phase))
        if self._phase is PagePhase.TOLD:
            return ToldStage(session, self._go_on)
        if self._phase is PagePhase.STOPPED or session.walk.is_over:
            return EndStage(session, self._is_kept)
        if isinstance(session.walk.here.node, Outcome):
            return OutcomeStage(session, self._go_on)
        if session.counts_hands:
            return self._ballot_stage(session)
        return step_stage(session, self._take, self._roll)

    def _ballot_stage(self, session: Session) -> Stage:
        ballot = session.ballot
        if ballot.is_over:
            return ResultStage(session, self._settle, self._count)
        if ballot.before is not None and not ballot.given and self._phase is not PagePhase.HEARD:
            return HearingStage(session, self._count_again)
        if self._room and is_by_telephone(ballot):
            return TelephoneStage(session, self._count, self.action_retract, self._room)
        return TallyStage(session, self._count, self.action_retract)

    def _motive_stage(self, session: Session, which: int) -> Stage:
        is_class = session.walk.moves[-1].how is How.VOTED
        question = (motives.ASKED_OF_CLASS if is_class else motives.ASKED)[which]
        return MotiveStage(session, question, motives_of(session.walk, session.told)[which], self._motive)

    def _lay(self, session: Session, phase: PagePhase = PagePhase.PLACE) -> None:
        """Go to a session, and show of it what is due."""
        is_new = session is not self.session
        self.session, self._phase = session, phase
        if is_new:
            self._keep(session)
        self.switch_screen(self._stage())

    def _after(self, session: Session, asked: int = 0) -> None:
        """Go to a session after a choice: its reasons are asked first, where they are wished, then it is told of."""
        among = motives_of(session.walk, session.told) if session.reasons and is_asked(session.walk) else ()
        for question, arguments in list(zip(_QUESTIONS, among, strict=False))[asked:]:
            if arguments:
                self._lay(session, question)
                return
        self._lay(session, PagePhase.PLACE if session.reveal is Reveal.END else PagePhase.TOLD)

    def _motive(self, ground: Ground | None) -> None:
        """Keep the argument that was named, and go on to the next question, or to what is told."""
        asked = _QUESTIONS.index(self._phase)
        move = self.session.walk.moves[-1]
        named = [move.convinced, move.against]
        named[asked] = ground
        self._after(self.session.because(*named), asked + 1)

    def _take(self, way: Way) -> None:
        """On by a way that somebody chose."""
        self._after(self.session.take(way))

    def _settle(self, way: Way) -> None:
        """On by a way for which a class decided."""
        self._after(self.session.settle(way))

    def _count(self, ballot: Ballot) -> None:
        """Keep what was counted, and show it: the same count with other numbers, or what follows on it."""
        before, session = self.session.ballot, replace(self.session, ballot=ballot)
        # Telephones go on voting while something lies over the stage.
        stage = next((each for each in reversed(self.screen_stack) if isinstance(each, Stage)), None)
        if isinstance(stage, TallyStage) and before.is_under_way_as(ballot):
            self.session = session
            self._keep(session)
            stage.show(session)
        else:
            is_heard = ballot.before is not None and before.before is not None
            self._lay(session, PagePhase.HEARD if is_heard else PagePhase.PLACE)

    def _count_again(self) -> None:
        """To the second count, once the arguments were heard."""
        self._lay(self.session, PagePhase.HEARD)

    def _roll(self) -> None:
        """On as the dice fall; what fell is shown even where what happened is kept for the end."""
        self._lay(self.session.roll(), PagePhase.TOLD)

    def _go_on(self) -> None:
        """On from what was told, or from an outcome into the next turning point."""
        self._lay(self.session if self._phase is PagePhase.TOLD else self.session.take(self.session.walk.ways[0]))

    def action_retract(self) -> None:
        """Before the last choice; from the end of a walk that could have gone on, to the outcome."""
        if self._phase is PagePhase.STOPPED:
            self._lay(self.session)
        elif self.session.walk.moves:
            self._lay(self.session.retract())
        elif isinstance(self.screen, Stage):
            self.screen.say(asking.BEGAN_HERE)

    def action_redo(self) -> None:
        """Make again what was taken back."""
        redone = self.session.redo()
        if redone is not self.session:
            self._lay(redone)
        elif isinstance(self.screen, Stage):
            self.screen.say(asking.NOTHING_TO_MAKE_AGAIN)

    def action_stop(self) -> None:
        """End the walk at an outcome that goes on."""
        self._lay(self.session, PagePhase.STOPPED)

    def action_again(self) -> None:
        """From the beginning, once that was asked: the road is not to be lost to one key."""
        question = Question(screens.begin_again(self._is_kept), "begins again")
        self.push_screen(question, lambda begins: self._lay(self.session.again()) if begins else None)

    def action_departure(self) -> None:
        """To where the road first left history."""
        left = divergence(self.session.walk).departures[0].move
        self._lay(self.session.at(self.session.walk.stations[self.session.walk.moves.index(left)]))

    # What lies over it

    def action_chart(self) -> None:
        if isinstance(self.screen, Stage):
            self.push_screen(OverlaySheet("The map", plot(self.screen.twigs()), from_end=True))

    def action_past(self) -> None:
        """What was told on the road so far, to read it again; nothing is taken back for it."""
        has_arrived = self._phase in (PagePhase.PLACE, PagePhase.STOPPED, PagePhase.HEARD)
        if isinstance(self.screen, Stage) and self.session.walk.moves:
            self.push_screen(OverlaySheet(screens.THE_ROAD_SO_FAR, past_rows(self.session, has_arrived), from_end=True))

    def action_explain(self) -> None:
        self.push_screen(OverlaySheet("The keys", help_rows(self.session)))

    def action_look(self) -> None:
        """From light to dark, or back; a terminal without colours has one look."""
        if not self.no_color:
            self.theme = PAPER_LOOK if self.theme == NIGHT_LOOK else NIGHT_LOOK

    def action_leave(self) -> None:
        """Leave; ask first where moves would be lost."""
        is_empty = not self.session.walk.moves and not self.session.ballot.is_begun
        if self._is_kept or is_empty or isinstance(self.screen, EndStage):
            self.exit()
        else:
            question = Question(screens.LEAVE_UNKEPT, "leaves")
            self.push_screen(question, lambda leaves: self.exit() if leaves else None)

    def action_interrupt(self) -> None:
        self.is_interrupted = True
        self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does anything: not everywhere, and little where nothing can be read."""
        if is_too_small(self.size) and action not in _ALWAYS_OPEN:
            return False
        wanted = _ONLY_AT.get(action)
        if action == "departure" and not divergence(self.session.walk):
            return False
        return wanted is None or isinstance(self.screen, wanted)


_ONLY_AT: dict[str, type[Stage]] = {
    "stop": OutcomeStage,
    "again": EndStage,
    "departure": EndStage,
    "retract": Stage,
    "redo": Stage,
}


def _signals() -> tuple[int, ...]:
    """What asks a program to end; a closed terminal does, too."""
    return tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
