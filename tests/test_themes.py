"""The themes: every text stands out from its ground in each, print is grey, and nothing but colour differs."""

import colorsys
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from histories import isles
from program import EXAMPLE, run
from torture import tortured
from untaken.checking.loading import load
from untaken.drawing.accessibility import checked
from untaken.drawing.boxes import Detail
from untaken.drawing.crowded import crowded
from untaken.drawing.palette import PALETTES, Tone
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.placed import Look, PlacedPage
from untaken.drawing.sheet import TextRole
from untaken.drawing.slides import lecture
from untaken.drawing.theme import THEMES
from untaken.drawing.ties import all_ties, ties_of
from untaken.drawing.timeline import timeline
from untaken.drawing.whole import Road, whole, with_road
from untaken.history.crowd import Crowd
from untaken.history.graph import Graph
from untaken.history.moves import Ground
from untaken.model import TurningPoint
from untaken.writing.deck import deck_file
from untaken.writing.deck.colors import DeckColors
from untaken.writing.engine import Engine
from untaken.writing.orders import Order, View
from untaken.writing.pictures import scenario_pictures, ties_pictures, timeline_pictures
from untaken.writing.rendering import draw_scenario
from untaken.writing.svg import svg

Pair = tuple[TextRole, Look | None]
"""The role of a text, and the look of the box that lies under it; None for the paper."""


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


def example(id: str) -> TurningPoint:
    (point,) = load([EXAMPLE / f"{id}.yaml"]).points
    return point


def pages() -> Iterator[PlacedPage]:
    """Pages of every kind: at each detail, with a road that was walked, tables, a timeline, slides."""
    points = [example("ferry"), example("inquiry"), tortured("word")]
    for point in points:
        graph = Graph.of(point.scenario)
        every = frozenset(graph.order), frozenset((arc.tail, arc.id) for arcs in graph.leaving.values() for arc in arcs)
        for detail in Detail:
            sheet = whole(point, graph, detail)
            yield place(sheet, PAPERS[Fit.SLIDE])
            yield place(with_road(sheet, Road(*every, "", "")), PAPERS[Fit.SLIDE])
        yield from (slide.page for slide in lecture(point))
        yield from (plate.page for plate in scenario_pictures(point, Order(view=View.MATRIX), _no_tree))
        yield place(
            crowded(whole(point, graph, Detail.OUTLINE), point, graph, a_class_everywhere(point)), PAPERS[Fit.SLIDE]
        )
    yield timeline_pictures(timeline("All", points, ()), Order(fit=Fit.POSTER))[0].page
    for ties in (all_ties(isles(), "The isles"), *(ties_of(isles(), point.id, False) for point in isles())):
        yield from (plate.page for plate in ties_pictures(ties, Order(view=View.TIES)))


def a_class_everywhere(point: TurningPoint) -> Crowd:
    """A class of which somebody came to every fork, left history there, came back and named every reason."""
    forks = {(point.id, id): node for id, node in point.scenario.nodes.items() if node.steps}
    ways = {fork: Counter(dict.fromkeys(node.steps, 1)) for fork, node in forks.items()}
    grounds = {
        fork: Counter(
            Ground(way, each.claim) for way, step in node.steps.items() for each in getattr(step, "arguments", ())
        )
        for fork, node in forks.items()
    }
    left = Counter((fork, way) for fork, found in ways.items() for way in found)
    return Crowd(9, {point.id: point}, ways, left, Counter(dict.fromkeys(forks, 1)), grounds, grounds)


def _no_tree(dot: str) -> None:
    raise AssertionError(dot)


def pairs_on(page: PlacedPage) -> Iterator[Pair]:
    for at, box in enumerate(page.boxes):
        for line in box.lines:
            for each in line.runs:
                under = [
                    other.look
                    for other in page.boxes[: at + 1]
                    if THEMES[Tone.LIGHT].grounds[other.look].fill
                    and other.x <= each.x <= other.right
                    and other.y <= line.baseline <= other.bottom
                ]
                yield each.role, under[-1] if under else None


@pytest.fixture(scope="module")
def pairs() -> set[Pair]:
    return {pair for page in pages() for pair in pairs_on(page)}


LEAST = {Tone.LIGHT: 4.5, Tone.DARK: 4.5, Tone.PRINT: 4.5, Tone.CONTRAST: 7.0}


