"""What people carry over from other languages into YAML and JSON: said in words that tell what to do."""

from __future__ import annotations

import pytest


from .conftest import Load

YAML = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n"
JSON = '{"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {}'


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("x-a:\n\tb: 1", 1, "tab", "spaces"),
        ("x-a: @b", 6, "cannot begin with `@`", "quotes"),
        ("x-a: %b", 6, "cannot begin with `%`", "quotes"),
        ('x-a: "\\d+"', 7, "no such escape", "single quotes"),
    ],
)
def test_characters_of_yaml(loaded: Load, line: str, column: int, message: str, hint: str) -> None:
    """Characters that YAML keeps for itself."""
    run = loaded({"a.yaml": f"{YAML}{line}\n"}, "a.yaml")
    diagnostic = run.only("yaml-invalid")
    assert message in diagnostic.message and hint in str(diagnostic.hint)
    assert run.place(diagnostic.source) == f"a.yaml:{5 if chr(9) in line else 4}:{column}"


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        (f"{JSON},}}", 74, "a comma too many", "Remove the comma"),
        (f"// A\n{JSON}}}", 1, "no comments", "Remove the comment"),
        ("{'openapi': '3.0.3'}", 2, "between `'`", 'Write `"`'),
        ("{openapi: '3.0.3'}", 2, "no quotes", 'Write `"`'),
    ],
)
def test_habits_of_javascript(loaded: Load, text: str, column: int, message: str, hint: str) -> None:
    """JSON has no comments, no comma at the end, and one kind of quotes."""
    run = loaded({"a.json": text}, "a.json")
    diagnostic = run.only("json-invalid")
    assert message in diagnostic.message and hint in str(diagnostic.hint)
    assert run.place(diagnostic.source) == f"a.json:1:{column}"


@pytest.mark.parametrize("source", ["a.json", "."])
def test_yaml_in_a_file_called_json(loaded: Load, source: str) -> None:
    """A file is what it holds."""
    run = loaded({"a.json": f"# A\n{YAML}"}, source)
    assert run.codes == [] and run.spec.root["info"]["title"] == "A"


@pytest.mark.parametrize("value", ["!include a.yaml", "!Ref {a: b}", "!t [a]"])
def test_a_tag_of_another_tool(loaded: Load, value: str) -> None:
    """Fledge reads the value without the tag, and says so."""
    run = loaded({"a.yaml": f"{YAML}x-a: {value}\n"})
    assert run.place(run.only("yaml-tag").source) == "a.yaml:4:6"


def test_standard_tags(loaded: Load) -> None:
    """Those of YAML's own types are no surprise."""
    run = loaded({"a.yaml": f"{YAML}x-a: [!!str 1, !!int '1', !!map {{}}, !!seq [], ! b, !!timestamp 2020-01-01]\n"})
    assert run.codes == [] and run.spec.root["x-a"] == ["1", 1, {}, [], "b", "2020-01-01"]


def test_a_number_with_a_plus(loaded: Load) -> None:
    """JSON has none: `+1` is a reaction or a telephone number, and keeps its plus."""
    schema = "components: {schemas: {T: {type: string, enum: [+1, -1, +46701234567]}}}\n"
    run = loaded({"a.yaml": f"{YAML}{schema}"})
    assert run.spec.at("/components/schemas/T/enum") == ["+1", "-1", "+46701234567"]
