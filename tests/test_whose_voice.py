"""Whose words stand where: the editor's own are the editor's in every face, and hopes are those of who had them."""

import re
from collections.abc import Iterator

import pytest

from test_spine import SHIPPED
from untaken import tell
from untaken.drawing.boxes import Boxes, Detail
from untaken.drawing.notes import notes_sheet
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.slides import lecture
from untaken.faces.plain.shown import show_move
from untaken.history import Course, Walk
from untaken.history.graph import Graph
from untaken.history.session import Session
from untaken.model import EDITOR, Basis, Note, Outcome, TurningPoint
from untaken.telling.citing import attribution, basis_in_words
from untaken.telling.walk.transcript import transcript
from untaken.writing.page import page_file
from untaken.writing.page.selection import alone

(BREST,) = (point for point in SHIPPED if point.id == "brest-litovsk")
APPEAL = Walk(Course.of([BREST])).choose("appeal")


def own_notes(point: TurningPoint) -> list[Note]:
    """The editor's notes at the first decision."""
    return [note for note in point.scenario.nodes[point.scenario.start].notes if note.voice == EDITOR]


def test_the_editor_s_own_notes_are_given_to_the_editor_in_every_face(capsys: pytest.CaptureFixture[str]) -> None:
    assert isinstance(APPEAL, Walk)
    session = Session(APPEAL, seed=1)
    show_move(session)
    sheet = notes_sheet(Boxes(BREST, Graph.of(BREST.scenario), Detail.FULL))
    assert sheet
    faces = {
        "plain walk": capsys.readouterr().out,
        "outline": tell(BREST),
        "transcript": "\n".join(map(str, transcript(session, "today", []))),
        "deck": "\n".join(str(block) for slide in lecture(BREST) for block in slide.notes),
        "page": page_file(alone([BREST], "", ["brest-litovsk"])).decode("utf-8"),
        "picture": "\n".join(f"{part.text} — {box.text}" for box in sheet.boxes for part in box.parts),
    }
    for note in own_notes(BREST):
        owner = attribution(BREST, EDITOR, note.cite)
        assert owner.startswith("the editor, on ")
        lost = [name for name, text in faces.items() if not (" ".join(note.note.split()) in text and owner in text)]
        assert lost == []


def outcomes() -> Iterator[tuple[TurningPoint, str, Outcome]]:
    for point in SHIPPED:
        for id, node in point.scenario.nodes.items():
            if isinstance(node, Outcome) and node.basis is Basis.ARGUED:
                yield point, id, node


def test_an_outcome_that_rests_on_what_somebody_hoped_is_said_to_be_expected_by_them() -> None:
    expected = {
        f"{point.id} {id}": basis_in_words(point, node)
        for point, id, node in outcomes()
        if all(each.voice for each in node.consequences)
    }
    assert all(words.startswith("expected by ") for words in expected.values())
    assert expected["war-credits promise-kept"] == "expected by the Second International, in Sunkara"
    # Every outcome of which the reviews say that an essay only reports a hope.
    assert {name.split()[0] for name in expected} >= {
        "reform-or-revolution", "the-state", "permanent-revolution", "april-theses", "brest-litovsk", "new-international",
    }  # fmt: skip


def test_no_group_of_notes_stands_twice_in_another_order_on_a_sheet_that_has_no_history_of_its_own() -> None:
    for point in SHIPPED:
        sheet = notes_sheet(Boxes(point, Graph.of(point.scenario), Detail.FULL))
        if sheet:
            owners = [box.text for box in sheet.boxes]
            assert len({frozenset(re.split(r",? (?:on|and) |, ", owner)) for owner in owners}) == len(owners)
            page = place(sheet, PAPERS[Fit.SLIDE])
            assert {box.what for box in page.boxes} & {"disc", "when", "sample"} == set()
            assert [line for line in page.connectors if line.tail == line.head] == []
