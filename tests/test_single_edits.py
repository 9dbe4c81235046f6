"""A small sample of the benchmark `make bench-edits`: what single slips of the pen do to the shipped scenarios."""

import pytest
import yaml

from benchmarks.readings import misread
from benchmarks.single_edits import KINDS, edits, judge_edits, report, share, shipped
from untaken.model import Scenario

SAMPLE = [path for path in shipped() if path.stem in ("martov-motion", "yalta", "the-state", "broad-front")]
EACH = 90


@pytest.fixture(scope="module")
def verdicts() -> list:
    return [verdict for path in SAMPLE for verdict in judge_edits(path, EACH)]


def test_no_edit_ends_in_a_traceback_a_hang_or_a_wrong_reading(verdicts: list) -> None:
    assert len(verdicts) == EACH * len(SAMPLE) == 360
    wrong = [each for each in verdicts if each.result not in ("sound", "broken")]
    assert [(each.scenario, each.edit.kind, each.edit.lines, each.detail) for each in wrong] == []


def test_the_first_message_points_at_the_edit_in_95_of_100(verdicts: list) -> None:
    broken = [each for each in verdicts if each.result == "broken"]
    assert len(broken) > 250
    assert share(broken) >= 95


def test_every_kind_of_edit_changes_the_text_in_the_lines_that_it_names() -> None:
    text = SAMPLE[0].read_text(encoding="utf-8")
    made = list(edits(text, 300, "any"))
    assert {each.kind for each in made} == {kind.__name__ for kind in KINDS}
    for each in made:
        before, after = text.split("\n"), each.text.split("\n")
        first = next(at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
        # Of equal lines nobody can say which of them was doubled or deleted.
        assert min(each.lines) - 2 <= first <= max(each.lines)


@pytest.mark.parametrize(
    ("written", "detail"),
    [
        ("title: A\nquestion: B\nnodes: {}\n", ""),
        ("title: A\nquestion: B\nnodes: {}\n# more: or less\n", ""),
        ("title: A\nquestion: C\nnodes: {}\n", "the model differs from the YAML"),
        ("title: A #3\nquestion: B\nnodes: {}\n", "lost word: 3"),
        ("title: >\n  A\n  where: at sea\nquestion: B\nnodes: {}\n", "lost key: where"),
    ],
)
def test_what_a_model_lacks_of_its_text_is_a_wrong_reading(written: str, detail: str) -> None:
    plain = yaml.safe_load(written) if detail.startswith("lost") else {"title": "A", "question": "B", "nodes": {}}
    assert misread(written, Scenario.model_validate(plain)) == detail


def test_the_report_says_how_it_counts(verdicts: list) -> None:
    text = report(verdicts, 1.5)
    assert "360 edits of 4 scenarios" in text
    assert "An edit breaks the file if" in text
    assert "A wrong reading is" in text
