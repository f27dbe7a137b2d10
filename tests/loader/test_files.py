"""Descriptions of several files: what comes in, what it is called, and where messages about it point."""

from __future__ import annotations

import pytest

from fledge.diagnostics.diagnostic import Severity

from .conftest import Load, Loaded, api, operation, page

PET = {"type": "object", "properties": {"name": {"type": "string"}}}


def schemas(**named: object) -> dict[str, object]:
    """A description with components alone."""
    return api(openapi="3.1.0", components={"schemas": named})


def refer(*references: str) -> dict[str, object]:
    """A description with a schema that refers to all of these."""
    return schemas(Root={"allOf": [{"$ref": reference} for reference in references]})


def referred(run: Loaded) -> list[str]:
    """Where those references lead now."""
    return [member.get("$ref", "") for member in run.spec.at("/components/schemas/Root/allOf")]


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("models/pet.json", "pet"),
        ("./models/pet.json", "pet"),
        ("models/../models/pet.json#", "pet"),
        ("models%2Fpet.json", "pet"),
        ("models\\pet.json", "pet"),
        ("all.yaml#/Pet", "Pet"),
        ("all.yaml#Pet", "Pet"),
        ("all.yaml#/components/schemas/Pet%20Shop", "Pet_Shop"),
        ("all.yaml#/components/schemas/Pet Shop", "Pet_Shop"),
        ("all.yaml#nick", "Pet"),
        ("all.yaml#/list/0", "Cat"),
        ("all.yaml#/list/1", "list.1"),
        ("all.yaml#/alias/properties/name", "name"),
        ("https://example.com/named", "named"),
    ],
)
def test_a_schema_of_another_file(loaded: Load, reference: str, name: str) -> None:
    """A file, a pointer, an anchor or an identifier leads to a component that is named after what it is."""
    files = {
        "a.json": refer(reference),
        "models/pet.json": PET,
        "all.yaml": {
            "Pet": {**PET, "$anchor": "nick"},
            "components": {"schemas": {"Pet Shop": PET}},
            "list": [{"title": "Cat", **PET}, PET],
            "alias": {"$ref": "models/pet.json"},
        },
        "named.json": {"$id": "https://example.com/named", **PET},
    }
    run = loaded(files)
    assert set(run.codes) <= {"source-skipped"}
    assert referred(run) == [f"#/components/schemas/{name}"]


def test_a_file_url_is_a_reference_to_a_file(loaded: Load, tmp_path: object) -> None:
    """A file: reference names a file of the machine."""
    run = loaded({"sub/a.json": refer(f"file://{tmp_path}/pet.json"), "pet.json": PET}, "sub/a.json")
    assert referred(run) == ["#/components/schemas/pet"]


def test_diagnostics_point_at_the_original_text(loaded: Load) -> None:
    """What stands in a part is pointed at in that part."""
    bad = {"type": "object", "properties": {"x": {"required": True}}}
    run = loaded({"a.json": refer("models/pet.json#/deep/Pet"), "models/pet.json": {"deep": {"Pet": bad}}})
    origin = run.only("wrong-type").source
    assert origin is not None
    assert (origin.source, origin.pointer) == ("models/pet.json", "/deep/Pet/properties/x/required")
    assert run.spec.source_of("/components/schemas/Pet/type").source == "models/pet.json"
    assert run.spec.source_of("/components/schemas/Root").source == "a.json"


def test_references_in_a_part(loaded: Load) -> None:
    """They are relative to that part, come back to the entry document, and may go round."""
    files = {
        "api/a.json": schemas(Root={"$ref": "../models/pet.json"}, Mine={"type": "string"}),
        "models/pet.json": {
            "properties": {
                "friends": {"items": {"$ref": "#"}},
                "owner": {"$ref": "owner.json"},
                "mine": {"$ref": "../api/a.json#/components/schemas/Mine"},
            }
        },
        "models/owner.json": {"properties": {"pets": {"items": {"$ref": "pet.json"}}}},
    }
    run = loaded(files, "api/a.json")
    assert run.codes == []
    assert run.spec.root["components"]["schemas"] == {
        "Root": {
            "properties": {
                "friends": {"items": {"$ref": "#/components/schemas/Root"}},
                "owner": {"$ref": "#/components/schemas/owner"},
                "mine": {"$ref": "#/components/schemas/Mine"},
            }
        },
        "Mine": {"type": "string"},
        "owner": {"properties": {"pets": {"items": {"$ref": "#/components/schemas/Root"}}}},
    }


def test_the_same_name_twice(loaded: Load) -> None:
    """Two things of one name get a part of their path before it, whatever the order in which they are met."""
    references = ["cats/models/tag.json", "dogs/models/tag.json", "dogs/models/tag.json", "tag.json#/Own"]
    files = {"cats/models/tag.json": PET, "dogs/models/tag.json": PET, "tag.json": {"Own": PET}}
    one = loaded({"a.json": {**refer(*references)}, **files}, "a.json")
    other = loaded({"a.json": {**refer(*reversed(references))}, **files}, "a.json")
    expected = ["cats.tag", "dogs.tag", "dogs.tag", "Own"]
    assert referred(one) == [f"#/components/schemas/{name}" for name in expected]
    assert referred(other) == list(reversed(referred(one)))
    assert one.spec.root["components"]["schemas"].keys() == other.spec.root["components"]["schemas"].keys()


