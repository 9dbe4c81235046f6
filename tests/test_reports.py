"""What programs read of a check: JSON, workflow commands, SARIF."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from program import EXAMPLE, TOP, Ran, run
from untaken.checking.catalogue import CATALOGUE
from untaken.reading.diagnostics import Diagnostic
from untaken.text.edits import Edit
from untaken.text.span import Span
from untaken.writing.formats import Stuff, format_called
from untaken.writing.reports import Report


def report(problems: list[Diagnostic], format: str) -> str:
    """The report on these problems, found in two scenarios, in a format."""
    return format_called(format, Stuff.PROBLEMS).write(Stuff.PROBLEMS, Report(problems, 2)).decode("utf-8")


SPAN = Span("a, b/50%: ü.yaml", 3, 9, 5, "label: Säil")
MISTAKE = Diagnostic(SPAN, CATALOGUE["unknown-key"], "100% 'wrong'\nhere", "write 'label'", (Edit(SPAN, "label"),))
PLAIN = Diagnostic(Span("b.yaml"), CATALOGUE["rejoining-roads"], "two roads")

JSON = """\
{
  "format": 1,
  "scenarios": 2,
  "errors": 1,
  "warnings": 0,
  "notes": 1,
  "problems": [
    {
      "file": "a, b/50%: ü.yaml",
      "line": 3,
      "column": 9,
      "end-column": 14,
      "severity": "error",
      "code": "unknown-key",
      "message": "100% 'wrong'\\nhere",
      "help": "write 'label'",
      "fix": [
        {
          "line": 3,
          "column": 9,
          "end-column": 14,
          "text": "label"
        }
      ]
    },
    {
      "file": "b.yaml",
      "line": 1,
      "column": 1,
      "end-column": 2,
      "severity": "note",
      "code": "rejoining-roads",
      "message": "two roads",
      "help": null,
      "fix": null
    }
  ]
}
"""

GITHUB = (
    "::error file=a%2C b/50%25%3A ü.yaml,line=3,endLine=3,col=9,endColumn=14,title=untaken%3A unknown-key"
    "::100%25 'wrong'%0Ahere%0Ahelp: write 'label'\n"
    "::notice file=b.yaml,line=1,endLine=1,col=1,endColumn=2,title=untaken%3A rejoining-roads::two roads\n"
)


def test_json_has_every_part_of_a_problem() -> None:
    assert report([MISTAKE, PLAIN], "json") == JSON


def test_workflow_commands_hold_no_sign_that_would_end_them() -> None:
    assert report([MISTAKE, PLAIN], "github") == GITHUB


def test_no_problem_is_no_workflow_command() -> None:
    assert report([], "github") == ""


def test_the_text_is_what_people_are_shown() -> None:
    assert report([MISTAKE, PLAIN], "text") == f"{MISTAKE}\n\n{PLAIN}\n"


# What SARIF 2.1.0 asks of the parts that are written here, after sections 3.13 to 3.57 of the standard.
REGION = {
    "type": "object",
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endColumn")},
    "required": ["startLine"],
    "additionalProperties": False,
}
MESSAGE = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
ARTIFACT = {
    "type": "object",
    "properties": {"uri": {"type": "string", "pattern": r"^[\w./%~-]+$|^file:///"}},
    "required": ["uri"],
}
RESULT = {
    "type": "object",
    "properties": {
        "ruleId": {"enum": [*CATALOGUE]},
        "ruleIndex": {"type": "integer", "minimum": 0, "maximum": len(CATALOGUE) - 1},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {"physicalLocation": {"properties": {"artifactLocation": ARTIFACT, "region": REGION}}}
            },
        },
        "fixes": {
            "type": "array",
            "items": {
                "properties": {
                    "description": MESSAGE,
                    "artifactChanges": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "properties": {
                                "artifactLocation": ARTIFACT,
                                "replacements": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "properties": {"deletedRegion": REGION, "insertedContent": MESSAGE},
                                        "required": ["deletedRegion"],
                                        "additionalProperties": False,
                                    },
                                },
                            },
                            "required": ["artifactLocation", "replacements"],
                            "additionalProperties": False,
                        },
                    },
                },
                "required": ["artifactChanges"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["message"],
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"properties": {"level": {"enum": ["none", "note", "warning", "error"]}}},
    },
    "required": ["id"],
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif.*2.1.0"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "properties": {
                    "tool": {
                        "properties": {
                            "driver": {
                                "properties": {
                                    "name": {"const": "untaken"},
                                    "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+"},
                                    "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                                },
                                "required": ["name", "rules"],
                                "additionalProperties": False,
                            }
                        },
                        "required": ["driver"],
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
                "required": ["tool"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}


def test_sarif_has_the_structure_of_the_standard_and_the_catalogue_for_its_rules() -> None:
    told = json.loads(report([MISTAKE, PLAIN], "sarif"))
    jsonschema.Draft202012Validator(SARIF).validate(told)
    (ran,) = told["runs"]
    rules = ran["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        (code, str(rule.severity)) for code, rule in CATALOGUE.items()
    ]
    assert [rules[each["ruleIndex"]]["id"] for each in ran["results"]] == ["unknown-key", "rejoining-roads"]
    assert ran["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%2C%20b/50%25%3A%20%C3%BC.yaml"},
        "region": {"startLine": 3, "startColumn": 9, "endColumn": 14},
    }
    assert "fixes" not in ran["results"][1]


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """The example with a mistake in the ferry."""
    shutil.copytree(EXAMPLE, tmp_path / "island")
    path = tmp_path / "island" / "ferry.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("leads-to: crossing", "leads-to: crosing"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_format_for_programs_is_all_that_is_printed(island: Path, form: str) -> None:
    ran = run("check", "island", "--proof", "--output-format", form, cwd=island)
    assert (ran.code, ran.err) == (1, "")
    if form == "github":
        assert ran.out.splitlines() == [
            "::error file=island/ferry.yaml,line=34,endLine=34,col=19,endColumn=26,title=untaken%3A unknown-target"
            "::option 'sail' leads to 'crosing', which is not a node%0Ahelp: write 'crossing'"
        ]
    else:
        assert "crosing" in ran.out
        json.loads(ran.out)


def test_formats_for_programs_are_never_cut_short_and_people_see_the_first_hundred(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text("title: Flood\nquestion: How many?\nnodes:\n" + "  a: {}\n" * 151, encoding="utf-8")
    told = json.loads(run("check", path, "--output-format", "json", cwd=tmp_path).out)
    assert told["errors"] == len(told["problems"]) > 150
    shown = run("check", path, cwd=tmp_path)
    assert shown.err.count("error[") == 100
    more = told["errors"] - 100
    assert shown.err.endswith(f"\n{more} more problems: `untaken check --all-problems` shows all\n")
    assert run("check", path, "--all-problems", cwd=tmp_path).err.count("error[") == told["errors"]


def test_the_guide_names_every_format() -> None:
    text = (TOP / "scenarios" / "README.md").read_text(encoding="utf-8")
    assert all(f"`{form}`" in text for form in ("json", "github", "sarif"))


def test_a_run_without_problems_is_a_whole_report(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "island")
    expected = (
        '{\n  "format": 1,\n  "scenarios": 2,\n  "errors": 0,\n  "warnings": 0,\n  "notes": 0,\n  "problems": []\n}\n'
    )
    assert run("check", "island", "--output-format", "json", cwd=tmp_path) == Ran(0, expected, "")
