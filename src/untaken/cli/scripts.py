"""Walks that nobody is asked about: by a list of words, and at random."""

from collections.abc import Sequence

from untaken.cli.app import CLEAN
from untaken.faces import Keep
from untaken.faces.terminal import progress, say_sentence, show
from untaken.history import Course, How, Walk
from untaken.history.scripted import ROLL, ScriptFault, follow
from untaken.history.session import Session
from untaken.history.wandering import Wandering
from untaken.model import Chance, Outcome
from untaken.telling.phrases import scripted as words
from untaken.telling.walk.coverage import coverage_document
from untaken.telling.walk.scene import scene
from untaken.text.trouble import Trouble
from untaken.text.wrapping import one_line


def words_of(text: str) -> list[str]:
    """The words of a list parted by commas."""
    return [word.strip() for word in text.split(",")] if text.strip() else []


def walk_by_words(session: Session, answers: Sequence[str], keep: Keep) -> None:
    """Walk by these words and show the whole road. Raises Trouble where one of them led nowhere."""
    from untaken.faces.plain import show_moves

    followed = follow(session, answers)
    if isinstance(followed, ScriptFault):
        raise _trouble(followed, len(answers))
    keep(followed)
    show_moves(followed)
    if not followed.walk.is_over:
        say_sentence(_way_on(followed.walk))
    say_dice(followed)


def say_dice(session: Session) -> None:
    """Name the seed, if dice were rolled: whoever picked none can let them fall so again."""
    throws = [move.throw for move in session.walk.moves if move.how is How.ROLLED]
    if throws:
        say_sentence(words.dice(session.seed, any(throws)))


def _trouble(stumble: ScriptFault, count: int) -> Trouble:
    here = one_line(stumble.walk.here.node.text)
    if stumble.walk.is_over:
        return words.left_over(stumble.at, count, stumble.word, here)
    why = one_line(stumble.refusal.message)
    return words.led_nowhere(stumble.at, count, here, stumble.word, why, _open(stumble.walk))


def _way_on(walk: Walk) -> str:
    if isinstance(walk.here.node, Outcome):
        return words.words_end_before(scene(walk).cards[0].label)
    return words.words_end(_open(walk))


def _open(walk: Walk) -> list[str]:
    """The words that lead on from here."""
    names = [way.id for way in walk.ways if way.is_open]
    return [*names, ROLL] if isinstance(walk.here.node, Chance) else names


def walk_at_random(course: Course, walks: int, seed: int, plain: bool) -> int:
    """Walk so many times at random from the start of a course, and tell what was reached."""
    wandering = Wandering(course, seed)
    with progress("walking", walks) as further:
        for at in range(1, walks + 1):
            wandering.once()
            if at % _STRIDE == 0:
                further(_STRIDE)
    show(coverage_document(wandering.coverage, seed), plain)
    return CLEAN


_STRIDE = 500
"""Walks between two looks at the progress bar, each of which costs as much as some walks."""
