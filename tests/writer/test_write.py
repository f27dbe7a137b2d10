"""Writing: whole, only what differs, and nothing that is somebody else's."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from fledge.diagnostics.errors import DiagnosticError
from fledge.writer import Lock, WriteConflict, atomic_rename, recover, write
from tests.writer.packages import changes, generate, inodes, tree

FILES = {
    "__init__.py": "a = 1\n",
    "models/pet.py": "b = 2\n",
    "models/owner.py": "c = 3\n",
    "old/x.py": "d = 4\n",
}
LATER = {"__init__.py": "a = 9\n", "models/pet.py": "b = 2\n", "models/tag.py": "é = 'ß'\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package as it was generated."""
    generate(FILES, tmp_path / "client")
    return tmp_path / "client"


@pytest.fixture(params=["swap_directories", "two renames", "one by one"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way of putting the new folder in place, whatever this machine can do."""
    if request.param != "swap_directories":
        monkeypatch.setattr(atomic_rename, "swap_directories", lambda one, other: False)
    if request.param == "one by one":
        monkeypatch.setattr(atomic_rename, "rename", lambda source, target: False)
    return str(request.param)


def test_first_time(tmp_path: Path) -> None:
    """The first package is written whole, with a lock, and nothing is left beside it."""
    folder = tmp_path / "some" / "where" / "client"
    assert generate(FILES, folder)
    assert tree(folder) == FILES
    assert set(Lock.read(folder).files) == set(FILES)
    assert os.listdir(folder.parent) == ["client"]


def test_update(folder: Path, way: str) -> None:
    """What differs is written, what is no longer wanted goes with its folder, and what is the same stays the same file."""
    before = inodes(folder)
    assert generate(LATER, folder)
    assert tree(folder) == LATER
    assert not (folder / "old").exists()
    assert inodes(folder)["models/pet.py"] == before["models/pet.py"]
    assert os.listdir(folder.parent) == ["client"]
    assert changes(LATER, folder).files == ()


def test_nothing_changed(folder: Path) -> None:
    """Where nothing would change, nothing is touched, not even a date."""
    before = inodes(folder), folder.stat().st_mtime_ns, folder.parent.stat().st_mtime_ns
    assert not generate(FILES, folder)
    assert (inodes(folder), folder.stat().st_mtime_ns, folder.parent.stat().st_mtime_ns) == before


def test_only_the_lock_changed(folder: Path) -> None:
    """Where only the lock changes, only the lock is replaced."""
    before = inodes(folder)
    assert generate(FILES, folder, digest="other")
    after = inodes(folder)
    assert {path for path in before if before[path] != after[path]} == {"fledge.lock"}
    assert Lock.read(folder).digest == "other"
    assert sorted(before) == sorted(after)


def test_line_feeds_and_utf8(folder: Path) -> None:
    """Text is UTF-8 with line feeds on every platform."""
    generate(LATER, folder)
    assert (folder / "models/tag.py").read_bytes() == "é = 'ß'\n".encode()


def test_own_files_are_kept(folder: Path, way: str) -> None:
    """What the lock does not know and what is not in the way is the user's own: it stays as it is."""
    (folder / "NOTES.md").write_text("mine")
    (folder / "old" / "mine.py").write_text("mine")
    (folder / "empty").mkdir()
    (folder / "link").symlink_to("nowhere")
    (folder / "NOTES.md").chmod(0o600)
    before = inodes_of(folder, "NOTES.md", "old/mine.py")
    generate(LATER, folder)
    assert inodes_of(folder, "NOTES.md", "old/mine.py") == before
    assert (folder / "empty").is_dir()
    assert os.readlink(folder / "link") == "nowhere"
    assert not (folder / "old" / "x.py").exists()


def inodes_of(folder: Path, *paths: str) -> list[tuple[int, int, int]]:
    found = [(folder / path).stat() for path in paths]
    return [(one.st_ino, one.st_mtime_ns, one.st_mode) for one in found]


@pytest.mark.parametrize("path", ["__init__.py", "models/owner.py"])
def test_edited_files_are_refused(folder: Path, path: str) -> None:
    """A file that was edited by hand is neither replaced nor removed, and nothing else is either."""
    (folder / path).write_text("mine\n")
    before = inodes(folder)
    with pytest.raises(WriteConflict) as caught:
        generate(LATER, folder)
    assert [change.path for change in caught.value.changes] == [path]
    assert inodes(folder) == before


def test_foreign_files_are_refused(folder: Path) -> None:
    """A file in our way that the lock does not know is not replaced."""
    (folder / "models/tag.py").write_text("mine\n")
    with pytest.raises(WriteConflict):
        generate(LATER, folder)
    assert (folder / "models/tag.py").read_text() == "mine\n"


def test_force(folder: Path, way: str) -> None:
    """With force, what is in the way goes."""
    (folder / "__init__.py").write_text("mine\n")
    (folder / "models/owner.py").write_text("mine\n")
    (folder / "models/tag.py").write_text("mine\n")
    assert generate(LATER, folder, force=True)
    assert tree(folder) == LATER


def test_missing_files_come_back(folder: Path) -> None:
    """A file that was deleted by hand is written again."""
    (folder / "models/pet.py").unlink()
    assert generate(FILES, folder)
    assert tree(folder) == FILES


def test_compiled_files_go(folder: Path) -> None:
    """What Python compiled of the old files does not outlive them."""
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "__init__.cpython-311.pyc").write_bytes(b"")
    (folder / "old" / "__pycache__").mkdir()
    (folder / "old" / "__pycache__" / "x.pyc").write_bytes(b"")
    generate(LATER, folder)
    assert tree(folder) == LATER
    assert not (folder / "old").exists()


def test_modes_are_kept(folder: Path, way: str) -> None:
    """A replaced file, and the folder, may be read by whom they could be read by before."""
    (folder / "__init__.py").chmod(0o600)
    folder.chmod(0o750)
    generate(LATER, folder)
    assert stat.S_IMODE((folder / "__init__.py").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_linked_target(tmp_path: Path, folder: Path) -> None:
    """A target that is a link stays one; what it points to is replaced."""
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(folder)
    generate(LATER, link)
    assert link.is_symlink()
    assert tree(folder) == LATER
    assert os.listdir(link.parent) == ["link"]


def test_file_system_without_hard_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no hard links, what stays is copied with its dates."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    before = inodes(folder)["models/pet.py"]
    generate(LATER, folder)
    after = inodes(folder)["models/pet.py"]
    assert tree(folder) == LATER
    assert after[1] == before[1] and after[0] != before[0]


def test_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while the new package is built leaves the old one, and nothing beside it."""
    before = inodes(folder)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(shutil, "copymode", fail)
    with pytest.raises(OSError):
        generate(LATER, folder)
    assert inodes(folder) == before
    assert os.listdir(folder.parent) == ["client"]


def test_changed_meanwhile(folder: Path) -> None:
    """What somebody writes between comparing and writing is not lost."""
    found = changes(LATER, folder)
    (folder / "__init__.py").write_text("mine\n")
    with pytest.raises(DiagnosticError, match="was changed while"):
        write(found)
    assert (folder / "__init__.py").read_text() == "mine\n"


def test_another_run_meanwhile(folder: Path) -> None:
    """Of two runs that compared the same folder, the second to write finds out."""
    found = changes(LATER, folder)
    generate(FILES, folder, digest="other run")
    with pytest.raises(DiagnosticError, match="was changed while"):
        write(found)


def test_failed_second_rename_is_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the new folder cannot take the place of the old one, the old one goes back."""
    rename = os.rename

    def fail(source: Path, target: Path) -> None:
        if Path(source).name == "new":
            raise PermissionError
        rename(source, target)

    monkeypatch.setattr(atomic_rename, "swap_directories", lambda one, other: False)
    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(PermissionError):
        generate(LATER, folder)
    assert tree(folder) == FILES
    assert os.listdir(folder.parent) == ["client"]


def test_killed_between_two_renames(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two renames are needed, the next run puts back what a killed run had moved away."""
    pid = os.fork()
    if pid == 0:
        rename = os.rename

        def die(source: Path, target: Path) -> None:
            if Path(source).name == "new":
                os._exit(9)
            rename(source, target)

        atomic_rename.swap_directories = lambda one, other: False
        os.rename = die
        generate(LATER, folder)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    assert not folder.exists()
    recover(folder)
    assert tree(folder) == FILES
    assert os.listdir(folder.parent) == ["client"]


def test_only_our_folders_are_cleaned(folder: Path) -> None:
    """What a killed run left is removed; what only looks like it is not."""
    parent = folder.parent
    ours = parent / ".client.fledge-00000000"
    (ours / "new").mkdir(parents=True)
    sign = "# Made by fledge while it writes a package. If it was killed, its next run removes this folder.\n*\n"
    (ours / ".gitignore").write_text(sign)
    theirs = parent / ".client.fledge-mine"
    theirs.mkdir()
    (theirs / "precious").write_text("")
    other = parent / ".other.fledge-00000000"
    shutil.copytree(ours, other)
    (parent / ".client.fledge-empty").mkdir()
    half = parent / ".client.fledge-half"
    half.mkdir()
    (half / ".gitignore").write_text("")
    recover(folder)
    assert sorted(os.listdir(parent)) == [".client.fledge-mine", ".other.fledge-00000000", "client"]


def test_recover_without_anything(tmp_path: Path) -> None:
    """Where there is nothing to clean, nothing happens, not even without a folder."""
    recover(tmp_path / "no" / "where")
    assert os.listdir(tmp_path) == []


def test_a_large_package_is_flushed_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut after the swap must not leave empty files; one flush of everything is quicker than thousands."""
    flushed: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sync", lambda: flushed.append("everything"))
    folder = tmp_path / "client"
    generate({f"models/m{number}.py": f"# {number}\n" for number in range(200)}, folder)
    assert flushed == ["everything"]
    generate(FILES, tmp_path / "small")
    assert flushed == ["everything"]
