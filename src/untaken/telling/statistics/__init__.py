"""Scenarios in numbers: what they hold, on whose words they rest, how many roads lead through them, what is missing."""

from untaken.telling.statistics.counts import Statistics, statistics
from untaken.telling.statistics.words import Table, statistics_json, statistics_parts

__all__ = ["Statistics", "Table", "statistics", "statistics_json", "statistics_parts"]
