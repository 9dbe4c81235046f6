"""Numbers of more than one digit, typed one digit after the other."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_AT_ONCE = 9
"""Of no more ways than this, one digit names each."""


@dataclass
class Digits:
    """What was typed of a number so far."""

    typed: str = ""

    def press(self, digit: int, numbers: Iterable[int]) -> int:
        """The number that stands now: the digits so far, or the last one alone where no number begins with them all.

        >>> digits = Digits()
        >>> [digits.press(digit, range(1, 13)) for digit in (1, 2, 4, 0)]
        [1, 12, 4, 0]
        """
        longer = f"{self.typed}{digit}"
        self.typed = longer if any(str(number).startswith(longer) for number in numbers) else str(digit)
        return int(self.typed)
