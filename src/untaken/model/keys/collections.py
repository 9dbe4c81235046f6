"""Keys of a collection, of its actors and sources, and of the names of authors."""

from untaken.model.keys.evidence import CITE
from untaken.model.keys.nouns import Guide, Key
from untaken.model.keys.shared import FORMAT, SHARED

COLLECTION = Guide(
    "Collection",
    "What the scenarios of a folder share. It stands in the file `collection.yaml` of that folder.",
    {
        "format": FORMAT,
        "title": Key(
            "What the collection is called.",
            "title: The island ferry",
            missing="add 'title: …', what the collection is called",
        ),
        "about": Key(
            "What the collection is about, in a few sentences.", "about: Three decisions about the island's mails."
        ),
        "language": Key("The language of your texts, as a code.", "language: en"),
        **SHARED,
        "gates": Key(
            "Facts that every turning point after a certain one asks for, declared once instead of in each: the id of "
            "the fact, and what is to be known of the gate.",
            "gates:\n  mail-kept: {from: ferry-and-storm, claim: Without the mails there was no ferry to decide on.}",
        ),
        "courses": Key(
            "Selections of turning points for an hour, each under an id of your choice.",
            "courses:\n  mails-in-three: {title: The mails in three decisions, scenarios: [ferry-and-storm, inquiry]}",
        ),
    },
)

FACT = Guide(
    "Fact",
    "What an earlier choice settles for a later one. It stands under `facts`, under its id; a plain sentence there is "
    "`holds`.",
    {
        "holds": Key("What is so where the fact holds.", "holds: The mail contract was kept."),
        "fails": Key("What is so where it does not.", "fails: The mail contract went to the railway."),
    },
    belongs="a sentence",
    written="write what is so where the fact holds, or {holds: …, fails: …}",
)

TIE = Guide(
    "Tie",
    "A fact that is asked for, or restored, with the reason and who gives it. It stands in the lists `requires`, "
    "`unless` and `restores`; a plain id there is `fact`.",
    {
        "fact": Key("The id of the fact, as 'facts' declares it.", "fact: mail-kept", is_id=True),
        "claim": Key(
            "Why the fact matters here, in your own words.", "claim: Without the contract there was nothing to bid for."
        ),
        "cite": CITE,
        "implied": Key(
            "'true' where the source only suggests it. Such a tie warns, and closes nothing.", "implied: true"
        ),
    },
    belongs="the id of a fact",
    written="write it, or {fact: …, claim: …, cite: …}",
)

GATE = Guide(
    "Gate",
    "A fact that every later turning point asks for. It stands under `gates` of a collection, under the id of the "
    "fact.",
    {
        "from": Key(
            "The id of the scenario that settles the fact; those that are later ask for it.",
            "from: ferry-and-storm",
            is_id=True,
        ),
        "claim": TIE.keys["claim"],
        "cite": CITE,
        "implied": TIE.keys["implied"],
    },
    written="write {from: …, claim: …, cite: …}",
)

COURSE = Guide(
    "Course",
    "A selection of turning points for an hour. It stands under `courses` of a collection, under its id.",
    {
        "title": Key(
            "What the course is called.",
            "title: The mails in three decisions",
            missing="add 'title: …', what the course is called",
        ),
        "about": Key("What it is about, in a sentence or two.", "about: For a first hour on the island's mails."),
        "minutes": Key("How long a class takes for it.", "minutes: 40"),
        "scenarios": Key(
            "The ids of its scenarios, in the order of time.", "scenarios: [ferry-and-storm, inquiry, railway-bill]"
        ),
    },
    written="write 'title: …' and 'scenarios: […]' under it, indented",
)

ACTOR = Guide(
    "Actor",
    "A person or a body that decides, advocates or argues. It stands under `actors`, under its id.",
    {
        "name": Key("The name, as it is to be shown.", "name: The ferry's master"),
        "about": Key("Who that is, in half a sentence.", "about: Captain of the Islay ferry since 1871"),
        "otherwise": Key(
            "Who that is on roads that make this false: a list of variants, each with the facts that it asks for and "
            "another 'name' or 'about'. The first one that holds is told.",
            "otherwise:\n  - requires: [master-drowned]\n    name: The ferry's mate",
        ),
    },
    written="write {name: …}",
)

NAME = Guide(
    "Name",
    "A person's name, or in `literal` that of an institution. Names stand in the lists `author`, `editor`, "
    "`translator` and `container-author` of a source.",
    {
        "family": Key("The family name.", "family: Beethoven"),
        "given": Key("The given name or names.", "given: Ludwig"),
        "literal": Key("A name that has no parts, such as an institution's.", "literal: Board of Trade"),
        "suffix": Key("What follows a name.", "suffix: Jr."),
        "non-dropping-particle": Key(
            "A particle that belongs to the family name and stands before it: 'de Gaulle'.", "non-dropping-particle: de"
        ),
        "dropping-particle": Key(
            "A particle that is left out where the family name stands alone.", "dropping-particle: van"
        ),
    },
    written="write {family: …, given: …}, or {literal: …} for an institution",
    listed="write [{family: …, given: …}], or [{literal: …}] for an institution",
)

