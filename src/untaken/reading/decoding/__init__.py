"""Marked trees to models. Pydantic's errors become findings with a route, a cause and a cure."""

from untaken.reading.decoding.decoded import Decoded
from untaken.reading.decoding.mending import decode, sound
from untaken.reading.decoding.regrouping import regrouped

__all__ = ["Decoded", "decode", "regrouped", "sound"]
