"""Overlays: what their actions do, where what they add came from, and what is said where they no longer fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from fledge.config.filters import Filter
from fledge.diagnostics.diagnostic import Diagnostic, Severity
from fledge.diagnostics.positions import resolve_ranges
from fledge.loader.sources.depth import DEPTH
from tests.conftest import ROOT

from .conftest import Load, Loaded, api, operation, page

PETS = api(
    tags=[{"name": "pets"}, {"name": "internal"}],
    paths={
        "/pets": {"get": operation(operationId="listPets", tags=["pets", "old"]), "post": operation(tags=["pets"])},
        "/owners": {"get": operation(operationId="listOwners")},
    },
    components={"schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}},
)


def overlay(*actions: dict[str, Any], version: str = "1.1.0", **parts: Any) -> dict[str, Any]:
    """An overlay with these actions."""
    return {"overlay": version, "info": {"title": "Fixes", "version": "1"}, "actions": list(actions), **parts}


Apply = Callable[..., Loaded]


@pytest.fixture
def applied(loaded: Load) -> Apply:
    """Load a description, PETS unless `to` is another, with one overlay of these actions."""

    def run(*actions: dict[str, Any], to: Any = PETS, **parts: Any) -> Loaded:
        files = {"api.json": to, "fix.json": overlay(*actions, **parts)}
        return loaded(files, "api.json", overlays=["fix.json"])

    return run


def test_update_merges(applied: Apply) -> None:
    """Objects merge, new keys come in, texts are replaced, lists grow (Overlay 1.1, Action Object)."""
    run = applied(
        {
            "target": "$",
            "update": {
                "info": {"title": "Animals", "contact": {"name": "Ann"}},
                "tags": [{"name": "owners"}],
                "servers": [{"url": "https://api"}],
            },
        },
    )
    assert run.codes == []
    at = run.spec.at
    assert at("/info") == {"title": "Animals", "version": "1", "contact": {"name": "Ann"}}
    assert [tag["name"] for tag in at("/tags")] == ["pets", "internal", "owners"]
    assert at("/paths/~1pets/get/servers") == [{"url": "https://api"}]  # pushed down as if it had been there


def test_update_of_each_kind(applied: Apply) -> None:
    """A path selects many nodes; a list takes one entry or several; a text is replaced."""
    run = applied(
        {"target": "$.paths.*.get", "update": {"summary": "Reads"}},
        {"target": "$.paths.*.get.tags", "update": "more"},
        {"target": "$.paths['/pets'].post.tags", "update": ["a", "b"]},
        {"target": "$.paths['/owners'].get.operationId", "update": "owners"},
    )
    assert run.codes == []
    at = run.spec.at
    assert at("/paths/~1pets/get/summary") == at("/paths/~1owners/get/summary") == "Reads"
    assert at("/paths/~1pets/get/tags") == ["pets", "old", "more"]
    assert at("/paths/~1pets/post/tags") == ["pets", "a", "b"]
    assert at("/paths/~1owners/get/operationId") == "owners"


def test_remove_deletes_the_target(applied: Apply) -> None:
    """What is removed leaves its map or list; those behind it in a list still know where they were read."""
    run = applied(
        {"target": "$.paths['/owners']", "remove": True},
        {"target": "$.tags[?@.name == 'pets']", "remove": True},
        {"target": "$.paths.*.get.tags[?@ == 'old']", "remove": True},
    )
    assert run.codes == []
    assert list(run.spec.at("/paths")) == ["/pets"]
    assert run.spec.at("/tags") == [{"name": "internal"}]
    assert run.spec.source_of("/tags/0/name").pointer == "/tags/1/name"
    assert run.spec.at("/paths/~1pets/get/tags") == ["pets"]


def test_copy_merges_another_node(applied: Apply) -> None:
    """`copy` merges one node of the description; the copy says where the original was read."""
    run = applied(
        {"target": "$.paths", "update": {"/animals": {}}},
        {"target": "$.paths['/animals']", "copy": "$.paths['/pets']"},
        {"target": "$.paths['/animals'].get", "update": {"operationId": "listAnimals"}},
    )
    assert run.codes == []
    at, origin = run.spec.at, run.spec.source_of
    assert at("/paths/~1animals/get/tags") == at("/paths/~1pets/get/tags")
    assert at("/paths/~1pets/get/operationId") == "listPets"
    assert (origin("/paths/~1animals/get/tags").source, origin("/paths/~1animals/get/tags").pointer) == (
        "api.json",
        "/paths/~1pets/get/tags",
    )
    assert origin("/paths/~1animals/get/operationId").source == "fix.json"


def test_actions_follow_each_other(applied: Apply) -> None:
    """Each action sees what those before it made: what was removed can be made anew."""
    run = applied(
        {"target": "$.tags", "remove": True},
        {"target": "$", "update": {"tags": [{"name": "new"}]}},
        {"target": "$.tags[0]", "update": {"description": "Mine"}},
    )
    assert run.codes == []
    assert run.spec.at("/tags") == [{"name": "new", "description": "Mine"}]
    assert run.spec.source_of("/tags/0/name").pointer == "/actions/1/update/tags/0/name"
    assert run.spec.source_of("/tags/0/description").pointer == "/actions/2/update/description"


def test_several_overlays_in_order(loaded: Load) -> None:
    """The overlays apply in the order in which they are named, whatever their names."""
    first, second = ({"target": "$.info.title", "update": title} for title in ("First", "Second"))
    files = {"api.json": PETS, "b.json": overlay(first), "a.json": overlay(second)}
    assert loaded(files, "api.json", overlays=["b.json", "a.json"]).spec.at("/info/title") == "Second"


def test_messages_point_into_the_overlay(loaded: Load) -> None:
    """What is wrong with what an overlay added is shown where it stands, line and column."""
    text = """\
