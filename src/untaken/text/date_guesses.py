"""What people write for a date, and which date they mean by it."""

import re

from untaken.text.dates import DateFault, date_fault

_MONTHS = tuple(
    months.split("/")
    for months in (
        "january/januar", "february/februar", "march/märz", "april", "may/mai", "june/juni",
        "july/juli", "august", "september", "october/oktober", "november", "december/dezember",
    )
)  # fmt: skip
_YEAR = r"(?P<year>-?\d{1,4}|\d{1,4} BC)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_YEAR}",
        r"(?P<year>-\d{1,4}|\d{3,4})[-–./](?P<month>\d\d?)(?:[-–./](?P<day>\d\d?))?",
        r"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{4})",
        rf"(?:(?P<day>\d\d?)(?:\.|st|nd|rd|th)? +)?(?P<word>[^\W\d_]{{3,9}})\.?,? +{_YEAR}",
        rf"(?P<word>[^\W\d_]{{3,9}})\.? +(?P<day>\d\d?)(?:st|nd|rd|th)?, *{_YEAR}",
    )
)
"""How people write dates; left out is what two readers could take for two days, such as 3/7/1637."""

_ABOUT = re.compile(r"(?:circa|about|around|ca?\.?|um)\s*(?=\d)", re.IGNORECASE)
_ERA = re.compile(r"\s*\b(?:(?P<before>B\.? ?C\.?(?: ?E\.?)?)|A\.? ?D\.?|C\.? ?E\.?)(?!\w)\s*", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?(?P<years>\d{3})0['’]?s", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>\d{4}) ?[-–—] ?(?P<last>\d{4}|\d\d)")
_FORMERLY = re.compile(r"[ ,(]+(?:O\.? ?S\.?|old style)\)?", re.IGNORECASE)


def date_meant(text: str) -> str | None:
    """The date that a text means in another form; None where nobody can tell.

    >>> date_meant("3. März 1637"), date_meant("49 B.C."), date_meant("c. 1832"), date_meant("3/7/1637")
    ('1637-03-03', '-0049', '1832~', None)
    >>> date_meant("AD 33"), date_meant("the 1870s"), date_meant("1917–23"), date_meant("−0049")
    ('0033', '187X', '1917/1923', '-0049')
    """
    wanted = _FORMERLY.sub("", text.strip().replace("−", "-").removesuffix("."))
    sign = "~" if (about := _ABOUT.match(wanted)) else ""
    wanted = wanted[about.end() :] if about else wanted
    if doubtful := re.fullmatch(r"(.*\S)\s*\?", wanted):
        wanted, sign = doubtful[1], "%" if sign else "?"
    meant = _span(wanted) or _moment(_era_last(wanted))
    return f"{meant}{sign}" if meant and date_fault(f"{meant}{sign}") is None else None


def is_old_style(text: str) -> bool:
    """Whether a text says that it counts in the Julian calendar.

    >>> is_old_style("25 October 1917 (O.S.)"), is_old_style("1917")
    (True, False)
    """
    return bool(_FORMERLY.search(text))


def _span(text: str) -> str | None:
    """A decade, or the years from one to another: 1917-10 is a month, and 1917-23 none."""
    if decade := _DECADE.fullmatch(text):
        return f"{decade['years']}X"
    years = _YEARS.fullmatch(text)
    if years is None:
        return None
    first, last = years.groups()
    if len(last) == 2 and date_fault(f"{first}-{last}") is not DateFault.DAY:
        return None
    return f"{first}/{first[: 4 - len(last)]}{last}"


def _era_last(text: str) -> str:
    """The text with the era behind the year, and only where it is the one before ours."""
    era = _ERA.search(text)
    if era is None or not re.search(r"\d", text):
        return text
    return f"{_ERA.sub(' ', text, count=1).strip()}{' BC' if era['before'] else ''}"


def _moment(text: str) -> str | None:
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(text))), None)
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
    return meant


def _month(word: str) -> str | None:
    """The number of the month that a word names, whole or from its third letter on cut short."""
    named = (at for at, names in enumerate(_MONTHS, 1) if any(name.startswith(word.casefold()) for name in names))
    number = next(named, None) if len(word) >= 3 else None
    return str(number) if number else None
