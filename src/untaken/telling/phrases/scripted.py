"""Walks that nobody is asked about: which word led nowhere, where the words end, how the dice fell."""

from collections.abc import Sequence

from untaken.text.naming import abridged, nearest, sentence_list
from untaken.text.trouble import Trouble


def left_over(at: int, of: int, word: str, ended: str) -> Trouble:
    """A word behind the end of the road, of so many."""
    message = f"choice {at} of {of}, '{abridged(word)}', is left over: the road has ended at “{ended}”"
    return Trouble(message, "leave out what is left over")


def led_nowhere(at: int, of: int, here: str, word: str, why: str, leading_on: Sequence[str]) -> Trouble:
    """A word, of so many, that leads nowhere from here; with the words that do."""
    near = nearest(word, leading_on)
    cure = f"{f'write {near!r}; ' if near else ''}open here: {', '.join(leading_on)}"
    return Trouble(f"choice {at} of {of}, at “{here}”: {why}", cure)


def words_end_before(following: str) -> str:
    """The words end at an outcome that goes on in another turning point."""
    return f"The words end here. A further one leads on in “{following}”."


def words_end(leading_on: Sequence[str]) -> str:
    """The words end where others lead on."""
    return f"The words end here. A further one leads on: {sentence_list(leading_on, 'or')}."


def dice(seed: int, again: bool) -> str:
    """How dice that were rolled fall the same again; thrown `again` on one road, they do not."""
    if again:
        return f"The dice had the seed {seed}, and were thrown anew where a road was walked again."
    return f"The dice had the seed {seed}: with --seed {seed} they fall the same again."
