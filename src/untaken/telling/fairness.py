"""What may be told of the ways on before a choice, so that none of them stands out as the one that happened.

Whoever knows history writes more on what happened: of the decisions of the collection, the option with the most
arguments is the one that happened in two of three, and the one that the deciders wished in four of five. So as many
arguments are shown under each option as under the one that has fewest; what the deciders wished waits; and who else
wanted what is named only where every option has somebody to name. The rest is told after the choice.
"""

from dataclasses import dataclass
from functools import cached_property

from untaken.model import Argument, Option, Side
from untaken.telling.reasons import by_side

_MOST_AT_ONCE = 3
"""More arguments for each option nobody weighs at once, and a small window does not hold them."""


def arguments(option: Option, told: bool) -> tuple[Argument, ...]:
    """The arguments on an option, those for it first; only with `told` those that give away what happened."""
    return by_side(each for each in option.arguments if told or not each.hindsight)


@dataclass(frozen=True)
class Measure:
    """How much is told of each of the options on one page; with `told`, all, since what happened is told as well."""

    options: tuple[Option, ...]
    deciders: frozenset[str]
    told: bool

    @cached_property
    def most(self) -> int:
        """How many arguments stand under an option: as many as the one has that has fewest, within bounds."""
        return min(max(self._fewest, 1), _MOST_AT_ONCE)

    @cached_property
    def _fewest(self) -> int:
        return min((len(arguments(option, told=False)) for option in self.options), default=0)

    @cached_property
    def names(self) -> bool:
        """Whether every option has somebody to name who wanted it and does not decide."""
        return all(self._strangers(option) for option in self.options)

    def wanted(self, option: Option) -> tuple[str, ...]:
        """The ids of those who may be said to have wanted an option."""
        if self.told:
            return option.advocates
        return self._strangers(option) if self.names else ()

    def _strangers(self, option: Option) -> tuple[str, ...]:
        return tuple(each for each in option.advocates if each not in self.deciders)

    @cached_property
    def common(self) -> dict[Side, int]:
        """How many arguments of each side every option has, the deciders' wishes aside."""
        rest = [[each for each in arguments(option, told=False) if not self._is_wish(each)] for option in self.options]
        return {side: min((sum(each.side is side for each in said) for said in rest), default=0) for side in Side}

    def _is_wish(self, argument: Argument) -> bool:
        """Whether a decider says it for the option: it is the decider's wish."""
        return argument.side is Side.FOR and argument.voice in self.deciders

    def shown(self, option: Option) -> tuple[Argument, ...]:
        """The arguments on an option that stand on the page."""
        said = by_side(option.arguments)
        return tuple(said[at] for at in self.picked(option))

    def picked(self, option: Option) -> tuple[int, ...]:
        """Which arguments of an option stand on the page: their positions among all, those for it first."""
        return self._positions(option, self.most)

    def allowed(self, option: Option) -> tuple[int, ...]:
        """Which may be read before the choice, where somebody asks for more: of each option equally many, too."""
        return self._positions(option, max(self._fewest, 1))

    def _positions(self, option: Option, most: int) -> tuple[int, ...]:
        """The positions of so many arguments.

        First picked are those of a side of which every option has one, in turn one for it and one against it; last the
        deciders' wishes. Positions, because an author may write the same argument twice.
        """
        said = by_side(option.arguments)
        every = [at for at, each in enumerate(said) if self.told or not each.hindsight]
        if self.told:
            return tuple(every)
        rest = [at for at in every if not self._is_wish(said[at])]
        ranks: dict[int, tuple[bool, bool, int]] = {}
        for side in Side:
            alike = [at for at in rest if said[at].side is side][: self.common[side]]
            for turn, at in enumerate(each for each in every if said[each].side is side):
                ranks[at] = (at not in alike, at not in rest, turn)
        return tuple(sorted(sorted(every, key=lambda at: ranks[at])[:most]))
