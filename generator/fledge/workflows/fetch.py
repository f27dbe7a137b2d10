"""Sources that a user names by URL: whatever stands there, as texts for the loader, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

from fledge.cache import cache_folder
from fledge.config.client import UpstreamConfig, check_url
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources.files import SourceFile, content_digest
from fledge.pull.discover import discover, report_others
from fledge.pull.fetcher import Fetcher
from fledge.pull.raw_files import raw_file
from fledge.pull.survey import Survey, survey


def survey_source(url: str) -> Survey:
    """Return what stands at a URL. Raise DiagnosticError if there is no description."""
    check_url(url)
    return _survey(url, Fetcher(raw_file(url), cache=cache_folder("pull")))


def _survey(url: str, fetcher: Fetcher) -> Survey:
    """Return what stands at a URL; of several documents, that of the page's choice."""
    return survey(url, fetcher, is_site=None, choose=lambda names, default: default)


def fetch_sources(urls: Sequence[str], hosts: Sequence[str], report: DiagnosticCollector) -> list[SourceFile]:
    """The files of documents, reference pages and documentation sites. Raise DiagnosticError if one has none."""
    files: dict[str, SourceFile] = {}
    for url in urls:
        fetcher = Fetcher(raw_file(url), hosts=hosts, cache=cache_folder("pull"))
        result = _survey(url, fetcher)
        if result.is_guess:
            raise DiagnosticError(
                "upstream-empty", f"{url} names no OpenAPI document", hint=f"{result.url} is one: name it instead"
            )
        if result.others:
            report_others(url, result.url, result.others, report)
        upstream = UpstreamConfig(url=result.url, site=result.is_site)
        fetched = discover(upstream, fetcher, report, force=False, progress=lambda count, total: None)
        for path, data in fetched.files.items():
            address = fetched.urls[path]
            text = data.decode("utf-8-sig")
            is_only = len(fetched.files) == 1
            files[address] = SourceFile(
                path=address, text=text, explicit=is_only, address=address, digest=content_digest(data)
            )
    return list(files.values())
