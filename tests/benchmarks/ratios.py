"""How long commands take, beside what they are to be compared with: a table in Markdown.

    make bench [OLD=../older-checkout] [UNTAKEN_TEXTS=DIR]

Every figure is processor time of whole processes, all their children in it, the median of several runs; the two sides of
a ratio run in turn, so that whatever else the machine does falls on both. What needs an older checkout, the texts of the
sources or Graphviz's own `dot` is left out, in words, where these are not there.
"""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.writing.fixed import fixed_dot

TOP = Path(__file__).resolve().parents[2]
SCENARIOS = TOP / "scenarios"
TEXTS = Path(os.environ.get("UNTAKEN_TEXTS") or TOP.parent / "shared" / "sources")
PYTHON = (sys.executable, "-c")
OURS = (sys.executable, "-m", "untaken")


@dataclass(frozen=True)
class Row:
    """A measurement: what was measured, in figures, its limit, and whether that is met; None where there is no limit."""

    what: str
    measured: str
    limit: str = ""
    met: bool | None = None


def seconds(line: Sequence[str], cwd: Path, source: Path | None = None, cached: Path | None = None) -> float:
    """The processor time of one process and its children."""
    env = {name: text for name, text in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    env |= {"UNTAKEN_CACHE": str(cached) if cached else "", **({"PYTHONPATH": str(source)} if source else {})}
    nowhere = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, at) for at in (0, 1, 2)]
    before = Path.cwd()
    os.chdir(cwd)
    try:
        child = os.posix_spawn(line[0], line, env, file_actions=actions)
    finally:
        os.chdir(before)
        os.close(nowhere)
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime


@dataclass(frozen=True)
class Run:
    """A command line, the folder in which it runs, and perhaps another source and a folder that it remembers in."""

    line: Sequence[str]
    home: Path
    source: Path | None = None
    cached: Path | None = None

    def seconds(self) -> float:
        return seconds(self.line, self.home, self.source, self.cached)


def beside(runs: int, *sides: Run) -> list[float]:
    """The medians of several commands that are measured in turn, after a first time that does not count."""
    found = [[side.seconds() for side in sides] for _ in range(runs + 1)][1:]
    return [statistics.median(each[at] for each in found) for at in range(len(sides))]


def ratio(what: str, one: float, other: float, limit: float) -> Row:
    """Row for a ratio that is to be no more than a limit."""
    return Row(what, f"{one / other:.2f} ({one:.2f} s : {other:.2f} s)", f"at most {limit:g}", one / other <= limit)


def bounded(what: str, measured: float, limit: float) -> Row:
    """Row for seconds that are to be no more than a limit."""
    return Row(what, f"{measured:.2f} s", f"at most {limit:g} s", measured <= limit)


def decision(at: int, ways: Sequence[tuple[str, str]], is_history: bool) -> str:
    """A decision of some 1,900 letters, with two options that lead to these nodes."""
    long = "because nobody on the island could say what would have come of it in the end, as the owners knew too well"
    lines = [f"  n{at}:", f"    decision: Should the ferry sail on the evening of day {at}?", "    deciders: [Owners]"]
    lines += ["    options:"]
    for number, (id, head) in enumerate(ways):
        lines += [f"      {id}:", f"        label: The ferry goes {id} on day {at}"]
        lines += ["        historical: true"] if is_history and not number else []
        lines += ["        arguments:"]
        for side in ("for", "against", "for"):
            lines += [
                f"          - {side}: On day {at} it is {id} {long}",
                "            cite: {source: log, section: Log}",
            ]
        lines += [f"        leads-to: {head}"]
    return "\n".join(lines)


HEAD = "title: A long history\nquestion: What then?\nsources: {log: {type: book, title: The log, sections: [Log]}}\nnodes:\n"


def bushy(count: int) -> str:
    """A tree of so many decisions, each with two more below it as long as there are some."""
    road = {0}
    while (left := 2 * max(road) + 1) < count:
        road.add(left)
    text = [decision(at, [("left", f"n{2 * at + 1}"), ("right", f"n{2 * at + 2}")], at in road) for at in range(count)]
    end = 2 * max(road) + 1
    text += [
        f"  n{at}: {{outcome: End {at}, basis: {'recorded' if at == end else 'inferred'}}}"
        for at in range(count, 2 * count + 1)
    ]
    return HEAD + "\n".join(text) + "\n"


