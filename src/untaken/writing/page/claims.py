"""What is said of history as data: claims, ties, and the ways on with what may be said of them before a choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from untaken.history.dice import WEIGHTS
from untaken.history.graph import Arc
from untaken.history.premises import stated
from untaken.model import Argument, Branch, Conditional, Consequence, Note, Option, Tie, TurningPoint
from untaken.telling.citing import silent_sources
from untaken.telling.fairness import Measure, arguments
from untaken.telling.phrases import claims, places
from untaken.telling.reasons import Reason, by_side, estimate_reason, reason
from untaken.text.wrapping import one_line
from untaken.writing.page.roads import Json

_MOST_CLOSED = 6
"""Where more options than this may be closed, all are measured as if they were open: none has more than others."""


@dataclass(frozen=True)
class Speaker:
    """Turns what is said in one turning point into data; sources are named by their place in `sources`."""

    point: TurningPoint
    sources: Sequence[str]

    def claim(self, said: Argument | Consequence | Note) -> Json:
        """A claim with whose it is, and where it stands."""
        read = reason(self.point, said)
        found = self._told(read)
        if said.voice:
            found["voice"] = one_line(self.point.name(said.voice))
        return {"side": read.side, **found} if read.side else found

    def _told(self, read: Reason) -> dict[str, object]:
        """A claim with whose it is and where it stands: each place with the address that leads there, if it has one."""
        return {
            "claim": read.claim,
            "owner": claims.behind(read.owner),
            "pins": [[pin, href] if href else pin for pin, href in zip(read.pins, read.links, strict=True)],
            "sources": [self.sources.index(id) for id in read.sources if id in self.sources],
        }

    def _argument(self, argument: Argument) -> Json:
        """An argument, with what it stands on."""
        found = {**self.claim(argument), **({"waits": True} if argument.hindsight else {})}
        return {**found, "ties": self.ties(argument)} if argument.asks else found

    def ties(self, conditional: Conditional) -> list[Json]:
        """All that something asks of a road, in the order in which it is told."""
        wanted = [self._tie(tie, True) for tie in conditional.requires]
        return wanted + [self._tie(tie, False) for tie in conditional.unless]

    def _tie(self, tie: Tie, wanted: bool) -> Json:
        fact = self.point.facts.get(tie.fact)
        said = (places.needs if wanted else places.barred_by)(one_line(fact.holds if fact else tie.fact))
        return {"fact": tie.fact, "wanted": wanted, "implied": tie.implied, "said": said, "reason": self.why(tie)}

    def why(self, tie: Tie) -> Json | None:
        """Why a fact matters, and who says so."""
        return self.claim(Consequence(claim=tie.claim, cite=tie.cite)) if tie.claim else None

    def way(self, arc: Arc) -> Json:
        """An option or a branch."""
        step = arc.step
        found: dict[str, object] = {"id": arc.id, "label": one_line(step.label), "ties": self.ties(step)}
        if isinstance(step, Branch):
            return {**found, **self._likelihood(step)}
        if not isinstance(step, Option):
            return found
        wanted = [one_line(self.point.name(each)) for each in step.advocates]
        silent = silent_sources(self.point, step)
        return {
            **found,
            "arguments": [self._argument(each) for each in by_side(step.arguments)],
            "wanted": claims.wanted_by(wanted) if wanted else "",
            "wantedToo": claims.was_wanted(one_line(step.label), wanted) if wanted else "",
            "silent": claims.silence(silent) if silent else "",
        }

    def _likelihood(self, branch: Branch) -> dict[str, object]:
        """How likely a branch was, in a word and by its weight; with more to tell, who says so."""
        given = branch.likelihood
        said = estimate_reason(self.point, given)
        word: dict[str, object] = {
            "likelihood": given.in_words if given else "",
            "weight": WEIGHTS.get(given.word) if given else None,
        }
        return {**word, "estimate": self._told(said)} if said else word

    def before(self, arcs: Sequence[Arc], deciders: Sequence[str]) -> Json:
        """What may be said of each option before the choice, by which of those are open that may be closed.

        The key has a letter for each of these, 1 where it is open, in the order of the arcs.
        """
        conditional = [arc for arc in arcs if any(stated(arc.step))]
        options = [arc.step for arc in arcs if isinstance(arc.step, Option)]
        waits = any(each.hindsight for option in options for each in option.arguments)
        if len(conditional) > _MOST_CLOSED:
            return {"": self._measured(arcs, deciders, waits)}
        found: dict[str, object] = {}
        for opened in product((True, False), repeat=len(conditional)):
            closed = [arc for arc, is_open in zip(conditional, opened, strict=True) if not is_open]
            key = "".join("1" if each else "0" for each in opened)
            found[key] = self._measured([arc for arc in arcs if arc not in closed], deciders, waits)
        return found

    def _measured(self, arcs: Sequence[Arc], deciders: Sequence[str], waits: bool) -> Json:
        options = {arc.id: arc.step for arc in arcs if isinstance(arc.step, Option)}
        measure = Measure(tuple(options.values()), frozenset(deciders), told=False)
        shown = {id: measure.picked(option) for id, option in options.items()}
        folded = sum(len(arguments(option, told=False)) - len(shown[id]) for id, option in options.items())
        # Silence mostly falls on what did not happen: it is told where all arguments stand on the page.
        hides = waits or folded > 0
        return {id: self._offer(option, shown[id], measure, hides) for id, option in options.items()}

    def _offer(self, option: Option, shown: Sequence[int], measure: Measure, hides: bool) -> Json:
        names = [one_line(self.point.name(each)) for each in measure.wanted(option)]
        silent = () if hides else silent_sources(self.point, option)
        more = [at for at in measure.allowed(option) if at not in shown]
        return {
            "shown": [*shown],
            **({"more": more} if more else {}),
            "wanted": claims.wanted_by(names) if names else "",
            "silent": claims.silence(silent) if silent else "",
        }
