"""What is said of every key: nothing is left out, the examples are right, and the files made from it are up to date."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from program import TOP
from untaken.model import Collection, Scenario
from untaken.model.keys import GUIDES, Key
from untaken.model.shape import needed
from untaken.model.sources import Noun
from untaken.writing.reference import reference

README = TOP / "scenarios" / "README.md"
BEGIN = "<!-- The reference: `make reference` writes it anew. -->\n"
END = "<!-- The reference ends here. -->\n"

KEYS = [(noun, name, key) for noun, guide in GUIDES.items() for name, key in guide.keys.items()]
each_key = pytest.mark.parametrize(("noun", "name", "key"), KEYS, ids=lambda each: getattr(each, "__name__", None))


def nouns_in(annotation: object) -> Iterator[type[Noun]]:
    """The nouns that a type is made of, and those that they are made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        assert issubclass(annotation, Noun)
        yield annotation
        for info in annotation.model_fields.values():
            yield from nouns_in(info.annotation)
    for part in getattr(annotation, "__args__", ()):
        yield from nouns_in(part)


def test_every_noun_of_the_model_has_its_guide() -> None:
    assert GUIDES.keys() == {*nouns_in(Scenario), *nouns_in(Collection)}


@pytest.mark.parametrize("noun", GUIDES)
def test_every_key_of_the_model_is_described_and_no_other(noun: type[Noun]) -> None:
    assert {*GUIDES[noun].keys} == {info.alias for info in noun.model_fields.values()}


@each_key
def test_a_key_is_described_in_sentences_and_its_example_begins_with_it(noun: type[Noun], name: str, key: Key) -> None:
    assert re.fullmatch(r"['A-Z].*\.", key.purpose)
    assert key.example.startswith(f"{name}:")
    assert "\t" not in key.example


@each_key
def test_the_example_of_a_key_is_one_that_the_program_reads(noun: type[Noun], name: str, key: Key) -> None:
    # Like the program, this loader takes every scalar for a text.
    written = yaml.load(key.example, yaml.BaseLoader)
    assert [*written] == [name]
    assert [error for error in errors(noun, written) if error["loc"][:1] == (name,)] == []


def errors(noun: type[Noun], written: object) -> list[ErrorDetails]:
    """What the model has against this; that a noun needs more keys than the one is among it."""
    try:
        noun.model_validate(written)
    except ValidationError as error:
        return error.errors()
    return []


@each_key
def test_where_there_are_only_a_few_words_each_is_explained(noun: type[Noun], name: str, key: Key) -> None:
    schema = noun.model_json_schema(by_alias=True)
    few = {*enumerated(schema, schema["properties"][name])}
    if len(few) < 10:
        assert {*key.words} == few


def enumerated(schema: dict[str, object], value: object) -> list[object]:
    """The words that a JSON Schema of pydantic's has for a value, however deep."""
    if isinstance(value, list):
        return [word for each in value for word in enumerated(schema, each)]
    if not isinstance(value, dict):
        return []
    if "$ref" in value:
        definitions = schema["$defs"]
        assert isinstance(definitions, dict)
        target = definitions[value["$ref"].rpartition("/")[2]]
        return list(target.get("enum", []))
    return [*value.get("enum", []), *enumerated(schema, value.get("anyOf", []))]


def test_the_reference_has_every_key_under_its_noun_and_says_which_are_needed() -> None:
    told = sections()
    assert [*told] == [guide.name for guide in GUIDES.values()]
    for noun, guide in GUIDES.items():
        entries = re.findall(r"\*\*`(.+?)`\*\*( \(needed\))?", told[guide.name])
        assert sorted(entries) == sorted((name, " (needed)" if name in needed(noun) else "") for name in guide.keys)


def test_a_key_that_is_told_elsewhere_is_told_there() -> None:
    told = sections()
    for section in told.values():
        for line in re.findall(r"(?m)^- (.*: as under .*)$", section):
            where = re.fullmatch(r".*: as under \[([\w ]+)\]\(#([\w-]+)\)\.", line)
            assert where, line
            assert where[1].lower().replace(" ", "-") == where[2]
            for name in re.findall(r"`(.+?)`", line):
                assert re.search(rf"(?m)^- \*\*`{name}`\*\*( \(needed\))?: [^a]", told[where[1]])


def sections() -> dict[str, str]:
    """What the reference says of each noun, an entry a line."""
    parts = re.split(r"(?m)^### (.*)\n", re.sub(r"\n  (?=\S)", " ", reference()))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_reference_in_the_authors_guide_is_up_to_date(agrees: Callable[[str, Path], None]) -> None:
    """`make reference` renews it."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    assert found, f"{README} has lost a line that marks where the reference begins or ends"
    agrees(f"{before}{BEGIN}\n{reference()}\n{END}{after}", README)
