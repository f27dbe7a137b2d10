"""Whether Black has the last word on a text."""

from __future__ import annotations

import pytest

from fledge.emitter.python.formatter import is_black_stable

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
