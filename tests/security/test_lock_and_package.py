"""A repository that is hostile: files and locks that were changed together, and code that nobody generated."""

from __future__ import annotations

import importlib.machinery
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project, generated, project

__all__ = ["generated", "project"]

TAMPERED = (
    "_client.py",
    "__init__.py",
    "errors.py",
    "models/pet.py",
    "resources/pets.py",
    "_runtime/client.py",
    "README.md",
)


def tamper(project: Project, path: str, content: bytes) -> None:
    """Change a file of the package, and its digest in the lock."""
    (project.package / path).write_bytes(content)
    lock = project.package / "fledge.lock"
    data = json.loads(lock.read_text())
    data["files"][path] = sha256(content).hexdigest()
    lock.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n")


@pytest.mark.parametrize("path", TAMPERED)
def test_file_changed_together_with_its_digest(generated: Project, path: str) -> None:
    """A check names the file, whichever it is, and `generate` makes it again."""
    before = generated.snapshot()
    if not (generated.package / path).exists():
        pytest.skip(f"the package has no {path}")
    tamper(generated, path, (generated.package / path).read_bytes() + b"\n# malice\n")
    outcome = generated.run("check")
    assert outcome.code == 1
    assert f"stale: generated/pets/{path}\n" in outcome.out and "-# malice" in outcome.out
    assert generated.run("generate").code == 0
    assert generated.snapshot() == before
    assert generated.run("check").code == 0


@pytest.mark.parametrize("suffix", sorted({*importlib.machinery.all_suffixes(), ".pyd", ".pyi"}))
@pytest.mark.parametrize("folder", ["", "models", "_runtime"])
def test_foreign_code(generated: Project, suffix: str, folder: str) -> None:
    """A file that Python would import, and that nobody generated, is named."""
    (generated.package / folder / f"extra{suffix}").write_bytes(b"")
    outcome = generated.run("check")
    assert outcome.code == 1
    assert f"extra: generated/pets/{folder + '/' if folder else ''}extra{suffix}\n" in outcome.out


def test_foreign_code_that_the_lock_lists(generated: Project) -> None:
    """A file that the lock lists, and that would not be generated, is extra, and `generate` removes it."""
    lock = generated.package / "fledge.lock"
    data = json.loads(lock.read_text())
    (generated.package / "models" / "extra.py").write_bytes(b"")
    digest = sha256(b"").hexdigest()
    data["files"]["models/extra.py"] = digest
    lock.write_text(json.dumps(data))
    outcome = generated.run("check")
    assert outcome.code == 1 and "extra: generated/pets/models/extra.py\n" in outcome.out
    assert generated.run("generate").code == 0
    assert not (generated.package / "models" / "extra.py").exists()


@pytest.mark.parametrize("name", ["models", "_runtime"])
def test_folder_of_the_package_that_is_a_link(generated: Project, tmp_path: Path, name: str) -> None:
    """A folder that leads elsewhere is refused, though what lies there is as generated."""
    target = tmp_path / "elsewhere"
    shutil.move(generated.package / name, target)
    (generated.package / name).symlink_to(target, target_is_directory=True)
    outcome = generated.run("check")
    assert outcome.code == 2 and "path-conflict" in outcome.err and "a symbolic link" in outcome.err


@pytest.mark.parametrize("command", [("generate",), ("generate", "--force"), ("check",)])
@pytest.mark.parametrize(
    ("path", "is_folder", "message"),
    [
        ("models", False, "models is a file, where the package needs a folder"),
        ("errors.py", True, "errors.py is a folder, where the package needs a file"),
        ("", False, "is a file, where the package needs a folder"),
        ("..", False, "is a file, where the package needs a folder"),
    ],
)
def test_file_and_folder_in_each_other_s_place(
    generated: Project, command: tuple[str, ...], path: str, is_folder: bool, message: str
) -> None:
    """Both are refused by every command, with what stands there and what to do."""
    at = (generated.package / path).resolve()
    shutil.rmtree(at) if at.is_dir() else at.unlink()
    at.mkdir() if is_folder else at.write_text("mine")
    outcome = generated.run(*command)
    assert outcome.code == 2 and "error[path-conflict]" in outcome.err and message in outcome.err, outcome.err
    assert at.is_dir() if is_folder else at.read_text() == "mine"


def test_linked_folder_beside_the_package_s_own(generated: Project, tmp_path: Path) -> None:
    """A link to a folder is named."""
    (tmp_path / "elsewhere").mkdir()
    (generated.package / "extra").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    outcome = generated.run("check")
    assert outcome.code == 1 and "extra: generated/pets/extra\n" in outcome.out


@pytest.mark.parametrize(
    "name", ["", "a b", "x;import os", "pets.", "class", "pets.import", "__init__", "pets.__init__", "x\ny"]
)
def test_name_in_the_lock_that_is_none(generated: Project, name: str) -> None:
    """A name that the configuration may not have is not taken from the lock, and never written into code."""
    lock = generated.package / "fledge.lock"
    data = json.loads(lock.read_text())
    data["names"]["GET /pets/{petId}"] = name
    lock.write_text(json.dumps(data))
    before = generated.snapshot()
    for command in ("check", "generate", "validate"):
        outcome = generated.run(command)
        assert outcome.code == 2 and "error[lock-invalid]: the lock has a name" in outcome.err, outcome.err
    assert generated.snapshot() == before


