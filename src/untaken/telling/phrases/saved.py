"""Walks that are kept in files: what is in one, what keeps it from being written or taken up, and where it is."""

from untaken.reading.disk import NO_SUCH_FILE
from untaken.text.naming import counted, sentence_list
from untaken.text.trouble import Trouble

NAME_ONE = "name a file that --save wrote"
_ANOTHER_SAVE = "name another file with --save"
ANOTHER_TRANSCRIPT = "name another file with --transcript"


def both(path: str) -> Trouble:
    """A file that was named for the walk and for its transcript."""
    return Trouble("it cannot hold both the walk and its transcript", ANOTHER_TRANSCRIPT, path)


def unwritable(cause: str, path: str) -> Trouble:
    """A file that cannot be written before the walk begins."""
    return Trouble(f"it cannot be written: {cause}", "name another file", path)


def left_behind(cause: str, again: str, path: str, is_there: bool) -> Trouble:
    """A file that could not be written to the end; `again` is the command that walks the same road."""
    remains = "it stands where it stood, for the rest" if is_there else "it"
    return Trouble(f"{remains} cannot be written: {cause}", f"the same road can be walked again: {again}", path)


def unreadable(cause: str, cure: str) -> Trouble:
    """A file that the system does not give."""
    return Trouble(f"it cannot be read: {cause}", cure)


def absent(cure: str) -> Trouble:
    """No file of that name."""
    return Trouble(NO_SUCH_FILE, cure)


def is_folder(cure: str) -> Trouble:
    """A folder in place of a file."""
    return Trouble("it is a folder", cure)


def is_no_file(cure: str) -> Trouble:
    """A pipe, a device or the like."""
    return Trouble("it is no ordinary file", cure)


def is_large(cure: str) -> Trouble:
    """A file with more in it than any walk has."""
    return Trouble("it is too large for a saved walk", cure)


def holds_walk(start: str, moves: int, path: str) -> Trouble:
    """A file that has another walk in it."""
    message = f"it holds another walk, which began at '{start}' and has {counted(moves, 'move')}"
    return Trouble(message, "go on with that one with --resume instead of --save, or name another file", path)


def holds_other(what: str, path: str) -> Trouble:
    """A file that has something else in it."""
    return Trouble(what or "it is there already, and is no saved walk", _ANOTHER_SAVE, path)


def is_no_transcript(path: str) -> Trouble:
    """A file that has something else than a transcript in it."""
    return Trouble("it is there already, and is no transcript", ANOTHER_TRANSCRIPT, path)


def is_edited(path: str) -> Trouble:
    """A transcript that somebody has worked on."""
    return Trouble("somebody has worked on this transcript since", ANOTHER_TRANSCRIPT, path)


def unkept(cause: str, path: str) -> Trouble:
    """What no longer fits cannot be set aside."""
    return Trouble(
        f"the walk as it was cannot be kept beside it: {cause}", "save the walk in another file with --save", path
    )


def began_at(start: str, path: str) -> Trouble:
    """A walk whose scenario is not here."""
    return Trouble(f"the walk in it began at '{start}'", "name its file, or its folder with --scenarios", path)


def began_elsewhere(start: str, named: str, path: str) -> Trouble:
    """A walk that began at another scenario than the one that was named."""
    message = f"the walk in it began at '{start}', not at '{named}'"
    return Trouble(message, "leave the scenario's name out, or name another file", path)


def changed(ids: tuple[str, ...], fitting: int, of: int, copy: str, path: str) -> Trouble:
    """What is no longer as it was when a walk was saved, how much of it still fits, and where it is kept as it was."""
    kept = f"the walk as it was is kept in {copy}" if copy else ""
    return Trouble(f"{_changed(ids)}; {_still_fit(fitting, of)}", kept, path)


def _changed(ids: tuple[str, ...]) -> str:
    if not ids:
        return "its moves are not those of a walk"
    names = sentence_list(f"'{id}'" for id in ids)
    return f"the scenario {names} was changed since" if len(ids) == 1 else f"the scenarios {names} were changed since"


def _still_fit(fitting: int, of: int) -> str:
    if fitting == of:
        return "all moves still fit"
    if not fitting:
        return "no move fits any more, and the walk stands at its beginning"
    first = "move still fits" if fitting == 1 else f"{fitting} of {counted(of, 'move')} still fit"
    return f"the first {first}, and the walk stands there"


def transcript_kept(copy: str) -> str:
    """Where the transcript of another walk is now."""
    return f"The transcript that was there is kept in {copy}."


def before_again(copy: str) -> str:
    """Where a walk is kept that was begun again."""
    return f"What stood there before the walk began again is kept in {copy}."


def taken(path: str) -> str:
    """A file that somebody else has written in meanwhile."""
    return f"{path} was changed by somebody else meanwhile, and is as they left it."


def transcript_in(path: str) -> str:
    """Where the transcript is."""
    return f"The transcript is in {path}."


def saved(command: str) -> str:
    """With which command the walk goes on."""
    return f"The walk is saved. Go on with: {command}"
