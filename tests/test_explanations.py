"""`untaken explain`: every code has a wrong example that brings it forth, and a right one that does not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mistakes import CLEAN
from program import TOP, Ran, run
from untaken.checking.catalogue import CATALOGUE, GROUPS
from untaken.checking.desk import Desk
from untaken.checking.loading import load

EXAMPLES = {code: rule.examples for code, rule in CATALOGUE.items() if rule.wrong}

PLACES: dict[str, tuple[str, ...]] = {
    # what of the clean scenario the example stands for: from the first of these texts to the end of the last
    "empty-file": ("format: 1\n", "    outcome: The minister says no\n    basis: inferred\n"),
    "lost-text": ("        label: Sail on the evening tide\n",),
    "yaml-syntax": ("        label: Sail on the evening tide\n",),
    "yaml-tag": ("        label: Sail on the evening tide\n",),
    "yaml-alias": ("        label: Sail on the evening tide\n",),
    "swallowed-line": ("context: The", "start: harbour\n"),
    "duplicate-key": ("actors:\n", "  master: {name: The master}\n"),
    "unknown-key": ("        leads-to: calm\n",),
    "missing-key": ("  wreck:\n", "    basis: recorded\n"),
    "wrong-type": ("    deciders: [master, owners]\n",),
    "empty-value": ("where: Port Ellen\n",),
    "bad-date": ("when: 12 October 1884\n", "date: 1884-10-12\n"),
    "julian-day": ("when: 12 October 1884\n", "date: 1884-10-12\n"),
    "unknown-format": ("format: 1\n",),
    "unknown-target": ("leads-to: dawn",),
    "unknown-source": ("            cite: {source: annals, section: The night, quote: the mail cannot wait}\n",),
    "unknown-section": ("            cite: {source: annals, section: The night, quote: the mail cannot wait}\n",),
    "unknown-actor": ("        advocates: [Sheriff Grant]\n",),
    "unknown-fact": ("        establishes: [mail-kept]\n",),
    "unknown-scenario": ("    outcome: The ferry is lost\n", "    basis: recorded\n"),
    "unreachable-node": ("    branches:\n      drops:", "leads-to: lost-day}\n"),
    "dead-end": ("  manse:\n", "    basis: inferred\n"),
    "cycle": ("      holds:", "leads-to: arrival}\n"),
    "no-historical-path": ("      breaks:", "leads-to: arrival}\n"),
    "two-historical-paths": ("      breaks:", "leads-to: arrival}\n"),
    "historical-off-path": ("  calm:\n", "leads-to: lost-day}\n"),
    "recorded-off-path": ("  arrival:\n", "    basis: inferred\n"),
    "history-not-recorded": ("  wreck:\n", "    basis: recorded\n"),
    "dates-out-of-order": ("  crossing:\n", "    date: 1884-10-13\n"),
    "option-without-argument": ("        label: Send for the steamer\n", "            cite: {source: log}\n"),
    "argument-without-citation": ("          - for: The mail cannot wait.\n", "quote: the mail cannot wait}\n"),
    "argued-without-citation": ("    outcome: The mails are a day late\n", "quote: the railway stood ready}\n"),
    "argument-without-side": ("          - for: The mail cannot wait.\n", "quote: the mail cannot wait}\n"),
    "quotation-too-long": ("            cite: {source: annals, section: The night, quote: the mail cannot wait}\n",),
    "option-without-advocate": ("        label: Ask the minister\n", "        advocates: [widows]\n"),
    "one-sided-option": ("        arguments:\n          - for: A steamer", "            cite: {source: log}\n"),
    "only-history-viable": ("    options:\n      on:", "        leads-to: wreck\n"),
    "rejoining-roads": ("    branches:\n      drops:", "leads-to: lost-day}\n"),
    "end-that-continues": ("    outcome: The ferry is lost\n", "    basis: recorded\n"),
    "half-told-tie": ("        establishes: [mail-kept]\n",),
    "idle-variant": ("  master: {name: The master}\n",),
    "contradictory-likelihoods": ("    branches:\n      drops:", "leads-to: lost-day}\n"),
    "decider-wants-what-happened": ("    deciders: [master, owners]\n", "        advocates: [owners]\n"),
    "unknown-expectation": ("where: Port Ellen\n",),
    "expectation-failed": ("where: Port Ellen\n",),
    "unknown-code": ("acknowledge:\n", "The narrows left no choice.\n"),
    "needless-acknowledgement": ("acknowledge:\n", "The narrows left no choice.\n"),
}

SETTINGS: dict[str, tuple[tuple[str, str], ...]] = {
    # what has to stand elsewhere for the example to be the only thing that is wrong
    "only-history-viable": (
        ("  only-history-viable: The", "  one-sided-option: That is enough.\n  option-without-advocate: The"),
        ("  wreck:\n", "  back-home:\n    outcome: The ferry is back\n    basis: inferred\n  wreck:\n"),
    ),
}
BESIDE = "title: The inquiry\nquestion: Who was to blame?\nnodes:\n  end: {outcome: The owners, basis: recorded}\n"


def indented(fragment: str, like: str) -> str:
    """The lines of an example as far in as the text for which they stand."""
    blanks = " " * (len(like) - len(like.lstrip(" ")))
    return "".join(f"{blanks}{line}\n" for line in fragment.splitlines())


def placed(code: str, fragment: str) -> str:
    """The clean scenario with an example in its place."""
    text = CLEAN
    for old, new in SETTINGS.get(code, ()):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    first, *rest = PLACES[code]
    assert text.count(first) == 1, first
    start = text.index(first)
    end = text.index(rest[0], start) + len(rest[0]) if rest else start + len(first)
    if first.startswith("leads-to"):
        return text[:start] + fragment + text[end:]
    return text[:start] + indented(fragment, first) + text[end:]


def codes(folder: Path, text: str) -> set[str]:
    """The codes of all problems that a scenario has beside another one, in a collection of two."""
    (folder / "inquiry.yaml").write_text(BESIDE, encoding="utf-8")
    path = folder / "ferry.yaml"
    return {each.code for each in load([path], Desk().with_text(path, text)).problems}


def test_every_code_has_two_examples_or_says_what_to_do_instead() -> None:
    told = {code: (bool(rule.wrong), bool(rule.right), bool(rule.instead)) for code, rule in CATALOGUE.items()}
    assert {*told.values()} == {(True, True, False), (False, False, True)}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_has_its_own_mistake_and_no_other(tmp_path: Path, code: str) -> None:
    assert codes(tmp_path, placed(code, EXAMPLES[code][0])) == {code}


@pytest.mark.parametrize("code", [code for code in EXAMPLES if code != "empty-file"])
def test_the_right_example_has_no_mistake(tmp_path: Path, code: str) -> None:
    assert codes(tmp_path, placed(code, EXAMPLES[code][1])) - {"rejoining-roads"} == set()


def test_the_right_beginning_of_a_file_is_no_empty_one(tmp_path: Path) -> None:
    assert "empty-file" not in codes(tmp_path, EXAMPLES["empty-file"][1])


def test_the_examples_are_short() -> None:
    assert max(len(wrong.splitlines()) for wrong, _ in EXAMPLES.values()) <= 16
    assert max(len(line) for pair in EXAMPLES.values() for text in pair for line in text.splitlines()) <= 110


def test_explain_shows_the_rule_and_both_examples(tmp_path: Path) -> None:
    assert run("explain", "unknown-key", cwd=tmp_path) == Ran(
        0,
        "unknown-key (error): Only the keys of the format are read.\n\n"
        "wrong:\n  leeds-to: calm\nright:\n  leads-to: calm\n",
        "",
    )


def test_explain_of_a_rule_about_files_says_what_to_do(tmp_path: Path) -> None:
    out = run("explain", "broken-lock", cwd=tmp_path).out
    assert out.splitlines()[1:] == ["", CATALOGUE["broken-lock"].instead]


def test_explain_of_a_misspelt_code_names_the_nearest(tmp_path: Path) -> None:
    message = "error: no message has the code 'unknwon-key'\nhelp: write 'unknown-key'\n"
    assert run("explain", "unknwon-key", cwd=tmp_path) == Ran(2, "", message)


def test_explain_lists_all_codes_by_group(tmp_path: Path, agrees: Callable[[str, Path], None]) -> None:
    ran = run("explain", cwd=tmp_path)
    assert re.findall(r"(?m)^  ([\w-]+) \(", ran.out) == [*CATALOGUE]
    assert [line for line in ran.out.splitlines() if line and line[0] != " "] == [
        f"{group[0].upper()}{group[1:]}" for group in GROUPS
    ]
    agrees(ran.out, TOP / "tests" / "golden" / "commands" / "explain.txt")
