"""Whether Black has the last word on a text."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fledge.emitter import emit
from fledge.emitter.python.formatter import format_source, is_black_stable
from tests.client import document, operation, understand

LONG = "word " * 30
QUOTES = '"""'


@pytest.mark.parametrize(
    ("text", "is_stable"),
    [
        ("x = 1\n", True),
        (f"x = f(a, {LONG.strip().replace(' ', ', ')})\n", False),
        (f"def f():\n    {QUOTES}{LONG}{QUOTES}\n    return 1\n", True),
        (f"def f():\n    {QUOTES}Short.\n\n    {LONG}\n    {QUOTES}\n    return 1\n", True),
        (f"class A:\n    {QUOTES}{LONG}{QUOTES}\n\n    x: int = f(a, {LONG.strip().replace(' ', ', ')})\n", False),
        (f"x = '{QUOTES}'\n\n\ndef f():\n    {QUOTES}{LONG}{QUOTES}\n", True),
        (f"x = '{QUOTES}'\ny = f(a, {LONG.strip().replace(' ', ', ')})\nz = '{QUOTES}'\n", False),
        (f"class A:\n    {QUOTES}One.\n\n    \u4e16\u754c.\n    {QUOTES}\n", True),
        ('x = "\u4e16\u754c"\n', False),
        ('x = "\u00e4"\n', True),
    ],
)
def test_only_lines_of_code_count(text: str, is_stable: bool) -> None:
    """A docstring may have lines of any width; code may not, and a string with three quotes in it begins none."""
    assert is_black_stable(text) is is_stable


@pytest.mark.parametrize("length", range(20, 75))
def test_a_long_prefix_of_variables_needs_no_black(length: int, tmp_path: Path) -> None:
    """A client is called by the title of its API, which may be long; to import Black takes a tenth of a large run."""
    source = tmp_path / "api.json"
    source.write_text(json.dumps(document({"/pets": {"get": operation()}})))
    api, _ = understand(source)
    text = emit(replace(api, env_prefix="A" * length)).files["_client.py"]
    assert format_source(text) == text
    assert is_black_stable(text)