_PEOPLE = {
    "author": Key("Who wrote it: a list of names.", "author: [{family: Campbell, given: Flora}]"),
    "editor": Key("Who edited it: a list of names.", "editor: [{family: Campbell, given: Flora}]"),
    "translator": Key("Who translated it: a list of names.", "translator: [{family: Campbell, given: Flora}]"),
    "container-author": Key(
        "Who wrote the book that a chapter stands in: a list of names.", "container-author: [{literal: Board of Trade}]"
    ),
}

_OURS = {
    "sections": Key(
        "The headings of the text. A citation's 'section' has to be one of them.", "sections: [The contract, The night]"
    ),
    "text": Key(
        "The name of the file with the source's text, for `untaken verify`. Without it, the id and '.txt'.",
        "text: harbour-book.txt",
    ),
    "captions": Key(
        "Captions of pictures that stand in that file in the middle of sentences; a quotation is found across them.",
        "captions: [The narrows at low tide]",
    ),
}

_PUBLICATION = {
    "container-title": Key(
        "The journal, newspaper or book that it appeared in.",
        "container-title: The Oban Times",
        also=("journal", "newspaper"),
    ),
    "collection-title": Key("The series.", "collection-title: Scottish Local History"),
    "collection-number": Key("The number within the series.", "collection-number: 12"),
    "title-short": Key("A short form of the title.", "title-short: Harbour Book"),
    "edition": Key("The edition.", "edition: 2"),
    "volume": Key("The volume.", "volume: 12"),
    "issue": Key("The issue of a journal or a newspaper.", "issue: 3"),
    "number": Key("The number of a report, a bill or the like.", "number: C. 4321"),
    "page": Key("The pages that it takes up.", "page: 114–131", also=("pages",)),
    "publisher": Key("Who published it.", "publisher: David Douglas"),
    "publisher-place": Key("Where it was published.", "publisher-place: Edinburgh"),
    "issued": Key(
        "When it appeared: a year, a date in digits, or free text.", "issued: 1891", also=("year", "published")
    ),
    "original-date": Key("When it appeared first.", "original-date: 1884"),
    "accessed": Key("When you looked at it on the web.", "accessed: 2025-03-14"),
}

_LOCATION = {
    "archive": Key("The archive that keeps it.", "archive: Argyll Papers"),
    "archive-location": Key("Where in the archive it lies.", "archive-location: Box 14"),
    "call-number": Key("Its shelf mark in a library.", "call-number: NLS Acc.4251"),
    "genre": Key("What kind of text it is, in a word.", "genre: logbook"),
    "medium": Key("What it is written or recorded on.", "medium: microfilm"),
    "language": Key("The language, as a code.", "language: gd"),
    "abstract": Key("What it says, in a few sentences.", "abstract: A daily record of arrivals and losses."),
    "note": Key("What else a reader has to know of it.", "note: The pages for 1885 are missing."),
    "URL": Key("Its address on the web.", "URL: https://www.example.org/harbour-book", also=("link",)),
    "DOI": Key("Its digital object identifier.", "DOI: 10.1000/182"),
    "ISBN": Key("The number of a book.", "ISBN: 978-0-00-000000-2"),
    "ISSN": Key("The number of a periodical.", "ISSN: 0000-0019"),
}

SOURCE = Guide(
    "Source",
    "A text that is cited. It stands under `sources`, under its id. Types and keys are those of the Citation Style "
    "Language (CSL), which Zotero and its kin speak; `label`, `sections`, `text` and `captions` are ours.",
    {
        "type": Key(
            "What kind of text it is, in a word of CSL: book, chapter, article-journal, article-magazine, "
            "article-newspaper, manuscript, report, speech, webpage and others.",
            "type: book",
            missing="add 'type: …', such as book, chapter, article-magazine, speech or webpage",
            stand_in="document",
        ),
        "title": Key("The title.", "title: The Harbour Book", missing="add 'title: …', what the text is called"),
        "label": Key(
            "What it is called on cards, in columns and where an argument is attributed. Without it, the authors' "
            "family names, or the editors', with the title behind them where two texts would have one name, or a text "
            "and somebody who acts.",
            "label: Harbour Book",
        ),
        "author": _PEOPLE["author"],
        **_OURS,
        **_PUBLICATION,
        **{key: people for key, people in _PEOPLE.items() if key != "author"},
        **_LOCATION,
    },
    written="write {type: …, title: …}",
    kept=("sections",),
)
