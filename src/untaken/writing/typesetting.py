"""Typst, which sets tagged PDF: text is passed to it as data and never becomes markup. The only importer of typst."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from untaken.drawing.machine_fonts import on_machine
from untaken.drawing.typeface import emoji_fonts, text_fonts
from untaken.writing.scratch import Scratch


def typeset(template: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes], letters: str) -> bytes:
    """A PDF/UA-1 file: a template filled with data, which names pictures. The same input gives the same bytes.

    `letters` are those in it that our typeface lacks. They are set in one of this machine's; where that lacks them,
    too, they are boxes, and the file is tagged but no PDF/UA-1, which has to show every letter.
    """
    import typst

    borrowed = on_machine(letters)
    with Scratch() as root:
        fonts = root / "fonts"
        fonts.mkdir()
        for path in {font.path for font in borrowed.values()}:
            shutil.copy(path, fonts)
        for name, picture in pictures.items():
            (root / name).write_bytes(picture)
        made = typst.compile(
            str(shutil.copy(template, root)),
            root=str(root),
            font_paths=[str(text_fonts()), str(emoji_fonts()), str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1" if all(letter in borrowed for letter in letters) else [],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    assert isinstance(made, bytes)
    return made
