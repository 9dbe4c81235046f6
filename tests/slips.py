"""Scenarios with one mistake each: a sound scenario of `cases/sound`, and what differs from it.

`cases` has a file for each code. Each case of that code begins with the line `case NAME in SOUND`, or `case NAME alone`
where there is no sound scenario to begin with. Under it stands the edit, as in a diff, and behind `> ` the message. A line of
the edit begins with `-` where it goes, `+` where it comes, `~` where it comes with letters that nobody sees, written as
`\\u0009`, and with a blank where it stays and shows the place. `@` stands between two places. UNTAKEN_ACCEPT=1 rewrites
the messages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_HEAD = re.compile(r"case (?P<name>\S+)(?: in (?P<sound>\S+)| alone)")
_LETTER = re.compile(r"\\u([0-9a-f]{4})")
_SAYS = ">"


@dataclass(frozen=True)
class Slip:
    """A case: the line that begins it, the lines of its edit, and those of the message that it has to have."""

    head: str
    edit: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def name(self) -> str:
        return self._named["name"]

    @cached_property
    def text(self) -> str:
        """The scenario with the mistake; a byte that is no letter is a surrogate, as in Python's names of files."""
        sound = self._named["sound"]
        lines = (CASES / "sound" / f"{sound}.yaml").read_text(encoding="utf-8").split("\n") if sound else []
        for is_border, hunk in groupby(self.edit, lambda line: line == "@"):
            lines = lines if is_border else _edited(lines, [*hunk])
        return "\n".join(lines) if sound else "\n".join([*lines, ""])

    @property
    def data(self) -> bytes:
        return self.text.encode("utf-8", "surrogateescape")

    @property
    def _named(self) -> re.Match[str]:
        named = _HEAD.fullmatch(self.head)
        assert named, self.head
        return named

    def saying(self, message: str) -> str:
        """The case as it is written down, with this message."""
        return "\n".join([self.head, *self.edit, *(f"{_SAYS} {line}" for line in message.split("\n"))])


def slips_of(code: str) -> list[Slip]:
    """The cases of a code, in the order of its file."""
    blocks = (CASES / f"{code}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\ncase ")
    return [_slip(block.removeprefix("case ").split("\n")) for block in blocks]


def written(slips: Iterable[tuple[Slip, str]]) -> str:
    """The file with these cases, each with its message."""
    return "\n\n".join(slip.saying(message) for slip, message in slips) + "\n"


def _slip(block: Sequence[str]) -> Slip:
    said = [at for at, line in enumerate(block) if line.startswith(_SAYS)]
    first = said[0] if said else len(block)
    return Slip(f"case {block[0]}", tuple(block[1:first]), tuple(line[2:] for line in block[first:]))


def _edited(lines: Sequence[str], hunk: Sequence[str]) -> list[str]:
    old = [line[1:] for line in hunk if line[0] in " -"]
    new = [_spelt(line) for line in hunk if line[0] in " +~"]
    places = [at for at in range(len(lines) - len(old) + 1) if lines[at : at + len(old)] == old]
    assert len(places) == 1, f"these lines stand {len(places)} times in the sound scenario: {old}"
    return [*lines[: places[0]], *new, *lines[places[0] + len(old) :]]


def _spelt(line: str) -> str:
    return _LETTER.sub(lambda letter: chr(int(letter[1], 16)), line[1:]) if line[0] == "~" else line[1:]


CODES = sorted(path.stem for path in CASES.glob("*.txt"))
SLIPS: Mapping[str, Slip] = {slip.name: slip for code in CODES for slip in slips_of(code)}


def saved(folder: Path) -> Iterator[Path]:
    """The file of each case, saved into a folder."""
    for slip in SLIPS.values():
        path = folder / f"{slip.name}.yaml"
        path.write_bytes(slip.data)
        yield path
