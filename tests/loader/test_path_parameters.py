"""Path parameters that do not fit their path."""

from __future__ import annotations

from typing import Any

from .conftest import Load, api, operation


def param(name: str, **parts: Any) -> dict[str, Any]:
    """A path parameter."""
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, **parts}


def test_undeclared_variables(loaded: Load) -> None:
    """Variables that nobody declares become required texts; one note per operation names them, at the path."""
    run = loaded(
        {"a.json": api(paths={"/a/{x}/b/{y}": {"get": operation(), "put": operation(parameters=[param("x")])}})}
    )
    assert run.spec.at("/paths/~1a~1{x}~1b~1{y}/get/parameters") == [param("x"), param("y")]
    notes = list(run.report)
    assert [note.message for note in notes] == [
        "GET /a/{x}/b/{y} does not declare {x}, {y} of its path; they are added as a required string (y), and as other"
        " operations declare them.",
        "PUT /a/{x}/b/{y} does not declare {y} of its path; it is added as a required string.",
    ]
    assert all(note.source and note.source.pointer == "/paths/~1a~1{x}~1b~1{y}" for note in notes)


def test_place_of_a_repaired_parameter(loaded: Load) -> None:
    """A parameter that was added points at the path, in the page that holds the operation."""
    run = loaded(
        {
            "a.json": api(paths={"/{x}": {"get": operation()}}),
            "b.json": api(paths={"/{x}": {"put": operation()}}),
        }
    )
    origin = run.spec.source_of("/paths/~1{x}/put/parameters/0")
    assert (origin.source, origin.pointer) == ("b.json", "/paths/~1{x}")


def test_what_others_say_of_it(loaded: Load) -> None:
    """A variable that other operations declare is declared as most of them say, even across pages."""
    uuid = param("x", schema={"type": "string", "format": "uuid"}, description="Which one.")
    run = loaded(
        {
            "a.json": api(paths={"/a/{x}": {"get": operation()}}),
            "b.json": api(paths={"/b/{x}": {"get": operation(parameters=[uuid])}}),
            "c.json": api(paths={"/c/{x}": {"get": operation(parameters=[param("x")])}}),
            "d.json": api(
                paths={"/d/{x}": {"get": operation(parameters=[{"$ref": "#/components/parameters/X"}])}},
                components={"parameters": {"X": uuid}},
            ),
        }
    )
    assert run.spec.at("/paths/~1a~1{x}/get/parameters") == [uuid]


def test_declared_and_not_in_the_path(loaded: Load) -> None:
    """A parameter that the path has no variable for is left out with a warning, and a proposal."""
    parameters = [param("user_id"), {"name": "q", "in": "query"}]
    run = loaded({"a.json": api(paths={"/a/{userId}": {"get": operation(parameters=parameters)}})})
    assert [parameter["name"] for parameter in run.spec.at("/paths/~1a~1{userId}/get/parameters")] == [
        "q",
        "userId",
    ]
    assert run.only("path-parameter-unused").hint == "Did you mean 'userId'?"
    assert run.spec.source_of("/paths/~1a~1{userId}/get/parameters/0").pointer.endswith("/parameters/1")


def test_optional_path_parameter(loaded: Load) -> None:
    """A path parameter is required, whether it says so or not."""
    parameter = {"name": "x", "in": "path", "schema": {"type": "string"}}
    run = loaded({"a.json": api(paths={"/{x}": {"get": operation(parameters=[parameter])}})})
    assert run.spec.at("/paths/~1{x}/get/parameters/0/required") is True
    assert run.codes == ["path-parameter-required"]
