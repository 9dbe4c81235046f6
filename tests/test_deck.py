"""A lecture as slides: nothing lost, nothing told too early, nothing that a hall cannot read; and the file that it becomes."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE_TYPE
from pptx.shapes.connector import Connector
from pptx.slide import Slide as NativeSlide

from test_spine import SHIPPED, graph_of, other_histories
from untaken.drawing.accessibility import checked
from untaken.drawing.slides import Slide, lecture
from untaken.drawing.slides.hanging import what_hung_on_what, what_it_comes_from
from untaken.drawing.slides.slide import HEIGHT, WIDTH
from untaken.model import Option
from untaken.model.traversal import steps
from untaken.writing.deck import deck_file
from untaken.writing.deck.geometry import lead

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
CNVPR, CXN = f"{P}cNvPr", f"{A}cxn"
DRAWN = (MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.FREEFORM)


@cache
def lectures() -> dict[str, list[Slide]]:
    """The slides of each turning point."""
    return {point.id: lecture(point) for point in SHIPPED}


def before_the_reveal(slides: list[Slide]) -> list[Slide]:
    first = next((at for at, slide in enumerate(slides) if slide.reveals), len(slides))
    return slides[:first]


def test_every_slide_of_every_scenario_can_be_read_from_the_back_row_and_holds_what_stands_on_it() -> None:
    pages = [slide.page for slides in lectures().values() for slide in slides]
    checks = checked(pages)
    assert checks.smallest >= 16 - 1e-6
    assert checks.hold, checks
    outside = [
        (page.title, box.text)
        for page in pages
        for box in page.boxes
        if box.x < 0 or box.y < 0 or box.right > WIDTH + 0.1 or box.bottom > HEIGHT + 0.1
    ]
    assert outside == []


def test_the_notes_hold_every_argument_of_every_scenario_with_its_citation() -> None:
    lost = []
    for point in SHIPPED:
        notes = "\n".join(str(block) for slide in lectures()[point.id] for block in slide.notes)
        for _, step in steps(point.scenario):
            for argument in step.arguments if isinstance(step, Option) else ():
                quotes = [cite.quote or "" for cite in argument.cite]
                if " ".join(argument.claim.split()) not in notes or not all(quote in notes for quote in quotes):
                    lost.append((point.id, argument.claim))
    assert lost == []


def test_until_the_first_reveal_a_lecture_is_the_same_whatever_happened() -> None:
    count = 0
    for point, other, node in other_histories():
        if node == graph_of(point).start:
            assert before_the_reveal(lectures()[point.id]) == before_the_reveal(lecture(other))
            count += 1
    assert count > 30


def test_no_slide_of_a_decision_tells_its_answer_before_its_reveal() -> None:
    for point in SHIPPED:
        for slide in lectures()[point.id]:
            told = [arc for arc in graph_of(point).leaving.get(slide.node, []) if arc in graph_of(point).historical]
            if told and not slide.reveals:
                said = "\n".join([slide.page.words, *map(str, slide.notes)])
                assert "what happened" not in said.lower()
                assert not any(a.hindsight and a.claim in said for a in getattr(told[0].step, "arguments", ()))


def test_a_lecture_begins_with_what_its_turning_point_comes_from_and_ends_with_what_hangs_on_what() -> None:
    (point,) = (each for each in SHIPPED if each.id == "october-rising")
    slides = lecture(point, history=SHIPPED)
    titles = [slide.title for slide in slides]
    assert titles[1] == "What it comes from"
    assert titles[-5:-2] == ["What it hangs on", "What it hangs on", "What hangs on it"]
    assert not slides[1].reveals
    assert all(slide.reveals for slide in slides[-5:-2])
    assert "the die was cast" not in "\n".join(slide.page.words for slide in before_the_reveal(slides))
    assert "the die was cast" in "\n".join(map(str, slides[-5].notes))


def test_no_slide_of_ties_is_too_small_or_too_full() -> None:
    for point in SHIPPED:
        hanging = [what_it_comes_from(SHIPPED, point.id), *what_hung_on_what(SHIPPED, point.id)]
        boxes = [box for each in hanging for slide in each.slides for box in slide]
        assert all(run.size >= 16 - 1e-6 for box in boxes for line in box.lines for run in line.runs)
        assert all(box.right <= WIDTH + 0.1 and box.bottom <= HEIGHT + 0.1 for box in boxes)


def test_an_open_lecture_has_the_answers_in_its_notes_from_the_start() -> None:
    (point,) = (each for each in SHIPPED if each.id == "martov-motion")
    question = next(slide for slide in lecture(point, is_open=True) if slide.node)
    assert [str(block) for block in question.notes][-1] == "What happened: Adopt Martov’s plan for a coalition."


# the file


@pytest.fixture(scope="module")
def file() -> bytes:
    return deck_file(lectures()["martov-motion"], "Martov’s coalition motion")


def native(file: bytes) -> Iterator[tuple[Slide, object]]:
    return zip(lectures()["martov-motion"], Presentation(io.BytesIO(file)).slides, strict=True)


def test_the_same_lecture_gives_the_same_bytes(file: bytes) -> None:
    assert deck_file(lectures()["martov-motion"], "Martov’s coalition motion") == file


def test_every_slide_has_its_title_its_words_and_its_notes_in_native_shapes(file: bytes) -> None:
    for slide, drawn in native(file):
        assert drawn.shapes.title.text_frame.text == slide.title
        kinds = {shape.shape_type for shape in drawn.shapes}
        assert MSO_SHAPE_TYPE.PICTURE not in kinds
        told = [box for box in slide.page.boxes if not (box.what in ("title", "subtitle") and not box.key)]
        shapes = [each for each in drawn.shapes if each.shape_type in DRAWN]
        assert [len(each.text_frame.paragraphs) for each in shapes] == [max(1, len(box.paragraphs())) for box in told]
        notes = drawn.notes_slide.notes_text_frame.text if drawn.has_notes_slide else ""
        assert notes == "\n".join(str(block).strip() for block in slide.notes)


def test_every_shape_has_an_alternative_text_and_every_run_a_language(file: bytes) -> None:
    for _, drawn in native(file):
        for shape in drawn.shapes:
            if shape.shape_type in DRAWN and shape.text_frame.text:
                assert shape._element.nvSpPr.cNvPr.get("descr")
        languages = {each.get("lang") for each in drawn._element.iter() if each.tag.endswith("}rPr")}
        assert languages <= {"en"}


def test_lines_are_glued_to_what_they_join() -> None:
    """At the place that the shape has for them: as the four are there twice, its number means the same everywhere."""
    whole = 0
    for id in ("martov-motion", "lenins-warning", "broad-front"):
        for drawn in Presentation(io.BytesIO(deck_file(lectures()[id], id))).slides:
            sites = {
                each.find(f".//{CNVPR}").get("id"): len(each.findall(f".//{CXN}"))
                for each in drawn._element.iter(f"{P}sp")
            }
            for line in drawn._element.iter(f"{P}cxnSp"):
                ends = [end for name in ("stCxn", "endCxn") if (end := line.find(f".//{A}{name}")) is not None]
                whole += len(ends) == 2
                for end in ends:
                    assert end.get("id") in sites
                    assert sites[end.get("id")] in (0, 8)
                    assert 4 <= int(end.get("idx")) < 8 or not sites[end.get("id")]
    assert whole > 30


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (50, 0)],
        [(0, 0), (0, 30), (20, 30)],
        [(0, 0), (30, 0), (30, -20)],
        [(0, 0), (10, 0), (10, 40), (50, 40)],
        [(50, 50), (50, 20), (10, 20), (10, 0)],
    ],
)
def test_a_line_runs_as_it_was_placed(points: list[tuple[float, float]]) -> None:
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)

    lead(line, points)

    assert course(line) == [pytest.approx(point, abs=0.01) for point in points]


def course(line: Connector) -> list[tuple[float, float]]:
    """The corners of a connector, from its preset, its adjustments, its place and how it is turned: as Office draws it."""
    shape, form = line._element.spPr.find(f"{A}prstGeom"), line._element.spPr.find(f"{A}xfrm")
    wide, high = line.width / 12700, line.height / 12700
    adjusted = [int(each.get("fmla").removeprefix("val ")) / 100_000 for each in shape.iter(f"{A}gd")]
    corners = {
        "straightConnector1": [(0, 0), (1, 1)],
        "bentConnector2": [(0, 0), (1, 0), (1, 1)],
        "bentConnector3": [(0, 0), (adjusted[0], 0), (adjusted[0], 1), (1, 1)] if adjusted else [],
    }[shape.get("prst")]
    found = []
    for x, y in corners:
        across, down = (x - 0.5) * wide, (y - 0.5) * high
        across, down = across * (-1 if form.get("flipH") else 1), down * (-1 if form.get("flipV") else 1)
        if form.get("rot"):
            across, down = -down, across
        found.append((line.left / 12700 + wide / 2 + across, line.top / 12700 + high / 2 + down))
    return found


def test_the_file_names_its_title_and_nobody(file: bytes) -> None:
    core = Presentation(io.BytesIO(file)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Martov’s coalition motion", "untaken", "untaken")
    assert b"thumbnail" not in file
    assert b"printerSettings" not in file


def through_libreoffice(file: bytes, form: str, folder: Path) -> Path:
    """The file as LibreOffice writes it in another form."""
    (folder / "lecture.pptx").write_bytes(file)
    line = ["soffice", f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", form]
    line += ["--outdir", str(folder / "back"), str(folder / "lecture.pptx")]
    subprocess.run(line, check=True, capture_output=True, timeout=120)
    return folder / "back" / f"lecture.{form.partition(':')[0]}"


needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_opens_it_and_gives_it_back_whole(file: bytes, tmp_path: Path) -> None:
    back = Presentation(through_libreoffice(file, "pptx:Impress MS PowerPoint 2007 XML", tmp_path))
    for (slide, drawn), again in zip(native(file), back.slides, strict=True):
        assert again.shapes.title.text_frame.text == slide.title
        assert [each.text_frame.text for each in again.shapes if each.has_text_frame] == [
            each.text_frame.text for each in drawn.shapes if each.has_text_frame
        ]
        assert again.has_notes_slide == drawn.has_notes_slide
        assert notes(again) == notes(drawn)
        assert glued(again) == glued(drawn)


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_reads_the_alternative_text_of_every_shape(file: bytes, tmp_path: Path) -> None:
    """It is asked in its own format: when it writes PowerPoint's, it leaves alternative texts out."""
    read = through_libreoffice(file, "fodp", tmp_path).read_text("utf-8")

    said = [each.get("descr") for _, drawn in native(file) for each in drawn._element.iter(CNVPR) if each.get("descr")]
    assert [unescape(each) for each in re.findall("<svg:desc>([^<]*)", read)] == said
    assert len(said) > 50


def notes(slide: NativeSlide) -> str:
    return slide.notes_slide.notes_text_frame.text.strip() if slide.has_notes_slide else ""


def glued(slide: NativeSlide) -> list[int]:
    """How many ends of each connector of a slide are glued to a shape."""
    return [len([*line.iter(f"{A}stCxn", f"{A}endCxn")]) for line in slide._element.iter(f"{P}cxnSp")]
