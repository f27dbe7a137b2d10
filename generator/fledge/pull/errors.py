"""Why an upstream cannot be fetched, or gives nothing, and what to do."""

from __future__ import annotations

from urllib.parse import urlsplit

from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources.http import UNTRUSTED
from fledge.pull.fetcher import FetchError, HostNotAllowed, NotFound, redact_url
from fledge.pull.reference_page import ReferencePage

MISSING_PART = "Tell the site's owner; what needs the file is any value."
"""What to do about a file that another one refers to, and that its host does not have."""


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


def unreachable(url: str, error: FetchError, problem: str = "") -> DiagnosticError:
    """The error about a URL that cannot be fetched; `problem` is how it is told of a URL that a page names."""
    hint = "check the address and the network, and try again; nothing was written"
    if str(error).startswith(UNTRUSTED):
        hint = "if you trust it, name the file of its authority: SSL_CERT_FILE=ca.pem; nothing was written"
    if isinstance(error, NotFound):
        hint = "check the address; nothing was written"
    if isinstance(error, HostNotAllowed):
        hint = f'use that address itself, or if it belongs to the API, name its host beside `upstream`: hosts = ["{error.host}"]; '
        hint += "nothing was written"
    if "may need `headers`" in str(error):
        hint = 'name them in `upstream`: headers = { Authorization = "Bearer env:TOKEN" }, or init --header; '
        hint += "nothing was written"
    if str(error) == "it is an HTML page":
        hint = 'if this is a documentation site, write upstream = { site = "URL" }, or init --site; nothing was written'
    problem = problem or f"{redact_url(url)} cannot be fetched: {error}"
    return DiagnosticError("upstream-unreachable", problem, hint=hint)
