"""Pulling documentation sites, as each platform serves them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fledge.pull import fetcher
from tests.cli.conftest import Project
from tests.pull.conftest import Pull, names
from tests.pull.documents import document, gitbook, index, mintlify, mintlify_of_2025, readme, specification
from tests.pull.server import HTML, NOT_FOUND, Answer, Site

SITE = '{ site = "URL" }'


@pytest.mark.parametrize("page", [gitbook, readme, mintlify, mintlify_of_2025, specification])
def test_each_platform_can_be_pulled(
    pull: Pull, site: Site, specs: Path, project: Project, page: Callable[[str], str]
) -> None:
    """Of all pages that the index lists, those with a description are kept; the client is made from them."""
    site.put("/llms.txt", index(f"{site.url}/reference/a.md", "/reference/b", "/guides/start.md"))
    site.put("/reference/a.md", page("/a"))
    site.put("/reference/b.md", page("/b"))
    site.put("/guides/start.md", '# Start\n\n```json\n{"hello": 1}\n```\n')
    outcome = pull(SITE)
    assert outcome.code == 0, outcome.err
    assert outcome.out == "pulled 2 operations from 2 pages (3 pages read) into specs/boats: 2 files added\n"
    assert names(specs) == ["reference/a.md", "reference/b.md"]
    assert project.run("generate").code == 0
    assert pull(SITE).out.endswith("nothing changed\n")
    assert 200 not in site.statuses()[-4:]


def test_what_an_index_lists_beside_pages(pull: Pull, site: Site, specs: Path) -> None:
    """Files that are no pages, and the site's own start, are not asked for."""
    site.put("/llms.txt", index("/a.md", "/terms.pdf", "/", "/logo.svg", "/v1.0/b"))
    for path in ("/a.md", "/v1.0/b.md"):
        site.put(path, gitbook(path))
    outcome = pull(SITE)
    assert outcome.code == 0 and outcome.err == ""
    assert sorted(site.paths()) == ["/a.md", "/llms.txt", "/v1.0/b.md"]


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("1. [Get](/a.md)", "/a.md"),
        ("-\t[Get](/a.md)", "/a.md"),
        ("- **[Get](/a.md)**: it", "/a.md"),
        ("- `GET` [Get](/a.md), it", "/a.md"),
        ('- [Get](/a.md "Get it"): it', "/a.md"),
        ("- [Get](/a_(b).md) (it).", "/a_(b).md"),
        ("- [Get (it)]( </a b.md> )", "/a%20b.md"),
        ("- [Get](/A.MD).", "/A.MD"),
    ],
)
def test_items_of_an_index_as_people_write_them(pull: Pull, site: Site, specs: Path, item: str, asked: str) -> None:
    """A page is found in a list of any kind, with emphasis, a title, brackets or punctuation."""
    site.put("/llms.txt", f"# Boats\n\n## Docs\n\n{item}\n")
    site.put(asked, gitbook("/a"))
    outcome = pull(SITE)
    assert outcome.code == 0 and outcome.err == ""
    assert site.paths() == ["/llms.txt", asked]


def test_a_page_that_is_listed_twice(pull: Pull, site: Site, specs: Path) -> None:
    """A page is fetched once, however the index spells its address; that of the site may be spelt otherwise, too."""
    site.put("/llms.txt", index("/größen/a b.md", "/gr%C3%B6%C3%9Fen/a%20b", "/größen/a b#x", "/other.md"))
    site.put("/gr%C3%B6%C3%9Fen/a%20b.md", gitbook("/a"))
    for address in ("", "größen", "gr%C3%B6%C3%9Fen"):
        assert pull(f'{{ site = "URL/{address}" }}').code == 0
        assert site.paths().count("/gr%C3%B6%C3%9Fen/a%20b.md") == 1
        assert names(specs) == ["größen/a-b.md"]


def test_the_index_is_found(pull: Pull, site: Site, specs: Path) -> None:
    """An address within a site means what is below it; the index stands there, or above."""
    site.put("/docs/sitemap.md", index("/docs/api/a.md", "/docs/api/b/c.md", "/docs/apis.md", "/docs/other.md"))
    for path in ("/docs/api/a.md", "/docs/api/b/c.md", "/docs/apis.md", "/docs/other.md"):
        site.put(path, gitbook(path))
    assert pull('{ site = "URL/docs/api" }').code == 0
    assert names(specs) == ["api/a.md", "api/b/c.md"]
    assert pull('"URL/docs/sitemap.md"').code == 0
    assert names(specs) == ["api/a.md", "api/b/c.md", "apis.md", "other.md"]


