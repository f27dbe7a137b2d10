"""Fetch the files of an upstream: one document, or the documents and pages of a documentation site.

Full documents in an index come first; pages are used for the operations that these do not cover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from fledge.config.client import UpstreamConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.loader.merge.grouping import source_file_of
from fledge.loader.pages.detect import looks_like_openapi
from fledge.loader.sources.http import join_url
from fledge.pull import site_index
from fledge.pull.fetcher import Fetched, Fetcher, FetchError, HostNotAllowed, NotFound, redact_url
from fledge.pull.parts import PartError, fetch_parts
from fledge.pull.raw_files import raw_file
from fledge.pull.reference_page import ReferencePage, read_reference

Progress = Callable[[int, int], None]

_SHOWN = 5
"""How many addresses a message names."""


@dataclass(slots=True, kw_only=True)
class UpstreamFiles:
    """The files of an upstream by path, the URL of each, and what else the upstream has."""

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    urls: dict[str, str] = field(default_factory=dict[str, str])
    pages: int = 0
    """How many of the files are pages."""

    visited: int = 0
    """How many pages were fetched."""

    page: ReferencePage | None = None
    """The page of a reference that led to the document."""

    listed: int | None = None
    """How many operations the site lists; None if it has no list."""

    without_openapi: list[str] = field(default_factory=list[str])
    """URLs of pages without a description."""

    failed: dict[str, str] = field(default_factory=dict[str, str])
    """URLs that the site lists and that cannot be used, and why."""

    def add(self, fetched: Fetched, url: str, base: str, path: str = "") -> None:
        """Add a file under the path of its URL below the folder of `base`, or another path."""
        path = path or site_index.path_of(url, base, _suffix(fetched), list(self.files))
        self.files[path] = fetched.data
        self.urls[path] = url


def _suffix(fetched: Fetched) -> str:
    """The suffix of a file whose name has none."""
    return ".md" if any(site_index.blocks(fetched.text)) else ".json" if fetched.text.lstrip()[:1] == "{" else ".yaml"


def discover(
    upstream: UpstreamConfig, fetcher: Fetcher, report: DiagnosticCollector, *, force: bool, progress: Progress
) -> UpstreamFiles:
    """Fetch the files of an upstream. Raise DiagnosticError if it cannot be fetched or has no description."""
    if upstream.site or site_index.is_index(upstream.url):
        return _Site(upstream.url, fetcher, report, force, progress).gather()
    url = raw_file(upstream.url)
    upstream_files = UpstreamFiles()
    fetched = _fetch_one(url, fetcher)
    if fetched.is_html:
        page = upstream_files.page = read_reference(fetched, fetcher)
        if page.document is None and page.is_site:
            return _Site(url, fetcher, report, force, progress).gather()
        if page.document is None:
            raise reference_error(page)
        if page.others:
            used = page.chosen or redact_url(page.document.url)
            report_others(page.url, used, page.others, report)
        fetched, url = page.document, page.document.url
        if page.is_embedded:
            upstream_files.add(fetched, url, url, path=f"{site_index.path_of(url, url, '', [])}.json")
            return upstream_files
    if not any(site_index.blocks(fetched.text)) and (documents := site_index.linked_documents(fetched.text, url)):
        for document in dict.fromkeys(documents):
            upstream_files.add(_fetch_one(document, fetcher), document, document)
        return upstream_files
    if not urlsplit(url).path.lower().endswith((".json", ".yaml", ".yml")) and any(site_index.blocks(fetched.text)):
        upstream_files.add(fetched, url, url)
        upstream_files.pages = upstream_files.visited = 1
        return upstream_files
    try:
        parts = fetch_parts(fetched, fetcher, progress)
    except PartError as error:
        raise unreachable(error.url, error.error) from None
    if parts:
        base = site_index.above([fetched.url, *parts])
        for address, part in {fetched.url: fetched, **parts}.items():
            path = site_index.part_path(address, base, _suffix(part))
            upstream_files.files[path], upstream_files.urls[path] = part.data, address
    else:
        upstream_files.add(fetched, url, url)
    return upstream_files


def report_others(page: str, used: str, others: Sequence[tuple[str, str]], report: DiagnosticCollector) -> None:
    """Name the documents of a page that are not fetched, each a URL and a title: they are never merged."""
    named = ", ".join(f"{url or 'inside of the page'}{f' ({title})' if title else ''}" for url, title in others)
    report.note(
        "upstream-choice",
        f"{redact_url(page)} shows {len(others) + 1} documents; Fledge uses {used}. The others: {named}.",
        hint="To use another one, name its URL.",
    )


def reference_error(page: ReferencePage, tried: str = "") -> DiagnosticError:
    """Why the page of a reference leads to no document, and what to do; `tried` says where else none is."""
    path = urlsplit(page.url).path or "/"
    if page.failures:
        address, error = page.failures[-1]
        return unreachable(address, error, f"{path} names {redact_url(address)}, and {error}")
    if page.is_login:
        hint = 'if a header logs you in, send it: headers = { Authorization = "Bearer env:TOKEN" }, or init --header'
        return DiagnosticError("upstream-unreachable", f"{redact_url(page.url)} is a login page", hint=hint)
    if page.sample:
        problem = f"the Swagger UI at {redact_url(page.url)} shows the Petstore sample that ships with it"
        return DiagnosticError(
            "upstream-empty", problem, hint="name the URL of the API's own document; nothing was written"
        )
    return DiagnosticError(
        "upstream-empty",
        f"there is no OpenAPI document in {redact_url(page.url)}: it is an HTML page{tried}",
        hint='the browser\'s network panel may show a .json or .yaml that begins with "openapi": use its URL; Fledge '
        'runs no script of a page. If this is a documentation site, write upstream = { site = "URL" }, or init --site; nothing was written',
    )


def _fetch_one(url: str, fetcher: Fetcher) -> Fetched:
    try:
        return fetcher.get(url, html=True)
    except FetchError as error:
        raise unreachable(url, error) from None


class _Site:
    """Discovers the files of one documentation site."""

    def __init__(
        self, url: str, fetcher: Fetcher, report: DiagnosticCollector, force: bool, progress: Progress
    ) -> None:
        self.url = url
        self.fetcher = fetcher
        self.report = report
        self.force = force
        self.progress = progress
        self.upstream_files = UpstreamFiles()
        self.others: dict[str, None] = {}
        """Hosts of pages in the index that are not allowed."""

    def gather(self) -> UpstreamFiles:
        base, text = self._index()
        if base.endswith("llms-full.txt"):
            self._add_full_text(base, text)
            return self._checked(base)
        index = self._with_others(site_index.read_index(text, base), base)
        page_urls = site_index.pages_below(index.pages, self.url)
        files, texts = self._files(index, base, page_urls)
        covered = self._documents(index.documents, files, base)
        if not covered or any(file not in covered for file in files):
            self._pages(texts if texts is not None else dict(self._fetch(page_urls)), covered, base)
        return self._checked(base)

    def _checked(self, base: str) -> UpstreamFiles:
        if not self.upstream_files.files:
            hint = "GitBook, ReadMe, Mintlify, Fern and Apidog put one on each page; otherwise name a document's URL"
            if self.others:
                hosts = ", ".join(f'"{host}"' for host in [*self.others][:_SHOWN])
                hint = f"it lists pages of other hosts; if they belong to the API, allow them: hosts = [{hosts}]"
            raise DiagnosticError(
                "upstream-empty",
                f"{redact_url(base)} lists {pluralize(self.upstream_files.visited, 'page')}, but none has an OpenAPI description",
                hint=hint,
            )
        if self.upstream_files.failed:
            named = [f"{redact_url(url)} ({why})" for url, why in list(self.upstream_files.failed.items())[:_SHOWN]]
            more = ", …" if len(self.upstream_files.failed) > _SHOWN else ""
            self.report.warning(
                "upstream-page",
                f"{redact_url(base)} lists {pluralize(len(self.upstream_files.failed), 'page')} that cannot be fetched: {', '.join(named)}{more}.",
                hint="Try again later; if the index is outdated, tell the site's owner.",
            )
        return self.upstream_files

    def _index(self) -> tuple[str, str]:
        """The index of the site: where it is, and its text."""
        candidates = [self.url] if site_index.is_index(self.url) else site_index.candidates(self.url)
        why = FetchError("there is none")
        for url in candidates:
            try:
                return url, self.fetcher.get(url).text
            except NotFound as error:
                why = error
            except FetchError as error:
                raise unreachable(url, error) from None
        raise DiagnosticError(
            "upstream-unreachable",
            f"the site has no index; {redact_url(candidates[0])}: {why}",
            hint=f"set `site` to the URL of an index ({', '.join(site_index.INDEXES)}), or `url` to that of a page",
        )

    def _with_others(self, index: site_index.SiteIndex, base: str) -> site_index.SiteIndex:
        """An index with the links of the indexes that it lists: a site of several projects has one for each."""
        indexes, visited = [index], [base]
        for each in indexes:
            for url in each.indexes:
                if url not in visited and self.fetcher.allows(url):
                    visited.append(url)
                    try:
                        indexes.append(site_index.read_index(self.fetcher.get(url).text, url))
                    except FetchError as error:
                        self._add_failed(url, error)
        every = {kind: tuple(dict.fromkeys(url for one in indexes for url in getattr(one, kind))) for kind in _KINDS}
        allowed = tuple(url for url in every["pages"] if self.fetcher.allows(url))
        self.others = dict.fromkeys(urlsplit(url).netloc for url in every["pages"] if url not in allowed)
        return site_index.SiteIndex(
            pages=allowed,
            documents=every["documents"],
        )

    def _files(
        self, index: site_index.SiteIndex, base: str, page_urls: Sequence[str]
    ) -> tuple[list[str], dict[str, Fetched] | None]:
        """The documents that the pages are from; and the pages, if they had to be fetched for that."""
        if not index.documents:
            return [], None
        try:
            files, count = site_index.parse_llms_full(self.fetcher.get(urljoin(base, "llms-full.txt")).text)
        except FetchError:
            files, count = [], 0
        if files:
            self.upstream_files.listed = count
        elif len(index.documents) > 1:
            texts = dict(self._fetch(page_urls))
            source_files = (
                source_file_of(page.text, block.start)
                for page in texts.values()
                for block in site_index.blocks(page.text)
            )
            return list(dict.fromkeys(file for file in source_files if file)), texts
        return files, None

    def _documents(self, urls: Sequence[str], files: Sequence[str], base: str) -> list[str]:
        """Add the full documents that the pages are from, or all if no page says; return the files that they cover."""
        chosen = [url for url in urls if any(site_index.is_of(file, url) for file in files)] or (
            [] if files else list(urls)
        )
        if len(chosen) > 1 and not files:
            self.report.warning(
                "upstream-choice",
                f"{redact_url(base)} names {len(chosen)} documents, but no page says which one it is from; Fledge uses all.",
                hint='Name one of them: upstream = "URL". They are ' + ", ".join(map(redact_url, chosen[:_SHOWN])),
            )
        covered: list[str] = []
        for url in chosen:
            fetched = self._document(url)
            if fetched is not None:
                self.upstream_files.add(fetched, url, url)
                covered += [file for file in files if site_index.is_of(file, url)] or [url]
        return covered

    def _document(self, url: str) -> Fetched | None:
        if not self.fetcher.allows(url):
            self.report.warning(
                "upstream-host",
                f"The site names the document {redact_url(url)}, on a host that is not allowed; Fledge uses the pages.",
                hint=f'To use the document, allow its host: hosts = ["{urlsplit(url).hostname}"].',
            )
            return None
        try:
            fetched = self.fetcher.get(url)
        except FetchError as error:
            self._add_failed(url, error)
            return None
        if not looks_like_openapi(fetched.text):
            self.upstream_files.failed[url] = "it is not an OpenAPI description"
            return None
        return fetched

    def _fetch(self, urls: Sequence[str]) -> Iterator[tuple[str, Fetched]]:
        for url, result in self.fetcher.all(urls, self.progress):
            if isinstance(result, FetchError):
                self._add_failed(url, result)
            else:
                yield url, result

    def _pages(self, texts: dict[str, Fetched], covered: Sequence[str], base: str) -> None:
        """Add the pages of which a part is in no full document."""
        self.upstream_files.visited += len(texts)
        for url, page in texts.items():
            of = [source_file_of(page.text, block.start) for block in site_index.blocks(page.text)]
            if any(file not in covered or not file for file in of):
                self.upstream_files.add(page, url, base)
                self.upstream_files.pages += 1
            elif not of:
                self.upstream_files.without_openapi.append(url)
                for document in site_index.linked_documents(page.text, url):
                    if document not in self.upstream_files.urls.values() and (fetched := self._document(document)):
                        self.upstream_files.add(fetched, document, document)

    def _add_full_text(self, url: str, text: str) -> None:
        """Add `llms-full.txt` and the parts that it links to as one file."""
        start, parts, visited = url, list[str](), [url]
        while True:
            part, following = site_index.next_part(text)
            parts.append(part)
            url = join_url(url, following)
            if not following or url in visited:
                break
            visited.append(url)
            try:
                text = self.fetcher.get(url).text
            except FetchError as error:
                raise unreachable(url, error) from None
        whole = "".join(parts)
        self.upstream_files.visited = len(parts)
        if any(site_index.blocks(whole)):
            self.upstream_files.files["llms-full.txt"] = whole.encode()
            self.upstream_files.urls["llms-full.txt"] = start
            self.upstream_files.pages = len(parts)

    def _add_failed(self, url: str, error: FetchError) -> None:
        """Remember a URL that cannot be fetched; raise the error if the host may only be busy."""
        if not isinstance(error, (NotFound, HostNotAllowed)) and not self.force:
            raise unreachable(url, error)
        self.upstream_files.failed[url] = str(error)


_KINDS = ("pages", "documents")


def unreachable(url: str, error: FetchError, problem: str = "") -> DiagnosticError:
    """The error about a URL that cannot be fetched; `problem` is how it is told of a URL that a page names."""
    hint = "check the address and the network, and try again; nothing was written"
    if isinstance(error, NotFound):
        hint = "check the address; nothing was written"
    if isinstance(error, HostNotAllowed):
        hint = f'if it belongs to the API, name it beside `upstream`: hosts = ["{error.host}"]; nothing was written'
        if problem:
            hint = f"use that address itself, or {hint}"
    if "may need `headers`" in str(error):
        hint = 'name them in `upstream`: headers = { Authorization = "Bearer env:TOKEN" }, or init --header; '
        hint += "nothing was written"
    if str(error) == "it is an HTML page":
        hint = 'if this is a documentation site, write upstream = { site = "URL" }, or init --site; nothing was written'
    problem = problem or f"{redact_url(url)} cannot be fetched: {error}"
    return DiagnosticError("upstream-unreachable", problem, hint=hint)
