"""Keys of arguments, citations, consequences and notes."""

from untaken.model.keys.nouns import Guide, Key

_CITE = Key(
    "Where the claim comes from: one citation in braces, or a list of them where several sources agree.",
    "cite: {source: harbour-book, section: The night, quote: fallen since noon}",
)
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
        ),
        "against": Key(
            "A reason against the option, in your own words. An argument has either this or 'for'.",
            "against: The glass had fallen all afternoon.",
        ),
        "voice": Key(
            "Whose argument it is, where the source reports somebody's view: the id of an actor, or a plain name. "
            "Without it, the argument is the cited author's own.",
            "voice: owners",
        ),
        "hindsight": Key(
            "'true' where the words of the argument give away what happened. "
            "A walk then tells it only after the choice; diagrams and outlines always show it.",
            "hindsight: true",
        ),
        "cite": _CITE,
    },
)

CITATION = Guide(
    "Citation",
    "Where a claim comes from. It stands under `cite`, in braces; several of them stand in a list.",
    {
        "source": Key("The id of the source, as 'sources' declares it.", "source: harbour-book"),
        "section": Key(
            "The section of the source, spelt as in its list of 'sections', where it has one.", "section: The night"
        ),
        "paragraph": Key("The paragraph within the section, counted from 1.", "paragraph: 2"),
        "page": Key("The page, as the source counts them.", "page: 114–115"),
        "quote": Key(
            "At most twelve words, copied exactly from the passage, so that a program finds it again. "
            "Put quotes round words with a comma, a colon or a '#'.",
            "quote: fallen since noon",
        ),
    },
)

CONSEQUENCE = Guide(
    "Consequence",
    "What followed, or would have followed. It stands in the list `consequences` of an outcome.",
    {
        "claim": Key(
            "What followed, or would have followed, in your own words.",
            "claim: All hands were lost, and the inquiry blamed the owners.",
        ),
        "voice": Key(
            "Whose claim it is, where the source reports somebody's view: the id of an actor, or a plain name.",
            "voice: owners",
        ),
        "cite": _CITE,
    },
)

NOTE = Guide(
    "Note",
    "What the sources tell without arguing, or where they contradict each other or the record. "
    "It stands in the list `notes` of a scenario or a node.",
    {
        "note": Key("The note, in your own words.", "note: The Harbour Book counts one ship fewer than the Annals."),
        "cite": _CITE,
    },
)
