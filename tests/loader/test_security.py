"""Security schemes of the configuration: what the description then says, and what is reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.config.pyproject import read_config
from fledge.workflows.load import LoadResult, load

TOKEN = '[tool.fledge.clients.pets.security]\ntoken = { type = "http" }\n'
GET: dict[str, Any] = {"responses": {"204": {"description": "d"}}}
ROOT: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}}


def loaded(folder: Path, description: Any, security: str = TOKEN, monkeypatch: Any = None) -> LoadResult:
    """A client with a configuration, whose description is JSON."""
    table = '[tool.fledge.clients.pets]\nsource = "pets.json"\noutput = "out"\n'
    (folder / "pyproject.toml").write_text(table + security, encoding="utf-8")
    (folder / "pets.json").write_text(json.dumps(description), encoding="utf-8")
    monkeypatch.chdir(folder)
    [client] = read_config(folder)
    return load(client)


def requirements(result: LoadResult) -> list[Any]:
    """What the operations require."""
    assert result.spec is not None, result.diagnostics
    return [operation["security"] for item in result.spec.root["paths"].values() for operation in item.values()]


def test_a_scheme_is_an_alternative_of_all_operations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An operation with a requirement of its own keeps that."""
    paths = {"/a": {"get": GET}, "/b": {"get": {**GET, "security": []}}, "/c": {"get": {**GET, "security": [{}]}}}
    result = loaded(tmp_path, {**ROOT, "paths": paths}, monkeypatch=monkeypatch)
    assert requirements(result) == [[{"token": []}], [], [{}]]
    assert result.api is not None
    [scheme] = result.api.security_schemes
    assert (scheme.name.python, scheme.scheme, scheme.env) == ("token", "Bearer", "PETS_TOKEN")
    assert list(result.diagnostics) == []


def test_a_scheme_stands_beside_those_of_the_description(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one more alternative, also of Swagger 2.0, and takes the place of one with its name."""
    described = {"key": {"type": "apiKey", "in": "query", "name": "k"}, "token": {"type": "basic"}}
    swagger = {"swagger": "2.0", "info": ROOT["info"], "host": "a.example", "securityDefinitions": described}
    result = loaded(
        tmp_path, {**swagger, "security": [{"key": []}], "paths": {"/a": {"get": GET}}}, monkeypatch=monkeypatch
    )
    assert requirements(result) == [[{"key": []}, {"token": []}]]
    assert result.spec is not None
    assert result.spec.root["components"]["securitySchemes"]["token"] == {"type": "http", "scheme": "bearer"}


def test_scopes_are_those_of_the_flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client asks for the scopes that are configured."""
    flows = 'o = { type = "oauth2", flows.password = { tokenUrl = "/t", scopes = { read = "", write = "" } } }\n'
    security = TOKEN.replace('token = { type = "http" }\n', flows)
    result = loaded(tmp_path, {**ROOT, "paths": {"/a": {"get": GET}}}, security, monkeypatch)
    assert requirements(result) == [[{"o": ["read", "write"]}]]
    assert result.api is not None and result.api.security_schemes[0].scopes == ("read", "write")


def test_a_scheme_that_the_description_has_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The warning is at the line of the configuration."""
    schemes = {"token": {"type": "http", "scheme": "bearer"}}
    root = {**ROOT, "components": {"securitySchemes": schemes}, "security": [{"token": []}]}
    [warning] = loaded(tmp_path, {**root, "paths": {"/a": {"get": GET}}}, monkeypatch=monkeypatch).diagnostics
    assert warning.code == "security-no-effect" and warning.source is not None
    text = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    assert warning.source.source == "pyproject.toml"
    assert text[warning.source.offset :].startswith("token = ")


def test_a_name_that_is_no_scheme_is_reported_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown where an operation first requires it; a configured scheme of this name is one."""
    paths = {path: {"get": {**GET, "security": [{"nope": []}]}} for path in ("/a", "/b")}
    [warning] = loaded(tmp_path, {**ROOT, "paths": paths}, "", monkeypatch).diagnostics
    assert (warning.code, warning.source and warning.source.pointer) == (
        "security-undefined",
        "/paths/~1a/get/security/0/nope",
    )
    known = loaded(tmp_path, {**ROOT, "paths": paths}, TOKEN.replace("token", "nope"), monkeypatch)
    assert list(known.diagnostics) == [] and requirements(known) == [[{"nope": []}]] * 2
