"""Valid scenarios at random, for properties that hold for every one; and how to write one down as a file.

    @given(turning_points())
    def test_whatever_holds(point: TurningPoint) -> None: ...

A scenario of `turning_points()` stands alone: it declares its sources, actors and facts itself. No rule finds an error
in it; there may be warnings (an option without argument, dates out of order). `TEXTS` and `IDS` are strategies for what
an author may write anywhere, however odd.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from untaken.model import Scenario, TurningPoint

ODD_TEXTS = (
    "No: war & peace <b>",
    "a:b",
    r"\N \G \E \T \L \n \\ C:\new\table",
    "&amp; &#65; &lt;i&gt;",
    "<b>bold</b>",
    "--> ]]> <!-- %s",
    "'single', \"double\", “curly” and ‘curly’",
    "# no comment, [no list], {no: mapping}, - no item",
    "no",
    "1918-02-24",
    "010",
    "~",
    "Мир, земля и хлеб",
    "Ἀλέξανδρος",
    "á и n̈",
    "שלום and سلام",
    "平和か戦争か",
    "☕ 👍🏽 👩‍👩‍👧 ⚑ ▲ ▼",
    "two\nlines\n\nand a paragraph",
    "tab\tand no-break\u00a0space",
    "line\u2028separator",
    "zero\u200bwidth",
)
LONG_TEXTS = ("Unbreakable" * 27, "Nobody can say what would have come of it. " * 8)
"""No longer, for hypothesis prints a scenario whole; `torture` has what is longer."""

_REFUSED = "\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_REFUSED)
_WORDS = ("the", "ferry", "sails", "at", "dawn", "because", "nobody", "thought", "of", "a", "storm")
_PLAIN_WORDS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join)
_ANY_LETTERS = st.text(_LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)

TEXTS = st.one_of(_PLAIN_WORDS, _PLAIN_WORDS, st.sampled_from(ODD_TEXTS), st.sampled_from(LONG_TEXTS), _ANY_LETTERS)
IDS = st.one_of(
    st.sampled_from(
        ("a", "b", "no", "yes", "1", "node1", "card1", "a:b", "<x>", "<b>", r"\N", "a b", "ю", '"', "&", "%", "cluster")
    ),
    st.sampled_from(ODD_TEXTS),
    st.text(st.sampled_from("abcdefghij-"), min_size=1, max_size=6),
    _ANY_LETTERS,
)
DATES = st.sampled_from(("-0044-03-15", "1884", "1917-10", "1917-10-25", "1918-02-24", "187X", "1832~", "1917/1923?"))
CALENDARS = st.sampled_from(("julian", "gregorian"))
_PLAIN_NAMES = st.sampled_from(("The owners", "Людмила", "the Left Menshevik-Internationalists", "O'Brien & Söhne"))


@st.composite
def turning_points(draw: st.DrawFn, most_nodes: int = 7) -> TurningPoint:
    """A valid scenario: a directed acyclic graph with one historical path, and evidence of every kind."""
    count = draw(st.integers(1, most_nodes))
    ids = draw(st.lists(IDS, min_size=count, max_size=count, unique=True))
    heads = _heads(draw, count)
    history = _history(draw, heads)
    evidence = _Evidence(draw)
    nodes = {id: _node(draw, evidence, ids, at, heads[at], history) for at, id in enumerate(ids)}
    order = draw(st.permutations(ids))
    plain = {
        "title": draw(TEXTS),
        "question": draw(TEXTS),
        **_some(draw, when=TEXTS, date=DATES, where=TEXTS, context=TEXTS, calendar=CALENDARS),
        "start": ids[0],
        "nodes": {id: nodes[id] for id in order},
        "notes": evidence.notes(),
        **evidence.declared,
    }
    return TurningPoint.of(draw(st.sampled_from(("crossing", "the-storm", "x"))), Scenario.model_validate(plain))


def write_scenario(point: TurningPoint, folder: Path) -> Path:
    """Write a scenario that stands alone as a YAML file, `<id>.yaml`, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{point.id}.yaml"
    plain = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _some(draw: st.DrawFn, **optional: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Some of these keys, each with a value of its strategy."""
    return {key: draw(values) for key, values in optional.items() if draw(st.booleans())}


def _heads(draw: st.DrawFn, count: int) -> list[list[int]]:
    """Where the steps of each node lead: every node but the first is reached, from one before it. Most have a tree's
    shape; where two steps lead to one node, history pulls back."""
    heads: list[list[int]] = [[] for _ in range(count)]
    for at in range(1, count):
        heads[draw(st.integers(0, at - 1))].append(at)
    for at, reached in enumerate(heads):
        if reached:
            reached += draw(st.lists(st.integers(at + 1, count - 1), max_size=2))
            heads[at] = draw(st.permutations(reached))
    return heads


def _history(draw: st.DrawFn, heads: Sequence[Sequence[int]]) -> dict[int, int]:
    """The historical path: each node on it with the position of the step that happened, -1 at the outcome."""
    path: dict[int, int] = {}
    here = 0
    while heads[here]:
        path[here] = draw(st.integers(0, len(heads[here]) - 1))
        here = heads[here][path[here]]
    return path | {here: -1}


def _node(
    draw: st.DrawFn, evidence: "_Evidence", ids: Sequence[str], at: int, heads: Sequence[int], history: dict[int, int]
) -> dict[str, Any]:
    shared = _some(draw, when=TEXTS, date=DATES, context=TEXTS, calendar=CALENDARS) | {"notes": evidence.notes()}
    if not heads:
        return shared | evidence.outcome(recorded=at in history)
    names = draw(st.lists(IDS, min_size=len(heads), max_size=len(heads), unique=True))
    steps = {
        name: {
            "label": draw(TEXTS),
            "leads-to": ids[head],
            "historical": history.get(at) == position,
            **evidence.facts(),
        }
        for position, (name, head) in enumerate(zip(names, heads, strict=True))
    }
    if draw(st.booleans()):
        branches = {name: step | evidence.likelihood() for name, step in steps.items()}
        return shared | {"chance": draw(TEXTS), "branches": branches}
    options = {name: step | evidence.option() for name, step in steps.items()}
    return shared | {"decision": draw(TEXTS), "deciders": evidence.people(), "options": options}


class _Evidence:
    """The sources, actors and facts of one scenario, and what refers to them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.sources = draw(st.dictionaries(IDS, _SOURCES, min_size=1, max_size=3))
        self.actors = draw(st.dictionaries(IDS, TEXTS, max_size=3))
        sentences = st.fixed_dictionaries({"holds": TEXTS}, optional={"fails": TEXTS})
        self.facts_known = draw(st.dictionaries(IDS, TEXTS | sentences, max_size=2))
        self._places = [self._place() for _ in range(3)]

    @property
    def declared(self) -> dict[str, Any]:
        actors = {id: {"name": name} for id, name in self.actors.items()}
        return {"sources": self.sources, "actors": actors, "facts": self.facts_known}

    def people(self) -> list[str]:
        return self.draw(st.lists(self._person(), max_size=3))

    def facts(self) -> dict[str, Any]:
        if not self.facts_known:
            return {}
        some = st.lists(st.sampled_from([*self.facts_known]), max_size=1)
        return _some(self.draw, establishes=some) | self.conditions()

    def conditions(self) -> dict[str, list[Any]]:
        """Ties in their short and their long form."""
        return {key: ties for key in ("requires", "unless") if (ties := self.ties())}

    def ties(self) -> list[Any]:
        if not self.facts_known or not self.draw(st.integers(0, 2)):
            return []
        fact = self.draw(st.sampled_from([*self.facts_known]))
        if self.draw(st.booleans()):
            return [fact]
        return [
            {"fact": fact, "claim": self.draw(TEXTS), "cite": self._cite(1), **_some(self.draw, implied=st.just(True))}
        ]

    def likelihood(self) -> dict[str, Any]:
        """A word, an estimate that somebody gives, or none."""
        word = self.draw(st.sampled_from(("", "remote", "unlikely", "even", "likely", "almost-certain")))
        if not word or self.draw(st.booleans()):
            return {"likelihood": word} if word else {}
        return {"likelihood": {"word": word, **_some(self.draw, figures=TEXTS), **self._owned(0)}}

    def notes(self) -> list[dict[str, Any]]:
        voice = _some(self.draw, voice=self._person() | st.just("editor"))
        return [{"note": self.draw(TEXTS), **voice, "cite": self._cite(0)} for _ in range(self.draw(st.integers(0, 1)))]

    def option(self) -> dict[str, Any]:
        sides = self.draw(st.lists(st.sampled_from(("for", "against")), max_size=4))
        arguments = [{side: self.draw(TEXTS), **self._owned(0), **self.conditions()} for side in sides]
        return {"advocates": self.people(), "arguments": arguments}

    def outcome(self, recorded: bool) -> dict[str, Any]:
        basis = "recorded" if recorded else self.draw(st.sampled_from(("argued", "inferred")))
        least = 1 if basis == "argued" else 0
        count = self.draw(st.integers(least, 3))
        consequences = [{"claim": self.draw(TEXTS), **self._owned(least)} for _ in range(count)]
        establishes = self.facts().get("establishes", [])
        outcome = {
            "outcome": self.draw(TEXTS),
            "basis": basis,
            **_some(self.draw, question=TEXTS),
            # Where history came, nothing was lost that it could bring back.
            "restores": [] if recorded else self.ties(),
        }
        return outcome | {"consequences": consequences, "establishes": establishes}

    def _person(self) -> st.SearchStrategy[str]:
        return st.sampled_from([*self.actors]) | _PLAIN_NAMES if self.actors else _PLAIN_NAMES

    def _owned(self, least: int) -> dict[str, Any]:
        return {**_some(self.draw, voice=self._person()), "cite": self._cite(least)}

    def _cite(self, least: int) -> list[dict[str, Any]]:
        return [self._citation() for _ in range(self.draw(st.integers(least, 2)))]

    def _citation(self) -> dict[str, Any]:
        """One of the few places that are cited again and again: drawing a new one takes a dozen choices."""
        return self.draw(st.sampled_from(self._places))

    def _place(self) -> dict[str, Any]:
        source = self.draw(st.sampled_from([*self.sources]))
        sections = self.sources[source]["sections"]
        where = _some(self.draw, section=st.sampled_from(sections)) if sections else {}
        pins = TEXTS.map(lambda text: " ".join(text.split()[:12]))
        places = dict.fromkeys(("page", "document", "folio", "note", "line", "time", "translation"), TEXTS)
        return {"source": source, **where, **_some(self.draw, quote=pins, paragraph=st.integers(1, 99), **places)}


_SOURCES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(("book", "article", "manuscript")),
        "title": TEXTS,
        "author": st.lists(st.fixed_dictionaries({"family": TEXTS}, optional={"given": TEXTS}), max_size=3),
        "sections": st.lists(TEXTS, max_size=2),
    },
    optional={"issued": TEXTS, "note": TEXTS, "container-title": TEXTS, "label": TEXTS},
)
