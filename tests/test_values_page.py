"""docs/values.md does what it says: its blocks run in a new process, and each value is what the comment beside it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pages import blocks

PAGE = ROOT / "docs" / "values.md"
RUNNER = """
import ast, sys
source = open(sys.argv[1], encoding="utf-8").read()
lines = source.splitlines()
names = {"__name__": "page"}
checked = 0
for node in ast.parse(source).body:
    code = compile(ast.Module([node], []), sys.argv[1], "exec")
    _, mark, stated = lines[node.end_lineno - 1].rpartition("  # ")
    if mark and isinstance(node, ast.Expr):
        value = eval(compile(ast.Expression(node.value), sys.argv[1], "eval"), names)
        assert value == ast.literal_eval(stated), (node.lineno, value, stated)
        checked += 1
    else:
        exec(code, names)
print(checked)
"""


@pytest.mark.slow
def test_the_examples_run(tmp_path: Path) -> None:
    """From the first to the last block, with Bird's client as it is committed."""
    code = [block.text for block in blocks(PAGE.read_text(encoding="utf-8")) if block.language == "python"]
    (tmp_path / "page.py").write_text("\n".join(code), encoding="utf-8")
    (tmp_path / "run.py").write_text(RUNNER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "run.py", "page.py"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 14
