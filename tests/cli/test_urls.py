"""URLs on the command line: naming one is consent to fetch it, and what it leads to is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.conftest import DESCRIPTION, Project, project  # a fixture
from tests.pull.documents import document, gitbook, index
from tests.pull.server import Site, serve

HTML_TYPE = {"Content-Type": "text/html"}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a document of two files, pages that lead to it, and a page that carries one."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    site, server = serve()
    site.put("/openapi.json", {**DESCRIPTION, "servers": [{"url": "/v1"}]})
    site.put("/docs", '<!doctype html><redoc spec-url="openapi.json"></redoc>', headers=HTML_TYPE)
    site.put("/a.html", '<!doctype html><div id="swagger-ui"></div><script src="/init.js"></script>', headers=HTML_TYPE)
    site.put("/init.js", f"SwaggerUIBundle({{spec: {site.answer('/openapi.json').body!s}}})")
    site.put("/site", '<!doctype html><meta name="generator" content="Mintlify">', headers=HTML_TYPE)
    site.put("/llms.txt", index("/site/boats.md"))
    site.put("/site/boats.md", gitbook("/boats"))
    yield site
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/openapi.json", "/docs", "/a.html"])
def test_each_command_takes_a_url(project: Project, web: Site, path: str) -> None:
    """A document, the page of a viewer, and a page that carries the document."""
    url = f"{web.url}{path}"
    validated = project.run("validate", url)
    assert validated.code == 0 and "1 operation, 1 model" in validated.out, validated.err
    assert "GET /pets/{petId}" in project.run("inspect", url).out
    generated = project.run("generate", url, "--output", "out", "--package", "zoo")
    assert generated.code == 0, generated.err
    assert f'"{web.url}/v1"' in (project.folder / "out" / "zoo" / "_client.py").read_text()
    assert project.run("check", url, "--output", "out", "--package", "zoo").code == 0
    compared = project.run("diff", "specs/pets.json", url)
    assert compared.code == 0, compared.err


def test_the_title_names_the_package(project: Project, web: Site) -> None:
    """An address says where a description is, and its title what it describes."""
    url = f"{web.url}/openapi.json"
    assert "into out/pets: " in project.run("generate", url, "--output", "out").out
    assert project.run("check", url, "--output", "out").code == 0


def test_a_documentation_site(project: Project, web: Site) -> None:
    """The page of a hosted site means the site."""
    assert "GET /boats" in project.run("inspect", f"{web.url}/site").out


def test_parts_on_the_same_host(project: Project, web: Site) -> None:
    """The files that a document refers to come with it."""
    web.put("/v2/openapi.json", document("/a", Dock={"$ref": "dock.yaml"}))
    web.put("/v2/dock.yaml", "type: object\n")
    assert project.run("validate", f"{web.url}/v2/openapi.json").code == 0
    assert "/v2/dock.yaml" in web.paths()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/missing.json", "responds 404"),
        ("/guess", "/v3/api-docs is one: name it instead"),
        ("/login", "is a login page"),
    ],
)
def test_urls_without_a_document(project: Project, web: Site, path: str, text: str) -> None:
    """What cannot be read is an error that says what to do; a guess is not taken for it."""
    web.put("/login", "<!doctype html><title>Log in</title><input type=password>", headers=HTML_TYPE)
    del web.answers["/llms.txt"], web.answers["/openapi.json"]
    if path == "/guess":
        web.put("/v3/api-docs", DESCRIPTION)
        web.put("/guess", "<!doctype html><p>x", headers=HTML_TYPE)
    outcome = project.run("validate", f"{web.url}{path}")
    assert outcome.code == 2 and text in outcome.err


def test_a_document_reaches_no_other_host(project: Project, web: Site) -> None:
    """Naming a URL allows its host, and no host that its document names."""
    web.put("/openapi.json", document("/a", X={"$ref": "http://169.254.169.254/x.json"}))
    outcome = project.run("validate", f"{web.url}/openapi.json")
    assert "169.254.169.254, which is not an allowed host" in outcome.err