overlay: 1.0.0
info: {title: Fixes, version: "1"}
actions:
  - target: $.components.schemas.Pet.properties
    update:
      owner:
        $ref: '#/components/schemas/Owner'
"""
    run = loaded({"api.json": PETS, "fix.yaml": text}, "api.json", overlays=["fix.yaml"])
    unresolved = run.only("reference-unresolved")
    assert unresolved.source is not None
    place = resolve_ranges([unresolved.source], run.report.sources)[unresolved.source]
    assert (place.document.path, place.line, place.column) == ("fix.yaml", 7, 15)


def test_a_description_is_changed_as_it_was_written(loaded: Load) -> None:
    """Of a single description, a target names what its author wrote: Swagger 2.0, `nullable`, other files."""
    swagger = {
        "swagger": "2.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"$ref": "paths.json"}},
        "definitions": {"Pet": {"type": "object"}},
    }
    files = {
        "api.json": swagger,
        "paths.json": {"get": operation()},
        "fix.json": overlay(
            {"target": "$.definitions.Pet", "update": {"x-nullable": True}},
            {"target": "$.paths['/pets'].get", "update": {"operationId": "listPets"}},
        ),
    }
    run = loaded(files, "api.json", overlays=["fix.json"])
    assert run.spec.at("/paths/~1pets/get/operationId") == "listPets"
    assert "null" in str(run.spec.at("/components/schemas/Pet"))


def test_pages_are_changed_when_they_are_merged(loaded: Load) -> None:
    """Of several descriptions, a target names a part of the one that they make; what is added is lifted all the same."""
    pages = {
        "a.md": page("A", api(paths={"/a": {"get": operation()}}, security=[{"own": []}])),
        "b.md": page("B", api(paths={"/b": {"get": operation(), "put": operation(security=[])}})),
        "fix.json": overlay(
            {
                "target": "$",
                "update": {
                    "components": {
                        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
                        "schemas": {"Name": {"type": "string", "nullable": True}},
                    },
                },
            },
            {"target": "$.security", "remove": True},
            {"target": "$", "update": {"security": [{"key": []}]}},
            {"target": "$.paths['/b']", "update": {"parameters": [{"name": "q", "in": "query"}]}},
        ),
    }
    run = loaded(pages, "a.md", "b.md", overlays=["fix.json"])
    at = run.spec.at
    assert at("/paths/~1a/get/security") == [{"own": []}]
    assert at("/paths/~1b/get/security") == [{"key": []}]
    assert at("/paths/~1b/put/security") == []
    assert at("/paths/~1b/get/parameters") == [{"name": "q", "in": "query"}]
    assert at("/components/schemas/Name") == {"type": ["string", "null"]}


def test_what_pages_said_is_not_lent_to_others(loaded: Load) -> None:
    """An overlay of merged pages gives operations what it says itself, and not what other pages said of theirs."""
    pages = {
        "a.md": page("A", api(paths={"/a": {"get": operation()}}, security=[{"own": []}])),
        "b.md": page("B", api(paths={"/b": {"get": operation()}})),
        "fix.json": overlay({"target": "$.info", "update": {"description": "Mine"}}),
    }
    run = loaded(pages, "a.md", "b.md", overlays=["fix.json"])
    assert "security" not in run.spec.at("/paths/~1b/get")


def test_extends_names_one_of_several(loaded: Load) -> None:
    """An overlay that says which file it is for changes that one, as it was written, before it is merged."""
    files = {
        "specs/a.json": api(paths={"/a": {"get": operation()}}),
        "specs/b.json": api(paths={"/b": {"get": operation()}}),
        "fixes/a.json": overlay({"target": "$.paths.*.get", "update": {"summary": "A"}}, extends="../specs/a.json"),
    }
    run = loaded(files, "specs", overlays=["fixes/a.json"])
    assert run.spec.at("/paths/~1a/get/summary") == "A"
    assert "summary" not in run.spec.at("/paths/~1b/get")


def test_extends_another_file(applied: Apply, loaded: Load) -> None:
    """An overlay for a file that is none of several sources is a mistake; where one was published says nothing.

    One source is what is meant, as in the specification's own compliance sets.
    """
    run = applied({"target": "$", "update": {"x-a": 1}}, extends="other.json")
    message = run.only("overlay-extends")
    assert (message.severity, "other.json" in message.message) == (Severity.WARNING, True)
    assert run.spec.at("/x-a") == 1
    files = {
        "a.json": api(paths={"/a": {"get": operation()}}),
        "b.json": api(paths={"/b": {"get": operation()}}),
        "fix.json": overlay({"target": "$", "update": {"x-a": 1}}, extends="other.json"),
    }
    assert loaded(files, "a.json", "b.json", overlays=["fix.json"]).only("overlay-extends").severity is Severity.ERROR
    assert applied({"target": "$", "update": {"x-a": 1}}, extends="https://e.com/api.json").codes == []


def test_a_target_without_match_is_an_error(applied: Apply) -> None:
    """An action without a target is an error that says how far the path leads; the other actions are looked at, too."""
    run = applied(
        {"target": "$.paths['/pet'].get", "update": {"summary": "x"}},
        {"target": "$.tags[?@.name == 'gone']", "remove": True},
        {"target": "$", "copy": "$.nothing"},
    )
    assert run.result is None
    assert [(each.code, each.source and each.source.pointer) for each in run.report] == [
        ("overlay-target-not-found", "/actions/0/target"),
        ("overlay-target-not-found", "/actions/1/target"),
        ("overlay-target-not-found", "/actions/2/copy"),
    ]
    hint = next(iter(run.report)).hint or ""
    assert "$['paths']" in hint and "Did you mean '/pets'?" in hint


def test_what_is_older_than_an_overlay(loaded: Load) -> None:
    """Where it is not to be strict, what finds nothing is passed over (Overlay 1.1, Action Object)."""
    actions = ({"target": "$.nothing", "remove": True}, {"target": "$.info", "update": {"title": "x"}})
    files = {"api.json": PETS, "fix.json": overlay(*actions)}
    run = loaded(files, "api.json", overlays=["fix.json"], exclude=Filter(tags=("later",)), strict=False)
    assert run.codes == []
    assert run.spec.at("/info/title") == "x"


def test_copy_needs_one_node(applied: Apply) -> None:
    """What is copied is one node."""
    run = applied({"target": "$.paths['/owners']", "copy": "$.paths.*"})
    assert "2 nodes" in run.only("overlay-target-not-found").message


@pytest.mark.parametrize(
    "action",
    [
        {"target": "$.info", "update": {"title": "Pets"}},
        {"target": "$.info.title", "update": "Pets"},
        {"target": "$.tags", "update": {"name": "pets"}},
        {"target": "$.paths.*.*.responses", "update": {}},
        {
            "target": "$",
            "update": {"tags": [{"name": "internal"}], "components": {"schemas": {"Pet": {"type": "object"}}}},
        },
        {"target": "$.info", "copy": "$.info"},
    ],
)
def test_an_action_without_effect_is_a_warning(applied: Apply, action: dict[str, Any]) -> None:
    """An action that adds nothing is reported, and does nothing: the description was corrected where it is made."""
    run = applied(action)
    told = run.only("overlay-no-effect")
    assert (told.severity, told.source and told.source.pointer) == (Severity.WARNING, "/actions/0")
    assert run.spec.at("/tags") == PETS["tags"]


def test_numbers_and_truths_differ(applied: Apply) -> None:
    """1 and true are equal to Python, and not the same in JSON."""
    run = applied({"target": "$.info", "update": {"x-a": True}}, to=api(info={**PETS["info"], "x-a": 1}))
    assert run.codes == []
    assert run.spec.at("/info/x-a") is True


@pytest.mark.parametrize(
    ("action", "pointer"),
    [
        ({"target": "$.info", "update": "x"}, "/actions/0/update"),
        ({"target": "$.info.title", "update": {"a": 1}}, "/actions/0/update"),
        ({"target": "$", "update": {"tags": {"a": 1}}}, "/actions/0/update/tags"),
        ({"target": "$", "update": {"info": {"title": ["x"]}}}, "/actions/0/update/info/title"),
        ({"target": "$", "update": {"tags": "pets"}}, "/actions/0/update/tags"),
        ({"target": "$.info.*", "copy": "$.tags"}, "/actions/0/copy"),
        ({"target": "$['info', 'tags']", "update": {"a": 1}}, "/actions/0/target"),
        ({"target": "$", "remove": True}, "/actions/0/target"),
    ],
)
def test_values_of_other_kinds_do_not_merge(applied: Apply, action: dict[str, Any], pointer: str) -> None:
    """What cannot be merged is an error at the part that does not fit."""
    run = applied(action)
    told = run.only("overlay-mismatch")
    assert run.result is None and told.source is not None
    assert (told.source.source, told.source.pointer) == ("fix.json", pointer)


def test_overlay_1_0_has_fewer_features(applied: Apply) -> None:
    """Overlay 1.0 changes objects and lists only, and cannot copy."""
    assert applied({"target": "$.info", "update": {"title": "x"}}, version="1.0.0").codes == []
    run = applied({"target": "$.info.title", "update": "x"}, version="1.0.0")
    assert "1.1.0" in (run.only("overlay-mismatch").hint or "")
    run = applied({"target": "$.info", "copy": "$.info"}, version="1.0.1")
    assert "no `copy`" in run.only("overlay-invalid").message


@pytest.mark.parametrize("path", ["paths", "$.paths./a", "$.a[?", "", "$.a b", "$" + "[?@" * 3000])
def test_a_target_must_be_a_json_path(applied: Apply, path: str) -> None:
    """What is no JSONPath of RFC 9535 is an error, and no crash."""
    assert applied({"target": path, "remove": True}).only("overlay-path").source is not None


def faults(run: Loaded) -> list[Diagnostic]:
    return [each for each in run.report if each.code == "overlay-invalid"]


@pytest.mark.parametrize(
    ("content", "pointer", "text"),
    [
        ([], "", "must be an object"),
        ({"overlay": "1.0.0"}, "", "`actions` is missing"),
        ({"overlay": "1.0.0", "actions": [{"target": "$", "remove": True}]}, "", "`info` is missing"),
        (overlay({"target": "$", "update": {}}, info="Fixes"), "/info", "`info` is an object"),
        (overlay({"target": "$", "update": {}}, info={"version": "1"}), "/info", "`title` is missing"),
        (overlay({"target": "$", "update": {}}, info={"title": "Fixes"}), "/info", "`version` is missing"),
        (overlay({"target": "$"}, info={"title": None, "version": "1"}), "/info/title", "`title` is a string"),
        (overlay({"target": "$"}, info={"title": "Fixes", "version": 1.0}), "/info/version", "between quotes"),
        (overlay({"target": "$"}, info={"titel": "Fixes", "version": "1"}), "/info/titel", "Did you mean `title`?"),
        (
            overlay({"target": "$"}, version="1.0.0", info={"title": "Fixes", "version": "1", "description": "Why"}),
            "/info/description",
            "Overlay 1.0 has no `description` here",
        ),
        ({"actions": []}, "", "`overlay` is missing"),
        (
            {**overlay({"target": "$", "remove": True}), "overlay": "1.2.0"},
            "/overlay",
            "does not support Overlay 1.2.0",
        ),
        ({**overlay({"target": "$", "remove": True}), "overlay": 1.1}, "/overlay", "is a string"),
        (overlay(), "/actions", "no action"),
        (overlay(action=[]), "/action", "Did you mean `actions`?"),
        (overlay({"target": "$", "update": {}, "copy": "$.info"}), "/actions/0", "not both"),
        (overlay({"update": {}}), "/actions/0", "`target` is missing"),
        (overlay({"target": 1, "update": {}}), "/actions/0/target", "is a string"),
        (overlay({"target": "$", "remove": "yes"}), "/actions/0/remove", "true or false"),
        (overlay({"target": "$", "updates": {}}), "/actions/0/updates", "Did you mean `update`?"),
    ],
)
def test_each_error_of_the_form_is_reported(loaded: Load, content: Any, pointer: str, text: str) -> None:
    """Whatever is wrong with the form of an overlay is said at its place."""
    run = loaded({"api.json": PETS, "fix.json": content}, "api.json", overlays=["fix.json"])
    told = [each for each in faults(run) if each.source and each.source.pointer == pointer]
    assert run.result is None
    assert any(text in f"{each.message} {each.hint}" for each in told), faults(run)


def test_extensions_and_descriptions(applied: Apply) -> None:
    """`x-` fields are let through, and so are descriptions."""
    action = {"target": "$.info", "description": "Why", "update": {"x-a": 1}, "x-by": "me"}
    info = {"title": "Fixes", "version": "1", "description": "Why", "x-by": "me"}
    assert applied(action, info=info, **{"x-mine": 1}).codes == []


def test_the_form_of_yaml(loaded: Load) -> None:
    """A version that YAML takes for a number is told at its line and column."""
    text = "overlay: 1.1.0\ninfo:\n  title: Fixes\n  version: 1.0\nactions:\n- {target: $, remove: true}\n"
    run = loaded({"api.json": PETS, "fix.yaml": text}, "api.json", overlays=["fix.yaml"])
    origin = run.only("overlay-invalid").source
    assert origin is not None
    place = resolve_ranges([origin], run.report.sources)[origin]
    assert (place.line, place.column) == (4, 12)


def test_an_overlay_that_cannot_be_parsed_is_an_error(loaded: Load) -> None:
    """A missing overlay and a broken one are errors like those of sources."""
    run = loaded({"api.json": PETS, "fix.yaml": "overlay: ["}, "api.json", overlays=["fix.yaml", "fixes.yaml"])
    assert run.result is None
    assert {each.code for each in run.report} == {"source-missing", "yaml-invalid"}


def test_an_overlay_refers_to_no_other_file(applied: Apply) -> None:
    """An overlay stands in the description, which is complete by then: it refers to no other file."""
    run = applied({"target": "$.components.schemas.Pet.properties", "update": {"a": {"$ref": "other.json"}}})
    told = run.only("overlay-reference")
    assert told.source is not None
    assert told.source.pointer == "/actions/0/update/a/$ref"


def test_reads_are_part_of_the_input(loaded: Load) -> None:
    """The overlay's digest is among those of the files that were read."""
    run = loaded(
        {"api.json": PETS, "fix.json": overlay({"target": "$.info", "update": {"x-a": 1}})},
        "api.json",
        overlays=["fix.json"],
    )
    assert sorted(path.rpartition("/")[2] for path in run.spec.files) == ["api.json", "fix.json"]


