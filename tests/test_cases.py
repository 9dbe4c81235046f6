"""Every mistake that authors make: a case for each in `cases`, with the whole message.

A case is named for its code, and marks the guilty line: with `# <-- here` at its end, or, where a comment there would
change the mistake, with `# guilty line: 12` at the top.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import untaken.reading.yaml.files
from slips import CASES, CODES, SLIPS, saved, slips_of, written
from untaken.checking.catalogue import CATALOGUE
from untaken.checking.loading import load
from untaken.reading.diagnostics import Diagnostic

NAMES = sorted(SLIPS)

ELSEWHERE = {
    "unreadable-file": "test_hostile_files.py",
    "no-scenarios": "test_hostile_files.py",
    "duplicate-scenario": "test_loading.py",
    "misnamed-file": "test_pasted_files.py",
    "never-open": "test_proof.py",
    "stuck-road": "test_rules.py",
    "idle-condition": "test_proof.py",
    "uncounted-roads": "test_states.py",
    "quotation-not-found": "test_verification.py",
    "quotation-ambiguous": "test_verification.py",
    "quotation-elsewhere": "test_verification.py",
    "missing-heading": "test_real_texts.py",
    "missing-text": "test_verification.py",
    "changed-text": "test_record_of_quotations.py",
    "broken-lock": "test_verification.py",
    "unverified-quotation": "test_verification.py",
    "end-that-continues": "test_ties.py",
    "idle-fact": "test_ties.py",
    "silent-outcome": "test_ties.py",
    "unfit-course": "test_ties.py",
    "most-argued-is-what-happened": "test_discipline.py",
}
"""Codes that no single file of an author's brings forth, and the tests that do."""


def code_of(name: str) -> str:
    return max((code for code in CATALOGUE if f"{name}-".startswith(f"{code}-")), key=len)


def guilty_lines(text: str) -> list[int]:
    told = re.match(r"# guilty line: (\d+)\n", text)
    marked = [number for number, line in enumerate(text.split("\n"), 1) if line.endswith("# <-- here")]
    return [*marked, int(told[1])] if told else marked


def problems_of(name: str) -> tuple[Diagnostic, ...]:
    return load([Path(f"{name}.yaml")]).problems


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all cases as files."""
    folder = tmp_path_factory.mktemp("cases")
    assert len(list(saved(folder))) == len(SLIPS)
    return folder


@pytest.fixture(autouse=True)
def _among_the_cases(cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cases)


@pytest.mark.parametrize("name", NAMES)
def test_one_mistake_has_one_message_on_its_line(name: str) -> None:
    problems = problems_of(name)
    assert [each.code for each in problems] == [code_of(name)]
    assert guilty_lines(SLIPS[name].text) == [problems[0].span.line]


@pytest.mark.parametrize("code", CODES)
def test_the_messages_of_a_code_are_those_of_its_cases(code: str, agrees: Callable[[str, Path], None]) -> None:
    slips = slips_of(code)
    assert {code_of(slip.name) for slip in slips} == {code}
    messages = [(slip, "\n".join(map(str, problems_of(slip.name)))) for slip in slips]
    agrees(written(messages), CASES / f"{code}.txt")


@pytest.mark.parametrize("sound", sorted((CASES / "sound").glob("*.yaml")), ids=lambda path: path.stem)
def test_where_nothing_was_edited_nothing_is_wrong(sound: Path) -> None:
    assert load([sound]).problems == ()


@pytest.mark.parametrize("name", [name for name in NAMES if code_of(name) not in ("yaml-syntax", "file-too-large")])
def test_the_scanner_of_pyyaml_reads_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = problems_of(name)
    monkeypatch.setattr(untaken.reading.yaml.files, "LOADER", yaml.Loader)
    assert problems_of(name) == expected


ONLY_LIBYAML_REFUSES = {"yaml-syntax-surrogate"}


@pytest.mark.parametrize(
    "name", [name for name in NAMES if code_of(name) == "yaml-syntax" and name not in ONLY_LIBYAML_REFUSES]
)
def test_the_scanner_of_pyyaml_finds_the_same_syntax_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = problems_of(name)
    monkeypatch.setattr(untaken.reading.yaml.files, "LOADER", yaml.Loader)
    assert [(each.code, each.span.line, each.message) for each in problems_of(name)] == [
        (each.code, each.span.line, each.message) for each in expected
    ]


def cured(problem: Diagnostic, text: str) -> str | None:
    """The text with the one word written that the help asks for, or None where it asks for more than a word."""
    asked_for = re.fullmatch("write '([^' ]+)'", problem.help)
    if not asked_for or problem.code == "yaml-syntax":
        return None
    lines = text.split("\n")
    line, start = lines[problem.span.line - 1], problem.span.column - 1
    lines[problem.span.line - 1] = line[:start] + asked_for[1] + line[start + problem.span.width :]
    return "\n".join(lines)


def test_the_cure_of_a_misspelt_word_cures(tmp_path: Path) -> None:
    tried = []
    for name in NAMES:
        text = cured(problems_of(name)[0], SLIPS[name].text)
        if text is not None:
            path = tmp_path / f"{name}.yaml"
            path.write_text(text, encoding="utf-8")
            tried.append(name)
            assert load([path]).problems == (), name
    assert len(tried) > 25


def test_every_code_has_a_case() -> None:
    assert {code_of(name) for name in NAMES} | ELSEWHERE.keys() == CATALOGUE.keys()


@pytest.mark.parametrize(("code", "module"), ELSEWHERE.items())
def test_a_code_without_a_case_is_tested_elsewhere(code: str, module: str) -> None:
    assert code in (Path(__file__).parent / module).read_text(encoding="utf-8")


def test_every_case_has_a_name_of_its_own() -> None:
    assert len(SLIPS) == sum(len(slips_of(code)) for code in CODES)
