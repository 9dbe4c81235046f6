"""The rules of the form: the file, its YAML, its keys and their values. Reader and decoder find what breaks them."""

from untaken.reading.diagnostics import ERROR, NOTE, WARNING, Rule, Subject

UNREADABLE_FILE = Rule(
    "unreadable-file",
    ERROR,
    Subject.FILE,
    "The file cannot be opened, or is no ordinary file.",
    instead=(
        "Look at the path in the message: is it spelt as the file is, and is the file in this folder? A folder is "
        "named where all the scenarios in it are meant."
    ),
    leaves_nothing=True,
)

EMPTY_FILE = Rule(
    "empty-file",
    ERROR,
    Subject.FILE,
    "The file holds nothing but blanks and comments.",
    wrong="# still to be written",
    right="""
        title: The ferry and the storm
        question: Should the ferry sail?
        # … and the nodes
    """,
)

FILE_TOO_LARGE = Rule(
    "file-too-large",
    ERROR,
    Subject.FILE,
    "A file may hold 64 MB of text, 3,000,000 values, and 100,000 that aliases repeat; a scenario has a few kilobytes.",
    instead=(
        "No turning point needs so much text. Was another file given its name? If not, make several scenarios of "
        "it, each of which ends with 'continues'."
    ),
)

NOT_UTF8 = Rule(
    "not-utf8",
    ERROR,
    Subject.FILE,
    "A file is text in UTF-8.",
    instead=(
        "Save the file as UTF-8: in Notepad under 'Save as', 'Encoding'; in other editors under 'File' or at the "
        "lower right."
    ),
)

CONTROL_CHARACTER = Rule(
    "control-character",
    ERROR,
    Subject.FILE,
    "Text holds no control characters, which terminals would obey.",
    instead=(
        "The letter cannot be seen in most editors: delete what stands round the column in the message, and type it"
        " again."
    ),
)

LOST_TEXT = Rule(
    "lost-text",
    WARNING,
    Subject.YAML,
    "A `#` with a blank before it begins a comment, and the text behind it is lost.",
    acknowledgeable=False,
    wrong="label: Sail with ferry No #3",
    right='label: "Sail with ferry No #3"',
)

YAML_SYNTAX = Rule(
    "yaml-syntax",
    ERROR,
    Subject.YAML,
    "A file is YAML: `key: value`, indented with blanks, signs in quotes.",
    wrong="label: Lenin answers: there is such a party",
    right='label: "Lenin answers: there is such a party"',
)

SWALLOWED_LINE = Rule(
    "swallowed-line",
    ERROR,
    Subject.YAML,
    "A line that reads like a key or a list item is no part of the text above it.",
    wrong="""
        context: >
          The island's mails went by a single ferry.
          start: harbour
    """,
    right="""
        context: >
          The island's mails went by a single ferry.
        start: harbour
    """,
)

NESTED_TOO_DEEP = Rule(
    "nested-too-deep",
    ERROR,
    Subject.YAML,
    "Lists and mappings stand at most 40 deep in each other.",
    instead=(
        "No part of a scenario stands more than nine deep. Look for brackets in a text: [[[see there]]] belongs in "
        "quotes."
    ),
)

YAML_TAG = Rule(
    "yaml-tag",
    ERROR,
    Subject.YAML,
    "A tag such as `!!python/object` has no meaning here.",
    wrong="label: !Sail tonight",
    right='label: "!Sail tonight"',
)

YAML_ALIAS = Rule(
    "yaml-alias",
    ERROR,
    Subject.YAML,
    "An alias repeats an anchor that stands before it, and never contains itself.",
    wrong="label: *sail",
    right='label: "*sail"',
)

DUPLICATE_KEY = Rule(
    "duplicate-key",
    ERROR,
    Subject.YAML,
    "A key stands once in its mapping.",
    wrong="""
        actors:
          master: {name: The master}
          master: {name: The harbour master}
    """,
    right="""
        actors:
          master: {name: The master}
          harbour-master: {name: The harbour master}
    """,
)

UNKNOWN_KEY = Rule(
    "unknown-key",
    ERROR,
    Subject.KEYS,
    "Only the keys of the format are read.",
    wrong="leeds-to: calm",
    right="leads-to: calm",
)

UNUSED_KEY = Rule(
    "unused-key",
    NOTE,
    Subject.KEYS,
    "What Zotero and its kin know of a text beyond this format is passed over.",
    instead=(
        "A source may be pasted as Zotero or pandoc write it in YAML. Keys that the format does not ask for, such as "
        "'number-of-pages', may stay; nothing reads them."
    ),
    acknowledgeable=False,
)

MISSING_KEY = Rule(
    "missing-key",
    ERROR,
    Subject.KEYS,
    "A key that everything else rests on has to be there.",
    wrong="""
        wreck:
          outcome: The ferry is lost
    """,
    right="""
        wreck:
          outcome: The ferry is lost
          basis: recorded
    """,
)

WRONG_TYPE = Rule(
    "wrong-type",
    ERROR,
    Subject.KEYS,
    "A value has the kind that its key asks for: text, a list, a mapping, a number, yes or no.",
    wrong="deciders: master",
    right="deciders: [master]",
)

EMPTY_VALUE = Rule(
    "empty-value",
    ERROR,
    Subject.KEYS,
    "A key has a value, or is left out.",
    wrong="where:",
    right="where: Port Ellen",
)

BAD_DATE = Rule(
    "bad-date",
    ERROR,
    Subject.KEYS,
    "A date is written YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar.",
    wrong="date: 12 October 1884",
    right="""
        when: 12 October 1884
        date: 1884-10-12
    """,
)

UNKNOWN_FORMAT = Rule(
    "unknown-format",
    ERROR,
    Subject.KEYS,
    "The version of the format is one that this program reads.",
    wrong="format: 2",
    right="format: 1",
)

ARGUMENT_WITHOUT_SIDE = Rule(
    "argument-without-side",
    ERROR,
    Subject.EVIDENCE,
    "An argument speaks either for or against its option.",
    wrong="""
        - voice: owners
          cite: {source: annals}
    """,
    right="""
        - for: The mail cannot wait.
          voice: owners
          cite: {source: annals}
    """,
)
