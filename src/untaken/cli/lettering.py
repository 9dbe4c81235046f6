"""Says which letters a file shows as boxes, here or elsewhere."""

from collections.abc import Mapping

from untaken.drawing.machine_fonts import on_machine, strange
from untaken.faces.terminal import show_trouble
from untaken.telling.phrases import letters as words


def warn_of_letters(by_name: Mapping[str, str], is_svg: bool = False) -> str:
    """Warn of letters that no typeface here has, and return them; of an SVG, say also which its own typeface lacks.

    The letters that our typeface lacks are given by the name of what they stand on.
    """
    every = strange(by_name.values())
    here = on_machine(every)
    boxes = "".join(letter for letter in every if letter not in here)
    if boxes:
        names = [name for name, letters in by_name.items() if {*boxes} & {*letters}]
        show_trouble(words.no_typeface(boxes, names), "warning")
    elif every and is_svg:
        show_trouble(words.borrowed(every, [name for name, letters in by_name.items() if letters]), "note")
    return boxes
