"""The short way from text to data says what the long way says, or leaves the text to it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import untaken.checking.desk
from mistakes import CLEAN, MISTAKES, spoilt
from scenarios_at_random import turning_points
from slips import SLIPS, Slip, saved
from test_decoder import CUTS
from test_reader import TREES, Writer
from untaken.checking.loading import Loaded, load
from untaken.model.traversal import Route
from untaken.reading.decoding import regrouped
from untaken.reading.decoding.plain import Plain
from untaken.reading.marked import locate
from untaken.reading.yaml import glimpse, read_text, unmarked

TOP = Path(__file__).resolve().parents[1]
MODULE = sys.modules["untaken.reading.yaml.unmarked"]
SHIPPED = sorted((TOP / "scenarios").rglob("*.yaml"))


def the_long_way(text: str) -> Any:
    """The data of a text, if nothing is remarked in it."""
    read = read_text(text, "x.yaml")
    if read.tree is None or read.problems:
        return None
    tree, doubled = regrouped(read.tree)
    plain = Plain()
    data = plain.of(tree)
    swallowed = any(line.key or line.is_item for _, each in plain.inner for line in each.inner)
    return None if doubled or plain.findings or swallowed else data


def agree(text: str) -> bool:
    """Whether the short way was taken; then it came to the same."""
    data = unmarked(text)
    assert data is None or data == the_long_way(text)
    return data is not None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_is_read_the_short_way(path: Path) -> None:
    assert agree(path.read_text(encoding="utf-8"))


def test_a_mistake_is_left_to_the_long_way_or_to_who_decodes() -> None:
    for mistake in MISTAKES:
        agree(spoilt([mistake]))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_whatever_is_wrong_with_a_case_nothing_is_read_otherwise(slip: Slip) -> None:
    agree(slip.data.decode("utf-8", "replace"))


LEFT_TO_THE_LONG_WAY = (
    "", "# nothing\n", "a\n", "- a\n", "a: b\n---\nc: d\n", "a: b\na: c\n", "a:\n", "a: ''\n? b\n", "a: !x b\n", "a: &x b\n", "a: &x b\nc: *x\n",
    "a: {b}\n", "a: [b, {c: }]\n", "a: b #3\n", "a: b\x07\n", 'a: "\\e"\n', "a: b\n  - c\n", "a: |\n  b\n  c: d\n", "a: b\r c\n", "a: b\u2028c\n",
    "[a]: b\n", "x-a: b\n", "a: [\n", "? {a: b}\n: c\n", "'': a\n", "a: [" * 50 + "]" * 50,
)  # fmt: skip


@pytest.mark.parametrize("text", LEFT_TO_THE_LONG_WAY)
def test_what_may_have_to_be_remarked_is_left_to_the_long_way(text: str) -> None:
    assert unmarked(text) is None


@pytest.mark.parametrize("loader", [yaml.Loader, getattr(yaml, "CLoader", yaml.Loader)])
def test_both_scanners_are_understood(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "LOADER", loader)
    text = "a: b\n'c ': [d, \"e # 1\", {f: g}]\n# x\nh: |\n  i\n  j\nk: l\n  m\nn: []\no: {}\n"
    expected = {"a": "b", "c": ["d", "e # 1", {"f": "g"}], "h": "i\nj\n", "k": "l m", "n": [], "o": {}}
    assert unmarked(text) == expected


def test_too_many_values_are_left_to_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "MOST_VALUES", 1000)
    assert unmarked("a:\n" + "- x\n" * 400) is not None
    assert unmarked("a:\n" + "- x\n" * 500) is None


@settings(max_examples=200)
@given(TREES)
def test_any_tree_is_read_alike(tree: object) -> None:
    writer = Writer()
    writer.write(tree, 0)
    agree("\n".join(writer.lines))


@settings(max_examples=300)
@given(st.lists(CUTS, min_size=1, max_size=3))
def test_however_a_scenario_is_cut_up_it_is_read_alike(cuts: list[tuple[int, int, str]]) -> None:
    text = CLEAN
    for at, length, put in cuts:
        text = text[:at] + put + text[at + length :]
    agree(text)


@given(turning_points())
def test_any_scenario_is_read_alike(point: Any) -> None:
    plain = point.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for width in (80, 1000):
        agree(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=width))


def comparable(loaded: Loaded) -> object:
    return loaded.points, loaded.problems, loaded.scenarios, loaded.read, loaded.collections


def test_what_is_found_in_all_files_is_the_same_either_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    paths = [TOP / "scenarios", *saved(tmp_path), TOP / "tests" / "example"]
    short = load(paths)
    monkeypatch.setattr(untaken.checking.desk, "sound", lambda plain, kind: None)
    assert comparable(short) == comparable(load(paths))


# ── places ──


def routes_of(data: Any, route: Route = ()) -> Iterator[Route]:
    """All routes into the data of a text, and of each one that goes a step too far."""
    yield route
    yield (*route, "nowhere")
    yield (*route, 99)
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from routes_of(value, (*route, step))
        if isinstance(value, dict):
            # A single citation has the route of the only one in a list.
            yield from ((*route, step, 0, inner) for inner in value)


def see_alike(text: str) -> int:
    """How many routes lead to the same place in a glimpse of them and in the whole tree."""
    tree = read_text(text, "x.yaml").tree
    assert tree is not None
    routes = list(routes_of(unmarked(text)))
    both = glimpse(text, "x.yaml", routes)
    for route in routes:
        alone = glimpse(text, "x.yaml", [route])
        for at_key in (True, False):
            assert locate(alone, route, at_key) == locate(both, route, at_key) == locate(tree, route, at_key), route
    return len(routes)


def test_a_glimpse_of_a_scenario_shows_each_thing_where_it_stands() -> None:
    assert see_alike(CLEAN) > 600


@settings(max_examples=60)
@given(TREES.filter(lambda tree: isinstance(tree, dict)))
def test_a_glimpse_of_any_tree_shows_each_thing_where_it_stands(tree: object) -> None:
    writer = Writer()
    writer.write(tree, 0)
    text = "\n".join(writer.lines)
    if unmarked(text) is not None:
        see_alike(text)


def test_without_a_finding_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    monkeypatch.setattr(untaken.checking.desk, "glimpse", lambda *args: pytest.fail("somebody looked"))
    assert load([path]).problems == ()
