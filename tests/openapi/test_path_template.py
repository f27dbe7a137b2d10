"""Variables of paths, with and without marks."""

from __future__ import annotations

import pytest

from fledge.openapi.path_template import TemplateVariable, path_variables, plain_path


@pytest.mark.parametrize(
    ("path", "plain", "variables"),
    [
        ("/a/{b}/{c}", "/a/{b}/{c}", [TemplateVariable("b"), TemplateVariable("c")]),
        ("/{+b}/c", "/{b}/c", [TemplateVariable("b", "+", multi_segment=True)]),
        ("/{b*}", "/{b}", [TemplateVariable("b", explode=True, multi_segment=True)]),
        ("/{b+}", "/{b}", [TemplateVariable("b", multi_segment=True)]),
        ("/{b:path}", "/{b}", [TemplateVariable("b", multi_segment=True)]),
        ("/{b:int}", "/{b}", [TemplateVariable("b")]),
        ("/a{/b,c*}", "/a/{b}/{c}", [TemplateVariable("b", "/"), TemplateVariable("c", "/", explode=True)]),
        ("/a{.b}{;c,d}", "/a{b}{c}{d}", [TemplateVariable("b", "."), TemplateVariable("c", ";"), TemplateVariable("d", ";")]),
        ("/a{?b,c*}{&d}{#e}", "/a", [TemplateVariable("b", "?"), TemplateVariable("c", "?", True), TemplateVariable("d", "&"), TemplateVariable("e", "#")]),
        ("/{b,c}", "/{b},{c}", [TemplateVariable("b"), TemplateVariable("c")]),
        ("/{x*}", "/{x*}", [TemplateVariable("x*")]),
        ("/{}", "/{}", []),
        ("/{+}", "/{+}", [TemplateVariable("+")]),
    ],
)  # fmt: skip
def test_marks_of_path_variables_are_read(path: str, plain: str, variables: list[TemplateVariable]) -> None:
    """Marks are told from names, unless a parameter is declared by what stands there."""
    assert list(path_variables(path, ["x*"])) == variables
    assert plain_path(path, ["x*"]) == plain
