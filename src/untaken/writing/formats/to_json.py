"""JSON, for programs: what a check found, numbers, the schema of a file."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.telling.statistics import Statistics
    from untaken.writing.reports import Report


def _problems(report: "Report") -> bytes:
    from untaken.writing.reports import json_report

    return json_report(report).encode("utf-8", "replace")


def _numbers(numbers: "Statistics") -> bytes:
    from untaken.telling.statistics import statistics_json

    return statistics_json(numbers).encode("utf-8")


def _schema(kind: str) -> bytes:
    from untaken.writing.schema import json_schema

    return json_schema(kind).encode("utf-8")


FORMAT = Format("json", ".json", {Stuff.PROBLEMS: _problems, Stuff.NUMBERS: _numbers, Stuff.SCHEMA: _schema})