DOCUMENTED = re.findall(
    r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)


def test_the_example_of_the_docs_works(loaded: Load) -> None:
    """Each overlay of the docs applies, one after the other, and does what its words say."""
    shop = api(
        servers=[{"url": "https://shop.example"}, {"url": "https://eu.shop.example"}],
        paths={
            "/pets": {"get": operation(parameters=[{"name": "X-Trace", "in": "header"}, {"name": "q", "in": "query"}])},
            "/status": {"get": operation()},
        },
        components={
            "schemas": {
                "Pet": {
                    "type": "object",
                    "required": ["kind", "owner"],
                    "properties": {"kind": {"type": "string"}, "owner": {"type": "string"}},
                }
            }
        },
    )
    files = {f"{index}.yaml": text for index, text in enumerate(DOCUMENTED)}
    run = loaded({"api.json": shop, **files}, "api.json", overlays=list(files))
    assert len(files) == 4 and run.codes == []
    at = run.spec.at
    assert at("/paths/~1pets/get/operationId") == "listPets"
    assert [each["name"] for each in at("/paths/~1pets/get/parameters")] == ["q"]
    assert at("/paths/~1pets/get/security") == [{"accessKey": []}]
    assert at("/paths/~1status/get/security") == []
    assert at("/servers") == [{"url": "https://eu.shop.example"}]
    assert at("/components/schemas/Pet/required") == ["owner"]
    assert at("/components/schemas/Pet/properties") == {
        "kind": {"type": "string", "enum": ["dog", "cat"]},
        "owner": {"type": ["string", "null"]},
    }


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
@pytest.mark.parametrize("action", [{"target": "$"}, {"target": "$.info", "remove": False}, {"target": "$.nothing"}])
def test_an_action_without_a_change_is_a_note(applied: Apply, action: dict[str, Any], version: str) -> None:
    """The specification requires only a target: the other actions apply."""
    run = applied(action, {"target": "$.info", "update": {"summary": "x"}}, version=version)
    told = run.only("overlay-action-empty")
    assert (told.severity, told.source and told.source.pointer) == (Severity.NOTE, "/actions/0")
    assert run.spec.root["info"]["summary"] == "x"


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_scalar_is_removed(applied: Apply, version: str) -> None:
    """A text and an item of a list are removed in each version, as the specification's own compliance sets do."""
    run = applied(
        {"target": "$.info.title", "remove": True},
        {"target": "$.paths.*.get.tags[?@ == 'old']", "remove": True},
        version=version,
    )
    assert run.codes == []
    assert run.spec.root["paths"]["/pets"]["get"]["tags"] == ["pets"]


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_key_without_a_value_changes_nothing(applied: Apply, version: str) -> None:
    """The example of a structured overlay in the specification ends with `components:` and `tags:`."""
    update = {"info": {"x-a": 1}, "paths": {"/pets": {"get": {"summary": "Reads"}}}, "components": None, "tags": None}
    run = applied({"target": "$", "update": update}, version=version)
    assert run.codes == []
    assert run.spec.at("/paths/~1pets/get/summary") == "Reads"
    assert [tag["name"] for tag in run.spec.at("/tags")] == ["pets", "internal"]
    assert "Pet" in run.spec.at("/components/schemas")
    assert applied({"target": "$", "update": {"components": None}}, version=version).codes == ["overlay-no-effect"]


