"""Scenarios in numbers: what they hold, on whose words they rest, how many roads lead through them, what is missing."""

from untaken.views.statistics.counts import Statistics, statistics
from untaken.views.statistics.words import Table, statistics_json, statistics_parts

__all__ = ["Statistics", "Table", "statistics", "statistics_json", "statistics_parts"]
