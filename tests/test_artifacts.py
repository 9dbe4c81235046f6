"""How files are written: whole or not at all, and never in the place of what is no file."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from untaken.writing import artifacts
from untaken.writing.artifacts import write_all, write_new, write_whole


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "kept" / "scenario.yaml", tmp_path / "scenario.yaml"
    write_whole(target, b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_a_link_leads_to_is_written_though_its_folder_is_not_there_yet(tmp_path: Path) -> None:
    target, link = tmp_path / "new" / "folder" / "scenario.yaml", tmp_path / "scenario.yaml"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")


def test_folders_that_are_not_there_yet_are_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "folder" / "scenario.yaml", b"new")
    assert (tmp_path / "new" / "folder" / "scenario.yaml").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"a drawing")
    reader.join()
    assert read == [b"a drawing"]
    assert pipe.is_fifo()


def test_what_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(folder, b"a file in the place of a folder")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_cannot_be_made_is_named_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").write_bytes(b"a file")
    with pytest.raises(NotADirectoryError) as caught:
        write_whole(Path("taken/out/drawing.svg"), b"new")
    assert caught.value.filename == "taken/out"


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a" / "scenario.yaml"
    write_new(path, b"first")
    with pytest.raises(FileExistsError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"


def test_files_that_belong_together_are_written_all_or_none(tmp_path: Path) -> None:
    first, folder = tmp_path / "first", tmp_path / "folder"
    first.write_bytes(b"old")
    folder.mkdir()
    with pytest.raises(PermissionError):
        write_all({first: b"new", Path(artifacts.__file__): b"not mine"})
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert first.read_bytes() == b"old"


@pytest.mark.parametrize("write", [write_whole, write_new])
def test_nobody_sees_half_of_a_file_for_it_is_made_beside_its_place_and_moved_there(
    write: Callable[[Path, bytes], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drawing.svg"
    seen: list[tuple[list[bytes], bool]] = []

    def chmod(temporary: str, mode: int) -> None:
        # The last step before the file is put in its place.
        seen.append(([each.read_bytes() for each in tmp_path.iterdir()], path.exists()))
        assert (os.path.dirname(temporary), mode) == (str(tmp_path), 0o666 & ~_umask())

    monkeypatch.setattr(artifacts.os, "chmod", chmod)
    write(path, b"all of it")
    assert seen == [([b"all of it"], False)]
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"drawing.svg": b"all of it"}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_that_is_written_again_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_put_in_place_whole_where_files_have_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(temporary: str, path: Path) -> None:
        raise OSError(errno.EPERM, "no second names here")

    monkeypatch.setattr(artifacts.os, "link", link)
    write_new(tmp_path / "new", b"whole")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("new", b"whole")]
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "new", b"another")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("new", b"whole")]


@pytest.mark.parametrize("letters", [1, 40, 200, 250])
def test_a_name_of_any_length_that_the_system_allows_is_written(letters: int, tmp_path: Path) -> None:
    path = tmp_path / ("n" * letters)
    write_whole(path, b"all of it")
    write_new(path.with_name("x" * letters), b"too")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "n" * letters: b"all of it",
        "x" * letters: b"too",
    }
