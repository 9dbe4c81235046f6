"""Options against sources: two authors side by side on the same option, in words and as a drawing."""

from untaken.views.matrix.dot import matrix_dot
from untaken.views.matrix.words import Claim, Concord, Line, Matrix, by_decision, concord, matrix, matrix_lines

__all__ = ["Claim", "Concord", "Line", "Matrix", "by_decision", "concord", "matrix", "matrix_dot", "matrix_lines"]
