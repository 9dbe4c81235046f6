"""After a choice: which argument convinced, and which spoke against it. Enter alone names none."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from untaken.faces.screen.keys import BACK, HELP, LEAVE, MAP, MOVE, Keystroke
from untaken.faces.screen.listing import Pointable, WayList
from untaken.faces.screen.painting import painted
from untaken.faces.screen.rows import BLANK, Prose, Row, row
from untaken.history.moves import Ground
from untaken.history.session import Session
from untaken.telling.document import Role
from untaken.telling.phrases import motives, screens
from untaken.telling.walk.account import move_block
from untaken.telling.walk.motives import Motive
from untaken.telling.walk.telling import tell


class Named(Pointable):
    """An argument that may be named."""

    def __init__(self, number: int, motive: Motive, choose: Callable[[int], None]) -> None:
        super().__init__(number, choose)
        self.motive = motive

    def paragraphs(self) -> tuple[Row, ...]:
        sign = Content.assemble(("▸" if self.has_focus else " ", "bold"), (f"{self.number}  ", "bold"))
        first, *rest = painted(each for each in self.motive.blocks() if each.role is not Role.PIN)
        return (Row(first.text, sign + first.lead), *rest)


class MotiveStage(WayList):
    """The arguments that can be named for a choice, or against it."""

    def __init__(
        self, session: Session, question: str, among: Sequence[Motive], settle: Callable[[Ground | None], None]
    ) -> None:
        super().__init__(session)
        self._question = question
        self._among = among
        self._settle = settle

    def body(self) -> Iterator[Widget]:
        telling = tell(self.session.walk)
        chosen = painted([move_block(telling)] if telling else [])
        yield Prose([*chosen, BLANK, row(self._question, "bold"), row(f"{motives.NONE}.", "$quiet")], id="page")
        for number, motive in enumerate(self._among, 1):
            yield Named(number, motive, self._choose)

    def keys(self) -> Iterable[Keystroke]:
        return (MOVE, Keystroke("Enter", screens.NAMES_ONE_OR_NONE, "enter"), MAP, BACK, HELP, LEAVE)

    def enter_alone(self) -> None:
        self._settle(None)

    def choose(self, number: int) -> None:
        if 1 <= number <= len(self._among):
            self._settle(self._among[number - 1].ground)
        else:
            self.say(screens.no_argument(number))
