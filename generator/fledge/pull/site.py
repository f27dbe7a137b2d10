"""Fetch the documents and pages of a documentation site.

Full documents in an index come first; pages are used for the operations that these do not cover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.loader.merge.grouping import source_file_of
from fledge.loader.pages.detect import looks_like_openapi
from fledge.loader.pages.platform import Confidence
from fledge.loader.sources.urls import join_url
from fledge.pull import site_index
from fledge.pull.errors import MISSING_PART, unreachable
from fledge.pull.fetcher import Fetched, Fetcher, FetchError, HostNotAllowed, NotFound, redact_url
from fledge.pull.parts import PartError, fetch_parts
from fledge.pull.upstream_files import UpstreamFiles

Progress = Callable[[int, int], None]

_SHOWN = 5
"""How many addresses a message names."""

_KINDS = ("pages", "documents")


class Site:
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
        self.texts: dict[str, str] = {}
        """What of the documents and pages is OpenAPI, by URL."""

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
        self._parts(base)
        return self._checked(base)

    def _checked(self, base: str) -> UpstreamFiles:
        if not self.upstream_files.files:
            hint = "GitBook, ReadMe, Mintlify, Fern and Apidog put one on each page; otherwise name a document's URL"
            if self.others:
                hosts = ", ".join(f'"{host}"' for host in [*self.others][:_SHOWN])
                hint = f"it lists pages of other hosts; if they belong to the API, allow them: hosts = [{hosts}]"
            problem = f"{redact_url(base)} lists {pluralize(self.upstream_files.visited, 'page')}, but none has an OpenAPI description"
            if self.upstream_files.failed and not self.upstream_files.visited:
                url, why = next(iter(self.upstream_files.failed.items()))
                count = pluralize(len(self.upstream_files.failed), "page")
                problem = f"{redact_url(base)} lists {count}, but none can be fetched; {redact_url(url)}: {why}"
            raise DiagnosticError("upstream-empty", problem, hint=hint)
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
        reasons: dict[str, NotFound] = {}
        for url in candidates:
            try:
                fetched = self.fetcher.get(url)
                return fetched.url, fetched.text
            except NotFound as error:
                reasons[url] = error
            except FetchError as error:
                raise unreachable(url, error) from None
        raise DiagnosticError(
            "upstream-unreachable",
            f"the site has no index; {redact_url(candidates[0])}: {reasons[candidates[0]]}",
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
        every = {kind: site_index.distinct(url for one in indexes for url in getattr(one, kind)) for kind in _KINDS}
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
                self._add_document(url, fetched)
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
        stray: dict[str, Fetched] = {}
        for url, page in texts.items():
            of = [source_file_of(page.text, block.start) for block in site_index.blocks(page.text)]
            if any(file not in covered or not file for file in of):
                self._page(url, page, base)
            elif not of and any(site_index.stray_blocks(page.text)):
                stray[url] = page
            elif not of:
                self.upstream_files.without_openapi.append(url)
                for document in site_index.linked_documents(page.text, page.url):
                    if document not in self.upstream_files.urls.values() and (fetched := self._document(document)):
                        self._add_document(document, fetched)
        self._stray(stray, texts, base, is_covered=bool(covered))

    def _stray(self, stray: dict[str, Fetched], texts: dict[str, Fetched], base: str, *, is_covered: bool) -> None:
        """Add the pages with a description at no platform's place, unless the site has its descriptions elsewhere.

        Where documents or a platform's headings leave no doubt, a guide shows an example.
        """
        every = [block for page in texts.values() for block in site_index.blocks(page.text)]
        if not is_covered and not any(block.confidence is Confidence.SURE for block in every):
            for url, page in stray.items():
                self._page(url, page, base)
            return
        self.upstream_files.without_openapi += stray
        if stray:
            named = ", ".join(redact_url(url) for url in [*stray][:_SHOWN])
            self.report.warning(
                "page-block-ignored",
                f"{pluralize(len(stray), 'page')} of {redact_url(base)} may show an example, as the site has its OpenAPI "
                f"at another place; Fledge skips {'it' if len(stray) == 1 else 'them'}: {named}"
                f"{', …' if len(stray) > _SHOWN else ''}.",
                hint="If one describes the API, name its address as an upstream of its own.",
            )

    def _page(self, url: str, page: Fetched, base: str) -> None:
        """Add a page, and remember its blocks."""
        self.upstream_files.add(page, url, base)
        self.upstream_files.pages += 1
        every = [*site_index.blocks(page.text), *site_index.stray_blocks(page.text)]
        self.texts[page.url] = "\n".join(page.text[block.start : block.end] for block in every)

    def _add_document(self, url: str, fetched: Fetched) -> None:
        self.upstream_files.add(fetched, url, url)
        self.texts[fetched.url] = fetched.text

    def _parts(self, base: str) -> None:
        """Add the files that the documents and pages refer to; tell of those that cannot be had."""

        def tell(error: PartError) -> None:
            self.report.warning(
                "upstream-page",
                f"{redact_url(error.referrer)} refers to {redact_url(error.url)}, and {error}.",
                hint=MISSING_PART,
            )

        for url, part in fetch_parts(self.texts, self.fetcher, self.progress, tell).items():
            if url not in self.upstream_files.urls.values():
                self.upstream_files.add(part, url, base)

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
