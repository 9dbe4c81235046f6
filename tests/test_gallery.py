"""The pictures in `output/` that the README shows are those that the program draws now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drawings import Drawing
from program import TOP, run
from untaken.writing.engine import Engine

GALLERY = sorted((TOP / "output").glob("*.dot"))
NAMES = [path.stem for path in GALLERY]

pytestmark = pytest.mark.skipif(not GALLERY, reason="the pictures are not part of the source distribution")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        if "embedded" not in engine.name:
            pytest.skip("the gallery is drawn by the embedded Graphviz, and this machine has another one")
        yield engine


@pytest.fixture(scope="module")
def drawn_now(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    scenarios = [name for name in NAMES if name != "timeline"]
    where = ("--scenarios", TOP / "scenarios", "-f", "dot", "-o", folder)
    assert run("render", *scenarios, *where, cwd=folder).code == 0
    assert run("timeline", *where, cwd=folder).code == 0
    return folder


def test_there_is_a_gallery_of_pairs() -> None:
    # `make demo` draws more beside them.
    drawn = {path.stem for path in (TOP / "output").glob("*.svg")}
    assert {"brest-litovsk", "lenins-warning", "martov-motion", "nep-or-collectivization"} <= set(NAMES) <= drawn


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_the_gallery_is_up_to_date(name: str, drawn_now: Path) -> None:
    now, then = ((folder / f"{name}.dot").read_text("utf-8") for folder in (drawn_now, TOP / "output"))

    assert now == then, f"the program draws {name} otherwise by now: run `make gallery`, look at it, and commit it"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_the_gallery_is_drawn_from_the_dot_beside_it(name: str, engine: Engine) -> None:
    dot, svg = (TOP / "output" / f"{name}.dot", TOP / "output" / f"{name}.svg")

    assert Drawing(engine.draw(dot.read_text("utf-8"), "svg")).lines == Drawing(svg.read_bytes()).lines
