"""Where the servers of a document are, when the document says so by where it is itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.server_urls import url_problem, without_query
from fledge.loader.sources.urls import host_of, is_remote, join_url
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import walk_objects

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\{")
"""A URL with a scheme; or one that begins with a variable, which may hold the scheme."""


_SCHEME = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*(?=://)")

_USER = re.compile(
    r"((?:[A-Za-z][A-Za-z0-9+.-]*:|\{[^{}]*\}:)?//)[^/?#]*@|((?:https?:?/*)?)[^/?#:@]+:[^/?#@]*@",
    re.IGNORECASE,
)
"""What stands before the host of a URL (RFC 3986, 3.2.1), also of one whose scheme is missing or misspelt."""


_NO_API = ("raw.githubusercontent.com", "github.com", "api.github.com", "gitlab.com", "codeberg.org", "bitbucket.org")
"""Hosts of files that serve no API beside them."""


def resolve_servers(tree: DocumentTree, urls: Mapping[str, str], report: DiagnosticCollector) -> None:
    """Make relative server URLs absolute where the document's address is one of the web (OpenAPI 3.1, 4.8.5).

    The address is its `$self`, or where it was fetched: `urls` are those of files that were pulled, by the names of
    their documents. Variables stay as they are. A document from the web that names no server is served by `/` (4.8.1),
    which is then a part of that address. For other files, pages and files of code hosts, all is kept as it is.
    """
    uri = tree.root.get("$self")
    itself = uri if isinstance(uri, str) and is_remote(uri) else None
    pulled = "" if tree.source.end else urls.get(tree.name, "")
    main = itself or pulled or tree.name
    is_beside_api = is_remote(main) and host_of(main) not in _NO_API
    if is_beside_api and not tree.root.get("servers"):
        tree.root["servers"] = [{"url": "/"}]
        tree.moved("/servers", tree.origin(""))
    for kind, pointer, node in walk_objects(tree.root, to="server"):
        if kind == "server":
            document = tree.origin(pointer).source
            base = main if document == tree.name else urls.get(document, document)
            if isinstance(node.get("url"), str):  # RFC 3986, 3.1: the scheme has any case
                node["url"] = _SCHEME.sub(lambda scheme: scheme[0].lower(), node["url"].strip())
            stated = without_query(str(node.get("url", "")))
            if "url" in node and node["url"] != stated:
                node["url"] = stated
                report.warning(
                    "server-url",
                    "The URL of a server cannot have a query or a fragment; Fledge leaves it out.",
                    origin=tree.origin(f"{pointer}/url"),
                    hint="Remove it; describe the parameters of a query in the operations.",
                )
            if is_remote(base) and (is_beside_api or not is_remote(main)):
                _resolve(node, base)
            if str(node.get("url", "")).startswith("//"):
                node["url"] = f"https:{node['url']}"
                report.warning(
                    "server-url",
                    "The URL of a server has no scheme; Fledge takes it as one of https.",
                    origin=tree.origin(f"{pointer}/url"),
                    hint="Write the scheme.",
                )
            if _USER.match(str(node.get("url", ""))):
                node["url"] = _USER.sub(r"\1\2", str(node["url"]), count=1)
                report.warning(
                    "server-user",
                    "The URL of a server holds a user or a password; Fledge leaves them out.",
                    origin=tree.origin(f"{pointer}/url"),
                    hint="Take them out of the description: a client gets its credentials from arguments.",
                )
            if problem := url_problem(stated, node):
                report.warning("server-url", problem[0], origin=tree.origin(f"{pointer}/url"), hint=problem[1])
            elif "url" in node and not pointer.startswith("/servers/") and not _ABSOLUTE.match(str(node["url"])):
                report.warning(
                    "server-url",
                    f"The URL `{node['url']}` of this server is relative to where the description is published, which "
                    "Fledge does not know.",
                    origin=tree.origin(f"{pointer}/url"),
                    hint="Write the whole URL; until then, pass `base_url` to the calls of its operations.",
                )


def _resolve(server: dict[str, JSON], base: str) -> None:
    url = server.get("url")
    if isinstance(url, str) and not _ABSOLUTE.match(url):
        server["url"] = join_url(base, url) or url
