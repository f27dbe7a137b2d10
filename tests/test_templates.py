"""Templates place, repeat and omit; what is decided is decided in Python."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Include,
    nodes.Getattr,
    nodes.Name,
    nodes.Tuple,
    nodes.Const,
    nodes.Not,
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_only_places_repeats_and_omits(path: Path) -> None:
    """No template sets, computes, compares, calls or defines anything."""
    tree = jinja2.Environment().parse(path.read_text(encoding="utf-8"))
    found = list(tree.find_all(nodes.Node))
    for node in found:
        assert isinstance(node, ALLOWED), f"line {node.lineno}: {type(node).__name__}"
        if isinstance(node, nodes.If):
            assert isinstance(node.test, (nodes.Name, nodes.Getattr, nodes.Not)), f"line {node.lineno}: a decision"
            assert not node.elif_, f"line {node.lineno}: elif"
        if isinstance(node, nodes.For):
            assert isinstance(node.iter, (nodes.Name, nodes.Getattr)), f"line {node.lineno}: not an attribute"
            assert not node.test and not node.recursive
        if isinstance(node, nodes.Const):
            assert isinstance(node.value, str)


def test_there_are_templates() -> None:
    """The test above looks at something."""
    assert len(TEMPLATES) >= 5
