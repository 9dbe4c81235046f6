"""What became a link that leads out of the folder while it was watched: what stands there is nobody's scenario."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from untaken.checking.loading import Loaded
from untaken.reading.diagnostics import Diagnostic
from untaken.reading.disk import is_within
from untaken.reading.rules import UNREADABLE_FILE
from untaken.telling.phrases import previews as words
from untaken.text.span import Span


@dataclass
class Strays:
    """The files of a folder that have stood in it themselves. A link that was one from the start is the author's."""

    folder: Path
    _own: set[Path] = field(default_factory=set)

    def kept_back(self, loaded: Loaded) -> Loaded:
        """What was loaded without the scenarios that have turned into such links, each with a problem in its place."""
        strayed = {path for path in loaded.read if path in self._own and self._leads_out(path)}
        self._own |= {path for path in loaded.read if not self._leads_out(path)}
        if not strayed:
            return loaded
        own = [
            Diagnostic(Span(str(path)), UNREADABLE_FILE, words.LED_OUT, words.PUT_IT_HERE) for path in sorted(strayed)
        ]
        return replace(
            loaded,
            points=tuple(point for path, point in loaded.read.items() if point and path not in strayed),
            problems=(*(each for each in loaded.problems if Path(each.span.path) not in strayed), *own),
            read={path: None if path in strayed else point for path, point in loaded.read.items()},
        )

    def _leads_out(self, path: Path) -> bool:
        return not is_within(path, self.folder if is_within(path.parent, self.folder) else path.parent)
