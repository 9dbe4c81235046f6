"""The schemas for editors: they take what the program takes, and refuse what is wrong by its shape."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from mistakes import CLEAN
from program import EXAMPLE, TOP, Ran, run
from scenarios_at_random import turning_points
from slips import SLIPS
from untaken.model import TurningPoint
from untaken.model.keys import GUIDES, Key
from untaken.model.sources import Noun
from untaken.text.dates import DateFault, date_fault
from untaken.writing.schema import KINDS_OF_FILE, json_schema

SCHEMAS = {kind: json.loads(json_schema(kind)) for kind in KINDS_OF_FILE}
VALIDATORS = {kind: Draft7Validator(schema) for kind, schema in SCHEMAS.items()}
SHIPPED = sorted((TOP / "scenarios").rglob("*.yaml"))


class AsEditorsRead(yaml.SafeLoader):
    """YAML as an editor reads it: numbers and truth values are what they look like, dates are texts, and so are keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


AsEditorsRead.yaml_implicit_resolvers = {
    letter: [each for each in resolvers if each[0].rpartition(":")[2] in ("bool", "int", "float", "null")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Unquoted(yaml.SafeDumper):
    """Writes every text without quotes where YAML's grammar lets it: `no`, `010`, `1918-02-24`."""


Unquoted.yaml_implicit_resolvers = {}


def kind_of(path: Path) -> str:
    return "collection" if path.stem == "collection" else "scenario"


def mistakes(kind: str, text: str) -> list[str]:
    """What a schema finds in a text, and where."""
    errors = VALIDATORS[kind].iter_errors(yaml.load(text, AsEditorsRead))
    return [f"{'/'.join(map(str, each.path))}: {each.message[:200]}" for each in errors]


# What the schemas take


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("path", [*SHIPPED, *sorted(EXAMPLE.glob("*.yaml"))], ids=lambda path: path.stem)
def test_every_shipped_file_keeps_to_its_schema(path: Path) -> None:
    assert mistakes(kind_of(path), path.read_text(encoding="utf-8")) == []


@given(turning_points())
def test_a_scenario_at_random_keeps_to_the_schema_and_words_that_yaml_would_read_otherwise_need_no_quotes(
    point: TurningPoint,
) -> None:
    plain = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert mistakes("scenario", yaml.safe_dump(plain, allow_unicode=True)) == []
    text = yaml.dump(plain, Dumper=Unquoted, allow_unicode=True)
    # An editor cannot tell these from a key that has no value yet.
    assert re.search(r"(?m)[:-] (~|null|Null|NULL)$", text) or mistakes("scenario", text) == []


@given(st.from_regex(r"-?[0-9]{1,5}(-[0-9]{1,3}){0,3}", fullmatch=True))
def test_a_date_of_the_right_form_is_one_to_the_schema_and_no_other(date: str) -> None:
    fits = Draft7Validator(SCHEMAS["scenario"]["properties"]["date"]).is_valid(date)
    assert fits or date_fault(date) is not None
    assert not fits or date_fault(date) is not DateFault.FORM


@pytest.mark.parametrize("written", ["1917", "-0044", "1918-02-24", "1917-10", '"1917"'])
def test_a_date_needs_no_quotes(written: str) -> None:
    date = yaml.load(written, AsEditorsRead)
    assert Draft7Validator(SCHEMAS["scenario"]["properties"]["date"]).is_valid(date)


@pytest.mark.parametrize(
    ("noun", "name", "key"), [(noun, name, key) for noun, guide in GUIDES.items() for name, key in guide.keys.items()]
)
def test_the_example_of_a_key_keeps_to_the_schema(noun: type[Noun], name: str, key: Key) -> None:
    schema = next(schema for schema in SCHEMAS.values() if noun.__name__ in (*schema["$defs"], schema["title"]))
    properties = schema["$defs"].get(noun.__name__, schema)["properties"]
    value = yaml.load(key.example, AsEditorsRead)[name]
    assert Draft7Validator({"$defs": schema["$defs"], "allOf": [properties[name]]}).is_valid(value)


@pytest.mark.parametrize("place", ["format: 1\n", "  harbour:\n", "      sail:\n        label"])
def test_keys_that_begin_with_x_are_the_author_s_own(place: str) -> None:
    assert CLEAN.count(place) == 1
    indent = " " * (len(place) - len(place.lstrip(" ")) + 2) if place.strip() != "format: 1" else ""
    first, label, rest = place.partition("        label")
    written = f"{first}{indent}x-mine: [1, {{any: thing}}]\n{label}{rest}"
    assert mistakes("scenario", CLEAN.replace(place, written)) == []


# What they refuse

BY_SHAPE = (
    "unknown-key",
    "missing-key",
    "wrong-type",
    "argument-without-side",
    "bad-date",
    "unknown-format",
    "empty-value",
)
"""Codes of mistakes that a file's shape shows; all others are for `check`, which knows what refers to what."""

FOR_CHECK = {
    "bad-date-no-such-day": "the schema knows no calendar",
    "bad-date-year-zero": "the schema knows no calendar",
    "bad-date-backward": "the schema knows no calendar",
    "empty-value-key": "were there a rule for ids, editors would offer one that obeys it",
}
"""Mistakes of these codes that a schema cannot see, and why."""

OF_YAML = (
    "yaml-",
    "not-utf8",
    "control-",
    "empty-file",
    "file-too-large",
    "nested-too-deep",
    "duplicate-key",
    "wrong-type-list-for-key",
)
"""Codes of mistakes that keep a file from being read, so that no schema comes to see it."""

CASES = {name: slip.text for name, slip in SLIPS.items() if not name.startswith(OF_YAML)}
SEEN = [name for name in CASES if name.startswith(BY_SHAPE) and name not in FOR_CHECK]


@pytest.mark.parametrize("name", SEEN)
def test_a_mistake_of_shape_is_found(name: str) -> None:
    assert mistakes("scenario", CASES[name]) != []


@pytest.mark.parametrize("name", [name for name in CASES if name not in SEEN])
def test_of_what_only_check_can_know_the_schema_says_nothing(name: str) -> None:
    assert mistakes("scenario", CASES[name]) == []


# The files


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_schema_in_the_scenarios_is_up_to_date(kind: str) -> None:
    path = TOP / "scenarios" / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == json_schema(kind), "run `make reference`"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_first_line_of_a_shipped_file_leads_to_its_schema(path: Path) -> None:
    line = path.read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
    assert named
    assert (path.parent / named[1]).resolve() == TOP / "scenarios" / f"{kind_of(path)}.schema.json"


def descriptions(schema: Any) -> list[str]:
    """What is said of each key, however deep it stands."""
    if isinstance(schema, list):
        return [said for each in schema for said in descriptions(each)]
    if not isinstance(schema, dict):
        return []
    keys = schema.get("properties", {})
    own = [each["description"] for each in keys.values() if each is not False]
    return own + [said for each in schema.values() for said in descriptions(each)]


@pytest.mark.parametrize(("kind", "least"), [("scenario", 100), ("collection", 45)])
def test_every_key_of_a_schema_has_a_description_with_an_example(kind: str, least: int) -> None:
    said = descriptions(SCHEMAS[kind])
    assert len(said) > least
    assert [each for each in said if " Example:" not in each] == []


# The command


def test_schema_prints_that_of_a_scenario_or_the_one_that_is_named(tmp_path: Path) -> None:
    assert run("schema", cwd=tmp_path) == Ran(0, json_schema("scenario"), "")
    assert run("schema", "collection", cwd=tmp_path) == Ran(0, json_schema("collection"), "")


def test_schema_writes_both_into_a_folder_or_the_one_that_is_named(tmp_path: Path) -> None:
    both = "texts/scenario.schema.json\ntexts/collection.schema.json\n"
    assert run("schema", "-o", "texts", cwd=tmp_path) == Ran(0, both, "")
    assert {path.name for path in (tmp_path / "texts").iterdir()} == {"scenario.schema.json", "collection.schema.json"}
    for kind in KINDS_OF_FILE:
        assert (tmp_path / "texts" / f"{kind}.schema.json").read_text(encoding="utf-8") == json_schema(kind)
    assert run("schema", "collection", "-o", "one", cwd=tmp_path) == Ran(0, "one/collection.schema.json\n", "")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["collection.schema.json"]


def test_the_reference_is_printed_alone(tmp_path: Path) -> None:
    ran = run("schema", "--reference", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out in (TOP / "scenarios" / "README.md").read_text(encoding="utf-8")
    refused = run("schema", "collection", "--reference", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "error: --reference stands alone\nhelp: leave the rest out: it prints every key of both kinds\n"
    )
