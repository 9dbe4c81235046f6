"""PNG, for slides and texts that take no SVG."""

from typing import TYPE_CHECKING

from untaken.writing.formats import Format, Stuff

if TYPE_CHECKING:
    from untaken.writing.making import DressedPage


def _picture(dressed: "DressedPage") -> bytes:
    from untaken.drawing.place.paper import finest_raster
    from untaken.writing.png import finished

    page = dressed.page
    dots = min(dressed.order.dpi, finest_raster(page.width, page.height))
    return finished(dressed.by_graphviz("png", dots), page.title, page.words, page.language, dots)


FORMAT = Format("png", ".png", {Stuff.PICTURE: _picture}, is_text=False, by_graphviz=True)
