"""Where the servers of a document are, when the document says so by where it is itself."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from generator.loader.draft import Draft
from generator.loader.grammar import walk
from generator.loader.remote import is_remote
from generator.loader.spec import JSON

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\{")
"""A URL with a scheme; or one that begins with a variable, which may hold the scheme."""


def resolve_servers(draft: Draft) -> None:
    """Make relative server URLs absolute where the document's address is one of the web (OpenAPI 3.1, 4.8.5).

    The address is where it was fetched, or its `$self`. Variables stay as they are. A document from the web that names
    no server is served by `/` (4.8.1), which is then a part of that address. For files, all is kept as it is.
    """
    own = draft.root.get("$self")
    itself = own if isinstance(own, str) and is_remote(own) else None
    main = itself or draft.name
    if is_remote(main) and not draft.root.get("servers"):
        draft.root["servers"] = [{"url": "/"}]
        draft.moved("/servers", draft.origin(""))
    for kind, pointer, node in walk(draft.root, to="server"):
        if kind == "server" and isinstance(node, dict):
            document = draft.origin(pointer).document
            base = main if document == draft.name else document
            if is_remote(base):
                _resolve(node, base)


def _resolve(server: dict[str, JSON], base: str) -> None:
    url = server.get("url")
    if isinstance(url, str) and not _ABSOLUTE.match(url):
        server["url"] = urljoin(base, url)
