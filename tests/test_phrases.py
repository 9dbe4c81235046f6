"""Sentences that people read: one and many, one author and two, few sources and many; and each stands once."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import TOP
from untaken.model.sources import Source
from untaken.telling.phrases import claims, moves, places, roads

ROOMS = ("history", "telling", "drawing", "writing", "faces", "cli")
PAINTERS = ("faces/screen/painting.py", "faces/screen/rows.py", "writing/markdown.py")
STYLE = re.compile(r"(bold|strike|dim|\$[\w-]+|[a-z]+ing)( |$)")


def source(*families: str) -> Source:
    return Source.model_validate(
        {"type": "book", "title": "Essence of Decision", "author": [{"family": each} for each in families]}
    )


@pytest.mark.parametrize(
    ("silent", "sentence"),
    [
        ([source("Davidson")], "Davidson is silent."),
        ([source("Davidson"), source("Sunkara")], "Davidson and Sunkara are silent."),
        ([source("Allison", "Zelikow")], "Allison and Zelikow are silent."),
        ([source("Gaddis", "Gould", "Kennan")], "Gaddis et al. are silent."),
        ([source()], "Essence of Decision is silent."),
        ([source("A"), source("B"), source("C")], "A, B and C are silent."),
        ([source(name) for name in "ABCDEFG"], "7 others are silent."),
    ],
)
def test_silence_is_told_of_one_of_several_and_of_many(silent: list[Source], sentence: str) -> None:
    assert claims.silence(silent) == sentence


def test_numbers_take_their_verbs_and_pronouns() -> None:
    assert places.looking_back(1) == "1 argument looks back on what happened, and waits until it is told."
    assert places.looking_back(2) == "2 arguments look back on what happened, and wait until it is told."
    assert places.more_to_read(1) == "There is 1 more argument: a shows it."
    assert places.more_to_read(3) == "There are 3 more arguments: a shows them."
    assert moves.stood_before(1, "t") == "1 argument stood on the page before; t tells it again."
    assert moves.stood_before(2, "") == "2 arguments stood on the page before."
    assert roads.left_history(1, 1, 1) == "The road left history: its only step was not history’s."
    assert roads.left_history(2, 2, 2) == "The road left history twice: none of its 2 steps was history’s."
    assert roads.left_history(3, 5, 9) == "The road left history 3 times: 5 of its 9 steps were not history’s."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (claims.wanted_by(["Lenin"]), "Wanted at the time by Lenin."),
        (claims.wanted_by(["Lenin", "Bukharin", "Stalin"]), "Wanted at the time by Lenin, Bukharin and Stalin."),
        (claims.reported("Lenin", ["Sunkara", "Davidson"]), "Lenin, in Sunkara and Davidson"),
        (claims.on("the editor", ["Sunkara"]), "the editor, on Sunkara"),
        (claims.expected_by(["Kautsky", "Lenin"], ["Sunkara"]), "expected by Kautsky and Lenin, in Sunkara"),
        (moves.on("Sail", True, 2), "On “Sail”, what happened (2 new):"),
        (moves.nothing_new_on("Wait", False), "On “Wait”: nothing new."),
    ],
)
def test_a_sentence_is_whole_whatever_its_parts(sentence: str, words: str) -> None:
    assert sentence == words


def literals(path: Path) -> Iterator[str]:
    """The texts in a module's code, without its docstrings, the blanks and stops round them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)]
    # What a program did wrong is told to its programmer.
    said |= {id(each.args[0]) for each in calls if each.func.id == "ValueError" and each.args}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in said:
            yield " ".join(each.value.split()).strip(" .,:;“”()")


def sentences(path: Path, least: int) -> Iterator[str]:
    """The texts of a module that have so many words, but for markup, styles, patterns and names of files."""
    for text in literals(path):
        if len(re.findall(r"[^\W\d_]{2,}", text)) >= least and not MARKUP.search(text):
            yield text


MARKUP = re.compile(r"[<>{}=]|\(\?|\w/\w|'(?:none|self)'|font-(?:src|weight)")


def test_no_sentence_stands_twice() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for path in (path for room in ROOMS for path in (TOP / "src" / "untaken" / room).rglob("*.py")):
        for text in sentences(path, 4):
            found[text].add(path.relative_to(TOP / "src" / "untaken").as_posix())
    assert len(found) > 500
    assert {text: names for text, names in found.items() if len(names) > 1} == {}


@pytest.mark.parametrize("room", ["faces", "drawing/slides", "writing/page", "writing/deck", "writing/handout"])
def test_whoever_shows_something_takes_its_sentences_from_the_phrases(room: str) -> None:
    paths = [*(TOP / "src" / "untaken" / room).rglob("*.py")]
    assert len(paths) > 1
    found = {text: path.name for path in paths for text in sentences(path, 3) if " " in text}
    assert found == {}


@pytest.mark.parametrize("name", PAINTERS)
def test_a_painter_has_no_words_of_its_own(name: str) -> None:
    texts = literals(TOP / "src" / "untaken" / name)
    words = [text for text in texts if len(re.findall(r"[^\W\d_]{2,}", text)) > 1]
    assert [text for text in words if not all(STYLE.match(each) for each in text.split())] == []
