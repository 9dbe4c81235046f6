"""The walk through turning points: where one stands, what is open, and how the road differs from history. No screen."""

from untaken.history.course import Course
from untaken.history.divergence import Departure, Divergence, divergence
from untaken.history.moves import How, Move, Vote
from untaken.history.places import Absence, Place, Way
from untaken.history.premises import Condition
from untaken.history.walk import Walk

__all__ = [
    "Absence",
    "Condition",
    "Course",
    "Departure",
    "Divergence",
    "How",
    "Move",
    "Place",
    "Vote",
    "Walk",
    "Way",
    "divergence",
]
