"""PDF of pictures: one document a set, pages of exactly their size, bookmarks, tags, and the same bytes again."""

import re
from pathlib import Path

import pytest

from program import EXAMPLE, TOP, run
from untaken.checking.loading import load
from untaken.drawing.boxes import Detail
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.writing.booklet import BookletPage, booklet
from untaken.writing.making import leaf_of
from untaken.writing.orders import Order
from untaken.writing.rendering import needs_graphviz

SHIPPED = TOP / "scenarios"


def sizes(data: bytes) -> list[tuple[float, float]]:
    """The pages of a PDF, in points."""
    found = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    return [(float(width), float(height)) for width, height in found]


def bookmarks(data: bytes) -> list[str]:
    """Its bookmarks and its title, in the order in which they are written down: a page's own before its scenario's."""
    found = re.findall(rb"/Title\s*\(((?:[^\\)]|\\.)*)\)", data)
    return [re.sub(rb"\\(.)", rb"\1", each).decode("latin-1") for each in found]


def leaf(fit: Fit, detail: Detail = Detail.OUTLINE) -> BookletPage:
    (point,) = load([EXAMPLE / "ferry.yaml"]).points
    return leaf_of(place(whole(point, Graph.of(point.scenario), detail, "in words"), PAPERS[fit]))


@pytest.mark.parametrize(
    ("fit", "size"),
    [
        (Fit.SLIDE, (960, 540)),
        (Fit.OLD_SLIDE, (720, 540)),
        (Fit.A4, (841.89, 595.28)),
        (Fit.LETTER, (792, 612)),
        (Fit.POSTER, (2384, 1684)),
    ],
)
def test_a_page_has_exactly_the_size_of_its_paper(fit: Fit, size: tuple[float, float]) -> None:
    assert sizes(booklet([leaf(fit)], "The ferry")) == [pytest.approx(size, abs=0.01)]


def test_pages_of_several_sizes_are_bound_with_bookmarks_and_tags_and_two_runs_are_alike() -> None:
    leaves = [leaf(Fit.SLIDE), leaf(Fit.A4)]

    data = booklet(leaves, "Two pictures")

    assert [round(width) for width, _ in sizes(data)] == [960, 842]
    assert b"pdfuaid" in data
    assert b"/MarkInfo" in data
    assert data.count(b"/Figure") >= 2
    assert booklet(leaves, "Two pictures") == data


def test_what_an_author_writes_is_no_markup_there() -> None:
    page = BookletPage(
        100, 100, b'<svg xmlns="http://www.w3.org/2000/svg"/>', "#panic()", "*b* $x$ @who", "<label> \\ [a]"
    )

    assert bookmarks(booklet([page, page], "#title"))[-1:] == ["#title"]


def test_the_pages_of_a_scenario_are_one_document_with_a_bookmark_for_each_question(tmp_path: Path) -> None:
    ran = run("render", "brest-litovsk", "--split", "-f", "pdf", "-o", "one", "--scenarios", SHIPPED, cwd=tmp_path)

    assert (ran.code, ran.paths) == (0, ["one/brest-litovsk-pages.pdf"])
    data = (tmp_path / "one" / "brest-litovsk-pages.pdf").read_bytes()
    assert re.search(rf"\({len(sizes(data))} pages, smallest text \d+\.\d pt\)$", ran.out.strip())
    assert set(sizes(data)) == {(960, 540)}
    assert "Sign the harsh treaty now?" in " ".join(bookmarks(data))
    assert {"War or peace at Brest-Litovsk", "Notes"} <= set(bookmarks(data))


def test_several_scenarios_are_one_document_and_apart_they_are_files_of_their_own(tmp_path: Path) -> None:
    both = ("render", "ferry", "inquiry", "--detail", "outline", "-f", "pdf,svg", "--scenarios", EXAMPLE)

    bound = run(*both, "-o", "bound", cwd=tmp_path)
    apart = run(*both, "-o", "apart", "--apart", cwd=tmp_path)

    assert bound.paths == ["bound/ferry-outline.svg", "bound/inquiry-outline.svg", "bound/ferry-inquiry-outline.pdf"]
    assert apart.paths == [
        *("apart/ferry-outline.pdf", "apart/ferry-outline.svg"),
        *("apart/inquiry-outline.pdf", "apart/inquiry-outline.svg"),
    ]
    found = bookmarks((tmp_path / "bound" / "ferry-inquiry-outline.pdf").read_bytes())
    assert found.index("The ferry and the storm") < found.index("The inquiry")
    assert len(sizes((tmp_path / "apart" / "ferry-outline.pdf").read_bytes())) == 1


def test_a_course_gives_its_document_its_name(tmp_path: Path) -> None:
    ran = run(
        "render", "--course", "soviet-1920s", "--detail", "outline", "-f", "pdf", "--scenarios", SHIPPED, cwd=tmp_path
    )

    assert ran.paths == ["output/soviet-1920s-outline.pdf"]
    assert bookmarks((tmp_path / "output" / "soviet-1920s-outline.pdf").read_bytes())[-1] == "The Soviet 1920s"


def test_apart_without_pdf_is_refused_and_pdf_needs_no_graphviz(tmp_path: Path) -> None:
    ran = run("render", "ferry", "--apart", "--scenarios", EXAMPLE, cwd=tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: --apart is about PDF\nhelp: name pdf with -f, too\n"
    assert not needs_graphviz(Order(formats=("pdf", "svg")))
