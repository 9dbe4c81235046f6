"""What an author meets in an editor: the real yaml-language-server is asked, with the schemas of this project."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from language_server import Editor, editor
from program import TOP
from untaken.model import Argument, Chance, Citation, Decision, Outcome
from untaken.model.keys import GUIDES
from untaken.model.sources import Noun

pytestmark = pytest.mark.slow

COLLECTION = TOP / "scenarios" / "october-1917"
SCENARIO = COLLECTION / "martov-motion.yaml"
TEXT = SCENARIO.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def author() -> Iterator[Editor]:
    with editor() as running:
        yield running


def with_edit(right: str, wrong: str) -> str:
    """The scenario with the first of these places written otherwise; `|` in it is where the cursor stands."""
    assert right in TEXT, right
    return TEXT.replace(right, wrong, 1)


def line_of(sign: str, text: str) -> int:
    return text[: text.index(sign)].count("\n") + 1


# Squiggles


@pytest.mark.parametrize("path", sorted(COLLECTION.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_underlined_in_a_shipped_file(author: Editor, path: Path) -> None:
    assert author.diagnose(path, path.read_text(encoding="utf-8")) == []


def test_a_misspelt_key_is_underlined_with_the_name_of_what_is_missing(author: Editor) -> None:
    text = with_edit("leads-to: moderates", "leeds-to: moderates")
    option, key = line_of("adopt:", text), line_of("leeds-to:", text)
    assert author.diagnose(SCENARIO, text) == [
        (option, 'Missing property "leads-to".'),
        (key, "Property leeds-to is not allowed."),
    ]


NODE = "A node is a decision, a chance or an outcome: write 'decision: …', 'chance: …' or 'outcome: …'."


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("label: Adopt", "label: [Adopt] #", "A text belongs here."),
        ("label: Adopt", "label: #", "A text belongs here."),
        ("date: 1917-10-25", "date: 25 October", "A date is written like 1917, 1917-10 or 1917-10-25; free text goes into 'when'."),
        ("historical: true", "historical: maybe", "Write 'true', or leave the key out."),
        ("deciders: [soviet-congress]", "deciders: soviet-congress", "A list belongs here: [in brackets], or one '- …' a line."),
        ("format: 1", "format: 2", "Value must be 1."),
        ("basis: recorded", "basis: record", 'Value is not accepted. Valid values: "recorded", "argued", "inferred".'),
        ("quote: broad", "quot: broad", "Property quot is not allowed."),
        (
            "- for: An interim",
            "- against: No interim\n            for: An interim",
            "An argument speaks for its option or against it: make two arguments of it.",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_on_its_line_in_the_words_of_an_author(
    author: Editor, right: str, wrong: str, message: str
) -> None:
    text = with_edit(right, wrong)
    assert author.diagnose(SCENARIO, text) == [(line_of(wrong, text), message)]


@pytest.mark.parametrize("wrong", ["  new: a text\n", "  new:\n", "  new:\n    desicion: Join them?\n"])
def test_a_node_without_kind_is_told_its_three_kinds_and_nothing_else(author: Editor, wrong: str) -> None:
    text = with_edit("  motion:\n", f"{wrong}  motion:\n")
    assert author.diagnose(SCENARIO, text) == [(line_of("  new:", text), NODE)]


@pytest.mark.parametrize("word", ["no", "true", "1918", "010", "1918-02-24", "12:30", "1e3", ".5", "-7"])
def test_a_word_that_yaml_reads_otherwise_is_not_underlined(author: Editor, word: str) -> None:
    text = with_edit("  motion:\n", f"  {word}:\n")
    for key in ("label", "when", "where", "leads-to", "claim", "for"):
        assert f"{key}: " in text
        text = re.sub(rf"\b{key}: .*", f"{key}: {word}", text, count=1)
    assert author.diagnose(SCENARIO, text) == []


# Completion


def test_inside_an_option_its_missing_keys_are_completed(author: Editor) -> None:
    found = author.complete(SCENARIO, with_edit("        historical: true\n", "        historical: true\n        |\n"))
    assert {*found} == {"establishes", "requires", "unless"}
    assert found["requires"]["documentation"]["value"] == (
        "Facts without which this way is closed: a list of ids, or of ties that say why and who says so.\n\n```yaml\nrequires: [mail-kept]\n```"
    )


def keys_of(found: dict[str, Any]) -> set[str]:
    """The keys among what is offered; beside them, the server offers a noun whole under its name."""
    return {label for label in found if label.islower()}


@pytest.mark.parametrize(("kind", "noun"), [("decision", Decision), ("chance", Chance), ("outcome", Outcome)])
def test_inside_a_node_the_other_keys_of_its_kind_are_completed(author: Editor, kind: str, noun: type[Noun]) -> None:
    found = author.complete(SCENARIO, with_edit("nodes:\n", f"nodes:\n  new:\n    {kind}: What next?\n    |\n"))
    assert keys_of(found) == GUIDES[noun].keys.keys() - {kind}


def test_inside_a_node_without_kind_the_three_kinds_are_completed(author: Editor) -> None:
    found = author.complete(SCENARIO, with_edit("nodes:\n", "nodes:\n  new:\n    |\n"))
    assert keys_of(found) == {"decision", "chance", "outcome"}


def test_inside_an_argument_and_a_citation_their_keys_are_completed(author: Editor) -> None:
    argument = author.complete(SCENARIO, with_edit("        arguments:\n", "        arguments:\n          - |\n"))
    assert keys_of(argument) == {*GUIDES[Argument].keys}
    citation = author.complete(
        SCENARIO, with_edit("{source: few-who-won, section", "{source: few-who-won, pa|, section")
    )
    assert {*citation} == {*GUIDES[Citation].keys} - {"source", "section", "quote"}


@pytest.mark.parametrize(
    ("right", "line", "words"),
    [
        ("basis: recorded", "basis: |", ["recorded", "argued", "inferred"]),
        ("historical: true", "historical: |", ["true", "false"]),
    ],
)
def test_a_word_of_a_few_is_completed(author: Editor, right: str, line: str, words: list[str]) -> None:
    assert [*author.complete(SCENARIO, with_edit(right, line))] == words


def test_what_each_of_a_few_words_means_is_said_beside_it(author: Editor) -> None:
    found = author.complete(SCENARIO, with_edit("basis: recorded", "basis: |"))
    assert found["inferred"]["documentation"] == "it is your own inference, and no source says so"


@pytest.mark.parametrize("key", ["label", "leads-to", "decision", "when"])
def test_where_an_author_writes_a_text_of_their_own_nothing_is_offered(author: Editor, key: str) -> None:
    line = next(line for line in TEXT.splitlines() if line.strip().startswith(f"{key}: "))
    assert author.complete(SCENARIO, with_edit(line, f"{line.partition(':')[0]}: |")) == {}


# Hover


def test_a_key_says_what_it_is_for_with_an_example(author: Editor) -> None:
    said = author.hover(SCENARIO, with_edit("leads-to: moderates", "lea|ds-to: moderates"))
    assert said.partition("\n\nSource: ")[0] == (
        "#### Option\n\nThe id of the node that comes next.\n\n```yaml\nleads-to: crossing\n```"
    )


def test_a_key_that_takes_one_thing_or_several_says_so(author: Editor) -> None:
    said = author.hover(SCENARIO, with_edit("cite: {source", "ci|te: {source"))
    assert said.startswith("#### Citation\n\nWhere the claim comes from: one citation in braces, or a list of them")
    assert "```yaml\ncite: {source: harbour-book, " in said


def test_the_basis_of_an_outcome_says_what_each_word_means(author: Editor) -> None:
    said = author.hover(SCENARIO, with_edit("basis: recorded", "ba|sis: recorded"))
    assert "What the outcome rests on.\n" in said
    assert "* `argued`: a source argues that it would have happened, and is cited under 'consequences'\n" in said


def test_a_collection_has_help_of_its_own(author: Editor) -> None:
    path = COLLECTION / "collection.yaml"
    text = path.read_text(encoding="utf-8")
    said = author.hover(path, text.replace("    author:", "    aut|hor:", 1))
    assert said.startswith("#### Source\n\nWho wrote it: a list of names.\n\n```yaml\nauthor: [")
    assert author.diagnose(path, text.replace("type: article-magazine", "type: magazine", 1))[0][1].startswith(
        "Value is not accepted. Valid values: "
    )
