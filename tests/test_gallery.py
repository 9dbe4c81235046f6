"""The pictures in `output/` that the README shows are those that the program draws now."""

import re
from pathlib import Path

import pytest

from program import TOP, run


def gallery(folder: Path) -> list[Path]:
    """The pictures in a folder that the README shows."""
    told = (TOP / "README.md").read_text("utf-8")
    return [path for path in sorted(folder.glob("*.svg")) if f"output/{path.name}" in told]


GALLERY = gallery(TOP / "output")
NAMES = [path.stem for path in GALLERY]

pytestmark = pytest.mark.skipif(not GALLERY, reason="the pictures are not part of the source distribution")


@pytest.fixture(scope="module")
def drawn_now(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of `make gallery` were run."""
    folder = tmp_path_factory.mktemp("gallery")
    (recipe,) = re.findall(r"(?m)^gallery: .*\n((?:\t.*\n)+)", (TOP / "Makefile").read_text("utf-8"))
    for line in recipe.strip().splitlines():
        words = line.split()[1:-2]
        assert run(*words, "-o", folder, "--scenarios", TOP / "scenarios", cwd=folder).code == 0
    return folder


def drawing(path: Path) -> str:
    """A picture but for its typeface, whose bytes depend on how a library packs them."""
    return re.sub(r"<style>.*</style>", "", path.read_text("utf-8"))


def test_there_are_pictures_of_a_whole_an_outline_a_timeline_and_one_before_the_choice() -> None:
    assert {"tax-in-kind", "brest-litovsk-before", "lenins-warning-outline", "timeline"} <= set(NAMES)


def test_what_else_lies_in_the_folder_is_no_picture_of_the_gallery(tmp_path: Path) -> None:
    for name in (*(path.name for path in GALLERY), "my-own.svg", "brest-litovsk-before.svg.part", "notes.txt"):
        (tmp_path / name).write_text("no drawing")
    (tmp_path / "a-folder.svg").mkdir()

    assert [path.name for path in gallery(tmp_path)] == [path.name for path in GALLERY]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_the_gallery_is_up_to_date(name: str, drawn_now: Path) -> None:
    now, then = (drawing(folder / f"{name}.svg") for folder in (drawn_now, TOP / "output"))

    assert now == then, f"the program draws {name} otherwise by now: run `make gallery`, look at it, and commit it"
