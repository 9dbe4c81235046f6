"""What names a scenario names one that is there."""

from collections.abc import Iterator

from untaken.checking.bench import Bench, Shelf
from untaken.checking.strays import Named
from untaken.model import Outcome
from untaken.reading.diagnostics import ERROR, Rule, Subject
from untaken.reading.marked import HOLE, Finding, correction
from untaken.text.naming import write_instead

UNKNOWN_SCENARIO = Rule(
    "unknown-scenario",
    ERROR,
    Subject.REFERENCES,
    "`continues`, gates and courses name scenarios of the collection.",
    wrong="""
        outcome: The ferry is lost
        basis: recorded
        continues: inquiry.yaml
    """,
    right="""
        outcome: The ferry is lost
        basis: recorded
        continues: inquiry
    """,
)


def judge_collection(shelf: Shelf) -> Iterator[Finding]:
    """Gates and courses name scenarios of the collection."""
    named: list[Named] = [(("gates", fact, "from"), gate.from_) for fact, gate in shelf.collection.gates.items()]
    for id, course in shelf.collection.courses.items():
        named += [(("courses", id, "scenarios", at), name) for at, name in enumerate(course.scenarios)]
    for route, name in named:
        if name not in (*shelf.others, HOLE):
            cure = write_instead(name, shelf.others, "write the name of a scenario's file, without '.yaml'")
            message, meant = f"no scenario beside this file is called '{name}'", correction(name, shelf.others)
            yield Finding(route, UNKNOWN_SCENARIO, message, cure, correction=meant)


def judge(bench: Bench) -> Iterator[Finding]:
    """`continues`, gates and courses name scenarios of the collection."""
    known = [*bench.others]
    for id, node in bench.scenario.nodes.items():
        if not isinstance(node, Outcome) or not node.continues:
            continue
        route = ("nodes", id, "continues")
        if node.continues not in bench.others:
            other = [each for each in known if each != bench.point.id]
            cure = write_instead(node.continues, other, "write the name of another scenario's file, without '.yaml'")
            message = f"no scenario beside this one is called '{node.continues}'"
            meant = correction(node.continues, other)
            yield Finding(route, UNKNOWN_SCENARIO, message, cure, correction=meant)
