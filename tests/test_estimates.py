"""Who says how likely chance was, whose a translation is, and the addresses that lead to a passage: in every face."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from browser import browser, needs_chromium
from full_screen import after, session
from program import run
from untaken import Course, Walk, load
from untaken.drawing.slides import lecture
from untaken.history.dice import RANGES, together
from untaken.history.graph import Graph
from untaken.model import TurningPoint
from untaken.telling.handing import handout
from untaken.telling.walk.account import end_blocks, telling_blocks
from untaken.telling.walk.reckoning import ends
from untaken.telling.walk.telling import tell
from untaken.writing.deck import deck_file
from untaken.writing.handout import SheetSize, handout_pdf
from untaken.writing.page import alone, page_file

FERRY = """\
title: The ferry
question: Should it sail?
actors: {master: {name: The master}}
sources:
  log: {type: book, title: Das Logbuch, author: [{family: Brandt}], URL: "https://example.org/log#p2"}
  annals: {type: book, title: Annalen, author: [{family: Grant}], translator: [{given: Edwin, family: Muir}]}
nodes:
  narrows:
    chance: Does the storm break?
    branches:
      breaks:
        label: It breaks
        historical: true
        likelihood:
          word: unlikely
          figures: one in three
          voice: master
          cite: {source: log, quote: "einer von dreien, kaum", translation: "one of three, hardly"}
        leads-to: wreck
      holds:
        label: It holds off
        likelihood: {word: likely, cite: {source: annals, page: 87–88, quote: es hielt, translation: it held}}
        leads-to: pilot
  pilot:
    chance: Does the pilot come?
    branches:
      comes: {label: He comes, likelihood: almost-certain, leads-to: arrival}
      stays: {label: He stays, leads-to: late}
  wreck: {outcome: The ferry is lost, basis: recorded}
  arrival: {outcome: The ferry arrives, basis: inferred}
  late: {outcome: The ferry is late, basis: inferred}
