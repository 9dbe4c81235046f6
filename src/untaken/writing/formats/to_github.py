"""GitHub's workflow commands, which annotate the lines of a change."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.reports import Report


def _problems(report: "Report") -> bytes:
    from untaken.writing.reports import github_report

    return github_report(report).encode("utf-8", "replace")


FORMAT = Format("github", ".github.txt", {Stuff.PROBLEMS: _problems})
