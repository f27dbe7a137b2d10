"""How the loader's tests load: files are written to a folder, and what comes out is looked at as a user would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import Diagnostic, DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.load import load
from fledge.openapi.document import Spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a run of the loader gave."""

    result: Spec | None
    report: DiagnosticCollector

    @property
    def spec(self) -> Spec:
        """The document; fails with what was reported where there is none."""
        assert self.result is not None, "\n".join(f"{d.code}: {d.message}" for d in self.report)
        return self.result

    @property
    def codes(self) -> list[str]:
        """The codes of all diagnostics, in their order."""
        return [diagnostic.code for diagnostic in self.report]

    def only(self, code: str) -> Diagnostic:
        """The one diagnostic of a code."""
        found = [diagnostic for diagnostic in self.report if diagnostic.code == code]
        assert len(found) == 1, f"{len(found)} of {code}; there are {self.codes}"
        return found[0]

    def place(self, origin: SourcePointer | None) -> str:
        """What stands at an origin that is an offset: `path:line:column`."""
        assert origin is not None and origin.offset is not None
        document = self.report.sources[origin.source].open()
        before = document.text[: origin.offset]
        return f"{document.path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


Load = Callable[..., Loaded]


@pytest.fixture
def loaded(tmp_path: Path) -> Load:
    """Write files (name=text, bytes or a value for JSON), and load `sources`, or the whole folder, with `options`."""

    def run(files: dict[str, Any], *sources: str, **options: Any) -> Loaded:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        report = DiagnosticCollector()
        return Loaded(result=load(sources or (".",), report, base=tmp_path, **options), report=report)

    return run


def api(**parts: Any) -> dict[str, Any]:
    """A small description; `parts` replace its parts."""
    return {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {}, **parts}


def operation(**parts: Any) -> dict[str, Any]:
    """A small operation; `parts` replace its parts."""
    return {"responses": {"204": {"description": "Done"}}, **parts}


def page(heading: str, content: Any, *, fence: str = "```", quote: str = "") -> str:
    """A GitBook page with one block; `content` is written on one line if it is not a text."""
    text = content if isinstance(content, str) else json.dumps(content, separators=(",", ":"))
    quoted = f"> {quote}\n\n" if quote else ""
    return f"# Title\n\n## {heading}\n\n{quoted}{fence}json\n{text}\n{fence}\n"
