"""Names of sources that tell them apart: two works of one author, and an author from somebody who acts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from untaken.model.claims import Note
from untaken.model.nodes import Decision, Node, Option, Outcome
from untaken.model.sources import Source

_LADDER: tuple[Callable[[Source], str], ...] = (
    lambda source: source.short_title,
    lambda source: source.title,
    lambda source: f"{source.title}, {source.issued or source.edition or source.volume or source.type}",
)
"""What is added to a name until it is the only one."""


def told_apart(sources: Mapping[str, Source], people: Iterable[str]) -> dict[str, Source]:
    """The sources by id; each whose short name is another's too, or that of one of these people, has a label.

    The label is the short name with the title behind it. A label that the author gave stays.
    """
    times = Counter(each.short for each in sources.values())
    known = {each.casefold() for each in people}
    surnames = {" ".join(words[at:]) for each in known for words in [each.split()] for at in range(len(words))}
    unclear = {
        id: source
        for id, source in sources.items()
        if source.people and not source.label and (times[source.short] > 1 or source.short.casefold() in surnames)
    }
    return {id: _labelled(each, unclear.values()) if id in unclear else each for id, each in sources.items()}


def _labelled(source: Source, unclear: Iterable[Source]) -> Source:
    rivals = [each for each in unclear if each.short == source.short and each is not source]
    for added in _LADDER:
        if all(added(each) != added(source) for each in rivals):
            break
    return source.model_copy(update={"label": f"{source.short}, {added(source)}"})


def named(nodes: Mapping[str, Node], notes: Iterable[Note]) -> Iterator[str]:
    """Everybody who decides, wants something or speaks, as written: an id or a plain name."""
    voices = [note.voice for note in notes]
    for node in nodes.values():
        voices += [note.voice for note in node.notes]
        if isinstance(node, Outcome):
            voices += [each.voice for each in node.consequences]
        if isinstance(node, Decision):
            yield from node.deciders
        for step in node.steps.values():
            if isinstance(step, Option):
                yield from step.advocates
                voices += [argument.voice for argument in step.arguments]
    yield from filter(None, voices)
