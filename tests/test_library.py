"""`import fledge`: the functions, their results, and what the import costs."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import fledge
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, describe_pets


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> fledge.ClientConfig:
    """A configured client from which nothing was generated yet."""
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    describe_pets(tmp_path, DESCRIPTION)
    monkeypatch.chdir(tmp_path)
    [client] = fledge.read_config(tmp_path)
    return client


def test_generate_then_check(client: fledge.ClientConfig, capsys: pytest.CaptureFixture[str]) -> None:
    """A client is generated and then up to date; nothing is printed."""
    missing = fledge.check(client)
    assert missing.is_missing and not missing.is_current and not missing.diff
    result = fledge.generate(client)
    assert result.status is fledge.GenerateStatus.WRITTEN and result.is_new
    assert (result.operations, result.models) == (1, 1)
    assert "models/pet.py" in {change.path for change in result.files}
    assert fledge.check(client).is_current
    assert fledge.generate(client).status is fledge.GenerateStatus.UNCHANGED
    assert fledge.generate(client, skip_unchanged=True).status is fledge.GenerateStatus.UNCHANGED
    assert capsys.readouterr() == ("", "")


def test_check_has_verdicts_and_a_diff(client: fledge.ClientConfig) -> None:
    """A file that was edited is in the result, with the change that would undo the edit."""
    fledge.generate(client)
    path = client.package_dir / "models" / "pet.py"
    path.write_text(path.read_text() + "# edited\n")
    result = fledge.check(client)
    assert result.files == (("models/pet.py", "edited by hand"),)
    assert (result.edited, result.unmanaged, result.is_missing) == (1, 0, False)
    assert "-# edited" in result.diff


def test_bad_input_is_data(client: fledge.ClientConfig) -> None:
    """A description that cannot be read is an error in each result, and no exception."""
    Path("specs/pets.json").write_text("{")
    for result in (fledge.generate(client), fledge.check(client), fledge.load(client), fledge.diff("a", "b")):
        assert result.diagnostics.failed
        [error] = [each for each in result.diagnostics if each.severity is fledge.Severity.ERROR]
        assert error.code in ("json-invalid", "source-missing"), error


def test_edited_file_is_a_diagnostic(client: fledge.ClientConfig) -> None:
    """Generating over an edited file is refused, and forced."""
    fledge.generate(client)
    path = client.package_dir / "models" / "pet.py"
    before = path.read_text()
    path.write_text("x = 1\n")
    result = fledge.generate(client)
    assert result.status is fledge.GenerateStatus.FAILED
    assert [each.code for each in result.diagnostics] == ["file-modified"]
    assert path.read_text() == "x = 1\n"
    assert fledge.generate(client, force=True).status is fledge.GenerateStatus.WRITTEN
    assert path.read_text() == before


def test_load_has_the_api(client: fledge.ClientConfig) -> None:
    """A description is read without anything being written."""
    result = fledge.load(client)
    assert result.api is not None and result.spec is not None
    assert (result.operations, result.models) == (1, 1)
    assert not client.package_dir.exists()


def test_diff_of_two_sources(client: fledge.ClientConfig) -> None:
    """Two descriptions are compared, with the rule of each change."""
    changed = copy.deepcopy(DESCRIPTION)
    changed["components"]["schemas"]["Pet"]["properties"]["age"] = {"type": "integer"}
    describe_pets(Path("new"), changed)
    result = fledge.diff("specs/pets.json", "new/specs/pets.json")
    assert result.comparison is not None
    assert [change.code for change in result.comparison.diff.changes] == ["field-added"]
    with pytest.raises(TypeError):
        fledge.diff("specs/pets.json")


def test_pull_without_upstream_is_a_diagnostic(client: fledge.ClientConfig) -> None:
    """A client that cannot be pulled is an error in the result."""
    assert [each.code for each in fledge.pull(client).diagnostics] == ["upstream-missing"]


def test_init_writes_configuration_and_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new client is configured and generated; without a prompt, each option has its default."""
    describe_pets(tmp_path, DESCRIPTION)
    monkeypatch.chdir(tmp_path)
    result = fledge.init(fledge.InitOptions(source="specs/pets.json"))
    assert result.generated is not None and result.generated.status is fledge.GenerateStatus.WRITTEN
    assert result.files == (tmp_path / "pyproject.toml",)
    assert fledge.check(result.generated.client).is_current


def test_results_are_frozen(client: fledge.ClientConfig) -> None:
    """A result cannot be changed."""
    result = fledge.check(client)
    with pytest.raises(FrozenInstanceError):
        result.files = ()


def test_every_public_name_exists() -> None:
    """Each name of `__all__` can be imported, and `dir` lists it."""
    for name in fledge.__all__:
        assert getattr(fledge, name) is not None
        assert name in dir(fledge)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = fledge.nonsense


def test_packages_do_not_replace_functions() -> None:
    """`fledge.diff` and `fledge.pull` are functions, also after the packages of these names are imported."""
    code = (
        "import fledge.diff.changes, fledge.pull.fetcher, fledge; from fledge.diff import compare_apis; "
        "print(fledge.diff.__module__, fledge.pull.__module__, callable(compare_apis))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "fledge.workflows.diff fledge.workflows.pull True\n"


def test_import_loads_no_stage() -> None:
    """`import fledge` imports nothing of Fledge, and the version little."""
    code = "import sys, fledge; a = sorted(m for m in sys.modules if m.startswith('fledge.')); fledge.__version__; print(a)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_program_runs_once(tmp_path: Path) -> None:
    """A large description is validated by a process beside, which does not run the program again."""
    schemas = {
        f"S{index}": {"type": "object", "properties": {"x": {"type": "string", "minLength": "x"}}}
        for index in range(250)
    }
    (tmp_path / "x.json").write_text(json.dumps({**DESCRIPTION, "components": {"schemas": schemas}}))
    (tmp_path / "program.py").write_text(
        "import fledge\n"
        "print('once')\n"
        "result = fledge.load(fledge.client_from_arguments(['x.json'], 'out', 'x'))\n"
        "print(result.operations, 'document-invalid' in {each.code for each in result.diagnostics})\n"
    )
    ran = subprocess.run([sys.executable, "program.py"], cwd=tmp_path, capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("once\n1 True\n", "")


@pytest.mark.types
def test_library_is_typed(tmp_path: Path) -> None:
    """A type checker knows the functions and their results from outside."""
    program = tmp_path / "program.py"
    program.write_text(
        "from pathlib import Path\n"
        "import fledge\n"
        "from fledge.diff import compare_apis\n"
        "for client in fledge.read_config(Path()):\n"
        "    reveal_type(fledge.generate(client).status)\n"
        "    reveal_type(fledge.diff('a', client=client).diagnostics)\n"
        "    reveal_type(fledge.load(client).api)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(program)], capture_output=True, text=True, cwd=tmp_path
    )
    for text in ("fledge.workflows.generate.GenerateStatus", "fledge.diagnostics.diagnostic.Diagnostics", "Api | None"):
        assert text in ran.stdout, ran.stdout + ran.stderr
    assert "error:" not in ran.stdout


def test_one_source(client: fledge.ClientConfig) -> None:
    """A string is one source, as in the configuration, and not one for each letter."""
    one = fledge.client_from_arguments("specs/pets.json", "out")
    assert one == fledge.client_from_arguments(["specs/pets.json"], "out")
    assert fledge.generate(one).status is fledge.GenerateStatus.WRITTEN
