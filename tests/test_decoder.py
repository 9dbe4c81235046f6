"""Decoding: a wrong key or value is mended, so that it has one message and the rest of the file is still judged."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mistakes import CLEAN
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.loading import load
from untaken.model import Collection, Scenario
from untaken.reading.decoding import decode, regrouped
from untaken.reading.decoding.fields import blank_at, noun_at, swallowed
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.marked import HOLE, Inner
from untaken.reading.yaml import read_text
from untaken.text.span import Span

IDS = {"annals", "log", "master", "owners", "widows", "mail-kept", "only-history-viable"} | {
    *("harbour", "crossing", "narrows", "wreck", "arrival", "calm", "dawn", "lost-day", "steamer", "manse"),
    *("sail", "wait", "steam", "pray", "breaks", "holds", "on", "drops", "rises"),
}
"""The keys of the scenario that are the author's own."""


def problems_of(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    path = folder / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    return load([path]).problems


def keys_of_the_format() -> Iterator[tuple[int, str]]:
    """Every key of the format that the scenario has, with its place in the text."""
    for found in re.finditer(r"(?m)(?:^ *(?:- )?|[{,] *)([a-z-]+):", CLEAN):
        if found[1] not in IDS:
            yield found.start(1), found[1]


FERRY = {"nodes": {"pier": {"decision": "Sail?", "options": {"sail": {"arguments": [{"for": "Mails"}]}}}}}
ALONE = {"nodes": {"pier": {"decision": "Sail?", "options": {"sail": {"arguments": {"for": "Mails", "cite": {}}}}}}}


@pytest.mark.parametrize(
    ("file", "route", "noun"),
    [
        (FERRY, (), "scenario"),
        (FERRY, ("title",), None),
        (FERRY, ("nodes",), None),
        (FERRY, ("nodes", "pier"), "decision"),
        (FERRY, ("nodes", "pier", "options"), None),
        (FERRY, ("nodes", "pier", "options", "sail"), "option"),
        (FERRY, ("nodes", "pier", "options", "sail", "arguments"), None),
        (FERRY, ("nodes", "pier", "options", "sail", "arguments", 0), "argument"),
        (FERRY, ("nodes", "pier", "options", "sail", "arguments", 1, "cite"), None),
        ({"nodes": ["pier"]}, ("nodes", "pier", "options"), None),
        ({"nodes": {"pier": {"decision": "?", "options": ["sail"]}}}, ("nodes", "pier", "options", "sail"), "option"),
        (ALONE, ("nodes", "pier", "options", "sail", "arguments"), "argument"),
        (ALONE, ("nodes", "pier", "options", "sail", "arguments", "cite"), "citation"),
        (ALONE, ("nodes", "pier", "options", "sail", "arguments", "for"), None),
    ],
)
def test_at_every_place_of_a_file_it_is_known_what_stands_there(
    file: dict[str, object], route: tuple[str | int, ...], noun: str | None
) -> None:
    found = noun_at(Scenario, file, route)
    assert (found.__name__.casefold() if found else None) == noun


@pytest.mark.parametrize(
    ("key", "is_item", "meant"),
    [
        ("label", False, ("nodes", "pier", "options", "sail", "label")),
        ("start", False, ("start",)),
        ("decision", False, None),
        ("cite", False, ("nodes", "pier", "options", "sail", "arguments", 0, "cite")),
        ("cite", True, ("nodes", "pier", "options", "sail", "arguments", 0, "for")),
        ("start", True, None),
    ],
)
def test_a_line_inside_a_text_was_meant_for_the_nearest_place_where_its_key_is_missing(
    key: str, is_item: bool, meant: tuple[str | int, ...] | None
) -> None:
    route = ("nodes", "pier", "options", "sail", "arguments", 0, "for")
    assert swallowed(Scenario, FERRY, route, Inner(Span("x"), key, is_item)) == meant


def test_a_line_inside_a_text_of_a_single_citation_may_have_been_meant_for_its_argument() -> None:
    route = ("nodes", "pier", "options", "sail", "arguments", "cite", "quote")
    assert swallowed(Scenario, ALONE, route, Inner(Span("x"), "voice", False)) == (*route[:5], "voice")
    assert swallowed(Scenario, ALONE, route, Inner(Span("x"), "page", False)) == (*route[:6], "page")


def test_for_a_mapping_of_ids_that_is_none_as_many_stand_as_were_meant() -> None:
    route = ("nodes", "pier", "options")
    for count, value in ((3, ["sail", "wait", "pray"]), (2, ["sail", "wait"]), (1, "sail"), (1, [])):
        assert len(blank_at(Scenario, FERRY, route, value)) == count


@pytest.mark.parametrize(("at", "key"), list(keys_of_the_format()))
def test_a_misspelt_key_is_reported_once_with_the_right_one(tmp_path: Path, at: int, key: str) -> None:
    wrong = f"{key}{key[-1]}"
    problems = problems_of(tmp_path, f"{CLEAN[:at]}{wrong}{CLEAN[at + len(key) :]}")
    before = CLEAN[:at]
    assert [(each.span.line, each.span.column, each.code, each.help) for each in problems] == [
        (before.count("\n") + 1, at - before.rfind("\n"), "unknown-key", f"write '{key}'")
    ]


def test_a_second_mistake_inside_a_block_whose_key_is_misspelt_is_told_on_its_own_line(tmp_path: Path) -> None:
    found = re.search(r"(?m)^ *(options):\n", CLEAN)
    inside = re.compile(r"(?m)^ *(leads-to):").search(CLEAN, found.end() if found else 0)
    assert found
    assert inside
    wrong = (
        CLEAN[: found.start(1)]
        + "optoins"
        + CLEAN[found.end(1) : inside.start(1)]
        + "leeds-to"
        + CLEAN[inside.end(1) :]
    )
    told = [
        (each.span.line, each.span.marked, each.help)
        for each in problems_of(tmp_path, wrong)
        if each.code == "unknown-key"
    ]
    lines = [CLEAN.count("\n", 0, each.start(1)) + 1 for each in (found, inside)]
    assert told == [(lines[0], "optoins", "write 'options'"), (lines[1], "leeds-to", "write 'leads-to'")]


def test_every_level_of_the_format_was_misspelt() -> None:
    assert {key for _, key in keys_of_the_format()} > {
        *(
            "format",
            "title",
            "nodes",
            "sources",
            "type",
            "name",
            "decision",
            "chance",
            "outcome",
            "options",
            "branches",
        ),
        *("label", "leads-to", "historical", "advocates", "arguments", "for", "against", "voice", "cite", "source"),
        *("section", "quote", "page", "basis", "consequences", "claim", "notes", "note", "likelihood", "establishes"),
    }


def test_all_keys_misspelt_at_once_are_reported_each() -> None:
    text = re.sub(
        r"(?m)((?:^ *(?:- )?|[{,] *))([a-z-]+):",
        lambda found: found[0] if found[2] in IDS else f"{found[1]}{found[2]}{found[2][-1]}:",
        CLEAN,
    )
    read = read_text(text, "ferry.yaml")
    assert read.tree is not None
    decoded = decode(read.tree, Scenario)
    assert {finding.code for finding in decoded.findings} == {"unknown-key"}
    assert len(decoded.findings) == len(list(keys_of_the_format()))
    assert decoded.model == model_of(CLEAN)


def model_of(text: str) -> Scenario | None:
    read = read_text(text, "ferry.yaml")
    assert read.tree is not None
    return decode(read.tree, Scenario).model


WORDS_OF_THE_FORMAT = [
    "options",
    "nodes",
    "cite",
    "for",
    "sections",
    "decision",
    "decision node",
    "[key]",
    "0",
    "notes",
]


def renamed(text: str) -> str:
    """The scenario with ids that are words of the format."""
    for id, word in zip(sorted(IDS - {"only-history-viable", "on"}), WORDS_OF_THE_FORMAT * 3, strict=False):
        name = f"{word} {id}" if text.count(f'"{word}"') else word
        text = re.sub(rf"(?<![\w-]){id}(?=:(?: |$))", f'"{name}"', text, flags=re.MULTILINE)
        text = re.sub(rf"(?<=[:\[,] ){id}(?=[\],}}\n])", f'"{name}"', text)
        text = re.sub(rf"(?<=\[){id}(?=[\],])", f'"{name}"', text)
    return text


def test_ids_may_be_words_of_the_format(tmp_path: Path) -> None:
    assert problems_of(tmp_path, renamed(CLEAN)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("        label: Wait for daylight\n", "        label: [Wait]\n", "wrong-type"),
        ("        historical: true\n", "        historical: perhaps\n", "wrong-type"),
        ("    basis: recorded\n", "    basis: reported\n", "wrong-type"),
        ("          - for: He had been right before.\n", "          - fro: He had been right before.\n", "unknown-key"),
        ("    chance: Does the wind drop?\n", "", "missing-key"),
    ],
)
def test_a_mistake_beside_such_ids_is_found_in_its_place(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    line = CLEAN[: CLEAN.index(right)].count("\n") + 1
    problems = [each for each in problems_of(tmp_path, renamed(CLEAN).replace(right, wrong, 1)) if each.code == code]
    assert [line - 1 <= each.span.line <= line for each in problems] == [True]


def test_a_mended_model_has_the_blanks_that_no_author_can_write() -> None:
    model = model_of(CLEAN.replace("        label: Wait for daylight\n", ""))
    assert model is not None
    assert model.nodes["harbour"].steps["wait"].label == HOLE


@pytest.mark.parametrize("kind", [Scenario, Collection])
@pytest.mark.parametrize(("text", "what"), [("- a\n", "a list"), ("a\n", "a text")])
def test_what_is_no_mapping_is_told_as_what_it_is(kind: type[Scenario], text: str, what: str) -> None:
    tree = read_text(text, "x.yaml").tree
    assert tree is not None
    decoded = decode(tree, kind)
    assert decoded.model is None
    assert [finding.message for finding in decoded.findings] == [
        f"the file holds {what}, not a {kind.__name__.lower()} with keys and values"
    ]


CUTS = st.tuples(st.integers(0, len(CLEAN)), st.integers(0, 30), st.sampled_from(["", *"ab:-,'\"{}[]#&*!|> \n"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CUTS, min_size=1, max_size=4))
def test_however_a_scenario_is_cut_up_the_messages_make_sense(tmp_path: Path, cuts: list[tuple[int, int, str]]) -> None:
    text = CLEAN
    for at, length, put in cuts:
        text = text[:at] + put + text[at + length :]
    for problem in problems_of(tmp_path, text):
        assert problem.code in CATALOGUE
        assert problem.span.line <= text.count("\n") + 1
        assert HOLE not in str(problem)


# ── keys that stand twice ──

TWO_OPTIONS = """\
title: A
question: B
nodes:
  one:
    decision: C
    options:
      first:
        label: D
        arguments:
          - for: E
            cite: {source: s}
          - against: F
            cite: {source: s}
        leads-to: end
      second:
        label: G
        leads-to: other
  end: {outcome: H, basis: recorded}
  other: {outcome: I, basis: inferred}
"""


def regrouping(right: str, wrong: str) -> list[tuple[int, str, str]]:
    """Line, code and message of what is said of doubled keys after a slip."""
    assert TWO_OPTIONS.count(right) == 1
    tree = read_text(TWO_OPTIONS.replace(right, wrong), "x.yaml").tree
    assert tree is not None
    return [(each.span.line, each.code, each.message) for each in regrouped(tree)[1]]


def test_a_lost_id_lets_two_options_run_into_one_and_is_told_once() -> None:
    told = [(15, "duplicate-key", "'label' was given already in line 8")]
    assert regrouping("      second:\n", "") == told


def test_an_id_that_stands_too_far_right_is_told_at_its_line() -> None:
    told = [(15, "empty-value", "'second' has no value; does something new begin here?")]
    assert regrouping("      second:\n", "        second:\n") == told


def test_a_line_that_slipped_below_a_dash_belongs_to_the_item_above() -> None:
    right = "            cite: {source: s}\n          - against: F\n"
    wrong = "          - against: F\n            cite: {source: s}\n"
    told = [(12, "duplicate-key", "'cite' stands here and in line 13; what stands above has none")]
    assert regrouping(right, wrong) == told


def test_a_line_that_stands_twice_is_told_as_such() -> None:
    assert regrouping("        label: D\n", "        label: D\n        label: D\n") == [
        (9, "duplicate-key", "'label' was given already in line 8, column 9")
    ]
