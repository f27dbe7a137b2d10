"""Pages of API references as an upstream: each viewer, and what is said where there is no document."""

from __future__ import annotations

import json
import socket
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from fledge.pull import fetcher
from fledge.pull.indent import indent_json
from tests.cli.conftest import Project
from tests.pull.conftest import Pull, names
from tests.pull.documents import document, gitbook, index
from tests.pull.reference_pages import CASE_NAMES, HTML_TYPE, served
from tests.pull.server import Answer, Site


@pytest.mark.parametrize("name", CASE_NAMES or [""])
def test_each_sample_page(pull: Pull, site: Site, specs: Path, name: str) -> None:
    """The page is an upstream: the document that it shows first is pulled, and the others are named."""
    if not name:
        pytest.skip("there are no sample pages")
    url, expected = served(site, name)
    outcome = pull(f'"{url}"')
    if not expected["documents"]:
        assert outcome.code == 2 and "error[upstream-empty]" in outcome.err
        return
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 1 operation from 1 document into specs/boats: 1 file added\n")
    (file,) = names(specs)
    assert "/boats" in (specs / file).read_text()
    assert len(site.asked) <= 16
    assert ("documents; Fledge uses" in outcome.err) == (
        len(
            [
                each
                for each in expected["documents"]
                if not str(each.get("url")).endswith(("agent.json", "yaml?download"))
            ]
        )
        > 1
    )


BUNDLE = (
    '(()=>{var e=r(1);e.jsx(x,{specUrl:"/spec/boats.json"}),fetch("/i18n/en.json"),"https://cdn.example/api.json"})()'
)
SHELL = '<!doctype html><div id=root></div><script src="/main.abc.js"></script>'


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ('<meta http-equiv="refresh" content="0; url=\'/v2/\'">', {"/v2/": "VIEWER"}),
        ('<iframe src="https://tags.example/x"></iframe><iframe src="inner.html"></iframe>', {"/inner.html": "VIEWER"}),
        ("<script>window.location.replace('/v2/')</script>", {"/v2/": "VIEWER"}),
        ("<script>location.href = location.origin + '/v2/'</script>", {"/v2/": "VIEWER"}),
        (
            "<script>location.href = '/v2'</script>",
            {"/v2": '<!doctype html><iframe src="/v3"></iframe>', "/v3": "VIEWER"},
        ),
        (SHELL, {"/main.abc.js": BUNDLE}),
        ("<script>fetch('spec/boats.json').then(r => r.json()).then(spec => SwaggerUIBundle({spec}))</script>", {}),
        ("<script>SwaggerUIBundle({url: new URL('spec/boats.json', document.baseURI).toString()})</script>", {}),
    ],
)
def test_what_a_page_shows_in_its_place(pull: Pull, site: Site, specs: Path, page: str, files: dict[str, str]) -> None:
    """A page that leads on to another, or a program that names the document, is followed without running it."""
    site.put("/docs", f"<!doctype html><title>x</title>{page}", headers=HTML_TYPE)
    site.put("/spec/boats.json", document("/boats"))
    for path, text in files.items():
        kind = {"Content-Type": "text/javascript"} if path.endswith(".js") else HTML_TYPE
        site.put(path, text.replace("VIEWER", viewer("/spec/boats.json")), headers=kind)
    outcome = pull('"URL/docs"')
    assert outcome.code == 0, outcome.err
    assert "/boats" in (specs / "boats.json").read_text()


def test_pages_that_lead_nowhere(pull: Pull, site: Site) -> None:
    """Pages that lead to each other end; a script's address that is no description is not blamed."""
    site.put("/docs", "<!doctype html><script>location = '/b'; x('/data.json')</script>", headers=HTML_TYPE)
    site.put("/b", "<!doctype html><script>location = '/docs'</script>", headers=HTML_TYPE)
    site.put("/data.json", {"a": 1})
    outcome = pull('"URL/docs"')
    assert outcome.code == 2 and "there is no OpenAPI document in" in outcome.err and "data.json" not in outcome.err
    assert len(site.asked) < 16


def test_pages_without_end(pull: Pull, site: Site) -> None:
    """Each page shows three others: all together cause no more requests than one."""
    site.missing = Answer(headers=HTML_TYPE)
    site.missing.body = "<!doctype html>" + "".join(f'<iframe src="{name}/"></iframe>' for name in "abc")
    assert pull('"URL/docs"').code == 2
    assert len(site.asked) <= 17


