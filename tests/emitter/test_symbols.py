"""What a module imports follows from the symbols that it prints, wherever their names occur as text."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter.python.expr import DATE, LIST, Constant, Quoted, Subscript, Symbol, union
from fledge.emitter.python.symbols import ModuleScope
from tests.client import document, make_from, operation
from tests.conftest import ROOT

PET = Symbol("Pet", ".models")


def test_a_scope_imports_what_it_prints() -> None:
    """Standard modules come first, then those of the package; names are sorted as isort sorts them."""
    scope = ModuleScope(".resources.pets")
    scope.use(Symbol("UNSET", "._runtime.model"), Symbol("Unset", "._runtime.model"))
    scope.expression(Subscript(LIST, (union(PET, DATE),)))
    scope.export(Symbol("field", "._runtime.model"))
    imports = scope.imports()
    assert imports.lines == (
        "from datetime import date",
        "",
        "from .._runtime.model import UNSET, Unset, field as field",
        "from ..models import Pet",
    )
    assert imports.runtime == ("model",)


def test_only_type_checkers_import_what_annotations_name() -> None:
    """Annotations are not evaluated, so that a model is imported when it is needed; standard types always are."""
    owner = Symbol("Owner", ".models")
    scope = ModuleScope(".models.owner", homes={"Pet": ".models.pet", "Owner": ".models.owner"})
    assert str(scope.annotation(union(PET, DATE, owner))) == "Pet | date | Owner"
    assert scope.imports().lines == (
        "from datetime import date",
        "from typing import TYPE_CHECKING",
        "",
        "if TYPE_CHECKING:",
        "    from .pet import Pet",
    )


def test_what_runs_once_is_imported_for_annotations_too() -> None:
    """A model that both code and annotations name is imported once."""
    scope = ModuleScope(".webhooks")
    scope.annotation(PET)
    scope.expression(PET)
    assert scope.imports().lines == ("from .models import Pet",)


def test_a_hidden_name_is_spelled_otherwise() -> None:
    """A method `list` hides the builtin inside its class, and a field `date` the imported type; outside, they do not."""
    scope = ModuleScope(".resources.days")
    inside = scope.inside({"date", "list"})
    assert str(inside.annotation(Subscript(LIST, (DATE,)))) == "builtins.list[_date]"
    assert str(scope.annotation(Subscript(LIST, (DATE,)))) == "list[date]"
    assert scope.imports().lines == ("import builtins", "from datetime import date, date as _date")


def test_text_is_no_symbol() -> None:
    """A literal that looks like a name, or like a forward reference, imports nothing."""
    scope = ModuleScope(".errors")
    scope.expression(Constant("x | Unset"))
    scope.annotation(Constant("builtins.y"))
    assert scope.imports().lines == ()
    assert str(scope.annotation(Quoted(PET))) == '"Pet"'
    assert scope.imports().lines != ()


@pytest.mark.parametrize(
    ("module", "symbol", "line"),
    [
        (".__init__", Symbol("errors", "."), "from . import errors"),
        (".__init__", Symbol("Client", "._client"), "from ._client import Client"),
        (".models.__init__", Symbol("Pet", ".models.pet"), "from .pet import Pet"),
        (".models.pet", Symbol("Model", "._runtime.model"), "from .._runtime.model import Model"),
        (".resources.pets", Symbol("Pet", ".models"), "from ..models import Pet"),
        ("", Symbol("asyncio", "asyncio", is_module=True), "import asyncio"),
        ("", DATE, "from datetime import date"),
    ],
)
def test_modules_are_relative_to_the_one_that_imports(module: str, symbol: Symbol, line: str) -> None:
    """A package imports itself by relative names only: it works wherever it is vendored."""
    assert ModuleScope(module).statement(symbol, 0) == (line,)


def imported(tree: ast.Module) -> set[str]:
    """The names that a module imports for itself, and not for other modules."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom)) and getattr(node, "module", "") != "__future__"
        for alias in node.names
        if alias.asname != alias.name
    }


def used(tree: ast.AST) -> set[str]:
    """The names that code refers to; the strings that `union` is called with are code as well."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "union":
            for text in ast.walk(node):
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    try:
                        names |= used(ast.parse(text.value, mode="eval"))
                    except SyntaxError:
                        continue  # a value of the discriminator
        elif isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant):
            if isinstance(node.value.value, str) and getattr(node.annotation, "id", "") == "TypeAlias":
                names |= used(ast.parse(node.value.value, mode="eval"))
    return names


CASES = sorted(path.parent for path in (ROOT / "tests" / "cases").glob("*/expected"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_import_is_unused(case: Path) -> None:
    """Every name that a generated module imports stands in its code."""
    for path in sorted((case / "expected").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert imported(tree) - used(tree) == set(), path


@pytest.mark.parametrize("text", ["x | Unset", "builtins.y", "UNSET", "from ._runtime.oauth2 import OAuth2"])
def test_a_constant_of_the_description_is_no_name(tmp_path: Path, text: str) -> None:
    """A value that looks like code imports nothing, and copies no module of the runtime."""
    parameter = {"name": "q", "in": "query", "description": f"\n{text}\n", "schema": {"const": text}}
    schema = {"type": "object", "properties": {"kind": {"const": text}}, "description": f"About.\n{text}\n"}
    paths: dict[str, Any] = {"/pets": {"get": operation(parameters=[parameter], tags=["pets"])}}
    spec = document(paths, Pet=schema)
    package = make_from(spec, tmp_path)
    for path, source in package.files.items():
        if path.endswith(".py") and not path.startswith("_runtime/"):
            tree = ast.parse(source)
            assert imported(tree) - used(tree) == set(), path
    assert "_runtime/oauth2.py" not in package.files


def test_a_method_called_like_an_imported_type_hides_it_only_inside_its_class(tmp_path: Path) -> None:
    """The method `date` and an argument that is a date work in one class: the type has an alias there."""
    parameter = {"name": "day", "in": "query", "schema": {"type": "string", "format": "date"}}
    spec = document({"/days": {"get": operation(operationId="date", tags=["days"], parameters=[parameter])}})
    source = make_from(spec, tmp_path).files["resources/days.py"]
    assert "from datetime import date as _date\n" in source
    assert "day: _date | None = None," in source


def test_a_hidden_name_of_the_same_module_has_no_alias() -> None:
    """What the module defines itself is not imported, so that there is nothing to call otherwise."""
    scope = ModuleScope(".models.pet", homes={"Pet": ".models.pet"}, hidden={"Pet"})
    assert str(scope.annotation(PET)) == "Pet"
    assert scope.imports().lines == ()


def test_an_alias_is_no_constant_of_an_operation() -> None:
    """In a script without capitals, the constant of the operation `日本` is `_日本`."""
    scope = ModuleScope(".resources.x").inside({"日本"})
    assert str(scope.annotation(Symbol("日本", ".models"))) == "_日本_"
