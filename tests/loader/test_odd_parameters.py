"""Parameters that refer to no text are no parameters: a warning, and the operation stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.client import document, operation, understand


@pytest.mark.parametrize("reference", [5, None, True, ["#/components/parameters/x"], {}])
def test_a_reference_that_is_no_text(tmp_path: Path, reference: object) -> None:
    """In an operation and in its path."""
    odd = {"$ref": reference}
    spec = document({"/a": {"parameters": [odd], "get": operation(parameters=[odd])}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, diagnostics = understand(tmp_path / "openapi.json")
    [get] = [each for resource in api.resources for each in resource.operations]
    assert get.parameters == ()
    assert {each.code for each in diagnostics} >= {"wrong-type"}


@pytest.mark.parametrize("version", ["3.1.0", "3.0.3", "2.0"])
@pytest.mark.parametrize("by_reference", [False, True])
def test_a_header_of_an_operation_replaces_that_of_its_path_in_any_case(
    tmp_path: Path, version: str, by_reference: bool
) -> None:
    """Names of headers have no case (RFC 9110, 5.1), those of queries do; other objects describe Accept and the like."""
    is_old = version == "2.0"

    def parameter(name: str, kind: str, location: str = "header") -> dict[str, object]:
        return {"name": name, "in": location, **({"type": kind} if is_old else {"schema": {"type": kind}})}

    shared = [parameter("X-Trace", "string"), parameter("Q", "string", "query"), parameter("ACCEPT", "string")]
    mine = [parameter("x-trace", "integer"), parameter("q", "integer", "query"), parameter("authorization", "string")]
    spec = document({"/a": {"parameters": shared, "get": operation(parameters=mine)}})
    del spec["openapi"], spec["components"], spec["servers"]
    spec |= {"swagger": "2.0", "host": "a.example"} if is_old else {"openapi": version}
    if by_reference:
        where = "#/parameters" if is_old else "#/components/parameters"
        named = {"Trace": mine[0]}
        spec |= {"parameters": named} if is_old else {"components": {"parameters": named}}
        mine[0] = {"$ref": f"{where}/Trace"}
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    [get] = [each for resource in understand(tmp_path / "openapi.json")[0].resources for each in resource.operations]
    parameters = sorted((each.name.wire, str(each.location), each.type) for each in get.parameters)
    assert parameters == [("Q", "query", "str"), ("q", "query", "int"), ("x-trace", "header", "int")]
