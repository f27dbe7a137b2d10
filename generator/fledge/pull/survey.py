"""What stands at a URL that a user names: a document, a page, a documentation site, or the way to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.other_formats import format_hint, other_format
from fledge.loader.pages.catalogs import catalog_addresses, listing_addresses
from fledge.loader.pages.detect import looks_like_openapi
from fledge.loader.sources.urls import Unreachable, join_url
from fledge.pull import site_index
from fledge.pull.errors import reference_error, unreachable
from fledge.pull.fetcher import Fetched, Fetcher, FetchError, NotFound, redact_url
from fledge.pull.raw_files import raw_file
from fledge.pull.reference_page import Choose, read_reference

_LINK = re.compile(r"<([^>]*)>[^,]*;\s*rel=\"?service-desc\"?", re.IGNORECASE)
_BESIDE = ("{page}-json", "{page}/json", "{page}/openapi.json", "{page}/doc.json")
_IN_FOLDERS = ("openapi.json", "openapi.yaml", "swagger.json")
_AT_ROOT = (
    "v3/api-docs",
    "v2/api-docs",
    "swagger/v1/swagger.json",
    "openapi/v1.json",
    "api-docs",
    "api/schema/",
    "api/openapi.json",
    "schema/openapi.json",
    "q/openapi",
    "apispec_1.json",
    ".well-known/openapi.json",
)
_PROBES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What stands at a URL: the `upstream` to write, its text if it is one document, and what to say of it.

    `is_guess` says that no page names the address: Fledge tried it.
    """

    url: str
    is_site: bool = False
    text: str = ""
    title: str = ""
    message: str = ""
    others: tuple[tuple[str, str], ...] = ()
    is_guess: bool = False


def survey(address: str, fetcher: Fetcher, *, is_site: bool | None, choose: Choose) -> Survey:
    """Look at a URL. Raise DiagnosticError if there is no description, or none that can be had."""
    url = raw_file(address)
    if is_site or site_index.is_index(url):
        return Survey(url=address, is_site=bool(is_site), title=_site_title(url, fetcher))
    try:
        fetched = fetcher.get(url, html=True)
    except NotFound as error:
        result = None if is_site is False else _look_around(url, None, fetcher)
        if result is None:
            problem = f"{redact_url(url)} cannot be fetched: {error}{_tried(url)}"
            raise unreachable(url, error, problem) from None
        return result
    except FetchError as error:
        raise unreachable(url, error) from None
    if not fetched.is_html:
        is_document = looks_like_openapi(fetched.text) or any(site_index.blocks(fetched.text))
        if is_document or site_index.linked_documents(fetched.text, url):
            return Survey(url=address, text=fetched.text)
        result = _look_around(url, fetched, fetcher)
        if result is None:
            kind = other_format(fetched.text)
            what = f"{kind}, not OpenAPI" if kind else f"not an OpenAPI description, and names none{_tried(url)}"
            convert = format_hint(kind)
            convert = f"{convert[0].lower()}{convert[1:-1]}; " if kind else ""
            raise DiagnosticError(
                "upstream-empty",
                f"{redact_url(url)} is {what}",
                hint=f"{convert}name the URL of the document, or of a page that shows it; nothing was written",
            )
        return result
    page = read_reference(fetched, fetcher, choose)
    path = urlsplit(page.url).path or "/"
    if page.document is not None and page.is_embedded:
        message = f"found the document inside of {path} ({page.platform})"
        return Survey(url=page.url, text=page.document.text, message=message, others=page.others)
    if page.document is not None:
        shown = redact_url(page.document.url).removeprefix(f"{urlsplit(page.url).scheme}://{urlsplit(page.url).netloc}")
        message = f"found {shown} in {path} ({page.platform})"
        return Survey(url=page.document.url, text=page.document.text, message=message, others=page.others)
    if page.is_site and is_site is not False:
        return Survey(url=address, is_site=True, title=_site_title(url, fetcher))
    result = None if page.failures or page.is_login else _look_around(page.url, fetched, fetcher)
    if result is None:
        raise reference_error(page, _tried(page.url))
    return result


