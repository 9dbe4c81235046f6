"""What remains of a walk when the program ends, however it ends."""

from dataclasses import dataclass
from pathlib import Path

from untaken.artifacts import write_whole
from untaken.walking.keeping import kept
from untaken.walking.session import Session


@dataclass
class Keeper:
    """Takes every new session of a walk: the last one is known when Ctrl-C comes, and stands in the file `save`."""

    session: Session
    save: Path | None = None

    def __call__(self, session: Session) -> None:
        self.session = session
        if self.save is not None:
            write_whole(self.save, kept(session).encode("utf-8"))
