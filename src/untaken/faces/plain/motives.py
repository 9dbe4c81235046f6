"""After a choice: which argument convinced, and which spoke against it. Enter names none, and any command goes on."""

from collections.abc import Callable, Sequence

from untaken.faces.plain.asking import tries
from untaken.faces.terminal import ask, say, say_lines, say_sentence
from untaken.history.moves import Ground, How
from untaken.history.session import Session
from untaken.telling.document import Role, block
from untaken.telling.phrases import motives
from untaken.telling.walk.motives import Motive, motives_of


def name_reasons(session: Session, is_command: Callable[[str], bool]) -> tuple[Session, str | None]:
    """The session with the reasons that were named for its last move, and a command that was typed instead of one."""
    move = session.walk.moves[-1]
    questions = motives.ASKED_OF_CLASS if move.how is How.VOTED else motives.ASKED
    named: list[Ground | None] = []
    for question, among in zip(questions, motives_of(session.walk, session.told), strict=True):
        answer = _named(question, among, is_command) if among else None
        if isinstance(answer, str):
            return session.because(*(*named, None, None)[:2]), answer
        named.append(answer)
    return session.because(*named), None


def _named(question: str, among: Sequence[Motive], is_command: Callable[[str], bool]) -> Ground | str | None:
    """The argument that is named, None for none, or a command."""
    say()
    say_sentence(question)
    for number, motive in enumerate(among, 1):
        first, *rest = motive.blocks()
        say_lines([block(f"{number}. {first.text}", Role.STEP), *rest])
    for _ in tries():
        word = (ask(motives.none_or_one(len(among))) or "").strip()
        if not word or is_command(word):
            return word or None
        number = int(word) if word.isascii() and word.isdigit() and len(word) < _LONGEST_NUMBER else 0
        if 1 <= number <= len(among):
            return among[number - 1].ground
        say_sentence(motives.no_such(word, len(among)).sentence)
    return None


_LONGEST_NUMBER = 5
