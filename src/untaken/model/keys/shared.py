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
        "What an earlier choice can settle for a later one: an id of your choice, and a sentence that says what is so.",
        "facts:\n  mail-kept: The mail contract was kept.",
    ),
}
