"""A paper that a class takes home: whole, cited, tagged, the same twice; and one for before the class, without answers."""

import shutil
import subprocess
from pathlib import Path

import pytest

from program import TOP, run
from test_spine import SHIPPED, graph_of, other_histories
from untaken.model import Option
from untaken.model.traversal import steps
from untaken.telling.handing import Handout, handout
from untaken.writing.handout import SheetSize, handout_pdf, picture
from untaken.writing.handout.picture import is_inline

(MARTOV,) = (point for point in SHIPPED if point.id == "martov-motion")


def words(paper: Handout) -> str:
    return "\n".join(
        " ".join((each.lead, each.words, each.owner))
        for said in (
            *(choice.said for question in paper.questions for choice in question.choices),
            *(ending.said for ending in paper.endings),
            paper.notes,
        )
        for each in said
    )


def test_no_argument_and_no_consequence_of_any_scenario_is_lost() -> None:
    lost = []
    for point in SHIPPED:
        paper = words(handout(point, graph_of(point)))
        for _, step in steps(point.scenario):
            for argument in step.arguments if isinstance(step, Option) else ():
                lost += [argument.claim] if " ".join(argument.claim.split()) not in paper else []
        for node in point.scenario.nodes.values():
            for each in getattr(node, "consequences", ()):
                lost += [each.claim] if " ".join(each.claim.split()) not in paper else []
    assert lost == []


def test_a_worksheet_is_the_same_whatever_happened() -> None:
    count = 0
    for point, other, node in other_histories():
        if node == graph_of(point).start:
            assert handout(point, graph_of(point), True) == handout(other, graph_of(other), True)
            count += 1
    assert count > 30


def test_the_same_paper_gives_the_same_bytes_and_is_accepted_as_accessible() -> None:
    papers = [(handout(MARTOV, graph_of(MARTOV)), None)]
    first = handout_pdf(papers, "Martov", SheetSize.A4)
    assert first.startswith(b"%PDF-")
    assert b"pdfuaid" in first
    assert handout_pdf(papers, "Martov", SheetSize.A4) == first


def test_what_an_author_writes_never_becomes_markup() -> None:
    paper = Handout("#panic()", "*bold* $x$ [a] \\ <label>", "@who", "`code`", (), notes=(), sources=("#let x = 1",))
    assert handout_pdf([(paper, None)], "#title", SheetSize.LETTER).startswith(b"%PDF-")


def test_every_diagram_is_large_enough_to_be_read_in_the_hand_and_has_room_on_its_sheet() -> None:
    for point in SHIPPED:
        shown, before = picture(point, SheetSize.A4), picture(point, SheetSize.A4, True)
        assert shown.smallest >= 8, point.id
        assert is_inline(shown, SheetSize.A4) or max(shown.width, shown.height) <= 720, point.id
        assert is_inline(before, SheetSize.A4), point.id
        assert before.smallest >= 10, point.id


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed here")
def test_its_text_is_read_in_order_and_its_diagram_is_drawn_in_lines(tmp_path: Path) -> None:
    ran = run(
        "handout",
        "martov-motion",
        "--scenarios",
        str(TOP / "scenarios"),
        "-o",
        str(tmp_path / "paper.pdf"),
        cwd=tmp_path,
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [
        "checked: PDF/UA-1 (tags, title, language, bookmarks, reading order)",
        "checked: each picture has its words; least contrast in them 5.6 : 1",
    ]
    line = ["pdftotext", "-raw", str(tmp_path / "paper.pdf"), "-"]
    text = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    headings = [
        "Martov’s coalition motion", "Decisions and arguments", "What followed, and what would have followed", "Notes",
        "Room for your own notes", "Sources", "The turning point in a picture",
    ]  # fmt: skip
    places = [text.index(f"{heading}\n") for heading in headings]
    assert places == sorted(places)
    images = subprocess.run(
        ["pdfimages", "-list", str(tmp_path / "paper.pdf")], check=True, capture_output=True, text=True
    )
    assert len(images.stdout.splitlines()) == 2


@pytest.mark.slow
def test_a_worksheet_comes_with_its_answers_in_a_file_of_their_own(tmp_path: Path) -> None:
    ran = run(
        "handout",
        "martov-motion",
        "--worksheet",
        "--scenarios",
        str(TOP / "scenarios"),
        "-o",
        str(tmp_path / "sheet.pdf"),
        cwd=tmp_path,
    )
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["sheet-answers.pdf", "sheet.pdf"]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed here")
def test_no_question_and_no_outcome_stands_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    ids = ("brest-litovsk", "july-days", "lenins-warning")
    ran = run("handout", *ids, "--scenarios", str(TOP / "scenarios"), "-o", "papers.pdf", cwd=tmp_path)
    assert ran.code == 0
    line = ["pdftotext", "-raw", "papers.pdf", "-"]
    text = subprocess.run(line, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    papers = [handout(point, graph_of(point)) for point in SHIPPED if point.id in ids]
    heads = {each for paper in papers for question in paper.questions for each in (question.title, question.above)}
    heads |= {each for paper in papers for ending in paper.endings for each in (ending.title, ending.basis)}
    # The last line is the foot: the title of the paper, and the page.
    last = [page.strip().splitlines()[-2] for page in text.split("\f") if page.strip()]
    assert len(last) > 9
    assert heads & {*last} == set()
