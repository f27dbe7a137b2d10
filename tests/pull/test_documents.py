"""Pulling one document: what is fetched, what is sent, and what is refused."""

from __future__ import annotations

import gzip
import json
import os
import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.loader.sources import http
from fledge.pull import fetcher
from fledge.pull.raw_files import raw_file
from tests.cli.conftest import Project
from tests.pull.conftest import Pull, names
from tests.pull.documents import document, gitbook
from tests.pull.server import HTML, NOT_FOUND, Answer, Site, serve

API = '"URL/openapi.json"'


def test_a_document_is_fetched(pull: Pull, site: Site, project: Project) -> None:
    """A URL becomes the file that `source` names, byte for byte; a second pull asks whether it changed."""
    site.put("/openapi.json", document("/boats", "/boats/new"))
    first = pull(API, source="specs/boats.json")
    assert first.code == 0, first.err
    assert first.out == "pulled 2 operations from 1 document into specs/boats.json: 1 file added\n"
    found = (project.folder / "specs" / "boats.json").read_text()
    assert found == site.answer("/openapi.json").body
    assert site.statuses() == [200]
    assert pull(API, source="specs/boats.json").out.endswith("nothing changed\n")
    assert site.statuses() == [304]
    site.put("/openapi.json", document("/boats", "/boats/old"))
    assert pull(API, source="specs/boats.json").out == (
        "pulled 2 operations from 1 document into specs/boats.json: 1 file changed\n"
        "  major: breaks callers (1 breaking change, 1 compatible change)\n"
        "    client.boats.new.get: the operation was removed\n"
        "  + GET /boats/old\n"
        "  - GET /boats/new\n"
    )


def test_a_server_that_compresses(pull: Pull, site: Site, project: Project) -> None:
    """Some storage sends what it holds compressed, whether or not one asks for that; a broken one is refused."""
    body = gzip.compress(json.dumps(document("/boats")).encode())
    headers = {"Content-Encoding": "gzip"}
    for wrong in (body[:-20], b"boats", gzip.compress(bytes(http.LIMIT + 1))):
        site.answers["/openapi.json"] = Answer(body=wrong, headers=headers)
        outcome = pull(API, source="specs/boats.json")
        assert outcome.code == 2 and "cannot be fetched: it" in outcome.err
    site.answers["/openapi.json"] = Answer(body=body, headers=headers)
    assert pull(API, source="specs/boats.json").code == 0
    assert json.loads((project.folder / "specs" / "boats.json").read_text()) == document("/boats")


def test_a_304_that_nobody_asked_for(pull: Pull, site: Site) -> None:
    """Where nothing is kept, an answer that nothing changed is no description."""
    site.answers["/openapi.json"] = Answer(status=304)
    outcome = pull(API, source="specs/boats.json")
    assert outcome.code == 2 and "the server responds 304" in outcome.err