def test_what_an_overlay_adds_is_set_right(applied: Apply) -> None:
    """A description that needs no correction may need one after an overlay."""
    run = applied({"target": "$.components.schemas.Pet", "update": {"required": "name"}})
    run.only("wrong-type")
    assert run.spec.at("/components/schemas/Pet/required") == ["name"]


def test_an_overlay_may_not_nest_too_deep(applied: Apply) -> None:
    """What an overlay puts below a description counts together with that."""
    nested: dict[str, Any] = {}
    for _ in range(DEPTH - 2):
        nested = {"x-a": nested}
    run = applied({"target": "$.components.schemas.Pet", "update": nested})
    assert run.result is None
    run.only("too-deep")


HYBRID = {
    **api(paths={"/pets": {"get": operation(responses={"200": {"$ref": "#/x-more/responses/Ok"}})}}),
    "components": {"schemas": {"Pets": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}}},
    "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}},
    "x-more": {"responses": {"Ok": {"description": "Found"}}},
}
"""A description with parts at places that OpenAPI does not have: bundling makes components of them."""


@pytest.mark.parametrize(
    ("target", "update"),
    [
        ("$", {"definitions": {"Pet": {"properties": {"age": {"type": "integer"}}}}}),
        ("$.definitions", {"Pet": {"properties": {"age": {"type": "integer"}}}}),
        ("$.definitions.Pet", {"properties": {"age": {"type": "integer"}}}),
        ("$.definitions.Pet.properties", {"age": {"type": "integer"}}),
    ],
)
def test_an_update_above_an_odd_place(applied: Apply, target: str, update: Any) -> None:
    """It reaches the component that is made of what stands there, wherever it begins."""
    run = applied({"target": target, "update": update}, to=HYBRID)
    assert list(run.spec.at("/components/schemas/Pet/properties")) == ["name", "age"]
    assert run.spec.source_of("/components/schemas/Pet/properties/age").source == "fix.json"


