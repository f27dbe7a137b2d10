"""`python -m tests.benchmarks.peers`: clients of Bird's API that other generators make, each against httpx2 by hand.

They are installed into a virtual environment of their own, and one that cannot be installed, run or called is left out
with the reason. All clients run in that environment, by turns, each time in a new process, against one server.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import textwrap
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from tests.benchmarks import GENERATED
from tests.benchmarks.calling import serving
from tests.bird.examples import CONTACT, CONVERSATION, WORKSPACE
from tests.conftest import ROOT

ROUNDS = 9
COLUMNS = "import, and a client", "GET", "PATCH", "GET 100 KB"


@dataclass(frozen=True)
class Client:
    """How a client comes to be, and the code that defines `get`, `patch` and `page` with it."""

    name: str
    setup: str
    needs: Sequence[str] = ()
    command: Sequence[str] = ()


RAW = Client(
    "httpx2 and msgspec by hand",
    """
    import httpx2, msgspec
    headers = {"Authorization": "AccessKey secret", "Accept": "application/json"}
    typed = {**headers, "Content-Type": "application/json"}
    client = httpx2.Client(base_url=URL, headers=headers)
    path = f"/workspaces/{W}/conversations/{C}/participants/{P}"
    def read(response): return msgspec.json.decode(response.raise_for_status().content)
    def get(): return read(client.get(path))
    def patch(): return read(client.patch(path, content=msgspec.json.encode({"status": "active"}), headers=typed))
    def page(): return read(client.get(f"/workspaces/{W}/conversations"))
    """,
    needs=[f"{name}=={version(name)}" for name in ("httpx2", "msgspec")],
)
OURS = Client(
    "Fledge",
    """
    from bird_conversations import Client
    client = Client(access_key="secret", base_url=URL)
    def get(): return client.participants.get(W, C, P)
    def patch(): return client.participants.update(W, C, P, status="active")
    def page(): return client.conversations.list(W)
    """,
)
PEERS = [
    Client(
        "openapi-python-client 0.29.1",
        """
        from python_client.api.conversation import list_conversations
        from python_client.api.conversation_participant import get_conversation_participant
        from python_client.api.conversation_participant import update_conversation_participant
        from python_client.client import AuthenticatedClient
        from python_client.models import UpdateParticipant
        client = AuthenticatedClient(base_url=URL, token="secret")
        def get(): return get_conversation_participant.sync(W, C, P, client=client)
        def patch():
            body = UpdateParticipant.from_dict({"status": "active"})
            return update_conversation_participant.sync(W, C, P, client=client, body=body)
        def page(): return list_conversations.sync(W, client=client)
        """,
        needs=["openapi-python-client==0.29.1"],
        command="openapi-python-client generate --path api.json --meta none --output-path python_client".split(),
    ),
    Client(
        "datamodel-code-generator 0.86.0",
        """
        from datamodel.client import Client
        from datamodel.models import UpdateParticipant
        client = Client(base_url=URL, access_key="secret")
        one = {"workspaceId": W, "conversationId": C, "conversationParticipantId": P}
        def get(): return client.conversation_participant.get_conversation_participant(**one)
        def patch():
            body = UpdateParticipant(status="active")
            return client.conversation_participant.update_conversation_participant(**one, body=body)
        def page(): return client.conversation.list_conversations(workspaceId=W)
        """,
        needs=["datamodel-code-generator[http]==0.86.0"],
        command="""datamodel-codegen --input api.json --input-file-type openapi --output datamodel/models.py
            --output-model-type pydantic_v2.BaseModel --generate-client httpx2 --client-output datamodel/client
            --client-package datamodel.client --client-model-package datamodel.models""".split(),
    ),
    Client(
        "openapi-generator 7.26.0",
        """
        from openapi_client import ApiClient, Configuration, ConversationApi, ConversationParticipantApi
        from openapi_client import UpdateParticipant
        client = ApiClient(Configuration(host=URL, access_token="secret"))
        participants, conversations = ConversationParticipantApi(client), ConversationApi(client)
        def get(): return participants.get_conversation_participant(W, C, P)
        def patch(): return participants.update_conversation_participant(W, C, P, UpdateParticipant(status="active"))
        def page(): return conversations.list_conversations(W)
        """,
        needs=["openapi-generator-cli==7.26.0", "urllib3>=2.7", "python-dateutil", "pydantic"],
        command="openapi-generator-cli generate -i api.json -g python -o . --skip-validate-spec".split(),  # needs Java
    ),
]
MEASURE = """
import time
started = time.process_time()
{setup}
print(time.process_time() - started)
for work, times in ((get, 200), (patch, 200), (page, 20)):
    assert work()
    started = time.process_time()
    for _ in range(times):
        work()
    print((time.process_time() - started) / times)
