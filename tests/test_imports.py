"""Sources from Zotero and its kin: imported into a collection, cited, exported, equal; and what cannot be had is said."""

import json
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest

from program import EXAMPLE, Ran, run
from untaken.checking.desk import Desk
from untaken.evidence.bibtex import as_bibtex
from untaken.evidence.csl import as_csl
from untaken.evidence.imports.bibtex_items import bibtex
from untaken.evidence.imports.csl_items import csl_json
from untaken.evidence.imports.entry import with_sources
from untaken.evidence.imports.ris_items import ris
from untaken.evidence.imports.shelving import shelved
from untaken.model.csl import PASSED_OVER
from untaken.model.sources import Source, SourceType

REED = [{"family": "Reed", "given": "John"}]
FULL: dict[str, Any] = {
    "author": [
        {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
        {"literal": "Board, of: Trade"},
    ],
    "editor": [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}],
    "translator": [{"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}],
    "container-title": "The “Oban” Times: a paper",
    "collection-title": "Local History",
    "collection-number": "12",
    "title-short": "Ferry #3",
    "edition": "2",
    "volume": "7",
    "issue": "3",
    "page": "114-131",
    "publisher": "Boni & Liveright",
    "publisher-place": "New York",
    "original-date": {"date-parts": [[1884, 10]]},
    "accessed": {"date-parts": [[2025, 3, 14]]},
    "archive": "Argyll Papers",
    "archive_location": "Box 14",
    "call-number": "NLS Acc.4251",
    "genre": "log: book",
    "language": "gd",
    "abstract": "He said: “No”, or 'yes' — # and more.",
    "URL": "https://www.example.org/a?b=c#d",
    "DOI": "10.1000/182",
    "ISBN": "978-0-00-000000-2",
}
DATES: list[dict[str, Any]] = [
    {"date-parts": [[1919]]},
    {"date-parts": [[1919, 3, 1]]},
    {"date-parts": [[1917], [1923]]},
    {"date-parts": [[-44]]},
    {"date-parts": [[1871]], "circa": True},
    {"literal": "no date"},
]


def export() -> list[dict[str, Any]]:
    """An item of every type, as Zotero exports them, each with what such items have beyond this format."""
    items = []
    for at, kind in enumerate(get_args(SourceType)):
        title = f"Title {at} of “{kind}”: yes, #{at} & more"
        item = {"id": f"http://zotero.org/users/1/items/{at}", "type": kind, "title": title, "author": REED}
        item |= FULL if at % 3 == 0 else {}
        items.append(item | {"issued": DATES[at % len(DATES)], "number-of-pages": 371, "source": "Library Catalog"})
    return items


def collection(folder: Path) -> Path:
    """The example's collection, with comments, in a folder `scenarios`."""
    home = folder / "scenarios"
    home.mkdir()
    for file in EXAMPLE.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (home / file.name).write_text(
            text.replace("sources:\n", "sources:  # ours\n\n  # the first\n"), encoding="utf-8"
        )
    return home / "collection.yaml"


def sources(path: Path) -> dict[str, Source]:
    draft = Desk().collection(path)
    assert [str(each) for each in draft.problems] == []
    assert draft.decoded.model is not None
    return draft.decoded.model.sources


def test_an_export_of_every_type_is_imported_cited_and_exported_equal(tmp_path: Path) -> None:
    path = collection(tmp_path)
    before = path.read_text(encoding="utf-8")
    known = sources(path)
    (tmp_path / "zotero.json").write_text(json.dumps(export()), encoding="utf-8")
    ran = run("sources", "--import", "zotero.json", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.endswith(
        "left out, since nothing here asks for it: number-of-pages (45), source (45)\n"
        "scenarios/collection.yaml: 45 sources added\n"
    )
    made = {id: each for id, each in sources(path).items() if id not in known}
    exported = json.loads(as_csl(made))
    assert [{key: each[key] for key in each if key != "id"} for each in exported] == [
        {key: each[key] for key in each if key not in PASSED_OVER[Source]} for each in export()
    ]
    text = path.read_text(encoding="utf-8")
    ferry = path.parent / "ferry.yaml"
    ferry.write_text(
        ferry.read_text(encoding="utf-8").replace(
            "source: harbour-book, section: The contract,", f"source: {list(made)[7]}, "
        ),
        encoding="utf-8",
    )
    assert run("check", cwd=tmp_path).code == 0
    head, tail = before.split("\nactors:")
    assert text.startswith(head.rstrip())
    assert text.endswith(f"\nactors:{tail}")


def test_what_is_there_already_is_not_added_again(tmp_path: Path) -> None:
    path = collection(tmp_path)
    (tmp_path / "zotero.json").write_text(json.dumps(export()[:2]), encoding="utf-8")
    run("sources", "--import", "zotero.json", cwd=tmp_path)
    text = path.read_text(encoding="utf-8")
    again = run("sources", "--import", "zotero.json", cwd=tmp_path)
    assert again.out.splitlines()[0].startswith("already there: ")
    assert again.out.endswith("scenarios/collection.yaml: 0 sources added\n")
    assert path.read_text(encoding="utf-8") == text


def test_ids_are_the_files_own_or_made_of_author_and_title_and_never_collide() -> None:
    items = [
        {"id": "reedTenDays1919", "type": "book", "title": "Ten Days", "author": REED},
        {
            "id": "http://zotero.org/1",
            "type": "book",
            "title": "Ten Days that Shook the World: A Report",
            "author": REED,
        },
        {"id": "http://zotero.org/2", "type": "book", "title": "Ten Days that Shook the World", "author": REED},
        {"id": "7", "citation-key": "ReedTenDays1919", "type": "book", "title": "Other"},
        {"id": "8", "type": "book", "title": "十月"},
    ]
    assert list(shelved(csl_json(json.dumps(items)), {}).added) == [
        "reedTenDays1919",
        "reed-ten-days-that-shook-the-world",
        "reed-ten-days-that-shook-the-world-2",
        "ReedTenDays1919-2",
        "十月",
    ]


def test_csl_yaml_of_pandoc_is_read_like_the_json(tmp_path: Path) -> None:
    collection(tmp_path)
    (tmp_path / "refs.yaml").write_text(
        "---\nreferences:\n- id: reed\n  type: book\n  title: Ten Days\n  author:\n  - family: Reed\n    given: John\n"
        "  issued:\n    date-parts:\n    - - 1919\n  archive_location: Box 3\n...\n",
        encoding="utf-8",
    )
    assert run("sources", "--import", "refs.yaml", cwd=tmp_path) == Ran(
        0, "reed: John Reed, Ten Days (1919), Box 3\nscenarios/collection.yaml: 1 source added\n", ""
    )


BIBTEX = r"""@string{plon = "Plon"}
@book{gaulle, author={de Gaulle, Charles and {Board of Trade} and King, Jr., Martin}, title={War {M}emoirs of K{\"o}ln},
  year=1955, month=mar, publisher=plon, address={Paris}, keywords={x, y}}
@article{doe, author={Doe, Jane}, editor={Roe, Rick}, title={Storms \& Contracts}, journal={J}, pages={1--3}, number=4}
@book{doe, title={Again}}
@book{open, title={X
"""


def test_bibtex_is_read_with_its_names_and_its_latex_and_what_is_broken_is_told() -> None:
    found = shelved(bibtex(BIBTEX), {})
    assert [each.reference for each in found.added.values()] == [
        "Charles de Gaulle, Board of Trade, Martin King Jr., War Memoirs of Köln (Paris: Plon, 1955-03)",
        "Jane Doe, Storms & Contracts, ed. Rick Roe, number 4 (J), pages 1–3",
    ]
    assert found.added["gaulle"].author[1].literal == "Board of Trade"
    assert found.unread == ("line 5: a second entry is called 'doe'", "line 6: an entry is not closed, or is no BibTeX")
    assert dict(found.left_out) == {"keywords": 1}


def test_our_own_bibtex_comes_back() -> None:
    ours = shelved(csl_json(json.dumps(export())), {}).added
    again = shelved(bibtex(as_bibtex(ours)), {})
    assert again.unread == ()
    assert [(each.title, each.author, each.volume) for each in again.added.values()] == [
        (each.title, each.author, each.volume) for each in ours.values()
    ]


BIBTEX_KEEPS = {
    "article-journal", "book", "chapter", "document", "manuscript", "pamphlet", "paper-conference", "report", "thesis"
}  # fmt: skip
"""Types that BibTeX has; of the others it has articles, and says of the rest no more than that they are documents."""
IN_JOURNALS = {"article-journal", "article-magazine", "article-newspaper"}


@pytest.mark.parametrize("kind", get_args(SourceType))
def test_every_type_and_field_comes_back_from_bibtex(kind: str) -> None:
    full = FULL | {"id": "ferry", "type": kind, "title": "The Ferry to Oban", "issued": DATES[1], "author": REED}
    del full["archive_location"], full["call-number"], full["archive"], full["collection-number"]
    [ours] = shelved(csl_json(json.dumps([full])), {}).added.values()
    [again] = shelved(bibtex(as_bibtex({"ferry": ours})), {}).added.values()
    expected = ours.model_dump(by_alias=True, exclude_defaults=True)
    expected["type"] = kind if kind in BIBTEX_KEEPS else "article-journal" if kind in IN_JOURNALS else "document"
    expected["translator"] = ({"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},)
    if kind not in IN_JOURNALS:
        expected["number"] = expected.pop("issue")
    if kind not in IN_JOURNALS | {"chapter", "paper-conference"}:
        expected["medium"] = expected.pop("container-title")
    assert again.model_dump(by_alias=True, exclude_defaults=True) == expected


RIS = """TY  - CHAP
AU  - Doe, Jane
A2  - Roe, Rick
AU  - Board of Trade
TI  - A chapter: on "it"
T2  - The Book
PY  - 1919/03//
SP  - 1
EP  - 9
SN  - 978-0
KW  - a
UR  - https://example.org
ER  -\x20
TY  - JOUR
AU  - Doe, Jane
TI  - An article
T2  - The Journal
IS  - 4
SN  - 0000-0019
Y2  - 2025/03/14/
ER  -\x20
"""


def test_ris_is_read() -> None:
    found = shelved(ris(RIS), {})
    chapter, article = found.added.values()
    assert chapter.reference == (
        'Jane Doe, Board of Trade, A chapter: on "it", ed. Rick Roe (The Book, 1919-03), pages 1–9, https://example.org'
    )
    assert (chapter.isbn, article.issn, article.issue, article.accessed) == ("978-0", "0000-0019", "4", "2025-03-14")
    assert dict(found.left_out) == {"keywords": 1}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "x", "the file is no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("a.json", "7", "the file holds no list of references"),
        ("a.yaml", "'x", "the file is no YAML: the quotation mark that opens here is never closed"),
        ("a.txt", "x", "the name of a file of references ends with .json, .yaml, .bib or .ris"),
    ],
)
def test_what_holds_no_references_is_refused(name: str, text: str, said: str, tmp_path: Path) -> None:
    path = collection(tmp_path)
    before = path.read_text(encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run("sources", "--import", name, cwd=tmp_path)
    help = "help: export the references from Zotero as CSL JSON, BibTeX or RIS\n"
    assert ran == Ran(2, "", f"error: {name}: {said}\n{help}")
    assert path.read_text(encoding="utf-8") == before


def test_an_item_without_a_title_is_told_and_the_others_are_read() -> None:
    found = shelved(
        csl_json(json.dumps([{"id": "a", "type": "book"}, {"id": "b", "type": "book", "title": "B"}, 7])), {}
    )
    assert list(found.added) == ["b"]
    assert found.unread == ("an item is no mapping of keys and values", "a: it has no 'title'")


BOOK = {"b": Source(type="book", title="B: c")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: T\n", 'title: T\n\nsources:\n  b:\n    type: book\n    title: "B: c"\n'),
        ("title: T\nsources:\n", 'title: T\nsources:\n  b:\n    type: book\n    title: "B: c"\n'),
        (
            "sources:\n    a: {type: book, title: A}  # one\n\n# end\ntitle: T\n",
            'sources:\n    a: {type: book, title: A}  # one\n    b:\n      type: book\n      title: "B: c"\n\n# end\ntitle: T\n',
        ),
        ("sources: {a: {type: book, title: A}}\n", None),
        ("sources: {}\n", None),
        ("'x", None),
    ],
)
def test_sources_are_written_below_those_that_are_there(before: str, after: str | None) -> None:
    assert with_sources(before, BOOK, "collection.yaml") == after


def test_a_collection_is_begun_where_there_is_none_and_asked_for_where_there_are_several(tmp_path: Path) -> None:
    home = tmp_path / "scenarios"
    home.mkdir()
    (tmp_path / "a.json").write_text('[{"id": "b1", "type": "book", "title": "B"}]', encoding="utf-8")
    assert (
        run("sources", "--import", "a.json", cwd=tmp_path).out == "b1: B\nscenarios/collection.yaml: 1 source added\n"
    )
    assert (home / "collection.yaml").read_text(encoding="utf-8") == (
        "format: 1\ntitle: Scenarios\n\nsources:\n  b1:\n    type: book\n    title: B\n"
    )
    (home / "one").mkdir()
    (home / "collection.yaml").rename(home / "one" / "collection.yaml")
    assert run("sources", "--import", "a.json", cwd=tmp_path).out == (
        "already there: b1\nscenarios/one/collection.yaml: 0 sources added\n"
    )
    shutil.copytree(home / "one", home / "two")
    assert run("sources", "--import", "a.json", cwd=tmp_path) == Ran(
        2,
        "",
        "error: several collections are in scenarios\n"
        "help: name one of them with --scenarios: scenarios/one, scenarios/two\n",
    )
