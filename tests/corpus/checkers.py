"""What other programs say of a package: a fresh interpreter, mypy and pyright, both at their strictest."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_MYPY_ERROR = re.compile(r"^(?P<place>.+?:\d+): error: (?P<text>.*)$", re.MULTILINE)


def import_faults(folder: Path, *packages: str) -> list[str]:
    """What goes wrong when all modules of `packages` are imported in one fresh interpreter."""
    command = [sys.executable, "-I", str(HERE / "importing.py"), str(folder), *packages]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode:
        return [f"the interpreter ended with {done.returncode}: {done.stderr.strip()[-500:]}"]
    found: list[str] = json.loads(done.stdout)
    return found


def mypy_errors(folder: Path, *packages: str, cache: Path) -> list[str]:
    """What `mypy --strict` says of packages, in one process."""
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.11", "--no-error-summary"]
    command += ["--cache-dir", str(cache), "--config-file", "/dev/null", "--hide-error-context"]
    command += [argument for package in packages for argument in ("-p", package)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    found = [f"{match['place']}: {match['text']}" for match in _MYPY_ERROR.finditer(done.stdout)]
    if done.returncode and not found:
        found = [f"mypy ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-500:]}"]
    return found


def pyright_errors(folder: Path, *packages: str) -> list[str]:
    """What pyright says of packages in strict mode, in one process: its start costs as much as a package of 50 files."""
    settings = {
        "include": list(packages),
        "pythonVersion": "3.11",
        "typeCheckingMode": "strict",
        "reportMissingModuleSource": "error",
    }
    config = folder / f"{packages[0]}.pyrightconfig.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "-p", str(config), "--pythonpath", sys.executable, "--outputjson"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return [f"pyright ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-500:]}"]
    found = [
        f"{Path(each['file']).relative_to(folder.resolve())}:{each.get('range', {}).get('start', {}).get('line', -1) + 1}"
        f": {each['message'].splitlines()[0]} ({each.get('rule', '')})"
        for each in said["generalDiagnostics"]
        if each["severity"] in ("error", "warning")
    ]
    files = sum(
        1 for package in packages for path in (folder / package).rglob("*.py*") if path.suffix in (".py", ".pyi")
    )
    if said["summary"]["filesAnalyzed"] != files:
        found.append(f"pyright analyzed {said['summary']['filesAnalyzed']} of {files} files")
    return found
