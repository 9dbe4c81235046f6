"""What one slip of an author's does to a shipped scenario: is it found, where is it said, is anything read wrongly?

    cd tests && python -m benchmarks.single_edits [EDITS] [ID]...

applies so many random single edits (1,000) to each shipped scenario, checks each edited text, and prints what came of
it. How it counts is printed with the figures. The edits are the same in every run.
"""

import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from benchmarks.readings import misread
from untaken.checking.desk import Desk
from untaken.checking.loading import load
from untaken.reading.diagnostics import Diagnostic, Severity

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
EDITS = 1000
SECONDS = 10
"""An edit that takes longer hangs."""

EXPLANATION = """\
An edit breaks the file if check finds an error in it (exit 1). The first message is the first that check prints, a
warning or an error, in the order of places. It points at the edit if it names the edited line or the next one; of two
lines that were swapped either counts as edited, and of a deleted line the two between which it stood.
A wrong reading is exit 0 where the model differs from what PyYAML alone reads in the edited text, or where a word, a key
at the beginning of a line or an item of a list that stands in the text is missing from the model."""


@dataclass(frozen=True)
class Edit:
    """A text after one edit of a kind, and the lines, from 1, at which a message about it should point."""

    kind: str
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Verdict:
    """What came of an edit: `result` is sound, broken, misread, traceback or hang."""

    scenario: str
    edit: Edit
    result: str
    problems: tuple[Diagnostic, ...] = ()
    detail: str = ""

    @property
    def first_hits(self) -> bool:
        return bool(self.problems) and self.problems[0].span.line in self.edit.lines


# ── the edits ──

_KEY = re.compile(r"(?:^ *(?:- )?|[{,] *)(?P<word>[\w-]+):(?= |$)")
_REFERENCE = re.compile(
    r"\b(?:leads-to|source|section|voice|start|continues|basis): *(?P<word>[^\s,{}\[\]\"][^,{}\[\]\"]*)"
)
_REFERENCES = re.compile(r"\b(?:deciders|advocates|establishes|requires|unless): *\[(?P<words>[^\]]*)\]")


def _written(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]


