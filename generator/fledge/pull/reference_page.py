"""The document behind the HTML page of an API reference: what the page shows, fetched and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import urlsplit

from fledge.loader.pages.detect import looks_like_openapi
from fledge.loader.pages.html import HtmlPage, parse_html, parse_json_text
from fledge.loader.pages.html_platform import LinkKind, PageDocument
from fledge.loader.pages.reference import embedded_text, is_login, shown_documents
from fledge.loader.platforms.swagger_ui import documents_of
from fledge.loader.sources.urls import join_url
from fledge.pull.fetcher import Fetched, Fetcher, FetchError, HostNotAllowed, redact_url

Choose = Callable[[Sequence[str], int], int]
"""Takes the titles of several documents and the number of the one that is shown, and returns the number of one."""

_REQUESTS = 16
"""How many requests one page may cause, with the pages that it shows in its place."""

_FORWARDS = 3
"""How many pages one page may show in its place, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """What a page shows.

    `document` is the description that was fetched: the one of the page's own address if it `is_embedded`. `chosen` and
    `others` are the documents that the page names, by URL where they have one, with their titles. `failures` are the
    addresses that cannot be used, and why. `site` says that the page is one of a documentation site.
    """

    url: str
    platform: str = ""
    document: Fetched | None = None
    is_embedded: bool = False
    chosen: str = ""
    others: tuple[tuple[str, str], ...] = ()
    failures: tuple[tuple[str, FetchError], ...] = ()
    is_site: bool = False
    is_login: bool = False
    sample: str = ""


@dataclass(slots=True)
class _Reader:
    """Reads one page. `requests` counts them, for all pages of one address."""

    page: HtmlPage
    fetcher: Fetcher
    requests: Iterator[int]
    failures: list[tuple[str, FetchError]] = field(default_factory=list[tuple[str, FetchError]])

    def fetch(self, url: str, *, html: bool = False) -> Fetched | None:
        """The text at a URL; None, with its reason among the failures, if it cannot be had."""
        if next(self.requests) > _REQUESTS:
            self.failures.append((url, FetchError("the page names too many addresses")))
            return None
        try:
            return self.fetcher.get(url, html=html)
        except FetchError as error:
            self.failures.append((url, error))
            return None

    def load_scripts(self) -> None:
        """Load the page's own scripts."""
        texts = {url: fetched.text for url in self.page.own_scripts if (fetched := self.fetch(url)) is not None}
        self.failures.clear()  # a script that is missing says nothing about the document
        self.page = self.page.with_scripts(texts)

    def resolve(self, documents: Sequence[PageDocument]) -> Iterator[PageDocument]:
        """The documents, with those that a configuration names in its place."""
        for document in documents:
            if document.kind is not LinkKind.CONFIG:
                yield document
                continue
            for url in addresses(document, self.page):
                fetched = self.fetch(url)
                config = parse_json_text(fetched.text) if fetched else None
                if config is not None:
                    yield from documents_of(config, self.page.query.get("urls.primaryName", ""))
                    break

    def document(self, document: PageDocument) -> Fetched | None:
        """The text of a document, from the first of its possible addresses that has one."""
        if document.content is not None:
            text = embedded_text(document.content)
            return Fetched(url=self.page.url, data=text.encode(), text=text)
        for url in addresses(document, self.page):
            fetched = self.fetch(url)
            if fetched is not None and looks_like_openapi(fetched.text):
                return fetched
            if document.is_guess:
                self.failures.clear()
            elif fetched is not None:
                self.failures.append((url, FetchError("it is not an OpenAPI description")))
            elif isinstance(self.failures[-1][1], HostNotAllowed):
                break
        return None


def read_reference(fetched: Fetched, fetcher: Fetcher, choose: Choose | None = None) -> ReferencePage:
    """Read a page, and fetch the document that it shows first, or the one that is chosen of several."""
    return _read(fetched, fetcher, choose, count(1), _FORWARDS)


def _read(
    fetched: Fetched, fetcher: Fetcher, choose: Choose | None, requests: Iterator[int], forwards: int
) -> ReferencePage:
    reader = _Reader(parse_html(fetched.text, fetched.url), fetcher, requests)
    shown = shown_documents(reader.page)
    if all(each.kind is LinkKind.SITE or each.is_guess for each in shown.documents):
        reader.load_scripts()
        shown = shown_documents(reader.page)
    documents = [*reader.resolve(shown.documents)]
    result = ReferencePage(
        url=fetched.url,
        platform=shown.platform,
        sample=shown.sample,
        is_login=not documents and is_login(reader.page),
        is_site=any(each.kind is LinkKind.SITE for each in documents),
    )
    documents = [each for each in documents if each.kind is not LinkKind.SITE]
    order = sorted(documents, key=lambda each: not each.is_default)
    if choose is not None and len(documents) > 1 and all(each.title for each in documents):
        first = documents[choose([each.title for each in documents], documents.index(order[0]))]
        order = [first, *(each for each in order if each is not first)]
    for document in order:
        text = reader.document(document)
        if text is not None:
            others = tuple(
                (_shown_url(each, reader.page), each.title)
                for each in documents
                if each is not document and (each.title or reader.document(each) is not None)
            )
            return replace(
                result,
                document=text,
                is_embedded=document.content is not None,
                chosen=document.title,
                others=others,
            )
    result = replace(result, failures=tuple(reader.failures))
    is_conclusive = result.is_site or result.is_login or result.sample or result.failures
    return (None if is_conclusive else _read_forwards(reader, fetcher, choose, forwards)) or result


def _read_forwards(reader: _Reader, fetcher: Fetcher, choose: Choose | None, forwards: int) -> ReferencePage | None:
    """What the pages show that a page shows in its place; None if that is nothing, either."""
    for url in reader.page.forwards[:_FORWARDS] if forwards else ():
        fetched = reader.fetch(url, html=True)
        if fetched is not None and fetched.is_html:
            page = _read(fetched, fetcher, choose, reader.requests, forwards - 1)
            if page.document or page.failures or page.is_site or page.sample:
                return page
    return None


def addresses(document: PageDocument, page: HtmlPage) -> list[str]:
    """The URLs that an address of a page may mean, the likeliest first."""
    address = document.address
    parts = urlsplit(page.url)
    root = parts._replace(path="/", query="", fragment="").geturl()
    bases = [page.base, parts._replace(path=f"{parts.path.rstrip('/')}/", query="", fragment="").geturl(), root]
    if document.page_suffix and parts.path.rstrip("/").endswith(document.page_suffix.rstrip("/")):
        path = parts.path.rstrip("/").removesuffix(document.page_suffix.rstrip("/"))
        bases.insert(0, parts._replace(path=f"{path}/", query="", fragment="").geturl())
    urls = [join_url(base, address) for base in bases]
    if address.startswith("?"):
        urls = urls[:1]
    return [url for url in dict.fromkeys(urls) if url.startswith(("http://", "https://"))]


def _shown_url(document: PageDocument, page: HtmlPage) -> str:
    urls = addresses(document, page) if document.address else []
    return redact_url(urls[0]) if urls else ""
