"""`python -m tests.benchmarks.dict_lines PACKAGE …`: which share of a package's lines the types of dicts are.

The types are what stands under `if TYPE_CHECKING:` in `models/`; lines are those of all Python files but the runtime's,
blank lines included.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import GENERATED


def main() -> None:
    """Print a line for each package."""
    for folder in map(Path, sys.argv[1:] or [str(GENERATED / "bird_conversations")]):
        files = [path for path in folder.rglob("*.py") if "_runtime" not in path.parts]
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
        types = sum(sum(_lines(path)) for path in files if path.parent.name == "models")
        print(f"{folder.name}: {types:,} of {lines:,} lines, {100 * types / lines:.1f} %")


def _lines(path: Path) -> Iterator[int]:
    """How many lines each block for type checkers has that holds more than imports."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        is_block = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if is_block and not all(isinstance(each, (ast.Import, ast.ImportFrom)) for each in node.body):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


if __name__ == "__main__":
    main()
