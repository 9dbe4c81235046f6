"""What could give away, before a choice, what happened. A walk keeps it back until the choice is made."""

from collections.abc import Iterator

from untaken.checking.bench import Bench
from untaken.checking.strays import looks_like_an_id
from untaken.model import Decision, Option
from untaken.reading.diagnostics import NOTE, Rule, Subject
from untaken.reading.marked import Finding

DECIDER_WANTS_WHAT_HAPPENED = Rule(
    "decider-wants-what-happened",
    NOTE,
    Subject.DISCIPLINE,
    "Whoever decides does not want what happened, and nothing else.",
    wrong="""
        deciders: [owners]
        options:
          sail:
            label: Sail on the evening tide
            historical: true
            advocates: [owners]
    """,
    right="""
        deciders: [master, owners]
        options:
          sail:
            label: Sail on the evening tide
            historical: true
            advocates: [owners]  # and 'wait' has advocates: [master]
    """,
    whose="`untaken walk` already takes care of it: the deciders' own wish is told only after the choice.",
)

MOST_ARGUED_IS_WHAT_HAPPENED = Rule(
    "most-argued-is-what-happened",
    NOTE,
    Subject.DISCIPLINE,
    "What happened does not have three arguments more than any other option of its decision.",
    instead=(
        "`untaken walk` already takes care of it: before the choice it shows as many arguments of one option as of "
        "another. A diagram shows all of them."
    ),
)


_MANY = 3


def judge(bench: Bench) -> Iterator[Finding]:
    """At each decision that history came through, nothing but what happened is wanted, or argued, most."""
    for id in bench.history if bench.is_whole else ():
        node = bench.scenario.nodes[id]
        happened = [step for step, option in node.steps.items() if option.historical]
        if isinstance(node, Decision) and len(happened) == 1 and len(node.options) > 1 and _is_named(bench, node):
            yield from _given_away(id, node, happened[0])


def _is_named(bench: Bench, node: Decision) -> bool:
    """Whether everybody is known who decides, or wants an option."""
    names = {*node.deciders, *(name for option in node.options.values() for name in option.advocates)}
    return not any(looks_like_an_id(name) and name not in bench.point.actors for name in names)


def _given_away(id: str, node: Decision, happened: str) -> Iterator[Finding]:
    route = ("nodes", id, "options", happened)
    option = node.options[happened]
    others = [each for step, each in node.options.items() if step != happened]
    wanting = [each for each in node.deciders if each in option.advocates]
    elsewhere = [set(node.deciders).intersection(other.advocates) for other in others]
    # Where nobody is named who wanted another option, that is told first.
    if wanting and not any(elsewhere) and all(other.advocates for other in others):
        message = f"who decides at '{id}' wants '{happened}', which is what happened, and nothing else"
        yield Finding((*route, "advocates"), DECIDER_WANTS_WHAT_HAPPENED, message, at_key=True)
    more = _told(option) - max(map(_told, others))
    if more >= _MANY:
        message = f"'{happened}', which is what happened, has {more} arguments more than any other option"
        yield Finding((*route, "arguments"), MOST_ARGUED_IS_WHAT_HAPPENED, message, at_key=True)


def _told(option: Option) -> int:
    """The arguments that are told before the choice."""
    return sum(not argument.hindsight for argument in option.arguments)
