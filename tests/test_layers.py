"""The borders between the stages: who may import whom, and what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = ROOT / "generator"
GENERATOR = SOURCES / "fledge"
STAGES = ("loader", "builder", "emitter", "writer", "diff")
EVERYWHERE = {"fledge.quick_dataclass", "fledge.second_process"}
"""What is no part of a stage, and says nothing of one."""

# What each stage may know of the others: the values that cross the borders, and nothing else.
ALLOWED = {
    "loader": {
        "fledge.config.filters",
        "fledge.config.places",
        "fledge.config.security",
        "fledge.diagnostics",
        "fledge.loader",
        "fledge.openapi",
        "fledge.version",
    },
    "builder": {
        "fledge.builder",
        "fledge.config.pagination",
        "fledge.config.places",
        "fledge.config.webhooks",
        "fledge.diagnostics.diagnostic",
        "fledge.diagnostics.source",
        "fledge.diagnostics.errors",
        "fledge.diagnostics.similar_names",
        "fledge.ir",
        "fledge.openapi",
    },
    "emitter": {"fledge.emitter", "fledge.ir"},
    # Compares two values of the IR, and spells and renders as the emitter does.
    "diff": {
        "fledge.diagnostics",
        "fledge.diff",
        "fledge.emitter.constraints",
        "fledge.emitter.render",
        "fledge.emitter.annotations",
        "fledge.ir",
        "fledge.openapi.document",
        "fledge.openapi.json_values",
        "fledge.openapi.media_types",
        "fledge.openapi.pointer",
    },
    "writer": {
        "fledge.diagnostics.conflict_marks",
        "fledge.diagnostics.diagnostic",
        "fledge.diagnostics.source",
        "fledge.diagnostics.errors",
        "fledge.emitter.package",
        "fledge.version",
        "fledge.writer",
        "fledge.identifiers",
    },
}
# Not a stage: it comes before the flow, and gives the loader something to read.
ALLOWED["pull"] = {
    "fledge.config",
    "fledge.diagnostics",
    "fledge.loader",
    "fledge.pull",
    "fledge.writer",
}
NETWORK = ("urllib.request", "http", "socket", "ssl")
# Rules about names and types that views need as well; they are functions of their arguments only.
SHARED_RULES = {"fledge.openapi.status_codes", "fledge.openapi.media_types", "fledge.builder.names.words"}
ONLY = {
    "jinja2": "emitter",
    "black": "emitter",
    "jsonpath": "loader",
    "yaml": "loader",
    "openapi_spec_validator": "loader",
}
OUTSIDE = {"diagnostics"}  # finds a pointer's line in YAML for a message, after all stages


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a file imports."""
    package = [*path.relative_to(SOURCES).with_suffix("").parts][:-1]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            yield ".".join([*base, *([node.module] if node.module else [])])
        elif isinstance(node, ast.ImportFrom) and node.module == "fledge":
            yield from (f"fledge.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def within(name: str, allowed: set[str]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in allowed)


def import_graph() -> dict[str, list[str]]:
    """Each module of the package, and the ones that it imports; an import for type checkers alone is one, too."""
    names = {
        ".".join(part for part in path.relative_to(SOURCES).with_suffix("").parts if part != "__init__"): path
        for path in modules(GENERATOR)
    }
    graph: dict[str, list[str]] = {}
    for name, path in names.items():
        package = path.relative_to(SOURCES).parts[:-1]
        graph[name] = []
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                imported = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
                module = ".".join(part for part in (base, node.module) if part)
                members = [f"{module}.{alias.name}" for alias in node.names]
                imported = [member if member in names else module for member in members]
            else:
                continue
            graph[name] += [each for each in imported if each in names and each != name]
    return graph


def circles(graph: dict[str, list[str]]) -> set[frozenset[str]]:
    """The groups of modules in which each one leads to each other."""
    reached: dict[str, set[str]] = {}
    for name in graph:
        seen: set[str] = set()
        waiting = [*graph[name]]
        while waiting:
            if (each := waiting.pop()) not in seen:
                seen.add(each)
                waiting += graph[each]
        reached[name] = seen
    groups = {frozenset(other for other in reached[name] if name in reached[other]) for name in graph}
    return {group for group in groups if group}


def test_no_modules_import_each_other_in_a_circle() -> None:
    """A module can be read, tested and moved without the ones that use it."""
    assert circles({"a": ["b"], "b": ["c"], "c": ["b"]}) == {frozenset({"b", "c"})}
    graph = import_graph()
    assert len(graph) > 150 and sum(map(len, graph.values())) > 400  # it does see imports
    assert circles(graph) == set()


@pytest.mark.parametrize("stage", [*STAGES, "pull"])
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    """No stage reaches into another: it knows the value it is given and the one it makes."""
    allowed = ALLOWED[stage] | EVERYWHERE | (SHARED_RULES if stage == "emitter" else set())
    for path in modules(GENERATOR / stage):
        for name in imports(path):
            if name == "fledge" or name.startswith("fledge."):
                assert within(name, allowed), f"{path.relative_to(ROOT)} imports {name}"


def test_one_module_knows_the_network() -> None:
    """Whatever is fetched goes through one module; of pull, one other touches files: what it keeps between pulls."""
    for path in modules(GENERATOR):
        found = [*imports(path)]
        if GENERATOR / "runtime" not in path.parents and path != GENERATOR / "loader" / "sources" / "http.py":
            assert not any(within(name, set(NETWORK)) for name in found), path
        if path.parent == GENERATOR / "pull" and path.name not in ("fetcher.py",):
            assert not {"os", "pathlib", "io", "tempfile"} & {name.partition(".")[0] for name in found}, path


@pytest.mark.parametrize("library", ONLY)
def test_a_library_belongs_to_one_stage(library: str) -> None:
    """Only the emitter knows jinja2 and black, only the loader knows YAML and the validator."""
    for path in modules(GENERATOR):
        stage = path.relative_to(GENERATOR).parts[0].removesuffix(".py")
        if library in {name.partition(".")[0] for name in imports(path)}:
            assert stage == ONLY[library] or stage in OUTSIDE, path.relative_to(ROOT)


@pytest.mark.parametrize("stage", ("builder", "ir", "diff"))
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
    for stage in ("builder", "ir", "emitter"):
        for path in modules(GENERATOR / stage):
            assert not {name.partition(".")[0] for name in imports(path)} & {"http", "mimetypes", "locale"}, path


_FURTHER = {
    "aiohttp_transport": ("aiohttp", "yarl"),
    "deprecation": ("typing_extensions",),  # for type checkers, which bundle its types
}


def test_the_runtime_imports_only_its_own_package_and_two_libraries() -> None:
    """It works wherever it is vendored: msgspec, httpx2 and its lower half, the standard library, relative imports."""
    import sys

    for path in modules(GENERATOR / "runtime"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.level:
                assert node.level == 1, path
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
                for name in names:
                    root = name.partition(".")[0]
                    allowed = _FURTHER.get(path.stem, ("msgspec", "httpx2", "httpcore2"))
                    assert root in sys.stdlib_module_names or root in allowed, f"{path}: {name}"


def test_no_stage_iterates_a_set() -> None:
    """Output never depends on the order of a set: none is iterated in a stage, unless it is sorted."""
    for stage in STAGES:
        for path in modules(GENERATOR / stage):
            for node in ast.walk(parsed(path)):
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
        assert ast.get_docstring(parsed(path)), path.relative_to(ROOT)


def test_no_code_of_the_emitter_looks_into_text_that_was_printed() -> None:
    """Imports, types and layout follow from values: regular expressions are for Markdown, the runtime, and Black."""
    allowed = {"markdown.py", "runtime.py", "python/formatter.py"}
    for path in modules(GENERATOR / "emitter"):
        if "re" in imports(path):
            assert path.relative_to(GENERATOR / "emitter").as_posix() in allowed, path


def test_one_module_knows_how_black_lays_text_out() -> None:
    """No other module of the emitter compares the length of a line with Black's."""
    for path in modules(GENERATOR / "emitter"):
        if path.name not in ("layout.py", "formatter.py"):
            compared = [
                node
                for node in ast.walk(parsed(path))
                if isinstance(node, ast.Compare)
                and any(isinstance(part, ast.Name) and part.id == "WIDTH" for part in ast.walk(node))
            ]
            assert not compared, path


def test_workflows_print_nothing() -> None:
    """A workflow returns what it did: it does not print, read the arguments, or end the process."""
    for path in modules(GENERATOR / "workflows"):
        tree = parsed(path)
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"print", "input", "exit"}, path
        assert not {"sys", "argparse"} & {*imports(path)}, path


def test_commands_call_workflows() -> None:
    """A command chooses what to print of a workflow's result: it neither loads, builds, emits nor writes."""
    # `inspect` prints types as Python spells them.
    shown = {"fledge.emitter.annotations"}
    for path in modules(GENERATOR / "cli"):
        for name in imports(path):
            stage = name.split(".")[1] if name.startswith("fledge.") else ""
            assert stage not in {"loader", "builder", "emitter", "writer", "pull"} or within(name, shown), (path, name)


def test_only_workflows_and_commands_know_workflows() -> None:
    """Nothing that a workflow uses imports a workflow."""
    for path in modules(GENERATOR):
        if (
            path.parent.name not in ("workflows", "cli")
            and path.name not in ("__main__.py",)
            and path.parent != GENERATOR
        ):
            assert not any(within(name, {"fledge.workflows", "fledge.cli"}) for name in imports(path)), path


def test_any_stands_where_documents_are_read() -> None:
    """Behind the loader, JSON is seen through typed views; TOML ends in the configuration, as JSON does in openapi."""
    rooms = ("config", "loader", "openapi", "runtime")
    for path in modules(GENERATOR):
        names = path.relative_to(GENERATOR).parts
        if names[0] in rooms or names == ("diagnostics", "positions.py"):  # yaml has no types
            continue
        for node in ast.walk(parsed(path)):
            assert not (isinstance(node, ast.Name) and node.id == "Any"), f"{'/'.join(names)}:{node.lineno}"


def test_objects_of_a_document_are_asked_for_by_name() -> None:
    """Behind what reads documents and sets them right, views and `as_object` say what is an object: nobody checks again."""
    checked = [*(GENERATOR / room for room in ("builder", "diff", "workflows")), GENERATOR / "loader" / "merge"]
    paths = [GENERATOR / "loader" / "filter.py", *(path for room in checked for path in modules(room))]
    for path in paths:
        if path.name in ("fingerprint.py", "next_steps.py"):  # of settings, in TOML
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
                names = {each.id for each in ast.walk(node.args[1]) if isinstance(each, ast.Name)}
                assert not names & {
                    "dict",
                    "list",
                    "Mapping",
                    "Sequence",
                }, f"{path.relative_to(GENERATOR)}:{node.lineno}"


def test_tests_read_nothing_outside_of_the_repository_but_the_corpus() -> None:
    """What a test needs stands beside it; only the documents of the corpus are not ours to keep."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Name) and node.left.id.lower() == "shared":
                right = node.right
                assert not isinstance(right, ast.Constant) or str(right.value).startswith("corpus"), (path, node.lineno)
