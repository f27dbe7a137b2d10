"""The borders between the stages: who may import whom, and what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from generator.emitter.runtime import NAMES, runtime_files
from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
STAGES = ("loader", "model", "emitter", "writer", "diff")

# What each stage may know of the others: the values that cross the borders, and nothing else.
ALLOWED = {
    "loader": {"generator.diagnostics", "generator.loader", "generator.version"},
    "model": {
        "generator.diagnostics",
        "generator.fault",
        "generator.loader.spec",
        "generator.loader.template",
        "generator.model",
    },
    "emitter": {"generator.emitter", "generator.model.api"},
    # Compares two values of the model, and spells and renders as the emitter does.
    "diff": {
        "generator.counts",
        "generator.diagnostics",
        "generator.diff",
        "generator.emitter.render",
        "generator.emitter.types",
        "generator.loader.spec",
        "generator.model.api",
        "generator.model.types",
        "generator.places",
        "generator.render",
    },
    "writer": {
        "generator.diagnostics",
        "generator.emitter.package",
        "generator.fault",
        "generator.version",
        "generator.writer",
    },
}
# Not a stage: it comes before the flow, and gives the loader something to read.
ALLOWED["pull"] = {
    "generator.config",
    "generator.counts",
    "generator.diagnostics",
    "generator.fault",
    "generator.loader",
    "generator.pull",
    "generator.writer",
}
NETWORK = ("urllib.request", "http", "socket", "ssl")
# Rules about names and types that views need as well; they are functions of their arguments only.
SHARED_RULES = {"generator.model.phrases", "generator.model.types", "generator.model.words"}
ONLY = {
    "jinja2": "emitter",
    "black": "emitter",
    "jsonpath": "loader",
    "yaml": "loader",
    "openapi_spec_validator": "loader",
}
OUTSIDE = {"places"}  # finds a pointer's line in YAML for a message, after all stages


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a file imports."""
    package = [*path.relative_to(ROOT).with_suffix("").parts][:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            yield ".".join([*base, *([node.module] if node.module else [])])
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def within(name: str, allowed: set[str]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in allowed)


@pytest.mark.parametrize("stage", [*STAGES, "pull"])
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    """No stage reaches into another: it knows the value it is given and the one it makes."""
    allowed = ALLOWED[stage] | (SHARED_RULES if stage == "emitter" else set())
    for path in modules(GENERATOR / stage):
        for name in imports(path):
            if name == "generator" or name.startswith("generator."):
                assert within(name, allowed), f"{path.relative_to(ROOT)} imports {name}"


def test_one_module_knows_the_network() -> None:
    """Whatever is fetched goes through one module; of pull, one other touches files: what it keeps between pulls."""
    for path in modules(GENERATOR):
        found = [*imports(path)]
        if GENERATOR / "runtime" not in path.parents and path != GENERATOR / "loader" / "remote.py":
            assert not any(within(name, set(NETWORK)) for name in found), path
        if path.parent == GENERATOR / "pull" and path.name not in ("fetching.py", "refresh.py"):
            assert not {"os", "pathlib", "io", "tempfile"} & {name.partition(".")[0] for name in found}, path


@pytest.mark.parametrize("library", ONLY)
def test_a_library_belongs_to_one_stage(library: str) -> None:
    """Only the emitter knows jinja2 and black, only the loader knows YAML and the validator."""
    for path in modules(GENERATOR):
        stage = path.relative_to(GENERATOR).parts[0].removesuffix(".py")
        if library in {name.partition(".")[0] for name in imports(path)}:
            assert stage == ONLY[library] or stage in OUTSIDE, path.relative_to(ROOT)


@pytest.mark.parametrize("stage", ("model", "diff"))
def test_the_model_touches_no_files_clock_or_environment(stage: str) -> None:
    """Building a model, and comparing two, is a pure function: nothing imported can read files, time or environment."""
    for path in modules(GENERATOR / stage):
        found = {name.partition(".")[0] for name in imports(path)}
        assert not found & {
            "os",
            "pathlib",
            "io",
            "time",
            "datetime",
            "random",
            "socket",
            "subprocess",
            "tempfile",
        }, path


def test_no_stage_asks_python_for_what_differs_between_its_versions() -> None:
    """Reason phrases and Unicode names of Python's own tables are not the same in all versions; output must be."""
    for stage in ("model", "emitter"):
        for path in modules(GENERATOR / stage):
            assert not {name.partition(".")[0] for name in imports(path)} & {"http", "mimetypes", "locale"}, path


def test_the_runtime_imports_only_its_own_package_and_two_libraries() -> None:
    """The client's runtime works wherever it is vendored: msgspec, httpx2, the standard library, relative imports."""
    import sys

    for path in modules(GENERATOR / "runtime"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                assert node.level == 1, path
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
                for name in names:
                    root = name.partition(".")[0]
                    allowed = ("aiohttp", "yarl") if path.stem == "aiohttp_transport" else ("msgspec", "httpx2")
                    assert root in sys.stdlib_module_names or root in allowed, f"{path}: {name}"


def test_no_stage_iterates_a_set() -> None:
    """Output never depends on the order of a set: none is iterated in a stage, unless it is sorted."""
    for stage in STAGES:
        for path in modules(GENERATOR / stage):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                iterated = node.iter if isinstance(node, (ast.For, ast.comprehension)) else None
                direct = isinstance(iterated, (ast.Set, ast.SetComp)) or (
                    isinstance(iterated, ast.Call)
                    and isinstance(iterated.func, ast.Name)
                    and iterated.func.id in ("set", "frozenset")
                )
                assert not direct, f"{path.relative_to(ROOT)} iterates a set"


def test_every_module_says_why_it_exists() -> None:
    """Each module opens with a docstring of its one reason to exist."""
    for path in modules(GENERATOR):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path.relative_to(ROOT)


def test_the_core_of_the_runtime_is_small() -> None:
    """What every client carries is at most 2,000 lines, blank lines and docs included."""
    core = runtime_files(["from .._runtime.client import BaseClient\n"])
    assert sum(len(text.splitlines()) for text in core.values()) <= 2_000


def test_the_emitter_knows_where_each_name_of_the_runtime_is() -> None:
    """Every module of the runtime is needed by some package, and has the names that the emitter imports from it."""
    texts = [f"from ._runtime.{module} import x\n" for module in NAMES]
    assert {f"_runtime/{path.name}" for path in modules(GENERATOR / "runtime")} == set(runtime_files(texts))
    for module, names in NAMES.items():
        found = vars(import_module(f"generator.runtime.{module}"))
        assert not set(names.split()) - found.keys(), module


def test_a_package_has_the_modules_that_it_imports() -> None:
    """Forms, open models, unions, pages: who does not use them does not get them, nor what only they need."""
    assert set(runtime_files([])) == {"_runtime/__init__.py"}
    assert set(runtime_files(["from .._runtime.unions import union\n"])) == {
        "_runtime/__init__.py",
        "_runtime/model.py",
        "_runtime/unions.py",
    }
    for path in modules(GENERATOR / "runtime"):
        needed = {name.partition("/")[2] for name in runtime_files([f"from ._runtime.{path.stem} import x\n"])}
        imported = {
            node.module or ""
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.level
        }
        assert {f"{name}.py" for name in imported} <= needed, path
