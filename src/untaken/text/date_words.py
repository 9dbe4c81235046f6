"""Dates as people read them, in English, with both calendars where they differ."""

from untaken.text.calendars import Calendar, Day, day_number, gregorian_day
from untaken.text.dates import DatePart, date_parts

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

_REFORM = day_number((1582, 10, 15), Calendar.GREGORIAN)
"""Of days before, when there was one calendar, nobody gives two dates."""


def date_words(text: str, calendar: Calendar | None = None, short: bool = False) -> str:
    """A date in words; where it was counted in the Julian calendar, with the day in today's behind it.

    >>> date_words("1917-10-25", Calendar.JULIAN), date_words("1917-12-25", Calendar.JULIAN, short=True)
    ('25 October (7 November) 1917', '25 Dec 1917 (7 Jan 1918)')
    >>> date_words("1917-10", Calendar.JULIAN), date_words("1917-10", Calendar.JULIAN, short=True)
    ('October 1917 (Old Style)', 'Oct 1917 (O.S.)')
    >>> date_words("-0049-01-10"), date_words("1832~"), date_words("187X?"), date_words("1917/1923")
    ('10 January 49 BC', 'about 1832', 'perhaps the 1870s', '1917–1923')
    """
    parts = date_parts(text)
    months = _SHORT if short else MONTHS
    told = [_part(part, calendar, months) for part in parts]
    plain = not any(part.sign for part in parts) and calendar is not Calendar.JULIAN
    if len(parts) == 2 and plain and (shared := _shared(*parts, months)):
        return shared
    return ("–" if all(part.month is None and not part.sign for part in parts) else " – ").join(told)


def moment_words(when: str | None, date: str | None, calendar: Calendar | None = None) -> str:
    """When something was, as people read it: the author's words, else the date's; empty where there are neither.

    The day in today's calendar stands behind the author's words, where it is not among them.

    >>> moment_words("Night of 25 October 1917", "1917-10-25", Calendar.JULIAN)
    'Night of 25 October 1917 (7 November, New Style)'
    """
    if not when:
        return date_words(date, calendar) if date else ""
    there = new_style(date, calendar) if date else ""
    return f"{when} ({there}, New Style)" if there and there not in when else when


def year_words(text: str) -> str:
    """The years of a date, without the signs of doubt.

    >>> year_words("1917-10-25"), year_words("-0049-01-10"), year_words("1917-03/1923-12")
    ('1917', '49 BC', '1917–1923')
    """
    return "–".join(dict.fromkeys(_year(part) for part in date_parts(text)))


def new_style(text: str, calendar: Calendar | None) -> str:
    """Day and month in today's calendar, where a date of one day was counted in the other one; else nothing.

    >>> new_style("1917-10-25", Calendar.JULIAN), new_style("1917-10", Calendar.JULIAN)
    ('7 November', '')
    """
    parts = date_parts(text)
    there = _converted(parts[0], calendar) if len(parts) == 1 else None
    return _day_and_month(there, MONTHS) if there else ""


def _part(part: DatePart, calendar: Calendar | None, months: tuple[str, ...]) -> str:
    doubt = f"{'perhaps ' if part.is_doubtful else ''}{'about ' if part.is_about else ''}"
    if part.month is None:
        return f"{doubt}{_year(part)}"
    if part.day is None:
        named = "O.S." if months is _SHORT else "Old Style"
        style = f" ({named})" if calendar is Calendar.JULIAN and part.year > 1582 else ""
        return f"{doubt}{months[part.month - 1]} {_year(part)}{style}"
    here = _day_and_month((part.year, part.month, part.day), months)
    there = _converted(part, calendar)
    if there is None:
        return f"{doubt}{here} {_year(part)}"
    if there[0] == part.year:
        return f"{doubt}{here} ({_day_and_month(there, months)}) {part.year}"
    return f"{doubt}{here} {part.year} ({_day_and_month(there, months)} {there[0]})"


def _converted(part: DatePart, calendar: Calendar | None) -> Day | None:
    if calendar is not Calendar.JULIAN or part.month is None or part.day is None:
        return None
    number = day_number((part.year, part.month, part.day), Calendar.JULIAN)
    return gregorian_day(number) if number >= _REFORM else None


def _shared(first: DatePart, last: DatePart, months: tuple[str, ...]) -> str:
    """A stretch within a year, which is named once, as is a month within which it lies; else nothing."""
    if first.year != last.year or first.month is None or last.month is None:
        return ""
    begins, ends, year = months[first.month - 1], months[last.month - 1], _year(first)
    if first.day is None and last.day is None:
        return f"{begins}–{ends} {year}"
    if first.day is None or last.day is None:
        return ""
    if first.month == last.month:
        return f"{first.day}–{last.day} {begins} {year}"
    return f"{first.day} {begins} – {last.day} {ends} {year}"


def _day_and_month(day: Day, months: tuple[str, ...]) -> str:
    return f"{day[2]} {months[day[1] - 1]}"


def _year(part: DatePart) -> str:
    if part.years > 1:
        # 1870 to 1879 are the 1870s, 49 to 40 BC the 40s.
        return f"the {part.year}s" if part.year >= 0 else f"the {-part.year - part.years + 1}s BC"
    return f"{part.year}" if part.year > 0 else f"{-part.year} BC"