@pytest.mark.parametrize("missing", [Answer(status=404), Answer(body=NOT_FOUND), Answer(body=HTML)])
def test_a_site_without_index_is_an_error(pull: Pull, site: Site, missing: Answer) -> None:
    """A site that says 200 for what it does not have has no index either."""
    site.missing = missing
    outcome = pull(SITE)
    assert outcome.code == 2 and "the site has no index" in outcome.err
    assert site.paths() == ["/llms.txt", "/sitemap.md", "/llms-full.txt"]


def test_a_password_that_the_site_names(pull: Pull, site: Site, specs: Path) -> None:
    """A user and a password in a link or a redirect are nobody's of the reader: they are not sent, and nothing fails."""
    address = site.url.replace("http://", "http://user:secret@")
    site.put("/llms.txt", index(f"{address}/a.md", "/b.md"))
    site.put("/a.md", gitbook("/a"))
    site.put("/b.md", "", status=302, headers={"Location": f"{address}/c.md"})
    site.put("/c.md", gitbook("/c"))
    outcome = pull(SITE)
    assert outcome.code == 0, outcome.err
    assert names(specs) == ["a.md", "b.md"]
    assert not any("secret" in f"{path} {headers}" or "Authorization" in headers for path, headers, _ in site.asked)


def test_an_index_that_is_a_login_page(pull: Pull, site: Site, specs: Path) -> None:
    """What is wrong with the index is said of its own address, not what is wrong with the last one that was tried."""
    site.put("/llms.txt", HTML)
    assert f"the site has no index; {site.url}/llms.txt: it is an HTML page" in pull(SITE).err


def test_projects_and_other_hosts(pull: Pull, site: Site, specs: Path) -> None:
    """An index of indexes is followed; what stands on other hosts is not asked for."""
    site.put("/llms.txt", index("/us/llms.txt", "http://localhost:1/evil.md", "mailto:me@boats.example"))
    site.put("/us/llms.txt", index("/us/a.md", "/llms.txt"))
    site.put("/us/a.md", readme("/a"))
    assert pull(SITE).code == 0
    assert names(specs) == ["us/a.md"]
    assert sorted(site.paths()) == ["/llms.txt", "/us/a.md", "/us/llms.txt"]


def test_translations_are_skipped(pull: Pull, site: Site, specs: Path) -> None:
    """A page that only is a translation of another is not fetched."""
    site.put("/llms.txt", index("/a.md", "/fr/a.md", "/zh-CN/a.md", "/v2/a.md"))
    for path in ("/a.md", "/v2/a.md"):
        site.put(path, gitbook(path))
    assert pull(SITE).code == 0
    assert names(specs) == ["a.md", "v2/a.md"]


SPECS = "\n## OpenAPI Specs\n\n- [openapi]({0})\n- [starter](/get-boats.json)\n- [old](/openapi copy.json)\n"


@pytest.mark.parametrize("with_list", [True, False])
def test_full_documents_come_first(pull: Pull, site: Site, specs: Path, with_list: bool) -> None:
    """The document that pages say they were made from is taken instead of them, and no stale copy of it."""
    site.put("/llms.txt", index("/a.md", "/b.md", more=SPECS.format("/openapi.json")))
    site.put("/a.md", mintlify("/a", "/openapi.json "))
    site.put("/b.md", mintlify_of_2025("/b", "openapi.json "))
    site.put("/openapi.json", document("/a", "/b", "/hidden"))
    site.put("/get-boats.json", document("/starter"))
    site.put("/openapi copy.json", document("/stale"))
    if with_list:
        site.put("/llms-full.txt", "# A\nSource: x\n\nopenapi.json get /a\nText.\n\n# B\n\n/openapi.json GET /b\n")
    outcome = pull(SITE)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 3 operations from 1 document")
    assert ("the site lists 2 operations" in outcome.out) == with_list
    assert names(specs) == ["openapi.json"]
    assert ("/a.md" in site.paths()) != with_list


def test_pages_complete_the_documents(pull: Pull, site: Site, specs: Path) -> None:
    """What pages say of another file than those that the index names is taken from the pages."""
    site.put("/llms.txt", index("/a.md", "/b.md", more=SPECS.format("/openapi.json")))
    site.put("/a.md", mintlify("/a", "openapi.json "))
    site.put("/b.md", mintlify("/b", "secret.yaml "))
    site.put("/openapi.json", document("/a"))
    site.put("/llms-full.txt", "openapi.json GET /a\nsecret.yaml GET /b\n")
    outcome = pull(SITE)
    assert outcome.out.startswith("pulled 2 operations from 1 document and 1 page (2 pages read)")
    assert names(specs) == ["b.md", "openapi.json"]


def test_a_document_that_cannot_be_had(pull: Pull, site: Site, specs: Path) -> None:
    """Where the document is gone, or on a host that nobody allowed, pages stand for it, and it is told."""
    site.put("/a.md", mintlify("/a", "openapi.json "))
    site.put("/llms-full.txt", "openapi.json GET /a\n")
    for url, message in (
        ("/openapi.json", "(the server responds 404)"),
        ("http://localhost:1/openapi.json", "hosts = "),
    ):
        site.put("/llms.txt", index("/a.md", more=SPECS.format(url)))
        outcome = pull(SITE)
        assert outcome.code == 0 and message in outcome.err
        assert names(specs) == ["a.md"]


