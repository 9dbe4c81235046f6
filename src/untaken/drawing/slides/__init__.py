"""The slides of a lecture as placed pages: question, options, vote, arguments, what happened, and what followed."""

from untaken.drawing.slides.lecture import lecture
from untaken.drawing.slides.slide import Slide

__all__ = ["Slide", "lecture"]
