"""Variables of paths, with and without marks."""

from __future__ import annotations

import pytest

from generator.loader.template import Variable, path_variables, plain_path


@pytest.mark.parametrize(
    ("path", "plain", "variables"),
    [
        ("/a/{b}/{c}", "/a/{b}/{c}", [Variable("b"), Variable("c")]),
        ("/{+b}/c", "/{b}/c", [Variable("b", "+", several=True)]),
        ("/{b*}", "/{b}", [Variable("b", explode=True, several=True)]),
        ("/{b+}", "/{b}", [Variable("b", several=True)]),
        ("/{b:path}", "/{b}", [Variable("b", several=True)]),
        ("/{b:int}", "/{b}", [Variable("b")]),
        ("/a{/b,c*}", "/a/{b}/{c}", [Variable("b", "/"), Variable("c", "/", explode=True)]),
        ("/a{.b}{;c,d}", "/a{b}{c}{d}", [Variable("b", "."), Variable("c", ";"), Variable("d", ";")]),
        ("/a{?b,c*}{&d}{#e}", "/a", [Variable("b", "?"), Variable("c", "?", True), Variable("d", "&"), Variable("e", "#")]),
        ("/{b,c}", "/{b},{c}", [Variable("b"), Variable("c")]),
        ("/{x*}", "/{x*}", [Variable("x*")]),
        ("/{}", "/{}", []),
        ("/{+}", "/{+}", [Variable("+")]),
    ],
)  # fmt: skip
def test_marks(path: str, plain: str, variables: list[Variable]) -> None:
    """Marks are told from names, unless a parameter is declared by what stands there."""
    assert list(path_variables(path, ["x*"])) == variables
    assert plain_path(path, ["x*"]) == plain
