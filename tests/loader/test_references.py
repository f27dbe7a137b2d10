"""References: what they lead to, and what is said where they lead to nothing."""

from __future__ import annotations

import pytest

from .conftest import Load, Loaded, api, operation


def referring(loaded: Load, reference: str) -> Loaded:
    """A description with one reference in a list of schemas."""
    schemas = {
        "Participant": {"type": "string", "$anchor": "who"},
        "With space": {},
        "Chain": {"$ref": "#/components/schemas/Participant"},
        "Round": {"$ref": "#/components/schemas/Trip"},
        "Trip": {"$ref": "#/components/schemas/Round"} if "Round" in reference else {},
        "List": {"type": "array", "items": {"$ref": reference}},
    }
    return loaded({"a.json": api(openapi="3.1.0", components={"schemas": schemas})})


@pytest.mark.parametrize(
    ("reference", "end"),
    [
        ("#/components/schemas/Participant", "/components/schemas/Participant"),
        ("#/components/schemas/Chain", "/components/schemas/Participant"),
        ("#/components/schemas/With space", "/components/schemas/With space"),
        ("#/components/schemas/With%20space", "/components/schemas/With space"),
        ("#components/schemas/Participant", "/components/schemas/Participant"),
        ("a.json#/components/schemas/Participant", "/components/schemas/Participant"),
        ("#who", "/components/schemas/Participant"),
        ("#/components/schemas/List", "/components/schemas/List"),
    ],
)
def test_resolves(loaded: Load, reference: str, end: str) -> None:
    """Chains, percent-encoding, the own file's name, anchors and recursion lead where they should."""
    spec = referring(loaded, reference).spec
    assert spec.resolve("/components/schemas/List/items")[0] == end


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("#/components/schemas/Particpant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schema/Participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/responses/Participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schemas/participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schemas/Zzz", "Add it, or correct the reference"),
        ("#Participant", "A reference is `#/` and a path"),
        ("#/components/schemas/Participant/type/x", "Add it, or correct the reference"),
    ],
)
def test_leads_to_nothing(loaded: Load, reference: str, hint: str) -> None:
    """A reference to nothing is an error at the $ref, with a proposal."""
    run = referring(loaded, reference)
    diagnostic = run.only("reference-unresolved")
    assert run.result is None
    assert (
        diagnostic.origin is not None and diagnostic.origin.pointer == "/components/schemas/List/items/$ref"
    )
    assert diagnostic.hint is not None and diagnostic.hint.startswith(hint)


def test_round_in_a_circle(loaded: Load) -> None:
    """References that only lead to each other are an error."""
    assert "reference-cycle" in referring(loaded, "#/components/schemas/Round").codes


def test_other_files(loaded: Load) -> None:
    """A reference to another file is refused in plain words."""
    assert "other.yaml" in referring(loaded, "other.yaml#/A").only("reference-external").message


def test_data_is_no_reference(loaded: Load) -> None:
    """What looks like a reference in an example, a default or an extension is data."""
    value = {"$ref": "#/nowhere"}
    content = {
        "application/json": {"example": value, "schema": {"default": value, "x-a": value, "enum": [value]}}
    }
    document = api(paths={"/a": {"get": operation(requestBody={"content": content}, **{"x-b": value})}})
    assert loaded({"a.json": document}).codes == []
