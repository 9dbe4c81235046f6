"""Keys that a scenario and a collection have in common."""

from untaken.model.keys.nouns import Key

FORMAT = Key("The version of the format. Without it, the newest one is meant.", "format: 1")

SHARED = {
    "sources": Key(
        "The texts that may be cited, each under an id of your choice that tells a reader which text it is.",
        "sources:\n  harbour-book: {type: book, title: The Harbour Book, issued: 1891}",
    ),
    "actors": Key(
        "The people and bodies that decide, advocate or argue, each under an id of your choice.",
        "actors:\n  owners: {name: The owners}\n  master: {name: The ferry's master}",
    ),
    "facts": Key(
        "What an earlier choice can settle for a later one: an id of your choice, and a sentence that says what is so; "
        "or two sentences, one for where it holds and one for where it does not.",
        "facts:\n  mail-kept: The mail contract was kept.",
    ),
}

OTHERWISE = Key(
    "Other words for roads that make these false: a list of variants, each with the facts that it asks for and the "
    "texts that are different. The first one that holds is told.",
    "otherwise:\n  - requires: [owners-bankrupt]\n    context: The island had no ferry of its own.",
)

REQUIRES = Key(
    "Facts without which this turning point does not arise: a list of ids, or of ties that say why and who says so.",
    "requires:\n  - fact: mail-kept\n    claim: Without the contract there was nothing to bid for.\n"
    "    cite: {source: harbour-book, quote: forfeit the mails}",
)
UNLESS = Key("Facts with which it does not arise: a list of ids, or of ties.", "unless: [mail-kept]")
