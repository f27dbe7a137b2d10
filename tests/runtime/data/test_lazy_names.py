"""A package imports what it is asked for, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .conftest import Package, Write

MODELS = {
    "not_found_error_body": "class NotFoundErrorBody(Model):\n    code: str\n",
    "participant": "class Participant(Model):\n    id: str\n",
}


@pytest.fixture
def package(write: Write) -> Package:
    return write(MODELS)


def run(package: Package, *lines: str) -> str:
    """Run a program in an interpreter of its own."""
    path = str(package.folder.parent)
    program = "\n".join(["import sys", f"sys.path.insert(0, {path!r})", *lines])
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_importing_the_package_imports_no_library(package: Package) -> None:
    """Not even its models package needs msgspec, before a model is named."""
    out = run(
        package,
        f"import {package.name}, {package.name}.models",
        f"from {package.name} import models",
        "print([name for name in ('msgspec', 'httpx2') if name in sys.modules])",
        "models.Participant",
        "print([name for name in ('msgspec', 'httpx2') if name in sys.modules])",
        f"print({package.name + '.models.not_found_error_body'!r} in sys.modules)",
    )
    assert out.splitlines() == ["[]", "['msgspec']", "False"]


def test_names_are_found_once_and_are_the_same(package: Package) -> None:
    """After the first time they are plain attributes."""
    models = package.module("models")
    assert models.Participant is package.module("models.participant").Participant
    assert vars(models)["Participant"] is models.Participant


def test_modules_can_be_exported_as_names(package: Package) -> None:
    """`package.models` works after `import package` alone."""
    out = run(package, f"import {package.name} as p", "print(p.models.Participant(id=''))")
    assert out == "Participant(id='')\n"


def test_names_are_listed_before_they_are_imported(package: Package) -> None:
    """Interactive completion knows all of them."""
    assert {"Participant", "NotFoundErrorBody"} <= set(dir(package.module("models")))


def test_a_misspelt_name_is_met_with_advice(package: Package) -> None:
    """Python adds it to the traceback: the error has the name, and where it was sought."""
    models = package.module("models")
    with pytest.raises(AttributeError, match="has no attribute 'Particpant'") as caught:
        models.Particpant
    assert (caught.value.name, caught.value.obj) == ("Particpant", models)
    assert not hasattr(models, "__wrapped__")
