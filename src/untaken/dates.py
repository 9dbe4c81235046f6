"""Dates of history: as exact as they are known."""

import re
from datetime import date as calendar_date
from enum import StrEnum


class DateFault(StrEnum):
    """What keeps a text from being a date."""

    FORM = "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"
    DAY = "is a day that the calendar does not have"


def date_fault(text: str) -> DateFault | None:
    """What keeps a text from being a date; None where it is one.

    >>> date_fault("1917-10-25"), date_fault("-0044"), str(date_fault("1917-02-30"))
    (None, None, 'is a day that the calendar does not have')
    """
    match = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if match is None:
        return DateFault.FORM
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        # `datetime` knows no year before 1: an earlier one borrows the calendar of a leap year.
        calendar_date(year if year > 0 else 4, month, day)
    except ValueError:
        return DateFault.DAY
    return None


def date_key(date: str) -> tuple[int, ...]:
    """A date as numbers, as many as are known, that sort in time."""
    sign = -1 if date.startswith("-") else 1
    year, *rest = (int(part) for part in date.removeprefix("-").split("-"))
    return (sign * year, *rest)
