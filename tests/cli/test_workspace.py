"""A uv workspace: at its root, commands are about the clients of all members, which are the same from anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DESCRIPTION, Project, project  # a fixture


@pytest.fixture
def workspace(project: Project) -> Project:
    """A root without clients, and two members with one each, of which one calls its file fledge.toml."""
    (project.folder / "pyproject.toml").write_text(
        '[tool.uv.workspace]\nmembers = ["services/*"]\nexclude = ["services/old"]\n'
    )
    for name in ("a", "b", "old", "none"):
        folder = project.folder / "services" / name
        folder.mkdir(parents=True)
        (folder / "api.json").write_text(json.dumps(DESCRIPTION))
        (folder / "pyproject.toml").write_text(f'[project]\nname = "{name}"\n')
        table = f'[{"tool.fledge." if name != "b" else ""}clients.of_{name}]\nsource = "api.json"\noutput = "src/x"\n'
        if name != "none":
            with (folder / ("fledge.toml" if name == "b" else "pyproject.toml")).open("a") as file:
                file.write(table)
    return project


def test_members(workspace: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is generated at the root is what each member would generate."""
    outcome = workspace.run("generate")
    assert outcome.code == 0, outcome.err
    assert "into services/a/src/x/of_a: " in outcome.out and "into services/b/src/x/of_b: " in outcome.out
    assert "of_old" not in outcome.out
    assert workspace.run("check").code == 0
    for name in ("a", "b"):
        monkeypatch.chdir(workspace.folder / "services" / name)
        checked = workspace.run("check")
        assert (checked.code, checked.out) == (0, f"src/x/of_{name}: {checked.out.split()[1]} files, as generated\n")
    readme = Path(f"src/x/of_{name}/README.md").read_text()
    assert f"from x.of_{name} import Client" in readme


def test_a_file_of_a_member(workspace: Project) -> None:
    """--config makes the same package, too."""
    assert workspace.run("generate", "--config", "services/a/pyproject.toml").code == 0
    assert workspace.run("check", "of_a").code == 0
    assert "from x.of_a import Client" in (workspace.folder / "services/a/src/x/of_a/README.md").read_text()
    assert "there is no file nope.toml" in workspace.run("check", "--config", "nope.toml").err


def test_clients_of_the_same_name(workspace: Project) -> None:
    """Without names all are meant; a name that two members have is not clear."""
    path = workspace.folder / "services" / "a" / "pyproject.toml"
    path.write_text(path.read_text().replace("of_a", "of_b"))
    assert workspace.run("generate").code == 0
    outcome = workspace.run("check", "of_b")
    assert outcome.code == 2 and "several members" in outcome.err
