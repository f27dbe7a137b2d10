"""`fledge inspect`."""

from __future__ import annotations

from tests.cli.conftest import Project


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
    assert outcome.json["diagnostics"][0]["code"] == "lock-broken"


def test_which_client(project: Project) -> None:
    """Of several clients one must be named."""
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write('[tool.fledge.clients.zoo]\nsource = "specs/pets.json"\noutput = "generated"\n')
    outcome = project.run("inspect")
    assert outcome.code == 2
    assert "pets, zoo" in outcome.err
    assert project.run("inspect", "zoo").code == 0