def test_a_local_edit_is_replaced_though_the_server_says_304(pull: Pull, site: Site, project: Project) -> None:
    """What is in place is what upstream has, also where the server only says that nothing changed."""
    site.put("/openapi.json", document("/boats"))
    pull(API, source="specs/boats.json")
    path = project.folder / "specs" / "boats.json"
    path.write_text(json.dumps(document("/edited")))
    assert "1 file changed" in pull(API, source="specs/boats.json").out
    assert path.read_text() == site.answer("/openapi.json").body
    assert site.statuses() == [200, 304]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(body=HTML), "it is an HTML page"),
        (Answer(body=f"<!-- cached -->\n{HTML.lower()}"), "it is an HTML page"),
        (Answer(body="<?xml version='1.0'?><Error>denied</Error>"), "cannot read it"),
        (Answer(body=NOT_FOUND), "Page Not Found"),
        (Answer(body=" \n"), "it is empty"),
        (Answer(status=404), "responds 404"),
        (Answer(status=403), "responds 403, so that it may need `headers`"),
        (Answer(status=503), "responds 503"),
        (Answer(body='{"openapi": "3.1.0", "paths": {'), "cannot read it"),
        (Answer(body='{"message": "rate limited"}'), "cannot read it"),
        (Answer(body="Boats are out.\n"), "cannot read it"),
        (Answer(body=json.dumps(document())), "it has 0 operations, and there were 3"),
        (Answer(body=json.dumps(document("/a"))), "it has 1 operation, and there were 3"),
        (Answer(body=json.dumps(document("/a")), cut=True), "the response breaks off after"),
        (Answer(status=302, headers={"Location": "/openapi.json"}), "redirects too often"),
        (Answer(status=302, headers={"Location": "http://localhost:1/x"}), 'hosts = ["localhost:1"]'),
        (Answer(status=302, headers={"Location": "http://localhost:1/x?key=hidden"}), "http://localhost:1/x?key=…"),
    ],
)
@pytest.mark.parametrize("source", ["specs/boats", "specs/boats.json"])
def test_what_is_worse_is_not_written(
    pull: Pull, site: Site, project: Project, answer: Answer, reason: str, source: str
) -> None:
    """Whatever the server answers instead of a description, the one in place stays; the exit code is 2."""
    site.put("/openapi.json", document("/a", "/b", "/c"))
    assert pull(API, source=source).code == 0
    before = {path: path.read_bytes() for path in (project.folder / "specs").rglob("*") if path.is_file()}
    site.answers["/openapi.json"] = answer
    outcome = pull(API, source=source)
    assert outcome.code == 2 and outcome.out == ""
    assert reason in outcome.err and "hidden" not in outcome.err
    assert "nothing was written" in outcome.err
    assert before == {path: path.read_bytes() for path in (project.folder / "specs").rglob("*") if path.is_file()}


def test_a_description_that_lost_a_part(pull: Pull, site: Site, project: Project) -> None:
    """More references to nothing than before are a reason to keep the current file; as many are none."""
    hole = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Lost"}}}}
    whole, broken = document("/a"), document("/a")
    broken["paths"]["/a"]["get"]["requestBody"] = hole
    site.put("/openapi.json", whole)
    assert pull(API).code == 0
    site.put("/openapi.json", broken)
    outcome = pull(API)
    assert outcome.code == 2 and "1 reference in it to nothing, and there were 0" in outcome.err
    assert outcome.err.count("[reference-unresolved]") == 1
    assert pull(API, "--force").code == 0
    broken["info"]["title"] = "Other"
    site.put("/openapi.json", broken)
    assert pull(API).code == 0


def test_force_accepts_worse_files(pull: Pull, site: Site, project: Project) -> None:
    """With --force, a description that lost its operations is taken, with a warning."""
    site.put("/openapi.json", document("/a", "/b", "/c"))
    pull(API)
    site.put("/openapi.json", document("/a"))
    outcome = pull(API, "--force")
    assert outcome.code == 0 and "warning[upstream-degraded]" in outcome.err
    assert (project.folder / "specs/boats/openapi.json").read_text() == site.answer("/openapi.json").body


def test_busy_servers_are_asked_again(pull: Pull, site: Site) -> None:
    """After 429, 503 or an answer that breaks off, it is asked again, at most twice."""
    text = json.dumps(document("/a"))
    busy = [Answer(status=429, headers={"Retry-After": "0"}, times=1), Answer(body=text, cut=True, times=1)]
    site.answers["/openapi.json"] = [*busy, Answer(body=text)]
    assert pull(API).code == 0
    assert site.statuses() == [429, 200, 200]


