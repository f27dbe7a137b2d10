"""Pages of several APIs, and of several ages: what is kept apart, what holds, and what is chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load

from .conftest import Load, api, operation, page

REFERS = {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}


def described(title: str, version: str, kind: str, path: str = "/a") -> dict[str, Any]:
    """A description with a schema `Pet` of a kind, which one operation returns."""
    return api(
        info={"title": title, "version": version},
        paths={path: {"get": operation(responses=REFERS)}},
        components={"schemas": {"Pet": {"type": kind}}},
    )


def dated(description: Any, date: str = "", key: str = "lastmod") -> str:
    """A page of GitBook with a date in its front matter."""
    return (f"---\nurl: https://x.example\n{key}: {date}\n---\n" if date else "") + page("A", description)


def mintlify(description: Any, file: str) -> str:
    """A page of Mintlify that was made from a file."""
    return f"# A\n\n## OpenAPI\n\n````yaml {file} get /a\n{json.dumps(description)}\n````\n"


def test_the_newest_version_holds(loaded: Load) -> None:
    """One page of version 1.10 stands against two of 1.9, and the others are told to be old."""
    old = [described("P", "1.9", "string", path) for path in ("/a", "/b")]
    run = loaded({"a.json": old[0], "b.json": old[1], "c.json": described("P", "1.10", "integer", "/c")})
    assert run.spec.at("/components/schemas/Pet") == {"type": "integer"}
    assert run.spec.root["info"]["version"] == "1.10"
    assert run.codes == ["component-outdated"]
    assert run.report.sources[run.only("component-outdated").source.source].path in ("a.json", "b.json")


@pytest.mark.parametrize("spelt", ["1.0", "v1", "1.0.0", "9" * 5000])
def test_versions_that_do_not_tell(loaded: Load, spelt: str) -> None:
    """The same version in another spelling is no newer, and neither is a number that no version has."""
    for one, other in (("1", spelt), (spelt, "1")):
        first, second = described("P", one, "string", "/a"), described("P", other, "integer", "/b")
        assert loaded({"a.json": first, "b.json": second}).codes == ["component-conflict"]


@pytest.mark.parametrize("key", ["lastmod", "updatedAt", "retrieved_at"])
def test_the_newest_page_holds(loaded: Load, key: str) -> None:
    """Where versions are the same, the dates of pages tell which one is newer."""
    files = {
        "a.md": dated(described("P", "1", "string", "/a"), "2026-01-02T00:00:00Z", key),
        "b.md": dated(described("P", "1", "string", "/b"), "2026-01-03T00:00:00Z", key),
        "c.md": dated(described("P", "1", "integer", "/c"), "2026-01-10T00:00:00Z", key),
    }
    run = loaded(files)
    assert run.spec.at("/components/schemas/Pet") == {"type": "integer"}
    assert run.codes == ["component-outdated"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2026-01-02T01:00:00+09:00", "2026-01-01T23:00:00Z"),
        ("2026-01-01T09:00:00Z", "2026-01-01T09:00:00.5Z"),
        ("2026-01-01T09:00", "2026-01-01 10:00"),
        ("'2026-01-01'", "2026-01-02T00:00:00Z"),
    ],
)
def test_dates_of_pages_are_times(loaded: Load, older: str, newer: str) -> None:
    """Dates compare by what they mean, not by how they are written."""
    first = dated(described("P", "1", "string", "/a"), older)
    second = dated(described("P", "1", "integer", "/b"), newer)
    for files in ({"a.md": first, "b.md": second}, {"b.md": first, "a.md": second}):
        run = loaded(files)
        assert run.spec.at("/components/schemas/Pet") == {"type": "integer"}
        assert run.codes == ["component-outdated"]


@pytest.mark.parametrize("date", ["2026-01-01", "2026-01-99"])
def test_dates_that_do_not_tell(loaded: Load, date: str) -> None:
    """A day is no older than a time of that day, and a day that no calendar has tells nothing."""
    first = dated(described("P", "1", "string", "/a"), date)
    run = loaded({"a.md": first, "b.md": dated(described("P", "1", "integer", "/b"), "2026-01-01T10:00:00Z")})
    assert run.codes == ["component-conflict"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_pages_mean_nothing(loaded: Load, end: str) -> None:
    """Dates and files are read from pages with the line ends of Windows as well."""
    dates = {
        "a.md": dated(described("P", "1", "string", "/a"), "2026-01-01").replace("\n", end),
        "b.md": dated(described("P", "1", "integer", "/b"), "2026-01-02").replace("\n", end),
    }
    assert loaded(dates).codes == ["component-outdated"]
    files = {
        "a.md": mintlify(described("P", "1", "string", "/a"), "one.yaml").replace("\n", end),
        "b.md": mintlify(described("P", "1", "integer", "/b"), "two.yaml").replace("\n", end),
    }
    run = loaded(files)
    assert run.codes == [] and [*run.spec.at("/components/schemas")] == ["one.Pet", "two.Pet"]


def test_the_file_of_a_block_in_a_quote_or_list(loaded: Load) -> None:
    """The line of a fence names its file wherever the fence stands."""
    one = mintlify(described("P", "1", "string", "/a"), "one.yaml").replace("````", "- ````", 1)
    two = mintlify(described("P", "1", "integer", "/b"), "two.yaml").replace("````", "  ````")
    run = loaded({"a.md": one, "b.md": two})
    assert [*run.spec.at("/components/schemas")] == ["one.Pet", "two.Pet"]


def test_what_only_some_pages_say_tells_nothing(loaded: Load) -> None:
    """A date that one page lacks, or a version that is none, decides nothing: it is a conflict, and it is told."""
    run = loaded(
        {
            "a.md": dated(described("P", "1", "string", "/a")),
            "b.md": dated(described("P", "1", "string", "/b"), "2026-01-01"),
            "c.md": dated(described("P", "1", "integer", "/c"), "2026-01-10"),
        }
    )
    assert run.spec.at("/components/schemas/Pet") == {"type": "string"}
    assert run.codes == ["component-conflict"]


def test_an_older_page_keeps_its_own_operation(loaded: Load) -> None:
    """What only an old page describes is still there."""
    run = loaded({"a.json": described("P", "1", "string", "/a"), "b.json": described("P", "2", "string", "/b")})
    assert list(run.spec.root["paths"]) == ["/a", "/b"]


def test_a_whole_document_goes_before_its_pages(loaded: Load) -> None:
    """Of one version, the document by itself is more than a page of it, whatever it is called."""
    files = {
        "openapi.json": described("P", "1", "integer"),
        "a.md": mintlify(described("P", "1", "string"), "api/openapi.json"),
        "b.md": mintlify(described("P", "1", "string"), "api/openapi.json"),
    }
    run = loaded(files)
    assert run.spec.at("/components/schemas/Pet") == {"type": "integer"}
    assert run.codes == ["component-outdated"]


def test_what_apis_call_alike_is_kept_apart(loaded: Load) -> None:
    """Schemas and security schemes that differ between APIs get names of their APIs, and so does what refers to them."""
    ones, twos = described("One API", "1", "string", "/one"), described("Two", "1", "integer", "/two")
    for description, name in ((ones, "X-One"), (twos, "X-Two")):
        schemas = description["components"]["schemas"]
        schemas["Same"] = {"type": "boolean"}
        schemas["Holder"] = {"properties": {"pet": {"$ref": "#/components/schemas/Pet"}}}
        schemas["Kind"] = {
            "oneOf": [{"$ref": "#/components/schemas/Holder"}],
            "discriminator": {"propertyName": "k", "mapping": {"h": "Holder", "p": "#/components/schemas/Pet"}},
        }
        description["components"]["securitySchemes"] = {"key": {"type": "apiKey", "in": "header", "name": name}}
        description["security"] = [{"key": []}]
    run = loaded({"a.json": ones, "b.json": twos})
    assert run.codes == ["title-conflict"]
    spec = run.spec
    schemas = spec.at("/components/schemas")
    assert list(schemas) == [
        "One.Pet", "Same", "One.Holder", "One.Kind", "Two.Pet", "Two.Holder", "Two.Kind",
    ]  # fmt: skip
    assert schemas["Two.Holder"]["properties"]["pet"] == {"$ref": "#/components/schemas/Two.Pet"}
    assert schemas["Two.Kind"]["discriminator"]["mapping"] == {
        "h": "#/components/schemas/Two.Holder",
        "p": "#/components/schemas/Two.Pet",
    }
    assert spec.at("/paths/~1one/get/security") == [{"One.key": []}]
    content = spec.at("/paths/~1two/get/responses/200/content/application~1json/schema")
    assert content == {"$ref": "#/components/schemas/Two.Pet"}
    assert spec.source_of("/components/schemas/Two.Pet/type").source == "b.json"
    assert spec.source_of("/components/schemas/Two.Pet/type").pointer == "/components/schemas/Pet/type"


def test_versions_of_different_apis_do_not_compare(loaded: Load) -> None:
    """An operation that two APIs have is a conflict, whatever their versions are."""
    one, two = described("One", "1", "string"), described("Two", "9", "string")
    two["paths"]["/a"]["get"]["parameters"] = [{"name": "q", "in": "query", "schema": {"type": "string"}}]
    codes = loaded({"a.json": one, "b.json": two}).codes
    assert codes == ["sources-merged", "title-conflict", "operation-conflict"]


def test_pages_are_grouped_by_the_file_that_they_were_made_from(loaded: Load) -> None:
    """Mintlify names the file of each page: equal titles do not make one API of two files."""
    files = {
        "a.md": mintlify(described("P", "1", "string", "/a"), "/clob.yaml"),
        "b.md": mintlify(described("P", "1", "integer", "/b"), "gamma.yaml"),
        "c.md": mintlify(described("P", "1", "string", "/c"), "clob.yaml"),
    }
    run = loaded(files)
    assert sorted(run.spec.at("/components/schemas")) == ["clob.Pet", "gamma.Pet"]
    assert run.codes == []


def test_pages_without_a_name_are_of_the_only_api(loaded: Load) -> None:
    """Apidog leaves the title empty, and older pages of Fern give that of the page: neither is an API of its own."""
    fern = "# Get\n\n## OpenAPI Specification\n\n```yaml\n{}\n```\n"
    files = {
        "a.json": described("P", "1", "string", "/a"),
        "b.md": fern.format(json.dumps(described("", "1.0.0", "string", "/b"))),
        "c.md": fern.format(json.dumps(described("Get a pet", "endpoint_pets.get", "string", "/c"))),
    }
    run = loaded(files)
    assert run.codes == [] and run.spec.root["info"]["title"] == "P"
    assert list(run.spec.at("/components/schemas")) == ["Pet"]


def test_one_api_of_several_is_chosen(tmp_path: Path) -> None:
    """`api` names the wanted ones, by title or by the pages' file; one that is not there is an error with a list."""
    (tmp_path / "a.md").write_text(page("A", described("One", "1", "string", "/one")))
    (tmp_path / "b.md").write_text(mintlify(described("Two", "1", "integer", "/two"), "/sub/two.yaml"))

    def paths(*apis: str) -> list[str]:
        report = DiagnosticCollector()
        spec = load(["."], report, base=tmp_path, apis=apis)
        assert spec is not None
        assert [each.code for each in report] == []
        return list(spec.root["paths"])

    assert paths("One") == ["/one"]
    assert paths("Two") == paths("two.yaml") == paths("sub/two.yaml") == ["/two"]
    assert paths("One", "Two") == ["/one", "/two"]
    report = DiagnosticCollector()
    assert load(["."], report, base=tmp_path, apis=["Tow"]) is None
    (diagnostic,) = report
    assert diagnostic.code == "api-unknown" and diagnostic.hint == "Name one of these: 'One', 'Two'."


def test_an_export_of_all_pages(loaded: Load) -> None:
    """`llms-full.txt` in a folder is read as the pages that it holds; so is any other text."""
    text = page("A", described("P", "1", "string", "/a")) + page("B", described("P", "1", "string", "/b"))
    run = loaded({"llms-full.txt": text, "notes.txt": page("C", described("P", "1", "string", "/c"))})
    assert list(run.spec.root["paths"]) == ["/a", "/b", "/c"]


def test_no_security_of_a_page(loaded: Load) -> None:
    """Mintlify writes `security: []` where the description has none: it does not say that nothing is sent."""
    one = {**described("P", "1", "string"), "security": []}
    assert "security" not in loaded({"a.md": mintlify(one, "a.yaml")}).spec.at("/paths/~1a/get")
