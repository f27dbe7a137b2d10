"""A keyword that counts nothing is never passed over in silence: it is read as what it can only mean, or reported."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.diagnostics.diagnostic import Severity

from .conftest import Load, Loaded, api, operation

AT = "/components/schemas/Tested"


def with_schema(loaded: Load, schema: Any, version: str = "3.0.3") -> Loaded:
    """The run of a description with one schema."""
    return loaded({"a.json": api(openapi=version, components={"schemas": {"Tested": schema}})})


@pytest.mark.parametrize(
    ("schema", "wanted", "key"),
    [
        ({"Type": "string"}, {"type": "string"}, "Type"),
        ({"oneof": [{"type": "string"}]}, {"oneOf": [{"type": "string"}]}, "oneof"),
        ({"type": "string", "max_length": 3}, {"type": "string", "maxLength": 3}, "max_length"),
        ({"type": "string", "readonly": "true"}, {"type": "string", "readOnly": True}, "readonly"),
        (
            {"type": "object", "additional-properties": {"type": "string"}},
            {"type": "object", "additionalProperties": {"type": "string"}},
            "additional-properties",
        ),
    ],
)
def test_another_spelling(loaded: Load, schema: Any, wanted: Any, key: str) -> None:
    """A keyword in other capitals, or with its words apart, is that keyword; what it holds is read as ever."""
    run = with_schema(loaded, schema)
    assert run.spec.at(AT) == wanted
    first = next(iter(run.report))
    assert first.code == "wrong-type" and first.source and first.source.pointer == f"{AT}/{key}"


def test_a_reference_below_another_spelling(loaded: Load) -> None:
    """What such a keyword holds may be in another file, and messages about it point there."""
    root = api(components={"schemas": {"Tested": {"Properties": {"a": {"$ref": "b.json#/a"}}}}})
    run = loaded({"a.json": root, "b.json": {"a": {"type": "integr"}}}, "a.json")
    assert run.spec.at(AT) == {"properties": {"a": {"$ref": "#/components/schemas/a"}}}
    assert run.spec.source_of(f"{AT}/properties/a").pointer == f"{AT}/Properties/a"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("propertys", "properties"),
        ("enums", "enum"),
        ("requried", "required"),
        ("item", "items"),
        ("values", ""),
        ("optional", ""),
    ],
)
def test_a_key_that_is_no_keyword(loaded: Load, key: str, meant: str) -> None:
    """It is reported at its place, once: a warning with what it is much like, or a note."""
    run = with_schema(loaded, {"type": "object", key: ["a"] if key != "optional" else True})
    [diagnostic] = run.report
    assert (diagnostic.code, diagnostic.source and diagnostic.source.pointer) == ("keyword-unknown", f"{AT}/{key}")
    assert diagnostic.severity is (Severity.NOTE if key == "optional" else Severity.WARNING)
    assert not meant or diagnostic.hint == f"Did you mean `{meant}`?"


def test_a_property_beside_properties(loaded: Load) -> None:
    """A property at the level of keywords is one that is indented too little."""
    run = with_schema(loaded, {"type": "object", "properties": {}, "size": {"type": "string"}})
    assert run.only("keyword-unknown").hint == "Put it into `properties`."


def test_names_and_extensions_are_no_keywords(loaded: Load) -> None:
    """A property or definition may have any name, and an example any key."""
    schema = {"properties": {"propertys": {}, "Type": {}}, "x-enums": 1, "example": {"Type": 1}, "$defs": {"enums": {}}}
    run = with_schema(loaded, schema, "3.1.0")
    assert run.codes == [] and run.spec.at(AT) == schema


def test_a_keyword_of_another_type(loaded: Load) -> None:
    """It is a note, once for all schemas; what limits nothing is none."""
    one = {"type": "integer", "minLength": 3}
    two = {"type": "string", "uniqueItems": False, "minimum": 0}
    run = loaded({"a.json": api(components={"schemas": {"Tested": one, "B": one, "C": two}})})
    [diagnostic] = run.report
    assert diagnostic.code == "keyword-without-effect" and diagnostic.severity is Severity.NOTE
    assert "`minLength`" in diagnostic.message and "(2 times here)" in diagnostic.message
    assert diagnostic.source and diagnostic.source.pointer == f"{AT}/minLength"


@pytest.mark.parametrize(("form", "meant"), [("dateTime", "date-time"), ("UUID", "uuid"), ("int-64", "int64")])
def test_a_format_in_another_spelling(loaded: Load, form: str, meant: str) -> None:
    """A format that only its spelling tells from one with a meaning is a note: its values stay what the type says."""
    run = with_schema(loaded, {"type": "string", "format": form})
    assert run.only("keyword-without-effect").hint == f"Did you mean `{meant}`?"
    assert with_schema(loaded, {"type": "string", "format": "iso-week"}).codes == []


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ("type: string, enum: [1.10, 1.20]", ["1.10", "1.20"]),
        ("type: string, enum: [true, local]", ["true", "local"]),
        ("type: [string, 'null'], enum: [1e3, null]", ["1e3", None]),
        ('type: integer, enum: ["1", "2"]', [1, 2]),
        ('type: number, enum: ["1.5"]', [1.5]),
        ('type: boolean, enum: ["True"]', [True]),
    ],
)
def test_values_of_another_type(loaded: Load, schema: str, values: list[Any]) -> None:
    """Values of an enum that are not of its type are read as ones that are, as they were written."""
    text = f"openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\ncomponents: {{schemas: {{Tested: {{{schema}}}}}}}\n"
    run = loaded({"a.yaml": text})
    assert run.spec.at(f"{AT}/enum") == values
    diagnostic = run.only("wrong-type")
    assert diagnostic.source and diagnostic.source.pointer == f"{AT}/enum/0" and "reads" in diagnostic.message


@pytest.mark.parametrize("schema", [{"type": "integer", "enum": ["a"]}, {"type": "string", "enum": [1, "1"]}])
def test_values_that_cannot_be_of_their_type(loaded: Load, schema: Any) -> None:
    """They stay what they are, with a warning."""
    run = with_schema(loaded, schema)
    assert run.spec.at(AT) == schema and "leaves such values" in run.only("wrong-type").message


def test_a_constant_of_another_type(loaded: Load) -> None:
    """A `const` is read in the same way."""
    run = with_schema(loaded, {"type": "string", "const": 1}, "3.1.0")
    assert run.spec.at(f"{AT}/const") == "1" and run.codes == ["wrong-type"]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_vendor_extension_for_null(loaded: Load, version: str) -> None:
    """`x-nullable` of Swagger 2.0 means null in OpenAPI 3, too, and a note says so once."""
    run = with_schema(loaded, {"properties": {"a": {"type": "string", "x-nullable": True}}}, version)
    assert run.spec.at(f"{AT}/properties/a/type") == ["string", "null"]
    assert run.codes == ["nullable-outdated"]


def test_a_parameter_that_is_required_in_its_schema(loaded: Load) -> None:
    """`required: true` in the schema of a parameter is of the parameter."""
    parameter = {"name": "q", "in": "query", "schema": {"type": "string", "required": True}}
    run = loaded({"a.json": api(paths={"/a": {"get": operation(parameters=[parameter])}})})
    [read] = run.spec.at("/paths/~1a/get/parameters")
    assert read["required"] is True and read["schema"] == {"type": "string"}
    assert run.codes == ["wrong-type"]
