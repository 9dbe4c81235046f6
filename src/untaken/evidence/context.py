"""What stands round a quotation: its sentence, and what near it could turn its sense."""

import re
from dataclasses import dataclass

from untaken.evidence.matching import Match
from untaken.evidence.quotation import SourceText
from untaken.evidence.quoted import NEGATION

NEAR = 60
"""Letters before and behind a quotation in which a word that turns the sense is close."""

_END = re.compile(r"(?P<stop>[.!?][\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n[ \t]*\n(?=\s*[\"'“‘]?[A-Z0-9])")
_CONCESSION = re.compile(r"(?i)\b(?:although|though|while|despite|even if|in spite of|if|perhaps|maybe|supposedly)\b")
_TURN = re.compile(r"(?i)\b(?:but|yet|however|nevertheless|nonetheless|on the contrary)\b")
_TURNED_NEXT = re.compile(r"\s*[\"'“‘]?(?:But|Yet|However|Nevertheless|Nonetheless|Still,|On the contrary)\b")


@dataclass(frozen=True)
class Context:
    """A quotation as the text has it, with what stands before and behind it in its sentence, and what to look out for.

    `cautions` are words near the quotation that could turn its sense: each says what it is.
    """

    before: str
    quote: str
    after: str
    cautions: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.quote}{self.after}"


def context(text: SourceText, match: Match) -> Context:
    """The sentence, or the sentences, in which a match stands."""
    start, end = (text.folding.clean_place(place) for place in match)
    first = _sentence_start(text.clean, start)
    behind = _END.search(text.clean, max(start, end - 2))
    last = behind.end("stop") if behind and behind["stop"] else behind.start() if behind else len(text.clean)
    before, quote, after = (_line(text.clean[a:b]) for a, b in ((first, start), (start, end), (end, last)))
    following = text.clean[behind.end() : behind.end() + 40] if behind else ""
    return Context(before.lstrip(), quote, after.rstrip(), tuple(_cautions(before, after, following)))


def _line(text: str) -> str:
    """A passage on one line, hyphens at line ends taken away."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\W\d_])[-¬]\r?\n\s*(?=[a-z])", "", text))


def _cautions(before: str, after: str, following: str) -> list[str]:
    near = f"{before[-NEAR:]} | {after[:NEAR]}"
    kinds = (("a negation", NEGATION), ("a concession", _CONCESSION), ("a turn", _TURN))
    found = [f"{kind} stands close: '{match.group()}'" for kind, pattern in kinds if (match := pattern.search(near))]
    turned = _TURNED_NEXT.match(following)
    return [*found, *([f"the next sentence turns: '{turned.group().strip()}'"] if turned else [])]


def sentence_place(text: SourceText, place: int) -> int:
    """Where the sentence begins, in the clean text, in which a place of the folded text lies."""
    return _sentence_start(text.clean, text.folding.clean_place(place))


LONGEST_SENTENCE = 2000
"""Letters before a quotation in which the beginning of its sentence is looked for."""


def _sentence_start(text: str, place: int) -> int:
    first = max(0, place - LONGEST_SENTENCE)
    ends = (each.end() for each in _END.finditer(text, first, place + 2))
    return max((end for end in ends if end <= place), default=first)
