"""What a page may tell of the ways on before a choice, for decisions at random: none of them stands out."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from scenarios_at_random import turning_points
from untaken.history import Course, Walk
from untaken.model import Decision, TurningPoint
from untaken.telling.walk.scene import Scene, scene
from untaken.telling.walk.telling import tell


def twice(point: TurningPoint) -> TurningPoint:
    """The same turning point, but every argument of it is written twice."""
    nodes = dict(point.scenario.nodes)
    for id, node in nodes.items():
        if isinstance(node, Decision):
            options = {
                name: option.model_copy(update={"arguments": option.arguments * 2})
                for name, option in node.options.items()
            }
            nodes[id] = node.model_copy(update={"options": options})
    return replace(point, scenario=point.scenario.model_copy(update={"nodes": nodes}))


POINTS = turning_points(5) | turning_points(5).map(twice)


def pages(point: TurningPoint, told: bool = False) -> list[tuple[Walk, Scene]]:
    """Every decision of a scenario to which some road leads, with its page."""
    ahead, found = [Walk(Course.of([point]))], []
    while ahead:
        walk = ahead.pop()
        if isinstance(walk.here.node, Decision):
            found.append((walk, scene(walk, told)))
        ahead += [walk.take(way) for way in walk.ways if way.is_open]
    return found


@settings(max_examples=20)
@given(POINTS)
def test_under_every_open_way_stand_as_many_arguments_and_no_more_can_be_read_of_one_than_of_another(
    point: TurningPoint,
) -> None:
    for walk, page in pages(point):
        may_be_told = {
            card.id: sum(not each.hindsight for each in getattr(walk.here.node.steps[card.id], "arguments", ()))
            for card in page.cards
        }
        fewest = min((may_be_told[card.id] for card in page.cards if not card.closed), default=0)
        for card in page.cards:
            number = may_be_told[card.id]
            most = 0 if card.closed else min(max(fewest, 1), 3)
            assert len(card.shown) == min(most, number)
            assert not Counter(card.shown) - Counter(card.arguments)
            assert len(card.arguments) == (number if card.closed else min(max(fewest, 1), number))
        rest = [may_be_told[card.id] - len(card.arguments) for card in page.cards if not card.closed]
        assert page.held == sum(rest)
        assert page.folded == sum(len(card.arguments) - len(card.shown) for card in page.cards if not card.closed) >= 0


@settings(max_examples=20)
@given(POINTS)
def test_who_wanted_what_is_told_of_every_open_way_or_of_none_and_never_of_who_decides(point: TurningPoint) -> None:
    for walk, page in pages(point):
        node = walk.here.node
        assert isinstance(node, Decision)
        deciders = {" ".join(point.name(each).split()) for each in node.deciders}
        strangers = {
            card.id: [each for each in node.options[card.id].advocates if each not in node.deciders]
            for card in page.cards
        }
        named = all(strangers[card.id] for card in page.cards if not card.closed)
        for card in page.cards:
            assert len(card.wanted) == (len(strangers[card.id]) if named and not card.closed else 0)
            assert named or not set(card.wanted) & deciders


@settings(max_examples=20)
@given(POINTS)
def test_what_is_told_after_a_choice_and_what_stood_on_the_page_are_together_all_that_is_said(
    point: TurningPoint,
) -> None:
    for walk, page in pages(point):
        shown = {card.id: card.shown for card in page.cards}
        for way in walk.ways:
            telling = tell(walk.take(way)) if way.is_open else None
            if telling is None:
                continue
            for option in telling.options:
                known = shown[option.page.id]
                assert sorted(map(str, (*option.new.arguments, *known))) == sorted(map(str, option.arguments))
                assert Counter(option.new.arguments) == Counter(option.arguments) - Counter(known)


@settings(max_examples=20)
@given(POINTS)
def test_whoever_is_told_what_happened_is_shown_everything(point: TurningPoint) -> None:
    for walk, page in pages(point, told=True):
        for card in page.cards:
            assert card.closed or card.shown == card.arguments
        for way in walk.ways:
            if way.is_open and (telling := tell(walk.take(way), told=True)):
                assert all(not option.new.arguments for option in telling.options if not option.page.closed)
