"""References in Chicago's two manners, as pandoc sets them; and in words what is missing where it cannot."""

import shutil
from pathlib import Path
from unittest.mock import ANY

import pytest

from histories import shipped
from program import TOP, run
from untaken.model import Citation
from untaken.telling.citing import reference
from untaken.text.trouble import Trouble
from untaken.writing.styling import in_style, sources_in_style

SCENARIOS = str(TOP / "scenarios")
SOURCES = shipped()[0].sources
needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
NOTES = [*Path("/usr/share/citation-style-language/styles").glob("chicago-note*-bibliography.csl")]
needs_notes = pytest.mark.skipif(not NOTES, reason="needs the file of Chicago's notes")


def set_in(style: str) -> list[tuple[list[str], str]]:
    return [(source.cited_as, source.reference) for source in sources_in_style(SOURCES, style).values()]


@needs_pandoc
def test_author_and_date() -> None:
    assert set_in("chicago-author-date") == [
        (["Sunkara 2017"], "Sunkara, Bhaskar. 2017. “The Few Who Won.” Jacobin, 2017."),
        (["Davidson 2017"], "Davidson, Carl. 2017. “Looking Back on October, 1917.”"),
    ]


@needs_pandoc
@needs_notes
def test_notes_cite_in_short_what_stands_in_full_in_the_list() -> None:
    assert set_in("chicago-notes") == [
        (["Sunkara, “The Few Who Won”"], "Sunkara, Bhaskar. “The Few Who Won.” Jacobin, 2017."),
        # Before what there is of a place of publication the manual's 17th edition has a comma, the 18th a full stop.
        (["Davidson, “Looking Back on October, 1917”"], ANY),
    ]
    assert set_in(str(NOTES[0])) == set_in("chicago-notes")
    cite = Citation(source=next(iter(SOURCES)), page="87")
    styled = sources_in_style(SOURCES, "chicago-notes", [cite])
    assert styled[cite.source].cited_at(cite) == "Sunkara, “The Few Who Won,” 87"


@needs_pandoc
def test_a_citation_keeps_its_section_and_its_pin_and_a_diagram_its_short_names() -> None:
    (point,) = in_style([each for each in shipped() if each.id == "martov-motion"], "chicago-author-date")
    argument = point.scenario.nodes["motion"].steps["adopt"].arguments[0]  # type: ignore[union-attr]
    told = reference(point, argument.cite[0])
    assert told.startswith("Sunkara 2017, under “The Two Revolutions”, “")
    assert [source.short for source in point.sources.values()] == ["Sunkara", "Davidson"]


@needs_pandoc
@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({}, "Sunkara 2017"),
        ({"page": "87"}, "Sunkara 2017, 87"),
        ({"page": "87–88", "line": "3"}, "Sunkara 2017, 87–88, l. 3"),
        ({"folio": "4r"}, "Sunkara 2017, fol. 4r"),
        ({"paragraph": 3, "section": "Été [à] *Paris*"}, "Sunkara 2017, para. 3, under “Été [à] *Paris*”"),
        ({"note": "5", "document": "12_b"}, "Sunkara 2017, n. 5, document 12_b"),
        ({"time": "1:02:03"}, "Sunkara 2017, 1:02:03"),
    ],
)
def test_a_place_is_cited_as_the_style_has_it(place: dict[str, str], told: str) -> None:
    (id, other) = SOURCES
    cite = Citation.model_validate({"source": id, "quote": "some words", **place})

    styled = sources_in_style(SOURCES, "chicago-author-date", [cite, Citation(source=other, page="3")])

    assert styled[id].cited_at(cite.place) == told
    assert styled[other].cited_at(Citation(source=other, page="3")) == "Davidson 2017, 3"
    assert styled[other].cited_at(Citation(source=other, page="4")) == ""


@needs_pandoc
def test_handout_transcript_and_list_are_set_and_a_walk_is_taken_up_in_any_style(tmp_path: Path) -> None:
    style = ("--style", "chicago-author-date", "--scenarios", SCENARIOS)
    entry = "Sunkara, Bhaskar. 2017. “The Few Who Won.” Jacobin, 2017."
    assert entry in run("sources", *style, cwd=tmp_path).out
    assert run("handout", "martov-motion", *style, cwd=tmp_path).code == 0
    saved = ("--save", "walk.json", "--transcript", "road.md")
    assert run("walk", "martov-motion", "--choose", "1", *saved, *style, cwd=tmp_path).code == 0
    assert entry in (tmp_path / "road.md").read_text(encoding="utf-8")
    again = run("walk", "--resume", "walk.json", "--choose", "1", "--scenarios", SCENARIOS, cwd=tmp_path)
    assert (again.code, again.err) == (0, "")


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("chicago-nots", ["'chicago-nots' is no style", "write 'chicago-notes', or the path of a CSL file"]),
        ("essay.csl", ["pandoc refuses: ", "try another style; essay.csl may be no CSL"]),
    ],
)
@needs_pandoc
def test_what_is_no_style_is_told_with_what_to_write(tmp_path: Path, style: str, words: list[str]) -> None:
    (tmp_path / "essay.csl").write_text("no style", encoding="utf-8")
    ran = run("sources", "--style", style, "--scenarios", SCENARIOS, cwd=tmp_path)
    assert (ran.code, [each in ran.err for each in words]) == (2, [True, True]), ran.err


def test_without_pandoc_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Trouble, match="a style is set by pandoc, which is not here"):
        sources_in_style(SOURCES, "chicago-author-date")


def test_a_format_for_programs_has_no_style(tmp_path: Path) -> None:
    ran = run("sources", "--style", "chicago-notes", "-f", "bibtex", "--scenarios", SCENARIOS, cwd=tmp_path)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: --style does not go with -f bibtex: whoever reads that sets it",
    )
