"""Clients made in tests: generated from a document, written to a folder, and imported from there."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from fledge.builder.build import build
from fledge.config.pagination import PaginationConfig
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.diagnostics.diagnostic import Diagnostic, DiagnosticCollector
from fledge.emitter import emit, format_package
from fledge.emitter.package import Package
from fledge.ir import Api
from fledge.loader.load import load


def understand(
    source: Path,
    *,
    names: Mapping[str, str] | None = None,
    given: Mapping[str, str] | None = None,
    signature: WebhookSignatureConfig | None = None,
    pagination: Mapping[str, PaginationConfig] | None = None,
    idempotency: str = "",
    **chosen: Any,
) -> tuple[Api, list[Diagnostic]]:
    """The Api of a file or folder, and what was said about it; fails where an error was reported.

    `names` are those of the configuration, `given` those of the lock.
    `chosen` are overlays and filters, as `load` takes them.
    """
    report = DiagnosticCollector()
    source = source.resolve()
    spec = load([str(source)], report, base=source.parent, **chosen)
    assert spec is not None, [diagnostic.message for diagnostic in report]
    api = build(
        spec,
        report,
        overrides=names or {},
        locked_names=given or {},
        env_prefix="CLIENT",
        signature=signature,
        pagination=pagination,
        idempotency=idempotency,
    )
    assert not report.failed, [diagnostic.message for diagnostic in report]
    return api, list(report)


def make(source: Path, **options: Any) -> Package:
    """The package of a file or folder, formatted; `options` are those of `understand`."""
    package = emit(understand(source, **options)[0])
    return format_package(package, only=set(package.files))


def make_from(document: Mapping[str, Any], folder: Path, **options: Any) -> Package:
    """The package of a document given as a value; `folder` is where it is written to be read."""
    source = folder / "openapi.json"
    source.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return make(source, **options)


def put(package: Package, folder: Path) -> None:
    """Write a package's files, as a user of the generator would find them."""
    for path, text in package.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@contextmanager
def imported(folder: Path, name: str) -> Iterator[ModuleType]:
    """The package `name` of `folder`, imported, and forgotten again afterwards."""
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
        for module in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
            del sys.modules[module]


def operation(**facts: Any) -> dict[str, Any]:
    """An operation that answers 204, with `facts` beside."""
    return {"responses": {"204": {"description": "Done"}}, **facts}


def document(paths: Mapping[str, Any] | None = None, **schemas: Any) -> dict[str, Any]:
    """A small OpenAPI 3.1 document with these paths and component schemas."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths or {},
        "components": {"schemas": schemas},
    }