def test_own_components_keep_their_names(loaded: Load) -> None:
    """A name of the entry document is never given to something else."""
    document = schemas(Pet={"type": "string"}, Root={"allOf": [{"$ref": "models/pet.json"}]})
    run = loaded({"a.json": document, "models/pet.json": PET}, "a.json")
    assert run.spec.at("/components/schemas/Pet") == {"type": "string"}
    name = referred(run)[0].rpartition("/")[2]
    assert name not in ("Pet", "pet") and "pet" in name


def test_components_that_list_files(loaded: Load) -> None:
    """A component that is nothing but a reference to a file names what is in it, for all."""
    document = schemas(Animal={"$ref": "pet.json"}, Root={"allOf": [{"$ref": "pet.json"}]})
    run = loaded({"a.json": document, "pet.json": PET}, "a.json")
    assert referred(run) == ["#/components/schemas/Animal"]
    assert run.spec.at("/components/schemas/Animal") == PET
    assert run.spec.source_of("/components/schemas/Animal").source == "pet.json"


def test_each_kind_of_component_is_imported(loaded: Load) -> None:
    """Path items and operations are put in place; parameters, responses and the like become components."""
    files = {
        "a.json": api(
            paths={
                "/a/{id}": {"$ref": "paths/a.json", "summary": "Own"},
                "/b": {"post": {"$ref": "paths/b.json"}},
            }
        ),
        "paths/a.json": {
            "summary": "Other",
            "parameters": [{"$ref": "../parts.json#/parameters/id"}],
            "get": operation(responses={"200": {"$ref": "../parts.json#/responses/ok"}}),
        },
        "paths/b.json": operation(requestBody={"$ref": "../parts.json#/bodies/pet"}),
        "parts.json": {
            "parameters": {"id": {"name": "id", "in": "path", "required": True, "schema": {"$ref": "#/id"}}},
            "responses": {
                "ok": {"description": "OK", "headers": {"X-A": {"$ref": "#/headers/a"}}},
            },
            "headers": {"a": {"schema": {"type": "string"}}},
            "bodies": {
                "pet": {"content": {"application/json": {"schema": {}, "examples": {"e": {"$ref": "rex.json"}}}}}
            },
            "id": {"type": "string"},
        },
        "rex.json": {"name": "Rex"},
    }
    run = loaded(files)
    assert run.codes == []
    root = run.spec.root
    assert root["paths"]["/a/{id}"]["summary"] == "Own"
    assert root["paths"]["/a/{id}"]["get"]["parameters"] == [{"$ref": "#/components/parameters/id"}]
    assert root["paths"]["/b"]["post"]["requestBody"] == {"$ref": "#/components/requestBodies/pet"}
    assert {kind: list(members) for kind, members in root["components"].items()} == {
        "examples": ["rex"],
        "headers": ["a"],
        "parameters": ["id"],
        "requestBodies": ["pet"],
        "responses": ["ok"],
        "schemas": ["id"],
    }
    assert root["components"]["examples"]["rex"] == {"value": {"name": "Rex"}}
    assert run.spec.source_of("/paths/~1a~1{id}/get/responses").source == "paths/a.json"
    assert run.spec.source_of("/paths/~1a~1{id}/summary").source == "a.json"
    assert run.spec.source_of("/paths/~1b/post/requestBody").pointer == "/requestBody"


def test_containers_and_texts(loaded: Load) -> None:
    """Where a whole map, list or text is a reference, its content is put there."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1", "description": {"$ref": "intro.md"}},
        "tags": [{"$ref": "tags.json#/pets"}],
        "paths": {"$ref": "paths.json"},
        "components": {"schemas": {"$ref": "schemas/index.json"}},
    }
    files = {
        "a.json": document,
        "intro.md": "# Hello\n",
        "tags.json": {"pets": {"name": "pets"}},
        "paths.json": {"/a": {"get": operation()}},
        "schemas/index.json": {"Pet": {"$ref": "pet.json"}},
        "schemas/pet.json": PET,
    }
    run = loaded(files, "a.json")
    assert run.codes == []
    assert run.spec.at("/info/description") == "# Hello\n"
    assert run.spec.at("/tags") == [{"name": "pets"}]
    assert "get" in run.spec.at("/paths/~1a")
    assert run.spec.at("/components/schemas") == {"Pet": PET}
    assert run.spec.source_of("/components/schemas/Pet").source == "schemas/pet.json"


def test_a_mapping_refers_to_other_files(loaded: Load) -> None:
    """A discriminator's mapping names files as references do."""
    union = {
        "oneOf": [{"$ref": "cat.json"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "cat.json", "dog": "Dog"}},
    }
    run = loaded({"a.json": schemas(Pet=union, Dog=PET), "cat.json": PET}, "a.json")
    assert run.spec.at("/components/schemas/Pet/discriminator/mapping") == {
        "cat": "#/components/schemas/cat",
        "dog": "Dog",
    }


