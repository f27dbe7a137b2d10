"""What generating would change: contents are compared, and everything that Python would import counts."""

from __future__ import annotations

import json
import py_compile
from hashlib import sha256
from pathlib import Path
from py_compile import PycInvalidationMode

import pytest

from fledge import version
from fledge.diagnostics.errors import DiagnosticError
from fledge.writer import Lock, file_verdicts, matches_lock, unified_diff, write
from tests.writer.packages import changes, generate, kinds

FILES = {"__init__.py": "a = 1\n", "models/pet.py": "b = 2\n", "models/owner.py": "c = 3\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package as it was generated."""
    generate(FILES, tmp_path / "client")
    return tmp_path / "client"


def test_everything_is_added(tmp_path: Path) -> None:
    """Where nothing is, everything is added."""
    assert set(kinds(changes(FILES, tmp_path / "client")).values()) == {"added"}


def test_nothing_changed(folder: Path) -> None:
    """A package that is as it was generated has no findings."""
    found = changes(FILES, folder)
    assert (found.files, found.unmanaged, found.lock_is_stale, file_verdicts(found)) == ((), (), False, ())


def test_stale(folder: Path) -> None:
    """A file that would be different now, and is as we wrote it, is stale."""
    found = changes({**FILES, "models/pet.py": "b = 4\n"}, folder)
    assert file_verdicts(found) == (("models/pet.py", "stale"),)


def test_edited(folder: Path) -> None:
    """A file that is not as we wrote it was edited, whether it would be different now or not."""
    (folder / "models/pet.py").write_text("b = 5\n")
    assert file_verdicts(changes(FILES, folder)) == (("models/pet.py", "edited by hand"),)
    assert kinds(changes({**FILES, "models/pet.py": "b = 6\n"}, folder)) == {"models/pet.py": "edited"}


def test_edited_into_what_is_wanted(folder: Path) -> None:
    """An edit that is just what would be generated is no edit."""
    (folder / "models/pet.py").write_text("b = 6\n")
    found = changes({**FILES, "models/pet.py": "b = 6\n"}, folder)
    assert found.files == ()
    assert file_verdicts(found) == (("fledge.lock", "stale"),)


def test_missing(folder: Path) -> None:
    """A file that we wrote and that is gone is missing."""
    (folder / "models/pet.py").unlink()
    found = changes(FILES, folder)
    assert kinds(found) == {"models/pet.py": "missing"}
    assert file_verdicts(found) == (("models/pet.py", "missing"),)


def test_new_file_is_missing(folder: Path) -> None:
    """A file that was never written is missing from what is committed, too."""
    assert file_verdicts(changes({**FILES, "new.py": ""}, folder)) == (("new.py", "missing"),)


def test_extra(folder: Path) -> None:
    """A file that we wrote and no longer want is extra, unless it was edited or is gone anyway."""
    fewer = {"__init__.py": FILES["__init__.py"]}
    (folder / "models/owner.py").write_text("mine\n")
    assert file_verdicts(changes(fewer, folder)) == (
        ("models/owner.py", "edited by hand"),
        ("models/pet.py", "extra"),
    )
    (folder / "models/pet.py").unlink()
    assert kinds(changes(fewer, folder)) == {"models/owner.py": "edited"}


def test_foreign(folder: Path) -> None:
    """A file in our way that we never wrote is not ours to replace."""
    (folder / "new.py").write_text("mine\n")
    found = changes({**FILES, "new.py": "ours\n"}, folder)
    assert kinds(found) == {"new.py": "foreign"}
    assert file_verdicts(found) == (("new.py", "not written by fledge"),)


def test_own_python_files_are_found(folder: Path) -> None:
    """A Python file that is not generated is part of what can be imported; other files are nobody's business."""
    (folder / "models/mine.py").write_text("")
    (folder / "NOTES.md").write_text("")
    (folder / "models/__pycache__").mkdir()
    (folder / "models/__pycache__/x.py").write_text("")
    found = changes(FILES, folder)
    assert found.files == ()
    assert file_verdicts(found) == (("models/mine.py", "extra"),)


def test_line_endings_are_no_edit(folder: Path) -> None:
    """Git on Windows gives lines another ending, which nobody did by hand."""
    (folder / "models/pet.py").write_bytes(b"b = 2\r\n")
    assert changes(FILES, folder).files == ()


def test_lost_lock(folder: Path) -> None:
    """Without the lock, files that are as they would be are taken over, and others are foreign."""
    (folder / "fledge.lock").unlink()
    (folder / "models/pet.py").write_text("mine\n")
    assert kinds(changes(FILES, folder)) == {"models/pet.py": "foreign"}


def test_digest_in_the_lock_proves_nothing(folder: Path) -> None:
    """A file that was changed together with its digest is what differs, whatever the lock says."""
    path = folder / "models/pet.py"
    path.write_text("b = 3\n")
    lock = folder / "fledge.lock"
    content = json.loads(lock.read_text())
    content["files"]["models/pet.py"] = sha256(b"b = 3\n").hexdigest()
    lock.write_text(json.dumps(content))
    plan = changes(FILES, folder)
    assert kinds(plan) == {"models/pet.py": "changed"}
    assert write(plan)
    assert path.read_text() == FILES["models/pet.py"]


def test_another_black_changes_only_the_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another version of Black leaves the texts as they are, its version is all that is written."""
    monkeypatch.setattr(version, "black", lambda: "99.1.0")
    plan = changes(FILES, folder)
    assert file_verdicts(plan) == ()
    assert write(plan) and Lock.read(folder).black == "99.1.0"


@pytest.mark.parametrize(
    "name", ["x.py", "x.pyi", "x.pyc", "x.so", "x.abi3.so", "x.cpython-311-x86_64-linux-gnu.so", "x.pyd"]
)
def test_whatever_python_imports_is_extra(folder: Path, name: str) -> None:
    """A file with any suffix of a Python module is named; others are not."""
    (folder / "models" / name).write_bytes(b"")
    (folder / "models/x.txt").write_bytes(b"")
    plan = changes(FILES, folder)
    assert file_verdicts(plan) == ((f"models/{name}", "extra"),)
    assert not matches_lock(Lock.read(folder), folder)


def test_linked_folder_is_extra(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a folder, which Python would import from, is named, and not followed."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "mine.py").write_text("")
    (folder / "linked").symlink_to(elsewhere, target_is_directory=True)
    assert file_verdicts(changes(FILES, folder)) == (("linked", "extra"),)


def test_compiled_code_that_python_does_not_check_is_extra(folder: Path) -> None:
    """Code in `__pycache__` that is never compared with its source is named; what Python itself writes is not."""
    source = folder / "models/pet.py"
    for mode in (PycInvalidationMode.TIMESTAMP, PycInvalidationMode.CHECKED_HASH):
        py_compile.compile(str(source), invalidation_mode=mode)
        assert file_verdicts(changes(FILES, folder)) == ()
    compiled = Path(py_compile.compile(str(source), invalidation_mode=PycInvalidationMode.UNCHECKED_HASH) or "")
    assert file_verdicts(changes(FILES, folder)) == ((compiled.relative_to(folder).as_posix(), "extra"),)


def test_diff(folder: Path) -> None:
    """The diff leads from what is there to what would be generated, in git's form."""
    (folder / "models/owner.py").write_text("c = 3")
    wanted = {"__init__.py": "a = 1\n", "models/owner.py": "c = 3\n", "new.py": "n\x0cn\u2028\n"}
    assert list(unified_diff(changes(wanted, folder), "out/client")) == [
        "--- a/out/client/models/owner.py",
        "+++ b/out/client/models/owner.py",
        "@@ -1 +1 @@",
        "-c = 3",
        "\\ No newline at end of file",
        "+c = 3",
        "--- a/out/client/models/pet.py",
        "+++ /dev/null",
        "@@ -1 +0,0 @@",
        "-b = 2",
        "--- /dev/null",
        "+++ b/out/client/new.py",
        "@@ -0,0 +1 @@",
        "+n\x0cn\u2028",
    ]


def test_folder_in_the_way(folder: Path) -> None:
    """A folder where a file must stand is a fault that no --force gets past."""
    (folder / "new.py").mkdir()
    with pytest.raises(DiagnosticError, match="new.py is a folder"):
        changes({**FILES, "new.py": ""}, folder)


def test_file_in_the_way_of_the_package(tmp_path: Path) -> None:
    """A file where the package must stand is a fault."""
    (tmp_path / "client").write_text("")
    with pytest.raises(DiagnosticError, match="client is a file"):
        changes(FILES, tmp_path / "client")


def test_link_in_the_way(tmp_path: Path, folder: Path) -> None:
    """A link to a folder inside of the package would lead writes out of it."""
    (tmp_path / "elsewhere").mkdir()
    (folder / "more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DiagnosticError, match="more is a symbolic link"):
        changes({**FILES, "more/x.py": ""}, folder)


def test_own_folders_may_be_links(tmp_path: Path, folder: Path) -> None:
    """A link that is not in our way is the user's own."""
    (folder / "mine").symlink_to(tmp_path)
    assert changes(FILES, folder).files == ()
