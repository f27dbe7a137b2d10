"""Fetch the files of an upstream: one document with its parts, a page, or a documentation site."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from fledge.config.client import UpstreamConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.pull import site_index
from fledge.pull.errors import MISSING_PART, reference_error, unreachable
from fledge.pull.fetcher import Fetched, Fetcher, FetchError, NotFound, redact_url
from fledge.pull.parts import PartError, fetch_parts
from fledge.pull.raw_files import raw_file
from fledge.pull.reference_page import read_reference
from fledge.pull.site import Progress, Site
from fledge.pull.upstream_files import UpstreamFiles, suffix_of


def discover(
    upstream: UpstreamConfig, fetcher: Fetcher, report: DiagnosticCollector, *, force: bool, progress: Progress
) -> UpstreamFiles:
    """Fetch the files of an upstream. Raise DiagnosticError if it cannot be fetched or has no description."""
    if upstream.site or site_index.is_index(upstream.url):
        return Site(upstream.url, fetcher, report, force, progress).gather()
    url = raw_file(upstream.url)
    upstream_files = UpstreamFiles()
    fetched = _fetch_one(url, fetcher)
    if fetched.is_html:
        page = upstream_files.page = read_reference(fetched, fetcher)
        if page.document is None and page.is_site:
            return Site(url, fetcher, report, force, progress).gather()
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
    text = fetched.text
    if not urlsplit(url).path.lower().endswith((".json", ".yaml", ".yml")):
        every = [*site_index.blocks(text), *site_index.stray_blocks(text)]
        upstream_files.pages = upstream_files.visited = 1 if every else 0
        text = "\n".join(text[block.start : block.end] for block in every) or text

    def report_part(error: PartError) -> None:
        problem = f"{redact_url(error.referrer)} refers to {redact_url(error.url)}, and {error}"
        if not isinstance(error.error, NotFound):  # the host may only be busy
            raise unreachable(error.url, error.error, problem)
        upstream_files.failed[error.url] = str(error)
        report.warning("upstream-page", f"{problem}.", hint=MISSING_PART)

    parts = fetch_parts({fetched.url: text}, fetcher, progress, report_part)
    if parts:
        base = site_index.above([fetched.url, *parts])
        for address, part in {fetched.url: fetched, **parts}.items():
            path = site_index.part_path(address, base, suffix_of(part), list(upstream_files.files))
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


def _fetch_one(url: str, fetcher: Fetcher) -> Fetched:
    try:
        return fetcher.get(url, html=True)
    except FetchError as error:
        raise unreachable(url, error) from None
