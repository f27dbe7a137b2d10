"""Cases: each folder of `cases/` holds the smallest document that shows one behaviour, and what comes of it.

`openapi.yaml` begins with a sentence on what the case pins; a `pyproject.toml` beside it configures it, where what is
pinned is a matter of configuration. `expected/` holds those generated files that show it,
`diagnostics.txt` what is said: severity, code and pointer, one a line.
To accept what is generated now, run `FLEDGE_ACCEPT=1 pytest tests/test_cases.py`, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fledge.config.filters import Filter
from fledge.config.pyproject import FILE, read_config
from fledge.diagnostics.diagnostic import Diagnostic
from fledge.emitter import emit, format_package
from fledge.emitter.package import Package
from fledge.emitter.python.formatter import format_source
from tests.client import understand

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/openapi.yaml"))
ACCEPT = bool(os.environ.get("FLEDGE_ACCEPT"))


def generated(case: Path) -> tuple[Package, list[Diagnostic]]:
    """The package of a case, not formatted, and what was said about it."""
    client = read_config(case)[0] if (case / FILE).is_file() else None
    api, said = understand(
        case / "openapi.yaml",
        signature=client and client.webhooks,
        idempotency=client.idempotency if client else "",
        overlays=client.overlays if client else (),
        include=client.include if client else Filter(),
    )
    package = emit(
        api,
        testing=bool(client and client.testing),
        aiohttp=bool(client and client.aiohttp),
        distribution=client.distribution if client else None,
    )
    return package, said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """What is generated and said is what the case expects, byte for byte."""
    package, said = generated(case)
    package = format_package(package, only=set(package.files))
    lines = [f"{each.severity} {each.code} {each.source.pointer if each.source else ''}".rstrip() for each in said]
    diagnostics = "".join(f"{line}\n" for line in sorted(lines))
    expected = sorted(path for path in (case / "expected").rglob("*") if path.is_file())
    assert expected, f"{case.name} expects no file"
    if ACCEPT:
        for path in expected:
            path.write_text(package.files[path.relative_to(case / "expected").as_posix()], encoding="utf-8")
        (case / "diagnostics.txt").write_text(diagnostics, encoding="utf-8")
    for path in expected:
        assert package.files[path.relative_to(case / "expected").as_posix()] == path.read_text(encoding="utf-8")
    assert diagnostics == (case / "diagnostics.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_black_agrees_where_it_is_not_asked(case: Path) -> None:
    """What the templates make, and is called settled, is byte for byte what Black makes of it."""
    package, _ = generated(case)
    for path in sorted(package.templated - package.unformatted):
        assert format_source(package.files[path]) == package.files[path], path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_says_what_it_pins(case: Path) -> None:
    """Each case begins with a sentence for its reader."""
    first = (case / "openapi.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ") and first.endswith(".")
