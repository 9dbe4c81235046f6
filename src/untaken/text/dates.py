"""Dates of history: as exact as they are known, in the signs of the Extended Date/Time Format (EDTF, ISO 8601-2).

YYYY, YYYY-MM, YYYY-MM-DD; a decade is 187X, a century 18XX. Behind it `~` says about, `?` doubtful, `%` both; two of
them with `/` between are a stretch of time. Years are historical, not astronomical: -0049 is 49 BC, and there is no
year 0.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from untaken.text.calendars import Calendar, day_number, days_of_month


class DateFault(StrEnum):
    """What keeps a text from being a date."""

    FORM = "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"
    DAY = "is a day that the calendar does not have"
    ZERO = "is no year: 1 BC is followed by AD 1"
    BACKWARD = "ends before it begins"


@dataclass(frozen=True, slots=True)
class DatePart:
    """A year, a month or a day: as many of them as are known. `years` is how many the year stands for."""

    year: int
    month: int | None = None
    day: int | None = None
    years: int = 1
    sign: str = ""

    @property
    def is_about(self) -> bool:
        return self.sign in ("~", "%")

    @property
    def is_doubtful(self) -> bool:
        return self.sign in ("?", "%")


_PART = re.compile(r"(?P<year>-?\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<sign>[~?%]?)")


def date_parts(text: str) -> tuple[DatePart, ...]:
    """The date that a text is, or the two between which it lies. Raises ValueError for what is no date in any calendar.

    >>> date_parts("187X?")
    (DatePart(year=1870, month=None, day=None, years=10, sign='?'),)
    """
    fault = date_fault(text)
    if fault:
        raise ValueError(f"'{text}' {fault}")
    return tuple(map(_read, text.split("/")))


def date_fault(text: str, calendar: Calendar | None = None) -> DateFault | None:
    """What keeps a text from being a date of a calendar, or of either; None where it is one.

    >>> date_fault("1917-10-25"), date_fault("1832~/1834?"), str(date_fault("1917-02-30"))
    (None, None, 'is a day that the calendar does not have')
    >>> date_fault("1900-02-29", Calendar.JULIAN), date_fault("1900-02-29", Calendar.GREGORIAN) is DateFault.DAY
    (None, True)
    """
    ends = text.split("/")
    if len(ends) > 2 or not all(_PART.fullmatch(end) and _is_whole(end) for end in ends):
        return DateFault.FORM
    parts = [_read(end) for end in ends]
    if any(part.year == 0 and part.years == 1 for part in parts):
        return DateFault.ZERO
    if not all(_exists(part, calendar or Calendar.JULIAN) for part in parts):
        return DateFault.DAY
    if _days(parts[-1], Calendar.JULIAN)[1] < _days(parts[0], Calendar.JULIAN)[0]:
        return DateFault.BACKWARD
    return None


def days_of(text: str, calendar: Calendar | None = None) -> tuple[int, int]:
    """The first and the last day that a date may mean, by number (see `day_number`); without a calendar, today's."""
    parts = date_parts(text)
    return _days(parts[0], calendar or Calendar.GREGORIAN)[0], _days(parts[-1], calendar or Calendar.GREGORIAN)[1]


def date_key(text: str, calendar: Calendar | None = None) -> tuple[int, int]:
    """What sorts dates in time: by their first day, and of those that begin alike the longest first."""
    first, last = days_of(text, calendar)
    return first, -last


def is_before(one: str, other: str, calendar: Calendar | None = None, others: Calendar | None = None) -> bool:
    """Whether one date lies before another, as far as both are known: 1917 is not before 1917-10.

    What is about or doubtful contradicts nothing. `others` is the calendar of the second date.

    >>> is_before("1917-09", "1917-10-25"), is_before("1917", "1917-10"), is_before("-0044", "-0031")
    (True, False, True)
    """
    if any(part.sign for text in (one, other) for part in date_parts(text)):
        return False
    return days_of(one, calendar)[1] < days_of(other, others)[0]


def _is_whole(text: str) -> bool:
    """Whether a month is given only to a year that is known."""
    return "X" not in text or "-" not in text.removeprefix("-")


def _read(text: str) -> DatePart:
    match = _PART.fullmatch(text)
    assert match
    year, month, day, sign = match.groups()
    # Of years before our era, the greatest number comes first.
    first = min(int(year.replace("X", "0")), int(year.replace("X", "9")))
    return DatePart(first, int(month) if month else None, int(day) if day else None, 10 ** year.count("X"), sign)


def _exists(part: DatePart, calendar: Calendar) -> bool:
    if part.month is None:
        return True
    # Before our era leap years were not kept as the rule has them: any may have had its day.
    year = part.year if part.year > 0 else 4
    return 1 <= part.month <= 12 and 1 <= (part.day or 1) <= days_of_month(year, part.month, calendar)


def _days(part: DatePart, calendar: Calendar) -> tuple[int, int]:
    last_year = part.year + part.years - 1
    first_month, last_month = (part.month, part.month) if part.month else (1, 12)
    # A first or a last decade has nine years.
    first_year, last_year = part.year or 1, last_year or -1
    last_day = part.day or days_of_month(last_year, last_month, calendar)
    first = day_number((first_year, first_month, part.day or 1), calendar)
    return first, day_number((last_year, last_month, last_day), calendar)
