"""The sources as CSL-JSON and BibTeX, read by the tools that they are for."""

import json
from pathlib import Path

import bibtexparser
import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from untaken.evidence.bibtex import as_bibtex
from untaken.evidence.csl import as_csl
from untaken.evidence.references import as_text
from untaken.model.sources import Name, Source

SCHEMA = json.loads((Path(__file__).parent / "data" / "csl-data.json").read_text(encoding="utf-8"))
EXAMPLE = {
    "harbour-book": Source(
        type="chapter",
        title="Storms & Contracts at 100 % {of} Port_Ellen",
        author=(Name(family="Campbell", given="Ann"), Name(literal="The Harbour Board")),
        editor=(Name(family="Velden", given="Jan", non_dropping_particle="van der"),),
        container_title="The Harbour Book",
        publisher="Quay Press",
        issued="1931-05",
        page="12-19",
        sections=("The contract",),
        text="harbour.txt",
    ),
    "annals 1884": Source(type="article-journal", title="Island Annals", volume="2", issued="about 1884"),
}


def test_csl_keeps_what_csl_knows_and_nothing_else() -> None:
    assert json.loads(as_csl(EXAMPLE)) == [
        {
            "id": "harbour-book",
            "type": "chapter",
            "title": "Storms & Contracts at 100 % {of} Port_Ellen",
            "author": [{"family": "Campbell", "given": "Ann"}, {"literal": "The Harbour Board"}],
            "editor": [{"family": "Velden", "given": "Jan", "non-dropping-particle": "van der"}],
            "container-title": "The Harbour Book",
            "publisher": "Quay Press",
            "issued": {"date-parts": [[1931, 5]]},
            "page": "12-19",
        },
        {
            "id": "annals 1884",
            "type": "article-journal",
            "title": "Island Annals",
            "volume": "2",
            "issued": {"literal": "about 1884"},
        },
    ]


def test_csl_is_valid_under_the_published_schema() -> None:
    jsonschema.validate(json.loads(as_csl(EXAMPLE)), SCHEMA)


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip).filter(bool)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(_WORDS, st.builds(Source, type=st.just("book"), title=_WORDS, publisher=_WORDS, issued=_WORDS)))
def test_csl_of_any_source_is_valid(sources: dict[str, Source]) -> None:
    jsonschema.validate(json.loads(as_csl(sources)), SCHEMA)


def test_pybtex_reads_the_bibtex_as_it_was_meant() -> None:
    entries = parse_string(as_bibtex(EXAMPLE), "bibtex").entries
    book, annals = entries["harbour-book"], entries["annals-1884"]
    assert (book.type, annals.type) == ("incollection", "article")
    assert [str(each) for each in book.persons["author"]] == ["Campbell, Ann", "{The Harbour Board}"]
    assert [str(each) for each in book.persons["editor"]] == ["van der Velden, Jan"]
    assert book.fields["booktitle"] == "The Harbour Book"
    assert book.fields["title"] == r"{Storms} \& {Contracts} at 100 \% of {Port}\_{Ellen}"
    assert book.fields["year"] == "1931"
    assert annals.fields["volume"] == "2"


def test_the_text_names_each_source_on_a_line() -> None:
    assert as_text(EXAMPLE).splitlines()[1] == "annals 1884: Island Annals, volume 2 (about 1884)"


# Real reports: what was lost on the way to a reference manager, and what a reader was not told.

KEW = Source(
    type="manuscript",
    title="Telegram to the Foreign Office",
    author=(Name(literal="Buchanan & Co."),),
    archive="The National Archives, Kew",
    archive_location="FO 371/2999, fol. 12",
    issued="1917-11-08",
)
REGIME = Source(
    type="book",
    title="The Old Régime and the Revolution",
    author=(Name(given="Alexis", dropping_particle="de", family="Tocqueville"),),
    translator=(Name(given="Alan S.", family="Kahan"),),
    editor=(Name(given="François", family="Furet"),),
    original_date="1856",
    issued="1998",
    edition="2nd",
    publisher="University of Chicago Press",
    publisher_place="Chicago",
    page="114–131",
)


