"""The nouns of the field, frozen. What an author may write is declared in this room, and nowhere else."""

from untaken.model.citations import Citation, Citations
from untaken.model.claims import EDITOR, Argument, Consequence, Note, Side
from untaken.model.nodes import (
    KINDS,
    Basis,
    Branch,
    Chance,
    Decision,
    Estimate,
    Likelihood,
    Node,
    Option,
    Outcome,
    Step,
)
from untaken.model.points import TurningPoint
from untaken.model.scenarios import Actor, Collection, Lesson, Scenario
from untaken.model.ties import Conditional, Fact, Gate, Tie, Ties
from untaken.model.values import FORMAT, Date, Format, Ids
from untaken.model.variants import Variant, Varied

__all__ = [
    "EDITOR",
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
    "Conditional",
    "Consequence",
    "Date",
    "Decision",
    "Estimate",
    "Fact",
    "Format",
    "Gate",
    "Ids",
    "Lesson",
    "Likelihood",
    "Node",
    "Note",
    "Option",
    "Outcome",
    "Scenario",
    "Side",
    "Step",
    "Tie",
    "Ties",
    "TurningPoint",
    "Variant",
    "Varied",
]
