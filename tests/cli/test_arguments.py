"""The command line: short options, help, suggestions, another configuration, how much is printed."""

from __future__ import annotations

import re

import pytest

from fledge.cli.arguments import argument_parser
from tests.cli.conftest import CONFIGURATION, Project


def test_short_options(project: Project) -> None:
    """`-o` is `--output`, `-V` is `--version`."""
    assert project.run("generate", "specs/pets.json", "-o", "out").code == 0
    assert (project.folder / "out" / "pets" / "_client.py").is_file()
    assert project.run("-V").out == project.run("--version").out


@pytest.mark.parametrize("arguments", [("help",), ("help", "generate"), ("generate", "-h")])
def test_help(project: Project, arguments: tuple[str, ...]) -> None:
    """`fledge help COMMAND` is `fledge COMMAND --help`."""
    outcome = project.run(*arguments)
    assert outcome.code == 0
    assert outcome.out.startswith("usage: fledge" if arguments == ("help",) else "usage: fledge generate")


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("genrate",), "did you mean `generate`?"),
        (("help", "chek"), "did you mean `check`"),
        (("generate", "--ouput", "x"), "did you mean `--output`"),
        (("diff", "--fail_on", "any"), "did you mean `--fail-on`?"),
        (("generate", "--OUTPUT", "x"), "did you mean `--output`?"),
        (("check", "PETS"), "did you mean `pets`?"),
        (("validate", "specs/Pets.JSON"), "Did you mean specs/pets.json?"),
    ],
)
def test_misspelt_word(project: Project, arguments: tuple[str, ...], suggestion: str) -> None:
    """A command or an option that does not exist leads to the one that was meant."""
    outcome = project.run(*arguments)
    assert outcome.code == 2
    assert suggestion in outcome.err


def test_lines_of_help_are_short() -> None:
    """The help of each command and option has at most 60 characters."""
    parser = argument_parser()
    [commands] = [action for action in parser._actions if action.dest == "command"]
    assert isinstance(commands.choices, dict)
    for name, command in commands.choices.items():
        for action in command._actions:
            assert action.help and len(action.help) <= 60, (name, action.dest, action.help)
    for choice in commands._get_subactions():
        assert choice.help and len(choice.help) <= 60, choice.help


def test_configuration_of_another_name(project: Project) -> None:
    """`--config` names the file; its paths are relative to it."""
    (project.folder / "pyproject.toml").unlink()
    (project.folder / "clients.toml").write_text(CONFIGURATION)
    for command in ("generate", "check", "validate"):
        assert project.run(command, "--config", "clients.toml").code == 0, command
    assert project.run("check").code == 2
    outcome = project.run("check", "--config", "missing.toml")
    assert outcome.code == 2 and "missing.toml" in outcome.err
    (project.folder / "other.toml").write_text("[project]\n")
    assert "other.toml has no table [tool.fledge]" in project.run("check", "--config", "other.toml").err


def test_check_of_a_package_without_configuration(project: Project) -> None:
    """`check SOURCE --output DIR` checks what `generate SOURCE --output DIR` wrote."""
    arguments = ("specs/pets.json", "--output", "out", "--package", "zoo")
    assert project.run("check", *arguments).code == 1
    assert project.run("generate", *arguments).code == 0
    assert project.run("check", *arguments).code == 0
    (project.folder / "out" / "zoo" / "errors.py").write_text("")
    assert project.run("check", *arguments).code == 1


def test_quiet_and_verbose(project: Project) -> None:
    """`-q` prints errors only, `-v` each note; what a command returns on stdout is the same."""
    names = "".join(f'"x{index}" = "y{index}"\n' for index in range(9))
    (project.folder / "pyproject.toml").write_text(f"{CONFIGURATION}\n[tool.fledge.clients.pets.names]\n{names}")
    normal, quiet = project.run("validate"), project.run("validate", "-q")
    assert normal.out == quiet.out and "warning[name-unused]" in normal.err and quiet.err == ""
    project.describe("{")
    failed = project.run("validate", "-q")
    assert failed.code == 2 and re.findall(r"^(\w+)\[", failed.err, re.MULTILINE) == ["error"]
    assert project.run("validate", "-q", "-v").code == 2


@pytest.mark.parametrize("name", ["specs/pets.json", "./specs/pets.json", "generated/pets", "generated/pets/"])
def test_a_source_or_package_of_a_client(project: Project, name: str) -> None:
    """Whoever names it means the client."""
    for command in ("generate", "check"):
        outcome = project.run(command, name)
        assert outcome.code == 2 and "it belongs to the client `pets`: name that" in outcome.err
