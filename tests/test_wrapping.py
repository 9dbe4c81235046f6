"""Text into lines, and the widths of cards."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scenarios_at_random import TEXTS
from untaken.drawing.typeface import Face, measure
from untaken.drawing.widths import GAP, NARROWEST, Block, columns, for_column, for_row, height
from untaken.text.wrapping import wrap

FACES = st.sampled_from(Face)
BLOCKS = st.lists(st.builds(Block, st.floats(1, 3000), st.sampled_from([17.6, 20.2]), st.sampled_from([0.0, 18.0])))
CARDS = st.lists(BLOCKS.filter(bool), min_size=1, max_size=6)


def words_of(text: str) -> list[str]:
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


@settings(max_examples=60)
@given(TEXTS, FACES, st.floats(30, 900))
def test_no_line_is_wider_than_allowed(text: str, face: Face, width: float) -> None:
    wide = measure(face, 14)

    assert max(map(wide, wrap(text, width, wide))) <= width + 1e-6


@settings(max_examples=60)
@given(TEXTS, FACES, st.floats(30, 900))
def test_no_letter_is_lost_or_moved(text: str, face: Face, width: float) -> None:
    lines = wrap(text, width, measure(face, 14))

    assert "".join("".join(words_of(line)) for line in lines) == "".join(words_of(text))


@settings(max_examples=60)
@given(TEXTS, FACES, st.floats(30, 900))
def test_a_word_that_fits_on_a_line_is_not_broken(text: str, face: Face, width: float) -> None:
    wide = measure(face, 14)
    whole = [word for word in words_of(text) if wide(word) <= width]

    found = [word for line in wrap(text, width, wide) for word in line.split(" ")]

    assert [word for word in whole if word not in found] == []


def tens(text: str) -> float:
    """A typeface whose letters are all ten points wide."""
    return 10.0 * len(text)


@settings(max_examples=60)
@given(TEXTS, st.integers(1, 60))
def test_lines_are_balanced_so_that_any_narrower_width_needs_more_of_them(text: str, width: int) -> None:
    lines = wrap(text, 10 * width, tens)
    widest = max(map(tens, lines))
    assume(len(lines) > 1)
    assume(max(map(tens, words_of(text))) < widest)

    assert len(wrap(text, widest - 10, tens)) > len(lines)


def test_a_text_of_nothing_but_blanks_is_one_empty_line() -> None:
    assert wrap(" \n\t ", 40, len) == [""]


def test_a_no_break_space_binds_two_words() -> None:
    assert wrap("in §\u00a012 of it", 5, len) == ["in", "§\u00a012", "of it"]


def test_a_word_longer_than_a_line_is_broken_where_the_line_ends() -> None:
    assert wrap("abcdefghij klm", 4, len) == ["abcd", "efgh", "ij", "klm"]


@settings(max_examples=60)
@given(CARDS, st.floats(300, 3000))
def test_the_cards_of_a_row_stay_within_the_span_where_they_can(cards: list[list[Block]], span: float) -> None:
    found = for_row(cards, span)

    least = sum(150.0 if any(block.indent for block in card) else NARROWEST for card in cards)
    assert len(found) == len(cards)
    assert sum(found) <= max(span - GAP * (len(cards) - 1), least) + len(cards)


@settings(max_examples=60)
@given(CARDS, st.floats(300, 3000))
def test_no_card_of_a_row_is_higher_than_it_is_at_equal_widths(cards: list[list[Block]], span: float) -> None:
    found = for_row(cards, span)
    equal = (span - GAP * (len(cards) - 1)) / len(cards)
    assume(equal >= 151)

    highest = max(height(card, width) for card, width in zip(cards, found, strict=True))

    assert highest <= max(height(card, equal - 1) for card in cards) + 1


@settings(max_examples=60)
@given(CARDS, st.floats(130, 1500))
def test_the_cards_of_a_column_have_one_width(cards: list[list[Block]], span: float) -> None:
    found = for_column(cards, span)

    assert len(found) == len(cards)
    assert len(set(found)) == 1
    assert NARROWEST <= found[0] <= 700


@settings(max_examples=60)
@given(BLOCKS.filter(bool), st.integers(1, 5))
def test_columns_hold_every_block_once_and_none_is_empty(blocks: list[Block], count: int) -> None:
    sizes = columns(blocks, count, 300)

    assert sum(sizes) == len(blocks)
    assert len(sizes) <= count
    assert min(sizes) >= 1
