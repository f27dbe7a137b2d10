"""What is committed in `generated/` is what the generator makes, and what type checkers and Black want."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fledge.emitter import emit, format_package
from fledge.emitter.python.directives import DIRECTIVES
from tests.client import understand
from tests.conftest import ROOT

GENERATED = ROOT / "generated"
BIRD = GENERATED / "bird_conversations"


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True)


def test_the_committed_package_is_what_would_be_generated() -> None:
    """`fledge check` finds nothing."""
    done = run("fledge", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_committed_package_is_clean_for_black(tmp_path: Path) -> None:
    """Black, with its own defaults, changes nothing in generated code, were it not told to leave it alone."""
    for path in BIRD.rglob("*.py"):
        copy = tmp_path / path.relative_to(BIRD)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        assert text.startswith(DIRECTIVES)
        copy.write_text(text.removeprefix(DIRECTIVES), encoding="utf-8")
    done = run("black", "--check", "--config", "/dev/null", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


def test_templates_already_make_what_black_makes() -> None:
    """Black has nothing left to do on what the templates make of Bird."""
    package = emit(understand(ROOT / "specs" / "bird_conversations")[0])
    assert format_package(package, only=set(package.files)).files == package.files


@pytest.mark.types
def test_mypy_strict_finds_nothing() -> None:
    """mypy --strict has no complaint about the package."""
    done = run("mypy", "--strict", "-p", "bird_conversations", cwd=GENERATED)
    assert done.returncode == 0, done.stdout


@pytest.mark.types
def test_pyright_strict_finds_nothing_in_any_module_of_the_runtime(tmp_path: Path) -> None:
    """Bird's package has not all of them."""
    settings = {"typeCheckingMode": "strict", "include": ["runtime"], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    shutil.copytree(ROOT / "generator" / "fledge" / "runtime", tmp_path / "runtime")
    done = run("pyright", "-p", str(tmp_path), "--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout


@pytest.mark.types
def test_pyright_strict_finds_nothing(tmp_path: Path) -> None:
    """pyright in strict mode has no complaint about the package."""
    settings = {"typeCheckingMode": "strict", "include": ["bird_conversations"], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    shutil.copytree(BIRD, tmp_path / "bird_conversations")
    done = run("pyright", "-p", str(tmp_path), "--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout


def test_no_comment_silences_a_type_checker() -> None:
    """No file of the package silences a checker, and no line a linter: the directives at the top are for whole files."""
    for path in sorted(BIRD.rglob("*.py")):
        text = path.read_text(encoding="utf-8").removeprefix(DIRECTIVES)
        for silencer in ("type: ignore", "pyright:", "noqa"):
            assert silencer not in text, path


def test_the_package_imports_only_msgspec_httpx2_and_the_standard_library() -> None:
    """Every import is relative, or of the standard library, or of the two libraries that clients need.

    httpcore2 is the lower half of httpx2, which requires the one of its own version.
    """
    libraries = {"msgspec", "httpx2", "httpcore2"}
    for path in sorted(BIRD.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                root = name.partition(".")[0]
                assert root in sys.stdlib_module_names | libraries, f"{path}: {name}"


def test_headers_are_one_constant_line() -> None:
    """No header holds a version, a date, a hash or the name of a tool: two lines are all that there are."""
    headers = {
        path.read_text(encoding="utf-8").removeprefix(DIRECTIVES).split("\n", 1)[0] for path in BIRD.rglob("*.py")
    }
    assert headers == {
        "# Generated from an OpenAPI description. Do not edit.",
        "# Part of the client's runtime, the same in every client. Do not edit.",
    }


def test_resources_are_small() -> None:
    """An operation costs at most 79 lines on average, its docs in both methods included; and 4 lines of views.

    The four views of a resource, with the properties that make them, cost 40 lines besides.
    """
    files = [path for path in (BIRD / "resources").glob("*.py") if path.name != "__init__.py"]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    names = json.loads((BIRD / "fledge.lock").read_text(encoding="utf-8"))["names"]
    operations = [key for key in names if key.partition(" ")[0].isupper()]
    assert len(operations) == 31
    assert lines <= (79 + 4) * len(operations) + 40 * len(files)


def test_importing_the_package_imports_no_http_library() -> None:
    """`import bird_conversations` pays for neither httpx2 nor msgspec; a model pays for msgspec only."""
    code = (
        "import sys; sys.path.insert(0, {path!r}); import bird_conversations;"
        "assert 'httpx2' not in sys.modules and 'msgspec' not in sys.modules;"
        "from bird_conversations import Client;"
        "from bird_conversations.models import Participant; assert 'httpx2' not in sys.modules, 'httpx2'"
    ).format(path=str(GENERATED))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("module", sorted(path.relative_to(GENERATED) for path in BIRD.rglob("*.py")), ids=str)
def test_each_module_can_be_imported_first(module: Path) -> None:
    """No module needs another one to be imported before it."""
    dotted = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    code = f"import sys; sys.path.insert(0, {str(GENERATED)!r}); import {dotted}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


VENDORED = """
import asyncio, sys
sys.path.insert(0, {path!r})
from product.vendor.chat import AsyncClient, Client, NotFoundError
from product.vendor.chat.models import Conversation, Participant
from product.vendor.chat.errors import STATUS_ERRORS
import product.vendor.chat._runtime.codec as codec
participant = codec.decode(Participant, b'{{"id": "1", "type": "user"}}')
assert type(participant) is Participant and participant.type == "user"
client = Client(access_key="k")
assert client.participants is client.participants
assert "bird_conversations" not in sys.modules
"""


def test_the_package_works_under_another_name_inside_another_package(tmp_path: Path) -> None:
    """Vendored into a product under another name, the package works as before."""
    (tmp_path / "product" / "vendor").mkdir(parents=True)
    (tmp_path / "product" / "__init__.py").touch()
    (tmp_path / "product" / "vendor" / "__init__.py").touch()
    shutil.copytree(BIRD, tmp_path / "product" / "vendor" / "chat")
    done = subprocess.run(
        [sys.executable, "-c", VENDORED.format(path=str(tmp_path))], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
