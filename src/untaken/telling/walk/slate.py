"""What a telephone in class shows of a walk: the question and its options, nothing else."""

from dataclasses import dataclass

from untaken.history.session import Session
from untaken.history.urn import Lid
from untaken.telling.walk.scene import scene
from untaken.telling.walk.tally import open_ways
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Choosable:
    """An option for which a telephone may vote: its id, its number on the teacher's screen, and its label."""

    id: str
    number: int
    label: str


@dataclass(frozen=True)
class Slate:
    """What is voted on, and whether it can be; without a question, nothing is. `is_second` says that the arguments were
    heard."""

    title: str = ""
    question: str = ""
    options: tuple[Choosable, ...] = ()
    lid: Lid = Lid.WAITING
    is_second: bool = False


def slate(session: Session) -> Slate:
    """What telephones show of a session."""
    here = scene(session.walk)
    if not session.counts_hands:
        return Slate(here.title)
    ballot = session.ballot
    options = tuple(Choosable(way.id, way.number, one_line(way.label)) for way in open_ways(session))
    lid = Lid.CLOSED if ballot.is_over else ballot.urn.lid
    return Slate(here.title, here.text, options, lid, ballot.before is not None)
