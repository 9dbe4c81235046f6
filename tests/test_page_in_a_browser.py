"""The page in a real browser: it walks as `walk` does, with the keyboard, by links, back and forward; nothing leaves it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from axe import axe
from browser import Tab, browser, needs_chromium
from program import run
from test_page import ISLES, MARKUP, SHIPPED, hostile
from untaken.checking.loading import load
from untaken.history.keeping import Resumed, record, resumed
from untaken.history.scripted import follow
from untaken.history.session import Reveal, Session
from untaken.model import TurningPoint
from untaken.telling.walk.repeating import choices
from untaken.text.trouble import Trouble
from untaken.writing.page import alone, page_file, whole_history

pytestmark = needs_chromium

POINTS = load([ISLES]).points


class Page:
    """A page in the browser, and what it asked of the world."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.heard: list[dict[str, Any]] = []
        listen = tab._message

        def overheard() -> dict[str, Any]:
            message = listen()
            self.heard.append(message)
            return message

        tab._message = overheard  # type: ignore[method-assign]
        for room in ("Page", "Runtime", "Network", "Log"):
            tab.ask(f"{room}.enable")

    def open(self, path: Path, link: str = "") -> None:
        self.tab.open("about:blank")
        self.tab.open(f"{path.as_uri()}{link}")

    def run(self, script: str) -> Any:
        answer = self.tab.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        code = {"Enter": 13, "Tab": 9, "Backspace": 8, "Escape": 27}.get(key, ord(key[0]))
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text or ("\r" if key == "Enter" else "")} if kind == "keyDown" else {}
            self.tab.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed)

    def size(self, width: int, height: int = 800) -> None:
        self.tab.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    @property
    def text(self) -> str:
        return str(self.run("document.querySelector('main').innerText"))

    @property
    def spot(self) -> tuple[str, str]:
        return tuple(self.run("APP.walk.state.spot"))

    @property
    def complaints(self) -> list[Any]:
        """Errors, warnings, and all that was fetched from elsewhere."""
        told = [
            each["params"] for each in self.heard if each.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")
        ]
        asked = [
            each["params"]["request"]["url"] for each in self.heard if each.get("method") == "Network.requestWillBeSent"
        ]
        return told + [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as tab:
        yield Page(tab)


@pytest.fixture(scope="module")
def isle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "isle.html"
    path.write_bytes(page_file(whole_history(POINTS, "The island")))
    return path


@pytest.fixture(autouse=True)
def _quiet(page: Page) -> Iterator[None]:
    page.heard.clear()
    page.size(1280)
    yield
    assert page.complaints == []


WALKS = """
(walks) => {
  const found = [];
  // A browser bears no more than some hundred entries in its history within a minute.
  APP.remember = () => {};
  while (found.length < walks) {
    APP.begin(ORDER[Math.random() < 0.5 ? 0 : Math.floor(Math.random() * ORDER.length)]);
    for (let left = 80; left > 0; left -= 1) {
      const open = [...document.querySelectorAll("main button[data-way], main button[data-go]")];
      if (!open.length || (APP.walk.isLost && Math.random() < 0.2)) break;
      open[Math.floor(Math.random() * open.length)].click();
      if (Math.random() < 0.1 && document.querySelector("button[data-back]")) document.querySelector("button[data-back]").click();
    }
    found.push({ text: savedText(APP.walk, APP.manner), spot: APP.walk.state.spot, facts: [...APP.walk.state.facts] });
  }
  return found;
}
"""


def ends_as_walk_does(ended: dict[str, Any], points: tuple[TurningPoint, ...]) -> int:
    """Walk by the words of a walk that was saved in the page, and compare the ends; how many moves it had."""
    kept = record(ended["text"])
    assert not isinstance(kept, Trouble), kept
    again = resumed(kept, points)
    assert isinstance(again, Resumed), again
    assert (again.lost, again.changed) == ((), ())
    walk = again.session.walk
    words = choices(walk)
    followed = follow(Session(type(walk)(walk.course), 7), words)
    assert isinstance(followed, Session), (words, followed)
    by_words = followed.walk
    while by_words.state.spot != walk.state.spot and len(by_words.moves) < len(walk.moves):
        by_words = by_words.take(next(way for way in by_words.ways if way.is_open))
    # A single open way is taken by words without asking; the page stands before it.
    by_words = by_words if len(by_words.moves) <= len(walk.moves) else by_words.stations[len(walk.moves)]
    assert [*by_words.state.spot] == ended["spot"]
    assert by_words.facts == set(ended["facts"])
    assert [move.way for move in by_words.moves] == [move.way for move in walk.moves]
    return len(walk.moves)


def test_a_hundred_and_eighty_random_walks_in_the_page_end_as_the_same_choices_do_in_walk(
    page: Page, isle: Path
) -> None:
    page.open(isle)
    moves = [ends_as_walk_does(ended, POINTS) for ended in page.run(f"({WALKS})(180)")]
    assert max(moves) > 8


@pytest.mark.slow
def test_another_twenty_random_walks_through_the_whole_collection_end_so_too(page: Page, tmp_path: Path) -> None:
    points = load([SHIPPED]).points
    (tmp_path / "all.html").write_bytes(page_file(whole_history(points, "October")))
    page.open(tmp_path / "all.html")
    moves = [ends_as_walk_does(ended, points) for ended in page.run(f"({WALKS})(20)")]
    assert max(moves) > 40


def test_a_course_can_be_walked_with_the_keyboard_alone(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("1", "1")
    assert page.spot == ("ferry", "crossing")
    focused = "document.activeElement.textContent"
    assert "Sail on the evening tide" in page.run(focused)
    while page.run(focused) != "Let the dice fall":
        page.press("Tab")
    page.press("Enter")
    assert page.spot in (("ferry", "wreck"), ("ferry", "arrival"))
    page.press("Backspace")
    assert page.spot == ("ferry", "harbour")
    page.press("2", "2")
    assert page.spot == ("ferry", "mails-late")
    while page.run(focused) != "Go on":
        page.press("Tab")
    page.press("Enter")
    assert page.spot == ("pier", "sale")


def test_nothing_tells_what_happened_before_the_choice_and_all_that_is_new_is_told_after(
    page: Page, isle: Path
) -> None:
    page.open(isle, "#ferry")
    for view in ("walk", "diagram", "compare", "timeline", "ties"):
        page.run(f"APP.turn('{view}')")
        for later in ("lost in the narrows", "All hands were lost", "what happened:", "(what happened)", "The mails"):
            assert later not in page.text
    page.run("APP.turn('walk')")
    page.press("2", "2")
    for told in ("What happened: Sail on the evening tide.", "Here the road leaves history.", "What happened instead:"):
        assert told in page.text


def test_a_turning_point_that_does_not_arise_is_told_with_its_reason(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    assert page.run("document.querySelector('[data-absent]').dataset.absent") == "inquiry"
    assert "“The inquiry”, Spring 1885, does not arise; needs: The ferry was lost." in page.text
    assert "The sheriff came only because the ferry was lost. — Campbell" in page.text


def test_a_closed_way_says_why_and_a_single_open_one_is_no_choice(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    page.run("document.querySelector('[data-go]').click()")
    assert page.run("document.querySelector('[data-closed]').dataset.closed") == "together"
    assert "Closed; needs: The owners had to sell." in page.text
    assert "The pier was to be had only because the owners had to sell. — Campbell" in page.text
    assert "Only one way is open" in page.text
    assert page.run("document.querySelectorAll('button[data-way]').length") == 0


def test_an_argument_whose_ground_the_road_has_taken_away_says_so(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    for _ in range(3):
        page.run("document.querySelector('[data-go]').click()")
    page.press("1", "1")
    while page.run("APP.walk.point") != "bridge":
        page.run("document.querySelector('[data-go]').click()")
    page.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.run("APP.walk.node.ways.some((way) => way.arguments.some((each) => sayer(APP.walk).isFallen(each)))")


def test_the_reasons_for_a_choice_go_into_the_saved_walk(page: Page, isle: Path, tmp_path: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    for key in ("convinced", "against"):
        change = "list.selectedIndex = 1; list.dispatchEvent(new Event('change'))"
        page.run(f"{{ const list = document.querySelector('[data-reason={key}]'); {change} }}")
    (tmp_path / "walk.json").write_text(page.run("savedText(APP.walk, APP.manner)"), encoding="utf-8")
    kept = record((tmp_path / "walk.json").read_text(encoding="utf-8"))
    assert not isinstance(kept, Trouble)
    [move] = kept.moves
    assert move.convinced
    assert move.against
    assert (move.convinced.way, move.convinced.claim, move.against.claim) == (
        "wait",
        "No ferry has crossed in such weather and come back.",
        "The passengers have waited two days already.",
    )


def test_where_nothing_is_left_history_may_be_rejoined_and_other_words_stand(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    for _ in range(2):
        page.run("document.querySelector('[data-go]').click()")
    assert "No source follows your road further." in page.text
    page.run("document.querySelector('[data-go]').click()")
    assert page.spot == ("steamer", "call")
    assert "The owners never sold; the crofters pay them a rent." in page.text


def test_a_link_leads_to_a_node_and_the_browser_goes_back_and_forward(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry/crossing")
    assert page.spot == ("ferry", "crossing")
    page.run("APP.turn('diagram')")
    page.run("APP.show(APP.walk.take(APP.walk.open[0], 'told'))")
    assert page.run("location.hash") == "#ferry/wreck"
    page.run("history.back()")
    page.tab.until("APP.view === 'diagram'")
    assert page.spot == ("ferry", "crossing")
    page.run("history.forward()")
    page.tab.until("APP.walk.state.spot[1] === 'wreck'")
    page.tab.ask("Page.reload")
    page.tab.until("document.readyState === 'complete' && APP.walk.moves.length === 2")
    assert page.spot == ("ferry", "wreck")
    page.open(isle, "#nowhere/%E0%A4%A")
    assert "The ferry and the storm" in page.text


def test_the_diagram_shows_no_more_than_was_decided(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    texts = "[...document.querySelectorAll('svg text')].map((each) => each.textContent).join(' ')"
    page.run("APP.turn('diagram')")
    assert "Wait for daylight" in page.run(texts)
    assert "mails" not in page.run(texts).replace("mail contract", "").replace("The mail ", "")
    page.run(
        "APP.show(Walk.at('ferry').replayed([{scenario: 'ferry', node: 'harbour', way: 'sail', how: 'chosen'}]), 'diagram')"
    )
    assert "The mails are a day late" in page.run(texts)
    assert "lost in" not in page.run(texts)
    width = "document.querySelector('svg').getBoundingClientRect().width"
    small = page.run(width)
    page.run("[...document.querySelectorAll('button')].find((each) => each.textContent === 'Larger').click()")
    assert page.run(width) > 1.3 * small


def test_a_click_in_the_diagram_leads_back_to_what_was_decided(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry/crossing")
    page.run("APP.turn('diagram')")
    boxes = "[...document.querySelectorAll('svg g.met')].map((each) => each.textContent)"
    assert [text for text in page.run(boxes) if "Sail tonight?" in text]
    page.run("document.querySelector('svg g.met').dispatchEvent(new Event('click'))")
    assert page.spot == ("ferry", "harbour")


def test_the_timeline_tells_what_was_decided_and_what_did_not_arise_and_nothing_more(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.run("APP.turn('timeline')")
    assert "Chosen" not in page.text
    assert page.run("[...document.querySelectorAll('[data-moment]')].map((each) => each.dataset.moment)") == page.run(
        "ORDER"
    )
    page.run("APP.turn('walk')")
    page.press("2", "2")
    for _ in range(2):
        page.run("document.querySelector('[data-go]').click()")
    page.run("APP.turn('timeline')")
    ferry = page.run("document.querySelector('[data-moment=ferry]').innerText")
    assert "Chosen: Wait for daylight." in ferry
    assert "What happened: Sail on the evening tide." in ferry
    assert "undefined" not in page.text


def test_ties_are_told_where_they_are_settled(page: Page, isle: Path) -> None:
    page.open(isle, "#inquiry")
    page.run("APP.turn('ties')")
    before = page.text
    assert "is open only if" not in before
    page.run("APP.turn('walk')")
    page.press("1", "1")
    page.run("APP.turn('ties')")
    assert "It arises only if" in page.text
    assert "undefined" not in page.text


def test_a_saved_walk_goes_from_the_page_to_the_program_and_back(page: Page, isle: Path, tmp_path: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    saved = tmp_path / "walk.json"
    saved.write_text(page.run("savedText(APP.walk, APP.manner)"), encoding="utf-8")
    ran = run("walk", "--resume", saved, "--choose", "pier,lease", "--scenarios", ISLES, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert run("render", "--walk", saved, "-f", "svg", "--scenarios", ISLES, cwd=tmp_path).code == 0
    text = saved.read_text(encoding="utf-8")
    page.open(isle)
    page.run(f"APP.open({json.dumps(text)})")
    assert page.spot == ("pier", "leased")
    assert "The saved walk was taken up." in page.text
    for broken, sentence in {
        "": "This file holds no saved walk.",
        "[1]": "This file holds no saved walk.",
        text.replace('"start": "ferry"', '"start": "__proto__"'): "The walk in this file began at a turning point",
        text.replace('"node": "sale"', '"node": "sold"'): "2 of 3 moves of the saved walk fit this page.",
    }.items():
        page.run(f"APP.open({json.dumps(broken)})")
        assert sentence in page.text


def test_the_dice_and_the_manner_of_a_walk_that_the_page_takes_up_are_kept(
    page: Page, isle: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "walk.json"
    manner = ("--reveal", "end", "--seed", "11", "--reasons")
    begun = run("walk", "ferry", *manner, "--save", saved, "--scenarios", ISLES, cwd=tmp_path, typed="2\nq\n")
    assert (begun.code, begun.err) == (0, "")
    page.open(isle)
    page.run(f"APP.open({json.dumps(saved.read_text(encoding='utf-8'))})")
    page.press("Backspace")
    page.press("1", "1")
    again = record(page.run("savedText(APP.walk, APP.manner)"))
    assert not isinstance(again, Trouble)
    assert (again.seed, again.reveal, again.reasons, again.votes) == (11, Reveal.END, True, False)
    page.run("APP.begin('ferry')")
    anew = record(page.run("savedText(APP.walk, APP.manner)"))
    assert not isinstance(anew, Trouble)
    assert (anew.seed, anew.reveal, anew.reasons) == (0, Reveal.AFTER, False)


def test_markup_and_script_in_every_text_stay_text(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_bytes(page_file(whole_history(hostile(), MARKUP)))
    page.open(path, "#ferry")
    for _ in range(12):
        for view in ("walk", "diagram", "compare", "timeline", "ties", "sources", "contents"):
            page.run(f"APP.turn('{view}')")
            assert page.run("typeof hacked") == "undefined"
            assert page.run("document.body.querySelectorAll('img, main script, b').length") == 0
            assert not re.search(r"undefined|NaN|\[object", page.text)
        page.run("APP.turn('walk')")
        if not page.run("Boolean(document.querySelector('main [data-way], main [data-go]'))"):
            break
        page.run("document.querySelector('main [data-way], main [data-go]').click()")
    assert MARKUP in page.text


@pytest.mark.parametrize("width", [320, 1280, 1920])
def test_nothing_is_wider_than_the_window(page: Page, isle: Path, width: int) -> None:
    page.size(width)
    page.open(isle, "#ferry")
    for key in ("", "1", "2"):
        if key:
            page.press(key, key)
        for view in ("diagram", "compare", "timeline", "ties", "sources", "contents", "walk"):
            page.run(f"APP.turn('{view}')")
            assert page.run("document.documentElement.scrollWidth") <= width


def test_light_and_dark_follow_the_system_until_somebody_says_otherwise(page: Page, isle: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page.open(isle)
    for scheme, color in {"dark": "rgb(20, 27, 36)", "light": "rgb(255, 255, 255)"}.items():
        page.tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        assert page.run(ground) == color
    page.run("document.querySelector('button[data-light]').click()")
    assert page.run(ground) == "rgb(20, 27, 36)"
    page.tab.ask("Emulation.setEmulatedMedia", features=[])


def test_on_paper_stands_what_is_read_and_no_button(page: Page, isle: Path) -> None:
    page.open(isle, "#ferry")
    page.press("2", "2")
    page.tab.ask("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll('nav, .tools, .go')].filter((each) => each.offsetParent).length"
    assert page.run(shown) == 0
    assert "Here the road leaves history." in page.text
    assert page.tab.ask("Page.printToPDF")["data"]
    assert page.run("[...document.querySelectorAll('details')].every((each) => each.open)")
    page.tab.ask("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_any_view(page: Page, tmp_path: Path, scheme: str) -> None:
    script = axe()
    # Of what axe looks at, the dark page differs in its colours alone.
    wanted = json.dumps({"runOnly": ["color-contrast"]} if scheme == "dark" else {})
    path = tmp_path / "one.html"
    path.write_bytes(page_file(alone(load([SHIPPED]).points, "Brest-Litovsk", ["brest-litovsk"])))
    page.tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    page.open(path)
    page.run(f"{script}; 0")
    for key in ("", "1", "1"):
        if key:
            page.press(key, key)
        for view in ("walk", "diagram", "compare", "sources"):
            page.run(f"APP.turn('{view}')")
            found = page.run(
                f"axe.run(document, {wanted}).then((found) => found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]))"
            )
            assert found == []
    page.run("APP.turn('walk')")
    page.tab.ask("Emulation.setEmulatedMedia", features=[])
