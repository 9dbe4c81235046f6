"""Blocks that are not indented under their key, and keys without a value, in any number and any order of both.

What an author forgot to indent is read as if it stood under its key; what else is wrong with it is told all the same.
"""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mistakes import CLEAN
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.loading import load
from untaken.reading.decoding.gathering import Moves
from untaken.reading.marked import HOLE

LINES = CLEAN.rstrip("\n").split("\n")


def told(folder: Path, text: str) -> list[tuple[int, str, str]]:
    """Line, code and message of everything that is found in a text."""
    path = folder / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    return [(each.span.line, each.code, each.message) for each in load([path]).problems]


@pytest.mark.parametrize(
    "text", ["nodes:\nr:\n s:", "nodes:\r\nr:\r\n s:\r\n", "# a\nnodes:\nr:\n  s:\n  t:\nu: {v: }\n"]
)
def test_the_smallest_node_that_is_not_indented_and_has_an_empty_key(text: str, tmp_path: Path) -> None:
    messages = [message for _, _, message in told(tmp_path, text)]
    assert "'nodes' has no value: what belongs under it is not indented" in messages
    assert "'s' has no value" in messages


def test_nodes_that_are_not_indented_with_an_empty_key_are_told_with_that_key(tmp_path: Path) -> None:
    text = (
        "title: The ferry\nquestion: Should it sail?\nnodes:\nharbour:\n  decision:\n  options:\n"
        "    sail: {label: Sail, historical: true, leads-to: end}\nend: {outcome: It came home, basis: recorded}\n"
    )
    assert [each for each in told(tmp_path, text) if each[1] == "empty-value"] == [
        (3, "empty-value", "'nodes' has no value: what belongs under it is not indented"),
        (5, "empty-value", "'decision' has no value"),
    ]


def test_a_block_within_a_block_may_both_be_not_indented(tmp_path: Path) -> None:
    text = (
        "title: The ferry\nquestion: Should it sail?\nnodes:\nharbour:\n  decision: Sail?\n  options:\n"
        "  sail: {label: Sail, historical: true, leads-to: end}\nend: {outcome: It came home, basis: recorded}\n"
    )
    assert [each for each in told(tmp_path, text) if each[1] == "empty-value"] == [
        (3, "empty-value", "'nodes' has no value: what belongs under it is not indented"),
        (6, "empty-value", "'options' has no value: what belongs under it is not indented"),
    ]


def test_an_empty_key_of_the_file_may_itself_belong_under_the_key_before(tmp_path: Path) -> None:
    messages = [message for *_, message in told(tmp_path, "closed: x\nfacts:\noutcomes: #c\n")]
    assert "'facts' has no value: what belongs under it is not indented" in messages
    assert told(tmp_path, "date:\ncontinues:\nfacts: # c\ntype:\n  - arrival: {for: , against:x, cite: {source: }}\n")


def test_a_key_glued_to_its_value_does_not_replace_one_that_is_whole(tmp_path: Path) -> None:
    text = CLEAN.replace(
        "cite: {source: log}\n        leads-to: steamer",
        "cite: {source: log, source:annals}\n        leads-to: steamer",
    )
    assert text != CLEAN
    assert told(tmp_path, text) == [(58, "yaml-syntax", "a blank is missing after 'source:'")]
    assert told(tmp_path, "{cite: {source: }, cite:foo}\n")


def outdented(at: int, length: int, depth: int) -> dict[int, str]:
    """These lines, moved to the left by as much as they can be."""
    return {here: re.sub(f"^ {{0,{depth}}}", "", LINES[here]) for here in range(at, min(at + length, len(LINES)))}


def emptied(at: int) -> dict[int, str]:
    """A line whose key has lost its value."""
    return {at: re.sub(r":.*", ":", LINES[at])}


PLACES = st.integers(0, len(LINES) - 1)
SLIPS = st.one_of(st.builds(outdented, PLACES, st.integers(1, 40), st.sampled_from((2, 4))), st.builds(emptied, PLACES))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(SLIPS, min_size=1, max_size=6))
def test_whatever_is_not_indented_and_whatever_is_empty_every_message_makes_sense(
    tmp_path: Path, slips: list[dict[int, str]]
) -> None:
    lines = list(LINES)
    for slip in slips:
        for at, line in slip.items():
            lines[at] = line
    for line, code, message in told(tmp_path, "\n".join(lines)):
        assert code in CATALOGUE
        assert 1 <= line <= len(lines)
        assert HOLE not in message


def test_a_route_leads_to_where_something_stands_after_several_moves() -> None:
    moves = Moves()
    moves.under(("nodes",), ["harbour", "end"])
    moves.under(("nodes", "harbour", "options"), ["sail"])
    assert moves.present(("harbour", "sail", "label")) == ("nodes", "harbour", "options", "sail", "label")
    assert moves.present(("end",)) == ("nodes", "end")
    assert moves.present(("title",)) == ("title",)
    assert moves.holds(("nodes", "end"))
    assert not moves.holds(("nodes",))


def test_a_route_leads_on_where_the_deeper_move_came_first() -> None:
    moves = Moves()
    moves.under(("harbour", "options"), ["sail"])
    moves.under(("nodes",), ["harbour"])
    assert moves.present(("harbour", "sail")) == ("nodes", "harbour", "options", "sail")
