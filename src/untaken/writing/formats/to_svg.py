"""SVG, for the web and for drawing programs."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.making import DressedPage


def _picture(dressed: "DressedPage") -> bytes:
    from untaken.writing.orders import Lettering
    from untaken.writing.svg import svg

    return svg(dressed.page, dressed.theme, outlines=dressed.order.text is Lettering.OUTLINES)


FORMAT = Format("svg", ".svg", {Stuff.PICTURE: _picture})
