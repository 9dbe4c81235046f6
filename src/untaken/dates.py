"""Dates of history: as exact as they are known."""


def date_key(date: str) -> tuple[int, ...]:
    """A date as numbers, as many as are known, that sort in time."""
    sign = -1 if date.startswith("-") else 1
    year, *rest = (int(part) for part in date.removeprefix("-").split("-"))
    return (sign * year, *rest)
