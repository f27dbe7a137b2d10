"""Packages as the generator writes them, each under a name of its own."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from uuid import uuid4

import pytest

RUNTIME = Path(__file__).parents[3] / "generator" / "fledge" / "runtime"
PREAMBLE = """\
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias
from uuid import UUID

from .._runtime.model import UNSET, Model, Unset, field
from .._runtime.open_model import OpenModel
from .._runtime.unions import union

"""
EXPORTING = """\
from {dots}_runtime.lazy_imports import lazy_exports

__getattr__, __dir__ = lazy_exports(__name__, {names!r})
"""
DEFINITION = re.compile(r"^(?:class )?([A-Z]\w*)(?=[(:]| =)", re.MULTILINE)


class Package:
    """A generated package; its models are attributes."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder

    def __getattr__(self, name: str) -> Any:
        return getattr(self.module("models"), name)

    def module(self, name: str) -> ModuleType:
        return import_module(f"{self.name}.{name}")

    def decode(self, type_: Any, json: str | bytes, *, strict: bool = False) -> Any:
        """What is read at first, which is the same that msgspec decodes later."""
        data = json.encode() if isinstance(json, str) else json
        codec = self.module("_runtime.codec")
        first = codec.decode(type_, data, strict=strict)
        codec._prepare(type_)
        assert repr(codec.decode(type_, data, strict=strict)) == repr(first)
        return first

    def construct(self, type_: Any, value: Any) -> Any:
        return self.module("_runtime.codec").construct(type_, value)

    def encode(self, value: object) -> str:
        text: bytes = self.module("_runtime.codec").encode(value)
        return text.decode()

    @property
    def mismatch_error(self) -> type[ValueError]:
        error: type[ValueError] = self.module("_runtime.codec").MismatchError
        return error

    @property
    def unset(self) -> Any:
        return self.module("_runtime.model").UNSET


class Write(Protocol):
    def __call__(
        self,
        models: Mapping[str, str],
        *,
        resources: Mapping[str, str] = ...,
        inside: str = ...,
    ) -> Package: ...


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write a package from the source text of its modules, and make it importable.

    `inside` is the dotted name of the package that the new one is nested in.
    """
    monkeypatch.syspath_prepend(tmp_path)
    written: list[str] = []

    def write(
        models: Mapping[str, str],
        *,
        resources: Mapping[str, str] | None = None,
        inside: str = "",
    ) -> Package:
        name = ".".join(filter(None, [inside, f"client_{uuid4().hex}"]))
        folder = tmp_path.joinpath(*name.split("."))
        folder.mkdir(parents=True)
        for parent in folder.relative_to(tmp_path).parents:
            if parent.name:
                (tmp_path / parent / "__init__.py").touch()
        fill(folder, models, resources or {})
        written.append(name.partition(".")[0])
        return Package(name, folder)

    yield write
    for module in list(sys.modules):
        if module.partition(".")[0] in written:
            del sys.modules[module]


def fill(folder: Path, models: Mapping[str, str], resources: Mapping[str, str]) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(RUNTIME, folder / "_runtime", ignore=ignored)
    names = [f"{module}: {' '.join(DEFINITION.findall(text))}" for module, text in models.items()]
    files = {
        "__init__.py": EXPORTING.format(dots=".", names=": models"),
        "models/__init__.py": EXPORTING.format(dots="..", names="\n".join(names)),
        "resources/__init__.py": "",
        **{f"models/{module}.py": PREAMBLE + text for module, text in models.items()},
        **{f"resources/{name}.py": PREAMBLE + text for name, text in resources.items()},
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
