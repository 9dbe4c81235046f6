"""`check --fix`: what is mended, what is left alone, and that nothing else in a file changes."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privileges import need_permissions, run_bound
from program import EXAMPLE, Ran, run
from scenarios_at_random import turning_points, write_scenario
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.desk import Desk
from untaken.checking.fixing import Fixed, difference, fix
from untaken.checking.loading import load
from untaken.model import TurningPoint
from untaken.reading.diagnostics import Diagnostic
from untaken.text.edits import Edit, applied
from untaken.text.span import Span

PATH = Path("ferry.yaml")


def mended(text: str) -> Fixed:
    """A scenario that stands alone after its safe cures."""
    return fix(text, str(PATH), lambda changed: load([PATH], Desk().with_text(PATH, changed)).problems)


SOUND = """\
# The ferry.   Written by hand.
format: 1
title: The ferry and the storm
question:   Should the ferry sail?    # two blanks more than needed
sources:
  annals: {type: book, title: Island annals, sections: [The night, The inquiry]}
facts: {mail-kept: The mail contract was kept.}
actors: {master: {name: The master}}

nodes:
  harbour:
    decision: Sail tonight?
    deciders: [The owners]
    options:
      sail:     # what happened
        label: Sail on the evening tide
        historical: true
        advocates: [master]
        arguments:
          - for: The mail cannot wait.
            voice: master
            cite: {source: annals, section: The night}
          - against: The glass had fallen.
            cite: {source: annals, section: The inquiry}
        leads-to: wreck
      wait:
        label: Wait for daylight
        advocates: [The widows]
        arguments:
          - for: Nobody had come home in such weather.
            cite: {source: annals}
          - against: The contract would be lost.
            cite: {source: annals}
        establishes: [mail-kept]
        leads-to: calm
  wreck:
    outcome: The ferry is lost
    basis: recorded
  calm:
    outcome: The ferry crosses at dawn
    basis: inferred
