"""What the configuration names and no description has is shown where the configuration has it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import CONFIGURATION, Project

TABLE = "[tool.fledge.clients.pets"


@pytest.mark.parametrize(
    ("code", "lines", "shown"),
    [
        ("filter-unmatched", 'include = { paths = [\n  "/pets/*",\n  "/pet/*",\n] }', '  "/pet/*",'),
        ("filter-unmatched", 'exclude = { tags = ["dogs"] }', 'exclude = { tags = ["dogs"] }'),
        ("filter-unmatched", f"{TABLE}.include]\noperations = ['readPet']", "operations = ['readPet']"),
        ("filter-empty", 'exclude = { paths = ["/**"] }', 'exclude = { paths = ["/**"] }'),
        ("api-unknown", 'api = "Dogs"', 'api = "Dogs"'),
        ("name-unused", f'{TABLE}.names]\n"a" = "b"\n"tag dogs" = "dogs"', '"tag dogs" = "dogs"'),
        ("name-taken", f'{TABLE}.names]\n"tag pets" = "dogs"\n"getPet" = "close.get"', '"getPet" = "close.get"'),
        ("name-taken", f'{TABLE}.names]\n"tag pets" = "close"\n"Pet" = "Dog"', '"tag pets" = "close"'),
        (
            "name-taken",
            f'{TABLE}.names]\n"#/components/schemas/Pet" = "Client"\n"getPet" = "read"',
            '"#/components/schemas/Pet" = "Client"',
        ),
        (
            "name-dotted",
            f'{TABLE}.names]\n"getPet" = "read"\n"#/components/schemas/Pet" = "pets.Pet"',
            '"#/components/schemas/Pet" = "pets.Pet"',
        ),
        ("pagination-unknown", f'{TABLE}.pagination]\n"GET /dogs" = false', '"GET /dogs" = false'),
        (
            "pagination-unknown",
            f'{TABLE}.pagination]\n"GET /pets/{{petId}}" = {{ items = "dogs", page = "page" }}',
            '"GET /pets/{petId}" = { items = "dogs", page = "page" }',
        ),
    ],
)
@pytest.mark.parametrize("file", ["pyproject.toml", "fledge.toml"])
def test_a_key_of_the_configuration_that_matches_nothing(
    project: Project, code: str, lines: str, shown: str, file: str
) -> None:
    """With file, line and column."""
    text = f"{CONFIGURATION}{lines}\n"
    if file == "fledge.toml":
        (project.folder / "pyproject.toml").unlink()
        text = text.replace('[project]\nname = "shop"\n', "").replace("tool.fledge.", "")
        shown = shown.replace("tool.fledge.", "")
    (project.folder / file).write_text(text)
    places: list[Any] = [
        each["location"]
        for client in project.run("validate", "--format", "json").json["clients"]
        for each in client["diagnostics"]
        if each["code"] == code
    ]
    [line] = [at for at, each in enumerate(text.splitlines(), start=1) if each == shown]
    assert {"file": file, "line": line} in [{"file": each["file"], "line": each["line"]} for each in places if each]


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("specs/pet.json", "Did you mean specs/pets.json?"),
        ("specs/*.yml", "Nothing matches specs/*.yml."),
        ("https://pets.example/a.json", 'hosts = ["pets.example"]'),
    ],
)
def test_a_source_that_cannot_be_read(project: Project, source: str, hint: str) -> None:
    """The message shows the line of `source`."""
    (project.folder / "pyproject.toml").write_text(CONFIGURATION.replace("specs/pets.json", source))
    outcome = project.run("generate")
    assert outcome.code == 2 and f'5 | source = "{source}"' in outcome.err and hint in outcome.err, outcome.err
    assert " --> pyproject.toml:5:1" in outcome.err


def test_an_overlay_that_is_missing(project: Project) -> None:
    """So does the message about an overlay."""
    (project.folder / "pyproject.toml").write_text(f'{CONFIGURATION}overlays = ["fixes.yaml"]\n')
    outcome = project.run("generate")
    assert outcome.code == 2 and '7 | overlays = ["fixes.yaml"]' in outcome.err, outcome.err


@pytest.mark.parametrize(
    ("code", "old", "line"),
    [
        ("source-missing", 'source = "specs/pets.json"', 'source = "specs/pet.json"'),
        ("source-missing", 'source = "specs/pets.json"', 'source = ["specs/pets.json", "*.yml"]'),
        ("source-unsupported", 'source = "specs/pets.json"', 'source = "https://pets.example/a.json"'),
        ("source-missing", 'output = "generated"', 'output = "generated"\noverlays = ["fix.yaml"]'),
    ],
)
def test_a_file_that_does_not_exist(project: Project, code: str, old: str, line: str) -> None:
    """The message shows where the configuration names it."""
    text = CONFIGURATION.replace(old, line)
    (project.folder / "pyproject.toml").write_text(text)
    [client] = project.run("validate", "--format", "json").json["clients"]
    [diagnostic] = [each for each in client["diagnostics"] if each["code"] == code]
    shown = text.splitlines()[diagnostic["location"]["line"] - 1]
    assert diagnostic["location"]["file"] == "pyproject.toml" and shown == line.splitlines()[-1]


def test_hosts_are_no_urls(project: Project) -> None:
    """A URL in `hosts` would allow nothing: it is an error at its line."""
    (project.folder / "pyproject.toml").write_text(f'{CONFIGURATION}hosts = ["https://pets.example/a"]\n')
    outcome = project.run("validate")
    assert outcome.code == 2 and "`hosts` must be an array of hosts" in outcome.err
    (project.folder / "pyproject.toml").write_text(
        f'{CONFIGURATION}hosts = ["a.example", "localhost:80", "[::1]:80"]\n'
    )
    assert project.run("validate").code == 0


def test_clients_in_the_singular(project: Project) -> None:
    """It is one mistake, and one message."""
    (project.folder / "pyproject.toml").write_text(CONFIGURATION.replace("fledge.clients", "fledge.client"))
    outcome = project.run("validate")
    assert "did you mean `clients`?" in outcome.err and outcome.err.count("error[") == 1
