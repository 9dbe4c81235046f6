"""What an SVG is beyond its lines: words for those who listen, the typeface inside, colours that can be told apart."""

import base64
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from drawings import Drawing, tag
from program import TOP
from torture import TORTURES, tortured
from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.placed import PlacedPage, Stroke
from untaken.drawing.sheet import Sheet
from untaken.drawing.theme import LIGHT, STROKES
from untaken.drawing.whole import in_steps, whole
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.telling.outline import outline
from untaken.writing.orders import Order
from untaken.writing.rendering import render
from untaken.writing.svg import svg

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def example(id: str) -> TurningPoint:
    (point,) = load([TOP / "tests" / "example" / f"{id}.yaml"]).points
    return point


def every_sheet(point: TurningPoint) -> list[Sheet]:
    """The outline, the summary and the whole of a scenario."""
    return [whole(point, Graph.of(point.scenario), detail, "in words") for detail in Detail]


def drawn(sheet: Sheet) -> Drawing:
    return Drawing(svg(placed(sheet)))


def placed(sheet: Sheet) -> PlacedPage:
    return place(sheet, PAPERS[Fit.SLIDE])


def rendered(point: TurningPoint, folder: Path) -> bytes:
    (((path,),),) = [[page.files for page in pages] for pages in render([point], Order(folder, ("svg",)))]
    return path.read_bytes()


def test_it_has_a_role_a_title_and_the_whole_outline_as_its_description(tmp_path: Path) -> None:
    point = example("ferry")

    root = Drawing(rendered(point, tmp_path)).root

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    assert {
        each.get("id"): each.text for each in root.iter() if each.tag in (tag("title"), tag("desc")) and each.get("id")
    } == {
        "title": "The ferry and the storm",
        "description": "\n".join(map(str, outline(point, Graph.of(point.scenario)))),
    }


def test_the_same_scenario_gives_the_same_bytes(tmp_path: Path) -> None:
    assert rendered(example("ferry"), tmp_path / "one") == rendered(example("ferry"), tmp_path / "two")


@pytest.mark.parametrize("name", ["markup", "comments", "entities", "backslashes", "other scripts"])
def test_it_is_well_formed_and_says_nothing_but_what_is_on_it(name: str) -> None:
    for sheet in every_sheet(tortured(TORTURES[name], id="some-id")):
        drawing = drawn(sheet)
        values = [value for each in drawing.root.iter() for value in each.attrib.values()]

        assert b"<!" not in drawing.data
        page = placed(sheet)
        ids = [each.get("id") for each in drawing.root.iter() if each.get("id")]
        boxes = [f"box-{at}" for at, _ in enumerate(page.boxes, 1)]
        assert ids == ["title", "description", *boxes, *(f"line-{at}" for at, _ in enumerate(page.connectors, 1))]
        assert [value for value in values if "some-id" in value] == []
        whole_titles = [box.name for box in page.boxes if box.name]
        assert [each.text for each in drawing.root.iter(tag("title"))][1:] == whole_titles


def test_the_title_and_the_description_are_text_and_no_markup() -> None:
    page = replace(placed(every_sheet(example("ferry"))[0]), title="No: war & peace <b>", words="</desc><script>a && b")

    root = ElementTree.fromstring(svg(page))

    assert [each.text for each in root if each.get("id")] == ["No: war & peace <b>", "</desc><script>a && b"]


def test_every_box_is_a_group_that_says_what_it_is() -> None:
    sheet = every_sheet(example("ferry"))[0]

    groups = {
        (each.get("class"), (title.text if (title := each.find(tag("title"))) is not None else None))
        for each in drawn(sheet).root.iter(tag("g"))
        if each.get("class")
    }

    assert {
        ("decision decision", "Decision"),
        ("chance chance-history", "Chance"),
        ("option chosen", "Option, what happened"),
        ("option option", "Option"),
        ("branch chosen", "Branch, what happened"),
        ("outcome happened", "Outcome, what happened"),
        ("outcome inferred", "Outcome"),
        ("or or", None),
        ("history", None),
        ("untaken", None),
    } <= groups


