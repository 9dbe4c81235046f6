"""Sentences that people read: one and many, one author and two, few sources and many."""

import pytest

from untaken.model.sources import Source
from untaken.telling.phrases import claims


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
