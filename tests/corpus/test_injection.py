"""Names, text and paths of a document never become code, and never lead out of the package."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.emitter.package import Package
from fledge.emitter.python.formatter import format_source
from fledge.ir import DistributionConfig
from fledge.loader.load import load
from tests.corpus.checkers import import_faults
from tests.corpus.hostile import TEXTS, document, document_of_other_places
from tests.corpus.syntax import strange, strange_in_markdown, strange_in_toml
from tests.corpus.worker import safe, write


def package(description: dict[str, Any], folder: Path, title: str = "openapi.json") -> Package | None:
    """The package of a description, None where an error was reported."""
    source = folder / title
    source.write_text(json.dumps(description), encoding="utf-8")
    report = DiagnosticCollector()
    spec = load([str(source)], report, base=folder)
    api = build(spec, report, overrides={}, locked_names={}, env_prefix="CLIENT") if spec else None
    assert api is not None or report.failed
    return emit(api, testing=True, distribution=DistributionConfig()) if api and not report.failed else None


def faults(made: Package) -> Iterator[str]:
    """What is not of a template, does not compile, or stands in a file that should not be."""
    for path, text in made.files.items():
        if not safe(path):
            yield f"path {path!r}"
        if path in made.templated:
            try:
                text.encode("utf-8")
                compile(text, path, "exec", dont_inherit=True)
                found = strange(path, ast.parse(text))
            except (SyntaxError, ValueError) as error:
                found = [f"does not compile: {error}"]
            yield from (f"{path}:{each}" for each in found)
            if not found and path not in made.unformatted and format_source(text) != text:
                yield f"{path} is not as Black would lay it out"
        if path.endswith(".md"):
            yield from (f"{path}:{each}" for each in strange_in_markdown(text))
        if path.endswith(".toml"):
            yield from (f"{path}:{each}" for each in strange_in_toml(text))
        if path in made.templated or path.endswith((".md", ".toml")):
            yield from (f"{path}: holds {char!r}" for char in sorted(set(text)) if hidden(char))


def hidden(char: str) -> bool:
    """Whether a character of a source text would hide others, or change how they are shown."""
    return (
        char in "\x00\x0b\x0c\r\x1b\x85\u2028\u2029\ufeff"
        or "\u200b" <= char <= "\u200f"
        or char in "\u00ad\u061c\u180e\ufff9"
        or "\U000e0000" <= char <= "\U000e007f"
        or ("\u202a" <= char <= "\u202e" or "\u2060" <= char <= "\u2069" or "\ud800" <= char <= "\udfff")
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:40])
def test_a_hostile_string_stays_text_everywhere(text: str, tmp_path: Path) -> None:
    """Whatever stands in all strings of a document, the code is what the templates make, or an error says why not."""
    made = package(document(text), tmp_path)
    if made is not None:
        assert list(faults(made)) == []


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:40])
def test_a_hostile_string_stays_text_in_all_other_places(text: str, tmp_path: Path) -> None:
    """The same for forms, links, callbacks, flows, extensions and what else a description may hold."""
    made = package(document_of_other_places(text), tmp_path)
    assert made is not None and list(faults(made)) == []
    write(made, tmp_path / "hostile")
    assert import_faults(tmp_path, "hostile") == []


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=30) | st.lists(st.sampled_from(TEXTS), max_size=4).map("".join))
@example("\\\n")
@example('\\"""')
def test_any_string_stays_text_everywhere(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What holds for the attacks that we know holds for any text and for mixtures of attacks."""
    made = package(document(text), tmp_path_factory.mktemp("any"))
    if made is not None:
        assert list(faults(made)) == []


@pytest.mark.slow
def test_hostile_packages_import(tmp_path: Path) -> None:
    """What was made of an attack is code that runs, and that does nothing but define models and clients."""
    names: list[str] = []
    for number, text in enumerate(TEXTS):
        made = package(document(text), tmp_path)
        if made is not None and not list(faults(made)):
            names.append(f"hostile{number}")
            write(made, tmp_path / names[-1])
    found = import_faults(tmp_path, *names)
    assert found == []
    assert not (tmp_path / "hacked").exists()


def test_most_hostile_strings_leave_ordinary_output(tmp_path: Path) -> None:
    """Most attacks are strange but valid names: they are generated, not refused."""
    made = [text for text in TEXTS if package(document(text), tmp_path) is not None]
    assert len(made) >= len(TEXTS) * 3 // 4, [text for text in TEXTS if text not in made]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("models/x.py", "import os\n"),
        ("models/x.py", "from os import system\n"),
        ("models/x.py", "X: TypeAlias = __import__('os')\n"),
        ("models/x.py", "class X(Model):\n    a: int = field(default_factory=lambda: print(1))\n"),
        ("models/x.py", "from .._runtime.unions import union\nX = union(__name__, 'X', ('__import__(1)',))\n"),
        ("models/x.py", "from typing import TypeAlias\nX: TypeAlias = list['__import__(1)']\n"),
        ("resources/x.py", "class X:\n    def f(self):\n        return self.__class__\n"),
        ("resources/x.py", "print(1)\n"),
        ("elsewhere/x.py", ""),
    ],
)
def test_the_check_sees_what_no_template_makes(path: str, text: str) -> None:
    """The check is worth something: code that an attack would like to see is found."""
    assert strange(path, ast.parse(text))


@pytest.mark.parametrize("path", ["../x.py", "models/../x.py", "/x.py", "models/a b.py", "models/x.sh", "x/x.py"])
def test_the_check_sees_paths_that_lead_out(path: str) -> None:
    """Nothing but modules in the folders of a package is a safe path."""
    assert not safe(path)
