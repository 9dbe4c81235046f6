"""Names as authors meet them, and dates as exact as they are known."""

import datetime
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ferries import ferry
from program import run
from untaken.model import Scenario
from untaken.reading.decoding import decode
from untaken.reading.yaml import read_text
from untaken.text.calendars import Calendar, day_number, gregorian_day
from untaken.text.date_guesses import date_meant
from untaken.text.date_words import date_words, moment_words
from untaken.text.dates import DateFault, date_fault, date_key, is_before
from untaken.text.naming import counted, nearest, nearest_of_each, only_near, sentence_list, write_instead

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
    assert nearest("lastt", [*(f"node-{at}" for at in range(5_000)), "last"]) == "last"


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
    number = day.toordinal() + 1721425
    assert date_key(day.isoformat()) == (number, -number)


@pytest.mark.parametrize("date", ["0001", "-0044-03-15", "-0004-02-29", "1900-02-28", "2000-02-29", "9999-12-31"])
def test_dates_of_all_ages_can_be_written(date: str) -> None:
    assert problems_with(date) == []


@pytest.mark.parametrize(
    "date",
    [
        "17",
        "1917-1",
        "1917-00",
        "1917-13",
        "1917-02-29",
        "1917-10-25T12:00",
        "1917–10",
        "late 1917",
        "0000",
        "-0000-01",
        "187X-01",
        "1917/",
        "1918/1917",
    ],
)
def test_what_is_no_date_is_reported(date: str) -> None:
    assert problems_with(date) == ["bad-date"]


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_date_is_earlier_only_as_far_as_both_are_known(
    one: datetime.date, other: datetime.date, first: int, second: int
) -> None:
    shared = min(first, second)
    assert is_before(one.isoformat()[:first], other.isoformat()[:second]) == (
        one.isoformat()[:shared] < other.isoformat()[:shared]
    )


def test_a_year_before_our_era_is_earlier_the_greater_its_number() -> None:
    assert sorted(["0044", "-0031", "-0044-03-15", "-0044"], key=date_key) == ["-0044", "-0044-03-15", "-0031", "0044"]


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
        ("88", "0088"),
        ("ca. 1588", "1588~"),
        ("1588 ?", "1588?"),
        ("circa 1588?", "1588%"),
        ("33 CE", "0033"),
        ("AD 33", "0033"),
        ("49 B.C.", "-0049"),
        ("B.C. 49", "-0049"),
        ("−0049", "-0049"),
        ("the 1870s", "187X"),
        ("1588–1592", "1588/1592"),
        ("1588-92", "1588/1592"),
        ("25 October 1917 (O.S.)", "1917-10-25"),
        ("1588/89", None),
        ("Martinmas 1588", None),
        ("Ma 1588", None),
        ("31. Februar 1600", None),
    ],
)
def test_a_date_in_another_form_is_understood_where_it_can_mean_one_day_only(text: str, date: str | None) -> None:
    assert date_meant(text) == date


# Two calendars, and words


@given(st.dates())
def test_today_s_calendar_is_counted_as_python_counts_it(day: datetime.date) -> None:
    number = day_number((day.year, day.month, day.day), Calendar.GREGORIAN)
    assert number == day.toordinal() + 1721425
    assert gregorian_day(number) == (day.year, day.month, day.day)


