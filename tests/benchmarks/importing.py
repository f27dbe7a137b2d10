"""`python -m tests.benchmarks.importing`: importing the client against importing msgspec, and large clients against it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.loader.load import load
from tests.benchmarks import GENERATED, compare, process
from tests.conftest import SHARED

LARGE = {"stripe": "stripe.yaml", "github": "github-rest.json"}


def main() -> None:
    """CPU of whole processes, the start of Python included; then what each adds to that start."""
    with tempfile.TemporaryDirectory() as temporary:
        cache, packages = Path(temporary) / "cache", Path(temporary) / "packages"

        def importing(code: str) -> float:
            return process("-c", code, path=(GENERATED, packages), cache=cache)()

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
        for name, file in LARGE.items():
            source = SHARED / "corpus" / "real" / file
            if not source.is_file():
                print(f"skipped: there is no {source}", file=sys.stderr)
                continue
            made(source, packages / name)
            for code in ("import {}", "from {} import Client", "from {} import Client; Client(base_url='http://a')"):
                large, small = code.format(name), code.format("bird_conversations")
                compare(f"{large} / Bird's", lambda: importing(large), lambda: importing(small), pairs=15)


def made(source: Path, target: Path) -> None:
    """The package of a description, written as it comes from the emitter."""
    report = DiagnosticCollector()
    spec = load([str(source)], report, base=source.parent)
    assert spec is not None
    package = emit(build(spec, report, overrides={}, locked_names={}, env_prefix="X"))
    for path, text in package.files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
