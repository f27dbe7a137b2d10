"""What generating would change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import version
from generator.fault import Fault
from generator.writer import Lock, compare, findings, survey, unified, write
from tests.writer.packages import changes, generate, kinds, of, package

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
    assert (found.files, found.own, found.lock_is_stale, findings(found)) == ((), (), False, ())


def test_stale(folder: Path) -> None:
    """A file that would be different now, and is as we wrote it, is stale."""
    found = changes({**FILES, "models/pet.py": "b = 4\n"}, folder)
    assert findings(found) == (("models/pet.py", "stale"),)


def test_edited(folder: Path) -> None:
    """A file that is not as we wrote it was edited, whether it would be different now or not."""
    (folder / "models/pet.py").write_text("b = 5\n")
    assert findings(changes(FILES, folder)) == (("models/pet.py", "edited by hand"),)
    assert kinds(changes({**FILES, "models/pet.py": "b = 6\n"}, folder)) == {"models/pet.py": "edited"}


def test_edited_into_what_is_wanted(folder: Path) -> None:
    """An edit that is just what would be generated is no edit."""
    (folder / "models/pet.py").write_text("b = 6\n")
    found = changes({**FILES, "models/pet.py": "b = 6\n"}, folder)
    assert found.files == ()
    assert findings(found) == (("fledge.lock", "stale"),)


def test_missing(folder: Path) -> None:
    """A file that we wrote and that is gone is missing."""
    (folder / "models/pet.py").unlink()
    found = changes(FILES, folder)
    assert kinds(found) == {"models/pet.py": "missing"}
    assert findings(found) == (("models/pet.py", "missing"),)


def test_new_file_is_missing(folder: Path) -> None:
    """A file that was never written is missing from what is committed, too."""
    assert findings(changes({**FILES, "new.py": ""}, folder)) == (("new.py", "missing"),)


def test_extra(folder: Path) -> None:
    """A file that we wrote and no longer want is extra, unless it was edited or is gone anyway."""
    fewer = {"__init__.py": FILES["__init__.py"]}
    (folder / "models/owner.py").write_text("mine\n")
    assert findings(changes(fewer, folder)) == (
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
    assert findings(found) == (("new.py", "not written by fledge"),)


def test_own_python_files_are_found(folder: Path) -> None:
    """A Python file that is not generated is part of what can be imported; other files are nobody's business."""
    (folder / "models/mine.py").write_text("")
    (folder / "NOTES.md").write_text("")
    (folder / "models/__pycache__").mkdir()
    (folder / "models/__pycache__/x.py").write_text("")
    found = changes(FILES, folder)
    assert found.files == ()
    assert findings(found) == (("models/mine.py", "extra"),)


def test_line_endings_are_no_edit(folder: Path) -> None:
    """Git on Windows gives lines another ending, which nobody did by hand."""
    (folder / "models/pet.py").write_bytes(b"b = 2\r\n")
    assert changes(FILES, folder).files == ()


def test_lost_lock(folder: Path) -> None:
    """Without the lock, files that are as they would be are taken over, and others are foreign."""
    (folder / "fledge.lock").unlink()
    (folder / "models/pet.py").write_text("mine\n")
    assert kinds(changes(FILES, folder)) == {"models/pet.py": "foreign"}


def test_only_what_is_stale_needs_black(folder: Path) -> None:
    """A file whose template's text and disk are as the lock says is not formatted again."""
    (folder / "models/owner.py").write_text("edited\n")
    made = package({**FILES, "models/pet.py": "b  =  7\n", "new.py": "n  = 1\n"}, unsettled=tuple(FILES))
    assert survey(made, Lock.read(folder), folder).stale == {"models/owner.py", "models/pet.py", "new.py"}


def test_another_black_formats_everything_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of Black may have another opinion on the same text; of what it does not see it has none."""
    monkeypatch.setattr(version, "black", lambda: "99.1.0")
    made = package(FILES, unsettled=("__init__.py",))
    lock = Lock.read(folder)
    seen = survey(made, lock, folder)
    assert seen.stale == {"__init__.py"}
    found = compare(seen, made, lock, of("digest"))
    assert findings(found) == ()
    assert write(found) and Lock.read(folder).black == "99.1.0"


def test_formatted_text_is_what_counts(folder: Path) -> None:
    """Two texts of a template that Black makes one are one file."""
    made = package({**FILES, "__init__.py": "a  =  1\n"}, unsettled=("__init__.py",))
    lock = Lock.read(folder)
    seen = survey(made, lock, folder)
    assert seen.stale == {"__init__.py"}
    after = compare(seen, package(FILES), lock, of("digest"))
    assert after.files == ()
    assert after.after.files["__init__.py"].written == lock.files["__init__.py"].written
    assert after.after.files["__init__.py"].rendered != lock.files["__init__.py"].rendered


def test_diff(folder: Path) -> None:
    """The diff leads from what is there to what would be generated, in git's form."""
    (folder / "models/owner.py").write_text("c = 3")
    wanted = {"__init__.py": "a = 1\n", "models/owner.py": "c = 3\n", "new.py": "n\x0cn\u2028\n"}
    assert list(unified(changes(wanted, folder), "out/client")) == [
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
    with pytest.raises(Fault, match="new.py is a folder"):
        changes({**FILES, "new.py": ""}, folder)


def test_file_in_the_way_of_the_package(tmp_path: Path) -> None:
    """A file where the package must stand is a fault."""
    (tmp_path / "client").write_text("")
    with pytest.raises(Fault, match="client is a file"):
        changes(FILES, tmp_path / "client")


def test_link_in_the_way(tmp_path: Path, folder: Path) -> None:
    """A link to a folder inside of the package would lead writes out of it."""
    (tmp_path / "elsewhere").mkdir()
    (folder / "more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Fault, match="more is a symbolic link"):
        changes({**FILES, "more/x.py": ""}, folder)


def test_own_folders_may_be_links(tmp_path: Path, folder: Path) -> None:
    """A link that is not in our way is the user's own."""
    (folder / "mine").symlink_to(tmp_path)
    assert changes(FILES, folder).files == ()
