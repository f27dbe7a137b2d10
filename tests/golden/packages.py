"""The clients that the golden user code imports, generated from the corpus with filters, as a user configures them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REAL = "corpus/real"
CONFIGURATION = """
[tool.fledge.clients.openai_client]
source = "{real}/openai.yaml"
output = "."
env_prefix = "OPENAI"
include = {{ paths = ["/chat/completions", "/responses", "/files", "/embeddings"] }}

[tool.fledge.clients.github]
source = "{real}/github-rest.json"
output = "."

[tool.fledge.clients.github.include]
operations = ["issues/list-for-repo", "pulls/create-review", "repos/get-content", "repos/get"]
webhooks = ["issues-opened", "issues-closed", "push"]

[tool.fledge.clients.github.webhooks]
event_header = "X-GitHub-Event"
signature_header = "X-Hub-Signature-256: sha256="

[tool.fledge.clients.stripe_client]
source = "{real}/stripe.yaml"
output = "."
env_prefix = "STRIPE"
idempotency = "Idempotency-Key"
include = {{ operations = ["PostCustomers", "GetCustomers", "PostPaymentIntents", "GetChargesCharge"] }}

[tool.fledge.clients.kubernetes_core]
source = "{real}/kubernetes-v3-core.json"
output = "."
include = {{ operations = ["listCoreV1NamespacedPod", "patchCoreV1NamespacedPod"] }}
"""


def generate(shared: Path, folder: Path) -> None:
    """Write the packages into a folder."""
    text = CONFIGURATION.format(real=(shared / REAL).resolve().as_posix())
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "fledge", "generate", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
