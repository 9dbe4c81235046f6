"""Dates as the Citation Style Language has them in its data, CSL 1.0.2, in one line of text."""

from collections.abc import Mapping, Sequence
from typing import Any

_SEASONS = ("spring", "summer", "autumn", "winter")


def date_text(value: Any) -> Any:
    """A CSL date as the text that a source has for it; anything else as it is.

    >>> date_text({"date-parts": [[1919, 3, 1]]}), date_text({"date-parts": [["1919"]], "circa": True})
    ('1919-03-01', 'c. 1919')
    >>> date_text({"date-parts": [[1917], [1923]]}), date_text({"date-parts": [[-44]]}), date_text({"raw": "May 1871"})
    ('1917/1923', '44 BC', 'May 1871')
    >>> date_text({"date-parts": [[1871]], "season": 1}), date_text("1891")
    ('spring 1871', '1891')
    """
    if not isinstance(value, Mapping):
        return value
    plain = next((value[key] for key in ("literal", "raw") if value.get(key)), None)
    if plain is not None:
        return plain
    try:
        ends = [_day(each) for each in value["date-parts"] if each]
    except (KeyError, TypeError, ValueError):
        return value
    season = str(value.get("season", ""))
    named = f"{_SEASONS[int(season) - 1]} " if season in ("1", "2", "3", "4") else ""
    about = "c. " if str(value.get("circa", "")).casefold() not in ("", "false", "0", "no") else ""
    return f"{about}{named}{'/'.join(ends)}" if ends else value


def _day(parts: Sequence[Any]) -> str:
    year, *rest = (int(part) for part in parts if part not in ("", None))
    if year < 0 and not rest:
        return f"{-year} BC"
    written = f"-{-year:04d}" if year < 0 else str(year)
    return "-".join([written, *(f"{part:02d}" for part in rest)])
