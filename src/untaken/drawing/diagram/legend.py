"""The legend of a tree: a sample and a word for each kind of thing that occurs in it."""

from untaken.drawing import palette
from untaken.drawing.canvas import Sample
from untaken.drawing.picture import FOOTPRINT, Kind, Picture
from untaken.model import Basis

_SAMPLES = {
    "decision": Sample("box", "decision", ground=palette.NIGHT),
    "chance": Sample("box", "chance", palette.INK, palette.MIST, "ROUNDED", 0.09),
    "history": Sample("box", "what happened", palette.HISTORY, palette.HISTORY_TINT, border=0.2),
    "road": Sample(FOOTPRINT, "your road, a double line", palette.ROAD),
    "untaken": Sample("line", "road not taken", style="DASHED", border=0.09),
    "inferred": Sample("box", "inferred", style="DOTTED", border=0.09),
    "for": Sample("▲", "for", palette.FOR),
    "against": Sample("▼", "against", palette.AGAINST),
}


def legend(picture: Picture) -> list[Sample]:
    """The samples of what occurs in the picture."""
    kinds = {head.kind for head in picture.heads}
    marks = {each.mark for card in picture.cards for each in card.rows}
    occurs = {
        "decision": Kind.DECISION in kinds,
        "chance": Kind.CHANCE in kinds,
        "history": picture.has_history,
        "road": picture.has_road,
        "untaken": any(not each.historical and not each.walked for each in picture.cards),
        "inferred": any(each.basis is Basis.INFERRED for each in picture.heads),
        "for": "▲" in marks,
        "against": "▼" in marks,
    }
    return [sample for name, sample in _SAMPLES.items() if occurs[name]]
