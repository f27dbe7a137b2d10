"""What a terminal of 80 columns shows, as text: FLEDGE_ACCEPT=1 writes it into `tests/cli/screens`."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DESCRIPTION

pty = pytest.importorskip("pty", reason="there is no pseudo-terminal on this system")
SCREENS = Path(__file__).parent / "screens"
COLUMNS = 80


def show(folder: Path, *arguments: str) -> str:
    """Run a command on a terminal, take the default of each question, and return all that is shown."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": str(COLUMNS)}
    process = subprocess.Popen(
        [sys.executable, "-m", "fledge", *arguments],
        cwd=folder,
        env=environment,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        close_fds=True,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # the process has ended
            break
        if not chunk:
            break
        shown += chunk
        if shown.endswith(b"]: "):  # a question, whose default is taken
            os.write(leader, b"\n")
    code = process.wait()
    os.close(leader)
    # What erases a line begins a new one: there was a line of progress.
    lines = [line.rpartition("\r\x1b[K")[2].removesuffix("\r") for line in shown.decode().split("\n")]
    return f"$ fledge {' '.join(arguments)}\n" + "\n".join(lines) + f"[exit {code}]\n"


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The screens of one session: a first client, an update, its changes, and a description with mistakes."""
    folder = tmp_path_factory.mktemp("session") / "shop"
    folder.mkdir()
    path = folder / "openapi.json"
    path.write_text(json.dumps(DESCRIPTION, indent=2))
    shown = {"init": show(folder, "init", "openapi.json")}
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "A first client"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    update = copy.deepcopy(DESCRIPTION)
    update["paths"]["/owners"] = {
        "get": {"operationId": "listOwners", "tags": ["owners"], "responses": {"204": {"description": "None."}}}
    }
    update["components"]["schemas"]["Pet"]["properties"] = {"name": {"type": "integer"}, "kind": {}}
    path.write_text(json.dumps(update, indent=2))
    shown["diff"] = show(folder, "diff")
    shown["generate"] = show(folder, "generate")
    get = update["paths"]["/pets/{petId}"]["get"]
    get["responses"]["200"]["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Pett"
    get["operationID"] = get.pop("operationId")
    path.write_text(json.dumps(update))  # one long line
    shown["warnings"] = show(folder, "generate", "--strict")
    path.write_text(json.dumps(update, indent=2).replace('"paths": {', '"paths" {', 1))
    shown["failure"] = show(folder, "generate")
    return shown


@pytest.mark.slow
@pytest.mark.parametrize("name", ["init", "generate", "diff", "warnings", "failure"])
def test_screens(screens: dict[str, str], name: str) -> None:
    """Each screen is as it was looked at, and excerpts with their marks are no wider than the terminal."""
    path = SCREENS / f"{name}.txt"
    if os.environ.get("FLEDGE_ACCEPT"):
        SCREENS.mkdir(exist_ok=True)
        path.write_text(screens[name], encoding="utf-8")
    assert screens[name] == path.read_text(encoding="utf-8")
    for line in screens[name].splitlines():
        assert " | " not in line or len(line) <= COLUMNS, line
