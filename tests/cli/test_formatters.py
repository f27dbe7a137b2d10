"""A formatter that got a package all the same is told from a person who edited it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.conftest import Project, generated, project  # fixtures

__all__ = ["generated", "project"]


@pytest.mark.parametrize(
    "command",
    [
        ["black", "-q", "--line-length", "50"],
        ["ruff", "format", "-q", "--line-length", "50"],
        ["isort", "-q", "--line-length", "50", "--force-single-line-imports"],
    ],
)
def test_a_formatter(generated: Project, command: list[str]) -> None:
    """`check` and `generate` name what happened, and how to exclude the folder; --force makes the package again."""
    for path in generated.package.rglob("*.py"):  # it does not heed the comments that keep formatters away
        path.write_text(path.read_text().replace("# fmt: off\n", "").replace("# isort: skip_file\n", ""))
    subprocess.run([sys.executable, "-m", *command, "generated/pets"], cwd=generated.folder, check=True)
    checked = generated.run("check")
    assert checked.code == 1 and "a formatter rewrote generated files" in checked.out
    refused = generated.run("generate")
    assert refused.code == 2 and "a formatter rewrote generated files" in refused.err
    assert 'extend-exclude = ["generated/pets"]' in refused.err
    assert generated.run("generate", "--force").code == 0
    assert generated.run("check").code == 0


def test_a_person(generated: Project) -> None:
    """An edit that changes what a file does is an edit."""
    path = generated.package / "_client.py"
    path.write_text(path.read_text() + "\n\nmine = 1\n")
    assert "formatter" not in generated.run("check").out
    assert "formatter" not in generated.run("generate").err
