"""Tells what a formatter did to generated files from what a person wrote into them."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator, Sequence

from fledge.writer.plan import FileChange


def is_reformatted(changes: Sequence[FileChange]) -> bool:
    """Return whether all changes are of Python files that do the same as the generated ones, laid out differently."""
    return bool(changes) and all(
        change.path.endswith(".py")
        and change.before is not None
        and change.after is not None
        and _meaning(change.before) == _meaning(change.after) is not None
        and _comments(change.before) <= _comments(change.after)  # only a person writes a new one
        for change in changes
    )


def _meaning(content: bytes) -> list[str] | None:
    """What a module does, whatever its layout and the order of its imports; None if it is not Python."""
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = " ".join(node.value.split())  # docstrings are indented and stripped
        for block in ("body", "orelse", "finalbody"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                setattr(node, block, [single for each in statements for single in _single_imports(each)])
    return sorted(part for statement in tree.body for part in _parts(statement))


def _parts(statement: ast.stmt) -> Iterator[str]:
    """A statement as text; what a condition guards is apart, since formatters sort the imports in it."""
    if isinstance(statement, ast.If):
        yield ast.dump(statement.test)
        for inner in (*statement.body, *statement.orelse):
            yield from _parts(inner)
    else:
        yield ast.dump(statement)


def _single_imports(statement: ast.stmt) -> list[ast.stmt]:
    """An import as one for each name, since formatters join and split them; any other statement as it is."""
    if isinstance(statement, ast.ImportFrom):
        return [ast.ImportFrom(statement.module, [name], statement.level) for name in statement.names]
    return [ast.Import([name]) for name in statement.names] if isinstance(statement, ast.Import) else [statement]


def _comments(content: bytes) -> set[str]:
    tokens = tokenize.tokenize(io.BytesIO(content).readline)
    return {token.string for token in tokens if token.type == tokenize.COMMENT}