def test_headers_from_the_environment(
    pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch, project: Project
) -> None:
    """Headers are sent to the host, and to no other; what they hold is never printed."""
    upstream = '{ url = "URL/openapi.json", headers = { Authorization = "Bearer env:BOATS_TOKEN" } }'
    monkeypatch.delenv("BOATS_TOKEN", raising=False)
    missing = pull(upstream)
    assert missing.code == 2 and "the environment variable BOATS_TOKEN is not set" in missing.err
    monkeypatch.setenv("BOATS_TOKEN", "s3cret\r\nX-Evil: 1")
    assert "not one line of text" in pull(upstream).err
    monkeypatch.setenv("BOATS_TOKEN", "s3cret")
    site.answers["/openapi.json"] = Answer(status=302, headers={"Location": "/moved.json"})
    site.answers["/moved.json"] = Answer(
        status=302, headers={"Location": site.url.replace("127.0.0.1", "localhost") + "/away.json"}
    )
    site.put("/away.json", document("/a"))
    outcome = pull(upstream, more='hosts = ["localhost"]')
    assert outcome.code == 0, outcome.err
    assert [(path, headers.get("Authorization")) for path, headers, _ in site.asked] == [
        ("/openapi.json", "Bearer s3cret"),
        ("/moved.json", "Bearer s3cret"),
        ("/away.json", None),
    ]
    assert "s3cret" not in outcome.out + outcome.err
    kept = Path(os.environ["XDG_CACHE_HOME"])
    assert not any(b"s3cret" in path.read_bytes() for path in kept.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("page", "raw"),
    [
        ("https://github.com/o/r/blob/main/a/b.yaml", "https://raw.githubusercontent.com/o/r/main/a/b.yaml"),
        ("https://gitlab.example/g/s/r/-/blob/v1/b.json", "https://gitlab.example/g/s/r/-/raw/v1/b.json"),
        ("https://codeberg.org/o/r/src/branch/main/b.json", "https://codeberg.org/o/r/raw/branch/main/b.json"),
        ("https://example.com/blob/b.json", "https://example.com/blob/b.json"),
    ],
)
def test_a_file_of_a_repository(page: str, raw: str) -> None:
    """The address that a browser shows for a file in a repository is taken for that of the file."""
    assert raw_file(page) == raw


