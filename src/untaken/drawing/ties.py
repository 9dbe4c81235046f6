"""What hangs on what, as a sheet: one turning point between what it hangs on and what hangs on it, or all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from untaken.drawing.sheet import Box, BoxKind, Key, Link, LinkKind, Paragraph, Sheet, TextRole, TextRun, words
from untaken.history.states import Machine
from untaken.model import TurningPoint
from untaken.model.traversal import cited_sources
from untaken.telling.bonds import Bond, Hold, bonds, bonds_before, gates_before
from untaken.telling.phrases import claims
from untaken.telling.phrases import ties as say
from untaken.telling.ties import ties_document
from untaken.text.date_words import date_words
from untaken.text.naming import sentence_list
from untaken.text.wrapping import one_line

BEFORE, AFTER = "before", "after"
"""On which side of a turning point a tie stands: the first part of its key."""


@dataclass(frozen=True)
class TiesSheet:
    """A sheet of ties; `center` is the turning point whose they are, empty where they are those of all."""

    sheet: Sheet
    center: str = ""


def ties_of(points: Sequence[TurningPoint], id: str, is_sealed: bool = False) -> TiesSheet:
    """One turning point of a collection with its ties; sealed, with what it comes from and nothing that tells of it."""
    machine = Machine({point.id: point for point in points})
    point = machine.points[id]
    earlier, later = _around(machine, id, is_sealed)
    boxes = [*_side(machine, BEFORE, earlier), _center(point), *_side(machine, AFTER, later)]
    if not earlier:
        boxes.insert(0, _nothing(BEFORE, say.NOTHING))
    if not later and not is_sealed:
        boxes.append(_nothing(AFTER, say.NOTHING_LATER))
    links = [Link((BEFORE, f"{at}"), (id,), _kind(each)) for at, each in enumerate(earlier)]
    links += [Link((id,), (AFTER, f"{at}"), _kind(each)) for at, each in enumerate(later)]
    gates = gates_before(machine, id)
    sheet = Sheet(
        point.scenario.title,
        say.WHAT_IT_COMES_FROM if is_sealed else say.WHAT_HANGS,
        say.as_all(gates) if gates else "",
        tuple(boxes), (id,), tuple(links), _references(points),
        "" if is_sealed else "\n".join(map(str, ties_document(points, id))), neutral=is_sealed,
    )  # fmt: skip
    return TiesSheet(sheet, id)


def _around(machine: Machine, id: str, is_sealed: bool) -> tuple[Sequence[Bond], Sequence[Bond]]:
    if is_sealed:
        return bonds_before(machine, id), ()
    every = bonds(machine)
    earlier = [each for each in every if each.point == id and not each.is_gate]
    later = [each for each in every if id in each.origins or (each.is_gate and each.point == id)]
    return sorted(earlier, key=lambda each: _time(machine, each)), later


def _time(machine: Machine, each: Bond) -> int:
    return max(map(machine.order.index, each.origins), default=len(machine.order))


def _side(machine: Machine, side: str, among: Sequence[Bond]) -> Iterator[Box]:
    for at, each in enumerate(among):
        yield _card((side, f"{at}"), each, _head(machine, side, each))


def _head(machine: Machine, side: str, each: Bond) -> str:
    """The turning point at the other end of a tie."""
    if side == AFTER:
        return say.EVERY_LATER if each.is_gate else _named(machine.points[each.point])
    return sentence_list([_named(machine.points[id]) for id in each.origins], "or") or say.ITS_OWN


def _named(point: TurningPoint) -> str:
    scenario = point.scenario
    return say.dated(one_line(scenario.title), date_words(scenario.date, short=True) if scenario.date else "")


def _card(key: Key, each: Bond, head: str = "") -> Box:
    """The turning point at the other end, the fact, and what hangs on it, each with why and where that stands.

    Where it is one thing alone, the fact leads into it.
    """
    lines = [words(head, TextRole.OPTION)] if head else []
    fact = TextRun(each.fact, TextRole.FACT)
    if len(each.holds) == 1:
        return Box(key, BoxKind.TIE, (*lines, Paragraph((fact, *_runs(each.holds[0])))))
    mark = TextRun("•", TextRole.POINT)
    parts = tuple(Paragraph(tuple(_runs(hold)), mark) for hold in each.holds)
    return Box(key, BoxKind.TIE, (*lines, Paragraph((fact,))), parts)


def _runs(hold: Hold) -> Iterator[TextRun]:
    yield TextRun(" ".join(filter(None, (hold.text, hold.claim))), TextRole.CLAIM)
    if hold.where:
        yield TextRun(_unbroken(claims.behind(hold.where)), TextRole.OWNER)


def _unbroken(owner: str) -> str:
    """No line ends with the dash."""
    return owner.replace("— ", "—\u00a0", 1)


def _nothing(side: str, text: str) -> Box:
    return Box((side, "0"), BoxKind.NOTE, (words(text, TextRole.QUIET),))


def _center(point: TurningPoint) -> Box:
    when = point.scenario.moment
    lines = [*([words(when, TextRole.DECIDERS)] if when else []), words(point.scenario.question, TextRole.QUESTION)]
    return Box((point.id,), BoxKind.TURNING_POINT, tuple(lines), history=True)


def _kind(each: Bond) -> LinkKind:
    return LinkKind.SUGGESTED if each.implied else LinkKind.STATED


def _references(points: Sequence[TurningPoint]) -> tuple[str, ...]:
    cited = {id for point in points for id in cited_sources(point.scenario)}
    return tuple({id: each.reference for point in points for id, each in point.sources.items() if id in cited}.values())


def all_ties(points: Sequence[TurningPoint], title: str) -> TiesSheet:
    """All turning points of a collection in the order of time, numbered, each with the ties that lead to it."""
    machine = Machine({point.id: point for point in points})
    every = bonds(machine)
    numbers = {id: f"{at}" for at, id in enumerate(machine.order, 1)}
    boxes: list[Box] = []
    links: list[Link] = []
    for id in machine.order:
        onward = [numbers[each.point] for each in every if id in each.origins]
        boxes.append(_numbered(machine.points[id], list(dict.fromkeys(onward))))
        for at, each in enumerate(each for each in every if each.point == id):
            key = (id, f"{at}")
            boxes.append(_card(key, each, say.EVERY_LATER if each.is_gate else ""))
            links += [Link((origin,), key, _kind(each)) for origin in each.origins or (id,)]
    described = "\n".join(map(str, ties_document(points)))
    return TiesSheet(
        Sheet(
            title, say.WHAT_HANGS_ON_WHAT, "", tuple(boxes), machine.order, tuple(links), _references(points),
            described,
        )
    )  # fmt: skip


def _numbered(point: TurningPoint, onward: Sequence[str]) -> Box:
    lines = [words(_named(point), TextRole.QUESTION)]
    lines += [words(say.leads_on(onward), TextRole.DECIDERS)] if onward else []
    return Box((point.id,), BoxKind.TURNING_POINT, tuple(lines), history=True)
