"""`python -m tests.benchmarks.importing`: importing the client against importing msgspec."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks import GENERATED, compare, process


def main() -> None:
    """CPU of whole processes, the start of Python included; then what each adds to that start."""
    with tempfile.TemporaryDirectory() as temporary:
        cache = Path(temporary)

        def importing(code: str) -> float:
            return process("-c", code, path=(GENERATED,), cache=cache)()

        def added(code: str) -> float:
            return max(importing(code) - importing("pass"), 0.0001)

        cases = {
            "import bird_conversations": "import bird_conversations",
            "from bird_conversations import Client": "from bird_conversations import Client",
            "from bird_conversations.models import Conversation": (
                "from bird_conversations.models import Conversation"
            ),
            "one resource and all its models": "from bird_conversations.resources import participants",
        }
        msgspec = "import msgspec"
        for name, code in cases.items():
            compare(f"{name} / import msgspec", lambda: importing(code), lambda: importing(msgspec), pairs=25)
        for name, code in cases.items():
            compare(f"{name} / the same, start left out", lambda: added(code), lambda: added(msgspec), pairs=25)


if __name__ == "__main__":
    main()
