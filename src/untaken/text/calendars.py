"""Two calendars, and the days of history counted through in both.

Years are historical: -49 is 49 BC, and there is no year 0.
"""

from enum import StrEnum


class Calendar(StrEnum):
    """How days were counted."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


Day = tuple[int, int, int]
"""Year, month and day."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_of_month(year: int, month: int, calendar: Calendar) -> int:
    """How many days a month has.

    >>> days_of_month(1900, 2, Calendar.JULIAN), days_of_month(1900, 2, Calendar.GREGORIAN)
    (29, 28)
    """
    at = _counted(year)
    leap = at % 4 == 0 and (calendar is Calendar.JULIAN or at % 100 != 0 or at % 400 == 0)
    return _LENGTHS[month - 1] + (month == 2 and leap)


def day_number(day: Day, calendar: Calendar) -> int:
    """The number of a day, counted from noon of 1 January 4713 BC, Julian: the astronomers' Julian day.

    >>> day_number((1917, 10, 25), Calendar.JULIAN) == day_number((1917, 11, 7), Calendar.GREGORIAN) == 2421540
    True
    """
    year, month, of_month = day
    # Years begin in March, so that the leap day is their last; the sum of the months' lengths is then a straight line.
    early = month <= 2
    year, month = _counted(year) + 4800 - early, month - 3 + 12 * early
    number = of_month + (153 * month + 2) // 5 + 365 * year + year // 4
    return number - 32083 if calendar is Calendar.JULIAN else number - year // 100 + year // 400 - 32045


def gregorian_day(number: int) -> Day:
    """The day of this number in today's calendar.

    >>> gregorian_day(day_number((1917, 10, 25), Calendar.JULIAN))
    (1917, 11, 7)
    """
    since = number + 32044
    centuries, since = divmod(4 * since + 3, 146097)
    years, of_year = divmod(4 * (since // 4) + 3, 1461)
    month, of_month = divmod(5 * (of_year // 4) + 2, 153)
    late = month >= 10
    year = 100 * centuries + years - 4800 + late
    return (year if year > 0 else year - 1), month + 3 - 12 * late, of_month // 5 + 1


def _counted(year: int) -> int:
    """The year as astronomers count it, with a year 0."""
    return year if year > 0 else year + 1
