"""User code under mypy and pyright, both strict: which of its lines are errors."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

Errors: TypeAlias = dict[tuple[str, int], str]
"""Messages by the file and the line that they are about."""

WRONG = "  # wrong"
"""What ends a line of user code that has to be an error."""


def wrong_lines(code: str) -> list[int]:
    """The numbers of the lines that are marked as wrong."""
    return [number for number, line in enumerate(code.splitlines(), 1) if line.endswith(WRONG)]


def mypy_errors(files: Sequence[Path], packages: Path, folder: Path) -> Errors:
    """What mypy says in strict mode of user code that imports `packages`; `folder` is for its cache."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", "--cache-dir", str(folder / "cache")]
    environment = {**os.environ, "MYPYPATH": str(packages)}
    done = subprocess.run([*command, *map(str, files)], env=environment, cwd=packages, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    errors = re.findall(r"^(.*?):(\d+): error: (.*)$", done.stdout, re.MULTILINE)
    assert all(Path(packages, path).resolve() in files for path, _, _ in errors), done.stdout
    return {(Path(path).stem, int(line)): message for path, line, message in errors}


def pyright_errors(files: Sequence[Path], packages: Path, folder: Path) -> Errors:
    """The same of pyright, which also wants each `type: ignore` to be needed."""
    options = {
        "typeCheckingMode": "strict",
        "reportUnnecessaryTypeIgnoreComment": "error",
        "extraPaths": [str(packages)],
        "include": [str(each) for each in files],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(options), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "-p", str(folder), "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = json.loads(done.stdout)["generalDiagnostics"]
    return {
        (Path(each["file"]).stem, each["range"]["start"]["line"] + 1): each["message"]
        for each in found
        if each["severity"] == "error"
    }
