"""What a single value of the format may be: a version, a date, a list of ids."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from untaken.model.sources import Words
from untaken.text.dates import date_fault

FORMAT = 1
"""The newest version of the scenario format."""

OWN = "x-"
"""Begins a key that is the author's own, for anchors and remarks: the program does not look into it."""

Ids = tuple[Words, ...]


def checked_date(text: str) -> str:
    """The text, where it is a date in either calendar; else pydantic is told what keeps it from being one."""
    fault = date_fault(text)
    if fault:
        raise PydanticCustomError("bad-date", "'{text}' {fault}", {"text": text, "fault": str(fault)})
    return text


def checked_format(number: int) -> int:
    """The number, where it is a version of the format that this program reads."""
    if number != FORMAT:
        raise PydanticCustomError("unknown-format", "version {number} of the format is not known", {"number": number})
    return number


Date = Annotated[Words, AfterValidator(checked_date)]
"""YYYY, YYYY-MM or YYYY-MM-DD, with the signs of EDTF; a year before our era has a minus sign."""

Format = Annotated[int, AfterValidator(checked_format)]
