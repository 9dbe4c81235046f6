"""The JSON Schema of a file that an author writes, for editors: made from the model, with words from `keys`.

Draft 7, which every release of yaml-language-server knows. What is said in `markdownDescription`, `errorMessage` and
`patternErrorMessage` is for that program; others ignore it. There is no `examples`: it would offer an example's words
as a completion in the middle of an author's sentence. So the example of a key stands in its description.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from untaken.model import (
    FORMAT,
    KINDS,
    Argument,
    Chance,
    Citation,
    Collection,
    Decision,
    Outcome,
    Scenario,
)
from untaken.model.csl import PASSED_OVER
from untaken.model.keys import GUIDES, Key
from untaken.model.sources import Noun
from untaken.model.values import OWN, checked_date, checked_format
from untaken.text.csl_dates import date_text

DRAFT = "http://json-schema.org/draft-07/schema#"

_TEXT: JsonSchemaValue = {
    "anyOf": [
        {"type": "string", "pattern": r"\S", "errorMessage": "A text belongs here."},
        # `1884` and `true` are words to untaken. Were these types listed, editors would offer `true` for every text.
        {"title": "Text", "not": {"type": ["string", "array", "object", "null"]}},
    ]
}
_MOMENT = r"-?(\d\dXX|\d{3}X|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)[~?%]?"
_DATE: JsonSchemaValue = {
    "type": ["string", "integer"],
    "pattern": rf"^\s*{_MOMENT}(/{_MOMENT})?\s*$",
    "minimum": -9999,
    "maximum": 9999,
    "errorMessage": "A date is written like 1917, 1917-10 or 1917-10-25; free text goes into 'when'.",
}
_TRUTH: JsonSchemaValue = {
    "type": ["boolean", "string"],
    "pattern": "^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$",
    "errorMessage": "Write 'true', or leave the key out.",
}
_COUNT: JsonSchemaValue = {
    "type": ["string", "integer"],
    "minimum": 1,
    "pattern": r"^0*[1-9]\d*$",
    "errorMessage": "A whole number from 1 upward belongs here.",
}
_NO_KIND: JsonSchemaValue = {
    "title": "Node",
    "type": "object",
    "required": ["decision"],
    "errorMessage": "A node is a decision, a chance or an outcome: write 'decision: …', 'chance: …' or 'outcome: …'.",
}
_ONE_SIDE: JsonSchemaValue = {
    "if": {"required": ["for"]},
    "then": {
        "properties": {"against": False},
        "errorMessage": "An argument speaks for its option or against it: make two arguments of it.",
    },
    "else": {"required": ["against"], "errorMessage": "An argument has 'for: …' or 'against: …'."},
}

_WRITTEN: Mapping[Any, JsonSchemaValue] = {checked_date: _DATE, checked_format: {"type": "integer", "const": FORMAT}}
"""How values that a function of the model checks are written."""

KINDS_OF_FILE: Mapping[str, type[Noun]] = {"scenario": Scenario, "collection": Collection}


def json_schema(kind: str) -> str:
    """The schema of a file of this kind, `scenario` or `collection`, as JSON that ends with a line break."""
    noun = KINDS_OF_FILE[kind]
    schema = noun.model_json_schema(by_alias=True, schema_generator=_Written, mode="validation")
    return json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=2) + "\n"


class _Written(GenerateJsonSchema):
    """What stands in a file, before pydantic reads it: one method for each kind of value that the model has."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return dict(_TEXT)

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return dict(_COUNT)

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return dict(_TRUTH)

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """The words of an enumeration stand where they are used, beside what each of them means."""
        if schema["type"] == "enum":
            return {"type": "string", "enum": [str(word) for word in schema["members"]]}
        return super().generate_inner(schema)

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        return {
            **super().tuple_schema(schema),
            "errorMessage": "A list belongs here: [in brackets], or one '- …' a line.",
        }

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key is left out, or has a value: nobody writes null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the default: an editor would write it down."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return {"type": "object", "additionalProperties": self.generate_inner(schema["values_schema"])}

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        written = _WRITTEN.get(schema["function"]["function"])
        return dict(written) if written else super().function_after_schema(schema)

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        if schema["function"]["function"] is date_text:
            return {"anyOf": [*_TEXT["anyOf"], {"type": "object", "title": "A date as CSL has it"}]}
        return super().function_before_schema(schema)

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """A node is judged by the kind that it says it is, so that a mistake in it is not one of all kinds at once."""
        nodes = {str(tag).strip("\0"): self.generate_inner(node) for tag, node in schema["choices"].items()}
        written: JsonSchemaValue = {**_NO_KIND, "properties": _kinds()}
        for kind, node in reversed(nodes.items()):
            written = {"if": {"type": "object", "required": [kind]}, "then": node, "else": written}
        return written

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A noun with its keys in their best order, and what is said of each."""
        written = super().model_schema(schema)
        guide = GUIDES[schema["cls"]]
        keys = {key: {**written["properties"][key], **_told(told)} for key, told in guide.keys.items()}
        over = sorted(PASSED_OVER.get(schema["cls"], ()))
        free: JsonSchemaValue = {f"^{OWN}": {}, **({f"^({'|'.join(over)})$": {}} if over else {})}
        rules = {"patternProperties": free, **(_ONE_SIDE if schema["cls"] is Argument else {})}
        about = {"title": guide.name, "description": guide.about, "markdownDescription": guide.about}
        if schema["cls"] is Citation:
            # An editor would say this of the key `cite`, in place of what is said of that key.
            about = {"title": guide.name}
            del written["description"]
        return {**written, **about, "properties": keys, **rules}


def _kinds() -> JsonSchemaValue:
    """The keys of which each node has one."""
    nouns: tuple[type[Noun], ...] = (Decision, Chance, Outcome)
    return {kind: _TEXT | _told(GUIDES[noun].keys[kind]) for kind, noun in zip(KINDS, nouns, strict=True)}


def _told(key: Key) -> JsonSchemaValue:
    """What an editor says of a key, plainly and in Markdown."""
    lines = "\n" if "\n" in key.example else " "
    told = {
        "description": f"{key.purpose} Example:{lines}{key.example}",
        "markdownDescription": f"{key.purpose}\n\n```yaml\n{key.example}\n```",
    }
    return told | ({"enumDescriptions": [*key.words.values()]} if key.words else {})
