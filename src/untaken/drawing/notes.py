"""What the editor notes beside a turning point, by whose it is, on a sheet of its own."""

from untaken.drawing.boxes import Boxes
from untaken.drawing.sheet import Box, BoxKind, Paragraph, Sheet, TextRole, TextRun, words
from untaken.model import EDITOR
from untaken.telling.citing import attribution
from untaken.telling.phrases import claims, pictures

_NOTES = "notes"


def notes_sheet(boxes: Boxes) -> Sheet | None:
    """The notes of a scenario and of its nodes, a box for each group of sources; None where there are none."""
    point, graph = boxes.point, boxes.graph
    every = [*point.scenario.notes, *(note for id in graph.order for note in graph.nodes[id].notes)]
    if not every:
        return None
    parts: dict[str, list[Paragraph]] = {}
    for note in every:
        # The editor speaks of sources, others speak in them.
        is_editors = note.voice == EDITOR
        owner = attribution(point, EDITOR if is_editors else None, note.cite) or point.name(EDITOR)
        quoted = point.name(note.voice) if note.voice and not is_editors else ""
        tail = TextRun(claims.behind(quoted), TextRole.OWNER) if quoted else None
        said = Paragraph((TextRun(note.note, TextRole.CLAIM),), TextRun("•", TextRole.POINT), tail)
        parts.setdefault(owner, []).append(said)
    head = Box((_NOTES,), BoxKind.DECISION, (words(pictures.NOTES, TextRole.QUESTION),), history=True)
    cards = [
        Box((_NOTES, owner), BoxKind.NOTE, (words(owner, TextRole.OPTION),), tuple(each))
        for owner, each in parts.items()
    ]
    scenario = point.scenario
    return Sheet(scenario.title, scenario.question, "", (head, *cards), (_NOTES,), (), boxes.sources, is_list=True)
