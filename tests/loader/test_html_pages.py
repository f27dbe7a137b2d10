"""HTML pages on disk: the descriptions that they carry, and what is said of those that carry none."""

from __future__ import annotations

import html
import json
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.loader.pages.html import parse_html
from fledge.loader.pages.javascript import UNKNOWN, Script
from fledge.loader.pages.reference import html_platforms, shown_documents

from .conftest import Load, api, operation, page

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "reference-pages"
BOATS = api(
    info={"title": "Boats", "version": "1", "description": 'it\'s <b> & "q"'}, paths={"/boats": {"get": operation()}}
)
FLAT = json.dumps(BOATS)
GOOD = page("List pets", api(paths={"/pets": {"get": operation(summary="List pets")}}))


def expected() -> list[tuple[str, dict[str, Any]]]:
    """The sample pages that there are, and what stands in each."""
    folders = sorted(path for path in CASES.iterdir() if path.is_dir()) if CASES.is_dir() else []
    return [(path.name, json.loads((path / "expected.json").read_text())) for path in folders]


@pytest.mark.parametrize(("name", "content"), expected() or [("", {})])
def test_a_saved_reference_page(name: str, content: dict[str, Any]) -> None:
    """A page with its document inside is read; of any other, a warning says where its document is, or that it has none."""
    if not name:
        pytest.skip(f"there is no {CASES}")
    report = DiagnosticCollector()
    spec = load([f"{name}/page.html"], report, base=CASES)
    warnings = [each for each in report if each.code in ("page-document", "page-without-openapi")]
    if any("inline" in each for each in content["documents"]):
        assert spec is not None and spec.root["info"]["title"] == "Boats", [*report]
        assert [*spec.root["paths"]] == ["/boats"]
    else:
        assert spec is None and warnings
        named = [each for each in content["documents"] if "url" in each]
        if named and content["also_served"] == {}:
            assert any(each.code == "page-document" for each in warnings)


SAMPLES = {
    "pre": f'<!DOCTYPE html><body><h2>Get</h2><pre><code class="language-json">{html.escape(FLAT)}</code></pre>',
    "highlighted": '<html><body><pre class="highlight-source-json">'
    + html.escape(FLAT).replace(" ", " <span>", 1).replace("}", "</span>}", 1)
    + "</pre></body></html>",
    "redoc 3": f'<html><div id="redoc"></div><script type="module">const __redoc_definition = {FLAT};\nhydrate(x)</script>',
    "behind a library": '<html><div id="redoc"></div><script>'
    + "var q=/['\"]/;a(`${b}`);" * 2000
    + f"const __redoc_definition = {FLAT}; hydrate(__redoc_definition)</script>",
    "next": f'<html><script id="__NEXT_DATA__" type="application/json">{{"props": {{"spec": {FLAT}}}}}</script>',
    "parsed": "<html><script>window.data = JSON.parse(" + json.dumps(json.dumps({"a": {"spec": BOATS}})) + ")</script>",
    "scalar element": f'<html><script id="api-reference" data-configuration="{html.escape(json.dumps({"content": FLAT}))}"></script>',
    "a script of YAML": f'<html><script type="application/yaml">{yaml.safe_dump(BOATS, sort_keys=False)}</script>',
    "nuxt": f"<html><script>window.__NUXT__={{data:[{{spec:{FLAT}}}]}}</script>",
    "flight": "<html><script>self.__next_f.push([1," + json.dumps('5:["$",{"spec":' + FLAT + "}]") + "])</script>",
    "lines of a highlighter": "<html><pre><code>"
    + "".join(f"<div>{html.escape(line)}</div>" for line in yaml.safe_dump(BOATS, sort_keys=False).splitlines())
    + "</code></pre>",
    "elements attribute": f'<html><elements-api apiDescriptionDocument="{html.escape(FLAT)}"></elements-api>',
}


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_that_carry_a_description(loaded: Load, name: str) -> None:
    """Whatever a page carries its description in, it is read beside other pages."""
    run = loaded({"a.html": SAMPLES[name], "b.md": SAMPLES[name].replace("Boats", "Ships").replace("/boats", "/ships")})
    assert sorted(run.spec.root["paths"]) == ["/boats", "/ships"]
    assert not [code for code in run.codes if code.startswith(("page-", "source-"))]


def test_a_page_beside_the_document_that_it_loads(loaded: Load) -> None:
    """A saved page that loads a file beside it is read as that file, once."""
    text = '<html><redoc spec-url="openapi.json"></redoc></html>'
    assert [*loaded({"a.html": text, "openapi.json": BOATS}).spec.root["paths"]] == ["/boats"]
    assert loaded({"a.html": text, "openapi.json": BOATS}, "a.html").codes == []


