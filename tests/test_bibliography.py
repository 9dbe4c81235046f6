"""The sources as CSL-JSON and BibTeX, read by the tools that they are for."""

import json
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from untaken.evidence.bibliography import as_bibtex, as_csl, as_text
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
    assert as_text(EXAMPLE).splitlines()[1] == "annals 1884: Island Annals (about 1884)"
