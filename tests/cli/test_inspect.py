"""`fledge inspect`."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.cli.conftest import DESCRIPTION, Project


def test_text(project: Project) -> None:
    """People see how each operation is called, with what, and the models."""
    outcome = project.run("inspect")
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pets: 1 operation, 1 model (Pets)\n")
    assert "\nclient.pets.get(" in outcome.out or "\nclient.pets.get\n" in outcome.out
    assert "    GET /pets/{petId}\n" in outcome.out
    assert "    pet_id: str  (path)\n" in outcome.out
    assert "    -> 200 Pet\n" in outcome.out
    assert "\nPet: object\n    name: str\n" in outcome.out


def test_short(project: Project) -> None:
    """A large client is a line for each operation."""
    outcome = project.run("inspect", "--short")
    assert outcome.out == "pets: 1 operation, 1 model (Pets)\n\nclient.pets.get  GET /pets/{petId}\n"
    assert project.run("inspect", "--short", "--json").code == 2


def test_types_of_uploads(project: Project) -> None:
    """Arguments have the types of the call's signature: files are no strings, and one body of two is chosen."""
    binary = {"type": "string", "format": "binary"}
    form = {"type": "object", "required": ["photo"], "properties": {"photo": binary, "note": {"type": "string"}}}
    many = {"type": "object", "properties": {"files": {"type": "array", "items": binary}}}
    contents = {
        "/form": {"multipart/form-data": {"schema": form}},
        "/many": {"multipart/form-data": {"schema": many}},
        "/raw": {"image/png": {"schema": binary}},
        "/two": {"image/png": {}, "image/gif": {}},
    }
    project.describe(
        {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": {
                path: {
                    "put": {
                        "requestBody": {"required": True, "content": content},
                        "responses": {"204": {"description": "Done."}},
                    }
                }
                for path, content in contents.items()
            },
        }
    )
    operations = {each["path"]: each["parameters"] for each in project.run("inspect", "--json").json["operations"]}
    types = {
        (path, each["name"]): (each["type"], each["in"], each["required"])
        for path, parameters in operations.items()
        for each in parameters
    }
    assert types == {
        ("/form", "photo"): ("Uploadable", "body", True),
        ("/form", "note"): ("str", "body", False),
        ("/many", "files"): ("Sequence[Uploadable]", "body", False),
        ("/raw", "body"): ("RawContent", "body", True),
        ("/two", "body"): ("RawContent", "body", True),
        ("/two", "content_type"): ('Literal["image/png", "image/gif"]', "header", False),
    }


def test_json(project: Project) -> None:
    """Programs get the documented form."""
    outcome = project.run("inspect", "specs/pets.json", "--json")
    assert outcome.code == 0
    content = outcome.json
    assert sorted(content) == [
        "client",
        "diagnostics",
        "models",
        "operations",
        "schemes",
        "servers",
        "title",
        "version",
        "webhooks",
    ]
    assert (content["version"], content["client"], content["title"]) == (1, "pets", "Pets")
    operation = content["operations"][0]
    assert (operation["call"], operation["method"], operation["path"]) == (
        "client.pets.get",
        "GET",
        "/pets/{petId}",
    )
    assert operation["parameters"] == [
        {"name": "pet_id", "wire": "petId", "in": "path", "type": "str", "required": True}
    ]
    assert operation["responses"] == [
        {"status": "200", "media_type": "application/json", "type": "Pet", "stream": None}
    ]
    assert operation["location"]["file"] == "specs/pets.json"
    model = content["models"][0]
    assert (model["name"], model["kind"]) == ("Pet", "object")
    assert model["fields"] == [{"name": "name", "wire": "name", "type": "str", "required": True}]


def test_error(project: Project) -> None:
    """With a broken description there is nothing to list, and the form stays the same."""
    project.describe("{")
    outcome = project.run("inspect", "--json")
    assert outcome.code == 2
    assert (outcome.json["operations"], outcome.json["title"]) == ([], None)
    assert outcome.json["diagnostics"][0]["severity"] == "error"
    outcome = project.run("inspect")
    assert (outcome.code, outcome.out) == (2, "")
    assert "error[" in outcome.err


def test_broken_lock(generated: Project) -> None:
    """A broken lock is said in the same form."""
    (generated.package / "fledge.lock").write_text("{")
    outcome = generated.run("inspect", "--json")
    assert outcome.code == 2
    assert outcome.json["diagnostics"][0]["code"] == "lock-invalid"


def test_which_client(project: Project) -> None:
    """Of several clients one must be named."""
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write('[tool.fledge.clients.zoo]\nsource = "specs/pets.json"\noutput = "generated"\n')
    outcome = project.run("inspect")
    assert outcome.code == 2
    assert "pets, zoo" in outcome.err
    assert project.run("inspect", "zoo").code == 0


def test_the_kind_of_pagination(project: Project) -> None:
    """`pagination` names the kind by its public word."""
    paged: dict[str, Any] = deepcopy(DESCRIPTION)
    operation = paged["paths"]["/pets/{petId}"]["get"]
    operation["parameters"].append({"name": "pageToken", "in": "query", "schema": {"type": "string"}})
    pet = {"$ref": "#/components/schemas/Pet"}
    page = {"items": {"type": "array", "items": pet}, "nextPageToken": {"type": "string"}}
    operation["responses"]["200"]["content"]["application/json"]["schema"] = {"type": "object", "properties": page}
    project.describe(paged)
    (described,) = project.run("inspect", "--json").json["operations"]
    assert described["pagination"] == {
        "kind": "token",
        "items": "items",
        "item": "Pet",
        "parameter": "page_token",
        "token": "next_page_token",
        "more": "",
        "fallback": None,
    }
