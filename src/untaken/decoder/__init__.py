"""Marked trees to models. Pydantic's errors become findings with a route, a cause and a cure."""

from untaken.decoder.mending import Decoded, decode
from untaken.decoder.regrouping import regrouped

__all__ = ["Decoded", "decode", "regrouped"]
