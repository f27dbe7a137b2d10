"""A pair of descriptions, and how a test compares both the descriptions and the packages that they generate."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diff import Diff, Level, compare_apis
from fledge.emitter.emit import emit
from fledge.ir import Api
from fledge.workflows.load import load_api
from fledge.writer import Lock

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two descriptions and the verdicts from the first to the second, and back.

    A verdict is `=` for no change but of prose, `p` for a patch, `-` for changes that break nothing, `T` if types
    break, `W` if the wire does, `TW` for both.
    """

    name: str
    old: JSON
    new: JSON
    forward: str
    backward: str


def pairs_of(name: str, old: JSON, new: JSON, verdicts: str) -> Pair:
    """Return a pair; `verdicts` are two words."""
    forward, backward = verdicts.split()
    return Pair(name=name, old=old, new=new, forward=forward, backward=backward)


def verdict(diff: Diff) -> str:
    """What the changes come down to."""
    changes = [change for change in diff.changes if change.code != "docs-changed"]
    letters = "T" * any(change.types_break for change in changes) + "W" * any(change.wire_breaks for change in changes)
    if letters or not changes:
        return letters or "="
    return "p" if diff.level is Level.PATCH else "-"


def build(folder: Path, description: JSON, names: Lock) -> Api:
    """Return the IR of a description, with the names of a lock."""
    (folder / "api.json").write_text(json.dumps(description), encoding="utf-8")
    client = client_from_arguments(["api.json"], str(folder), "api")
    loaded = load_api(client, DiagnosticCollector(), base=folder, lock=names, validator=False)
    assert loaded is not None
    return loaded.api


def build_both(folder: Path, old: JSON, new: JSON) -> tuple[Api, Api]:
    """Return both sides as `fledge diff` builds them: the new one with the names of the old one."""
    before = build(folder, old, Lock())
    return before, build(folder, new, Lock(names=before.names))


def compare(folder: Path, old: JSON, new: JSON) -> Diff:
    """Compare two descriptions."""
    return compare_apis(*build_both(folder, old, new))


def has_same_code(old: Api, new: Api) -> bool:
    """Whether the Python of two generated packages is the same, apart from docstrings."""
    before, after = (python_files(api) for api in (old, new))
    return before.keys() == after.keys() and all(
        text == after[path] or without_docstrings(text) == without_docstrings(after[path])
        for path, text in before.items()
    )


def python_files(api: Api) -> dict[str, str]:
    """The modules of a package that its description makes."""
    package = emit(api)
    return {path: package.files[path] for path in sorted(package.templated)}


def without_docstrings(text: str) -> str:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [each for each in body if not _is_text(each)] or [ast.Pass()]
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.slice, ast.Tuple)
            and ast.unparse(node.value) == "Literal"
        ):
            node.slice.elts.sort(key=ast.unparse)  # the order of an enum means nothing
    return ast.unparse(_UnionOrder().visit(tree))


class _UnionOrder(ast.NodeTransformer):
    """Writes the members of unions in one order, since theirs means nothing to a type checker."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if not isinstance(node.op, ast.BitOr):
            return self.generic_visit(node)
        members = [ast.unparse(self.visit(each)) for each in _members(node)]
        return ast.parse(" | ".join(sorted(members)), mode="eval").body


def _members(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _members(node.left)
        yield from _members(node.right)
    else:
        yield node


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


# --- descriptions


def description(paths: JSON, **fields: Any) -> JSON:
    """A description with these paths."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": paths,
        **fields,
    }


def operation(**fields: Any) -> JSON:
    """An operation that returns nothing, unless `fields` say otherwise."""
    return {"operationId": "doIt", "tags": ["orders"], "responses": {"204": {"description": "Done."}}, **fields}


def content(schema: JSON, media_type: str = "application/json") -> JSON:
    """The content of a body or response."""
    return {"content": {media_type: {"schema": schema}}}


def box(schema: JSON, *, required: bool = False) -> JSON:
    """An object with one property of this schema."""
    return {"type": "object", "properties": {"size": schema}, **({"required": ["size"]} if required else {})}


def request(schema: JSON, **fields: Any) -> JSON:
    """A description whose call sends a body."""
    body = {"required": True, **content(schema)}
    return description({"/orders": {"post": operation(requestBody=body)}}, **fields)


def response(schema: JSON, **fields: Any) -> JSON:
    """A description whose call receives a body."""
    responses = {"200": {"description": "Fine.", **content(schema)}}
    return description({"/orders": {"post": operation(responses=responses)}}, **fields)


def parameter(schema: JSON, **fields: Any) -> JSON:
    """A description whose call has a query parameter `q`."""
    parameters = [{"name": "q", "in": "query", "schema": schema, **fields}]
    return description({"/orders": {"get": operation(parameters=parameters)}})


def of_operation(**fields: Any) -> JSON:
    """A description with one operation."""
    return description({"/orders": {"post": operation(**fields)}})


def both_directions(pairs: list[Pair]) -> Iterator[Any]:
    """Each pair forward and backward, as parameters of a test: name, old, new, verdict."""
    for pair in pairs:
        yield f"{pair.name} ->", pair.old, pair.new, pair.forward
        yield f"{pair.name} <-", pair.new, pair.old, pair.backward
