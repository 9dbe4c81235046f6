"""What is acknowledged can be, and occurs. Judging finds what breaks these rules."""

from untaken.reading.diagnostics import ERROR, WARNING, Rule, Subject

UNKNOWN_CODE = Rule(
    "unknown-code",
    ERROR,
    Subject.ACKNOWLEDGED,
    "`acknowledge` names the code of a warning or note.",
    wrong="""
        acknowledge:
          only-history-viable: The narrows left no choice.
          unknown-target: The node will be written next week.
    """,
    right="""
        acknowledge:
          only-history-viable: The narrows left no choice.
    """,
)

NEEDLESS_ACKNOWLEDGEMENT = Rule(
    "needless-acknowledgement",
    WARNING,
    Subject.ACKNOWLEDGED,
    "What is acknowledged occurs.",
    acknowledgeable=False,
    wrong="""
        acknowledge:
          only-history-viable: The narrows left no choice.
          single-source: There is but one.
    """,
    right="""
        acknowledge:
          only-history-viable: The narrows left no choice.
    """,
)
