"""Which paths a package may have."""

from __future__ import annotations

import pytest

from fledge.writer.paths import check_paths, parent_dirs


def test_usual_paths() -> None:
    """The files of a client are fine."""
    check_paths(
        [
            "__init__.py",
            "models/__init__.py",
            "models/con_x.py",
            "_runtime/client.py",
            "py.typed",
            "models/console.py",
        ]
    )


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/a.py",
        "a//b.py",
        "a/",
        "../a.py",
        "a/../b.py",
        "./a.py",
        "a\\b.py",
        "C:a.py",
        "C:/a.py",
        "con.py",
        "models/CON.py",
        "models/aux",
        "nul.tar.gz",
        "com1.py",
        "lpt¹.py",
        "a./b.py",
        "a .py/b ",
        "a\nb.py",
        "a\x00.py",
        "a?.py",
        "x" * 256,
        "__pycache__/a.py",
        "fledge.lock",
        "Fledge.lock",
    ],
)
def test_refused(path: str) -> None:
    """A path that leaves the folder, or that some platform cannot store, is a bug of ours."""
    with pytest.raises(ValueError):
        check_paths(["b.py", path])


@pytest.mark.parametrize("pair", [("models/a.py", "models/A.py"), ("a", "a/b"), ("A", "a/b")])
def test_refused_together(pair: tuple[str, str]) -> None:
    """Two paths that are one file, or file and folder, are refused where case does not count either."""
    with pytest.raises(ValueError):
        check_paths(pair)


def test_folders() -> None:
    """The folders above a file, the outermost first."""
    assert parent_dirs("a/b/c.py") == ("a", "a/b")
    assert parent_dirs("c.py") == ()
