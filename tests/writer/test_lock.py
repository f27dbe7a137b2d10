"""The lock file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fledge.diagnostics.errors import DiagnosticError
from fledge.writer import Lock

LOCK = Lock(
    generator="0.1.0",
    black="26.1.0",
    digest="d",
    inputs_digest="m",
    counts={"models": 1},
    sources={"../a.yaml": "5"},
    names={"b": "B", "a": "Ä"},
    files={"z.py": "2", "a.py": "4"},
)


def read(folder: Path, content: str | bytes) -> Lock:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "fledge.lock").write_bytes(data)
    return Lock.read(folder)


def test_missing(tmp_path: Path) -> None:
    """A folder without a lock, or no folder at all, has an empty lock."""
    assert Lock.read(tmp_path) == Lock()
    assert Lock.read(tmp_path / "nowhere") == Lock()


def test_round_trip(tmp_path: Path) -> None:
    """What is written is what is read."""
    assert read(tmp_path, LOCK.text()) == LOCK


def test_form() -> None:
    """The text is sorted JSON with one fact per line and a newline at the end."""
    assert LOCK.text() == (
        "{\n"
        '  "black": "26.1.0",\n'
        '  "counts": {\n    "models": 1\n  },\n'
        '  "digest": "d",\n'
        '  "files": {\n'
        '    "a.py": "4",\n'
        '    "z.py": "2"\n'
        "  },\n"
        '  "generator": "0.1.0",\n'
        '  "lock": 1,\n'
        '  "made_with": "m",\n'
        '  "names": {\n    "a": "Ä",\n    "b": "B"\n  },\n'
        '  "sources": {\n    "../a.yaml": "5"\n  }\n'
        "}\n"
    )


def test_form_is_that_of_the_json_module() -> None:
    """Whatever the names and paths are, and where a table is empty or there is a list."""
    names = {'{"a": 1}': "[]", "two\nlines": "\u2028,\\", "Z": "}"}
    lock = replace(LOCK, names=names, sources={}, runtime=("client", "model"))
    text = lock.text()
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert json.loads(text)["names"] == names


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        b"\xff\xfe\x00",
        '{"lock": 1}',
        '{"lock": 1, "generator": "", "black": "", "digest": 1, "names": {}, "files": {}}',
        '{"lock": 1, "generator": "", "black": "", "digest": "", "names": {"a": 1}, "files": {}}',
        '{"lock": 1, "generator": "", "black": "", "digest": "", "names": {}, "files": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_broken(tmp_path: Path, content: str | bytes) -> None:
    """A lock that cannot be read is a fault that names it, whatever is wrong with it."""
    with pytest.raises(DiagnosticError) as caught:
        read(tmp_path, content)
    assert caught.value.diagnostic.code == "lock-invalid"
    assert caught.value.diagnostic.hint
    assert caught.value.document is not None
    assert caught.value.document.path.endswith("fledge.lock")


def test_merge_conflict(tmp_path: Path) -> None:
    """An unresolved merge is called what it is, and pointed at."""
    text = LOCK.text().replace('  "digest"', '<<<<<<< ours\n  "digest"')
    with pytest.raises(DiagnosticError, match="merge conflict") as caught:
        read(tmp_path, text)
    assert caught.value.diagnostic.source is not None
    assert caught.value.diagnostic.source.offset == text.index("<<<<<<<")


def test_later_version(tmp_path: Path) -> None:
    """A lock of another form says which version wrote it."""
    text = json.dumps({"lock": 2, "generator": "9.9.9"})
    with pytest.raises(DiagnosticError) as caught:
        read(tmp_path, text)
    assert caught.value.diagnostic.code == "lock-version"
    assert "9.9.9" in str(caught.value.diagnostic.hint)


@pytest.mark.parametrize("path", ["../a.py", "/etc/passwd", "a/../../b", "C:/a", "a\\b", "./a"])
def test_hostile_paths(tmp_path: Path, path: str) -> None:
    """A lock cannot make us delete anything outside of the package."""
    content = {**json.loads(LOCK.text()), "files": {path: ""}}
    with pytest.raises(DiagnosticError, match="lists"):
        read(tmp_path, json.dumps(content))


def test_versions_of_tools_alone_say_nothing_new() -> None:
    """Two locks that differ in the versions of the tools say as much as each other."""
    other = Lock(generator="x", black="y", digest=LOCK.digest, names=LOCK.names, files=LOCK.files)
    assert LOCK.is_equivalent(other)
    assert not LOCK.is_equivalent(Lock())
