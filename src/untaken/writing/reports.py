"""What a check found, in the texts that machines read: JSON, GitHub's workflow commands, SARIF."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from untaken import __version__
from untaken.reading.diagnostics import ERROR, NOTE, WARNING, Diagnostic, Severity, count
from untaken.text.edits import Edit
from untaken.text.span import Span

JSON_FORMAT = 1
"""The version of the JSON report; keys may be added to it, none is renamed or taken away."""

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


MOST_SHOWN = 100
"""More problems than these are not read one by one by a person; the first of them are most often the cause."""


@dataclass(frozen=True)
class Report:
    """The problems that a check found, and in how many scenarios it looked."""

    problems: Sequence[Diagnostic]
    scenarios: int


def json_report(report: Report) -> str:
    """For programs, in the shape that the guide describes."""
    return _json(_report(report.problems, report.scenarios))


def github_report(report: Report) -> str:
    """A workflow command for each problem."""
    return "".join(f"{_workflow_command(each)}\n" for each in report.problems)


def sarif_report(report: Report) -> str:
    """One run of SARIF 2.1.0."""
    return _json(_sarif(report.problems))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


# ── JSON ──


def _report(problems: Sequence[Diagnostic], scenarios: int) -> dict[str, Any]:
    """The shape of the JSON report, which the guide describes: `help` and `fix` are null without such a cure."""
    return {
        "format": JSON_FORMAT,
        "scenarios": scenarios,
        "errors": count(problems, ERROR),
        "warnings": count(problems, WARNING),
        "notes": count(problems, NOTE),
        "problems": [_problem(each) for each in problems],
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "file": problem.span.path,
        "line": problem.span.line,
        "column": problem.span.column,
        "end-column": problem.span.column + problem.span.width,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "help": problem.help or None,
        "fix": [_change(each) for each in problem.edits] or None,
    }


def _change(edit: Edit) -> dict[str, Any]:
    span = edit.span
    return {"line": span.line, "column": span.column, "end-column": span.column + span.width, "text": edit.text}


# ── GitHub ──

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _workflow_command(problem: Diagnostic) -> str:
    span = problem.span
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.line,
        "col": span.column,
        "endColumn": span.column + span.width,
        "title": f"untaken: {problem.code}",
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{problem.message}\nhelp: {problem.help}" if problem.help else problem.message
    return f"::{_COMMANDS[problem.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ── SARIF ──


def _sarif(problems: Sequence[Diagnostic]) -> dict[str, Any]:
    # Only this form names every rule, which takes importing them all.
    from untaken.checking.catalogue import CATALOGUE

    rules = [
        {
            "id": code,
            "shortDescription": {"text": rule.sentence},
            "help": {"text": f"untaken explain {code}"},
            "defaultConfiguration": {"level": str(rule.severity)},
        }
        for code, rule in CATALOGUE.items()
    ]
    driver = {"name": "untaken", "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, [*CATALOGUE].index(each.code)) for each in problems],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(problem: Diagnostic, index: int) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.help}" if problem.help else problem.message
    location = {"artifactLocation": _artifact(problem.span), "region": _region(problem.span)}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
    return result | ({"fixes": [_fix(problem)]} if problem.edits else {})


def _fix(problem: Diagnostic) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in problem.edits
    ]
    change = {"artifactLocation": _artifact(problem.span), "replacements": replacements}
    return {"description": {"text": problem.help or problem.message}, "artifactChanges": [change]}


def _artifact(span: Span) -> dict[str, str]:
    path = PurePath(span.path)
    return {"uri": path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endColumn": span.column + span.width}