def test_a_reader_is_told_who_edited_and_translated_a_text_and_where_a_document_lies() -> None:
    assert as_text({"kew": KEW, "regime": REGIME}).splitlines() == [
        "kew: Buchanan & Co., Telegram to the Foreign Office (1917-11-08), FO 371/2999, fol. 12, "
        "The National Archives, Kew",
        "regime: Alexis de Tocqueville, The Old Régime and the Revolution, ed. François Furet, trans. Alan S. Kahan, "
        "2nd edition (Chicago: University of Chicago Press, 1998 [1856]), pages 114–131",
    ]


def test_bibtex_loses_nothing_of_it() -> None:
    assert (
        as_bibtex({"kew": KEW})
        == """\
@unpublished{kew,
  author = {{Buchanan \\& Co.}},
  title = {{Telegram} to the {Foreign} {Office}},
  library = {The National Archives, Kew},
  note = {FO 371/2999, fol. 12, The National Archives, Kew},
  year = {1917},
  month = nov,
  day = {8},
}"""
    )
    entry = parse_string(as_bibtex({"regime": REGIME}), "bibtex").entries["regime"]
    assert [str(each) for each in entry.persons["author"]] == ["de Tocqueville, Alexis"]
    assert (entry.fields["translator"], entry.fields["origdate"]) == ("Kahan, Alan S.", "1856")


def test_the_place_in_an_archive_has_the_name_that_csl_gives_it() -> None:
    assert json.loads(as_csl({"kew": KEW}))[0]["archive_location"] == "FO 371/2999, fol. 12"


DATES = {
    "380 BC": ("{380 BC}", {"date-parts": [[-380]]}),
    "-0049": ("{49 BC}", {"date-parts": [[-49]]}),
    "1917–1923": ("{1917–1923}", {"date-parts": [[1917], [1923]]}),
    "1917/1923": ("{1917/1923}", {"date-parts": [[1917], [1923]]}),
    "c. 1215": ("{c. 1215}", {"date-parts": [[1215]], "circa": True}),
    "n.d.": ("{n.d.}", {"literal": "n.d."}),
    "2001-5": ("{2001}", {"date-parts": [[2001, 5]]}),
}


def test_a_date_is_whole_in_bibtex_and_in_parts_in_csl() -> None:
    for issued, (year, parts) in DATES.items():
        source = {"book": Source(type="book", title="A book", issued=issued)}
        assert f"  year = {year}," in as_bibtex(source)
        assert json.loads(as_csl(source))[0]["issued"] == parts


def test_capitals_of_every_alphabet_are_kept() -> None:
    assert "title = {{Ё} и {Żądło} {Čapek} {Ωmega} и так}" in as_bibtex(
        {"x": Source(type="book", title="Ё и Żądło Čapek Ωmega и так")}
    )


def test_keys_never_collide() -> None:
    ids = ("a b", "a-b", "A-B", "é", "e", "Заметки")
    text = as_bibtex({id: Source(type="book", title="A book") for id in ids})
    keys = [line.partition("{")[2].rstrip(",") for line in text.splitlines() if line.startswith("@")]
    assert keys == ["a-b", "a-b-2", "A-B-3", "e", "e-2", "source"]


_ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip).filter(bool)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Source,
            type=st.sampled_from(("book", "thesis", "report", "article-journal", "manuscript")),
            title=_ANY,
            author=st.tuples(st.builds(Name, family=_ANY, given=_ANY) | st.builds(Name, literal=_ANY)),
            publisher=_ANY,
            issued=_ANY,
            note=_ANY,
            archive=_ANY,
            url=_ANY,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_two_readers_read_bibtex_whatever_stands_in_a_field(sources: list[Source]) -> None:
    text = as_bibtex({f"source-{at}": each for at, each in enumerate(sources)})
    assert list(parse_string(text, "bibtex").entries) == [f"source-{at}" for at in range(len(sources))]
    library = bibtexparser.parse_string(text)
    assert (len(library.entries), library.failed_blocks) == (len(sources), [])
