"""The passage that a quotation was meant for, and how the two differ."""

import pytest

from untaken.evidence.nearest import MOST_PLACES, word_difference
from untaken.evidence.quotation import SourceText

LOG = """\
Seamen refused the berth. The sea-
men came back at night, for the half-empty ferry would not wait; another ferry waited, and the harbour slept.
"""


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("seamen took the berth", "Seamen refused the berth."),
        ("Refused the berth", "refused the berth."),
        ("the seamen ran back", "The seamen came back"),
        ("the half-full ferry would not wait", "the half-empty ferry would not wait;"),
        ("one ferry waited", "another ferry waited,"),
        ("and that harbour slept too", "and the harbour slept."),
        ("waited, and the port awoke", "waited, and the harbour slept."),
        ("ferry, and the harbour burnt", "ferry waited, and the harbour"),
        ("wait, wait; another ferry", "not wait; another ferry"),
        ("harbour burnt", "harbour slept."),
        ("the harbour had burnt", "the harbour slept."),
        ("harbours burnt", ""),
        ("a harbour had burnt", ""),
        ("— …", ""),
        ("", ""),
    ],
)
def test_the_nearest_passage_shares_half_of_the_words_and_most_of_their_places(quotation: str, passage: str) -> None:
    assert SourceText.of(LOG).nearest(quotation) == passage


def test_of_passages_that_are_equally_near_the_first_is_given() -> None:
    assert SourceText.of("The harbour slept. The harbour woke.").nearest("the harbour burnt") == "The harbour slept."


def test_a_word_at_the_edge_of_a_text_has_no_more_words_round_it() -> None:
    text = SourceText.of("harbour slept while it rained on the quay")
    assert text.nearest("that harbour slept") == "harbour slept while"
    assert text.nearest("on that quay then") == "on the quay"


def test_a_word_that_stands_everywhere_tells_nothing() -> None:
    often = "no ferry. " * MOST_PLACES
    assert SourceText.of(often).nearest("one ferry") == "no ferry."
    assert SourceText.of(f"{often}ferry").nearest("one ferry") == ""


def test_only_the_longest_words_of_a_quotation_are_looked_up() -> None:
    short, long = "a b c d e f", "harbours seamen railways contracts owners ferries letters"
    text = SourceText.of(f"{short} quays")
    assert text.nearest(f"{short} {long} quays") == f"{short} quays"
    assert text.nearest(f"{short} {long} sailor quays") == ""


@pytest.mark.parametrize(
    ("quotation", "passage", "difference"),
    [
        ("the ferry left", "the ferry left", "the ferry left"),
        ("the ferry left", "the ferry never left", "the ferry {+never+} left"),
        ("the ferry never left", "the ferry left", "the ferry [-never-] left"),
        ("a boat left", "the ferry left", "[-a boat-] {+the ferry+} left"),
        ("the ferry left", '"the ferry left."', "the ferry left"),
        ('"the ferry left."', "the ferry left", "[-'the-] {+the+} ferry [-left.'-] {+left+}"),
        ("'the ferry left.", "'the ferry left!", "'the ferry [-left.-] {+left!+}"),
        ("the ferry, left", "the ferry left", "the [-ferry,-] {+ferry+} left"),
        ("sea-\nmen", "seamen", "seamen"),
        ("so it goes " * 100 + "on", "so it goes " * 100 + "by", "so it goes " * 100 + "[-on-] {+by+}"),
        ("gone", "", "[-gone-]"),
        ("", "new", "{+new+}"),
    ],
)
def test_how_a_quotation_differs_from_a_passage_is_said_word_by_word(
    quotation: str, passage: str, difference: str
) -> None:
    assert word_difference(quotation, passage) == difference
