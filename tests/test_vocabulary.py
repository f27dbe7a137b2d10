"""The words of the code: no identifier is a word that says nothing to a reader of this field."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "fledge"
BANNED = frozenset(
    (
        "answer",
        "asked",
        "facts",
        "fits",
        "found",
        "given",
        "known",
        "made",
        "own",
        "place",
        "said",
        "seen",
        "there",
        "thing",
        "told",
        "twin",
        "wanted",
        "way",
    )
)
ROOMS = sorted(path for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").is_file())


def identifiers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each name that a module binds: line and name, without leading and closing underscores."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name.strip("_")
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield node.lineno, name.strip("_")
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name.strip("_")


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_identifier_is_a_banned_word(room: Path) -> None:
    """A participle or `thing` as a name does not say what a value is; the glossary has a word for it."""
    hits = [
        f"{path.relative_to(PACKAGE)}:{line} {name}"
        for path in sorted(room.rglob("*.py"))
        for line, name in identifiers(ast.parse(path.read_text(encoding="utf-8")))
        if name.lower() in BANNED
    ]
    assert not hits, "\n".join(hits)


def test_each_module_is_short() -> None:
    """A module of more than 400 lines has more than one reason to exist, unless its first line gives the reason."""
    long = {
        path.relative_to(PACKAGE).as_posix(): count
        for path in sorted(PACKAGE.rglob("*.py"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
