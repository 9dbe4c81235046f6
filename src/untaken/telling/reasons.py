"""Claims as people read them: in the editor's words, with whose they are and the pins that hold them to sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from untaken.evidence.linking import link
from untaken.model import EDITOR, Argument, Consequence, Estimate, Note, Side, Tie, TurningPoint
from untaken.telling.citing import attribution, pin, reference
from untaken.telling.document import Block, Role, block, linked
from untaken.telling.phrases import claims, onward, places
from untaken.text.wrapping import one_line


class Depth(IntEnum):
    """How much is said of claims: nothing; those that a page shows, with whose they are; all; with citations."""

    LABELS = 0
    CLAIMS = 1
    """Before a choice as many for each way, after it those that are new."""
    ALL = 2
    PINS = 3
    """All, and where each stands, in short."""
    REFERENCES = 4
    """All, and where each stands, as an essay cites it."""


@dataclass(frozen=True)
class Reason:
    """A claim, whose it is ("Lenin, in Davidson"), where it stands; `side` is None for what is no argument.

    `pins` name it in short, `references` as an essay does; `links` are addresses that lead to them, one for each, empty
    where its source has none.
    """

    claim: str
    owner: str
    pins: tuple[str, ...]
    sources: tuple[str, ...]
    side: Side | None = None
    references: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    is_voiced: bool = False
    """Whether somebody is named whose claim it is, beside the sources that carry it."""
    is_fallen: bool = False
    """Whether a road has taken its ground away."""


def reason(point: TurningPoint, said: Argument | Consequence | Note) -> Reason:
    """A claim of the scenario as people read it; `sources` has the ids of those that it cites.

    A note that cites nothing is the editor's.
    """
    voice = said.voice or (EDITOR if isinstance(said, Note) and not said.cite else None)
    return Reason(
        one_line(said.note if isinstance(said, Note) else said.claim),
        attribution(point, voice, said.cite),
        tuple(pin(point, each) for each in said.cite),
        tuple(dict.fromkeys(each.source for each in said.cite)),
        said.side if isinstance(said, Argument) else None,
        tuple(reference(point, each) for each in said.cite),
        tuple(link(point.sources[each.source], each) for each in said.cite),
        bool(voice),
    )


def estimate_reason(point: TurningPoint, estimate: Estimate | None) -> Reason | None:
    """How likely a branch was, and who says so; None where there is no more than a word."""
    if not estimate or not estimate.is_given:
        return None
    said = places.estimated(estimate.in_words, estimate.figures or "")
    return reason(point, Consequence(claim=said, voice=estimate.voice, cite=estimate.cite))


def tie_reason(point: TurningPoint, tie: Tie) -> Reason | None:
    """Why a fact matters, and who says so; None for a tie that gives no reason."""
    if tie.claim is None:
        return None
    return reason(point, Consequence(claim=tie.claim, cite=tie.cite))


def by_side(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Arguments in the author's order, but those for an option before those against it."""
    every = tuple(arguments)
    return tuple(each for side in Side for each in every if each.side is side)


_ROLES = {Side.FOR: Role.FOR, Side.AGAINST: Role.AGAINST, None: Role.CLAIM}


def claim_blocks(reason: Reason, depth: Depth, indent: int, lead: str = "") -> Iterator[Block]:
    """A claim with its owner, and, at the depths below, where it stands.

    `lead` are the words before it where those of its side are not enough.
    """
    side = claims.LEADS[reason.side] if reason.side else ""
    side = onward.does_not_hold(side) if reason.is_fallen else side
    if depth is Depth.REFERENCES and reason.references:
        # Whoever is cited in brackets need not be named before them.
        owner = claims.cited(reason.owner if reason.is_voiced else "", reason.references)
        said = block(reason.claim, _ROLES[reason.side], indent, lead or side, owner)
        yield linked(said, zip(reason.references, reason.links, strict=True))
    else:
        yield block(reason.claim, _ROLES[reason.side], indent, lead or side, claims.behind(reason.owner))
    for where in reason.pins if depth is Depth.PINS else ():
        yield block(where, Role.PIN, indent + 1)
