"""Inputs at random for the reader and the decoder: each is read, or has a message in the file; none ends in a fault.

    cd tests && python -m benchmarks.fuzz [SECONDS] [INPUTS]

Whole scenarios and the cases of `cases` are spoilt: half of them word by word and line by line, so that most are YAML
still, half of them byte by byte, piece by piece and against each other. The inputs are the same in every run. Where
atheris is installed it chooses instead, by what each input comes through: `--atheris`; what it found is kept in
`build/fuzz`. What crashes is written to `fuzz-crash…`, to become a case of `test_hostile_files`.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from slips import SLIPS
from untaken.checking.desk import Desk
from untaken.checking.loading import load
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.yaml import decoded_text

TESTS = Path(__file__).resolve().parents[1]
PLACE = Path("fuzzed.yaml")
PIECES = [
    b"\0", b"\xef\xbb\xbf", b"\xff", b"\xf0", b"\t", b"\r", b"\n", b"- ", b": ", b"#", b"'", b'"', b"|", b">", b"&a ", b"*a", b"<<: ",
    b"!!", b"{", b"}", b"[", b"]", b"?", b"%", b"---\n", b"...\n", b"null", b"1e999", b"\xe2\x80\xae", b"\xf3\xa0\x81\x81",
    "é".encode(), b"nodes:", b"options:", b"leads-to:", b"cite:", b"requires:", b"  " * 50, b"x" * 500,
]  # fmt: skip

WORD = re.compile(rb"([^\s:,{}\[\]]+)")
VALUES = (
    b"null", b"''", b"{}", b"[]", b"- x", b"[[x]]", b"{x: {y: z}}", b"true", b"1e999", b"-1", b"1917-02-30", b"*a", b"&a x", b"<<", b"|",
    b"x-shared", b"'\\u200b'", b"{title: x}", b"[{cite: x}]", b"!!str x",
)  # fmt: skip


def seeds() -> list[bytes]:
    """What is spoilt: the example, and every mistake that has a case."""
    return [path.read_bytes() for path in sorted((TESTS / "example").glob("*.yaml"))] + [
        slip.data for slip in SLIPS.values()
    ]


def inputs(known: list[bytes], dice: random.Random) -> Iterator[bytes]:
    legible = [data for data in known if read(data) not in ("yaml-syntax", "not-utf8", "control-character")]
    while True:
        yield _reworded(dice.choice(legible), dice, known)
        data = bytearray(dice.choice(known))
        for _ in range(dice.randint(1, 8)):
            _spoil(data, dice, known)
        yield bytes(data)


def _reworded(data: bytes, dice: random.Random, known: list[bytes]) -> bytes:
    """A few lines left out, doubled, moved, indented or taken from another file, and a few words put for others."""
    lines = data.split(b"\n")
    for _ in range(dice.randint(0, 3)):
        at, kind = dice.randrange(len(lines)), dice.randrange(5)
        if kind == 0:
            lines[at : at + dice.choice((1, 1, 3, 9))] = [b""]
        elif kind == 1:
            lines.insert(dice.randrange(len(lines)), lines[at])
        elif kind == 2:
            lines[at], lines[at - 1] = lines[at - 1], lines[at]
        elif kind == 3:
            lines[at] = (
                b" " * dice.choice((1, 2, 4)) + lines[at] if dice.random() < 0.5 else lines[at].removeprefix(b"  ")
            )
        else:
            lines[at] = dice.choice(dice.choice(known).split(b"\n"))
    words = WORD.split(b"\n".join(lines))
    for _ in range(dice.randint(0, 3) if words[1:] else 0):
        other = WORD.findall(dice.choice((data, dice.choice(known))))
        words[dice.randrange(1, len(words), 2)] = dice.choice((*other, *VALUES))
    return b"".join(words)


def _spoil(data: bytearray, dice: random.Random, known: list[bytes]) -> None:
    start = dice.randrange(len(data) + 1)
    end = min(len(data), start + dice.choice((0, 1, 4, 30, 300)))
    kind = dice.randrange(5)
    if kind == 0:
        data[start:end] = b""
    elif kind == 1:
        data[start:start] = data[start:end] * dice.randint(1, 4)
    elif kind == 2:
        data[start:end] = bytes([dice.choice((dice.randrange(32, 127), dice.randrange(32, 127), dice.randrange(256)))])
    elif kind == 3:
        data[start:end] = dice.choice(PIECES)
    else:
        other = dice.choice(known)
        at = dice.randrange(len(other))
        data[start:end] = other[at : at + dice.choice((10, 100, 1000))]


def read(data: bytes) -> str:
    """What becomes of an input: read, or the code of its first error. Every message stands in the file."""
    text = decoded_text(data, str(PLACE))
    if isinstance(text, Diagnostic):
        return text.code
    loaded = load([PLACE], Desk().with_text(PLACE, text))
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 1
    for problem in loaded.problems:
        assert str(problem).isprintable() or "\n" in str(problem)
        assert 1 <= problem.span.line <= lines + 1, problem
    return next((each.code for each in loaded.problems), "read")


def run(seconds: float, most: int) -> tuple[int, Counter[str]]:
    found: Counter[str] = Counter()
    known, late = seeds(), time.monotonic() + seconds
    for number, data in enumerate(inputs(known, random.Random(1917))):
        if number >= most or time.monotonic() > late:
            return number, found
        try:
            found[read(data)] += 1
        except BaseException:
            Path("fuzz-crash.yaml").write_bytes(data)
            raise
    raise AssertionError("inputs never end")


def _one(data: bytes) -> None:
    read(data)


def by_coverage(seconds: int) -> None:
    try:
        import atheris  # type: ignore[import-not-found]
    except ImportError:
        print("atheris is not installed: pip install atheris")
        return
    corpus = TESTS.parent / "build" / "fuzz"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    atheris.instrument_all()
    longest = max(map(len, seeds()))
    line = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        "-artifact_prefix=fuzz-crash-",
    ]
    atheris.Setup(line, _one)
    atheris.Fuzz()


def main() -> None:
    words = [each for each in sys.argv[1:] if each != "--atheris"]
    seconds, most = int(words[0]) if words else 60, int(words[1]) if words[1:] else 10**9
    if "--atheris" in sys.argv:
        by_coverage(seconds)
        return
    number, found = run(seconds, most)
    print(f"{number:,} inputs without a crash: {len(found)} answers, among them {dict(found.most_common(8))}")


if __name__ == "__main__":
    main()