@given(st.integers(-200_000, 3_000_000))
def test_every_number_is_one_day(number: int) -> None:
    assert day_number(gregorian_day(number), Calendar.GREGORIAN) == number


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        # The first day of the reform, two famous days of Russia and of England, the leap day between, Caesar's death.
        ((1582, 10, 5), (1582, 10, 15)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1752, 9, 2), (1752, 9, 13)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((-44, 3, 15), (-44, 3, 13)),
        ((1, 1, 1), (-1, 12, 30)),
    ],
)
def test_a_julian_day_is_a_day_of_today_s_calendar(
    julian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert gregorian_day(day_number(julian, Calendar.JULIAN)) == gregorian


@pytest.mark.parametrize(
    ("date", "calendar", "words"),
    [
        ("1917-10-25", Calendar.JULIAN, "25 October (7 November) 1917"),
        ("1917-12-25", Calendar.JULIAN, "25 December 1917 (7 January 1918)"),
        ("1900-02-29", Calendar.JULIAN, "29 February (13 March) 1900"),
        ("1917-10", Calendar.JULIAN, "October 1917 (Old Style)"),
        ("1917-10-24/1917-10-25", Calendar.JULIAN, "24 October (6 November) 1917 – 25 October (7 November) 1917"),
        ("1381-06-15", Calendar.JULIAN, "15 June 1381"),
        ("1917-10-25", None, "25 October 1917"),
        ("1917-10-25~", None, "about 25 October 1917"),
        ("-0049-01-10", None, "10 January 49 BC"),
        ("-0049", None, "49 BC"),
        ("-004X", None, "the 40s BC"),
        ("187X", None, "the 1870s"),
        ("18XX?", None, "perhaps the 1800s"),
        ("1832%", None, "perhaps about 1832"),
        ("1832~/1834", None, "about 1832 – 1834"),
        ("1917/1923", None, "1917–1923"),
        ("1917-03/1917-07", None, "March–July 1917"),
        ("1917-03/1918-07", None, "March 1917 – July 1918"),
        ("1917-03-03/1917-03-05", None, "3–5 March 1917"),
        ("1917-03-03/1917-04-05", None, "3 March – 5 April 1917"),
    ],
)
def test_a_date_is_read_as_people_write_it(date: str, calendar: Calendar | None, words: str) -> None:
    assert date_words(date, calendar) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "25 October (7 November) 1917"),
        ("Night of 25 October 1917", "Night of 25 October 1917 (7 November, New Style)"),
        ("25 October (7 November) 1917", "25 October (7 November) 1917"),
    ],
)
def test_the_author_s_words_go_before_the_date_s_and_both_days_are_told(when: str | None, words: str) -> None:
    assert moment_words(when, "1917-10-25", Calendar.JULIAN) == words


def test_order_is_that_of_one_calendar() -> None:
    assert is_before("1917-10-25", "1917-11-08", Calendar.JULIAN)
    assert not is_before("1917-10-25", "1917-11-06", Calendar.JULIAN)
    dated = [("1917-11-06", None), ("1917-10-25", Calendar.JULIAN), ("1917", None), ("187X", None)]
    assert sorted(dated, key=lambda each: date_key(*each)) == [dated[3], dated[2], dated[0], dated[1]]


@pytest.mark.parametrize(
    ("one", "other"), [("1834~", "1832"), ("1834", "1832?"), ("1830/1834", "1832"), ("183X", "1832")]
)
def test_what_is_about_or_doubtful_or_overlaps_contradicts_nothing(one: str, other: str) -> None:
    assert not is_before(one, other)
    assert not is_before(other, one)


def test_a_date_says_what_keeps_it_from_being_one() -> None:
    faults = {text: date_fault(text) for text in ("1917-1", "1917-13", "0000", "1918/1917")}
    assert faults == dict(zip(faults, (DateFault.FORM, DateFault.DAY, DateFault.ZERO, DateFault.BACKWARD), strict=True))


# ── very many names ──


def test_of_thousands_of_names_the_one_with_a_slip_is_found_wherever_it_stands() -> None:
    dice = random.Random(1917)
    known = ["".join(dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(10)) for _ in range(5_000)]
    for at in range(0, 5_000, 97):
        name, where = known[at], dice.randrange(10)
        for slip in (name[:where] + name[where + 1 :], name[:where] + "é" + name[where:], name.upper() + "s"):
            assert nearest(slip, known) == name
            assert only_near(slip, known) == name
    assert nearest("zzzzzzzzzz", known) is None


def test_of_many_names_that_are_all_alike_none_is_guessed_and_that_takes_no_time() -> None:
    known = [f"{'a-long-name-of-a-thing-' * 8}{number}" for number in range(3_000)]
    for number in range(3_000, 3_300):
        assert only_near(f"{'a-long-name-of-a-thing-' * 8}{number}", known) is None


@pytest.mark.parametrize(
    ("dated", "told", "short"),
    [
        ("date: -0049-01-10", "10 January 49 BC", "10 Jan 49 BC"),
        ("date: 187X", "the 1870s", "the 1870s"),
        ("date: 1917-10-25\ncalendar: julian", "25 October (7 November) 1917", "25 Oct 1917"),
    ],
)
def test_a_date_is_told_alike_everywhere(tmp_path: Path, dated: str, told: str, short: str) -> None:
    argued = "- {for: So., cite: {source: book}}\n- {against: Or so., cite: {source: book}}\n"
    head = f"{dated}\nsources:\n  book: {{type: book, title: A book}}\n"
    (tmp_path / "ferry.yaml").write_text(ferry(argued, argued, head), encoding="utf-8")
    shown = run("show", "ferry.yaml", cwd=tmp_path).out
    walked = run("walk", "ferry.yaml", "--choose", "wait", cwd=tmp_path).out
    listed = run("list", "ferry.yaml", cwd=tmp_path).out
    assert f"ferry · {told}\n" in shown
    assert f"Decision, {told}: Sail tonight?" in walked
    assert f"ferry  {short}  The ferry" in listed
