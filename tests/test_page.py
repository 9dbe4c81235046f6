"""The page as data: it knows what a walk shows before a choice, it is small, and no text in it is markup."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import run
from untaken.checking.loading import load
from untaken.history import Course, Walk
from untaken.history.premises import stated
from untaken.model import Decision, TurningPoint
from untaken.telling.phrases import claims
from untaken.telling.walk.scene import scene
from untaken.writing.page import alone, page_file, whole_history
from untaken.writing.page.places import point_data
from walks_at_random import walks

ISLES = Path(__file__).parent / "isles"
SHIPPED = Path(__file__).parents[1] / "scenarios"
SMALL, LARGE = 150_000, 1_500_000


def data_of(page: bytes) -> Any:
    """What a page knows."""
    return json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', page.decode(), re.S)[0])


def before_choice(point: Any, walk: Walk) -> dict[str, tuple[list[str], str, str]]:
    """What the page shows of each open option where a walk stands."""
    told = dict(point["nodes"][walk.here.id])
    for variant in told["otherwise"]:
        if set(variant["requires"]) <= walk.facts and walk.facts.isdisjoint(variant["unless"]):
            told |= variant["words"]
            break
    conditional = [way for way in walk.ways if way.step and any(stated(way.step))]
    opened = "".join("1" if way.is_open else "0" for way in conditional)
    offers = told["before"].get(opened, told["before"].get(""))
    ways = {way["id"]: way for way in told["ways"]}
    return {
        way.id: (
            [ways[way.id]["arguments"][at]["claim"] for at in offers[way.id]["shown"]],
            offers[way.id]["wanted"],
            offers[way.id]["silent"],
        )
        for way in walk.ways
        if way.is_open
    }


def shown(walk: Walk) -> dict[str, tuple[list[str], str, str]]:
    """What `walk` shows of each open option, in the same form."""
    return {
        card.id: (
            [each.claim for each in card.shown],
            claims.wanted_by(card.wanted) if card.wanted else "",
            claims.silence(card.silent) if card.silent else "",
        )
        for card in scene(walk).cards
        if not card.closed
    }


@given(walks())
def test_before_a_choice_the_page_shows_what_a_walk_shows(walk: Walk) -> None:
    for station in walk.stations:
        if isinstance(station.here.node, Decision):
            assert before_choice(point_data(walk.course, station.here.point.id), station) == shown(station)


def test_before_each_choice_of_the_collection_the_page_shows_what_a_walk_shows() -> None:
    book = whole_history(load([SHIPPED]).points, "October")
    for id in book.told:
        data = point_data(book.course, id)
        walk = Walk(Course(book.course.points, id))
        while not walk.is_over and walk.here.point.id == id:
            if isinstance(walk.here.node, Decision):
                assert before_choice(data, walk) == shown(walk)
            history = walk.here.history
            walk = walk.take(next(way for way in walk.ways if history is None or way.id == history.id))


def test_a_page_of_one_scenario_and_one_of_all_are_small_enough_to_be_sent() -> None:
    points = load([SHIPPED]).points
    assert max(len(page_file(alone(points, point.scenario.title, [point.id]))) for point in points[:5]) <= SMALL
    assert len(page_file(alone(points, "", ["lenins-warning"]))) <= SMALL
    assert len(page_file(whole_history(points, "October"))) <= LARGE


MARKUP = "</script><script>hacked=1</script><img src=x onerror=hacked=1><!-- {0} $title ]]> &lt;b&gt;"
_TEXTS = frozenset(
    {"title", "question", "context", "where", "when", "decision", "chance", "outcome", "label", "for", "against",
     "claim", "note", "name", "about", "holds", "fails", "quote", "figures", "translation"}
)  # fmt: skip


def marked_up(value: Any, key: str = "") -> Any:
    """A value of the format with markup behind every text that people read."""
    if isinstance(value, dict):
        return {
            name: marked_up(each, name if name in _TEXTS or not isinstance(each, str) else "")
            for name, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [marked_up(each) for each in value]
    return f"{value} {MARKUP}" if isinstance(value, str) and key in _TEXTS else value


def hostile() -> list[TurningPoint]:
    """The small history with markup and script in every text that people read."""
    return [_hostile(each) for each in load([ISLES]).points]


def _hostile(point: TurningPoint) -> TurningPoint:
    def again(noun: Any) -> Any:
        return type(noun).model_validate(marked_up(noun.model_dump(by_alias=True, exclude_unset=True, mode="json")))

    return replace(
        point,
        scenario=again(point.scenario),
        facts={id: again(each) for id, each in point.facts.items()},
        actors={id: again(each) for id, each in point.actors.items()},
        sources={id: again(each) for id, each in point.sources.items()},
    )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def tags(page: bytes) -> list[str]:
    parser = _Tags()
    parser.feed(page.decode())
    return parser.tags


def test_no_text_of_a_scenario_becomes_an_element_of_the_file() -> None:
    expected = tags(page_file(whole_history(load([ISLES]).points, "The island")))
    assert expected == [
        "html",
        "head",
        "meta",
        "meta",
        "meta",
        "meta",
        "title",
        "style",
        "body",
        "noscript",
        "script",
        "script",
    ]
    page = page_file(whole_history(hostile(), MARKUP))
    assert tags(page) == expected
    assert MARKUP in data_of(page)["points"]["ferry"]["nodes"]["harbour"]["text"]


def test_the_policy_lets_nothing_run_and_nothing_load_but_what_is_inside() -> None:
    page = page_file(whole_history(load([ISLES]).points, "The island")).decode()
    [policy] = re.findall(r'Content-Security-Policy" content="(.*?)"', page)
    parts = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert {name: text for name, text in parts.items() if "sha256" not in text} == {
        "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "font-src": "data:", "img-src": "data:",
    }  # fmt: skip
    assert set(parts) - {"default-src", "base-uri", "form-action", "font-src", "img-src"} == {"script-src", "style-src"}
    assert "unsafe" not in policy


def files_of(folder: Path) -> Iterator[str]:
    yield from (path.name for path in folder.iterdir())


def test_the_command_writes_one_file_and_says_what_is_in_it(tmp_path: Path) -> None:
    ran = run("page", "--course", "two-decisions", "--scenarios", ISLES, "-o", "isle.html", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"isle\.html: 2 turning points, \d+ kB\n", ran.out)
    assert list(files_of(tmp_path)) == ["isle.html"]
    assert data_of((tmp_path / "isle.html").read_bytes())["title"] == "The island in two decisions"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ((), "name scenarios, or a course with --course, or take --all"),
        (("ferry", "--all"), "name scenarios, or a course with --course, or take --all"),
        (("--course", "two-decision"), "no course is called 'two-decision'"),
    ],
)
def test_it_says_what_it_wants(words: tuple[str, ...], error: str, tmp_path: Path) -> None:
    ran = run("page", *words, "--scenarios", ISLES, cwd=tmp_path)
    assert ran.code == 2
    assert error in " ".join(ran.err.replace("│", " ").split())
    assert list(files_of(tmp_path)) == []


@given(st.sampled_from([["ferry"], ["pier", "ferry"], ["bridge"]]))
def test_scenarios_that_are_named_stand_in_the_order_of_time(ids: list[str]) -> None:
    points = load([ISLES]).points
    book = alone(points, "", ids)
    assert list(book.told) == [point.id for point in points if point.id in ids]
    assert book.course.stops
