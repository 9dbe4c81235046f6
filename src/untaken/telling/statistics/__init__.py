"""Scenarios in numbers: what they hold, on whose words they rest, how many roads lead through them, what is missing."""

from untaken.telling.statistics.counts import Statistics, statistics
from untaken.telling.statistics.words import statistics_document, statistics_json

__all__ = ["Statistics", "statistics", "statistics_document", "statistics_json"]
