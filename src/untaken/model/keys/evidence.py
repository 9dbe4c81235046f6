"""Keys of arguments, citations, consequences, notes and estimates."""

from untaken.model.keys.nouns import Guide, Key

CITE = Key(
    "Where the claim comes from: one citation in braces, or a list of them where several sources agree.",
    "cite: {source: harbour-book, section: The night, quote: fallen since noon}",
    also=("citation",),
)
LIKELIHOODS = {
    "remote": "hardly to be reckoned with",
    "unlikely": "less likely than not",
    "even": "as likely as not",
    "likely": "more likely than not",
    "almost-certain": "hardly to be doubted",
}
NOTES = Key(
    "What the sources tell without arguing, and where they contradict each other or the record: a list of notes.",
    "notes:\n  - note: The Harbour Book counts one ship fewer.\n"
    "    cite: {source: harbour-book, quote: eleven sail in all}",
)

ARGUMENT = Guide(
    "Argument",
    "A reason for or against an option, in your own words. It stands in the list `arguments` of the option, "
    "and has either `for` or `against`.",
    {
        "for": Key(
            "A reason for the option, in your own words. An argument has either this or 'against'.",
            "for: The mail contract is lost if the ferry is a day late.",
            also=("pro",),
        ),
        "against": Key(
            "A reason against the option, in your own words. An argument has either this or 'for'.",
            "against: The glass had fallen all afternoon.",
            also=("con", "contra"),
        ),
        "voice": Key(
            "Whose argument it is, where the source reports somebody's view: the id of an actor, or a plain name. "
            "Without it, the argument is the cited author's own.",
            "voice: owners",
            also=("by",),
        ),
        "hindsight": Key(
            "'true' where the words of the argument give away what happened. "
            "A walk then tells it only after the choice; diagrams and outlines always show it.",
            "hindsight: true",
        ),
        "cite": CITE,
        "requires": Key(
            "Facts without which the argument has no ground: a list of ids, or of ties. On roads without them it is "
            "shown as one that does not hold.",
            "requires: [mail-kept]",
        ),
        "unless": Key("Facts that take the argument its ground: a list of ids, or of ties.", "unless: [mail-kept]"),
    },
    begins=("for", "against"),
    kept=("for", "cite"),
)

CITATION = Guide(
    "Citation",
    "Where a claim comes from. It stands under `cite`, in braces; several of them stand in a list.",
    {
        "source": Key(
            "The id of the source, as 'sources' declares it.",
            "source: harbour-book",
            missing="add 'source: …' with the id of one of the sources",
            is_id=True,
        ),
        "section": Key(
            "The section of the source, spelt as in its list of 'sections', where it has one.", "section: The night"
        ),
        "paragraph": Key("The paragraph within the section, counted from 1.", "paragraph: 2"),
        "page": Key("The page, as the source counts them.", "page: 114–115", also=("pages",)),
        "document": Key("The number of a document in a collection of documents.", 'document: "12"'),
        "folio": Key("The leaf of a manuscript.", "folio: 4r"),
        "note": Key("The number of a note.", 'note: "3"'),
        "line": Key("The line of a poem, an inscription or the like.", 'line: "12"'),
        "time": Key("The moment in a recording.", 'time: "0:14:05"'),
        "quote": Key(
            "At most twelve words, copied exactly from the passage, so that a program finds it again. "
            "Put quotes round words with a comma, a colon or a '#'.",
            "quote: fallen since noon",
            also=("quotation",),
        ),
        "translation": Key(
            "What the quotation says in your reader's language, where the source has another one.",
            "translation: forfeit the mails",
        ),
        "translated-by": Key(
            "Whose translation that is: a name, or 'editor' where it is your own. Without it, it is the source's "
            "translator's, or, where the source has none, yours.",
            "translated-by: Edwin Muir",
        ),
    },
    written="write {source: …, section: …, quote: …}",
)

CONSEQUENCE = Guide(
    "Consequence",
    "What followed, or would have followed. It stands in the list `consequences` of an outcome.",
    {
        "claim": Key(
            "What followed, or would have followed, in your own words.",
            "claim: All hands were lost, and the inquiry blamed the owners.",
            missing="add 'claim: …' with what followed, in your own words",
        ),
        "voice": Key(
            "Whose claim it is, where the source reports somebody's view: the id of an actor, or a plain name.",
            "voice: owners",
        ),
        "cite": CITE,
    },
    begins=("claim",),
    kept=("cite",),
)

NOTE = Guide(
    "Note",
    "What the sources tell without arguing, or where they contradict each other or the record. "
    "It stands in the list `notes` of a scenario or a node.",
    {
        "note": Key("The note, in your own words.", "note: The Harbour Book counts one ship fewer than the Annals."),
        "voice": Key(
            "Whose note it is: 'editor' where it is your own, and what it cites is what it speaks of; else the id of "
            "an actor, or a plain name. Without it, the note says what the cited author says.",
            "voice: editor",
        ),
        "cite": CITE,
    },
    begins=("note",),
    kept=("cite",),
)

ESTIMATE = Guide(
    "Estimate",
    "How likely a branch was, and who says so. It stands under `likelihood`; a plain word is an estimate that nobody "
    "answers for.",
    {
        "word": Key(
            "How likely it was, in one of five words.",
            "word: unlikely",
            LIKELIHOODS,
            stand_in="even",
        ),
        "figures": Key("The figures that the source gives, in its own words.", "figures: one in three"),
        "voice": Key(
            "Whose estimate it is, where the source reports somebody's: the id of an actor, or a plain name.",
            "voice: master",
        ),
        "cite": CITE,
    },
    belongs="a word of likelihood",
    written="write the word, or {word: …, figures: …, cite: …}",
)
