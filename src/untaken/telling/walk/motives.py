"""The reasons for a choice, named by whoever chose: the arguments there were, and those that were named."""

from collections.abc import Iterator
from dataclasses import dataclass

from untaken.history import Walk
from untaken.history.moves import Ground, How
from untaken.model import Option, Side
from untaken.telling.document import Block, block
from untaken.telling.fairness import arguments
from untaken.telling.phrases import motives, roads
from untaken.telling.reasons import Depth, Reason, claim_blocks, reason
from untaken.telling.walk.scene import argued
from untaken.text.wrapping import one_line

NAMED = ("convinced", "against")
"""What is asked after a choice, in this order."""


@dataclass(frozen=True)
class Motive:
    """An argument that may be named; `lead` says of which option it speaks where that is not the one chosen."""

    ground: Ground
    reason: Reason
    lead: str = ""

    def blocks(self, depth: Depth = Depth.CLAIMS) -> Iterator[Block]:
        """The argument as a page shows it."""
        return claim_blocks(self.reason, depth, 0, self.lead)


def is_asked(walk: Walk) -> bool:
    """Whether a walk has just come from a choice that has reasons."""
    return bool(walk.moves) and walk.moves[-1].how in (How.CHOSEN, How.VOTED)


def motives_of(walk: Walk, told: bool) -> tuple[tuple[Motive, ...], tuple[Motive, ...]]:
    """The arguments that spoke for the last choice of a walk, and those against it.

    They are all that give away nothing of what happened, or, if that was `told`, all: once the choice is made, how many
    there are of each is no hint. What speaks against the other options speaks for the choice.
    """
    chosen, before = walk.moves[-1].way, walk.back()
    found: tuple[list[Motive], list[Motive]] = ([], [])
    for way in sorted(before.ways, key=lambda way: way.id != chosen):
        is_own, label = way.id == chosen, one_line(way.label)
        for argument in arguments(way.step, told) if isinstance(way.step, Option) else ():
            each = argued(before, argument)
            lead = roads.against(label) if each.side is Side.AGAINST else motives.for_option(label)
            supports = (each.side is Side.FOR) is is_own
            found[not supports].append(Motive(Ground(way.id, each.claim), each, "" if is_own else lead))
    return tuple(found[0]), tuple(found[1])


def named_blocks(walk: Walk) -> Iterator[Block]:
    """The arguments that were named for the last move of a walk and against it, with their citations."""
    move = walk.moves[-1]
    for lead, ground in ((motives.CONVINCED, move.convinced), (motives.SPOKE_AGAINST, move.against)):
        if ground:
            said = named_argument(walk.back(), ground)
            yield from claim_blocks(said, Depth.REFERENCES, 0, lead) if said else [block(ground.claim, lead=lead)]


def named_argument(walk: Walk, ground: Ground) -> Reason | None:
    """The argument that was named for a choice where the walk stands, if the scenario still has it."""
    place = walk.here
    option = place.node.steps.get(ground.way)
    said = option.arguments if isinstance(option, Option) else ()
    return next((reason(place.point, each) for each in said if one_line(each.claim) == ground.claim), None)
