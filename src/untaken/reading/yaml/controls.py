"""Characters that no text of an author's holds, since terminals obey them, and pictures break on them."""

import re
from collections.abc import Iterator

from untaken.reading.diagnostics import Diagnostic
from untaken.reading.rules import CONTROL_CHARACTER
from untaken.reading.yaml.places import Places

# What YAML calls printable, less DEL, the C1 controls, and what turns the direction of reading.
CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with a mark in the place of each control character."""
    return CONTROL.sub("\ufffd", text)


def count_controls(text: str) -> int:
    """How many control characters there are."""
    return len(CONTROL.findall(text))


def controls(text: str, places: Places) -> Iterator[Diagnostic]:
    """A message for each control character."""
    for match in CONTROL.finditer(text):
        message = f"a control character stands here (U+{ord(match.group()):04X})"
        cure = "delete it; it is invisible in most editors"
        yield Diagnostic(places.at(match.start()), CONTROL_CHARACTER, message, cure)