def test_documents_that_no_page_chooses(pull: Pull, site: Site, specs: Path) -> None:
    """Several documents of which none is chosen by a page are all used, which is not silent."""
    site.put("/llms.txt", index(more="\n## OpenAPI Specs\n\n- [a](/a.json)\n- [b](/b.json)\n"))
    site.put("/a.json", document("/a"))
    site.put("/b.json", document("/b"))
    outcome = pull(SITE)
    assert "warning[upstream-choice]" in outcome.err and names(specs) == ["a.json", "b.json"]


def test_a_page_that_names_the_document(pull: Pull, site: Site, specs: Path) -> None:
    """GitBook's own sources hold no block, and name the document."""
    site.put("/llms.txt", index("/a.md"))
    block = '{% openapi-operation spec="boats" path="/a" method="get" %}\n[OpenAPI boats](/api/boats.json)\n{% endopenapi-operation %}'
    site.put("/a.md", f"# A\n\n{block}\n")
    site.put("/api/boats.json", document("/a"))
    assert pull(SITE).code == 0
    assert names(specs) == ["boats.json"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_pages_in_one_text(pull: Pull, site: Site, specs: Path, end: str) -> None:
    """`llms-full.txt` is followed to its end, where it is all there is."""
    first = gitbook("/a") + "\n\n---\n\n[Next Page](/llms-full.txt/1)\n\n"
    site.put("/llms-full.txt", first.replace("\n", end))
    site.put("/llms-full.txt/1", gitbook("/b", "/c") + "\n\n---\n\n[Next Page](/llms-full.txt/1)\n\n")
    outcome = pull(SITE)
    assert outcome.out.startswith("pulled 3 operations from 2 pages into"), outcome.err
    assert names(specs) == ["llms-full.txt"]


def test_pages_that_come_and_go(pull: Pull, site: Site, specs: Path) -> None:
    """A page that is no longer listed is removed; operations are told by name."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    for name in "abc":
        site.put(f"/{name}.md", gitbook(f"/{name}"))
    pull(SITE)
    site.put("/llms.txt", index("/b.md", "/c.md"))
    outcome = pull(SITE)
    assert "1 file added, 1 file removed\n  major: breaks callers" in outcome.out
    assert outcome.out.endswith("  + GET /c\n  - GET /a\n")
    assert names(specs) == ["b.md", "c.md"]


_HEADER = "> For the complete documentation index, see [llms.txt](/llms.txt).\n\n"


@pytest.mark.parametrize(
    "broken",
    [
        Answer(status=404),
        Answer(body=NOT_FOUND),
        Answer(body=_HEADER + NOT_FOUND),
        Answer(body=HTML),
        Answer(body=""),
        Answer(status=302, headers={"Location": "http://localhost:1/elsewhere"}),
    ],
)
def test_a_page_that_breaks(pull: Pull, site: Site, specs: Path, broken: Answer) -> None:
    """A page that is listed, in place and gone stops the pull; one that was never there is only told."""
    site.put("/llms.txt", index("/a.md", "/b.md", "/c.md"))
    for name in "ab":
        site.put(f"/{name}.md", gitbook(f"/{name}"))
    site.answers["/c.md"] = broken
    outcome = pull(SITE)
    assert outcome.code == 0 and "1 page that cannot be fetched" in outcome.err and "/c.md" in outcome.err
    before = (specs / "b.md").read_bytes()
    site.answers["/b.md"] = broken
    outcome = pull(SITE)
    assert outcome.code == 2 and "Fledge cannot fetch 1 existing page" in outcome.err
    assert (specs / "b.md").read_bytes() == before
    assert pull(SITE, "--force").code == 0 and names(specs) == ["a.md"]


def test_a_page_that_lost_its_description(pull: Pull, site: Site, specs: Path) -> None:
    """A page in place that is prose now may be a server's excuse: it stays, unless it is told to go."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    for name in "ab":
        site.put(f"/{name}.md", gitbook(f"/{name}"))
    assert pull(SITE).code == 0
    site.put("/b.md", "We are down for maintenance.\n")
    outcome = pull(SITE)
    assert outcome.code == 2 and "b.md (it has no description any more)" in outcome.err
    assert names(specs) == ["a.md", "b.md"]
    assert pull(SITE, "--force").code == 0 and names(specs) == ["a.md"]


def test_pages_of_other_hosts(pull: Pull, site: Site) -> None:
    """An index that only lists pages of another host says what to allow."""
    other = site.url.replace("127.0.0.1", "localhost")
    site.put("/llms.txt", index(f"{other}/a.md"))
    site.put("/a.md", gitbook("/a"))
    outcome = pull(SITE)
    assert outcome.code == 2 and f'hosts = ["{other.removeprefix("http://")}"]' in outcome.err
    assert pull(SITE, more='hosts = ["localhost"]').code == 0


def test_a_page_that_the_server_is_too_busy_for(pull: Pull, site: Site, specs: Path) -> None:
    """From a server that fails, nothing is concluded: the pull stops."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    site.put("/a.md", gitbook("/a"))
    site.answers["/b.md"] = Answer(status=500)
    outcome = pull(SITE)
    assert outcome.code == 2 and "/b.md cannot be fetched: the server responds 500" in outcome.err
    assert not specs.exists()


def test_too_many_pages_are_an_error(pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few connections at once, and an end to pages and bytes."""
    links = [f"/p{count}.md" for count in range(40)]
    site.put("/llms.txt", index(*links))
    for link in links:
        site.put(link, gitbook(link), pause=0.01)
    assert pull(SITE).code == 0
    assert 1 < site.most_at_once <= fetcher.MAX_CONCURRENCY
    monkeypatch.setattr(fetcher, "MAX_PAGES", 20)
    site.asked.clear()
    outcome = pull(SITE)
    assert outcome.code == 2 and "there are more than 20 pages; Fledge wrote nothing" in outcome.err
    assert site.paths() == ["/llms.txt"]  # nothing is asked for in vain
    monkeypatch.setattr(fetcher, "MAX_PAGES", 1000)
    monkeypatch.setattr(fetcher, "MAX_BYTES", 1000)
    monkeypatch.delenv("XDG_CACHE_HOME")
    site.put("/llms.txt", index(*links, title="Ships"))
    assert "upstream-limit" in pull(SITE).err


def test_a_silent_server_is_given_up(pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is silent for too long is given up, and so is one that never ends."""
    monkeypatch.setattr("fledge.loader.sources.http.request.__kwdefaults__", {**_DEFAULTS, "timeout": 0.1})
    site.put("/llms.txt", index("/a.md"))
    site.put("/a.md", gitbook("/a"), pause=0.5)
    outcome = pull(SITE)
    assert outcome.code == 2 and "timed out" in outcome.err


def test_files_are_named_after_urls(pull: Pull, site: Site, specs: Path) -> None:
    """No address of a page leads out of the folder, or to a name that some system does not have."""
    links = ["/x/%2e%2e/%2e%2e/up.md", "/A b:c.md", "/a.md", "/A.md", "/.hidden.md"]
    site.put("/llms.txt", index(*links))
    for count, link in enumerate(links):
        site.put(link.replace(" ", "%20"), gitbook(f"/{count}"))
    assert pull(SITE).code == 0
    assert names(specs) == ["A-b-c.md", "A-e70941a9.md", "a.md", "hidden.md", "x/up.md"]


def test_progress_is_shown(pull: Pull, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, pages are counted; the line is gone in the end."""
    site.put("/llms.txt", index("/a.md", "/b.md"))
    for name in "ab":
        site.put(f"/{name}.md", gitbook(f"/{name}"))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    outcome = pull(SITE)
    assert "\rboats: 1 of 2 pages" in outcome.err and outcome.err.endswith("\r\x1b[K")


def test_further_methods_are_told(pull: Pull, site: Site, specs: Path) -> None:
    """An operation of a method of its own is counted and named as others are."""
    site.put("/boats.json", {**document("/a"), "openapi": "3.2.0"})
    assert pull('"URL/boats.json"').code == 0
    more = {**document("/a"), "openapi": "3.2.0"}
    more["paths"]["/a"]["additionalOperations"] = {"COPY": {"responses": {"204": {"description": ""}}}}
    site.put("/boats.json", more)
    outcome = pull('"URL/boats.json"')
    assert "pulled 2 operations" in outcome.out and "  + COPY /a\n" in outcome.out, outcome.err


def test_the_record_of_a_pull_is_written(pull: Pull, site: Site, specs: Path) -> None:
    """The folder remembers where each file came from, sorted, and nothing that differs between machines."""
    site.put("/llms.txt", index("/b.md", "/a.md"))
    for name in "ab":
        site.put(f"/{name}.md", gitbook(f"/{name}"))
    pull(SITE)
    record = json.loads((specs / ".fledge-pull.json").read_text())
    assert record == {"files": {"a.md": f"{site.url}/a.md", "b.md": f"{site.url}/b.md"}}
    (specs / ".fledge-pull.json").write_text("<<<<<<< broken")
    assert pull(SITE).code == 0
    assert json.loads((specs / ".fledge-pull.json").read_text()) == record


_DEFAULTS = fetcher.request.__kwdefaults__ or {}
