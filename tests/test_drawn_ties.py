"""What hangs on what, as pictures: every tie with its claim and where it stands, legible, nothing crossed, nothing told."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import histories
from placed_pages import faults
from program import TOP, run
from test_spine import SHIPPED, other_histories
from untaken.drawing.describing import described
from untaken.drawing.place import PAPERS, Fit
from untaken.drawing.place.between import ties_pages
from untaken.drawing.place.split import LEGIBLE
from untaken.drawing.place.strands import all_ties_page
from untaken.drawing.placed import PlacedPage
from untaken.drawing.ties import all_ties, ties_of
from untaken.history.states import Machine
from untaken.history.threads import Knot, Thread, threads
from untaken.telling.citing import whereabouts
from untaken.writing.plain import plain_dot
from untaken.writing.svg import svg

ISLES = histories.isles()
TIES = [each for each in threads(Machine({point.id: point for point in SHIPPED})) if each.knot is not Knot.WORDS]


@cache
def slides() -> dict[str, list[PlacedPage]]:
    """The slides of the ties of each turning point."""
    sheets = {point.id: ties_of(SHIPPED, point.id).sheet for point in SHIPPED}
    return {id: [page for _, page in ties_pages(sheet, PAPERS[Fit.SLIDE], LEGIBLE)] for id, sheet in sheets.items()}


def said(pages: list[PlacedPage]) -> str:
    """All text of some pages, box by box, with plain blanks."""
    return "\n".join(box.text for page in pages for box in page.boxes).replace("\u00a0", " ")


def named(each: Thread) -> Iterator[str]:
    """What has to stand on a picture of a tie: its fact, its claim, and where that stands."""
    yield each.point.facts[each.tie.fact].holds
    yield " ".join((each.tie.claim or "").split())
    yield f"— {whereabouts(each.point, each.tie.cite)}"


def test_every_slide_can_be_read_from_the_back_row_and_most_are_of_the_size_of_an_outline() -> None:
    sizes = [page.smallest for pages in slides().values() for page in pages]
    assert min(sizes) >= LEGIBLE
    assert sum(size >= 14 - 1e-6 for size in sizes) * 2 > len(sizes)


def test_nothing_on_a_slide_of_ties_overlaps_crosses_or_strays() -> None:
    for pages in slides().values():
        assert [fault for page in pages for fault in faults(page)] == []


@pytest.mark.parametrize("fit", [Fit.A4, Fit.OLD_SLIDE])
def test_nor_on_a_sheet_of_paper(fit: Fit) -> None:
    for id in ("lenins-warning", "brest-litovsk", "lessons"):
        pages = ties_pages(ties_of(SHIPPED, id).sheet, PAPERS[fit], LEGIBLE)
        assert [fault for _, page in pages for fault in faults(page)] == []


def test_every_tie_stands_with_its_claim_on_the_slides_of_both_its_ends() -> None:
    told = {id: said(pages) for id, pages in slides().items()}
    lost = [
        (id, text)
        for each in TIES
        if each.knot is not Knot.GATE
        for id in (each.point.id, *each.origins)
        for text in named(each)
        if text not in told[id]
    ]
    assert lost == []


def test_a_gate_stands_on_the_slide_after_which_it_closes() -> None:
    for each in TIES:
        if each.knot is Knot.GATE:
            told = said(slides()[each.point.gates[each.tie.fact].from_])
            assert all(text in told for text in named(each))


def test_the_poster_has_every_tie_and_can_be_read() -> None:
    page = all_ties_page(all_ties(SHIPPED, "October").sheet, PAPERS[Fit.POSTER])
    told = said([page])
    assert [text for each in TIES for text in named(each) if text not in told] == []
    assert faults(page) == []
    assert page.smallest >= LEGIBLE


def test_before_the_choice_a_slide_has_only_what_was_settled_by_then() -> None:
    for point in SHIPPED:
        sheet = ties_of(SHIPPED, point.id, is_sealed=True).sheet
        told = said([page for _, page in ties_pages(sheet, PAPERS[Fit.SLIDE])])
        assert [each.tie.claim for each in TIES if each.tie.claim and each.tie.claim in told] == []
        assert [step.label for node in point.scenario.nodes.values() for step in node.steps.values() if step.label in told] == []  # fmt: skip


def test_before_the_choice_it_is_the_same_whatever_happened() -> None:
    others = {point.id: other for point, other, _ in other_histories()}
    for id, other in others.items():
        elsewhere = [other if each.id == id else each for each in SHIPPED]
        sheets = [ties_of(points, id, is_sealed=True).sheet for points in (SHIPPED, elsewhere)]
        assert sheets[0] == sheets[1]
        assert plain_dot(sheets[0]) == plain_dot(sheets[1])
    drawn = [svg(described(ties_pages(sheet, PAPERS[Fit.SLIDE])[0][1])) for sheet in sheets]
    assert drawn[0] == drawn[1]


def test_ties_as_dot(agrees: Callable[[str, Path], None]) -> None:
    drawn = [plain_dot(ties_of(ISLES, "pier").sheet), plain_dot(all_ties(ISLES, "The isles").sheet)]
    agrees("\n".join(drawn), TOP / "tests" / "golden" / "ties.dot")


@pytest.fixture
def isles() -> str:
    return str(TOP / "tests" / "isles")


def test_the_command_draws_a_slide_for_a_name_and_a_poster_for_all(tmp_path: Path, isles: str) -> None:
    line = ("render", "--view", "ties", "-f", "svg", "--scenarios", isles)
    for names, files in (((), ["ties"]), (("pier", "--before"), ["pier-ties-before"])):
        ran = run(*line, *names, cwd=tmp_path)
        assert (ran.code, ran.paths) == (0, [f"output/{name}.svg" for name in files]), ran.err


def test_a_course_is_drawn_turning_point_by_turning_point(tmp_path: Path) -> None:
    line = ("render", "--course", "soviet-1920s", "-f", "dot")
    names = ["tax-in-kind", "lenins-warning", "nep-or-collectivization", "third-period"]
    ran = run(*line, "--view", "ties", cwd=tmp_path)
    assert (ran.code, {path.split("-ties")[0] for path in ran.paths}) == (0, {f"output/{name}" for name in names})
    ran = run(*line, "--view", "timeline", cwd=tmp_path)
    assert (ran.code, ran.paths) == (0, ["output/timeline.dot"])
    assert "The Soviet 1920s" in (tmp_path / "output" / "timeline.dot").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--view", "ties", "--before"), "name the scenario"),
        (("--course", "soviet-1920s", "brest-litovsk"), "does not go with scenarios"),
        (("--course", "soviet-1920"), "soviet-1920s"),
    ],
)
def test_what_cannot_be_had_together_is_refused_in_words(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    ran = run("render", *options, cwd=tmp_path)
    assert ran.code == 2
    assert words in ran.err