"""


def main() -> None:
    """Print CPU of the raw client in milliseconds, and that of each other one as a ratio: medians of pairs."""
    with tempfile.TemporaryDirectory() as temporary, serving(page=100_000) as url:
        folder = Path(temporary)
        (folder / "api.json").write_text(json.dumps(document()), encoding="utf-8")
        venv.create(folder / "venv", with_pip=True)
        clients = [client for client in (RAW, OURS, *PEERS) if works(client, folder, url)]
        results: dict[str, list[list[float]]] = {client.name: [] for client in clients}
        for number in range(ROUNDS):
            for client in clients[:: -1 if number % 2 else 1]:
                results[client.name].append(measured(client, folder, url))
    print(f"{'':<34}" + "".join(f"{column:>22}" for column in COLUMNS))
    for name, rows in results.items():
        if name == RAW.name:
            cells = [f"{statistics.median(column) * 1000:.2f} ms" for column in zip(*rows)]
        else:
            pairs = [[own / raw for own, raw in zip(*both)] for both in zip(rows, results[RAW.name])]
            cells = [f"{statistics.median(column):.2f}" for column in zip(*pairs)]
        print(f"{name:<34}" + "".join(f"{cell:>22}" for cell in cells))


def document() -> dict[str, Any]:
    """Bird's description as one document, with what not all peers can read left out: its scheme, and its servers."""
    spec = load([str(ROOT / "specs" / "bird_conversations")], DiagnosticCollector(), base=ROOT)
    assert spec is not None
    root: dict[str, Any] = json.loads(json.dumps(spec.root))
    root["components"]["securitySchemes"]["accessKey"]["scheme"] = "bearer"
    for item in root["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("servers", None)
    return root


def works(client: Client, folder: Path, url: str) -> bool:
    """Install it, generate it and call it once; if that fails, say why."""
    try:
        if client.needs:
            run([str(folder / "venv/bin/python"), "-m", "pip", "install", "--quiet", *client.needs], folder)
        if client.command:
            run([str(folder / "venv/bin" / client.command[0]), *client.command[1:]], folder)
        measured(client, folder, url)
    except (OSError, subprocess.SubprocessError) as error:
        output = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        print(f"{client.name} is left out: {output[-1][:200]}", file=sys.stderr)
        return False
    return True


def measured(client: Client, folder: Path, url: str) -> list[float]:
    """CPU seconds of each column, in a process of its own."""
    path = f"import sys; sys.path[:0] = {[str(folder), str(GENERATED)]!r}\n"
    names = f"URL, W, C, P = {(url, WORKSPACE, CONVERSATION, CONTACT)!r}\n"
    code = path + names + MEASURE.format(setup=textwrap.dedent(client.setup))
    return [float(line) for line in run([str(folder / "venv/bin/python"), "-c", code], folder).split()]


def run(command: list[str], folder: Path) -> str:
    """What a command prints."""
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=600)
    return done.stdout


if __name__ == "__main__":
    main()
