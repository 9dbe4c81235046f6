"""Many mistakes in one file: each has its message, and none hides another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mistakes import CLEAN, MISTAKES, Mistake, marked, spoilt
from untaken.checking.loading import load


def told(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of every message about a text."""
    path = folder / "ferry.yaml"
    path.write_text(text, encoding="utf-8")
    return [(each.span.line, each.span.column, each.code) for each in load([path]).problems]


def test_the_scenario_without_a_mistake_has_no_message(tmp_path: Path) -> None:
    assert told(tmp_path, CLEAN) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: marked(mistake.wrong + mistake.also_wrong)[0][2])
def test_one_mistake_has_one_message_in_its_place(tmp_path: Path, mistake: Mistake) -> None:
    text = spoilt([mistake])
    assert len(marked(text)) == 1
    assert told(tmp_path, text) == marked(text)


def test_every_mistake_is_different() -> None:
    codes = [code for _, _, code in marked(spoilt(MISTAKES))]
    assert len(set(codes)) == len(codes) == len(MISTAKES) > 30


def test_all_mistakes_at_once_have_a_message_each_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agrees: Callable[[str, Path], None]
) -> None:
    text = spoilt(MISTAKES)
    assert told(tmp_path, text) == marked(text)
    monkeypatch.chdir(tmp_path)
    messages = "\n\n".join(map(str, load([Path("ferry.yaml")]).problems))
    agrees(f"{messages}\n", Path(__file__).parent / "golden" / "every-mistake.txt")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sets(st.sampled_from(MISTAKES)))
def test_no_mistake_hides_another(tmp_path: Path, mistakes: set[Mistake]) -> None:
    text = spoilt(mistakes)
    assert told(tmp_path, text) == marked(text)
