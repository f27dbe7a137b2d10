"""One description becomes one package on disk, in a process of its own: `python -m tests.corpus.worker ARGUMENTS`.

Prints one JSON object of figures. Black and the validator run only where they are asked for. With `--batch`, each line
of the input names a description and a folder, and each line of the output holds the figures.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
import time
import traceback
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit, format_package
from fledge.emitter.package import Package
from fledge.loader.load import load
from fledge.loader.validate import validate
from tests.corpus.syntax import is_mark, strange, strange_in_markdown

LONGEST = 255
"""Bytes of the longest file name that file systems take."""

FEW = 5
"""Up to so many diagnostics of one code are kept with their pointers."""


def generate(source: Path, target: Path, *, validated: bool, blackened: bool) -> dict[str, Any]:
    """The figures of one description, whose package is written to `target`."""
    report = DiagnosticCollector()
    figures: dict[str, Any] = {"generated": False, "crash": "", "validated": []}
    started = time.monotonic()
    try:
        spec = load([str(source)], report, base=source.parent)
        figures["loaded"] = time.monotonic() - started
        if spec is not None:
            api = build(spec, report, overrides={}, locked_names={}, env_prefix="CLIENT")
            if not report.failed:
                package = emit(api)
                figures["seconds"] = time.monotonic() - started
                figures["megabytes"] = peak()
                figures.update(_measured(package), models=len(api.models), generated=True)
                figures["outside"] = write(package, target)
                if blackened:
                    figures["unformatted"] = unformatted(package)
            figures["said"] = said(report)
            if validated:
                started = time.monotonic()
                report = DiagnosticCollector()
                validate(spec, report)
                figures["validated"] = said(report)
                figures["validating"] = time.monotonic() - started
    except Exception:  # a crash is what this looks for
        figures["crash"] = traceback.format_exc()
    figures.setdefault("said", said(report))
    figures.setdefault("seconds", time.monotonic() - started)
    figures.setdefault("megabytes", peak())
    return figures


def peak() -> int:
    """The most memory that this process held so far, in MB; `getrusage` would count the parent's as well."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0


def write(package: Package, target: Path) -> list[str]:
    """Write the package; the paths that would have led outside are returned, and not written."""
    root = target.resolve()
    outside: list[str] = []
    for path, text in package.files.items():
        file = root / path
        if not safe(path) or not file.resolve().is_relative_to(root):
            outside.append(path)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return outside


def safe(path: str) -> bool:
    """Whether a file's path is relative, in a known folder, and named like a Python module or a page of reference."""
    *folders, name = path.split("/")
    stem, dot, suffix = name.partition(".")
    return folders in ([], ["models"], ["resources"], ["_runtime"], ["docs"]) and (
        path
        in ("py.typed", "README.md", "models/__init__.pyi", "docs/returned-models.md", "pyproject.toml", ".gitignore")
        or stem.isidentifier()
        and stem == unicodedata.normalize("NFKC", stem)
        and dot + suffix == (".md" if folders == ["docs"] else ".py")
        and len(name.encode()) <= LONGEST
    )


def unformatted(package: Package) -> list[str]:
    """The files that Black would change though it is not asked, each with the first line that it would."""
    certain = replace(package, unformatted=package.templated - package.unformatted)
    done = format_package(certain, only=certain.unformatted)
    return [
        f"{path}: {next((old for old, new in zip(text.splitlines(), done.files[path].splitlines()) if old != new), '')}"
        for path, text in package.files.items()
        if done.files[path] != text
    ]


def said(report: DiagnosticCollector) -> list[list[Any]]:
    """Severity, code, count, and the places where they are few."""
    every = list(report)
    counts = Counter((str(each.severity), each.code) for each in every)
    return [
        [severity, code, number, _places(every, severity, code) if number <= FEW else []]
        for (severity, code), number in sorted(counts.items())
    ]


def _places(every: list[Any], severity: str, code: str) -> list[str]:
    return sorted(
        f"{each.source.source}#{each.source.pointer}" if each.source else ""
        for each in every
        if (each.severity, each.code) == (severity, code)
    )


def _measured(package: Package) -> dict[str, Any]:
    """What can be read off the text of a package."""
    operations: list[str] = []
    events = 0
    methods: list[int] = []
    broken: list[str] = []
    odd: list[str] = []
    for path, text in package.files.items():
        if path.endswith(".md"):
            odd += [f"{path}:{line}" for line in strange_in_markdown(text)]
        if path not in package.templated:
            continue
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError) as error:
            broken.append(f"{path}: {error}")
            continue
        odd += [f"{path}:{line}" for line in strange(path, tree)]
        if path == "webhooks.py":
            events = sum(isinstance(node, ast.FunctionDef) for node in tree.body)
        if path.startswith("resources/") and path != "resources/__init__.py":
            operations += _operations(tree)
            methods += _methods(tree)
    return {
        "operations": operations,
        "methods": methods,
        "events": events,
        "broken": broken,
        "strange": odd,
        "files": len(package.files),
        "lines": sum(text.count("\n") for path, text in package.files.items() if path in package.templated),
        "resource_lines": sum(t.count("\n") for p, t in package.files.items() if p.startswith("resources/")),
    }


def _operations(tree: ast.Module) -> list[str]:
    """`GET /path` of each constant that states the facts of an operation, or of its second method: `GET /path stream`."""
    problems: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call):
            name = node.value.args[0] if node.value.args else None
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                problems.append(f"{name.value} stream" if name.value in problems else name.value)
    return problems


def _methods(tree: ast.Module) -> list[int]:
    """How many methods the class and the asynchronous class have, without overloads and the properties that are views."""

    def is_method(node: ast.stmt) -> bool:
        return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and all(map(is_mark, node.decorator_list))

    return [
        sum(map(is_method, node.body))
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def main() -> None:
    """Generate what the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("target", type=Path, nargs="?")
    parser.add_argument("--validate", action="store_true")
    parser.add_argument("--black", action="store_true")
    parser.add_argument("--batch", action="store_true")
    options = parser.parse_args()
    work = [json.loads(line) for line in sys.stdin] if options.batch else [[options.source, options.target]]
    for source, target in work:
        figures = generate(Path(source).resolve(), Path(target), validated=options.validate, blackened=options.black)
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
