"""Whether the terminal's ground is dark, as far as its environment tells."""

import os

_LIGHT = {"7", "15"}


def is_dark() -> bool:
    """Some terminals say in COLORFGBG on which of their colours they write; of the others most are dark."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] not in _LIGHT
