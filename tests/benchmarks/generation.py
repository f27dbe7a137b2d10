"""`python -m tests.benchmarks.generation`: generating Bird's client, cold and with nothing changed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.benchmarks import GENERATED, compare, process
from tests.conftest import ROOT


def main() -> None:
    """CPU of whole processes against one that only imports Black, which every cold run needs."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, cache = Path(temporary) / "checkout", Path(temporary) / "cache"
        folder.mkdir()
        shutil.copy(ROOT / "pyproject.toml", folder)
        for name in ("specs", "generated"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        target, aside = folder / GENERATED.name, Path(temporary) / "aside"
        aside.mkdir()
        generate = process("-m", "fledge", "generate", cwd=folder, cache=cache)

        def cold() -> float:
            # Not deleted: for five seconds after that, ext4 takes five times as long to create files.
            target.rename(tempfile.mkdtemp(dir=aside))
            return generate()

        black = process("-c", "import black", cache=cache)
        start = process("-c", "pass", cache=cache)
        check = process("-m", "fledge", "check", cwd=folder, cache=cache)
        generate()  # brings the copy up to date
        compare("check, nothing changed / import black", check, black, pairs=15)
        compare("check, nothing changed / start of Python", check, start, pairs=15)
        compare("generate, nothing changed / import black", generate, black, pairs=15)
        compare("generate, cold (validated, 31 pages) / import black", cold, black, pairs=5)


if __name__ == "__main__":
    main()