def test_swagger_2_refers_to_other_files(loaded: Load) -> None:
    """Parts of a Swagger 2.0 description are of Swagger 2.0, too."""
    document = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": {"parameters": [{"$ref": "parts.json#/pet"}], "responses": {}}}},
    }
    parts = {
        "pet": {"name": "pet", "in": "body", "schema": {"$ref": "#/Pet"}},
        "Pet": {"type": "object", "properties": {"file": {"type": "string", "x-nullable": True}}},
    }
    run = loaded({"a.json": document, "parts.json": parts})
    body = run.spec.at("/components/requestBodies/pet")
    assert body["content"] == {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    assert run.spec.at("/components/schemas/Pet/properties/file/type") == ["string", "null"]


def test_folder_with_an_entry(loaded: Load) -> None:
    """Of a folder, the documents with operations are taken; those that only hold parts come in where they are needed."""
    files = {
        "entry.json": api(
            paths={"/a": {"get": operation(responses={"200": {"$ref": "parts.json#/components/responses/ok"}})}}
        ),
        "parts.json": api(
            info={"title": "Parts", "version": "9"},
            components={"responses": {"ok": {"description": ""}, "unused": {"description": ""}}},
        ),
        "more.json": api(info={"title": "More", "version": "9"}, components={"schemas": {"Lonely": {}}}),
    }
    run = loaded(files)
    assert run.codes == ["part-unused"]
    assert run.spec.at("/info/title") == "Pets"
    assert run.spec.root["components"] == {"responses": {"ok": {"description": ""}}}


def test_entry_documents_share_imported_components(loaded: Load) -> None:
    """Documents that share a part share its name, and it comes in once."""

    def entry(path: str) -> dict[str, object]:
        body = {"content": {"application/json": {"schema": {"$ref": "common.yaml#/Pet"}}}}
        return api(paths={path: {"post": operation(requestBody=body)}})

    run = loaded({"a.json": entry("/a"), "b.json": entry("/b"), "common.yaml": {"Pet": PET}})
    assert run.codes == []
    assert run.spec.root["components"] == {"schemas": {"Pet": PET}}


def test_a_path_item_that_contains_itself(loaded: Load) -> None:
    """A callback that is the path item around it ends, with a warning."""
    item = {"post": operation(callbacks={"done": {"{$url}": {"$ref": "#/components/pathItems/Item"}}})}
    run = loaded(
        {
            "a.json": api(
                openapi="3.1.0",
                paths={"/a": {"$ref": "#/components/pathItems/Item"}},
                components={"pathItems": {"Item": item}},
            )
        }
    )
    assert set(run.codes) == {"reference-cycle"}
    assert "post" in run.spec.at("/paths/~1a")


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("models/pt.json", "the file models/pt.json does not exist"),
        ("models/pet.json#/properties/nam", "#/properties/nam does not exist in models/pet.json"),
        ("models", "the file models does not exist"),
        ("https://example.com/pet.json", "on example.com, which is not an allowed host"),
        ("round.json#/a", "Circular $ref"),
        ("urn:example:pet", "the file urn:example:pet does not exist"),
        ("a\0b.json", "does not exist"),
    ],
)
def test_a_reference_that_cannot_be_resolved_is_any_value(loaded: Load, reference: str, message: str) -> None:
    """What cannot be found is any value, with a warning at the reference, and a hint."""
    round_ = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}
    run = loaded({"a.json": refer(reference), "models/pet.json": PET, "round.json": round_}, "a.json")
    (diagnostic,) = run.report
    assert message in diagnostic.message and diagnostic.hint
    assert diagnostic.severity is Severity.WARNING
    assert diagnostic.source is not None
    assert diagnostic.source.pointer == "/components/schemas/Root/allOf/0/$ref"
    assert run.spec.at("/components/schemas/Root/allOf/0") == {}


def test_a_part_that_is_broken(loaded: Load) -> None:
    """A part that cannot be parsed is an error at its place: nobody knows what it should have held."""
    run = loaded({"a.json": refer("pet.yaml"), "pet.yaml": "a: [\n"}, "a.json")
    assert run.result is None
    assert run.place(run.only("yaml-invalid").source).startswith("pet.yaml:1:")


def test_a_page_that_names_files(loaded: Load) -> None:
    """A reference of a page to a file that is not there is a warning, as it is in a file."""
    run = loaded({"a.md": page("A", refer("pet.json"))})
    assert run.spec.at("/components/schemas/Root/allOf/0") == {}
    assert run.only("reference-unresolved").severity is Severity.WARNING
