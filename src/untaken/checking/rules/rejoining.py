"""Roads that rejoin are told."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.reading.diagnostics import NOTE, Rule, Subject
from untaken.reading.marked import Finding
from untaken.text.naming import counted

REJOINING_ROADS = Rule(
    "rejoining-roads",
    NOTE,
    Subject.DISCIPLINE,
    "Two roads that lead to one node: history pulls back.",
    wrong="""
        # If that is what you mean, nothing is wrong, and 'acknowledge' says why.
        branches:
          drops: {label: It drops, leads-to: dawn}
          turns: {label: It turns, leads-to: dawn}
          rises: {label: It rises, leads-to: lost-day}
    """,
    right="""
        branches:
          drops: {label: It drops or turns, leads-to: dawn}
          rises: {label: It rises, leads-to: lost-day}
    """,
    whose=(
        "Richard Ned Lebow (Forbidden Fruit, 2010): in a second-order counterfactual later events pull history "
        "back, so that different roads end alike. That is a claim of its own, and worth a sentence in class."
    ),
)


def judge(bench: Bench) -> Iterator[Finding]:
    """Several ways to one node are second-order counterfactuals: later events pull history back."""
    place = {id: at for at, id in enumerate(bench.graph.order)}
    for id in place:
        # Neither a road that comes back to the node counts, nor one that is only taken for one to it.
        arriving = [
            arc
            for arc in bench.graph.arriving[id]
            if arc.step.leads_to == id and place.get(arc.tail, place[id]) < place[id]
        ]
        if len(arriving) > 1:
            message = f"{counted(len(arriving), 'road')} lead to '{id}'"
            yield Finding(("nodes", id), REJOINING_ROADS, message, at_key=True)