@pytest.mark.parametrize("key", ["GET /pets/{}", "#/components/schemas/Pet"])
@pytest.mark.parametrize("name", ["ﬁsh.ﬁnd", "ｐｅｔｓ.get", "ª", "ſtr", "𝒶.b", "A\u030a.x"])
def test_name_that_python_reads_as_another(generated: Project, key: str, name: str) -> None:
    """A name that is not in Python's form (PEP 3131) would be written so and looked up otherwise."""
    lock = generated.package / "fledge.lock"
    data = json.loads(lock.read_text())
    data["names"][key] = name
    lock.write_text(json.dumps(data), encoding="utf-8")
    outcome = generated.run("generate")
    assert outcome.code == 2 and "error[lock-invalid]" in outcome.err and "would read" in outcome.err
    shutil.rmtree(generated.package)
    names = f'[tool.fledge.clients.pets.names]\n"{key.replace("{}", "{petId}")}" = "{name}"\n'
    (generated.folder / "pyproject.toml").write_text(CONFIGURATION + names, encoding="utf-8")
    outcome = generated.run("generate")
    assert outcome.code == 2 and "error[config-value]" in outcome.err and "would read" in outcome.err


@pytest.mark.parametrize(
    "name",
    [
        "close.get",
        "request.get",
        "with_options.get",
        "call.x.get",
        "pets._client",
        "pets._returning",
        "_transport.get",
        "pets.self",
        "pets.mro",
        "pets.with_raw_response",
        "pets.with_streaming_response",
        "get",
        "a" * 300,
    ],
)
def test_name_in_the_lock_that_clients_use(generated: Project, name: str) -> None:
    """The operation gets the name that it has without the lock; the configuration may not say so either."""
    lock = generated.package / "fledge.lock"
    data = json.loads(lock.read_text())
    assert data["names"]["GET /pets/{}"] == "pets.get"
    data["names"]["GET /pets/{}"] = name
    lock.write_text(json.dumps(data))
    assert generated.run("generate").code == 0
    assert json.loads(lock.read_text())["names"]["GET /pets/{}"] == "pets.get"
    if "." in name:
        names = f'[tool.fledge.clients.pets.names]\n"GET /pets/{{petId}}" = "{name}"\n'
        (generated.folder / "pyproject.toml").write_text(CONFIGURATION + names)
        outcome = generated.run("generate")
        assert outcome.code == 2 and "error[name-taken]" in outcome.err


@pytest.mark.parametrize("name", ["fledge.lock", "FLEDGE.LOCK"])
def test_lock_that_lists_itself(generated: Project, name: str) -> None:
    """It is no file that a run may remove."""
    lock = generated.package / "fledge.lock"
    data = json.loads(lock.read_text())
    data["files"][name] = "0" * 64
    lock.write_text(json.dumps(data))
    outcome = generated.run("generate", "--force")
    assert outcome.code == 2 and "which is the lock itself" in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize("path", ["fledge.lock", "models/pet.py"])
def test_pipe_in_place_of_a_file(generated: Project, path: str) -> None:
    """A pipe, which would be read forever, is refused at once."""
    (generated.package / path).unlink()
    os.mkfifo(generated.package / path)
    outcome = generated.run("check")
    assert outcome.code == 2 and "error[path-conflict]" in outcome.err, outcome.err


@pytest.mark.parametrize("name", ["con", "AUX", "nul", "com1"])
def test_package_that_is_a_device_on_windows(project: Project, name: str) -> None:
    """A name under which Windows opens a device is refused, from the command line and the configuration."""
    outcome = project.run("generate", "specs/pets.json", "--output", "out", "--package", name)
    assert outcome.code == 2 and "error[package-name]" in outcome.err
    (project.folder / "pyproject.toml").write_text(f'{CONFIGURATION}package = "{name}"\n')
    outcome = project.run("generate")
    assert outcome.code == 2 and "error[package-name]" in outcome.err


def test_tags_and_schemas_that_are_devices_on_windows(project: Project) -> None:
    """What is called like a device gets files that are called otherwise."""
    text = json.dumps(DESCRIPTION).replace('"pets"', '"aux"').replace('Pet"', 'Con"')
    project.describe(text)
    assert project.run("generate").code == 0
    paths = [path.relative_to(project.package).as_posix() for path in project.package.rglob("*")]
    assert not {"aux", "con"} & {part.partition(".")[0] for path in paths for part in path.split("/")}


@pytest.mark.slow
def test_runs_at_once_that_want_the_same(project: Project) -> None:
    """Runs that generate the same package at the same time all end well, and the package is whole."""
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "fledge", "generate"],
            cwd=project.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(6)
    ]
    outputs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0] * len(runs), outputs
    assert project.run("check").code == 0
