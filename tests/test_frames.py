"""A lecture in pictures: one for each step, and in none of them a trace of what is still hidden. And what cannot be asked
for together."""

import re
from pathlib import Path

import pytest

from drawings import Drawing, tag
from program import EXAMPLE, Ran, run
from untaken.drawing.palette import LIGHT

STEPS = (
    # a node, and what is seen of it for the first time
    "Sail tonight?",
    "Wait for daylight",
    "The glass had fallen all afternoon.",
    "",
    "The contract goes to the railway",
    "Does the storm break",
    "It holds off",
    "",
    "The ferry is lost in the narrows",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("frames")
    ran = run("render", "ferry", "--frames", "-f", "svg,dot", "-o", made, "--scenarios", EXAMPLE, cwd=made)
    assert ran.code == 0, ran.err
    return made


def said(text: str) -> str:
    """All letters of a text, without the blanks and marks at which lines are broken."""
    return re.sub(r"\s|<[^>]*>", "", text)


@pytest.mark.parametrize("format", ["svg", "dot"])
def test_each_step_adds_its_words_and_no_file_has_those_of_a_later_one(folder: Path, format: str) -> None:
    files = [said((folder / f"ferry-frame-{at}.{format}").read_text("utf-8")) for at in range(1, len(STEPS) + 1)]

    for at, words in enumerate(STEPS):
        seen = [said(words) in text for text in files]
        assert seen == [False] * at + [True] * (len(files) - at) or not words


@pytest.mark.parametrize(("at", "chosen"), [(3, 0), (4, 1), (5, 1), (7, 1), (8, 2)])
def test_what_was_chosen_is_marked_from_the_step_on_in_which_it_is_told(folder: Path, at: int, chosen: int) -> None:
    dot = (folder / f"ferry-frame-{at}.dot").read_text("utf-8")
    groups = Drawing((folder / f"ferry-frame-{at}.svg").read_bytes()).root.iter(tag("g"))

    assert (
        len(re.findall(rf'(?m)^  card\d+ \[style="rounded,filled", .*color="{LIGHT.history}", penwidth=3', dot))
        == chosen
    )
    assert len([each for each in groups if each.get("class") in ("option chosen", "branch chosen")]) == chosen


def test_a_frame_is_described_as_far_as_it_is_seen(folder: Path) -> None:
    description = Drawing((folder / "ferry-frame-2.svg").read_bytes()).root.find(tag("desc"))

    assert description is not None
    assert (description.text or "").splitlines() == [
        "The ferry and the storm",
        "Should the ferry sail?",
        "Decision 1 (12 October, evening): the ferry’s master and the owners. Sail tonight?",
        "Option: Sail on the evening tide.",
        "Option: Wait for daylight.",
        "Sources: Una MacTaggart, The Harbour Book (The Island Quarterly, 1902); Iain Campbell, Annals of the Island (1911)",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--before", "--frames"), "--before does not go with --frames\nhelp: draw one, then the other"),
        (("--split", "--layout", "tree"), "--split does not go with --layout tree\nhelp: draw one, then the other"),
        (("--at", "harbour"), "--at says before which choice to stop\nhelp: give --before, too"),
        (("--before", "--at", "harbor"), "'harbor' is no choice in ferry\nhelp: write 'harbour'"),
        (("--before", "--at", "loss"), "'loss' is no choice in ferry\nhelp: write one of: harbour, crossing"),
        (
            ("--view", "matrix", "--frames"),
            "--frames does not go with --view matrix: it is about the tree\nhelp: leave one of them out",
        ),
        (
            ("--view", "matrix", "--detail", "full"),
            "--detail does not go with --view matrix: it has all that the sources argue\nhelp: leave one of them out",
        ),
        (
            ("--split", "--detail", "outline"),
            "--detail outline does not go with --split: its pages have all arguments\nhelp: leave one of them out",
        ),
    ],
)
def test_what_cannot_be_had_together_is_refused_with_the_reason(
    options: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    ran = run("render", "ferry", *options, "--scenarios", EXAMPLE, cwd=tmp_path)

    assert ran == Ran(2, "", f"error: {message}\n")
    assert not (tmp_path / "output").exists()