def test_other_character_sets_and_compressions(pull: Pull, site: Site, specs: Path) -> None:
    """What a response or a page declares is read; what is stored is UTF-8."""
    site.answers["/docs"] = Answer(body=f"<!doctype html><p>\u00e9{viewer('/a.yaml')}".encode("latin-1"))
    site.answers["/docs"].headers["Content-Type"] = "text/html; charset=ISO-8859-1"
    text = json.dumps(document("/boats", title="Caf\u00e9"), ensure_ascii=False)
    site.answers["/a.yaml"] = Answer(body=text.encode("cp1252"), headers={"Content-Type": "text/yaml; charset=cp1252"})
    assert pull('"URL/docs"').code == 0
    assert "Caf\u00e9" in (specs / "a.yaml").read_text(encoding="utf-8")
    site.answers["/a.yaml"] = Answer(body=zlib.compress(text.encode()), headers={"Content-Encoding": "deflate"})
    assert pull('"URL/docs"').code == 0
    site.answers["/a.yaml"] = Answer(body=b"x", headers={"Content-Encoding": "br"})
    assert "the server compresses it by `br`" in pull('"URL/docs"').err


def viewer(address: str) -> str:
    """A page of Redoc."""
    return f'<!DOCTYPE html><html><redoc spec-url="{address}"></redoc></html>'


@pytest.mark.parametrize(
    ("page", "text", "help"),
    [
        (viewer("/secret.json"), "/docs names URL/secret.json, and the server responds 401", "init --header"),
        (
            viewer("https://cdn.example/x.yaml"),
            "/docs names https://cdn.example/x.yaml, and its host is not",
            'hosts = ["cdn.example"]',
        ),
        (viewer("http://169.254.169.254/x"), "its host is not allowed", "hosts ="),
        (viewer("/other.html"), "it is an HTML page", "site"),
        (viewer("/notes.json"), "it is not an OpenAPI description", ""),
        ("<!doctype html><title>Sign in</title><form><input type='password'></form>", "is a login page", "--header"),
        (
            "<!doctype html><title>x</title><div id=root></div>",
            "there is no OpenAPI document in URL/docs",
            "network panel",
        ),
    ],
)
def test_pages_without_a_document(pull: Pull, site: Site, page: str, text: str, help: str) -> None:
    """The message says what the page names and why it cannot be had; nothing is written, and nothing else asked."""
    site.put("/docs", page, headers=HTML_TYPE)
    site.put("/secret.json", document("/a"), status=401)
    site.put("/other.html", "<!doctype html><p>x", headers=HTML_TYPE)
    site.put("/notes.json", {"a": 1})
    outcome = pull('"URL/docs"')
    assert outcome.code == 2
    assert text.replace("URL", site.url) in outcome.err and help in outcome.err


