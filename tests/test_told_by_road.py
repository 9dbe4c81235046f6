"""A turning point is told in the words of the road that led to it, each time as if for the first time."""

from hypothesis import given
from hypothesis import strategies as st

from untaken.model import Scenario, TurningPoint

FACTS = ("mail-kept", "storm-broke", "glass-fell")
SETS = st.frozensets(st.sampled_from(FACTS))
VARIANTS = st.lists(
    st.fixed_dictionaries(
        {"title": st.sampled_from(("A", "B")), "requires": SETS.map(sorted), "unless": SETS.map(sorted)}
    ),
    max_size=3,
)


def point(variants: list[dict[str, object]], of_actors: list[dict[str, object]]) -> TurningPoint:
    plain = {
        "title": "The ferry",
        "question": "Sail?",
        "otherwise": variants,
        "actors": {"master": {"name": "Master", "otherwise": [{**each, "name": each["title"]} for each in of_actors]}},
        "nodes": {"end": {"outcome": "So it went", "basis": "recorded"}},
        "facts": dict.fromkeys(FACTS, "It was so."),
    }
    for variant in plain["actors"]["master"]["otherwise"]:  # type: ignore[index]
        del variant["title"]
    return TurningPoint.of("ferry", Scenario.model_validate(plain))


@given(VARIANTS, VARIANTS, st.lists(SETS, min_size=1, max_size=6))
def test_what_was_told_before_makes_no_difference(
    variants: list[dict[str, object]], of_actors: list[dict[str, object]], roads: list[frozenset[str]]
) -> None:
    told = point(variants, of_actors)
    for facts in roads:
        fresh = point(variants, of_actors).told(facts)
        again = told.told(facts)
        assert (again.scenario, again.actors) == (fresh.scenario, fresh.actors)
        expected = next((each for each in told.scenario.otherwise if each.holds(facts)), None)
        assert again.scenario.title == (expected.title if expected else "The ferry")  # type: ignore[attr-defined]


def test_where_nothing_differs_nothing_is_made_anew() -> None:
    same = point([], [])
    assert same.told({"mail-kept"}) is same
    assert point([{"title": "A", "requires": ["mail-kept"]}], []).told({"storm-broke"}).scenario.title == "The ferry"


def test_the_sources_that_are_cited_are_those_of_the_words_that_are_told() -> None:
    assert point([], []).cited == frozenset()
