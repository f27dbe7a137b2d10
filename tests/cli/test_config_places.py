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
