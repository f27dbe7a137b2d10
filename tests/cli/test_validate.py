"""`fledge validate`, and bad input as a new user meets it."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from tests.cli.conftest import DESCRIPTION, Project

PAGE = "# Pets\n\n## Get a pet\n\n> Returns a pet.\n\n```json\n%s\n```\n"


def test_client(project: Project) -> None:
    """A configured client's description that is fine has nothing to be said about."""
    outcome = project.run("validate")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "pets: 1 operation, 1 model, no problems\n"
    assert not project.package.exists()


def test_source(project: Project) -> None:
    """A source needs no configuration, whatever it is called."""
    (project.folder / "pyproject.toml").unlink()
    (project.folder / "specs" / "pets.json").rename(project.folder / "class")
    assert project.run("validate", "class").code == 0
    assert project.run("validate", "./class").code == 0
    (project.folder / "client").mkdir()
    (project.folder / "client" / "fledge.lock").write_text("not ours")
    assert project.run("validate", "./class", "--format", "json").json["clients"][0]["target"] is None


def test_warnings(project: Project) -> None:
    """Warnings are findings with --strict only."""
    project.describe({**DESCRIPTION, "info": {"title": "Pets"}})
    assert project.run("validate").code == 0
    outcome = project.run("validate", "--strict")
    assert outcome.code == 1
    assert "warning[document-invalid]" in outcome.err and "--> specs/pets.json:" in outcome.err


def test_unresolved_reference(project: Project) -> None:
    """A reference to nothing is shown at its place, with what may have been meant."""
    description = copy.deepcopy(DESCRIPTION)
    content = description["paths"]["/pets/{petId}"]["get"]["responses"]["200"]["content"]["application/json"]
    content["schema"]["$ref"] = "#/components/schemas/Pt"
    project.describe(description)
    outcome = project.run("validate")
    assert "#/components/schemas/Pt" in outcome.err
    assert "^^^^" in outcome.err
    warning = outcome.err.partition("warning[reference-unresolved]")[2]
    assert "#/components/schemas/Pet" in warning.split("help:")[1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.json", None, "missing.json"),
        ("broken.json", b'{"openapi": "3.1.0", "info" {}}', "broken.json:1:29"),
        ("broken.yaml", b"openapi: 3.1.0\ninfo: [\n", "broken.yaml:"),
        ("binary.json", bytes(range(256)), "binary.json"),
        ("utf16.json", '{"openapi": "3.1.0"}'.encode("utf-16"), "UTF-16"),
        ("empty.json", b"", "empty.json"),
        ("other.json", b'{"name": "x", "version": "1.0.0"}', "other.json"),
        ("list.json", b"[]", "list.json"),
        ("unknown.json", b'{"openapi": "7.0.0", "info": {}, "paths": {}}', "7.0.0"),
        ("odd.json", b'{"openapi": 4, "info": {}, "paths": {}}', "odd.json:1:"),
        ("page.md", (PAGE % '{"openapi":"3.0.3","paths":{"/a":{"get" {}}}}').encode(), "page.md:8:"),
        ("deep.json", b'{"openapi":' * 100_000, "deep.json"),
        ("link.json", "loop", "link.json"),
        ("folder", {}, "folder"),
        ("prose", {"a.md": "# Nothing here\n"}, "prose"),
        ("*.nothing", None, "*.nothing"),
    ],
)
def test_bad_input(project: Project, name: str, content: object, said: str) -> None:
    """Whatever is wrong with the input: a message that says what and where, a hint, and exit code 2."""
    path = project.folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, dict):
        path.mkdir()
        for inner, text in content.items():
            (path / inner).write_text(text)
    elif content == "loop":
        path.symlink_to(path)
    for command in (
        ("validate", f"./{name}"),
        ("generate", f"./{name}", "--output", "out", "--package", "x"),
    ):
        outcome = project.run(*command)
        assert (outcome.code, outcome.out) == (2, "")
        assert "error[" in outcome.err and said in outcome.err and "= help: " in outcome.err
        assert not (project.folder / "out").exists()


def test_json(project: Project) -> None:
    """For programs, each diagnostic has its place."""
    project.describe('{"openapi": ]')
    outcome = project.run("validate", "--format", "json")
    assert outcome.code == 2
    client = outcome.json["clients"][0]
    assert client["operations"] is None
    assert client["diagnostics"][0]["severity"] == "error"
    assert client["diagnostics"][0]["location"]["column"] == 13


def test_several_sources_are_one_description(project: Project) -> None:
    """Pages that are named one by one are one description, as in a folder."""
    for name in ("a", "b"):
        one = copy.deepcopy(DESCRIPTION)
        one["paths"] = {
            f"/{name}": {"get": {"operationId": name, "tags": ["t"], "responses": {"204": {"description": ""}}}}
        }
        import json

        Path(project.folder, f"{name}.md").write_text(PAGE % json.dumps(one))
    outcome = project.run("validate", "a.md", "b.md")
    assert outcome.code == 0, outcome.err
    assert "2 operations" in outcome.out
