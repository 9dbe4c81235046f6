"""Chance in a walk: how its branches weigh, and the dice.

The dice depend on the seed, on the moves made so far, and on how often they were thrown there before: a walk that is
resumed goes on as it would have, and whoever goes back and walks the same road again meets a fresh throw.
"""

import random
from collections.abc import Iterable, Mapping
from math import prod

from untaken.history.places import Way
from untaken.history.walk import Walk
from untaken.model import Branch, Step

RANGES = {"remote": (0, 13), "unlikely": (13, 40), "even": (40, 60), "likely": (60, 87), "almost-certain": (87, 100)}
"""Chances in a hundred that a word may stand for, after Sherman Kent, Words of Estimative Probability (1964)."""

WEIGHTS = {"remote": 7, "unlikely": 30, "even": 50, "likely": 75, "almost-certain": 93}
"""Chances in a hundred, the middles of these ranges as Kent gives them."""


def together(words: Iterable[str]) -> str:
    """How likely it was that all of it came so, each as likely as its word: in a word, too.

    >>> together(["likely", "almost-certain"]), together(["likely", "likely", "unlikely"]), together(["remote"])
    ('likely', 'unlikely', 'remote')
    """
    chance = 100 * prod(WEIGHTS[word] / 100 for word in words)
    return next(word for word, (_, most) in RANGES.items() if chance <= most)


def weights(steps: Mapping[str, Step]) -> dict[str, float]:
    """The chance of each of these branches by its id, between 0 and 1, together 1.

    Branches without a word share evenly what those with one leave of a hundred, and have a remote chance at the least.
    """
    said = {id: WEIGHTS[word] for id, step in steps.items() if (word := _word(step))}
    silent = len(steps) - len(said)
    rest = max(100 - sum(said.values()), WEIGHTS["remote"]) / silent if silent else 0
    weighed = {id: float(said.get(id, rest)) for id in steps}
    total = sum(weighed.values())
    return {id: weight / total for id, weight in weighed.items()}


def chances(walk: Walk) -> dict[str, float]:
    """The chance of each open branch where a walk stands, by its id."""
    return weights({way.id: way.step for way in walk.ways if way.is_open and way.step})


def roll(walk: Walk, seed: int, throw: int = 0) -> Way:
    """The branch that falls at the chance node at which a walk stands, one of its branches being open.

    `throw` counts the throws there before this one.
    """
    fallen = random.Random(_tale(walk, seed, throw)).random()
    weighed = chances(walk)
    ways = [way for way in walk.ways if way.is_open]
    for way in ways:
        fallen -= weighed[way.id]
        if fallen < 0:
            return way
    return ways[-1]


def _word(step: Step) -> str | None:
    return step.likelihood.word if isinstance(step, Branch) and step.likelihood else None


def _tale(walk: Walk, seed: int, throw: int) -> str:
    """The seed, the road and the number of the throw as a text; no two throws have the same."""
    road = [(move.scenario, move.node, move.way) for move in walk.moves]
    return repr((seed, road, throw) if throw else (seed, road))
