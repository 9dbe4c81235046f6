"""SARIF, for code scanning and editors."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.reports import Report


def _problems(report: "Report") -> bytes:
    from untaken.writing.reports import sarif_report

    return sarif_report(report).encode("utf-8", "replace")


FORMAT = Format("sarif", ".sarif", {Stuff.PROBLEMS: _problems})
