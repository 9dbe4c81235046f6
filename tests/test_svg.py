"""What an SVG is beyond its lines: words for those who listen, the typeface inside, colours that can be told apart."""

import base64
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from drawings import Drawing, tag
from program import TOP
from torture import TORTURES, tortured
from untaken.checking.loading import load
from untaken.drawing import palette
from untaken.drawing.canvas import Frame, Orientation, Shape
from untaken.drawing.diagram import diagram
from untaken.drawing.picture import Detail, Picture, pages, whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.telling.outline import outline
from untaken.writing.engine import Engine
from untaken.writing.rendering import Format, Order, render
from untaken.writing.svg import finished

SHAPE = Shape(Orientation.DOWN, 600)
SHEET = Frame(text_width=880)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def example(id: str) -> TurningPoint:
    (point,) = load([TOP / "tests" / "example" / f"{id}.yaml"]).points
    return point


def every_picture(point: TurningPoint) -> list[Picture]:
    graph = Graph.of(point.scenario)
    return [*(whole(point, graph, detail) for detail in Detail), *pages(point, graph)]


def drawn(engine: Engine, picture: Picture) -> Drawing:
    svg = engine.draw(diagram(picture, SHAPE, SHEET), "svg")
    return Drawing(finished(svg, picture.title, "in words"))


def rendered(point: TurningPoint, folder: Path) -> bytes:
    (((path,),),) = [[page.files for page in pages] for pages in render([point], Order(folder, (Format.SVG,)))]
    return path.read_bytes()


def test_it_has_a_role_a_title_and_the_whole_outline_as_its_description(tmp_path: Path) -> None:
    point = example("ferry")

    root = Drawing(rendered(point, tmp_path)).root

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    assert {each.get("id"): each.text for each in root.iter() if each.get("id")} == {
        "title": "The ferry and the storm",
        "description": "\n".join(map(str, outline(point, Graph.of(point.scenario)))),
    }


def test_the_same_scenario_gives_the_same_bytes(tmp_path: Path) -> None:
    assert rendered(example("ferry"), tmp_path / "one") == rendered(example("ferry"), tmp_path / "two")


GENERATED = re.compile(r"(node|card|edge|clust|graph)\d|cluster_page|some-id")


@pytest.mark.parametrize("name", ["markup", "comments", "entities", "backslashes", "other scripts"])
def test_it_is_well_formed_with_no_comment_tooltip_or_generated_name(name: str, engine: Engine) -> None:
    for picture in every_picture(tortured(TORTURES[name], id="some-id")):
        drawing = drawn(engine, picture)
        values = [value for each in drawing.root.iter() for value in each.attrib.values()]

        assert b"<!" not in drawing.data
        assert len(list(drawing.root.iter(tag("title")))) == 1
        assert {each.get("id") for each in drawing.root.iter()} == {None, "title", "description"}
        assert [value for value in values if GENERATED.search(value)] == []


def test_the_title_and_the_description_are_text_and_no_markup(engine: Engine) -> None:
    svg = engine.draw(diagram(every_picture(example("ferry"))[0], SHAPE, SHEET), "svg")

    root = ElementTree.fromstring(finished(svg, "No: war & peace <b>", "</desc><script>a && b</script>"))

    assert [each.text for each in root.iter() if each.get("id")] == [
        "No: war & peace <b>",
        "</desc><script>a && b</script>",
    ]


@pytest.mark.parametrize("name", ["cyrillic", "emoji", "quotes"])
def test_nothing_is_fetched_from_elsewhere_and_the_typeface_is_inside(name: str, engine: Engine) -> None:
    drawing = drawn(engine, every_picture(tortured(TORTURES[name]))[2])
    style = "".join(each.text or "" for each in drawing.root.iter(tag("style")))
    links = re.findall(r"url\(([^)]*)\)", drawing.data.decode("utf-8"))

    assert links
    for link in links:
        assert base64.b64decode(link.removeprefix("data:font/woff;base64,"))[:4] == b"wOFF"
    assert "@import" not in style
    assert [each for each in drawing.root.iter() if each.tag in map(tag, ("image", "script", "a", "use"))] == []
    assert {each.get("font-family") for each in drawing.root.iter(tag("text"))} == {
        "Source Sans Pro, Noto Emoji, sans-serif"
    }
    faces = set(re.findall(r"font-family:'([^']*)';font-weight:(\w+);font-style:(\w+)", style))
    asked = {
        ("Source Sans Pro", each.get("font-weight", "normal"), each.get("font-style", "normal"))
        for each in drawing.root.iter(tag("text"))
    }
    assert asked <= faces


