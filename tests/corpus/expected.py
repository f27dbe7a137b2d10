"""The diagnostics that each description is known to bring, kept in `expected/`: one a line, so that a diff reads well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "expected"
_VALIDATED = "# what the validator says"


def differences(name: str, diagnostics: list[list[Any]], validated: list[list[Any]] | None) -> list[str]:
    """What is said and not expected (`+`), or expected and not said (`-`); `validated` is None where it did not run."""
    file = FOLDER / f"{name}.txt"
    head, mark, tail = (file.read_text(encoding="utf-8") if file.exists() else "").partition(_VALIDATED)
    changed = _compared(head.splitlines(), _lines(diagnostics))
    if validated is not None and file.exists():
        changed += _compared(tail.splitlines(), _lines(validated))
    return changed if file.exists() or not diagnostics else ["nothing is expected yet: run with --accept", *changed]


def accept(name: str, diagnostics: list[list[Any]], validated: list[list[Any]] | None) -> None:
    """Keep what is said now; what the validator said before is kept where it did not run."""
    file = FOLDER / f"{name}.txt"
    tail = (file.read_text(encoding="utf-8") if file.exists() else "").partition(_VALIDATED)[2].strip().splitlines()
    lines = _lines(diagnostics) + [_VALIDATED] + (tail if validated is None else _lines(validated))
    FOLDER.mkdir(exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _lines(diagnostics: list[list[Any]]) -> list[str]:
    lines: list[str] = []
    for severity, code, number, places in diagnostics:
        lines.append(f"{severity} {code} {number}")
        lines += [f"    {address}".rstrip() for address in places if severity != "note"]
    return lines


def _compared(before: list[str], after: list[str]) -> list[str]:
    # a place belongs to the line above it that is not indented
    old, new = _paired(before), _paired(after)
    return [f"-{' '.join(line).rstrip()}" for line in old if line not in new] + [
        f"+{' '.join(line).rstrip()}" for line in new if line not in old
    ]


def _paired(lines: list[str]) -> list[tuple[str, str]]:
    head = ""
    changed: list[tuple[str, str]] = []
    for line in lines:
        if not line.strip():
            continue
        if line.startswith(" "):
            changed.append((head, line.strip()))
        else:
            head = line
            changed.append((head, ""))
    return changed
