"""What sources are called: people with particles, editors, works of one author, authors who act themselves."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ferries import ferry
from untaken.checking.loading import load
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.model.labels import told_apart
from untaken.model.sources import Name, Source
from untaken.reading.diagnostics import ERROR
from untaken.telling.citing import reference
from untaken.telling.matrix import matrix, matrix_lines
from untaken.telling.phrases.claims import silence


def book(title: str = "A Book", *authors: Name, **fields: Any) -> Source:
    return Source(type="book", title=title, author=authors, **fields)


PLUTARCH = Name(literal="Plutarch")
DE_GAULLE = Name(given="Charles", non_dropping_particle="de", family="Gaulle")
BEETHOVEN = Name(given="Ludwig", dropping_particle="van", family="Beethoven")
ARGENSON = Name(given="René", non_dropping_particle="d’", family="Argenson")
KENNEDY = Name(given="Robert F.", family="Kennedy")
SMITH, JONES, BROWN = (Name(given="A.", family=each) for each in ("Smith", "Jones", "Brown"))


@pytest.mark.parametrize(
    ("source", "short"),
    [
        (book("War Memoirs", DE_GAULLE), "de Gaulle"),
        (book("A Letter", BEETHOVEN), "Beethoven"),
        (book("A Journal", ARGENSON), "d’Argenson"),
        (book("A Report", Name(literal="The Harbour Board")), "The Harbour Board"),
        (book("A Book", SMITH, JONES), "Smith and Jones"),
        (book("A Book", SMITH, JONES, BROWN), "Smith et al."),
        (book("A Book", editor=(SMITH,)), "Smith (ed.)"),
        (book("A Book", editor=(SMITH, JONES)), "Smith and Jones (eds)"),
        (book("A Book", editor=(SMITH, JONES, BROWN)), "Smith et al. (eds)"),
        (book("A Book", SMITH, editor=(JONES,)), "Smith"),
        (book("Minutes of the Harbour Board", title_short="Minutes"), "Minutes"),
        (book("War Memoirs", DE_GAULLE, label="The general"), "The general"),
    ],
)
def test_a_source_is_called_after_its_people(source: Source, short: str) -> None:
    assert source.short == short


def test_a_name_in_full_keeps_its_particles_where_they_belong() -> None:
    assert book("War Memoirs", DE_GAULLE).reference == "Charles de Gaulle, War Memoirs"
    assert book("A Letter", BEETHOVEN).reference == "Ludwig van Beethoven, A Letter"
    assert book("A Journal", ARGENSON).reference == "René d’Argenson, A Journal"


def shorts(*sources: Source, people: tuple[str, ...] = ()) -> list[str]:
    return [each.short for each in told_apart(dict(zip("abcdefgh", sources, strict=False)), people).values()]


def test_two_works_of_one_author_have_their_titles_behind_the_name() -> None:
    caesar = book("Life of Caesar, translated by Bernadotte Perrin", PLUTARCH)
    pompey = book("Life of Pompey: A Roman", PLUTARCH)
    assert shorts(caesar, pompey, book("Lives", SMITH)) == [
        "Plutarch, Life of Caesar",
        "Plutarch, Life of Pompey",
        "Smith",
    ]


def test_titles_that_begin_alike_are_given_whole_and_editions_with_their_year() -> None:
    assert shorts(book("Hitler: Hubris", SMITH), book("Hitler: Nemesis", SMITH)) == [
        "Smith, Hitler: Hubris",
        "Smith, Hitler: Nemesis",
    ]
    assert shorts(book("Lives", SMITH, issued="1914"), book("Lives", SMITH, issued="1919")) == [
        "Smith, Lives, 1914",
        "Smith, Lives, 1919",
    ]


def test_a_label_stays_and_the_other_work_needs_no_more_than_its_name() -> None:
    assert shorts(book("Lives", PLUTARCH, label="The Lives"), book("Morals", PLUTARCH)) == ["The Lives", "Plutarch"]


def test_an_author_who_acts_is_told_apart_from_the_text() -> None:
    days = book("Thirteen Days: A Memoir", KENNEDY)
    assert shorts(days, people=("Robert Kennedy", "The owners")) == ["Kennedy, Thirteen Days"]
    assert shorts(days, people=("kennedy",)) == ["Kennedy, Thirteen Days"]
    assert shorts(days, people=("Kennedy's brother", "Kennedyism")) == ["Kennedy"]
    assert shorts(book("Minutes"), people=("Minutes",)) == ["Minutes"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["One", "One: More", "One: Less", "Two"]),
            st.sampled_from([(SMITH,), (JONES,), ()]),
            st.sampled_from(["1900", "1901"]),
        ),
        max_size=6,
        unique=True,
    )
)
def test_whatever_differs_in_author_title_or_year_has_a_name_of_its_own(
    drawn: list[tuple[str, tuple[Name, ...], str]],
) -> None:
    sources = [book(title, *who, issued=year) for title, who, year in drawn]
    named = shorts(*sources)
    for (one, name), (other, same) in permutations(zip(sources, named, strict=True), 2):
        assert name != same or not one.author or one == other


def test_who_is_silent_is_said_in_a_sentence() -> None:
    labelled = list(
        told_apart({"a": book("Life of Caesar", PLUTARCH), "b": book("Life of Pompey", PLUTARCH)}, ()).values()
    )
    assert silence(labelled[:1]) == "Plutarch, Life of Caesar, is silent."
    assert silence(labelled) == "Plutarch, Life of Caesar, and Plutarch, Life of Pompey, are silent."
    assert silence([*labelled, book("War Memoirs", DE_GAULLE)]) == (
        "Plutarch, Life of Caesar; Plutarch, Life of Pompey; and de Gaulle are silent."
    )
    assert silence([book("War Memoirs", DE_GAULLE)]) == "De Gaulle is silent."
    assert silence([book("A Book", editor=(SMITH, JONES))]) == "Smith and Jones (eds) are silent."
    assert silence([book()] * 7) == "7 others are silent."


LIVES = """\
sources:
  caesar: {type: book, title: Life of Caesar, author: [{literal: Plutarch}]}
  pompey: {type: book, title: Life of Pompey, author: [{literal: Plutarch}]}
  days: {type: book, title: Thirteen Days, author: [{given: Robert, family: Kennedy}]}
