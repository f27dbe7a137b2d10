"""Help where the cursor is: docstrings of methods, deprecated methods, and the order of arguments."""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

from fledge.emitter.package import Package
from tests.client import imported, make, put
from tests.conftest import ROOT

CASE = ROOT / "tests" / "cases" / "help_of_arguments" / "openapi.yaml"
USE = """\
from client import AsyncClient, Client


def call(client: Client) -> None:
    client.pets.update("1", must="a", id="1")
    client.pets.chat("1")


async def wait(client: AsyncClient) -> None:
    await client.pets.update("1", must="a", id="1")
"""


@pytest.fixture(scope="module")
def package() -> Package:
    return make(CASE)


def test_each_argument_has_its_line(package: Package) -> None:
    """In the order of the signature, in the methods of both clients and of streams, which take another one's arguments."""
    checked = 0
    for path, text in package.files.items():
        if not path.startswith("resources/"):
            continue
        arguments: dict[str, list[str]] = {}
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not node.args.kwarg:
                continue
            names = [each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)][1:]
            for mark in node.decorator_list:  # `@signature_of(chat)`, which stands before it
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "signature_of":
                    names = arguments[ast.unparse(mark.args[0])]
            arguments[node.name] = names
            _, _, section = (ast.get_docstring(node) or "").partition("Args:\n")
            lines = [line for line in section.partition("\n\n")[0].splitlines() if line[4:5] != " "]
            assert [line.partition(":")[0].strip() for line in lines] == names, node.name
            checked += bool(names)
    assert checked == 10


def test_required_arguments_come_first(package: Package, tmp_path: Path) -> None:
    """A path variable gives way to a keyword argument of its name, which callers write."""
    put(package, tmp_path / "client")
    with imported(tmp_path, "client") as client:
        method = client.Client().pets.update
        parameters = list(inspect.signature(method).parameters.values())
        assert [each.name for each in parameters[:4]] == ["id_path", "must", "id", "q"]
        assert parameters[0].kind is inspect.Parameter.POSITIONAL_ONLY
        assert method.__deprecated__ == "The API deprecates this operation."


def test_a_body_that_says_nothing_is_no_argument(package: Package) -> None:
    """An optional body of any JSON, or of an object without properties; what is required, is required."""
    tree = ast.parse(package.files["resources/nothing.py"])
    bodies = {
        node.name: [each.arg for each in node.args.kwonlyargs]
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.args.kwarg
    }
    assert bodies == {"create": [], "delete": [], "get": ["body"], "replace": [], "update": ["body"]}


@pytest.mark.slow
@pytest.mark.types
def test_checkers_report_a_deprecated_operation(package: Package, tmp_path: Path) -> None:
    """mypy and pyright report the calls of users, and nothing in the package itself."""
    put(package, tmp_path / "client")
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["client", "use.py"], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    options = ["--strict", "--enable-error-code", "deprecated", "use.py", "client"]
    for command in (["mypy", *options], ["pyright", "-p", ".", "--pythonpath", sys.executable]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, text=True)
        found = [line for line in done.stdout.splitlines() if " error: " in line or " - error" in line]
        assert ["use.py:5" in found[0], "use.py:10" in found[1], len(found)] == [True, True, 2], done.stdout
