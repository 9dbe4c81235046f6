"""What is told of a rule: a wrong and a right example, or what to do; and whose the rules of the discipline are."""

from untaken.checking.explanations.examples import Explanation, explanations
from untaken.checking.explanations.whose import WHOSE

__all__ = ["WHOSE", "Explanation", "explanations"]
