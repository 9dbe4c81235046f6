"""The record of a walk in Markdown: all that it says survives whatever is written in a scenario, and the road repeats."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from program import EXAMPLE, Ran, run, run_each
from scenarios_at_random import TEXTS
from test_walking import FERRY, changed, island, walked
from untaken.cli.keeping import sealed, unedited
from untaken.history import Course, How, Vote, Walk
from untaken.history.moves import Ground
from untaken.history.scripted import ScriptFault, follow
from untaken.history.session import Reveal, Session
from untaken.model import Option, Outcome
from untaken.telling.document import GAP, Role, Table, block
from untaken.telling.walk.repeating import choices
from untaken.telling.walk.transcript import transcript
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line
from untaken.writing.markdown import markdown
from walks_at_random import sessions, walks

HERE = Path(__file__).parent
DAY = "22 November 2026"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def leaves(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from leaves(token.children) if token.children else [token]


def read(written: str) -> list[str]:
    """The blocks of a Markdown text as a reader sees them, without marks."""
    return [
        "".join(leaf.content for leaf in leaves([token])) if token.type == "inline" else token.content.strip()
        for token in READER.parse(written)
        if token.type in ("inline", "code_block")
    ]


def kinds(written: str) -> set[str]:
    return {token.type for token in READER.parse(written)} | {leaf.type for leaf in leaves(READER.parse(written))}


# Markdown


@settings(max_examples=200)
@given(TEXTS | st.text(st.sampled_from("a1 .)#*_`<>[]()!&;\\|~-+=:$^@/\n\t"), min_size=1))
def test_a_text_reads_as_it_was_written_wherever_it_stands(text: str) -> None:
    words = one_line(text)
    if not words:
        return
    for role, indent in product(set(Role) - {Role.CODE}, range(3)):
        written = markdown([block(text, role, indent, lead="Against “it”:", owner="— the editor")])
        assert read(written) == [f"Against “it”: {words} — the editor"]
        assert kinds(written) <= {
            "inline", "text", "paragraph_open", "paragraph_close", "heading_open", "heading_close", "text_special",
            "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close",
        }  # fmt: skip


def test_items_stand_under_the_item_that_they_belong_to() -> None:
    document = [
        block("Open"), block("Sail", Role.WAY, lead="1."), block("The glass had fallen.", Role.AGAINST, 1), GAP,
        block("Wait", Role.WAY, lead="2."), block("Sources"), block("The Log", indent=1), block("lost", indent=3),
    ]  # fmt: skip
    assert markdown(document) == (
        "Open\n\n- **1.** Sail\n  - The glass had fallen.\n- **2.** Wait\n\nSources\n\n- The Log\n  - lost\n"
    )


def test_a_table_has_its_numbers_at_the_right() -> None:
    table = Table(("id", "arguments"), (("a|b", "12"), ("c", "1,300")), 1)
    assert markdown([block("Counts"), table]) == (
        "Counts\n\n| id | arguments |\n| --- | ---: |\n| a\\|b | 12 |\n| c | 1,300 |\n"
    )


# the transcript


def written(session: Session, *begun: str) -> str:
    return markdown(transcript(session, DAY, begun))


def voted() -> Session:
    """A class that changed its mind, dice that fell as in history, and a verdict that history did not have."""
    vote = Vote((("sail", 3), ("wait", 9)), (("sail", 8), ("wait", 4)))
    start = Session(Walk(island()), seed=7, votes=True)
    sailed = start.take(start.walk.ways[0], vote)
    fallen = sailed.at(sailed.walk.take(sailed.walk.ways[0], How.ROLLED))
    inquiry = fallen.take(fallen.walk.ways[0])
    return inquiry.take(inquiry.walk.ways[0])


def test_the_transcript_of_a_walk(agrees: Callable[[str, Path], None]) -> None:
    agrees(written(voted(), "untaken", "walk", "ferry"), HERE / "golden" / "transcript.md")


def test_the_reasons_that_were_named_stand_in_the_transcript() -> None:
    ground = Ground("wait", "No ferry had crossed in such weather and come back.")
    text = written(Session(walked("wait").amended(convinced=ground), 1), "untaken", "walk", "ferry")
    assert "**What convinced:** No ferry had crossed in such weather and come back. — the ferry’s master" in text


def test_roads_that_were_left_can_be_walked_again_from_the_transcript() -> None:
    first = Session(walked("sail", "breaks"), 1)
    session = first.again().take(first.walk.stations[0].ways[1])
    assert written(session, "untaken", "walk", "ferry").endswith(
        "## To walk this road again\n\n    untaken walk ferry --choose wait\n\n"
        "## Roads that were walked before, and left\n\nIt came to “The ferry is lost in the narrows”:\n\n"
        "    untaken walk ferry --choose sail,breaks\n"
    )


def test_a_walk_that_broke_off_has_a_transcript_of_the_road_so_far() -> None:
    text = written(Session(walked("sail"), 1), "untaken", "walk", "ferry")
    assert "Here the walk broke off." in text
    assert text.endswith("    untaken walk ferry --choose sail\n")


def test_a_walk_in_which_nobody_moved_has_a_transcript() -> None:
    text = written(Session(Walk(island()), 1), "untaken", "walk", "ferry")
    assert "\nNo step was taken.\n" in text
    assert "history’s own" not in text
    assert text.endswith("    untaken walk ferry\n")


def test_what_was_taken_as_given_stands_where_a_way_depends_on_it() -> None:
    text = written(Session(walked(start="inquiry"), 1), "untaken", "walk", "inquiry")
    assert "Taken as given, from before this walk: The ferry was lost." in read(text)


def test_nothing_tells_what_happened_while_it_is_kept_for_the_end() -> None:
    for walk in (walked("sail"), walked("sail", "breaks", "inquiry")):
        text = written(Session(walk, 1, Reveal.END), "untaken", "walk", "ferry")
        assert "happened:" not in text
        assert "history" not in text.lower()
        assert "All hands were lost" not in text
    ended = written(Session(walked("sail", "breaks", "inquiry", "acquit"), 1, Reveal.END), "untaken")
    for told in ("**What happened:** The owners.", "All hands were lost", "## The road and history"):
        assert told in ended


@settings(max_examples=25)
@given(sessions())
def test_all_that_a_walk_came_to_is_in_its_transcript(session: Session) -> None:
    text = written(session, "untaken", "walk", "x")
    shown = "\n".join(read(text))
    walk = session.walk
    for at, place in enumerate(walk.places):
        assert one_line(place.point.scenario.title) in shown
        assert one_line(place.node.text) in shown
        for step in place.node.steps.values():
            assert one_line(step.label) in shown
        told = session.reveal is not Reveal.END or isinstance(walk.here.node, Outcome) or walk.is_over
        if told and at < len(walk.moves) and isinstance(step := place.node.steps.get(walk.moves[at].way), Option):
            for argument in step.arguments:
                assert one_line(argument.claim) in shown
                for cite in argument.cite:
                    assert one_line(cite.quote or "") in shown
        if told and isinstance(place.node, Outcome):
            assert all(one_line(each.claim) in shown for each in place.node.consequences)
    assert kinds(text) & {"html_block", "html_inline", "link_open", "image", "code_inline", "hr", "em_open"} == set()


@settings(max_examples=25)
@given(walks())
def test_the_choices_of_a_walk_lead_over_the_same_road(walk: Walk) -> None:
    words = choices(walk)
    again = follow(
        Session(Walk(walk.course), 1), [word.strip() for word in ",".join(words).split(",")] if words else []
    )
    assert not isinstance(again, ScriptFault)
    # What comes by itself at the end of a road, no word asks for.
    made, lead = ([(move.scenario, move.node, move.way) for move in each.moves] for each in (walk, again.walk))
    shorter, longer = sorted((made, lead), key=len)
    assert longer[: len(shorter)] == shorter
    more = (walk if longer is made else again.walk).stations[len(shorter) : len(longer)]
    assert all(station.only_way or isinstance(station.here.node, Outcome) for station in more)


def test_an_id_that_cannot_be_typed_is_named_by_its_number() -> None:
    def odd(scenario: dict) -> None:
        options = scenario["nodes"]["harbour"]["options"]
        scenario["nodes"]["harbour"]["options"] = {"sail, or not": options["sail"], "1": options["wait"]}

    start = Walk(Course.of([changed(FERRY, odd)], "ferry"))
    assert [choices(start.take(way)) for way in start.ways] == [("1",), ("2",)]


# the file


@pytest.fixture
def island_folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "scenarios" / "island")
    return tmp_path


def test_the_command_in_a_transcript_walks_the_same_road(island_folder: Path) -> None:
    line = ("walk", "ferry", "--scenarios", "scenarios", "--transcript")
    first = run(*line, "a.md", "--choose", "1,1,2", cwd=island_folder)
    assert (first.code, first.err, first.out.splitlines()[-1]) == (0, "", "The transcript is in a.md.")
    text = (island_folder / "a.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"(?m)^    untaken (.*)$", text)
    assert command == "walk ferry --scenarios scenarios --choose sail,breaks,blame"
    assert run(*shlex.split(command), "--transcript", "b.md", cwd=island_folder).code == 0
    assert (island_folder / "b.md").read_text(encoding="utf-8") == text


def test_an_interrupted_walk_has_its_transcript(island_folder: Path) -> None:
    ran = run("walk", "ferry", "--ask", "--transcript", "walk.md", cwd=island_folder, typed="sail\n")
    assert ran.out.splitlines()[-1] == "The transcript is in walk.md."
    assert "Here the walk broke off." in (island_folder / "walk.md").read_text(encoding="utf-8")


def test_only_a_transcript_that_nobody_has_worked_on_is_written_over(tmp_path: Path) -> None:
    cure = "name another file with --transcript"
    path = tmp_path / "walk.md"
    assert unedited(path) is None
    path.touch()
    assert unedited(path) is None
    path.write_text(sealed("# A walk\n"), encoding="utf-8")
    assert unedited(path) is None
    for edited in (sealed("# A walk\n") + "Mine.", sealed("# A walk\n").replace("walk", "hike", 1)):
        path.write_text(edited, encoding="utf-8")
        assert unedited(path) == Trouble("somebody has worked on this transcript since", cure, path)
    path.write_text("# My essay\n", encoding="utf-8")
    assert unedited(path) == Trouble("it is there already, and is no transcript", cure, path)
    assert unedited(tmp_path) == Trouble("it is a folder", cure, tmp_path)
    assert unedited(Path("/dev/full")) == Trouble("it is no ordinary file", cure, "/dev/full")


def test_a_transcript_that_cannot_be_written_is_told_before_the_walk_begins(island_folder: Path) -> None:
    (island_folder / "essay.md").write_text("mine", encoding="utf-8")
    found = run_each([("walk", "ferry", "--transcript", name) for name in ("essay.md", "essay.md/x")], island_folder)
    assert [*found.values()] == [
        Ran(
            2,
            "",
            "error: essay.md: it is there already, and is no transcript\nhelp: name another file with --transcript\n",
        ),
        Ran(2, "", "error: essay.md/x: it cannot be written: file exists\nhelp: name another file\n"),
    ]
    assert (island_folder / "essay.md").read_text(encoding="utf-8") == "mine"


def test_walks_at_random_leave_nothing_behind(island_folder: Path) -> None:
    ran = run("walk", "--random", "3", "--transcript", "walk.md", cwd=island_folder)
    assert (ran.code, ran.out) == (2, "")
    cure = "leave one out: walks at random are only counted"
    assert ran.err == f"error: --random does not go with --transcript\nhelp: {cure}\n"
