"""What is generated: each description of the corpus, and its operations counted without the generator.

The count reads JSON and YAML with their own parsers and knows nothing of how the generator understands a document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

METHODS = ("delete", "get", "head", "options", "patch", "post", "put", "query", "trace")
GROUPS = ("real", "swagger2", "torture", "pages")
SUFFIXES = (".json", ".yaml", ".yml")

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_ANNOUNCED = re.compile(r"""["']?(?:openapi|swagger)["']?\s*:|^paths:\s+path:""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One description: a file, or the folder of its files or pages."""

    name: str
    group: str
    source: Path

    @property
    def package(self) -> str:
        """The name of the package that is made of it."""
        return "c_" + re.sub(r"\W", "_", self.name.lower())

    @property
    def size(self) -> int:
        """Bytes to read."""
        files = [self.source] if self.source.is_file() else [p for p in self.source.rglob("*") if p.is_file()]
        folder = self.source.parent if self.source.parent.name not in GROUPS else None
        if self.source.is_file() and folder and self.group == "real":
            files = [path for path in folder.rglob("*") if path.is_file()]
        return sum(path.stat().st_size for path in files)


@dataclass(slots=True)
class Counted:
    """The operations that a document holds, as `GET /path`; how many webhooks with a body, and callbacks, beside."""

    operations: set[str] = field(default_factory=set[str])
    webhooks: int = 0
    callbacks: int = 0


def subjects(corpus: Path) -> list[Subject]:
    """All descriptions of the corpus but those of `peers/`, the largest first."""
    found: list[Subject] = []
    for path in sorted((corpus / "real").iterdir()):
        found.append(Subject(name=path.stem, group="real", source=_entry(path) if path.is_dir() else path))
    for group in ("swagger2", "torture"):
        for path in sorted((corpus / group).iterdir()):
            found.append(Subject(name=f"{group}-{path.stem}", group=group, source=path))
    for path in sorted((corpus / "pages").glob("*/*")):
        found.append(Subject(name=path.stem if path.is_dir() else f"truth-{path.stem}", group="pages", source=path))
    return sorted(found, key=lambda subject: (-subject.size, subject.name))


def _entry(folder: Path) -> Path:
    """The one file at the folder's root that has operations; the folder where they are in several files below."""
    roots = [path for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES and _has_paths(path)]
    return roots[0] if len(roots) == 1 else folder


def _has_paths(path: Path) -> bool:
    value = _announced(_parse(path.read_text(encoding="utf-8")))
    return value is not None and bool(value.get("paths"))


def _announced(value: Any) -> dict[str, Any] | None:
    return value if isinstance(value, dict) and ("openapi" in value or "swagger" in value) else None


def count(subject: Subject) -> Counted:
    """What the subject's documents hold."""
    counted = Counted()
    for path, document in _documents(subject.source):
        _count(document, path, counted)
    return counted


def _documents(source: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    files = [source] if source.is_file() else sorted(path for path in source.rglob("*") if path.is_file())
    for path in files:
        if path.suffix in SUFFIXES:
            text = path.read_text(encoding="utf-8")
            if _ANNOUNCED.search(text) and (value := _announced(_parse(text))):
                yield path, value
        elif path.suffix == ".md" or path.name == "llms-full.txt":
            for block in _blocks(path.read_text(encoding="utf-8")):
                value = _parse(block)
                if (value := _announced(value) or _mintlify(value)) and isinstance(value.get("paths", {}), dict):
                    yield path, value


def _mintlify(value: Any) -> dict[str, Any] | None:
    """The operation of a page that holds Mintlify's form of 2025."""
    paths = value.get("paths") if isinstance(value, dict) else None
    if not isinstance(paths, dict) or not isinstance(paths.get("method"), str):
        return None
    return {"paths": {paths["path"]: {paths["method"]: {}}}}


def _blocks(text: str) -> Iterator[str]:
    """The fenced blocks of a page that may be OpenAPI."""
    for match in _FENCE.finditer(text):
        if _ANNOUNCED.search(match["body"]):
            yield match["body"]


def _parse(text: str) -> Any:
    """JSON, or YAML with all scalars as text, which no key of OpenAPI needs otherwise."""
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)  # makes strings, lists and dicts only
    except yaml.YAMLError:
        return None


def _count(document: dict[str, Any], path: Path, counted: Counted) -> None:
    paths: Any = document.get("paths") or {}
    for template, item in paths.items():
        if template.startswith("/"):
            for method, operation in _methods(item, document, path):
                counted.operations.add(f"{method.upper()} {template}")
                if isinstance(operation, dict):
                    counted.callbacks += sum(1 for _ in operation.get("callbacks") or ())
    for key in ("webhooks", "x-webhooks"):
        for item in (document.get(key) or {}).values():
            counted.webhooks += sum("requestBody" in operation for _, operation in _methods(item, document, path))


def _methods(item: Any, document: dict[str, Any], path: Path) -> Iterator[tuple[str, Any]]:
    """The operations of a path item, those of what it refers to included."""
    if not isinstance(item, dict):
        return
    if isinstance(reference := item.get("$ref"), str):
        yield from _methods(*_target(reference, document, path))
    for method in METHODS:
        if isinstance(operation := item.get(method), dict):
            yield method, operation
    for method, operation in (item.get("additionalOperations") or {}).items():
        yield method, operation


def _target(reference: str, document: dict[str, Any], path: Path) -> tuple[Any, dict[str, Any], Path]:
    name, _, pointer = reference.partition("#")
    if name:
        path = path.parent / name
        if not path.is_file():
            return None, document, path
        document = _parse(path.read_text(encoding="utf-8"))
    node: Any = document
    for token in unquote(pointer).split("/")[1:]:
        node = node.get(token.replace("~1", "/").replace("~0", "~")) if isinstance(node, dict) else None
    return node, document, path
