"""The first words of a new file: a scenario, a collection, the shape of another scenario. Commented, and valid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from untaken.model import FORMAT, Basis, Chance, Decision, Outcome, Scenario, Step
from untaken.text.naming import id_of
from untaken.text.scalars import scalar

COURSES = ("What was done", "What was left undone")
"""What the options are called where nobody says; the first is what happened."""

QUESTION = "What was to be done?"


@dataclass(frozen=True)
class Beginning:
    """What an author says of a scenario before it is written, and where its file will stand.

    `schema` is the way from its folder to the folder of the schemas; `source` the id of a source that it may cite,
    empty where it stands alone and declares its own.
    """

    path: str
    title: str
    question: str = QUESTION
    schema: str = ""
    source: str = ""


def title_of(id: str) -> str:
    """
    >>> title_of("the-ferry")
    'The ferry'
    """
    words = id.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def new_scenario(beginning: Beginning, options: Sequence[str] = COURSES, happened: int = 0) -> str:
    """A scenario of one decision with these options, an outcome for each; `happened` is the position of history's."""
    ids = _distinct(options)
    lines = [*_head(beginning), "nodes:", "  turning-point:"]
    lines += [
        f"    decision: {scalar(beginning.question)}",
        "    # deciders: [Somebody, Somebody Else]  # who decides: plain names, or ids of 'actors'",
        "    options:",
    ]
    for at, (id, label) in enumerate(zip(ids, options, strict=True)):
        lines += _option(id, label, at == happened, beginning.source or "my-book", at == 0)
    lines += [
        "",
        "  # Where each road ends. A road may also lead to a further decision: write one above, as a node of its own.",
    ]
    for at, id in enumerate(ids):
        lines += _outcome(id, at == happened)
    return _text(lines)


def _head(beginning: Beginning) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={beginning.schema}scenario.schema.json"
    yield "# A turning point. Lines with a # in front are notes to you, or wait to be filled in: to use one, take away"
    yield "# the # and the blank behind it. What is still missing is said by:"
    yield f"#   untaken check {beginning.path}"
    yield ""
    yield f"format: {FORMAT}  # the version of these rules"
    yield f"title: {scalar(beginning.title)}  # what the diagram is called"
    yield f"question: {scalar(beginning.question)}  # the turning point in one sentence"
    yield "# when: 12 October 1884  # as people read it …"
    yield "# date: 1884-10-12  # … and for the timeline: 1884, 1884-10 or 1884-10-12"
    yield "# where: Port Ellen"
    yield "# context: >"
    yield "#   What a listener has to know before the first choice."
    yield ""
    if not beginning.source:
        yield "# The texts that you cite, each under an id of its own."
        yield "# sources:"
        yield "#   my-book: {type: book, title: The title, author: [{family: Doe, given: Jane}]}"
        yield ""


def _option(id: str, label: str, happened: bool, source: str, first: bool) -> Iterator[str]:
    yield f"      {scalar(id)}:"
    yield f"        label: {scalar(label)}"
    if happened:
        yield "        historical: true  # what happened: one option of each decision that history came to"
    yield f"        # advocates: [Somebody]{'  # who wanted it at the time' if first else ''}"
    yield "        # arguments:"
    yield f"        #   - for: A reason for it, in your own words.{'  # as many as your sources give' if first else ''}"
    yield f"        #     cite: {{source: {scalar(source)}, quote: a few words of the passage}}"
    yield "        #   - against: A reason against it."
    yield f"        #     cite: {{source: {scalar(source)}}}"
    yield f"        leads-to: {scalar(_end(id))}"


def _outcome(id: str, happened: bool) -> Iterator[str]:
    yield f"  {scalar(_end(id))}:"
    yield f"    outcome: {'What came of it' if happened else 'What might have come of it'}"
    yield (
        "    basis: recorded  # it happened"
        if happened
        else "    basis: inferred  # your own inference; 'argued', with a cited consequence, where a source says so"
    )


def _end(id: str) -> str:
    return f"after-{id}"


def _distinct(labels: Iterable[str]) -> list[str]:
    """An id for each label, no two alike."""
    ids: list[str] = []
    for number, label in enumerate(labels, 1):
        id = id_of(label) or f"option-{number}"
        while id in ids:
            id += f"-{number}"
        ids.append(id)
    return ids


def new_shape(beginning: Beginning, scenario: Scenario) -> str:
    """A scenario with another's nodes, steps and history; its texts are placeholders in (brackets)."""
    lines = [*_head(beginning)]
    if scenario.start:
        lines += [f"start: {scalar(scenario.start)}", ""]
    lines += ["# What stands in (brackets) is to be replaced.", "nodes:"]
    for id, node in scenario.nodes.items():
        lines += [f"  {scalar(id)}:", *_shape(id, node)]
    return _text(lines)


def _shape(id: str, node: Decision | Chance | Outcome) -> Iterator[str]:
    if isinstance(node, Outcome):
        yield f"    outcome: {_placeholder('what came about at', id)}"
        # What a source argues has to be cited, and nothing is cited yet.
        yield f"    basis: {Basis.RECORDED if node.basis is Basis.RECORDED else Basis.INFERRED}"
        return
    if isinstance(node, Decision):
        yield f"    decision: {_placeholder('what is decided at', id)}"
        yield "    options:"
    else:
        yield f"    chance: {_placeholder('what chance decides at', id)}"
        yield "    branches:"
    for name, step in node.steps.items():
        yield from _step(name, step)


def _step(id: str, step: Step) -> Iterator[str]:
    yield f"      {scalar(id)}:"
    yield f"        label: {_placeholder('what to call', id)}"
    if step.historical:
        yield "        historical: true"
    yield f"        leads-to: {scalar(step.leads_to)}"


def _placeholder(what: str, id: str) -> str:
    return scalar(f"({what} {id})")


def new_collection(name: str, title: str) -> str:
    """A collection without scenarios yet."""
    return _text(
        [
            "# yaml-language-server: $schema=../collection.schema.json",
            "# What the turning points of this folder share. Lines with a # in front wait to be filled in: to use one,",
            "# delete the # and the blank behind it. A turning point for the folder is begun by:",
            f"#   untaken new scenario my-scenario --in {name}",
            "",
            f"format: {FORMAT}  # the version of these rules",
            f"title: {scalar(title)}  # what the timeline is called",
            "# about: A sentence or two on what these turning points have in common.",
            "",
            "# The texts that the scenarios cite, each under an id of its own. A cited section is one of those listed.",
            "sources:",
            "  my-book:  # the id that a citation writes: {source: my-book, section: Chapter 1}",
            "    type: book  # or article-magazine, chapter, speech, webpage …",
            "    title: The title of a book that you cite",
            "    # author: [{family: Doe, given: Jane}]",
            '    # issued: "1902"',
            "    # sections: [Chapter 1, Chapter 2]",
            "",
            "# Who decides, wants or argues something in several scenarios.",
            "# actors:",
            "#   owners: {name: The owners, about: Two brothers who held the mail contract}",
            "",
            "# What a choice in one scenario opens or closes in another.",
            "# facts:",
            "#   mail-kept: The mail contract was kept.",
        ]
    )


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
