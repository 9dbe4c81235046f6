"""What people read, before anybody prints it: a document is blocks, and seldom a table, in their
order; a block is runs of text.

A painter (a terminal, the full screen, Markdown, HTML) gives each role a look, and adds no word of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from untaken.text.wrapping import one_line


class Role(StrEnum):
    """What a block or a run of it is. Nothing is said by the role alone: without colours and signs the words say it."""

    TITLE = "title"
    SECTION = "section"
    """A heading within a page."""
    TEXT = "text"
    NODE = "node"
    """A question or an outcome."""
    STEP = "step"
    """An option, a branch, or a move."""
    WAY = "way"
    """A way on that may be chosen, under its number; what is said of it follows one step further in."""
    HISTORY = "history"
    """What happened."""
    FOR = "for"
    AGAINST = "against"
    CLAIM = "claim"
    """What is said without arguing: a consequence, a note."""
    PIN = "pin"
    """Where a claim stands."""
    QUIET = "quiet"
    CODE = "code"
    """What is typed, letter by letter."""
    LEAD = "lead"
    """Of a run: the words before a text for which a painter may set a sign, "For:"."""
    OWNER = "owner"
    """Of a run: whose claim it is, behind it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a block in one role."""

    text: str
    role: Role = Role.TEXT
    href: str = ""
    """The address to which it leads, if any."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a list, so many steps further in than the margin."""

    runs: tuple[Run, ...]
    role: Role = Role.TEXT
    indent: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    @property
    def lead(self) -> str:
        """The words before its text, without the blank between them."""
        return "".join(run.text for run in self.runs if run.role is Role.LEAD).rstrip()

    def __str__(self) -> str:
        return "  " * self.indent + self.text


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their headings; the columns from `numeric_from` on hold numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric_from: int


Document = Iterable[Block | Table]
"""Blocks and tables in the order in which they are read."""

GAP = Block(())
"""Blank room between two blocks."""


def linked(said: Block, links: Iterable[tuple[str, str]]) -> Block:
    """A block in whose last run each of these words lead to their address, where they have one."""
    *runs, last = said.runs
    rest = last.text
    for words, href in links:
        before, found, behind = rest.partition(one_line(words))
        if href and found:
            runs += [Run(before, last.role), Run(found, last.role, href)]
            rest = behind
    return Block((*runs, *([Run(rest, last.role)] if rest else [])), said.role, said.indent)


def block(text: str, role: Role = Role.TEXT, indent: int = 0, lead: str = "", owner: str = "") -> Block:
    """A block of one text on one line, with the words before and behind it that have roles of their own.

    >>> str(block("All hands were lost.", Role.AGAINST, 1, "Against:", "— Campbell"))
    '  Against: All hands were lost. — Campbell'
    """
    runs = (
        *([Run(f"{one_line(lead)} ", Role.LEAD)] if lead else []),
        Run(one_line(text)),
        *([Run(f" {one_line(owner)}", Role.OWNER)] if owner else []),
    )
    return Block(runs, role, indent)
