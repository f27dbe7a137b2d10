"""Clients of descriptions that name no server, or one relative to an unknown place."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from tests.cli.conftest import DESCRIPTION, Project, describe_pets, project  # a fixture

CODE = "from generated.pets import {0}\nprint({0}({1}))"


def run(project: Project, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in the project's folder."""
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=project.folder, env={**os.environ, **environment}, capture_output=True, text=True
    )


@pytest.mark.parametrize("servers", [[], [{"url": "/"}], [{"url": "."}]])
def test_a_client_without_a_server_says_what_to_pass(project: Project, servers: list[dict[str, Any]]) -> None:
    """The message names the argument and the variable, and both work; so does the first call that is printed."""
    describe_pets(project.folder, {**DESCRIPTION, "servers": servers})
    outcome = project.run("generate")
    assert outcome.code == 0, outcome.err
    assert 'with Client(base_url="https://api.example.com") as client:' in outcome.out
    for name in ("Client", "AsyncClient"):
        missing = run(project, CODE.format(name, "")).stderr.splitlines()[-1]
        assert missing == (
            "ValueError: The description names no server to send requests to. "
            'Pass base_url="https://...", or set PETS_BASE_URL.'
        )
        assert "https://x.example" in run(project, CODE.format(name, ""), PETS_BASE_URL="https://x.example").stdout
        assert "https://y.example" in run(project, CODE.format(name, 'base_url="https://y.example"')).stdout
    readme = (project.folder / "generated" / "pets" / "README.md").read_text()
    assert "Pass the URL of the API as `base_url=`" in readme


def test_a_client_with_a_server_carries_nothing_more(project: Project) -> None:
    """Only a package that needs the module has it."""
    assert project.run("generate").code == 0
    runtime = project.folder / "generated" / "pets" / "_runtime"
    assert (runtime / "auth.py").exists() and not (runtime / "base_url.py").exists()


VERSION = {"version": {"default": "v1"}}


@pytest.mark.parametrize(
    ("server", "path"),
    [
        ({"url": "/v1"}, "/v1"),
        ({"url": "v1"}, "/v1"),
        ({"url": "../api/v3/"}, "/api/v3"),
        ({"url": "/api/{version}", "variables": VERSION}, "/api/v1"),
    ],
)
def test_the_path_of_a_relative_server(project: Project, server: dict[str, Any], path: str) -> None:
    """It is all that the description says of the URL, so that whoever passes the URL is told of it."""
    describe_pets(project.folder, {**DESCRIPTION, "servers": [server, {"url": "https://test.example"}]})
    outcome = project.run("generate")
    assert f'with Client(base_url="https://api.example.com{path}") as client:' in outcome.out, outcome.err
    missing = run(project, CODE.format("Client", "")).stderr.splitlines()[-1]
    assert missing == (
        "ValueError: The description names no host to send requests to. "
        f'Pass base_url="https://...{path}", or set PETS_BASE_URL.'
    )
    readme = (project.folder / "generated" / "pets" / "README.md").read_text()
    assert f"Pass the URL of the API, which ends with `{path}`, as `base_url=`" in readme
    shown = " ".join((project.folder / "generated" / "pets" / "_client.py").read_text().split())
    assert f"PETS_BASE_URL. The URL ends with `{path}`. Other servers: https://test.example." in shown


def test_a_host_is_no_path(project: Project) -> None:
    """Fledge reports that it lacks its scheme."""
    describe_pets(project.folder, {**DESCRIPTION, "servers": [{"url": "api.example/v1"}]})
    outcome = project.run("generate")
    assert "server-url" in outcome.err and 'base_url="https://api.example.com")' in outcome.out
