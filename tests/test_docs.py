"""docs/diagnostics.md names each diagnostic that the source can make, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "diagnostics.md"
SEVERITIES = ("error", "warning", "note")
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PRINTED = re.compile(r"error\[([a-z-]+)\]")
_MADE = ("error", "warning", "note", "add", "Fault", "fault", "Unparsable")


def codes() -> Iterator[tuple[str, str]]:
    """Each code in the source, a hole in it as `*`, with what makes it: `report.warning(...)`, `Fault(...)`."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        if (ROOT / "generator" / "runtime") in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in _MADE and (code := _code(called, node)):
                    yield code, _severity(called, node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                for code in _PRINTED.findall(node.value):
                    yield code, "error"


def _code(called: str, node: ast.Call) -> str | None:
    """The literal that names the code: `code=`, the first argument, or the second of `add(severity, code, ...)`."""
    args = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    args = args or (node.args[1:2] if called == "add" else node.args[:1] if len(node.args) > 1 else [])
    match args:
        case [ast.Constant(value=str(text))]:
            pass
        case [ast.JoinedStr(values=values)]:
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in values)
        case _:
            return None
    return text if CODE.fullmatch(text.replace("*", "x")) else None


def _severity(called: str, node: ast.Call) -> str:
    """Its severity, where the call says it; else it depends on where the fault is."""
    if called == "add":
        return node.args[0].attr.lower() if isinstance(node.args[0], ast.Attribute) else ""
    return called if called in SEVERITIES else "error" if node.args else ""


def documented() -> dict[str, str]:
    """Code to severity, as the tables of the page say."""
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| ([\w ]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == len(dict(rows)), "a code is documented twice"
    return dict(rows)


def _matches(code: str, name: str) -> bool:
    return re.fullmatch(re.escape(code).replace(r"\*", "[a-z-]+"), name) is not None


def test_each_code_is_documented() -> None:
    """What the source can say is explained, with the severity that it has there."""
    known = documented()
    for code, severity in codes():
        names = [name for name in known if _matches(code, name)]
        assert names, f"{code} is missing in docs/diagnostics.md"
        assert any(severity in known[name] for name in names), f"{code} is {severity}"


def test_each_documented_code_exists() -> None:
    """What is explained can still be said."""
    made = [code for code, _ in codes()]
    for name in documented():
        assert any(
            _matches(code, name) for code in made
        ), f"{name} no longer exists: remove it from docs/diagnostics.md"
