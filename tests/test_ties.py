"""What ties one turning point to another, and what a road makes false: short and long forms, gates, other words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from program import TOP, run
from untaken.checking.loading import load
from untaken.model import Branch, Estimate, Fact, Gate, Outcome, Tie, TurningPoint

COLLECTION = """\
format: 1
title: The island
language: en
x-night: &night {source: book, section: The night, quote: forfeit the mails}
sources:
  book: {type: book, title: The Harbour Book, label: Harbour Book, sections: [The night]}
actors:
  owners: {name: The owners, otherwise: [{requires: [bankrupt], name: The receiver}]}
facts:
  mail-kept: The mail contract was kept.
  bankrupt: {holds: The owners were bankrupt., fails: The owners had money.}
gates:
  mail-kept: {from: ferry, claim: Without the mails nothing was to be decided., cite: *night}
courses:
  hour: {title: The mails in an hour, minutes: 40, scenarios: [ferry, inquiry]}
"""

FERRY = """\
format: 1
title: The ferry
question: Should the ferry sail?
date: 1884
calendar: gregorian
nodes:
  harbour:
    chance: Does it storm?
    branches:
      storm: {label: It does, historical: true, leads-to: wreck, establishes: [mail-kept], likelihood: likely}
      calm:
        label: It does not
        leads-to: arrival
        likelihood: {word: unlikely, figures: one in three, voice: The master, cite: {source: book}}
  wreck:
    outcome: The ferry is lost
    basis: recorded
    ends: true
    question: Who should have paid?
    restores: [{fact: bankrupt, claim: They never had money., cite: {source: book}, implied: true}]
  arrival: {outcome: The mails arrive, basis: inferred, restores: [mail-kept]}
"""

INQUIRY = """\
format: 1
title: The inquiry
question: Who is to blame?
date: 1885
requires:
  - mail-kept
  - {fact: bankrupt, claim: Only then was there an inquiry., cite: {source: book, folio: 4r, page: 3–4, quote: the inquiry}}
otherwise:
  - unless: [mail-kept]
    title: The railway's inquiry
  - requires: [bankrupt]
    title: The bankrupts
    question: Who pays?
nodes:
  hall:
    decision: Blame the owners?
    deciders: [owners]
    otherwise: [{requires: [bankrupt], decision: Blame nobody?}]
    options:
      blame:
        label: Blame them
        historical: true
        advocates: [The judge]
        requires: [mail-kept]
        unless: [{fact: bankrupt, claim: Nobody blames the poor., cite: {source: book}, implied: true}]
        arguments:
          - for: They had pressed for it.
            requires: [mail-kept]
            cite: {source: book, quote: pressed for it, translation: urged it}
        leads-to: end
  end: {outcome: They are blamed, basis: recorded}
acknowledge: {only-history-viable: A small scenario., one-sided-option: A small scenario.}
notes:
  - {note: On the record nobody was blamed., voice: editor, cite: {source: book}}
