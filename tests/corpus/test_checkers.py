"""The type checkers get many packages at once: each error is one of the package that it is in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.client import document, make_from, operation, put
from tests.corpus.__main__ import batches
from tests.corpus.checkers import mypy_errors, pyright_errors
from tests.corpus.proof import by_package
from tests.corpus.subjects import Subject

Check = Callable[..., list[str]]


@pytest.mark.types
@pytest.mark.parametrize("name", ["mypy", "pyright"])
def test_an_error_belongs_to_its_package(name: str, tmp_path: Path) -> None:
    """Of three equal packages in one run, the only error is that of the second; deep in the runtime, too."""
    package = make_from(
        document({"/pets": {"get": operation(operationId="list_pets")}}, Pet={"type": "object"}), tmp_path
    )
    for each in ("first", "second", "third"):
        put(package, tmp_path / each)
    (tmp_path / "second" / "models" / "pet.py").open("a").write('\n\nwrong: int = "text"\n')
    (tmp_path / "third" / "_runtime" / "codec.py").open("a").write("\n\nalso_wrong: str = 1\n")
    check: Check = partial(mypy_errors, cache=tmp_path / "cache") if name == "mypy" else pyright_errors
    errors = by_package(check, tmp_path, ["first", "second", "third"])
    assert errors["first"] == []
    assert len(errors["second"]) == 1 and errors["second"][0].startswith("second/models/pet.py:")
    assert len(errors["third"]) == 1 and errors["third"][0].startswith("third/_runtime/codec.py:")


def test_a_checker_that_ends_gets_each_package_alone(tmp_path: Path) -> None:
    """What is said of no package is not lost: it is said again of the one that it comes from."""
    asked: list[tuple[str, ...]] = []

    def check(folder: Path, *packages: str) -> list[str]:
        asked.append(packages)
        return ["the checker ended with -9"] if "bad" in packages else []

    assert by_package(check, tmp_path, ["good", "bad"]) == {"good": [], "bad": ["the checker ended with -9"]}
    assert asked == [("good", "bad"), ("good",), ("bad",)]


@pytest.mark.types
def test_a_package_that_pyright_does_not_read(tmp_path: Path) -> None:
    """That pyright read a package is counted by its files: one that it leaves out is no package without errors."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "__init__.py").write_text("")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "__init__.py").write_text("wrong: int = ''\n")
    assert pyright_errors(tmp_path, "there", "node_modules") == ["pyright analyzed 1 of 2 files"]


def test_batches_have_every_document_once(tmp_path: Path) -> None:
    """Documents are together up to a size, and a larger one is alone."""
    sizes = (9, 4, 3, 2, 1)
    folder = tmp_path / "real"
    folder.mkdir()
    subjects = [Subject(name=f"s{size}", group="real", source=folder / f"s{size}.json") for size in sizes]
    for subject, size in zip(subjects, sizes, strict=True):
        subject.source.write_bytes(b"x" * size)
    assert [[each.name for each in batch] for batch in batches(subjects, 7)] == [["s9"], ["s4", "s3"], ["s2", "s1"]]