@pytest.mark.parametrize("tone", Tone)
def test_every_text_stands_out_from_what_lies_under_it(tone: Tone, pairs: set[Pair]) -> None:
    theme = THEMES[tone]
    ground = {look: theme.grounds[look].fill if look else theme.paper for _, look in pairs}

    found = {pair: contrast(theme.types[pair[0]].color, ground[pair[1]]) for pair in pairs}

    assert {pair: round(each, 2) for pair, each in found.items() if each < LEAST[tone]} == {}
    looks = {look for _, look in pairs}
    assert {None, Look.CHOSEN, Look.CHOSEN_WALKED, Look.DISC_END, Look.PILL, Look.CELL_HISTORY, Look.CHANCE} <= looks


def test_print_is_grey_in_every_format() -> None:
    colors = set(asdict(PALETTES[Tone.PRINT]).values())
    assert {color for color in colors if len({color[1:3], color[3:5], color[5:7]}) > 1} == set()

    with Engine() as engine:
        (drawn,) = draw_scenario(engine, example("ferry"), Order(formats=("svg", "png", "pdf", "dot"), tone=Tone.PRINT))

    for format in ("svg", "dot"):
        assert set(re.findall(r"#[0-9a-f]{6}", drawn.files[format].decode())) <= colors
    with Image.open(io.BytesIO(drawn.files["png"])) as image:
        dots = image.convert("RGB").getcolors(1_000_000) or []
    assert {rgb for _, rgb in dots if isinstance(rgb, tuple) and len(set(rgb)) > 1} == set()


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.LIGHT])
def test_a_theme_changes_colours_and_nothing_else(tone: Tone) -> None:
    point = example("ferry")
    page = place(whole(point, Graph.of(point.scenario), Detail.FULL), PAPERS[Fit.SLIDE])

    light, other = (re.sub(rb'"#[0-9a-f]{6}"', b'"#"', svg(page, THEMES[each])) for each in (Tone.LIGHT, tone))

    assert light == other


def shaded(color: str, brightness: float) -> str:
    """A colour made lighter or darker as Office does it: in its lightness, its hue and saturation kept."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    lightness = lightness * (1 - abs(brightness)) + max(0.0, brightness)
    return "#" + "".join(f"{round(255 * each):02x}" for each in colorsys.hls_to_rgb(hue, lightness, saturation))


@pytest.mark.parametrize("tone", Tone)
def test_in_a_deck_too_where_colours_are_shades_of_the_themes(tone: Tone, pairs: set[Pair]) -> None:
    theme, colors = THEMES[tone], DeckColors(PALETTES[tone])

    def seen(color: str) -> str:
        slot, brightness = colors.shade(color)
        return shaded(colors.slots[slot], brightness)

    low = {
        (role, look): round(found, 2)
        for role, look in pairs
        for ground in [theme.grounds[look].fill if look else theme.paper]
        if (found := contrast(seen(theme.types[role].color), seen(ground))) < 4.5
    }

    assert low == {}


def test_a_dark_deck_is_dark_where_its_theme_says_so_and_holds_its_statement() -> None:
    theme = THEMES[Tone.DARK]
    slides = lecture(example("ferry"))

    deck = Presentation(io.BytesIO(deck_file(slides, "The ferry", theme=theme)))

    part = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert b'<a:lt1><a:srgbClr val="%s"/>' % theme.paper.lstrip("#").upper().encode() in part.blob
    assert b'<a:dk1><a:srgbClr val="%s"/>' % theme.palette.ink.lstrip("#").upper().encode() in part.blob
    assert b"srgbClr" not in b"".join(slide.part.blob for slide in deck.slides)
    assert checked((slide.page for slide in slides), theme).contrast >= 4.5


def test_the_commands_that_draw_take_a_theme(tmp_path: Path) -> None:
    for line in (("render", "ferry", "-f", "svg"), ("timeline", "-f", "svg"), ("handout", "ferry")):
        ran = run(*line, "--theme", "dark", "--scenarios", EXAMPLE, cwd=tmp_path)
        assert (ran.code, ran.err) == (0, "")

    drawn = [path.read_text("utf-8") for path in (tmp_path / "output").glob("*.svg")]
    assert len(drawn) == 2
    assert all(f'fill="{PALETTES[Tone.DARK].paper}"' in text for text in drawn)
    assert b"pdfuaid" in (tmp_path / "handout.pdf").read_bytes()
