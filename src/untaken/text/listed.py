"""Lists as they are pasted from anywhere: a line for each item, behind a dash, a bullet or a number."""

import re

_MARK = re.compile(r"^\s*(?:[-*+•◦▪–—·]|\(?\d{1,3}[.):]|\(?[a-zA-Z]\))\s+")


def listed(text: str) -> list[str]:
    """The items, without what stands before them; blank lines part nothing.

    >>> listed("1. Sign the terms\\n2) Fight on\\n\\n • Declare neither war nor peace")
    ['Sign the terms', 'Fight on', 'Declare neither war nor peace']
    >>> listed("1917 is the year")
    ['1917 is the year']
    """
    return [item for line in text.splitlines() if (item := _MARK.sub("", line, count=1).strip())]