def _site_title(url: str, fetcher: Fetcher) -> str:
    """The title of a documentation site, from its index."""
    candidates = [url] if site_index.is_index(url) else site_index.candidates(url)
    for candidate in candidates:
        fetched = _try(candidate, fetcher)
        if fetched is not None:
            match = re.search(r"^# +(.+?)\s*$", fetched.text, re.MULTILINE)
            return match[1] if match else ""
    return ""


def _look_around(url: str, page: Fetched | None, fetcher: Fetcher) -> Survey | None:
    """What the host says of its descriptions by conventions, and then what often has one; a probe is a guess."""
    for candidate in _named(url, page, fetcher):
        fetched = _try(candidate, fetcher)
        if fetched is not None and looks_like_openapi(fetched.text):
            return Survey(url=candidate, text=fetched.text, message=f"found {redact_url(candidate)}")
    for candidate in site_index.candidates(url):
        if candidate.endswith("llms.txt") and (fetched := _try(candidate, fetcher)) is not None:
            index = site_index.read_index(fetched.text, candidate)
            if index.pages or index.documents:
                title = re.search(r"^# +(.+?)\s*$", fetched.text, re.MULTILINE)
                message = f"found a documentation site by {redact_url(candidate)}"
                return Survey(url=url, is_site=True, title=title[1] if title else "", message=message)
    for candidate in _probes(url):
        fetched = _try(candidate, fetcher)
        if fetched is not None and looks_like_openapi(fetched.text):
            message = f"found {redact_url(candidate)}, which no page names"
            return Survey(url=candidate, text=fetched.text, message=message, is_guess=True)
    return None


def _named(url: str, page: Fetched | None, fetcher: Fetcher) -> Iterator[str]:
    """The addresses that a header (RFC 8631), a catalog (RFC 9727) or `apis.json` names."""
    links = page.headers.get("link", "") if page else ""
    yield from (join_url(url, match[1]) for match in _LINK.finditer(links))
    for path, addresses in (("/.well-known/api-catalog", catalog_addresses), ("/apis.json", listing_addresses)):
        fetched = _try(join_url(url, path), fetcher)
        yield from (join_url(url, address) for address in (addresses(fetched.text) if fetched else ()))


def _probes(url: str) -> list[str]:
    """The addresses that often have a description: beside the page, in its folders, at the root."""
    parts = urlsplit(url)
    root = parts._replace(path="/", query="", fragment="").geturl()
    page = parts._replace(query="", fragment="").geturl().rstrip("/")
    beside = [each.format(page=page) for each in _BESIDE] if parts.path.strip("/") else []
    steps = [step for step in parts.path.split("/") if step]
    folders = ["/".join(["", *steps[:count], ""]) for count in range(len(steps), -1, -1)][:4]
    inside = [
        parts._replace(path=f"{folder}{name}", query="", fragment="").geturl()
        for folder in folders
        for name in _IN_FOLDERS
    ]
    return list(dict.fromkeys([*beside, *inside, *(f"{root}{name}" for name in _AT_ROOT)]))[:_PROBES]


def _tried(url: str) -> str:
    """The clause of a message that says where no description is, either."""
    paths = [urlsplit(probe).path for probe in _probes(url)]
    return f"; nor is one at {', '.join(paths[:3])} or {len(paths) - 3} other addresses that often have one"


def _try(url: str, fetcher: Fetcher) -> Fetched | None:
    """The text at a URL, or None; a host that is dead is not asked again and again."""
    if not url:
        return None
    try:
        return fetcher.get(url, retries=False)
    except Unreachable as error:
        raise unreachable(url, error) from None
    except FetchError:
        return None