def row(count: int) -> str:
    """So many decisions, one after the other."""
    text = [decision(at, [("on", f"n{at + 1}"), ("off", f"e{at}")], True) for at in range(count)]
    text += [f"  e{at}: {{outcome: End {at}, basis: inferred}}" for at in range(count)]
    return HEAD + "\n".join(text) + f"\n  n{count}: {{outcome: The end, basis: recorded}}\n"


def starts(home: Path) -> Iterator[Row]:
    nothing, version, help_, listed, checked = beside(
        9,
        Run((*PYTHON, "pass"), home),
        Run((*OURS, "--version"), home),
        Run((*OURS, "--help"), home),
        Run((*OURS, "list", str(SCENARIOS)), home),
        Run((*OURS, "check", str(SCENARIOS)), home),
    )
    yield ratio("`untaken --version` : `python -c pass`", version, nothing, 8)
    yield ratio("`untaken --help` : `python -c pass`", help_, nothing, 14)
    memory = home / "memory"
    again = beside(
        3,
        *(Run((*OURS, word, str(SCENARIOS)), home, cached=memory) for word in ("list", "check")),
    )
    for word, first, second in (("list", listed, again[0]), ("check", checked, again[1])):
        yield Row(f"`{word}` of the shipped collection, first and later runs", f"{first:.2f} s, {second:.2f} s")
    if old := old_source():
        for word, first, second in (("list", listed, again[0]), ("check", checked, again[1])):
            (before,) = beside(5, Run((*OURS, word, str(SCENARIOS_OLD)), home, old))
            yield ratio(f"`{word}` of a collection that it has seen : the older program", second, before, 0.5)
            yield Row(
                f"`{word}` of a collection that it sees for the first time : the older program", f"{first / before:.2f}"
            )


def old_source() -> Path | None:
    """The source of an older checkout, where one is named."""
    return (Path(os.environ["OLD"]).resolve() / "src") if os.environ.get("OLD") else None


SCENARIOS_OLD = Path(os.environ.get("OLD") or TOP).resolve() / "scenarios"


_SMALL = 20
"""Decisions of a tree for which a ratio is asked for."""


def drawings(home: Path) -> Iterator[Row]:
    for count, faster in ((_SMALL, 5.2), (100, 7.6)):
        (home / f"tree{count}.yaml").write_text(bushy(count), encoding="utf-8")
        line = (*OURS, "render", f"tree{count}.yaml", "-f", "svg", "-o", "out")
        if dot := shutil.which("dot"):
            (point,) = load([home / f"tree{count}.yaml"]).points
            page = place(whole(point, Graph.of(point.scenario), Detail.SUMMARY), PAPERS[Fit.SLIDE])
            (home / "placed.gv").write_text(fixed_dot(page, 0), encoding="utf-8")
            ours, check, bare = beside(
                5,
                Run(line, home),
                Run((*OURS, "check", f"tree{count}.yaml"), home),
                Run((dot, "-Kneato", "-n2", "-Tsvg", "-o", "placed.svg", "placed.gv"), home),
            )
            what = f"`render -f svg` of {count} decisions : `check` of it and `dot` of the placed graph"
            found = ratio(what, ours, check + bare, 1.4)
            yield found if count == _SMALL else Row(found.what, found.measured)
        if old := old_source():
            ours, before = beside(3, Run(line, home), Run(line, home, old))
            yield Row(
                f"`render -f svg` of {count} decisions, times faster than the older program",
                f"{before / ours:.1f}", f"at least {faster:g}: twice as fast as Argdown", before / ours >= faster,
            )  # fmt: skip


def collection(home: Path) -> Iterator[Row]:
    line = (*OURS, "render", "-o", "out")
    (ours,) = beside(3, Run((*line, "--scenarios", str(SCENARIOS)), home))
    yield Row("All scenarios as SVG and PNG", f"{ours:.2f} s")
    if old := old_source():
        (before,) = beside(1, Run((*line, "--scenarios", str(SCENARIOS_OLD)), home, old))
        yield Row("… times faster than the older program", f"{before / ours:.1f}", "at least 4", before / ours >= 4)
    memory = home / "drawn"
    whole_line = (*line, "--scenarios", str(SCENARIOS))
    seconds(whole_line, home, cached=memory)
    again, checked = beside(
        3,
        Run(whole_line, home, cached=memory),
        Run((*OURS, "check", str(SCENARIOS)), home, cached=memory),
    )
    yield ratio("A second run of it, nothing changed : `check`", again, checked, 1.3)


