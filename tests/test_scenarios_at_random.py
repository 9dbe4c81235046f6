from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from scenarios_at_random import turning_points, write_scenario
from untaken.checking.judging import judge
from untaken.checking.loading import load
from untaken.model import TurningPoint
from untaken.reading.diagnostics import Severity


@settings(max_examples=60)
@given(turning_points())
def test_no_rule_finds_an_error_in_a_scenario_at_random(point: TurningPoint) -> None:
    found = judge(point, {point.id: point.scenario})

    assert [each for each in found if each.rule.severity is Severity.ERROR] == []


@settings(max_examples=40)
@given(turning_points())
def test_a_scenario_at_random_is_the_same_after_it_was_written_and_loaded(point: TurningPoint) -> None:
    with TemporaryDirectory() as folder:
        loaded = load([write_scenario(point, Path(folder))])

    assert loaded.points == (point,)
