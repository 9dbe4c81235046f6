"""Text into lines by measured width: balanced, never clipped. Graphviz itself never wraps."""

import re
from collections.abc import Callable, Iterator

from untaken.text.letters import letters

Measure = Callable[[str], float]
"""The width of a text in points, in one face and size."""


def one_line(text: str | None) -> str:
    """A text on a single line, however it was written.

    >>> one_line("to be\\n  or not")
    'to be or not'
    """
    return " ".join((text or "").split())


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of a text, none wider than `width` points, of nearly equal length. Always at least one line.

    >>> wrap("to be or not to be", 9, len)
    ['to be or', 'not to be']
    """
    words = [(piece, measure(piece)) for word in split_words(text) for piece in pieces(word, width, measure)]
    if not words:
        return [""]
    blank = measure(" ")
    lines = _fill(words, width, blank)
    # The narrowest width that gives no more lines balances them.
    low, high = max(wide for _, wide in words), width
    while high - low > 1 and len(lines) > 1:
        middle = (low + high) / 2
        if len(_fill(words, middle, blank)) == len(lines):
            high = middle
        else:
            low = middle
    return _fill(words, high, blank) if len(lines) > 1 else lines


def fill(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of a text, each as full as it can be. Always at least one line.

    >>> fill("to be or not to be", 12, len)
    ['to be or not', 'to be']
    """
    words = [(piece, measure(piece)) for word in split_words(text) for piece in pieces(word, width, measure)]
    return _fill(words, width, measure(" "))


def split_words(text: str) -> list[str]:
    """The words of a text; a no-break space binds two into one."""
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    """The word whole, or, where it is wider than a line, in pieces as long as a line allows.

    It is cut between letters as readers see them: no piece begins with a mark of the one before it.
    """
    if not word or measure(word) <= width:
        yield from [word] if word else []
        return
    whole, start = letters(word), 0
    while start < len(whole):
        end = _farthest_that_fits(whole, start, width, measure)
        yield "".join(whole[start:end])
        start = end


def _farthest_that_fits(whole: list[str], start: int, width: float, measure: Measure) -> int:
    """Up to where the letters from `start` on fit into a line; one at least. A long rest is never measured whole."""

    def fits(end: int) -> bool:
        return measure("".join(whole[start:end])) <= width

    reach = 1
    while start + reach < len(whole) and fits(start + reach):
        reach *= 2
    low, high = start + max(1, reach // 2), min(len(whole), start + reach)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _fill(words: list[tuple[str, float]], width: float, blank: float) -> list[str]:
    """Lines of as many words as fit; each word comes with its width."""
    lines: list[list[str]] = [[]]
    used = 0.0
    for word, wide in words:
        if lines[-1] and used + blank + wide > width:
            lines.append([])
            used = 0.0
        used += wide + (blank if lines[-1] else 0.0)
        lines[-1].append(word)
    return [" ".join(line) for line in lines]
