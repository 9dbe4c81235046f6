"""Arguments that give away what happened: a walk keeps them until the choice is made."""

import pytest

from untaken.faces.plain.shown import show_place
from untaken.history import Course, Walk
from untaken.history.session import Reveal, Session
from untaken.model import Option, Scenario, TurningPoint
from untaken.telling.reasons import Depth
from untaken.telling.walk.page import situation_blocks, way_blocks
from untaken.telling.walk.scene import scene
from untaken.telling.walk.telling import tell

POINT = TurningPoint.of(
    "crossing",
    Scenario.model_validate(
        {
            "title": "The ferry",
            "question": "Sail?",
            "sources": {"log": {"type": "book", "title": "The Log"}},
            "nodes": {
                "harbour": {
                    "decision": "Sail tonight?",
                    "options": {
                        "wait": {
                            "label": "Wait for daylight",
                            "leads-to": "late",
                            "arguments": [{"for": "Nobody had ever come home from such a night."}],
                        },
                        "sail": {
                            "label": "Sail on the evening tide",
                            "historical": True,
                            "leads-to": "wreck",
                            "arguments": [
                                {"for": "The contract was at stake."},
                                {"against": "All hands were lost.", "hindsight": True, "cite": {"source": "log"}},
                            ],
                        },
                    },
                },
                "wreck": {"outcome": "The ferry is lost", "basis": "recorded"},
                "late": {"outcome": "The mails are late", "basis": "inferred"},
            },
        }
    ),
)
WALK = Walk(Course.of([POINT]))


def test_an_argument_that_looks_back_is_told_only_after_the_choice() -> None:
    assert [str(line) for line in situation_blocks(scene(WALK))][-1] == (
        "1 argument looks back on what happened, and waits until it is told."
    )
    assert [str(line) for line in way_blocks(scene(WALK), Depth.CLAIMS)] == [
        "1. Sail on the evening tide",
        "  For: The contract was at stake.",
        "2. Wait for daylight",
        "  For: Nobody had ever come home from such a night.",
    ]
    chosen = WALK.choose("wait")
    assert isinstance(chosen, Walk)
    telling = tell(chosen)
    assert telling is not None
    said = [reason.claim for option in telling.options for reason in option.new.arguments]
    assert "All hands were lost." in said


def test_no_word_tells_under_which_option_arguments_are_withheld() -> None:
    """Most of what looks back stands under the option that history had: where it is missing must not show."""
    harbour = POINT.scenario.nodes["harbour"]
    wait, sail = harbour.steps["wait"], harbour.steps["sail"]
    assert isinstance(wait, Option)
    assert isinstance(sail, Option)
    moved = {
        "wait": wait.model_copy(update={"arguments": (*wait.arguments, sail.arguments[1])}),
        "sail": sail.model_copy(update={"arguments": sail.arguments[:1]}),
    }
    nodes = {**POINT.scenario.nodes, "harbour": harbour.model_copy(update={"options": moved})}
    other = TurningPoint.of("crossing", POINT.scenario.model_copy(update={"nodes": nodes}))
    assert scene(Walk(Course.of([other]))) == scene(WALK)


def test_whoever_is_told_what_happened_all_along_is_told_all_arguments() -> None:
    lines = [str(line) for line in way_blocks(scene(WALK, told=True), Depth.CLAIMS)]
    assert "  Against: All hands were lost. — The Log" in lines
    assert "  The Log is silent." in lines
    assert not any("looks back" in str(line) for line in situation_blocks(scene(WALK, told=True)))


@pytest.mark.parametrize("reveal", Reveal)
def test_arguments_are_said_to_wait_only_where_they_do(reveal: Reveal, capsys: pytest.CaptureFixture[str]) -> None:
    show_place(Session(WALK, seed=1, reveal=reveal))
    shown = capsys.readouterr().out
    assert ("waits until it is told" in shown) is (reveal is not Reveal.ALWAYS)
    assert ("All hands were lost" in shown) is (reveal is Reveal.ALWAYS)
