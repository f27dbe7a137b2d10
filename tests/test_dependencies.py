"""constraints.txt names a release for each dependency, and `.ci/run` tests the newest and the lowest ones too."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement

from tests import dependencies
from tests.conftest import ROOT

TEXT = dependencies.CONSTRAINTS.read_text(encoding="utf-8")
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def requirements() -> Iterator[Requirement]:
    """All requirements of pyproject.toml but Fledge itself, and but servers: they are in an environment of their own."""
    project = tomllib.loads(PYPROJECT)["project"]
    for line in [
        *project["dependencies"],
        *(each for name, extra in project["optional-dependencies"].items() if name != "servers" for each in extra),
    ]:
        if not line.startswith("fledge["):
            yield Requirement(line)


def test_constraints_are_names_and_versions() -> None:
    """Nothing but sorted releases: no addresses, no paths, no machine."""
    comment, *lines = TEXT.splitlines()
    assert comment.startswith("# ")
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.+!]*", line) for line in lines)
    assert TEXT == dependencies.written(dependencies.releases(lines))


@pytest.mark.parametrize("requirement", list(requirements()), ids=str)
def test_constraints_allow_each_requirement(requirement: Requirement) -> None:
    """Each requirement of pyproject.toml has its release, and allows it."""
    version = dependencies.releases(TEXT.splitlines())[requirement.name]
    assert requirement.specifier.contains(version)


def test_lowest_releases() -> None:
    """They are the lower bounds of Fledge's dependencies and its clients', and not of what only tests need."""
    found = [Requirement(each) for each in dependencies.lowest(PYPROJECT)]
    assert {each.name for each in found} >= {"black", "pyyaml", "httpx2", "msgspec"}
    assert "pytest" not in {each.name for each in found}
    bounds = {each.name: each for each in requirements()}
    assert all(bounds[each.name].specifier.contains(str(each.specifier).strip("=")) for each in found)


def test_a_dependency_without_a_lower_bound() -> None:
    """It is named."""
    with pytest.raises(ValueError, match="jinja2<4: it must begin with"):
        dependencies.lowest('[project]\ndependencies = ["jinja2<4"]\noptional-dependencies = {client = []}')


def test_changes() -> None:
    """Added, removed and replaced releases have a line each, and those that stay have none."""
    old = dependencies.releases(["# tested", "", "Jinja2==3.1.5", "six==1.17.0", "typing_extensions==4.15.0"])
    new = dependencies.releases(["jinja2==3.1.6", "typing-extensions==4.15.0", "h2==4.4.1"])
    assert list(dependencies.changes(old, new)) == [
        "added    h2 4.4.1",
        "changed  jinja2 3.1.5 -> 3.1.6",
        "removed  six 1.17.0",
    ]


def test_what_is_no_release() -> None:
    """A folder or an address in place of a version never gets into constraints.txt."""
    with pytest.raises(ValueError, match="is not a release"):
        dependencies.releases(["six @ file:///wheels/six.whl"])


def test_tests_that_run_type_checkers_are_marked() -> None:
    """`-m "not types"` leaves each of them out, so that a release of mypy or pyright breaks no run with the newest."""
    unmarked: list[str] = []
    marked = 0
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
                continue
            words = {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}
            words |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            if words & {"mypy", "pyright", "mypy_errors", "pyright_errors"}:
                if "pytest.mark.types" in map(ast.unparse, node.decorator_list):
                    marked += 1
                elif path.name != "test_dependencies.py":
                    unmarked.append(f"{path.name}: {node.name}")
    assert unmarked == []
    assert marked >= 8
