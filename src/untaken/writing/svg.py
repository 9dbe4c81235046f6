"""What Graphviz's SVG lacks: a role, a title, a description for those who listen, and the typeface in the file."""

import xml.etree.ElementTree as ElementTree
from collections import defaultdict

from untaken.drawing.typeface import EMOJI_FAMILY, FAMILY, Face, embedded

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"


def finished(drawing: bytes, title: str, description: str) -> bytes:
    """Graphviz's SVG made complete: no comment, id or tooltip with a generated name stays in it."""
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    root = ElementTree.fromstring(drawing)
    _remove_generated_names(root)
    style = ElementTree.Element(f"{{{_SVG}}}style")
    style.text = _font_faces(root)
    root.set("role", "img")
    root.set("aria-labelledby", "title description")
    for at, (name, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{_SVG}}}{name}", {"id": "title" if name == "title" else "description"})
        element.text = text
        root.insert(at, element)
    root.insert(2, style)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _remove_generated_names(root: ElementTree.Element) -> None:
    for parent in root.iter():
        for child in [each for each in parent if each.tag == f"{{{_SVG}}}title"]:
            parent.remove(child)
        if parent.tag == f"{{{_SVG}}}g":
            parent.attrib.pop("id", None)


def _font_faces(root: ElementTree.Element) -> str:
    """A rule for each face that occurs, with only the letters that occur in it; the texts are told to use them."""
    letters: dict[Face, set[str]] = defaultdict(set)
    for text in root.iter(f"{{{_SVG}}}text"):
        bold, italic = text.get("font-weight") == "bold", text.get("font-style") == "italic"
        letters[Face.BOLD if bold else Face.ITALIC if italic else Face.REGULAR] |= set("".join(text.itertext()))
        text.set("font-family", f"{FAMILY}, {EMOJI_FAMILY}, sans-serif")
    rules = [
        _font_face(FAMILY, embedded(used, face), face)
        for face, used in sorted(letters.items(), key=lambda each: each[0])
    ]
    rules.append(_font_face(EMOJI_FAMILY, embedded(set().union(*letters.values()) - _plain(), None), Face.REGULAR))
    return "".join(rules)


def _plain() -> set[str]:
    """The letters that the emoji font has, too, but that the text font draws."""
    return {chr(code) for code in range(0x20, 0x2190)}


def _font_face(family: str, data: str, face: Face) -> str:
    if not data:
        return ""
    weight = "bold" if face is Face.BOLD else "normal"
    style = "italic" if face is Face.ITALIC else "normal"
    source = f"src:url({data}) format('woff')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};{source}}}"