def test_credentials_stay_with_their_origin(pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headers go to the page's origin; a document on an allowed other host gets none."""
    from tests.pull.server import serve

    other, server = serve()
    try:
        monkeypatch.setenv("TOKEN", "s3cret")
        host = other.url.removeprefix("http://")
        site.put("/docs", viewer(f"{other.url}/openapi.json"), headers=HTML_TYPE)
        other.put("/openapi.json", document("/a"))
        upstream = '{ url = "URL/docs", headers = { Authorization = "Bearer env:TOKEN" } }'
        outcome = pull(upstream, more=f'hosts = ["{host}"]\n')
        assert outcome.code == 0, outcome.err
        assert site.asked[0][1]["Authorization"] == "Bearer s3cret"
        assert all("Authorization" not in headers for _, headers, _ in other.asked) and other.asked
    finally:
        server.shutdown()
        server.server_close()


def test_a_page_of_a_documentation_site(pull: Pull, site: Site, specs: Path) -> None:
    """The page of a hosted site is that site."""
    site.put("/docs", '<!doctype html><meta name="generator" content="GitBook (1)"><p>Boats', headers=HTML_TYPE)
    site.put("/llms.txt", index("/docs/boats.md"))
    site.put("/docs/boats.md", gitbook("/boats"))
    outcome = pull('"URL/docs"')
    assert outcome.code == 0, outcome.err
    assert names(specs) == ["docs/boats.md"]


def test_basic_authentication(pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name and a password are encoded by Fledge (RFC 7617, 2)."""
    monkeypatch.setenv("NAME", "Aladdin")
    monkeypatch.setenv("PASSWORD", "open sesame")
    site.put("/openapi.json", document("/a"))
    outcome = pull('{ url = "URL/openapi.json", headers = { Authorization = "Basic env:NAME:env:PASSWORD" } }')
    assert outcome.code == 0, outcome.err
    assert site.asked[0][1]["Authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="


def test_a_dead_site(pull: Pull, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for a host that refuses connections, or that has no address."""
    monkeypatch.setattr(fetcher, "_WAITS", (1.0, 4.0))
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    start = time.perf_counter()
    outcome = pull(f'"http://127.0.0.1:{port}/openapi.json"')
    assert outcome.code == 2 and "refuses the connection" in outcome.err
    assert "no such host" in pull('"http://nowhere.invalid/openapi.json"').err
    assert time.perf_counter() - start < 4


def test_minified_documents_are_indented(pull: Pull, site: Site, specs: Path) -> None:
    """A document on one line is stored so that a change of it is a change of a line; an option turns it off."""
    text = json.dumps(document("/a"), separators=(",", ":"))
    site.put("/openapi.json", text)
    assert pull('"URL/openapi.json"').code == 0
    stored = (specs / "openapi.json").read_text()
    assert json.loads(stored) == document("/a") and stored.count("\n") > 20
    assert [*json.loads(stored)] == [*document("/a")]
    assert pull('"URL/openapi.json"').out.endswith("nothing changed\n")
    assert pull('{ url = "URL/openapi.json", indent = false }').code == 0
    assert (specs / "openapi.json").read_text() == text


@pytest.mark.parametrize(
    "value",
    ['{"a":1.10,"b":[],"c":{},"d":[1e5,{"e":"x, {y}: \\"z\\""}]}', '{"a":1,"a":2}', '{"v":1.0,"s":"\\u00e9/\\/"}'],
)
def test_indenting_changes_no_token(value: str) -> None:
    """Numbers keep their spelling, repeated keys stay, and what is no JSON stays as it is."""
    long = value[:-1] + ',"z":"' + "x" * 300 + '"}'
    indented = indent_json(long.encode()).decode()
    pairs: list[Any] = []
    json.loads(indented, object_pairs_hook=pairs.append, parse_float=str)
    before: list[Any] = []
    json.loads(long, object_pairs_hook=before.append, parse_float=str)
    assert pairs == before and indented.count("\n") > 3
    assert indent_json(b"{broken" + b"x" * 300) == b"{broken" + b"x" * 300
    assert indent_json(b"openapi: 3.1.0\n") == b"openapi: 3.1.0\n"


def test_parts_by_absolute_address(pull: Pull, site: Site, project: Project, specs: Path) -> None:
    """Files on the document's host are pulled, however it spells their addresses, and are found again on disk."""
    boats = document(
        "/a", Absolute={"$ref": f"{site.url}/v1/shared/boat.yaml"}, Rooted={"$ref": "/v1/shared/dock.json#/Dock"}
    )
    boats["components"]["schemas"]["Boat"]["properties"] |= {
        "one": {"$ref": f"{site.url}/v1/shared/boat.yaml"},
        "two": {"$ref": "/v1/shared/dock.json#/Dock"},
    }
    site.put("/v1/openapi.json", boats)
    site.put("/v1/shared/boat.yaml", "type: object\nproperties:\n  dock: {$ref: dock.json#/Dock}\n")
    site.put("/v1/shared/dock.json", {"Dock": {"type": "object", "properties": {"name": {"type": "string"}}}})
    outcome = pull('"URL/v1/openapi.json"')
    assert outcome.code == 0, outcome.err
    assert names(specs) == ["openapi.json", "shared/boat.yaml", "shared/dock.json"]
    site.answers.clear()
    generated = project.run("generate")
    assert generated.code == 0, generated.err
    model = (project.folder / "generated" / "boats" / "models" / "boat.py").read_text()
    assert "one: Absolute | None" in model and "two: Rooted | None" in model


def test_servers_are_resolved_against_the_url(pull: Pull, site: Site, project: Project) -> None:
    """A relative server, or none, means the place that the document was pulled from; a page's own place is not the API."""
    for servers, url in (([{"url": "../api"}], "/v2/api"), ([], "")):
        site.put("/v2/docs/openapi.json", {**document("/a"), "servers": servers})
        assert pull('"URL/v2/docs/openapi.json"', source="specs/boats.json").code == 0
        assert project.run("generate").code == 0
        client = (project.folder / "generated" / "boats" / "_client.py").read_text()
        assert f'"{site.url}{url}"' in client or f'"{site.url}{url}/"' in client


def test_pages_that_contradict_each_other(pull: Pull, site: Site) -> None:
    """Pages that disagree on the wire are reported by the pull, at their places in the folder."""
    other = gitbook("/b").replace('{"name":{"type":"string"}}', '{"name":{"type":"integer"}}')
    site.put("/llms.txt", index("/a.md", "/b.md"))
    site.put("/a.md", gitbook("/a"))
    site.put("/b.md", other)
    outcome = pull('{ site = "URL" }')
    assert outcome.code == 0, outcome.err
    assert "warning[component-conflict]" in outcome.err and "specs/boats/a.md:" in outcome.err
