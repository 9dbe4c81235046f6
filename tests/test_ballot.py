"""The numbers of a vote as they are typed: in lines or one after the other, corrected, taken back, and none taken twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untaken.history import Vote, Way
from untaken.history.ballot import Ballot
from untaken.text.trouble import Trouble

# A closed option in their midst has no hands: the numbers of the ways are those that are shown.
WAYS = (Way(1, "sail", "Sail"), Way(2, "wait", "Wait"), Way(4, "turn", "Turn back"))


def counted(*lines: str, ballot: Ballot | None = None) -> Ballot:
    ballot = ballot or Ballot()
    for line in lines:
        after = ballot.counted(line, WAYS)
        assert isinstance(after, Ballot), after
        ballot = after
    return ballot


@pytest.mark.parametrize(
    "lines",
    [
        ("40 55 25",),
        ("40", "55", "25"),
        ("40, 55, 25",),
        ("40;55", "25"),
        ("1=40 2=55 4=25",),
        ("4=25", "40", "55"),
        ("#2: 55", "40 25"),
        ("40 5", "2=55", "25"),
        ("9 9 9", "1=40", "2 = 55 4=25"),
    ],
)
def test_numbers_come_in_lines_or_one_after_the_other_and_are_corrected(lines: tuple[str, ...]) -> None:
    ballot = counted(*lines)
    assert ballot.counts == {"sail": 40, "wait": 55, "turn": 25}
    assert (ballot.is_full(WAYS), ballot.total()) == (True, 120)
    assert ballot.confirmed(WAYS) == Ballot(before=(("sail", 40), ("wait", 55), ("turn", 25)))


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        ("", "many", "'many' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "-3", "'-3' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "1e9", "'1e9' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "٣", "'٣' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "12 hands", "'12 hands' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "2=", "'2=' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "40-55", "'40-55' is no number of hands; write numbers, or 2=55 for one option"),
        ("", "10000", "10000 is more than a class has; write at most 9,999"),
        ("", "3=5", "there is no option 3 to count hands for; give one of: 1, 2, 4"),
        ("40", "1 2 3", "3 numbers were written, with 2 options left to count; write the line again"),
        ("1 2 3", "4", "every option has its number; 2=55 corrects one, b takes back the last"),
    ],
)
def test_what_is_no_count_is_told_and_takes_nothing(before: str, line: str, said: str) -> None:
    ballot = counted(*([before] if before else []))
    assert str(ballot.counted(line, WAYS)) == said


def test_what_was_given_last_is_taken_back_a_correction_too_and_the_first_count_is_opened_again() -> None:
    ballot = counted("40 5 25", "2=55")
    assert ballot.taken_back().counts == {"sail": 40, "wait": 5, "turn": 25}
    assert ballot.taken_back().taken_back().missing(WAYS) == [WAYS[2]]
    second = ballot.confirmed(WAYS)
    assert second.taken_back() == Ballot(given=(("sail", 40), ("wait", 55), ("turn", 25)))
    both = counted("1 2 3", ballot=second).confirmed(WAYS)
    assert (both.is_over, both.vote) == (True, Vote(second.before or (), (("sail", 1), ("wait", 2), ("turn", 3))))
    assert both.taken_back().before == second.before
    assert both.taken_back().counts == {"sail": 1, "wait": 2, "turn": 3}
    assert Ballot().taken_back() == Ballot()


def test_a_count_that_is_skipped_has_no_hands() -> None:
    assert Ballot().skipped().skipped() == Ballot(before=(), after=())
    assert Ballot().skipped().skipped().vote == Vote()


@given(st.lists(st.text("0123456789 =,;#:.-b", max_size=12), max_size=8))
def test_whatever_is_typed_gives_a_ballot_with_numbers_of_its_options_or_a_sentence(lines: list[str]) -> None:
    ballot = Ballot()
    for line in lines:
        after = ballot.counted(line, WAYS)
        if isinstance(after, Trouble):
            assert after.message
            assert after.cure
            continue
        assert len(after.given) > len(ballot.given)
        assert {id for id, _ in after.given} <= {way.id for way in WAYS}
        back = after
        while len(back.given) > len(ballot.given):
            back = back.taken_back()
        assert back == ballot
        ballot = after