"""
ADDRESS = "https://example.org/log#p2:~:text=einer%20von%20dreien%2C%20kaum"
MASTERS = "Unlikely (one in three). — The master, in Brandt"
CITED = "Brandt, Das Logbuch, “einer von dreien, kaum” [one of three, hardly; the editor’s translation]"
ANNALS = "Grant, Annalen, pages 87–88, “es hielt” [it held; Edwin Muir’s translation]"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> tuple[TurningPoint, ...]:
    path = tmp_path_factory.mktemp("estimates") / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return tuple(load([path]).points)


def walked(points: tuple[TurningPoint, ...], *choices: str) -> Walk:
    walk = Walk(Course.of(points, "ferry"))
    for choice in choices:
        following = walk.choose(choice)
        assert isinstance(following, Walk)
        walk = following
    return walk


def test_a_fall_is_told_with_who_gave_it_which_chance_and_what_happened_beside_it(
    ferry: tuple[TurningPoint, ...],
) -> None:
    telling = tell(walked(ferry, "holds"))
    assert telling
    assert [str(each) for each in telling_blocks(telling)][-2:] == [
        "How likely “It holds off” was: Likely. — Grant",
        f"How likely “It breaks” was: {MASTERS}",
    ]


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        (["breaks"], "How likely this end was on this road: unlikely."),
        (["holds", "comes"], "How likely this end was on this road, its 2 turns of chance taken together: likely."),
        (["holds", "stays"], ""),
    ],
)
def test_how_likely_an_end_was_is_told_where_every_turn_of_chance_has_a_word(
    ferry: tuple[TurningPoint, ...], choices: list[str], told: str
) -> None:
    (end,) = ends(walked(ferry, *choices))
    assert end.likelihood == told
    assert (told in [str(each) for each in end_blocks(end)]) is bool(told)


@given(st.lists(st.sampled_from(list(RANGES)), min_size=1, max_size=6))
def test_what_has_to_come_true_as_well_makes_nothing_likelier(words: list[str]) -> None:
    rank = list(RANGES).index
    along = [rank(together(words[:number])) for number in range(1, len(words) + 1)]
    assert all(later <= earlier for earlier, later in pairwise(along))
    assert along[-1] <= min(map(rank, words))
    assert along[0] == rank(words[0])


def test_an_outline_and_a_transcript_have_both_with_whose_translation_it_is(
    ferry: tuple[TurningPoint, ...], tmp_path: Path
) -> None:
    (tmp_path / "ferry.yaml").write_text(FERRY, encoding="utf-8")
    outline = run("show", "ferry.yaml", cwd=tmp_path).out
    assert f"  Branch, what happened, unlikely: It breaks\n    {MASTERS}\n" in outline
    assert "      Grant, pages 87–88: “es hielt” [it held; Edwin Muir’s translation]\n" in outline
    run("walk", "ferry.yaml", "--choose", "breaks", "--transcript", "road.md", cwd=tmp_path)
    road = (tmp_path / "road.md").read_text(encoding="utf-8")
    cited = CITED.replace("[", r"\[").replace("]", r"\]")
    assert f"**How likely “It breaks” was:** {MASTERS} ([{cited}]({ADDRESS}))\n" in road
    assert "- Brandt, Das Logbuch, https" in road


def test_the_full_screen_has_it_behind_the_fall(ferry: tuple[TurningPoint, ...]) -> None:
    screen = after(session("ferry", points=ferry, asks=True), "2", size=(160, 30))
    assert "How likely “It holds off” was: Likely. — Grant" in screen
    assert f"How likely “It breaks” was: {MASTERS}" in screen


def test_a_handout_has_it_under_its_branch_and_leads_to_the_passage(ferry: tuple[TurningPoint, ...]) -> None:
    paper = handout(ferry[0], Graph.of(ferry[0].scenario))
    first, second = (choice.said[0] for choice in paper.questions[0].choices)
    assert f"{first.words} {first.owner}" == f"{MASTERS} ({CITED})"
    assert second.owner == f"({ANNALS})"
    assert (CITED, ADDRESS) in first.links
    made = handout_pdf([(paper, None)], "The ferry", SheetSize.A4)
    assert f"/URI({ADDRESS})".encode() in made


def test_a_lecture_has_it_in_its_notes_with_the_address(ferry: tuple[TurningPoint, ...]) -> None:
    deck = Presentation(io.BytesIO(deck_file(lecture(ferry[0]), "The ferry")))
    notes = [
        paragraph
        for slide in deck.slides
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs
    ]
    said = {each.text: [run.hyperlink.address for run in each.runs if run.hyperlink.address] for each in notes}
    assert said[f"How likely “It breaks” was: {MASTERS} ({CITED})"] == [ADDRESS]
    assert said[f"How likely “It holds off” was: Likely. ({ANNALS})"] == []
    assert said["How likely “He comes” was: Almost certain."] == []


@needs_chromium
def test_a_page_tells_both_and_leads_to_the_passage(ferry: tuple[TurningPoint, ...], tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_bytes(page_file(alone(ferry, "The ferry", ["ferry"])))
    with browser() as tab:
        tab.open(path.as_uri())

        def run_there(script: str) -> str:
            answer = tab.ask("Runtime.evaluate", expression=script, returnByValue=True)
            assert "exceptionDetails" not in answer, answer["exceptionDetails"]
            return str(answer["result"].get("value"))

        take = "APP.take(APP.walk.open.find((each) => each.id === '{}'), 'told')"
        run_there("; ".join([take.format("holds"), take.format("comes")]))
        end = "How likely this end was on this road, its 2 turns of chance taken together: likely."
        assert end in run_there("document.querySelector('main').innerText")
        run_there("; ".join(["APP.begin(ORDER[0])", take.format("breaks")]))
        text = run_there("document.querySelector('main').innerText")
        assert f"How likely “It breaks” was: {MASTERS}" in " ".join(text.split())
        assert "How likely this end was on this road: unlikely." in text
        assert run_there("document.querySelector('main .pins a').href") == ADDRESS
