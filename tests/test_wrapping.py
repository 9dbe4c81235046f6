"""Text into lines, and lists into columns."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scenarios_at_random import TEXTS
from untaken.drawing.place.parting import parted
from untaken.drawing.place.setting import SetText
from untaken.drawing.sheet import Paragraph, TextRole, TextRun
from untaken.drawing.typeface import Face, measure
from untaken.text.letters import letters
from untaken.text.wrapping import pieces, wrap

FACES = st.sampled_from(Face)
ROLES = st.sampled_from((TextRole.CLAIM, TextRole.OPTION, TextRole.QUIET))
MARKS = st.sampled_from((None, TextRun("▲", TextRole.FOR)))
TAILS = st.none() | st.builds(TextRun, TEXTS, st.just(TextRole.OWNER))
PARAGRAPHS = st.builds(Paragraph, st.tuples(st.builds(TextRun, TEXTS, ROLES)), MARKS, TAILS)


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


# paragraphs as a layout sets them


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.floats(0, 500), st.floats(0, 200))
def test_a_text_is_never_higher_where_it_is_wider(paragraphs: list[Paragraph], more: float, wider: float) -> None:
    text = SetText(paragraphs)

    assert text.height(text.least + more + wider) <= text.height(text.least + more)


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.floats(0, 500))
def test_set_lines_stay_within_their_width_and_height_and_lose_no_letter(
    paragraphs: list[Paragraph], more: float
) -> None:
    text = SetText(paragraphs)
    width = text.least + more

    lines = text.lines(10, 20, width)

    runs = [run for line in lines for run in line.runs]
    assert all(run.x >= 10 and run.x + run.width <= 10 + width + 1e-6 for run in runs)
    assert max(line.baseline for line in lines) <= 20 + text.height(width) + 1e-6
    said = "".join("".join(words_of(run.text)) for run in runs)
    assert said == "".join("".join(words_of(each.text)) for each in paragraphs)


@settings(max_examples=60)
@given(PARAGRAPHS, st.floats(0, 500))
def test_whose_a_claim_is_stands_whole_on_a_line_where_that_is_possible(paragraph: Paragraph, more: float) -> None:
    text = SetText([paragraph])
    assume(paragraph.tail is not None)
    assert paragraph.tail is not None
    whole = " ".join(words_of(paragraph.tail.text))
    assume(measure(Face.ITALIC, 14)(whole) < text.least + more - 20)
    assume(measure(Face.REGULAR, 14)(whole) < text.least + more - 20)

    lines = text.lines(0, 0, text.least + more)

    assert [run.text for line in lines for run in line.runs if run.role is TextRole.OWNER] == [whole]


@settings(max_examples=60)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=7), st.integers(1, 5), st.integers(0, 9))
def test_a_list_is_parted_as_low_as_any_way_of_parting_it(heights: list[int], count: int, gap: int) -> None:
    high, sizes = parted(heights, count, gap)

    assert sum(sizes) == len(heights)
    assert len(sizes) <= count
    assert high == min(map(max, (sums(heights, cuts, gap) for cuts in ways_to_cut(len(heights), count))))


def ways_to_cut(length: int, count: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut a list into at most so many pieces, by the places of the cuts."""
    for cuts in range(min(count, length)):
        yield from combinations(range(1, length), cuts)


def sums(heights: list[int], cuts: tuple[int, ...], gap: int) -> list[int]:
    pieces = [heights[start:end] for start, end in pairwise((0, *cuts, len(heights)))]
    return [sum(piece) + gap * (len(piece) - 1) for piece in pieces]


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("क्रान्ति" * 5, ["क्रा", "न्ति"] * 5),
        ("בְּרֵאשִׁית" * 2, ["בְּ", "רֵ", "א", "שִׁ", "י", "ת"] * 2),
        ("e\u0301e\u0301", ["e\u0301"] * 2),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"]),
        ("👩\u200d🏫👍🏽🇩🇪🇫🇷", ["👩\u200d🏫", "👍🏽", "🇩🇪", "🇫🇷"]),
        ("十月革命", ["十", "月", "革", "命"]),
    ],
    ids=["devanagari", "hebrew points", "accents", "hangul", "emoji", "chinese"],
)
def test_a_long_word_is_cut_between_whole_letters(word: str, whole: list[str]) -> None:
    assert letters(word) == whole
    assert list(pieces(word, 1, len)) == whole


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=12), st.integers(1, 6))
def test_pieces_make_up_the_word_and_none_begins_with_a_mark(word: str, width: int) -> None:
    cut = list(pieces(word, width, len))
    assert "".join(cut) == word
    assert not any(unicodedata.category(each[0]).startswith("M") for each in cut[1:])


def test_a_word_of_any_length_is_cut_without_being_measured_again_and_again() -> None:
    measured = 0

    def measure(text: str) -> float:
        nonlocal measured
        measured += len(text)
        return float(len(text))

    found = list(pieces("w" * 200_000, 20, measure))
    assert found == ["w" * 20] * 10_000
    assert measured < 200_000 * 20
