"""Claims as a walk shows them: in the editor's words, with their owner and the pins that hold them to their sources."""

from dataclasses import dataclass

from untaken.evidence.citing import attribution, pin, reference
from untaken.model import Argument, Consequence, Note, Option, Side, TurningPoint
from untaken.text.wrapping import one_line


@dataclass(frozen=True)
class Reason:
    """A claim, whose it is ("Lenin, in Davidson"), where it stands; `side` is None for what is no argument.

    `pins` name it in short, `references` as an essay does.
    """

    claim: str
    owner: str
    pins: tuple[str, ...]
    sources: tuple[str, ...]
    side: Side | None = None
    references: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.claim} — {self.owner}" if self.owner else self.claim


def reason(point: TurningPoint, said: Argument | Consequence | Note) -> Reason:
    """A claim of the scenario as a walk shows it; `sources` has the ids of those that it cites."""
    return Reason(
        one_line(said.note if isinstance(said, Note) else said.claim),
        attribution(point, said.voice, said.cite),
        tuple(pin(point, each) for each in said.cite),
        tuple(dict.fromkeys(each.source for each in said.cite)),
        said.side if isinstance(said, Argument) else None,
        tuple(reference(point, each) for each in said.cite),
    )


def reasons(point: TurningPoint, option: Option, side: Side, told: bool) -> tuple[Reason, ...]:
    """The arguments of one side, in the author's order; only with `told` those that give away what happened."""
    kept = (each for each in option.arguments if each.side is side and (told or not each.hindsight))
    return tuple(reason(point, each) for each in kept)
