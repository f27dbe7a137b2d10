"""A package that Python cannot compile is never written."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter import emit
from fledge.emitter.package import Package
from fledge.emitter.python.syntax import syntax_faults
from fledge.workflows import plan
from tests.cli.conftest import DESCRIPTION, Project, project
from tests.client import document, make_from, operation

__all__ = ["project"]  # a fixture


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("def f(a, a):\n    pass\n", 1),
        ("x = 1\nclass A(:\n    pass\n", 2),
        ("def f():\n    x = 1\n    global x\n", 3),
        ("x = '\0'\n", 0),
    ],
)
def test_what_python_cannot_compile(text: str, line: int) -> None:
    """The fault names the file and, where Python does, the line."""
    (fault,) = syntax_faults({"good.py": "x: int = 1\n", "bad.py": text})
    assert (fault.path, fault.line) == ("bad.py", line) or fault.line == 1 == len(text.splitlines())
    assert fault.message


@pytest.mark.parametrize("was_generated", [False, True])
def test_nothing_of_such_a_package_is_written(
    project: Project, monkeypatch: pytest.MonkeyPatch, was_generated: bool
) -> None:
    """The run ends with an error that names the file, and every file on disk stays as it is."""
    if was_generated:
        assert project.run("generate").code == 0
        project.describe({**DESCRIPTION, "info": {"title": "Cats", "version": "1"}})
    before = project.snapshot()

    def broken(*arguments: Any, **options: Any) -> Package:
        package = emit(*arguments, **options)
        files = {**package.files, "models/pet.py": "def pet(name, name):\n    pass\n"}
        return replace(package, files=files)

    monkeypatch.setattr(plan, "emit", broken)
    outcome = project.run("generate")
    assert outcome.code != 0
    assert "generated-syntax" in outcome.err
    assert "`models/pet.py`, line 1: duplicate argument 'name' in function definition" in outcome.err
    assert project.snapshot() == before


@pytest.mark.parametrize(
    ("parameters", "properties"),
    [
        (["query id", "query ID"], ["id"]),
        (["query id", "header ID", "path id"], ["id"]),
        (["query id", "query id_query"], ["id"]),
        (["query id", "query ID"], ["id", "id_query"]),
        (["header content-type2", "query content_type2"], ["contentType2", "content_type2"]),
    ],
)
def test_no_method_has_two_arguments_of_one_name(tmp_path: Path, parameters: list[str], properties: list[str]) -> None:
    """Parameters that differ only in case or location, beside fields of the body that are called like them."""
    listed = []
    for each in parameters:
        location, name = each.split()
        listed.append({"name": name, "in": location, "required": location == "path", "schema": {"type": "string"}})
    schema = {"type": "object", "properties": {name: {"type": "integer"} for name in properties}}
    body = {"content": {"application/json": {"schema": schema}}}
    path = "/pets/{id}" if any(each.startswith("path") for each in parameters) else "/pets"
    spec = document({path: {"post": operation(parameters=listed, requestBody=body, tags=["pets"])}})
    package = make_from(spec, tmp_path)
    assert list(syntax_faults({name: text for name, text in package.files.items() if name.endswith(".py")})) == []
    methods = [
        node
        for node in ast.walk(ast.parse(package.files["resources/pets.py"]))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.args.kwarg
    ]
    for method in methods:
        arguments = [each.arg for each in (*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs)]
        assert len(arguments) == 1 + len(parameters) + len(properties)


@pytest.mark.parametrize("default", ["a(b", "(", ")" * 100, "x" * 40 + "(" + "y" * 60, '"""', "\\", "a, b=c("])
@pytest.mark.parametrize("values", [(), ("other",)])
def test_a_default_is_a_literal_whatever_it_holds(tmp_path: Path, default: str, values: tuple[str, ...]) -> None:
    """The default of a server's variable is text, and no code is looked for in it."""
    variable = {"default": default, **({"enum": [*values, default]} if values else {})}
    spec = document({"/pets": {"get": operation(tags=["pets"])}})
    spec["servers"] = [{"url": "https://api.example/{stage}", "variables": {"stage": variable}}]
    source = make_from(spec, tmp_path).files["_client.py"]
    client = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    assert repr(default) in [
        repr(node.value) for node in ast.walk(client) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize(
    "schema", [{"type": "null"}, {"const": None}, {"enum": [None]}, {"$ref": "#/components/schemas/N"}]
)
@pytest.mark.parametrize("required", [False, True])
def test_arguments_that_are_only_null(schema: dict[str, Any], required: bool, tmp_path: Path) -> None:
    """Parameters and fields whose only value is null are `None`, once."""
    parameters = [
        {"name": f"{location}-null", "in": location, "required": required or location == "path", "schema": schema}
        for location in ("path", "query", "header", "cookie")
    ]
    body = {"type": "object", "properties": {"field": schema}, "required": ["field"] if required else []}
    content = {"application/json": {"schema": body}}
    of = operation(parameters=parameters, requestBody={"required": True, "content": content})
    package = make_from(document({"/a/{path-null}": {"post": of}}, N={"type": "null"}), tmp_path)
    (resource,) = (text for path, text in package.files.items() if path == "resources/a.py")
    assert list(syntax_faults({name: text for name, text in package.files.items() if name.endswith(".py")})) == []
    assert "path_null: None,\n" in resource and f"query_null: None{'' if required else ' = None'},\n" in resource
