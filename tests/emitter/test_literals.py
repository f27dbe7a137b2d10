"""No string of a description leaves the literal or docstring that it stands in."""

from __future__ import annotations

import ast
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.formatter import format_source
from fledge.emitter.python.literals import is_plain, literal

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_literal_is_its_value(text: str) -> None:
    """Evaluating a literal gives the string back, and Black keeps the literal as it is."""
    source = literal(text)
    assert ast.literal_eval(source) == text
    assert format_source(f"x = {source}\n") == f"x = {source}\n"


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_literal_hides_nothing(text: str) -> None:
    """Characters that are invisible, or that change the order of others, are escaped."""
    assert not [char for char in literal(text) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("plain", '"plain"'),
        ('say "hi"', "'say \"hi\"'"),
        ("\u202ex", '"\\u202ex"'),
        ("\n\t", '"\\n\\t"'),
        (b"content", 'b"content"'),
        (None, "None"),
        (True, "True"),
        (1.5, "1.5"),
    ],
)
def test_how_values_are_written(value: object, source: str) -> None:
    """Double quotes, unless the text has more of these than of single ones."""
    assert literal(value) == source


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab\"\\' {}\n\u202e"), max_size=12), max_size=4), st.sampled_from([0, 4, 8]))
def test_a_docstring_is_one_string(lines: list[str], indent: int) -> None:
    """Whatever its lines hold, a docstring is a single constant, and Black keeps it as it is."""
    text = docstring([line.replace("\n", " ") for line in lines], indent)
    if text:
        pad = " " * indent
        heads = ["class A:\n", "    def b():\n"][: indent // 4]
        source = f"{''.join(heads)}{pad}{text}\n{pad}x = 1\n"
        tree = ast.parse(source)
        body: list[ast.stmt] = tree.body
        for _ in heads:
            (inner,) = body
            assert isinstance(inner, (ast.ClassDef, ast.FunctionDef))
            body = inner.body
        first, second = body
        assert isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        assert isinstance(second, ast.Assign)
        formatted = format_source(source)
        assert ast.dump(ast.parse(formatted)) == ast.dump(tree)
        assert [line.strip() for line in formatted.split("\n") if line] == [
            line.strip() for line in source.split("\n") if line
        ]


def test_what_a_docstring_shares_is_no_indentation() -> None:
    """Lines that are all indented stand at the docstring's own margin (PEP 257)."""
    assert docstring(["First.", "", "    a", "      b"], 4) == '"""First.\n\n    a\n      b\n    """'
    assert docstring(['"quoted"'], 0) == '""" "quoted" """'
    assert docstring(["", "  "], 0) == ""


def test_what_is_hidden_is_not_plain() -> None:
    """No character is that formats, separates lines, is half of a pair, or means nothing yet; a space is plain."""
    plain = (char for char in map(chr, range(sys.maxunicode + 1)) if is_plain(char) and char != " ")
    assert not {unicodedata.category(char) for char in plain} & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
    assert is_plain(" ")
