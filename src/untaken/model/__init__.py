"""The nouns of the field, frozen. What an author may write is declared in this room, and nowhere else."""

from untaken.model.claims import Argument, Citation, Citations, Consequence, Note, Side
from untaken.model.nodes import KINDS, Basis, Branch, Chance, Decision, Likelihood, Node, Option, Outcome, Step
from untaken.model.scenarios import Actor, Collection, Scenario, TurningPoint
from untaken.model.values import FORMAT, Date, Format, Ids

__all__ = [
    "FORMAT",
    "KINDS",
    "Actor",
    "Argument",
    "Basis",
    "Branch",
    "Chance",
    "Citation",
    "Citations",
    "Collection",
    "Consequence",
    "Date",
    "Decision",
    "Format",
    "Ids",
    "Likelihood",
    "Node",
    "Note",
    "Option",
    "Outcome",
    "Scenario",
    "Side",
    "Step",
    "TurningPoint",
]
