"""The client's runtime: in which of its modules each name is, and which of them a package needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "runtime"
NAMES = {
    "aiohttp_transport": "AIOHTTPTransport",
    "auth": "APIKeyAuth HTTPAuth Secret setting",
    "basic_auth": "BasicAuth",
    "bodies": "OneOf",
    "client": "AsyncBaseClient BaseClient Resource",
    "codec": "decode",
    "cookies": "Cookie",
    "counted_pages": "NumberPagination OffsetPagination",
    "cursor_pages": "CursorPagination",
    "errors": "APIConnectionError APIError APIStatusError APITimeoutError MissingCredentialsError ResponseDecodeError",
    "event_streams": "AsyncEventStream EventStream EventsOperation",
    "forms": "Uploadable FormPart MultipartBody PartsBody",
    "json_streams": "LinesOperation SequenceOperation",
    "lazy": "exports",
    "linked_pages": "LinkPagination URLPagination",
    "oauth2": "ClientAuth OAuth2 OAuth2Error",
    "model": "Model UNSET Unset field",
    "open_model": "OpenModel",
    "operation": "Fields JSONBody Operation RequestOptions",
    "pages": "AsyncPager Page PagedOperation TokenPagination",
    "parameters": "Header Path Query",
    "sending": "Hooks RetryPolicy",
    "signatures": "VerifiedBody WebhookSignature WebhookVerificationError verified",
    "streams": "AsyncStream Stream",
    "testing": "Answers AsyncFakeTransport FakeTransport Sent",
    "transport": "AsyncHTTPTransport AsyncTransport HTTPTransport Request Response Transport",
    "unions": "union",
    "uploads": "RawBody RawContent",
    "urlencoded": "FormBody QueryString",
}
"""The names that generated code imports, by the runtime's modules."""

_MODULES = frozenset(path.stem for path in _FOLDER.glob("*.py"))
_HOMES = {name: module for module, names in NAMES.items() for name in names.split()}
_IMPORT = re.compile(r"^\s*from \.(\w+) import", re.MULTILINE)
_USE = re.compile(r"^\s*from \.+_runtime\.(\w+) import", re.MULTILINE)


def runtime(names: Iterable[str], dots: str) -> dict[str, str]:
    """The modules that names of the runtime are imported from, relative to a module `dots` below the package."""
    return {name: f"{dots}_runtime.{_HOMES[name.partition(' ')[0]]}" for name in names}


def runtime_files(texts: Iterable[str]) -> dict[str, str]:
    """The modules that generated `texts` import, and those that these need: paths and texts.

    A document's text that looks like such an import asks for nothing that is not there.
    """
    pending = ["__init__", *(name for text in texts for name in _USE.findall(text) if name in _MODULES)]
    found: dict[str, str] = {}
    while pending:
        name = pending.pop()
        if f"_runtime/{name}.py" not in found:
            text, needed = _module(name)
            found[f"_runtime/{name}.py"] = text
            pending += needed
    return found


@cache
def _module(name: str) -> tuple[str, tuple[str, ...]]:
    text = (_FOLDER / f"{name}.py").read_text(encoding="utf-8")
    return text, tuple(_IMPORT.findall(text))
