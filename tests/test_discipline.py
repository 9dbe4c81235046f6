"""The warnings and notes about counterfactuals, and their acknowledgement with a reason."""

from pathlib import Path

import pytest

from ferries import ferry
from program import TOP, run
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.loading import load
from untaken.reading.diagnostics import ERROR

MANY = "\n          - ".join(["{for: The mails., cite: {source: book}}"] * 4)

SCENARIO = ferry(
    "- {for: The mails., cite: {source: book}}\n- {against: The glass., cite: {source: annals}}\n",
    "- {for: Caution., cite: {source: book}}\n- {against: Delay., cite: {source: annals}}\n",
    head="sources:\n  book: {type: book, title: The Book}\n  annals: {type: book, title: Annals}\n",
)


def found(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    return [f"{each.span.line} {each.code}" for each in load([path]).problems]


def test_a_disciplined_scenario_has_no_warning(tmp_path: Path) -> None:
    assert found(tmp_path, SCENARIO) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("        advocates: [Master]\n", "", ["18 option-without-advocate"]),
        ("          - {against: Delay., cite: {source: annals}}\n", "", ["21 one-sided-option"]),
        ("for: Caution.", "against: Caution.", ["21 one-sided-option", "9 only-history-viable"]),
        ("leads-to: calm", "leads-to: wreck", ["28 unreachable-node", "25 rejoining-roads"]),
        ("source: annals}}", "source: book}}", ["1 single-source"]),
        ("{for: The mails., cite: {source: book}}\n", f"{MANY}\n", ["14 most-argued-is-what-happened"]),
        (
            "    options:\n      sail",
            "    deciders: [Owners]\n    options:\n      sail",
            ["14 decider-wants-what-happened"],
        ),
    ],
)
def test_a_rule_speaks_where_it_is_broken(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert sorted(found(tmp_path, SCENARIO.replace(old, new))) == sorted(expected)


def test_what_is_acknowledged_with_a_reason_is_not_reported(tmp_path: Path) -> None:
    without = SCENARIO.replace("        advocates: [Master]\n", "")
    assert found(tmp_path, without + "acknowledge: {option-without-advocate: The book names nobody.}\n") == []


def test_an_error_cannot_be_acknowledged(tmp_path: Path) -> None:
    wrong = SCENARIO.replace("leads-to: calm", "leads-to: nowhere") + "acknowledge: {unknown-target: Later.}\n"
    assert sorted(each.split()[1] for each in found(tmp_path, wrong)) == ["unknown-code", "unknown-target"]


def test_what_does_not_occur_need_not_be_acknowledged(tmp_path: Path) -> None:
    assert found(tmp_path, SCENARIO + "acknowledge: {one-sided-option: Nobody argues.}\n") == [
        "31 needless-acknowledgement"
    ]


def test_notes_are_counted_and_shown_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "ferry.yaml").write_text(SCENARIO.replace("source: annals}}", "source: book}}"), encoding="utf-8")
    quiet, full = run("check", "ferry.yaml", cwd=tmp_path), run("check", "ferry.yaml", "--notes", cwd=tmp_path)
    assert quiet.out == full.out == "1 scenario: 0 errors, 0 warnings, 1 note\n"
    assert quiet.err == ""
    assert full.err.startswith("ferry.yaml:1:1: note[single-source]: only The Book is cited here\n")


def test_each_rule_of_the_discipline_says_whose_it_is() -> None:
    discipline = (
        "option-without-advocate",
        "one-sided-option",
        "only-history-viable",
        "rejoining-roads",
        "single-source",
    )
    for code in discipline:
        assert CATALOGUE[code].severity is not ERROR
        assert run("explain", code, cwd=TOP).out.splitlines()[1] == CATALOGUE[code].whose


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    ran = run("explain", "one-sided", cwd=TOP)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no message has the code 'one-sided'\nhelp: write 'one-sided-option'\n"


def test_every_code_is_listed_with_its_rule() -> None:
    listed = [line.strip() for line in run("explain", cwd=TOP).out.splitlines() if line.startswith("  ")]
    assert listed == [f"{code} ({rule.severity}): {rule.sentence}" for code, rule in CATALOGUE.items()]


def test_an_option_that_nobody_argued_is_told_once(tmp_path: Path) -> None:
    arguments = (
        "        advocates: [Master]\n        arguments:\n"
        "          - {for: Caution., cite: {source: book}}\n          - {against: Delay., cite: {source: annals}}\n"
    )
    assert arguments in SCENARIO
    told = [each for each in found(tmp_path, SCENARIO.replace(arguments, "")) if "only-history" not in each]
    assert told == ["18 option-without-argument"]
