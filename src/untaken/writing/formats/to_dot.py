"""DOT: a plain graph that an author can edit."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.making import DressedPage


def _picture(dressed: "DressedPage") -> bytes:
    return dressed.dot(dressed.theme).encode("utf-8")


FORMAT = Format("dot", ".dot", {Stuff.PICTURE: _picture})