def test_headers_of_a_repository(pull: Pull, specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a browser shows on one host is asked for, with the headers, from the host that has the file."""
    asked: list[tuple[str, Any]] = []

    def ask(url: str, hosts: object, *, headers: object, secrets: object) -> Any:
        asked.append((url, secrets))
        return http.HttpResponse(url=url, status=200, data=json.dumps(document("/a")).encode())

    monkeypatch.setattr(fetcher, "request", ask)
    table = '{ url = "https://github.com/o/r/blob/main/b.json", headers = { Authorization = "token t" } }'
    assert pull(table).code == 0
    assert asked == [("https://raw.githubusercontent.com/o/r/main/b.json", {"Authorization": "token t"})]
    assert names(specs) == ["b.json"]


def test_a_document_of_several_files(pull: Pull, site: Site, specs: Path) -> None:
    """What a document refers to beside it or below comes with it, under the same names."""
    whole = document("/boats")
    del whole["components"]["schemas"]["Boat"]
    text = json.dumps(whole).replace("#/components/schemas/Boat", "schemas/boat.json")
    site.put("/api/openapi.json", text)
    site.put("/api/schemas/boat.json", {"type": "object", "properties": {"sail": {"$ref": "sail.json#/a"}}})
    site.put("/api/schemas/sail.json", {"a": {"type": "string"}})
    outcome = pull('"URL/api/openapi.json"')
    assert outcome.code == 0, outcome.err
    assert names(specs) == ["openapi.json", "schemas/boat.json", "schemas/sail.json"]
    file = pull('"URL/api/openapi.json"', source="specs/one.json")
    assert file.code == 2 and "let `source` name a folder" in file.err


def test_a_part_that_is_gone(pull: Pull, site: Site, specs: Path) -> None:
    """One dead reference costs a warning and not the client; a part that was there is not given up for it."""
    site.put("/api/openapi.json", document("/boats", Sail={"$ref": "sail.json"}, Mast={"$ref": "mast.json"}))
    site.put("/api/sail.json", {"type": "object"})
    outcome = pull('"URL/api/openapi.json"')
    assert outcome.code == 0, outcome.err
    assert f"{site.url}/api/openapi.json refers to {site.url}/api/mast.json, and the server responds 404" in outcome.err
    assert names(specs) == ["openapi.json", "sail.json"]
    del site.answers["/api/sail.json"]
    outcome = pull('"URL/api/openapi.json"')
    assert outcome.code == 2 and "error[upstream-degraded]" in outcome.err, outcome.err
    assert names(specs) == ["openapi.json", "sail.json"]


def test_a_part_of_a_busy_server(pull: Pull, site: Site, specs: Path) -> None:
    """A part that may come next time is an error, and nothing is written."""
    site.put("/api/openapi.json", document("/boats", Sail={"$ref": "sail.json"}))
    site.answers["/api/sail.json"] = Answer(status=403)
    outcome = pull('"URL/api/openapi.json"')
    assert outcome.code == 2 and "error[upstream-unreachable]" in outcome.err, outcome.err
    assert not specs.exists()


@pytest.mark.parametrize(
    ("location", "problem"), [("file:///etc/passwd", "to no URL of the web"), ("/a.json", "too often")]
)
def test_redirects_that_lead_nowhere(pull: Pull, site: Site, location: str, problem: str) -> None:
    """A redirect in a circle, and one to a file of this machine, are told apart."""
    site.answers["/a.json"] = Answer(status=302, headers={"Location": location})
    outcome = pull('"URL/a.json"')
    assert outcome.code == 2 and f"it redirects {problem}" in outcome.err, outcome.err


def test_a_certificate_that_is_not_trusted(pull: Pull, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says so in words, and what it names as the remedy is one."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    secure, server = serve()
    server.socket = context.wrap_socket(server.socket, server_side=True)
    secure.put("/a.json", document("/boats"))
    upstream = f'"https://localhost:{server.server_port}/a.json"'
    outcome = pull(upstream)
    assert outcome.code == 2 and "its certificate is not trusted: " in outcome.err, outcome.err
    assert "SSL_CERT_FILE" in outcome.err and "_ssl.c" not in outcome.err
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    outcome = pull(upstream)
    server.shutdown()
    server.server_close()
    assert outcome.code == 0, outcome.err


def test_parts_above_the_document(pull: Pull, site: Site, specs: Path, project: Project) -> None:
    """The folder begins where all parts are below it, so that references lead where they led; nothing is outside."""
    whole = document(
        "/boats", Sail={"$ref": "../../common/the%20sail.json"}, Mast={"$ref": "%2e%2e/%2e%2e/%2e%2e/mast.json"}
    )
    site.put("/api/v1/eu/openapi.json", whole)
    site.put("/api/common/the%20sail.json", {"type": "object", "properties": {"of": {"$ref": "../v1/eu/x.yaml#/a"}}})
    site.put("/api/v1/eu/x.yaml", "a:\n  $ref: ../../common/text.json\n")
    site.put("/api/common/text.json", {"type": "string"})
    site.put("/api/v1/eu/%2e%2e/%2e%2e/%2e%2e/mast.json", {"type": "object"})
    outcome = pull('"URL/api/v1/eu/openapi.json"')
    assert outcome.code == 0, outcome.err
    found = ["common/text.json", "common/the sail.json", "v1/eu/mast.json", "v1/eu/openapi.json", "v1/eu/x.yaml"]
    assert names(specs) == found
    assert [path for path in project.folder.rglob("mast.json")] == [specs / "v1/eu/mast.json"]
    report = DiagnosticCollector()
    spec = load(["specs/boats"], report, base=project.folder)
    assert spec is not None and spec.resolve("/components/schemas/Sail")[1]["type"] == "object", [*report]


def test_parts_of_what_redirects(pull: Pull, site: Site, specs: Path) -> None:
    """Parts are beside the document where a redirect led to."""
    site.answers["/latest"] = Answer(status=302, headers={"Location": "/v3/openapi.yaml"})
    site.put("/v3/openapi.yaml", document("/boats", Sail={"$ref": "../sail.json"}))
    site.put("/sail.json", {"type": "object"})
    outcome = pull('"URL/latest"')
    assert outcome.code == 0, outcome.err
    assert names(specs) == ["sail.json", "v3/openapi.yaml"]


def test_a_page_that_names_its_document(pull: Pull, site: Site, specs: Path) -> None:
    """A page of GitBook's own sources stands for the document that it names."""
    site.put("/docs/a.md", '# A\n\n{% openapi src="../api/boats.json" path="/a" method="get" %}\n{% endopenapi %}\n')
    site.put("/api/boats.json", document("/a"))
    assert pull('"URL/docs/a.md"').code == 0
    assert names(specs) == ["boats.json"]


@pytest.mark.parametrize(
    ("path", "name", "text"),
    [
        ("/v3/api-docs", "api-docs.json", json.dumps(document("/a"))),
        (
            "/api?format=openapi",
            "api.yaml",
            "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n",
        ),
        ("/a.mdx", "a.mdx", gitbook("/a")),
    ],
)
def test_addresses_without_a_suffix(pull: Pull, site: Site, specs: Path, path: str, name: str, text: str) -> None:
    """A file gets the suffix of what is in it where its address has none, so that it is read; types are not trusted."""
    site.put(path, text, headers={"Content-Type": "text/html"})
    outcome = pull(f'"URL{path}"')
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 1 operation") and names(specs) == [name]


def test_a_page_is_an_upstream(pull: Pull, site: Site, specs: Path) -> None:
    """The address of a page gives that page."""
    site.put("/boats.md", gitbook("/a", "/b"))
    assert pull('"URL/boats.md"').out.startswith("pulled 2 operations from 1 page into specs/boats: 1 file added")
    assert names(specs) == ["boats.md"]


def test_what_nobody_pulled_stays(pull: Pull, site: Site, specs: Path) -> None:
    """Only what a pull put there is removed again; other files of the folder stay, and are named."""
    site.put("/a.json", document("/a"))
    pull('"URL/a.json"')
    (specs / "notes").mkdir()
    (specs / "notes" / "mine.yaml").write_text("mine: 1\n")
    site.put("/b.json", document("/a"))
    outcome = pull('"URL/b.json"')
    assert "1 file added, 1 file removed" in outcome.out and "kept: notes/mine.yaml" in outcome.out
    assert names(specs) == ["b.json", "notes/mine.yaml"]


def test_no_upstream_is_an_error(project: Project) -> None:
    """Without an upstream there is nothing to pull, and the message shows how one is written."""
    for arguments in ((), ("pets",)):
        outcome = project.run("pull", *arguments)
        assert outcome.code == 2 and "upstream-missing" in outcome.err and 'upstream = "https' in outcome.err


def test_pull_prints_json(pull: Pull, site: Site) -> None:
    """`--format json` says what was written, and how many operations there were and are."""
    site.put("/openapi.json", document("/a", "/b"))
    assert pull(API).code == 0
    site.put("/openapi.json", document("/a", "/b", "/c"))
    (client,) = pull(API, "--format", "json").json["clients"]
    assert client["files"] == [{"path": "openapi.json", "change": "changed"}]
    assert (client["operations_before"], client["operations"], client["written"]) == (2, 3, True)


@pytest.mark.parametrize(
    ("upstream", "source", "message"),
    [
        ("3", "specs/a", "`upstream` must be a URL"),
        ('"ftp://x"', "specs/a", "`upstream` must be a URL"),
        ('"https://me:secret@x/a"', "specs/a", "has no password"),
        ("{}", "specs/a", "must have one of `url` and `site`"),
        ('{ url = "https://x", sight = "https://x" }', "specs/a", "did you mean `site`?"),
        ('{ url = "https://x", headers = "X" }', "specs/a", "`headers` must be a table"),
        ('"https://x/a.json"', "specs/*.json", "`source` must be one file or folder"),
    ],
)
def test_an_invalid_upstream_is_an_error(pull: Pull, upstream: str, source: str, message: str) -> None:
    """What cannot be an upstream is told at its place."""
    outcome = pull(upstream, source=source)
    assert outcome.code == 2 and message in outcome.err and "pyproject.toml:" in outcome.err


def test_clients_that_share_a_folder(site: Site, project: Project) -> None:
    """One folder is pulled once, whoever uses it; two upstreams for it are a mistake."""
    site.put("/a.json", document("/a"))
    client = '[tool.fledge.clients.{}]\nsource = "specs/x"\noutput = "generated"\nupstream = "{}"\n'
    path = project.folder / "pyproject.toml"
    path.write_text(client.format("one", f"{site.url}/a.json") + client.format("two", f"{site.url}/a.json"))
    outcome = project.run("pull")
    assert outcome.code == 0 and "two: specs/x is pulled already, for one" in outcome.out
    assert site.paths() == ["/a.json"]
    path.write_text(client.format("one", f"{site.url}/a.json") + client.format("two", f"{site.url}/b.json"))
    assert "have the same `source` and another `upstream`" in project.run("pull").err
