"""READMEs and reference pages of small packages: their code is laid out and typed, and their text is only text."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from fledge.emitter import emit
from fledge.emitter.markdown import escape_markdown, markdown_code
from fledge.emitter.python.formatter import format_source
from tests.client import document, make_from, operation, put, understand
from tests.conftest import ROOT
from tests.corpus.syntax import strange_in_markdown
from tests.snippets import pages
from tests.test_cases import CASES

TYPED = ("bodies", "examples", "field_names", "forms", "input_types", "pagination", "parameters", "responses")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_examples_are_laid_out_as_black_does(case: Path) -> None:
    """Each block is Python, in the layout of all generated code; around it stands what the templates place."""
    files = emit(understand(case / "openapi.yaml")[0]).files
    for path, found in pages(files).items():
        assert list(strange_in_markdown(files[path])) == [], path
        for block in found:
            assert format_source(block) == block, path


@pytest.mark.types
def test_examples_have_the_types_of_the_signatures(tmp_path: Path) -> None:
    """mypy --strict finds nothing in the examples of a few packages."""
    for name in TYPED:
        package = emit(understand(ROOT / "tests" / "cases" / name / "openapi.yaml")[0], f"client_{name}")
        put(package, tmp_path / f"client_{name}")
        for path, found in pages(package.files).items():
            setup = f"from client_{name} import Client\n\nclient = Client()\n"
            functions = [f"def example() -> None:\n{textwrap.indent(block, '    ')}" for block in found]
            for number, function in enumerate(functions):
                stem = path.replace("/", "_").removesuffix(".md")
                (tmp_path / f"example_{name}_{stem}_{number}.py").write_text(f"{setup}\n\n{function}", encoding="utf-8")
    examples = sorted(path.name for path in tmp_path.glob("example_*.py"))
    assert len(examples) > 50
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *examples], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_api_without_operations_has_a_readme(tmp_path: Path) -> None:
    """What cannot be called has no examples of calls, and no reference."""
    files = make_from(document(), tmp_path).files
    assert [path for path in files if path.endswith(".md")] == ["README.md"]
    assert pages(files)["README.md"] == ["from client import Client\n\nclient = Client()\n"]


@pytest.mark.parametrize(
    ("schema", "example", "spelled"),
    [
        ({"type": "string"}, "it's", '"it\'s"'),
        ({"type": "string", "format": "date"}, "2031-02-28", 'date.fromisoformat("2031-02-28")'),
        ({"type": "string", "format": "date"}, "2031-02-30", 'date.fromisoformat("2030-01-31")'),
        ({"type": "string", "format": "duration"}, "P1DT2H", "timedelta(days=1, hours=2)"),
        ({"type": "string", "format": "duration"}, "P1Y", "timedelta(hours=1)"),
        ({"type": "string", "maxLength": 3}, "too long", '"key"'),
        ({"type": "string", "minLength": 7}, None, '"keykeykey"'),
        ({"type": "string", "maxLength": 2}, None, '"ke"'),
        ({"type": "string", "enum": ["b", "a"]}, "c", '"b"'),
        ({"type": "string", "default": "usual"}, None, '"usual"'),
        ({"type": "integer", "minimum": 5, "multipleOf": 4}, None, "8"),
        ({"type": "integer", "maximum": -1}, 1, "-1"),
        ({"type": "integer"}, 3.0, "3"),
        ({"type": "integer"}, True, "1"),
        ({"type": "number"}, 2, "2"),
        ({"type": ["string", "integer"]}, 4, "4"),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 2}, [1, "2"], "[1, 1]"),
        ({"type": "array", "items": {"type": "string", "format": "byte"}}, None, '[b"content"]'),
        ({"type": "array", "prefixItems": [{"type": "integer"}], "items": False, "minItems": 1}, None, "(1,)"),
        ({"type": "object", "additionalProperties": {"type": "string", "format": "date"}}, None, "{}"),
        (
            {"type": "object", "additionalProperties": {"type": "string", "format": "date"}},
            {"a": "2030-01-01"},
            '{"a": date.fromisoformat("2030-01-01")}',
        ),
        ({"anyOf": [{"type": "integer"}, {"type": "string", "format": "date-time"}]}, "no date", "1"),
        ({"$ref": "#/components/schemas/Endless"}, None, "{}"),
        ({"$ref": "#/components/schemas/Key"}, None, 'UUID("123e4567-e89b-12d3-a456-426614174000")'),
        ({"$ref": "#/components/schemas/Tagged"}, None, '{"kind": "second", "size": 1}'),
        ({"type": "object"}, {"long": "x" * 500}, "{}"),
        ({}, {"any": [None, 1.5]}, '{"any": [None, 1.5]}'),
    ],
)
def test_values(schema: dict[str, object], example: object, spelled: str, tmp_path: Path) -> None:
    """An example is used where it is of the schema's type; else one is made that is."""
    parameter = {"name": "key", "in": "query", "required": True, "schema": schema}
    stated = {} if example is None else {"example": example}
    described = document(
        {"/things": {"get": operation(tags=["thing"], operationId="find", parameters=[parameter | stated])}},
        Endless={
            "type": "object",
            "required": ["next"],
            "properties": {"next": {"$ref": "#/components/schemas/Endless"}},
        },
        Key={"type": "string", "format": "uuid"},
        Tagged={
            "oneOf": [{"$ref": "#/components/schemas/Other"}, {"$ref": "#/components/schemas/Endless"}],
            "discriminator": {"propertyName": "kind", "mapping": {"second": "#/components/schemas/Other"}},
        },
        Other={
            "type": "object",
            "required": ["kind", "size"],
            "properties": {"kind": {"type": "string"}, "size": {"type": "integer"}},
        },
    )
    text = make_from(described, tmp_path).files["docs/thing.md"]
    assert f"client.thing.find(key={spelled})\n" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain snake_case", "plain snake_case"),
        ("a__b_", "a\\_\\_b\\_"),
        ("*all* _of_ [it](x) <b> `", "\\*all\\* \\_of\\_ [it\\](x) \\<b> \\`"),
        ("[optional] 5 * 3 < 4 C:\\dir [x]: y [a][b]", "[optional] 5 * 3 < 4 C:\\dir [x]: y [a][b]"),
        ("<!-- x --> </b> <https://x.example>", "\\<!-- x --> \\</b> \\<https://x.example>"),
        ("`code` & &amp; a|b `a|b`", "`code` & \\&amp; a|b `a|b`"),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list\n\n    no code", "\\- no list no code"),
        ("back\\slash \u202e", "back\\slash \\u202e"),
        ("*`a`* \\`b`", "\\*`a`\\* \\\\`b`"),
    ],
)
def test_text_in_markdown(text: str, shown: str) -> None:
    """Text is shown as it is: only what is marked as code stays so."""
    assert escape_markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a``b`c", "```a``b`c```"), ("a\nb", "`a b`")],
)
def test_code_in_markdown(text: str, shown: str) -> None:
    """No text ends the code that it stands in."""
    assert markdown_code(text) == shown


@pytest.mark.parametrize(
    "line",
    [
        "<script>",
        "[x](javascript:alert)",
        "![x](y.png)",
        "$x$",
        "~~x~~",
        "![x](https://a.example/y.png)",
        "[x]: https://a.example",
        "`open",
        "    code",
        "- item",
        "### deep",
        "```sh\nrm\n```",
        "```python\nimport os\n```",
        "```python\nopen('x')\n```",
        "```python\nclient.x.__class__()\n```",
        "```python\nx = 1\n",
    ],
)
def test_the_check_sees_what_no_template_places(line: str) -> None:
    """The check of Markdown is worth something: what an attack would like to see is found."""
    assert list(strange_in_markdown(f"# Title\n\n{line}\n"))
