"""Names as authors meet them, and dates as exact as they are known."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untaken.checking.rules.time import _earlier
from untaken.model import Scenario
from untaken.reading.decoding import decode
from untaken.reading.yaml import read_text
from untaken.text.dates import date_key, date_meant
from untaken.text.naming import counted, nearest, nearest_of_each, sentence_list, write_instead

KNOWN = ["label", "leads-to", "historical", "advocates", "arguments"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("leeds-to", "leads-to"),
        ("leads_to", "leads-to"),
        ("Leads-To", "leads-to"),
        ("lable", "label"),
        ("historic", "historical"),
        ("advocate", "advocates"),
        ("label", "label"),
        ("colour", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(name: str, found: str | None) -> None:
    assert nearest(name, KNOWN) == found


def test_a_short_name_may_differ_in_a_letter() -> None:
    assert nearest("bb", ["a", "b"]) == "b"


def test_names_that_differ_in_what_they_mean_are_not_near() -> None:
    assert nearest("mail-lost", ["mail-kept"]) is None


def test_the_nearest_name_is_written_as_it_is_known() -> None:
    assert nearest("url", ["DOI", "URL"]) == "URL"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_the_nearest_name_is_a_known_one_and_a_known_one_its_own(name: str, known: list[str]) -> None:
    assert nearest(name, known) in (None, *known)
    assert (nearest(name, [*known, name]) or "").casefold() == name.casefold()


def test_only_slips_of_the_pen_are_compared() -> None:
    names = [f"name-{at}" for at in range(500)]
    assert list(nearest_of_each(names, ["name"])) == names[:100]
    assert nearest("x" * 100_000, ["x" * 200]) == "x" * 200
    assert nearest("last", [*(f"node-{at}" for at in range(5_000)), "last"]) is None


@pytest.mark.parametrize(
    ("name", "known", "otherwise", "cure"),
    [
        ("sgv", ["svg", "png"], "", "write 'svg'"),
        ("gif", ["svg", "png"], "", "write one of: svg, png"),
        ("gif", [], "install it", "install it"),
        ("gif", [f"{at}" for at in range(13)], "see the list", "see the list"),
    ],
)
def test_the_cure_of_an_unknown_name_is_the_nearest_or_one_of_few(
    name: str, known: list[str], otherwise: str, cure: str
) -> None:
    assert write_instead(name, known, otherwise) == cure


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_a_list_reads_as_a_sentence(words: list[str], sentence: str) -> None:
    assert sentence_list(words, "or") == sentence


@pytest.mark.parametrize(("number", "text"), [(0, "0 boxes"), (1, "1 box"), (2, "2 boxes"), (12_345, "12,345 boxes")])
def test_a_count_agrees_with_its_noun(number: int, text: str) -> None:
    assert counted(number, "box", "boxes") == text


def problems_with(date: str) -> list[str]:
    text = f"title: t\nquestion: q\ndate: {date}\nnodes:\n  a: {{outcome: o, basis: recorded}}\n"
    tree = read_text(text, "x.yaml").tree
    assert tree is not None
    return [finding.code for finding in decode(tree, Scenario).findings]


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=datetime.date(1, 1, 1)), st.sampled_from([4, 7, 10]))
def test_every_date_of_the_calendar_can_be_written_as_exactly_as_it_is_known(day: datetime.date, length: int) -> None:
    assert problems_with(day.isoformat()[:length]) == []
    assert date_key(day.isoformat()) == (day.year, day.month, day.day)


@pytest.mark.parametrize("date", ["0000", "-0044-03-15", "-0004-02-29", "1900-02-28", "2000-02-29", "9999-12-31"])
def test_dates_of_all_ages_can_be_written(date: str) -> None:
    assert problems_with(date) == []


@pytest.mark.parametrize(
    "date",
    ["17", "1917-1", "1917-00", "1917-13", "1917-02-29", "1900-02-29", "1917-10-25T12:00", "1917–10", "late 1917"],
)
def test_what_is_no_date_is_reported(date: str) -> None:
    assert problems_with(date) == ["bad-date"]


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_date_is_earlier_only_as_far_as_both_are_known(
    one: datetime.date, other: datetime.date, first: int, second: int
) -> None:
    shared = min(first, second)
    assert _earlier(one.isoformat()[:first], other.isoformat()[:second]) == (
        one.isoformat()[:shared] < other.isoformat()[:shared]
    )


def test_a_year_before_our_era_is_earlier_the_greater_its_number() -> None:
    assert sorted(["0044", "-0031", "-0044-03-15", "-0044"], key=date_key) == ["-0044", "-0044-03-15", "-0031", "0044"]


def test_an_unknown_date_is_earlier_than_none() -> None:
    assert not _earlier(None, "1917")
    assert not _earlier("1917", None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("30. Juli 1588", "1588-07-30"),
        ("3. März 1637", "1637-03-03"),
        ("30.07.1588", "1588-07-30"),
        ("30th July 1588", "1588-07-30"),
        ("July 30, 1588", "1588-07-30"),
        ("Sept. 1588", "1588-09"),
        ("1588-7-30", "1588-07-30"),
        ("1588–07–30", "1588-07-30"),
        ("1588/7", "1588-07"),
        ("-49", "-0049"),
        ("49 BC", "-0049"),
        ("15 March 44 BC", "-0044-03-15"),
        ("3/7/1588", None),
        ("3-7-17", None),
        ("88", None),
        ("ca. 1588", None),
        ("1588/89", None),
        ("Martinmas 1588", None),
        ("Ma 1588", None),
        ("31. Februar 1600", None),
    ],
)
def test_a_date_in_another_form_is_understood_where_it_can_mean_one_day_only(text: str, date: str | None) -> None:
    assert date_meant(text) == date