"""


@pytest.fixture
def point(tmp_path: Path) -> TurningPoint:
    text = ferry(
        "- for: A.\n  cite: {source: caesar, page: 7}\n- against: B.\n  cite: {source: pompey}\n",
        "- for: C.\n  voice: Robert Kennedy\n  cite: {source: days}\n",
        head=LIVES,
    )
    path = tmp_path / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load([path])
    assert [str(each) for each in loaded.problems if each.severity is ERROR] == []
    (made,) = loaded.points
    return made


def test_columns_and_attributions_have_the_names_that_tell_apart(point: TurningPoint) -> None:
    lines = matrix_lines(matrix(point, Graph.of(point.scenario)))
    assert lines[3:] == [
        "Sail tonight? Sail (what happened)",
        "  Plutarch, Life of Caesar, for: A.",
        "  Plutarch, Life of Pompey, against: B.",
        "  Kennedy, Thirteen Days: silent",
        "",
        "Sail tonight? Wait",
        "  Plutarch, Life of Caesar: silent",
        "  Plutarch, Life of Pompey: silent",
        "  Kennedy, Thirteen Days, for: C. (Robert Kennedy)",
    ]


def test_a_reference_says_a_title_once(point: TurningPoint) -> None:
    options = point.scenario.nodes["harbour"].steps
    cite = options["sail"].arguments[0].cite[0]  # type: ignore[attr-defined]
    assert reference(point, cite) == "Plutarch, Life of Caesar, page 7"
