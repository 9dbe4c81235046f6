"""How a window is shared out, in cells: what fits, where the map stands, how much room the text has."""

from textual.geometry import Size

from untaken.telling.phrases import screens

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
WIDE, VERY_WIDE = 100, 160
WIDTHS = [(0, "-thin"), (LEAST_WIDTH, "-narrow"), (WIDE, "-wide"), (VERY_WIDE, "-very-wide")]
HEIGHTS = [(0, "-low"), (LEAST_HEIGHT, "-high")]
"""The classes that a screen has from a width, or a height, on: Textual's breakpoints."""

COLUMN, SIDE = 96, 38
"""The widest that the text is with its margins, for longer lines are hard to follow; and the map beside it."""
MARGIN = 2
TOP_AND_KEYS = 3
"""The line on top, the blank one under it, and the keys."""

TOO_SMALL = screens.too_small(LEAST_WIDTH, LEAST_HEIGHT)


def is_too_small(size: Size) -> bool:
    """Whether a window is too small for any stage."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


def classes(size: Size) -> tuple[str, str]:
    """The classes of a screen in a window of this size. Textual gives them, too, but only after the first painting."""
    return _last(WIDTHS, size.width), _last(HEIGHTS, size.height)


def _last(breakpoints: list[tuple[int, str]], length: int) -> str:
    return [name for least, name in breakpoints if least <= length][-1]


def room(size: Size) -> Size:
    """The room of a text that does not scroll."""
    beside = SIDE if WIDE <= size.width < VERY_WIDE else 0
    return Size(min(COLUMN, size.width - beside) - 2 * MARGIN, size.height - TOP_AND_KEYS)


VARIABLES = {"column": str(COLUMN), "side": str(SIDE), "margin": str(MARGIN)}
"""The same measures for the style sheet."""