acknowledge: {single-source: There is no other.}
"""

SLIPS = (
    # what stands there, what is written by mistake, what --fix makes of it (nothing: what stood there)
    ("leads-to: calm", "leeds-to: calm", ""),
    ("leads-to: calm", "leads-to: clam", ""),
    ("leads-to: calm", 'leads-to: "clam"', 'leads-to: "calm"'),
    ("source: annals, section: The night", "source: anals, section: The night", ""),
    ("section: The night", "section: The nigth", ""),
    ("voice: master", "voice: mastre", ""),
    ("establishes: [mail-kept]", "establishes: [mail-ketp]", ""),
    ("  calm:\n    outcome", "  calm:\n    outcom", ""),
    ("basis: inferred", "basis: infered", ""),
    ("single-source:", "single-sorce:", ""),
    ("label: Wait for daylight", "label:Wait for daylight", ""),
    ("- for: Nobody", "-for: Nobody", ""),
    ("- for: Nobody", "– for: Nobody", ""),
    ("      wait:\n", "      wait\n", ""),
    ("    basis: recorded", "\u00a0   basis: recorded", ""),
    ("        advocates: [The widows]", "\tadvocates: [The widows]", ""),
    ("{source: annals, section: The night}", "{source:annals, section: The night}", ""),
    ("label: Wait for daylight", "label: Wait: the day", 'label: "Wait: the day"'),
    ("label: Wait for daylight", "label: “Wait: the day”", 'label: "Wait: the day"'),
    ("label: Wait for daylight", 'label: Wait: the "day"', "label: 'Wait: the \"day\"'"),
    ("label: Wait for daylight", "label: Wait for No #3 # soon", 'label: "Wait for No #3" # soon'),
    ("label: Wait for daylight", "label: @home till dawn", 'label: "@home till dawn"'),
    ("label: Wait for daylight", "label: *Wait* for daylight", 'label: "*Wait* for daylight"'),
    ("label: Wait for daylight", "label: [sic] Wait", 'label: "[sic] Wait"'),
    ("label: Wait for daylight", "label: 'Tis the owners' wish", "label: \"'Tis the owners' wish\""),
    ("label: Wait for daylight", "label: 'The owners' wish'", 'label: "The owners\' wish"'),
    ("label: Wait for daylight", 'label: "Wait for daylight”', 'label: "Wait for daylight"'),
)


def test_the_sound_scenario_is_left_alone() -> None:
    assert mended(SOUND) == Fixed(SOUND, (), ())


@pytest.mark.parametrize(("right", "wrong", "instead"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_a_slip_is_mended_and_nothing_else_is_touched(right: str, wrong: str, instead: str) -> None:
    assert SOUND.count(right) == 1
    fixed = mended(SOUND.replace(right, wrong))
    assert fixed.text == SOUND.replace(right, instead or right)
    assert fixed.problems == ()
    assert len(fixed.edits) == 1


def test_slips_that_hide_each_other_are_mended_one_after_the_other() -> None:
    text, expected = SOUND, SOUND
    for right, wrong, instead in (SLIPS[0], SLIPS[10], SLIPS[12], SLIPS[3], SLIPS[8]):
        text, expected = text.replace(right, wrong), expected.replace(right, instead or right)
    assert mended(text).text == expected


ALONE = (
    ("leads-to: calm", "leads-to: nowhere"),
    ("label: Wait for daylight", "name: Wait for daylight"),
    ("label: Wait for daylight", "label: Wait #metoo"),
    ("label: Wait for daylight", "label: Wait: the day\n          and the night"),
    ("label: Wait for daylight", 'label: "Sail" and "wait"'),
    ("      wait:\n", "\twait:\n"),
    ("label: Wait for daylight", 'label: "Wait for daylight'),
    ("question:   Should the ferry sail?    # two blanks more than needed\n", ""),
)


@pytest.mark.parametrize(("right", "wrong"), ALONE, ids=[wrong for _, wrong in ALONE])
def test_what_leaves_a_choice_is_left_to_the_author(right: str, wrong: str) -> None:
    text = SOUND.replace(right, wrong)
    fixed = mended(text)
    assert (fixed.text, fixed.edits) == (text, ())
    assert fixed.problems


def test_two_near_names_are_a_choice() -> None:
    text = SOUND.replace("  calm:\n", "  calm-1:\n").replace("leads-to: calm", "leads-to: calm-3")
    text = text.replace("acknowledge", "  calm-2:\n    outcome: A calm\n    basis: inferred\nacknowledge")
    assert mended(text).edits == ()


@pytest.mark.parametrize(
    ("named", "there"), [("calm-late", "calm-later-on"), ("calm-1", "calm-2"), ("calm-dawn", "calm-sea")]
)
def test_a_name_with_another_word_or_number_is_a_name_of_its_own(named: str, there: str) -> None:
    text = SOUND.replace("  calm:\n", f"  {there}:\n").replace("leads-to: calm", f"leads-to: {named}")
    fixed = mended(text)
    assert fixed.edits == ()
    assert [each.help for each in fixed.problems] == [f"write '{there}', or add a node '{named}'"]


def test_an_id_that_stands_twice_is_left_to_the_author() -> None:
    text = SOUND.replace("  calm:\n", "  wreck:\n")
    assert mended(text).edits == ()
    assert [each.code for each in mended(text).problems] == ["duplicate-key"]


def test_a_cure_that_makes_things_worse_is_not_applied() -> None:
    here, there = Span("x", 1, 1, 1, "ab"), Span("x", 1, 2, 1, "ab")
    cures = {
        "ab": [Diagnostic(here, CATALOGUE["unknown-key"], "a", edits=(Edit(here, "x"),)), Diagnostic(there, CATALOGUE["unknown-key"], "b", edits=(Edit(there, "y"),))],
        "xy": [Diagnostic(here, CATALOGUE["wrong-type"], str(at)) for at in range(3)],
        "xb": [Diagnostic(here, CATALOGUE["wrong-type"], str(at)) for at in range(4)],
        "ay": [Diagnostic(here, CATALOGUE["unknown-key"], "a")],
    }  # fmt: skip
    fixed = fix("ab", "x", lambda text: cures[text])
    assert (fixed.text, [edit.text for edit in fixed.edits]) == ("ay", ["y"])


def test_windows_lines_and_the_mark_of_utf_8_stay(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    text = SOUND.replace("leads-to: calm", "leeds-to: calm").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    ran = run("check", "ferry.yaml", "--fix", cwd=tmp_path)
    assert ran == Ran(0, "ferry.yaml:35: wrote 'leads-to' for 'leeds-to'\n1 scenario: 0 errors, 0 warnings\n", "")
    assert path.read_bytes() == b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()


@pytest.fixture
def island(tmp_path: Path) -> Path:
    """The example with a slip in the ferry, and one in the collection that it belongs to."""
    shutil.copytree(EXAMPLE, tmp_path / "island")
    for name, right, wrong in (
        ("ferry", "leads-to: crossing", "leads-to: crosing"),
        ("collection", "title:", "titel:"),
    ):
        path = tmp_path / "island" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return tmp_path


def test_every_file_of_a_collection_is_mended(island: Path) -> None:
    told = "island/collection.yaml:2: wrote 'title' for 'titel'\nisland/ferry.yaml:34: wrote 'crossing' for 'crosing'\n"
    assert run("check", "island", "--fix", cwd=island) == Ran(0, f"{told}2 scenarios: 0 errors, 0 warnings\n", "")
    for name in ("ferry", "collection"):
        path = f"{name}.yaml"
        assert (island / "island" / path).read_bytes() == (EXAMPLE / path).read_bytes()


def test_diff_shows_the_changes_and_writes_nothing(island: Path) -> None:
    before = {path.name: path.read_bytes() for path in (island / "island").iterdir()}
    ran = run("check", "island/ferry.yaml", "--fix", "--diff", cwd=island)
    assert (ran.code, ran.err) == (1, "2 changes in 2 files; nothing was written\n")
    assert re.findall(r"(?m)^[-+].*", ran.out) == [
        "--- a/island/collection.yaml", "+++ b/island/collection.yaml",
        "-titel: The island ferry", "+title: The island ferry",
        "--- a/island/ferry.yaml", "+++ b/island/ferry.yaml",
        "-        leads-to: crosing", "+        leads-to: crossing",
    ]  # fmt: skip
    assert {path.name: path.read_bytes() for path in (island / "island").iterdir()} == before


def test_diff_without_fix_is_wrong_usage(island: Path) -> None:
    ran = run("check", "island", "--diff", cwd=island)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: --diff shows the changes of --fix, as text\nhelp: write --fix --diff\n"


def test_what_was_changed_is_no_part_of_a_report_for_programs(island: Path) -> None:
    ran = run("check", "island", "--fix", "--output-format", "github", cwd=island)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count(": wrote ") == 2


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "ferry.yaml"
    real.write_text(SOUND.replace("leads-to: calm", "leads-to: clam"), encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("check", "ferry.yaml", "--fix", cwd=tmp_path).code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == SOUND
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    path = tmp_path / "closed" / "ferry.yaml"
    path.write_text(SOUND.replace("leads-to: calm", "leads-to: clam"), encoding="utf-8")
    (tmp_path / "closed").chmod(0o500)
    need_permissions(tmp_path / "closed")
    ran = run_bound("check", "closed", "--fix", cwd=tmp_path)
    assert ran.code == 2
    assert "closed/ferry.yaml: permission denied\nhelp: nothing was changed in it" in ran.err


# ── what holds for every scenario ──


@settings(max_examples=40)
@given(turning_points(), st.data())
def test_a_planted_slip_is_mended_to_the_same_model_and_comments_survive(
    point: TurningPoint, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = write_scenario(point, Path(folder))
        text = "".join(
            f"{line} # remark {at}\n" if line.endswith(":") else f"{line}\n"
            for at, line in enumerate(path.read_text(encoding="utf-8").split("\n"))
        )
        sound = load([path], Desk().with_text(path, text))
        keys = [*re.finditer(r"(?m)^ *(?:- )?(?P<key>leads-to|advocates|arguments|question|consequences): ?", text)]
        key = data.draw(st.sampled_from(keys))
        slip = text[: key.start("key") + 1] + text[key.start("key") + 2 :]
        fixed = fix(slip, str(path), lambda changed: load([path], Desk().with_text(path, changed)).problems)
        assert sound.points == (point,)
        assert fixed.text == text
        assert load([path], Desk().with_text(path, fixed.text)).points == (point,)


def test_of_changes_that_overlap_the_first_is_made_and_all_others_are_made() -> None:
    def edit(line: int, column: int, width: int, text: str) -> Edit:
        return Edit(Span("x", line, column, width), text)

    edits = [edit(2, 1, 3, "X"), edit(1, 1, 3, "A"), edit(1, 4, 1, "B"), edit(1, 2, 4, "C"), edit(2, 3, 2, "Y")]
    assert applied("abcdef\nghijkl\n", edits) == "ABef\nXjkl\n"


@given(st.text(st.sampled_from("ab\n\r\u2028#: "), max_size=40), st.data())
def test_changes_touch_nothing_but_what_they_mark(text: str, data: st.DataObject) -> None:
    lines = re.split("\r\n|[\n\r\u2028]", text)
    at = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[at])))
    width = data.draw(st.integers(0, len(lines[at]) - start))
    changed = applied(text, [Edit(Span("x", at + 1, start + 1, width, lines[at]), "XY")])
    lines[at] = f"{lines[at][:start]}XY{lines[at][start + width :]}"
    assert re.split("\r\n|[\n\r\u2028]", changed) == lines
    assert re.findall("\r\n|[\n\r\u2028]", changed) == re.findall("\r\n|[\n\r\u2028]", text)


@given(st.text(st.sampled_from("ab\n"), max_size=20), st.text(st.sampled_from("ab\n"), max_size=20))
def test_a_diff_is_empty_only_where_nothing_changed(before: str, after: str) -> None:
    assert (difference(before, after, "x") == "") == (before == after)


def test_a_sound_scenario_is_told_its_format_above_its_first_key(tmp_path: Path) -> None:
    stated = SOUND.replace("\n", "\r\n")
    said = stated.replace("format: 1\r\n", "").replace("leads-to: calm", "leeds-to: calm")
    (tmp_path / "ferry.yaml").write_bytes(said.encode())
    assert run("check", "ferry.yaml", "--fix", cwd=tmp_path).out.splitlines()[:2] == [
        "ferry.yaml:2: wrote the line 'format: 1'",
        "ferry.yaml:35: wrote 'leads-to' for 'leeds-to'",
    ]
    assert (tmp_path / "ferry.yaml").read_bytes().decode() == stated
    assert "wrote" not in run("check", "ferry.yaml", "--fix", cwd=tmp_path).out


def test_a_scenario_with_errors_that_nobody_can_mend_is_left_without_its_format(tmp_path: Path) -> None:
    said = SOUND.replace("format: 1\n", "").replace("leads-to: wreck", "leads-to: nowhere-at-all")
    (tmp_path / "ferry.yaml").write_text(said, encoding="utf-8")
    assert run("check", "ferry.yaml", "--fix", cwd=tmp_path).code == 1
    assert (tmp_path / "ferry.yaml").read_text(encoding="utf-8") == said


@pytest.mark.parametrize(
    ("line", "written", "told"),
    [
        ("leeds-to: x", "leads-to: x", "4: wrote 'leads-to: x' for 'leeds-to: x'"),
        ("", " ", "4: wrote a blank for nothing"),
        ("\t", "    ", "4: wrote 4 blanks for a tab"),
        ("\t  ", "\u00a0", "4: wrote a no-break blank for tabs and blanks"),
        ("\u2003 ", "  ", "4: wrote 2 blanks for another kind of blank"),
        ("", "title: T\n", "4: wrote the line 'title: T'"),
    ],
)
def test_a_change_is_told_by_what_was_written_for_what_though_nobody_sees_it(
    line: str, written: str, told: str
) -> None:
    assert str(Edit(Span("ferry.yaml", 4, 1, len(line), line), written)) == told
