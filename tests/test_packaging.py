"""The wheel: it carries the templates and the runtime, and generates the same bytes as the checkout."""

from __future__ import annotations

import email
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, has_other_black


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_templates_and_runtime(wheel: Path) -> None:
    """Templates lie inside the package, and nothing of tests, specs or generated code."""
    names = zipfile.ZipFile(wheel).namelist()
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.jinja")}
    assert {f"fledge/{name}" for name in templates} <= set(names)
    assert {f"fledge/runtime/{path.name}" for path in (ROOT / "generator" / "fledge" / "runtime").glob("*.py")} <= set(
        names
    )
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"fledge"}
    assert not [name for name in names if "__pycache__" in name]


def test_the_metadata(wheel: Path) -> None:
    """An index gets a README whose links lead somewhere, who wrote it, and which versions of Python are tested."""
    archive = zipfile.ZipFile(wheel)
    [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    metadata = email.message_from_bytes(archive.read(name))
    assert metadata["Author"] == "The Fledge authors" and metadata["Keywords"] and metadata["Summary"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    links = re.findall(r"\]\(([^)]+)\)", str(metadata.get_payload()))
    assert links and all(link.startswith("https://") for link in links), links
    tested = re.findall(r"for version in ([\d. ]+);", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))[0].split()
    versions = re.findall(r"Python :: (3\.\d+)", "\n".join(metadata.get_all("Classifier", [])))
    assert versions[0] == "3.11" and set(versions[1:]) <= set(tested)
    assert "fledge/py.typed" in archive.namelist()


def test_the_wheel_generates_what_the_checkout_generates(wheel: Path, tmp_path: Path) -> None:
    """An installed Fledge finds its templates inside itself, and writes the committed package."""
    inside = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(inside)
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "specs").symlink_to(ROOT / "specs")
    code = f"import sys; sys.path.insert(0, {str(inside)!r}); from fledge.cli import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-P", "-c", code, "generate"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "generated" / "bird_conversations"
    committed = ROOT / "generated" / "bird_conversations"
    for path in sorted(committed.rglob("*")):
        if path.name == "fledge.lock" and has_other_black(path):
            continue
        if path.is_file() and "__pycache__" not in path.parts:
            assert (made / path.relative_to(committed)).read_bytes() == path.read_bytes(), path
