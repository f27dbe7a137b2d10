"""A run imports what it needs: for a small description, imports take longer than all else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

UNUSED = (
    *("html.parser", "http.client", "logging", "multiprocessing", "ssl", "subprocess"),
    *("black", "openapi_spec_validator", "jsonpath", "fledge.pull", "fledge.loader.pages.html", "fledge.diff"),
    "fledge.diagnostics.render",
)
"""What only networks, pages, Git, large descriptions, diagnostics and comparisons need."""

CODE = """
import sys
from fledge.cli import main
assert main(["generate", "-q", sys.argv[1], "--output", sys.argv[2]]) == 0
print(*sys.modules, file=sys.stderr)
"""


def test_a_small_description_needs_few_modules(tmp_path: Path) -> None:
    """Neither networks nor pages, Git, Black or the validator are imported for a file that is valid."""
    source = ROOT / "tests" / "cases" / "odd_enums" / "openapi.yaml"
    run = subprocess.run(
        [sys.executable, "-c", CODE, str(source), str(tmp_path / "client")], capture_output=True, text=True, check=True
    )
    modules = run.stderr.split()
    assert "fledge.emitter.emit" in modules
    assert not {*UNUSED} & {*modules}
