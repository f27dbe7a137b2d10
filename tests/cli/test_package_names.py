"""Names of packages: after the title, and none that keeps another module or the package from being imported."""

from __future__ import annotations

import pytest

from tests.cli.conftest import DESCRIPTION, Project, project  # a fixture

PLACES = (("pets", "out"), ("models", "out/pets"))
"""Two clients, of which the second would be written into the first, and their folders."""


@pytest.mark.parametrize("name", ["json", "types", "enum", "httpx2", "msgspec", "fledge", "calendar"])
def test_names_of_modules(project: Project, name: str) -> None:
    """In the project's folder, such a package would replace the module; in another folder, it may."""
    refused = project.run("generate", "specs/pets.json", "--output", ".", "--package", name)
    assert refused.code == 2 and f"the package cannot be called `{name}`" in refused.err
    assert not (project.folder / name).exists()
    warned = project.run("generate", "specs/pets.json", "--output", "out", "--package", name)
    assert warned.code == 0 and "warning[package-shadows]" in warned.err and "the folder out" in warned.err


def test_no_warning_inside_of_a_package(project: Project) -> None:
    """No folder of a package with `__init__.py` is on the path."""
    (project.folder / "src" / "shop").mkdir(parents=True)
    (project.folder / "src" / "shop" / "__init__.py").touch()
    outcome = project.run("generate", "specs/pets.json", "--output", "src/shop", "--package", "json")
    assert (outcome.code, outcome.err) == (0, "")


def test_a_folder_with_the_name_of_a_module(project: Project) -> None:
    """Python finds its own module `http` before the folder."""
    outcome = project.run("generate", "specs/pets.json", "--output", "http")
    assert "Python cannot import `http.pets`" in outcome.err


def test_the_name_of_another_package(project: Project) -> None:
    """Two packages of one name cannot both be imported."""
    (project.folder / "src" / "pets").mkdir(parents=True)
    (project.folder / "src" / "pets" / "__init__.py").touch()
    outcome = project.run("generate", "specs/pets.json", "--output", ".")
    assert outcome.code == 2 and "src/pets is a package of the project" in outcome.err


def test_names_after_the_title(project: Project) -> None:
    """A file that is called like all others says nothing; the title does, unless Python has a module of that name."""
    (project.folder / "openapi.json").write_text((project.folder / "specs" / "pets.json").read_text())
    assert "into out/pets: " in project.run("generate", "openapi.json", "--output", "out").out
    assert project.run("check", "openapi.json", "--output", "out").code == 0
    project.describe({**DESCRIPTION, "info": {"title": "Calendar API", "version": "1"}})
    (project.folder / "specs" / "pets.json").rename(project.folder / "openapi.json")
    outcome = project.run("generate", "openapi.json", "--output", "out")
    assert "into out/calendar_api: " in outcome.out and "warning" not in outcome.err


def test_a_package_inside_of_another(generated: Project) -> None:
    """`check` would report it as files that Fledge did not write, so that it is not written."""
    for command in ("generate", "check"):
        refused = generated.run(command, "specs/pets.json", "--output", "generated/pets", "--package", "dogs")
        assert refused.code == 2 and "error[path-conflict]: generated/pets/dogs would be inside of" in refused.err
    assert not (generated.package / "dogs").exists() and generated.run("check").code == 0


@pytest.mark.parametrize("order", [1, -1])
def test_clients_inside_of_each_other(project: Project, order: int) -> None:
    """The configuration says it at once, whichever of the two comes first."""
    tables = [f'[clients.{name}]\nsource = "specs/pets.json"\noutput = "{output}"\n' for name, output in PLACES]
    (project.folder / "fledge.toml").write_text("\n".join(tables[::order]))
    (project.folder / "pyproject.toml").unlink()
    outcome = project.run("generate")
    assert outcome.code == 2, outcome.out
    assert "the package of `models` would be inside of out/pets, the package of `pets`" in outcome.err
    assert "--> fledge.toml:5:1" in outcome.err and not (project.folder / "out").exists()


@pytest.mark.parametrize("output", ["~", "~/out"])
def test_a_home_folder(project: Project, output: str) -> None:
    """No shell has expanded `--output=~/out`, or a path in the configuration; a folder `~` is nobody's wish."""
    for command in (("generate",), ("init", "--name", "other")):
        outcome = project.run(*command, "specs/pets.json", f"--output={output}")
        assert outcome.code == 2 and "Fledge does not expand `~`" in outcome.err
    assert "Fledge does not expand `~`" in project.run("validate", f"{output}/pets.json").err
    assert not (project.folder / "~").exists()


@pytest.mark.parametrize(
    ("file", "name"),
    [("Zürich-Züge.json", "zurich_zuge"), ("Zu\u0308rich.json", "zurich"), ("Boote–日本.json", "boote")],
)
def test_names_after_files_of_other_scripts(project: Project, file: str, name: str) -> None:
    """An accent is left out of the name, and splits no word."""
    (project.folder / "specs" / "pets.json").rename(project.folder / file)
    outcome = project.run("init", file, "--yes")
    assert f"into generated/{name}: " in outcome.out, outcome.err