def luminance(color: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_stands_out_from_its_ground(engine: Engine) -> None:
    pictures = [*every_picture(example("ferry")), *every_picture(example("inquiry")), *every_picture(tortured("word"))]
    pairs = {pair for picture in pictures for pair in grounds(drawn(engine, picture))}

    assert {pair: round(contrast(*pair), 1) for pair in sorted(pairs) if contrast(*pair) < 4.5} == {}
    assert {ground for _, ground in pairs} == {palette.PAPER, palette.HISTORY_TINT, palette.MIST, palette.NIGHT}


def test_the_words_on_a_decision_off_the_road_of_history_stand_out() -> None:
    assert contrast(palette.ON_NIGHT, palette.DUSK) >= 4.5


def grounds(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """The colour of every text with that of what lies under it."""
    for group in [each for each in drawing.root.iter(tag("g")) if each.get("class") in ("node", "cluster", "graph")]:
        fills = [each.get("fill", "") for each in group if each.tag != tag("text") and each.get("fill") != "none"]
        ground = fills[0] if fills and group.get("class") == "node" else palette.PAPER
        for text in group.findall(tag("text")):
            yield text.get("fill", ""), ground


def test_what_happened_and_the_road_not_taken_differ_without_their_colours(engine: Engine) -> None:
    root = drawn(engine, every_picture(example("ferry"))[0]).root
    lines: dict[str, set[tuple[float, bool]]] = {"history": set(), "untaken": set()}
    for edge in [each for each in root.iter(tag("g")) if each.get("class") == "edge"]:
        for path in edge.iter(tag("path")):
            kind = "history" if path.get("stroke") == palette.HISTORY else "untaken"
            lines[kind].add((float(path.get("stroke-width", "1")), path.get("stroke-dasharray") is not None))

    assert lines == {"history": {(4.0, False)}, "untaken": {(1.5, True)}}


def test_for_against_and_what_an_outcome_rests_on_differ_without_their_colours(engine: Engine) -> None:
    drawing = drawn(engine, every_picture(example("ferry"))[2])
    words = [line.text for line in drawing.lines]

    assert words.count("▲") == 3 + 1
    assert words.count("▼") == 1 + 1
    assert {"what happened", "argued by MacTaggart", "inferred"} <= set(words)


MEASURING = """
<script>
document.fonts.ready.then(() => {
  const found = [];
  for (const group of document.querySelectorAll("g.node")) {
    const [shape] = group.querySelectorAll("polygon, path, ellipse"), around = shape.getBBox();
    for (const text of group.querySelectorAll("text")) {
      const box = text.getBBox();
      found.push([text.textContent, box.x - around.x, around.x + around.width - box.x - box.width]);
    }
  }
  document.title = JSON.stringify(found);
});
</script>
"""


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed here")
@pytest.mark.parametrize("name", ["markup", "quotes", "cyrillic", "long word"])
def test_in_a_browser_no_text_is_wider_than_its_card(name: str, engine: Engine, tmp_path: Path) -> None:
    picture = every_picture(tortured(TORTURES[name]))[2]
    page = tmp_path / "page.html"
    svg = drawn(engine, picture).data.decode("utf-8").partition("?>")[2]
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{svg}{MEASURING}</body>', encoding="utf-8")

    room = in_browser(page, tmp_path / "profile")

    assert len(room) > 20
    assert [(text, left, right) for text, left, right in room if left < 2 or right < 2] == []


def in_browser(page: Path, profile: Path) -> list[tuple[str, float, float]]:
    """Every text of a page, with the room that the browser leaves it at the left and at the right of its node."""
    assert BROWSER is not None
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=5000",
        f"--user-data-dir={profile}",
    ]
    done = subprocess.run([BROWSER, *options, "--dump-dom", page.as_uri()], capture_output=True, text=True, timeout=60)
    title = re.search(r"<title>(\[.*?\])</title>", done.stdout, re.DOTALL)
    assert title, done.stdout[:300] + done.stderr[-300:]
    return [tuple(each) for each in json.loads(unescape(title.group(1)))]