def delete(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    at = dice.choice(_written(lines))
    del lines[at]
    return at, at + 1


def duplicate(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    at = dice.choice(_written(lines))
    lines.insert(at, lines[at])
    return at + 1, at + 2, at + 3


def swap(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    at = dice.choice(_written(lines)[:-1])
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return at + 1, at + 2, at + 3


def indent(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    at = dice.choice(_written(lines))
    here = len(lines[at]) - len(lines[at].lstrip())
    steps = [step for step in (-4, -2, -1, 1, 2, 4) if here + step >= 0]
    lines[at] = " " * (here + dice.choice(steps)) + lines[at].lstrip()
    return at + 1, at + 2


def misspell_key(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    return _misspell(lines, dice, _keys)


def misspell_reference(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    return _misspell(lines, dice, _references)


def drop_quote(lines: list[str], dice: random.Random) -> tuple[int, ...]:
    marks = [(at, mark.start()) for at in _written(lines) for mark in re.finditer("[\"']", lines[at])]
    if not marks:
        return ()
    at, column = dice.choice(marks)
    lines[at] = lines[at][:column] + lines[at][column + 1 :]
    return at + 1, at + 2


def _keys(line: str) -> Iterator[tuple[int, int]]:
    return (match.span("word") for match in _KEY.finditer(line))


def _references(line: str) -> Iterator[tuple[int, int]]:
    yield from (match.span("word") for match in _REFERENCE.finditer(line))
    for several in _REFERENCES.finditer(line):
        for word in re.finditer(r"[^\s,\"][^,\"]*", several["words"]):
            yield several.start("words") + word.start(), several.start("words") + word.end()


def _misspell(
    lines: list[str], dice: random.Random, words: Callable[[str], Iterator[tuple[int, int]]]
) -> tuple[int, ...]:
    at, (start, end) = dice.choice([(at, span) for at in _written(lines) for span in words(lines[at])])
    lines[at] = lines[at][:start] + misspelt(lines[at][start:end], dice) + lines[at][end:]
    return at + 1, at + 2


def misspelt(word: str, dice: random.Random) -> str:
    """The word with one letter left out, doubled, changed, or two letters swapped."""
    letters = [at for at, letter in enumerate(word) if letter.isalpha()] or [0]
    at = dice.choice(letters)
    match dice.randrange(4):
        case 0 if len(word) > 1:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + dice.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :]
        case _:
            return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


KINDS = (delete, duplicate, swap, indent, misspell_key, misspell_reference, drop_quote)


def edits(text: str, number: int, seed: str) -> Iterator[Edit]:
    """So many edits of a text, each of which changes it."""
    dice = random.Random(seed)
    made = 0
    while made < number:
        lines = text.split("\n")
        kind = dice.choice(KINDS)
        hit = kind(lines, dice)
        edited = "\n".join(lines)
        if edited != text:
            made += 1
            yield Edit(kind.__name__, edited, hit)


# ── what comes of them ──


class _Hang(Exception):
    pass


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Hang


def judge_edits(path: Path, number: int) -> list[Verdict]:
    """What comes of so many edits of one file."""
    signal.signal(signal.SIGALRM, _stop)
    desk = Desk()
    load([path], desk)
    text = path.read_text(encoding="utf-8")
    return [_verdict(path, desk, edit) for edit in edits(text, number, path.stem)]


def _verdict(path: Path, desk: Desk, edit: Edit) -> Verdict:
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        loaded = load([path], desk.with_text(path, edit.text))
    except _Hang:
        return Verdict(path.stem, edit, "hang")
    except Exception as error:
        return Verdict(path.stem, edit, "traceback", detail=repr(error))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    problems = tuple(each for each in loaded.problems if each.severity is not Severity.NOTE)
    if any(each.severity is Severity.ERROR for each in problems):
        return Verdict(path.stem, edit, "broken", problems)
    wrong = misread(edit.text, loaded.points[0].scenario)
    return Verdict(path.stem, edit, "misread" if wrong else "sound", problems, wrong)


def judge_all(paths: Sequence[Path], number: int) -> Iterator[list[Verdict]]:
    """The verdicts file by file, as they come; two files at a time."""
    with ProcessPoolExecutor(2) as pool:
        for each in as_completed([pool.submit(judge_edits, path, number) for path in paths]):
            yield each.result()


# ── the report ──


def report(verdicts: Sequence[Verdict], seconds: float) -> str:
    """The figures, over all and for each kind of edit."""
    results = Counter(each.result for each in verdicts)
    broken = [each for each in verdicts if each.result == "broken"]
    lines = [
        f"{len(verdicts):,} edits of {len({each.scenario for each in verdicts})} scenarios in {seconds:.0f} s",
        f"tracebacks           {results['traceback']}",
        f"hangs                {results['hang']}",
        f"wrong readings       {results['misread']}",
        f"edits that break     {len(broken):,}",
        f"first message hits   {share(broken):.2f} % of them",
        f"messages an edit     {mean(broken):.2f} for those that break; "
        f"{sum(len(each.problems) == 1 for each in broken) * 100 / max(1, len(broken)):.1f} % have one",
        "",
        f"{'kind':20} {'edits':>7} {'break':>7} {'hits':>8} {'messages':>9}",
    ]
    for kind in KINDS:
        all_of = [each for each in verdicts if each.edit.kind == kind.__name__]
        bad = [each for each in all_of if each.result == "broken"]
        name = kind.__name__.replace("_", " ")
        lines.append(f"{name:20} {len(all_of):>7,} {len(bad):>7,} {share(bad):>6.2f} % {mean(bad):>9.2f}")
    return "\n".join([*lines, "", EXPLANATION])


def share(broken: Sequence[Verdict]) -> float:
    """In how many of a hundred the first message points at the edit."""
    return 100 * sum(each.first_hits for each in broken) / len(broken) if broken else 100.0


def mean(broken: Sequence[Verdict]) -> float:
    """The mean number of messages."""
    return sum(len(each.problems) for each in broken) / len(broken) if broken else 0.0


def shipped() -> list[Path]:
    """The files of all shipped scenarios."""
    return [path for path in sorted(SCENARIOS.rglob("*.yaml")) if path.stem != "collection"]


def main() -> int:
    """Print the figures; 1 where something is not as it has to be."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else EDITS
    paths = [path for path in shipped() if not sys.argv[2:] or path.stem in sys.argv[2:]]
    begun = time.monotonic()
    verdicts: list[Verdict] = []
    for done, found in enumerate(judge_all(paths, number), 1):
        verdicts += found
        print(f"\r{done} of {len(paths)} scenarios", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(report(verdicts, time.monotonic() - begun))
    bad = [each for each in verdicts if each.result in ("traceback", "hang", "misread")]
    for each in bad[:20]:
        print(f"\n{each.scenario}: {each.edit.kind} at line {each.edit.lines[0]}: {each.result} {each.detail}")
    return 1 if bad or share([each for each in verdicts if each.result == "broken"]) < 95 else 0


if __name__ == "__main__":
    sys.exit(main())
