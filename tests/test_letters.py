"""Letters: which have a typeface, what is said of those that have none, and letters that are drawn as shapes."""

import io
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from browser import browser, needs_chromium
from drawings import tag
from program import EXAMPLE, Ran, run
from torture import TORTURES, tortured
from untaken.cli.lettering import warn_of_letters
from untaken.drawing import machine_fonts
from untaken.drawing.boxes import Detail
from untaken.drawing.machine_fonts import FontFile, on_machine, strange
from untaken.drawing.outlines import outlined
from untaken.drawing.place import PAPERS, Fit, place
from untaken.drawing.placed import PlacedPage
from untaken.drawing.typeface import Face, font_file, measure
from untaken.drawing.whole import whole
from untaken.history.graph import Graph
from untaken.telling.handing import Handout
from untaken.telling.phrases.letters import SCRIPTS
from untaken.writing.handout import SheetSize, handout_pdf
from untaken.writing.svg import svg

CHINESE = "十月革命 1917年"
"""The label of the vote in the collection of cases."""
NOBODYS = "\U0010fffd"
"""A letter of which no typeface knows anything."""


def font(path: Path, letters: str) -> None:
    """A typeface, called Lent, in which each of these letters looks like an H."""
    with TTFont(font_file(Face.REGULAR)) as lent:
        for table in lent["cmap"].tables:
            table.cmap = dict.fromkeys(map(ord, letters), "H") if table.isUnicode() else {}
        for record in lent["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = "Lent"
        lent.save(path)


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which all typefaces of this machine are; it is empty."""
    monkeypatch.setattr(machine_fonts, "font_folders", lambda: (tmp_path,))
    return tmp_path


def test_what_our_typeface_lacks_is_found_and_what_nobody_sees_is_not() -> None:
    assert strange([CHINESE, "月", "Vote Ω Я é ☂️ 👩‍👩‍👧 \u200b\u00a0\n"]) == "十月革命年"


def test_letters_that_no_typeface_has_are_named_once_with_where_they_stand(
    fonts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert warn_of_letters({"vote": CHINESE, "ferry": "Sail", "strike": "革"}, is_svg=True) == "十月革命年"

    assert capsys.readouterr().err.splitlines() == [
        "warning: no typeface here has “十月革命年”, on vote, strike: boxes stand for them",
        "help: install a typeface that has them; `untaken doctor` says which scripts have one",
    ]


def test_of_letters_that_the_machine_has_an_svg_says_so_and_nothing_else_does(
    fonts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    font(fonts / "lent.ttf", CHINESE)

    assert warn_of_letters({"vote": CHINESE}) == warn_of_letters({"vote": "Vote"}, is_svg=True) == ""
    assert capsys.readouterr().err == ""
    assert warn_of_letters({"vote": CHINESE}, is_svg=True) == ""
    assert capsys.readouterr().err == (
        "note: “十月革命年”, on vote, come from a typeface of this machine: an SVG may show boxes elsewhere; "
        "--text outlines draws them as shapes\n"
    )


def test_a_damaged_typeface_of_the_machines_is_no_obstacle(fonts: Path) -> None:
    (fonts / "a-regular.ttf").write_bytes(b"no typeface")
    font(fonts / "lent.ttf", "十")

    assert on_machine("十月") == {"十": FontFile(fonts / "lent.ttf")}


def paper(words: str) -> bytes:
    return handout_pdf([(Handout(words, "Should they?", "1900", "", ()), None)], "The vote", SheetSize.A4)


def test_a_handout_borrows_a_typeface_and_without_one_it_has_boxes_and_is_no_pdf_ua(fonts: Path) -> None:
    assert b"pdfuaid" not in paper(CHINESE)
    font(fonts / "lent.ttf", CHINESE)
    assert b"pdfuaid" in paper(CHINESE)
    assert b"Lent" in paper(CHINESE)
    assert b"Lent" not in paper("Vote")


def test_render_and_handout_name_the_letters_that_no_typeface_has(tmp_path: Path) -> None:
    for path in EXAMPLE.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    vote = (EXAMPLE / "ferry.yaml").read_text("utf-8").replace("Wait for daylight", f"Wait {NOBODYS}")
    (tmp_path / "vote.yaml").write_text(vote, encoding="utf-8")

    drawn = run("render", "vote.yaml", "-f", "png", cwd=tmp_path)
    printed = run("handout", "vote.yaml", cwd=tmp_path)

    warning = f"warning: no typeface here has “{NOBODYS}”, on vote: boxes stand for them\n"
    assert (drawn.code, warning in drawn.err) == (0, True), drawn.err
    assert (printed.code, warning in printed.err) == (0, True)
    assert f"checked: no PDF/UA-1, which shows every letter: boxes stand for “{NOBODYS}”\n" in printed.out


def test_the_doctor_says_which_scripts_are_covered(tmp_path: Path) -> None:
    lines = [line[12:] for line in run("doctor", cwd=tmp_path).out.splitlines() if line[:12].strip() in ("letters", "")]

    assert lines[0] == "Latin, Greek, Cyrillic, emoji: in the typeface that comes along"
    scripts = ", ".join(line.split(":")[0] for line in lines).split(", ")
    assert sorted(scripts) == sorted(SCRIPTS)


# Letters as shapes


def page(text: str) -> PlacedPage:
    point = tortured(text)
    return place(whole(point, Graph.of(point.scenario), Detail.FULL), PAPERS[Fit.SLIDE])


@pytest.mark.parametrize("name", ["cyrillic", "emoji", "quotes", "other scripts"])
def test_an_svg_of_outlines_needs_no_typeface_and_shows_every_letter(name: str) -> None:
    drawn = svg(page(TORTURES[name]), outlines=True)
    root = ElementTree.fromstring(drawn)

    assert not {*root.iter(tag("text")), *root.iter(tag("style"))}
    assert b"font" not in drawn
    shapes = {f"#{each.get('id')}" for each in root.find(tag("defs")) or ()}
    assert {each.get("href") for each in root.iter(tag("use"))} == shapes
    seen = unicodedata.normalize("NFC", "".join(run.text for run in page(TORTURES[name]).runs))
    visible = [letter for letter in seen if letter.strip() and letter not in "\u200d\ufe0f"]
    assert len(visible) == len([*root.iter(tag("use"))])


def test_the_same_page_gives_the_same_outlines() -> None:
    assert svg(page("Мир"), outlines=True) == svg(page("Мир"), outlines=True)


def test_what_the_typeface_lacks_is_drawn_in_one_of_the_machines_else_as_its_box(fonts: Path) -> None:
    (box,) = outlined("十", Face.REGULAR)
    assert "notdef" in box.name
    font(fonts / "lent.ttf", "月")
    (lent,), (shape,) = outlined("月", Face.REGULAR), outlined("H", Face.REGULAR)
    assert (lent.path, lent.em) == (shape.path, 1000)


def test_letters_stand_as_far_apart_as_they_are_measured_but_for_kerning() -> None:
    *_, last = outlined("Hills.", Face.BOLD)
    assert last.x == 1000 * measure(Face.BOLD, 1)("Hills")
    *_, last = outlined("AV", Face.BOLD)
    assert last.x < 1000 * measure(Face.BOLD, 1)("A") - 10


WHERE = """JSON.stringify([...document.querySelectorAll("text")].map(text =>
  [...text.textContent].map((_, at) => text.getStartPositionOfChar(at).x)))"""


@pytest.mark.slow
@needs_chromium
def test_letters_stand_where_a_browser_puts_those_of_the_typeface(tmp_path: Path) -> None:
    texts = ["AVATAR. Wave, To “Type” — LTY", "Ты: Где? Ψ Ω", "War or peace at Brest-Litovsk"]
    lines = "".join(f'<text y="{20 * at}" font-size="100">{escape(text)}</text>' for at, text in enumerate(texts, 1))
    drawn = svg(page("".join(texts))).decode().replace("</svg>", f"<g font-family='Source Sans Pro'>{lines}</g></svg>")
    (tmp_path / "page.svg").write_text(drawn, encoding="utf-8")

    with browser() as tab:
        tab.open((tmp_path / "page.svg").as_uri())
        found = tab.run(f"document.fonts.ready.then(() => 0); {WHERE}")

    for text, places in zip(texts, eval(found)[-len(texts) :], strict=True):
        ours = [letter.x / 10 for letter in outlined(text, Face.REGULAR)]
        theirs = [x for x, letter in zip(places, text, strict=True) if letter != " "]
        assert ours == pytest.approx(theirs, abs=0.6)


# Dots


def pixels(folder: Path) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for path in folder.glob("*.png"):
        with Image.open(io.BytesIO(path.read_bytes())) as image:
            yield image.size, tuple(round(each) for each in image.info["dpi"])


def test_a_png_has_the_dots_that_are_asked_for_and_says_so(tmp_path: Path) -> None:
    for dpi, fit, size in ((97, "16:9", (1293, 728)), (300, "a4", (3508, 2480))):
        ran = run(
            "render",
            "ferry",
            "-f",
            "png",
            "--dpi",
            str(dpi),
            "--fit",
            fit,
            "-o",
            fit,
            "--scenarios",
            EXAMPLE,
            cwd=tmp_path,
        )
        assert ran.code == 0, ran.err
        assert [*pixels(tmp_path / fit)] == [(size, (dpi, dpi))]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--dpi", "300", "-f", "svg"), "--dpi is about PNG\nhelp: name png with -f, too"),
        (("--text", "outlines", "-f", "pdf"), "--text is about SVG\nhelp: name svg with -f, too"),
        (
            ("--dpi", "600", "--fit", "poster"),
            "600 dots to the inch are too many for --fit poster, which has at most 227\nhelp: write fewer; -f pdf is as fine as its printer",
        ),
    ],
)
def test_what_would_do_nothing_is_refused(options: tuple[str, ...], message: str, tmp_path: Path) -> None:
    ran = run("render", "ferry", *options, "--scenarios", EXAMPLE, cwd=tmp_path)

    assert ran == Ran(2, "", f"error: {message}\n")