def test_the_language_of_the_file_is_said() -> None:
    page = replace(placed(every_sheet(example("ferry"))[0]), language='de" onload="alert(1)')

    root = ElementTree.fromstring(svg(page))

    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == 'de" onload="alert(1)'


def test_with_steps_every_part_says_when_it_is_seen() -> None:
    point = example("ferry")
    page = place(in_steps(point, Graph.of(point.scenario), Detail.SUMMARY), PAPERS[Fit.SLIDE])

    root = ElementTree.fromstring(svg(page, steps=True))

    parts = [each for each in root.iter(tag("g")) if each.get("class")]
    assert [(each.get("data-step"), each.get("data-until")) for each in parts] == [
        (str(part.step), None if part.until is None else str(part.until)) for part in (*page.boxes, *page.connectors)
    ]


@pytest.mark.parametrize("name", ["cyrillic", "emoji", "quotes"])
def test_nothing_is_fetched_from_elsewhere_and_the_typeface_is_inside(name: str) -> None:
    drawing = drawn(every_sheet(tortured(TORTURES[name]))[2])
    style = "".join(each.text or "" for each in drawing.root.iter(tag("style")))
    links = re.findall(r"url\(([^)]*)\)", drawing.data.decode("utf-8"))

    assert links
    for link in links:
        assert base64.b64decode(link.removeprefix("data:font/woff;base64,"))[:4] == b"wOFF"
    assert "@import" not in style
    assert [each for each in drawing.root.iter() if each.tag in map(tag, ("image", "script", "a", "use"))] == []
    families = {each.get("font-family") for each in drawing.root.iter() if each.get("font-family")}
    assert families == {"Source Sans Pro, Noto Emoji, sans-serif"}
    faces = set(re.findall(r"font-family:'([^']*)';font-weight:(\w+);font-style:(\w+)", style))
    asked = {
        ("Source Sans Pro", each.get("font-weight", "normal"), each.get("font-style", "normal"))
        for each in drawing.root.iter(tag("text"))
    }
    assert asked <= faces


def test_what_happened_and_the_road_not_taken_differ_without_their_colours() -> None:
    (history,), (untaken,) = STROKES[Stroke.HISTORY], STROKES[Stroke.UNTAKEN]

    assert (history.width, history.dashes) == (4.0, ())
    assert untaken.width < 2
    assert untaken.dashes


def test_the_colour_of_a_road_not_taken_stands_once_for_its_lines_and_for_the_legend() -> None:
    page = placed(every_sheet(example("ferry"))[1])
    pen = replace(STROKES[Stroke.UNTAKEN][0], color="#00ff00")
    theme = replace(LIGHT, strokes={**STROKES, Stroke.UNTAKEN: (pen,)})
    lines = [each for each in page.connectors if each.stroke is Stroke.UNTAKEN]

    drawn_lines = svg(page, theme).count(b'stroke="#00ff00"')

    assert [each.tail for each in lines].count(()) == 1
    assert drawn_lines == len(lines)


def test_for_against_and_what_an_outcome_rests_on_differ_without_their_colours() -> None:
    words = [line.text for line in drawn(every_sheet(example("ferry"))[2]).lines]

    assert words.count("▲") == 3 + 1
    assert words.count("▼") == 1 + 1
    assert {"what happened", "argued by MacTaggart", "inferred"} <= set(words)


MEASURING = """
<script>
document.fonts.ready.then(() => {
  const found = [];
  for (const group of document.querySelectorAll("g:has(> title)")) {
    const [shape] = group.querySelectorAll("polygon, rect, circle"), around = shape.getBBox();
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
def test_in_a_browser_no_text_is_wider_than_its_card(name: str, tmp_path: Path) -> None:
    sheet = every_sheet(tortured(TORTURES[name]))[2]
    page = tmp_path / "page.html"
    text = drawn(sheet).data.decode("utf-8").partition("?>")[2]
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{text}{MEASURING}</body>', encoding="utf-8")

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