"""


@pytest.fixture
def island(tmp_path: Path) -> Path:
    for name, text in (("collection", COLLECTION), ("ferry", FERRY), ("inquiry", INQUIRY)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def points(island: Path) -> dict[str, TurningPoint]:
    return {point.id: point for point in load([island]).points}


def test_a_plain_id_is_a_tie_without_its_reason(points: dict[str, TurningPoint]) -> None:
    scenario = points["inquiry"].scenario
    assert scenario.requires[0] == Tie(fact="mail-kept")
    assert (scenario.requires[1].claim, scenario.requires[1].cite[0].folio) == ("Only then was there an inquiry.", "4r")
    blame = scenario.nodes["hall"].steps["blame"]
    assert [(tie.fact, tie.claim, tie.implied) for tie in blame.unless] == [
        ("bankrupt", "Nobody blames the poor.", True)
    ]
    assert blame.asks == ("mail-kept", "bankrupt")
    assert [blame.holds(facts) for facts in ({"mail-kept"}, {"mail-kept", "bankrupt"}, set())] == [True, False, False]


def test_a_fact_has_a_sentence_for_where_it_fails(points: dict[str, TurningPoint]) -> None:
    assert points["ferry"].facts == {
        "mail-kept": Fact(holds="The mail contract was kept."),
        "bankrupt": Fact(holds="The owners were bankrupt.", fails="The owners had money."),
    }


def test_a_word_of_likelihood_is_an_estimate_that_nobody_answers_for(points: dict[str, TurningPoint]) -> None:
    branches = points["ferry"].scenario.nodes["harbour"].steps
    storm, calm = branches["storm"], branches["calm"]
    assert isinstance(storm, Branch)
    assert isinstance(calm, Branch)
    assert storm.likelihood == Estimate(word="likely")
    assert calm.likelihood
    assert (calm.likelihood.word, calm.likelihood.figures, calm.likelihood.voice) == (
        "unlikely",
        "one in three",
        "The master",
    )


def test_an_outcome_ends_asks_and_restores(points: dict[str, TurningPoint]) -> None:
    wreck = points["ferry"].scenario.nodes["wreck"]
    assert isinstance(wreck, Outcome)
    assert (wreck.ends, wreck.question, wreck.restores[0].fact) == (True, "Who should have paid?", "bankrupt")


def test_a_turning_point_knows_the_gates_and_courses_of_its_collection(points: dict[str, TurningPoint]) -> None:
    gate = points["inquiry"].gates["mail-kept"]
    assert isinstance(gate, Gate)
    assert gate.from_ == "ferry"
    assert gate.tie("mail-kept").claim == "Without the mails nothing was to be decided."
    assert points["inquiry"].courses["hour"].scenarios == ("ferry", "inquiry")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"mail-kept"}, ("The inquiry", "Who is to blame?", "Blame the owners?", "The owners")),
        ({"mail-kept", "bankrupt"}, ("The bankrupts", "Who pays?", "Blame nobody?", "The receiver")),
        ({"bankrupt"}, ("The railway's inquiry", "Who is to blame?", "Blame nobody?", "The receiver")),
    ],
)
def test_a_road_is_told_in_the_first_words_that_are_true_on_it(
    points: dict[str, TurningPoint], facts: set[str], told: tuple[str, ...]
) -> None:
    point = points["inquiry"].told(facts)
    scenario = point.scenario
    assert (scenario.title, scenario.question, scenario.nodes["hall"].text, point.name("owners")) == told


def test_a_gate_is_verified_and_recorded_like_any_other_claim(island: Path) -> None:
    texts = island / "texts"
    texts.mkdir()
    (texts / "book.txt").write_text("A late ferry would forfeit the mails. They pressed for it.", encoding="utf-8")
    ran = run("verify", "--texts", "texts", "--scenarios", ".", cwd=island)
    assert ran.code == 1
    assert "inquiry.yaml:7:" in ran.err
    assert "3 quotations: 2 exact, 0 folded, 1 not found" in ran.out
    assert '"collection": [' in (island / "quotations.lock").read_text(encoding="utf-8")
    changed = COLLECTION.replace("forfeit the mails", "forfeits the mail")
    (island / "collection.yaml").write_text(changed, encoding="utf-8")
    assert "collection.yaml:4:" in run("check", ".", cwd=island).err


def test_keys_that_begin_with_x_are_the_authors_own(island: Path) -> None:
    """The anchor of the collection stands under one; nothing under it is looked at."""
    written = FERRY.replace("nodes:\n", "x-ideas: {to: [], do: }\nnodes:\n").replace(
        "    chance: Does it storm?\n", "    chance: Does it storm?\n    x-remark:\n"
    )
    (island / "ferry.yaml").write_text(written, encoding="utf-8")
    assert [each.code for each in load([island / "ferry.yaml"]).problems] == ["single-source"]


def test_an_id_may_begin_with_x(island: Path) -> None:
    (island / "ferry.yaml").write_text(FERRY.replace("arrival", "x-ray"), encoding="utf-8")
    assert [*load([island / "ferry.yaml"]).points[0].scenario.nodes] == ["harbour", "wreck", "x-ray"]


MISTAKES = {
    ("collection", "gates:\n  mail-kept: {from: ferry", "gates:\n  mail-keptt: {from: ferry"): "unknown-fact",
    ("collection", "{from: ferry", "{from: fery"): "unknown-scenario",
    ("collection", "[ferry, inquiry]", "[ferry, inquest]"): "unknown-scenario",
    ("collection", "requires: [bankrupt]", "requires: [banker]"): "unknown-fact",
    ("collection", "section: The night, quote", "section: The nite, quote"): "unknown-section",
    ("collection", "  hour: {title: The mails in an hour, minutes: 40, ", "  hour: {minutes: 40, "): "missing-key",
    ("ferry", "    ends: true\n", "    ends: true\n    continues: inquiry\n"): "end-that-continues",
    ("ferry", "restores: [mail-kept]", "restores: [male-kept]"): "unknown-fact",
    ("ferry", "voice: The master, cite: {source: book}", "voice: maste, cite: {source: book}"): "unknown-actor",
    ("ferry", "word: unlikely", "word: unlikly"): "wrong-type",
    ("ferry", "calendar: gregorian", "calendar: julien"): "wrong-type",
    ("inquiry", "  - mail-kept\n", "  - male-kept\n"): "unknown-fact",
    ("inquiry", "unless: [{fact: bankrupt, ", "unless: [{"): "missing-key",
    ("inquiry", "    title: The bankrupts", "    titel: The bankrupts"): "unknown-key",
    ("inquiry", "cite: {source: book, folio", "cite: {source: boko, folio"): "unknown-source",
}


@pytest.mark.parametrize(("place", "code"), MISTAKES.items(), ids=[f"{name}-{new}" for name, _, new in MISTAKES])
def test_a_mistake_in_the_new_keys_is_found_once(island: Path, place: tuple[str, str, str], code: str) -> None:
    name, old, new = place
    path = island / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    problems = [each for each in load([island]).problems if each.severity == "error"]
    assert [(Path(each.span.path).stem, each.code) for each in problems] == [(name, code)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{title: T, scenarios: []}", "the course 'hour' has no scenarios"),
        ("{title: T, minutes: 5, scenarios: [ferry, inquiry]}", "the course 'hour' has 2 turning points in 5 minutes"),
        ("{title: T, scenarios: [ferry, ferry]}", "the course 'hour' names 'ferry' 2 times"),
    ],
)
def test_a_course_that_no_class_can_take_is_unfit(island: Path, written: str, message: str) -> None:
    path = island / "collection.yaml"
    start, _, _ = path.read_text(encoding="utf-8").partition("  hour: ")
    path.write_text(f"{start}  hour: {written}\n", encoding="utf-8")
    assert [(each.code, each.message) for each in load([island]).problems if each.severity == "warning"] == [
        ("unfit-course", message)
    ]


def test_a_course_keeps_the_order_of_time(island: Path) -> None:
    path = island / "collection.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[ferry, inquiry]", "[inquiry, ferry]"), encoding="utf-8")
    (warning,) = (each for each in load([island]).problems if each.severity == "warning")
    assert str(warning).replace(str(island), "island") == (
        "island/collection.yaml:15:73: warning[dates-out-of-order]: "
        "'ferry' is dated 1884, before 'inquiry' (1885), after which it stands\n"
        "  15 |   hour: {title: The mails in an hour, minutes: 40, scenarios: [inquiry, ferry]}\n"
        "     |                                                                         ^^^^^\n"
        "  help: put the scenarios of the course in the order of time"
    )


def test_a_whole_history_has_no_fact_that_nothing_asks_for_and_no_outcome_that_says_nothing(island: Path) -> None:
    path = island / "collection.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("gates:\n", "  fog: There was fog.\ngates:\n"), encoding="utf-8")
    plain = run("check", ".", "--notes", cwd=island)
    assert "idle-fact" not in plain.err + plain.out
    ran = run("check", ".", "--notes", "--proof", cwd=island)
    assert "collection.yaml:12:3: warning[idle-fact]: nothing asks for the fact 'fog'\n" in ran.err
    assert (
        "ferry.yaml:21:22: warning[silent-outcome]: outcome 'arrival' tells no consequence, and asks nothing\n"
        in ran.err
    )
    assert ran.err.count("idle-fact") == ran.err.count("silent-outcome") == 1


def test_an_outline_tells_every_tie_with_its_reason(island: Path, agrees: Callable[[str, Path], None]) -> None:
    told = run("show", "ferry.yaml", cwd=island).out + "\n" + run("show", "inquiry.yaml", cwd=island).out
    agrees(told, TOP / "tests" / "golden" / "outline-of-ties.txt")
