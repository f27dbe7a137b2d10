"""The registry of the runtime: which module defines a name, and which modules a package carries."""

from __future__ import annotations

import ast
import dataclasses
from importlib import import_module
from pathlib import Path

import pytest
from msgspec import structs

from fledge.emitter.runtime import runtime_files, runtime_names, runtime_symbol
from fledge.ir import PAGINATION_KINDS, Pagination
from tests.conftest import ROOT

RUNTIME = ROOT / "generator" / "fledge" / "runtime"
MODULES = sorted(RUNTIME.glob("*.py"))


def definitions(path: Path) -> set[str]:
    """The public names that a module defines, or imports as themselves, by `ast`."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Assign(targets=targets):
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.ImportFrom(names=aliases):
                names |= {alias.name for alias in aliases if alias.asname == alias.name}
            case _:
                pass
    return {name for name in names if not name.startswith("_")}


def test_the_registry_reads_what_ast_reads() -> None:
    """It has every public name that exactly one module of the runtime defines, and no other."""
    modules: dict[str, list[str]] = {}
    for path in MODULES:
        for name in definitions(path):
            modules.setdefault(name, []).append(path.stem)
    assert runtime_names() == {name: defining[0] for name, defining in modules.items() if len(defining) == 1}


def test_a_symbol_can_be_imported_from_its_module() -> None:
    """What the registry returns is there at run time."""
    for name in ("Client", "no such name"):
        with pytest.raises(KeyError):
            runtime_symbol(name)
    for name in ("BaseClient", "UNSET", "field", "Uploadable", "RequestOptions"):
        symbol = runtime_symbol(name)
        module = import_module(f"fledge.runtime.{symbol.module.removeprefix('._runtime.')}")
        assert hasattr(module, symbol.name)


def test_the_core_of_the_runtime_is_small() -> None:
    """What every client carries is at most 2,980 lines, blank lines and docs included."""
    core = runtime_files(["client"])
    assert sum(len(text.splitlines()) for text in core.values()) <= 2_980


def test_a_package_has_the_modules_that_it_imports() -> None:
    """Forms, open models, unions, pages: who does not use them does not get them, nor what only they need."""
    assert set(runtime_files([])) == {"__init__.py"}
    models = ("annotations", "codec", "first_reads", "model", "shapes")
    modules = ("__init__", *models, "joined_models", "unions")
    assert set(runtime_files(["unions"])) == {f"{name}.py" for name in modules}
    for path in MODULES:
        needed = {*runtime_files([path.stem])}
        imported = {
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.level
        }
        assert {f"{name}.py" for name in imported} <= needed, path


@pytest.mark.parametrize("kind", PAGINATION_KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_of_pagination_has_a_class_of_the_runtime(kind: type[Pagination]) -> None:
    """The class has the same name, and the same fields in the same order; the emitter prints it by these."""
    module = import_module(f"fledge.runtime.{runtime_names()[kind.__name__]}")
    runtime_class = getattr(module, kind.__name__)
    assert structs.fields(runtime_class)
    assert [each.name for each in structs.fields(runtime_class)] == [
        each.name for each in dataclasses.fields(kind) if each.name != "item"
    ]


def test_the_lines_that_the_architecture_names() -> None:
    """docs/architecture.md says how many lines parts of the runtime have, to the next ten."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for sentence, modules in (
        ("Deadlines are {} of them", ("deadlines", "connections")),
        ("Requests by path are {}", ("direct_requests",)),
        ("is {}; clients", ("pool_messages",)),
        ("clients of httpx2 that users pass are {}", ("http_clients",)),
    ):
        paths = [ROOT / "generator" / "fledge" / "runtime" / f"{name}.py" for name in modules]
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        assert sentence.format(round(lines, -1)) in text, (sentence, lines)