def quotations(home: Path) -> Iterator[Row]:
    if not TEXTS.is_dir():
        yield Row("`verify`", f"left out: the texts of the sources are not in {TEXTS.name}/")
        return
    shutil.copytree(SCENARIOS, home / "scenarios")
    for name, size, limit in (("texts", 0, 0.9), ("long", 1_300_000, 2.0)):
        (home / name).mkdir()
        for text in TEXTS.glob("*.txt"):
            told = text.read_text(encoding="utf-8")
            told += "\n\nNobody on the island knew.\n" * max(0, (size - len(told)) // 28)
            (home / name / text.name).write_text(told, encoding="utf-8")
        line = (*OURS, "verify", "--texts", name)
        (taken,) = beside(3, Run(line, home))
        yield bounded(f"`verify` of the shipped quotations{', texts of 1.3 MB each' if size else ''}", taken, limit)


def missing(home: Path) -> Iterator[Row]:
    """A quotation that is not there, beside one that is, in ten megabytes."""
    (home / "texts").mkdir()
    line = "On day {} nobody on the island knew what the owners meant to do.\n"
    told = "".join(f"{line.format(at)}{f'[Pg {at // 40}] ' if at % 40 == 39 else ''}" for at in range(150_000))
    (home / "texts" / "log.txt").write_text(told, encoding="utf-8")
    lines = []
    for name, quotation, count in (
        ("there", "day 9000 nobody on", 1),
        ("absent", "nobody at", 1),
        ("six", "nobody at", 6),
    ):
        (home / name).mkdir()
        text = row(1).replace("sections: [Log]", "sections: [Log], text: log.txt")
        text = text.replace("section: Log}", f"section: Log, quote: {quotation} the island knew}}", count)
        (home / name / "row.yaml").write_text(text, encoding="utf-8")
        lines.append((*OURS, "verify", f"{name}/row.yaml", "--texts", "texts"))
    there, absent, six = beside(3, *(Run(line, home) for line in lines))
    size = f"{len(told) / 1e6:.0f} MB"
    yield bounded(f"`verify`: each further quotation that is not in {size}", (six - absent) / 5, 0.1)
    yield bounded("… and the first, for which 3,750 marks of pages are read as text, too", absent - there, 0.1)


def many(home: Path) -> Iterator[Row]:
    for count in (1_000, 10_000):
        (home / f"tree{count}.yaml").write_text(bushy(count), encoding="utf-8")
    composed = "import yaml,sys; yaml.compose(open(sys.argv[1]), Loader={})"
    thousand, ten, slow, fast = beside(
        3,
        Run((*OURS, "check", "tree1000.yaml"), home),
        Run((*OURS, "check", "tree10000.yaml"), home),
        Run((*PYTHON, composed.format("yaml.SafeLoader"), "tree1000.yaml"), home),
        Run((*PYTHON, composed.format("yaml.CSafeLoader"), "tree1000.yaml"), home),
    )
    yield ratio("`check` of 1,000 decisions : `yaml.compose`", thousand, slow, 3)
    yield ratio("`check` of 1,000 decisions : `yaml.compose` in C", thousand, fast, 3)
    yield ratio("`check` of 10,000 decisions : `yaml.compose` of 1,000", ten, slow, 12)
    (home / "row.yaml").write_text(row(3_000), encoding="utf-8")
    shown, walked = beside(
        3,
        Run((*OURS, "show", "row.yaml"), home),
        Run((*OURS, "walk", "row.yaml", "--choose", "1,1,2"), home),
    )
    yield bounded("`show` of 3,000 decisions in a row", shown, 3)
    yield bounded("`walk` of 3,000 decisions in a row", walked, 3)
    for options in (("--detail", "outline"), ("--focus", "n900"), ("--split",)):
        line = (*OURS, "render", "tree1000.yaml", "-f", "svg", "-o", "out", *options)
        (taken,) = beside(1, Run(line, home))
        yield Row(f"`render {' '.join(options)}` of 1,000 decisions", f"{taken:.1f} s", "in seconds", taken < 30)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    met = {True: "yes", False: "**no**", None: ""}
    lines = [f"| {each.what} | {each.measured} | {each.limit} | {met[each.met]} |" for each in rows]
    return "\n".join(["| What | Measured | Limit | Met |", "| --- | --- | --- | --- |", *lines])


def main() -> None:
    """Measure everything, and print the table as it grows."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for part in (starts, drawings, collection, quotations, missing, many):
            home = Path(folder) / part.__name__
            home.mkdir()
            for each in part(home):
                print(f"{each.what}: {each.measured} {each.limit}", file=sys.stderr, flush=True)
                rows.append(each)
    print(
        f"# How fast it is\n\nProcessor time of whole processes, medians; `make bench` measures it anew.\n\n{table(rows)}"
    )


if __name__ == "__main__":
    main()
