"""What an answer means where a walk stands: the number of a way, however it is written, its id, its label or the
beginning of it."""

import re
from collections.abc import Sequence

from untaken.history.places import Way
from untaken.text.naming import abridged, write_instead
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line

SHORTEST_BEGINNING = 3
"""A shorter beginning of a label may have been meant for something else, a command, say."""

_NUMBER = re.compile(r"#? ?(\d{1,9}) ?[.):]?", re.ASCII)


def understood(answer: str, ways: Sequence[Way]) -> Way | Trouble:
    """The open way that an answer means, or why it means none."""
    wanted = one_line(answer)
    numbered = _NUMBER.fullmatch(wanted)
    number = str(int(numbered[1])) if numbered else ""
    for meant in (str, str.casefold):
        for way in ways:
            if number == str(way.number):
                return _if_open(way)
        for name in (_id, _label):
            for way in ways:
                if meant(name(way)) == meant(wanted):
                    return _if_open(way)
    begun = _begun(wanted, ways)
    if len(begun) == 1:
        return _if_open(begun[0])
    return _several(wanted, begun) if begun else _not_understood(wanted, number, ways)


def _begun(wanted: str, ways: Sequence[Way]) -> list[Way]:
    """The ways whose label or id begins so; of open and closed ones only the open ones."""
    if len(wanted) < SHORTEST_BEGINNING:
        return []
    begun = [
        way for way in ways if any(name.casefold().startswith(wanted.casefold()) for name in (_label(way), _id(way)))
    ]
    return [way for way in begun if way.is_open] or begun


def _several(wanted: str, begun: Sequence[Way]) -> Trouble:
    numbers = ", ".join(str(way.number) for way in begun)
    return Trouble(f"'{abridged(wanted)}' begins several ways", f"give one of: {numbers}")


def _not_understood(wanted: str, number: str, ways: Sequence[Way]) -> Trouble:
    names = [way.id for way in ways if way.is_open]
    if not names:
        return Trouble("the road ends here; no way leads on", "go back, or end the walk")
    numbers = f"give one of: {', '.join(str(way.number) for way in ways if way.is_open)}"
    if not wanted:
        return Trouble("no answer was given", numbers)
    if number or wanted.isdigit():
        return Trouble(f"there is no way with the number {abridged(number or wanted)}", numbers)
    return Trouble(
        f"'{abridged(wanted)}' is none of the ways on from here", write_instead(wanted, names, "give its number")
    )


def _if_open(way: Way) -> Way | Trouble:
    if way.is_open:
        return way
    reasons = (f"{'it needs' if each.wanted else 'it is barred by'} “{each.sentence}”" for each in way.closed_by)
    return Trouble(f"'{way.label}' is closed: {' and '.join(reasons)}", "choose another way, or go back")


def _id(way: Way) -> str:
    return one_line(way.id)


def _label(way: Way) -> str:
    return one_line(way.label)