def test_an_update_above_another_odd_place(applied: Apply) -> None:
    """Of a response, below an extension."""
    run = applied({"target": "$['x-more']", "update": {"responses": {"Ok": {"description": "Fine"}}}}, to=HYBRID)
    assert run.spec.at("/components/responses/Ok/description") == "Fine"


@pytest.mark.parametrize("target", ["$.definitions", "$.definitions.Pet"])
def test_removing_an_odd_place(applied: Apply, target: str) -> None:
    """What refers to it refers to nothing then, as the description says."""
    run = applied({"target": target, "remove": True}, to=HYBRID)
    assert "Pet" not in run.spec.at("/components/schemas") and "reference-unresolved" in run.codes


@pytest.mark.parametrize("version", ["2.0", "3.0.3"])
def test_what_an_overlay_writes_behind_a_part_that_goes(applied: Apply, version: str) -> None:
    """Parameters that move up bring along what overlays wrote into them, and nothing of those before them."""
    gone = {"name": "gone", "in": "body", "schema": {}} if version == "2.0" else {"in": "query"}
    kept = [{"name": name, "in": "query", **({} if version == "2.0" else {"schema": {}})} for name in "abc"]
    root = {
        **({"swagger": version} if version == "2.0" else {"openapi": version}),
        "info": {"title": "", "version": ""},
    }
    root["paths"] = {"/a": {"post": {"parameters": [gone, *kept], "responses": {}}}}
    at = "$.paths['/a'].post.parameters"
    actions = [{"target": f"{at}[{index}]", "update": {"description": str(index)}} for index in (0, 2)]
    run = applied(*actions, to=root)
    read = "/paths/~1a/post/parameters"
    assert [each["name"] for each in run.spec.at(read)] == ["a", "b", "c"]
    origins = [run.spec.source_of(f"{read}/{index}/description") for index in range(3)]
    assert [(each.source, each.pointer) for each in origins] == [
        ("api.json", f"{read}/1/description"),
        ("fix.json", "/actions/1/update/description"),
        ("api.json", f"{read}/3/description"),
    ]


