"""The rules of the evidence that is looked up: quotations, texts, the record of them."""

from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject

QUOTATION_NOT_FOUND = Rule(
    "quotation-not-found",
    ERROR,
    Subject.EVIDENCE,
    "A quotation stands in its source's text, word for word.",
    instead=(
        "Copy the words of the quotation from the source's text once more. The message shows the nearest passage, "
        "with the words that differ. Typographic quotation marks, line breaks and hyphens at line ends make no "
        "difference."
    ),
)

QUOTATION_AMBIGUOUS = Rule(
    "quotation-ambiguous",
    ERROR,
    Subject.EVIDENCE,
    "A quotation stands only once in its source's text.",
    instead="Take a word or two more into the quotation, so that it stands only once in its section.",
)

QUOTATION_ELSEWHERE = Rule(
    "quotation-elsewhere",
    ERROR,
    Subject.EVIDENCE,
    "A quotation stands in the section that is cited.",
    instead=(
        "The quotation is there, but under another heading: correct 'section', or look for the passage that you meant."
    ),
)

MISSING_HEADING = Rule(
    "missing-heading",
    ERROR,
    Subject.EVIDENCE,
    "Sections and captions that a source lists stand in its text.",
    instead=(
        "Write the section under `sections`, or the caption under `captions`, as the source's text has it. Letter "
        "case, numbers before a heading, kinds of apostrophes and line breaks make no difference; the quotations "
        "are looked up all the same."
    ),
)

MISSING_TEXT = Rule(
    "missing-text",
    ERROR,
    Subject.EVIDENCE,
    "The text of a source that is cited lies in the folder of texts.",
    instead=(
        "Put the source's text into the folder that --texts names, under the name that the source gives under "
        "'text', or <the source's id>.txt."
    ),
)

CHANGED_TEXT = Rule(
    "changed-text",
    ERROR,
    Subject.EVIDENCE,
    "A source's text is still the one in which its quotations were verified.",
    instead=(
        "The record of quotations holds the fingerprint of each text in which they were found. Where the text is "
        "another one now, look at what was changed in it; if that is as it should be, `untaken verify --repin "
        "SOURCE` records it."
    ),
)

BROKEN_LOCK = Rule(
    "broken-lock",
    WARNING,
    Subject.EVIDENCE,
    "The record of verified quotations is what `untaken verify` wrote.",
    acknowledgeable=False,
    instead=(
        "quotations.lock is written by the program alone. Where a merge left two versions in it, keep the lines of "
        "both, once each; or let `untaken verify`, with the texts of all sources, find the quotations again and "
        "write it anew."
    ),
)