def test_a_page_reads_no_file_outside(loaded: Load, tmp_path: Path) -> None:
    """A page that was pulled names neither a document nor a script of this machine."""
    (tmp_path / "secret.json").write_text(FLAT)
    (tmp_path / "secret.js").write_text(f"SwaggerUIBundle({{spec: {FLAT}}})")
    text = '<html><div id="swagger-ui"></div><script src="../secret.js"></script></html>'
    files = {"pulled/a.html": text, "pulled/b.html": '<html><redoc spec-url="../secret.json"></redoc></html>'}
    run = loaded(files, "pulled", is_pulled=True, roots=())
    assert run.result is None
    assert "is outside of the pages' folder" in run.only("page-document").message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!doctype html><title>Log in</title><input type=password>", "login page"),
        (
            f"<html><body><textarea>{html.escape(FLAT)}</textarea></body></html>",
            "HTML page has an OpenAPI description where Fledge reads none",
        ),
        (
            '<html><meta name="generator" content="Docusaurus v3.1"><p>x</p></html>',
            "an HTML page of Docusaurus v3.1 without",
        ),
        ("<html><body><h1>Guide</h1><p>About OpenAPI.</p></body></html>", "an HTML page without a description"),
        (
            '<html><div id="swagger-ui"></div><script>SwaggerUIBundle({url: "https://petstore.swagger.io/v2/swagger.json"})</script>',
            "sample",
        ),
    ],
)
def test_pages_without_a_description(loaded: Load, text: str, message: str) -> None:
    """Any other HTML is named as what it is."""
    run = loaded({"a.html": text, "zz.md": GOOD})
    assert message in run.only("page-without-openapi").message


@pytest.mark.parametrize(
    "text",
    [
        "<html><![x",
        "<html><script>" + '"\\' * 100_000 + "</script>",
        "<html><script>" + "`\\" * 100_000 + "</script>",
        "<html><script>" + '"a\\"openapi\\":' * 20_000 + "</script>",
        "<html><script>" + '{"openapi":' * 20_000 + "</script>",
        "<html><script>" + "[" * 50_000,
        "<html><script>SwaggerUIBundle(" * 2_000,
        "<html><script>a0='x';"
        + "".join(f"a{n + 1}=a{n}+a{n};" for n in range(200))
        + "SwaggerUIBundle({url: a199})</script>",
        "<html><script>" + "SwaggerUIBundle({url: 'x'});" * 20_000 + "</script>",
        "<html><script>" + "SwaggerUIBundle({" * 20_000 + "</script>",
        "<html><script>var a = b; var b = a; SwaggerUIBundle(a)</script>",
        "<html><script>SwaggerUIBundle({url: `${" + "</script>",
        '<html><base href="https://[x"><redoc spec-url="https://[y"></redoc>',
        '<html><script type="application/json">' + "[" * 100_000 + "</script>",
    ],
)
def test_hostile_pages(loaded: Load, text: str) -> None:
    """No page raises, or takes more than its share of time."""
    start = time.perf_counter()
    run = loaded({"a.html": text, "zz.md": GOOD})
    assert [*run.spec.root["paths"]] == ["/pets"]
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("f({a: 'it\\'s', b: \"\\u003D\\x41\", 'c': `x`, 1: .5})", {"a": "it's", "b": "=A", "c": "x", "1": 0.5}),
        ("const x = {a: 1}; x.b = 2; x['c'] = 3; f(x)", {"a": 1, "b": 2, "c": 3}),
        ("const x = []; x.push({a: 1}); x.push({a: 2}); f(x)", [{"a": 1}, {"a": 2}]),
        (
            "var o = {...p, get q() { return 1 }, r() {}, s: function () { return {} }, t: (a) => a, u}; var u=1; f(o)",
            {},
        ),
        (
            "const p = {a: 1}; const u = 'x'; f({...p, u, v: y => ({z: 1}), w: /[\"']/, x: null})",
            {"a": 1, "u": "x", "x": None},
        ),
        ("// f({a: 0})\n/* f({a: 0}) */ f({a: 1, /* b: 2 */}) // {", {"a": 1}),
        ("var s = 'f({a: 0})'; f({a: c || 'd', b: c ? 1 : 2, e: c && 3})", {"a": "d", "b": 2}),
        ('f(JSON.parse(\'{"a":"\\\\/x"}\'))', {"a": "/x"}),
        (
            "f({a: `${location.origin}/x`, b: window.location.host + '/y'})",
            {"a": "https://h.example/x", "b": "h.example/y"},
        ),
        ("f({a: resolve('./json'), b: new URL('x', document.baseURI).href})", {"a": "./json", "b": "x"}),
        ("window.c = {url: '/a'}; f(window.c)", {"url": "/a"}),
        (
            "for (let k in m) { t[k] = m[k]; } var t = {a: 1}; var m = {b: 2}; for (let k in m) { t[k] = m[k]; } f(t)",
            {"a": 1, "b": 2},
        ),
        ("f(" + FLAT + ")", BOATS),
        ("f({spec: " + FLAT[:-1] + ", 'x-fn': function () { return 1 }}})", {"spec": BOATS}),
        ("f(unknown)", UNKNOWN),
    ],
)
def test_values_of_scripts(script: str, value: Any) -> None:
    """Literals, names, and what changes them are read; everything else is unknown."""
    location = {"origin": "https://h.example", "host": "h.example", "href": "https://h.example/docs"}
    assert Script(script, location).calls("f")[-1][0] == value


def test_each_platform_has_a_row() -> None:
    """docs/pull.md names each viewer whose pages are read."""
    text = (Path(__file__).parents[2] / "docs" / "pull.md").read_text()
    for platform in html_platforms():
        if not platform.is_fallback:
            assert platform.name in text


def test_a_query_counts_only_where_the_page_reads_it() -> None:
    """`?url=` is the page's business, not everybody's."""
    text = '<html><div id="swagger-ui"></div><script>SwaggerUIBundle({url: "/one.json"%s})</script>'
    url = "https://h.example/docs?url=/two.json"
    assert [each.address for each in shown_documents(parse_html(text % "", url)).documents] == ["/one.json"]
    enabled = parse_html(text % ", queryConfigEnabled: true", url)
    assert [each.address for each in shown_documents(enabled).documents] == ["/two.json"]