def test_what_an_overlay_writes_into_a_body_of_2_0(applied: Apply) -> None:
    """The body gets another place, and what the overlay wrote there still points at the overlay."""
    root: dict[str, Any] = {"swagger": "2.0", "info": {"title": "", "version": ""}}
    body = {"name": "a", "in": "body", "schema": {"type": "object"}}
    root["paths"] = {"/a": {"post": {"parameters": [body, {"name": "q", "in": "query"}], "responses": {}}}}
    at = "$.paths['/a'].post.parameters"
    schema = {"target": f"{at}[0].schema", "update": {"title": "T"}}
    run = applied(schema, {"target": f"{at}[1]", "update": {"type": "integer"}}, to=root)
    post = "/paths/~1a/post"
    title = run.spec.source_of(f"{post}/requestBody/content/application~1json/schema/title")
    assert (title.source, title.pointer) == ("fix.json", "/actions/0/update/title")
    assert run.spec.source_of(f"{post}/parameters/0/schema/type").source == "fix.json"


@pytest.mark.parametrize("version", ["2.0", "3.0.3"])
def test_what_an_overlay_writes_into_a_misspelt_part(applied: Apply, version: str) -> None:
    """The part gets another name, and what the overlay wrote there still points at the overlay."""
    versions = {"swagger": "2.0"} if version == "2.0" else {"openapi": version}
    root: dict[str, Any] = {
        **versions,
        "info": {"title": "T", "version": "1"},
        "paths": {"pets": {"GET": operation(tags=["a"])}},
    }
    root["paths"]["pets"]["GET"]["parameters"] = {"name": "q", "in": "query", "type": "string"}
    root["paths"]["pets"]["GET"]["parameters"] |= {} if version == "2.0" else {"schema": {"type": "string"}}
    update = {"deprecated": "true", "parameters": {"in": "Header"}}
    run = applied({"target": "$.paths.pets.GET", "update": update}, to=root)
    assert run.spec.source_of("/paths/~1pets/get/deprecated").source == "fix.json"
    assert run.spec.at("/paths/~1pets/get/parameters/0/in") == "header"
    warnings = {each.source.pointer: each.source.source for each in run.report if each.source}
    assert warnings == {
        "/paths/pets": "api.json",
        "/paths/pets/GET": "api.json",
        "/paths/pets/GET/parameters": "api.json",
        "/actions/0/update/parameters/in": "fix.json",
        "/actions/0/update/deprecated": "fix.json",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('overlay: 1.0.0\ninfo: {title: t, version: "1"}\naction: []\n', "An overlay has no `action` here."),
        (
            'overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions: [{Target: $.info, update: {}}]\n',
            "An overlay has no `Target` here.",
        ),
        (
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n",
            "This is no overlay: its root has no `overlay`.",
        ),
    ],
)
def test_one_mistake_in_the_form_is_one_message(loaded: Load, text: str, message: str) -> None:
    """A field that is misspelt is not missing, too, and a description is no overlay with ten faults."""
    run = loaded({"api.json": PETS, "fix.yaml": text}, "api.json", overlays=["fix.yaml"])
    assert [each.message for each in run.report] == [message]


def test_an_update_beside_remove(applied: Apply) -> None:
    """The specification lets `remove` win: a warning says that the update has no effect."""
    run = applied(
        {"target": "$.info.description", "update": "x", "remove": True},
        to={**PETS, "info": {**PETS["info"], "description": "d"}},
    )
    assert run.only("overlay-no-effect").message == "`update` has no effect beside `remove: true`."
    assert "description" not in run.spec.root["info"]
