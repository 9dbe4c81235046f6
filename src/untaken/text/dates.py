"""Dates of history: as exact as they are known."""

import re
from datetime import date as calendar_date
from enum import StrEnum


class Calendar(StrEnum):
    """How days were counted."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


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


_MONTHS = tuple(
    months.split("/")
    for months in (
        "january/januar", "february/februar", "march/märz", "april", "may/mai", "june/juni",
        "july/juli", "august", "september", "october/oktober", "november", "december/dezember",
    )
)  # fmt: skip
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>-\d{1,4}|\d{3,4})(?:[-–./](?P<month>\d\d?)(?:[-–./](?P<day>\d\d?))?)?",
        r"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{4})",
        r"(?:(?P<day>\d\d?)(?:\.|st|nd|rd|th)? +)?(?P<word>[^\W\d_]{3,9})\.?,? +(?P<year>\d{3,4}|\d+ BCE?)",
        r"(?P<word>[^\W\d_]{3,9})\.? +(?P<day>\d\d?)(?:st|nd|rd|th)?, *(?P<year>\d{3,4}|\d+ BCE?)",
        r"(?P<year>\d{1,4} BCE?)",
    )
)
"""How people write dates; left out is what two readers could take for two days, such as 3/7/1637."""


def date_meant(text: str) -> str | None:
    """The date that a text means in another form; None where nobody can tell.

    >>> date_meant("3. März 1637"), date_meant("-49"), date_meant("30 July 1588"), date_meant("3/7/1637")
    ('1637-03-03', '-0049', '1588-07-30', None)
    """
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(text.strip()))), None)
    if found is None:
        return None
    parts = {"day": None, "month": None, **found.groupdict()}
    month = parts["month"] or _month(parts.get("word") or "")
    if month is None and (parts["day"] or parts.get("word")):
        return None
    year = parts["year"] or ""
    sign = "-" if year.startswith("-") or "BC" in year else ""
    meant = f"{sign}{int(re.sub('[^0-9]', '', year)):04}"
    for part in (month, parts["day"]):
        meant += f"-{int(part):02}" if part else ""
    return meant if date_fault(meant) is None else None


def _month(word: str) -> str | None:
    """The number of the month that a word names, whole or from its third letter on cut short."""
    named = (at for at, names in enumerate(_MONTHS, 1) if any(name.startswith(word.casefold()) for name in names))
    number = next(named, None) if len(word) >= 3 else None
    return str(number) if number else None
