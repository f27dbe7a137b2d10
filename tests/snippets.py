"""The examples of a package's Markdown as code: found, and written the way an asynchronous client is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

_FENCED = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(markdown: str) -> list[str]:
    """The blocks of Python in a text, in order."""
    return _FENCED.findall(markdown)


def pages(files: Mapping[str, str]) -> dict[str, list[str]]:
    """The blocks of the README and of all reference pages of a package that have some."""
    return {path: code for path, text in files.items() if path.endswith(".md") and (code := blocks(text))}


class _Awaited(ast.NodeTransformer):
    def visit_For(self, node: ast.For) -> ast.AST:
        return ast.copy_location(ast.AsyncFor(**vars(node)), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.copy_location(ast.Await(node), node) if ast.unparse(node.func).startswith("client.") else node


def awaited(block: str) -> str:
    """A block as the reference tells to write it for an `AsyncClient`: calls awaited, loops `async for`."""
    return ast.unparse(ast.fix_missing_locations(_Awaited().visit(ast.parse(block))))
