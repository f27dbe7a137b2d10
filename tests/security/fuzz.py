"""Hostile descriptions and responses, made by hypothesis: what is tried, and what each may end in."""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.render import render_text
from fledge.diagnostics.source import SourceText
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.runtime.client import BaseClient
from fledge.runtime.downloads import Decompressor
from fledge.runtime.errors import APIError
from fledge.runtime.event_streams import EventParser
from fledge.runtime.json_streams import LinesOperation, SequenceOperation
from fledge.runtime.link_pagination import LinkPagination, URLPagination, next_link
from fledge.runtime.messages import Headers, Response
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from fledge.runtime.origins import is_same_origin, redact
from fledge.runtime.pagination import PagedOperation
from fledge.runtime.transport import StreamedResponse
from fledge.workflows.plan import plan_generation
from tests.runtime.http.operations import STATUS_ERRORS

# --- descriptions

WORDS = (
    "$ref", "allOf", "anyOf", "oneOf", "not", "properties", "items", "required", "type", "enum", "const", "default",
    "example", "examples", "pattern", "format", "discriminator", "mapping", "propertyName", "additionalProperties",
    "patternProperties", "prefixItems", "nullable", "readOnly", "writeOnly", "minLength", "maximum", "title", "name",
    "in", "schema", "content", "style", "explode", "parameters", "requestBody", "responses", "headers", "links",
    "callbacks", "servers", "url", "variables", "security", "tags", "operationId", "summary", "description",
    "deprecated", "get", "post", "paths", "components", "schemas", "securitySchemes", "webhooks", "info", "openapi",
    "swagger", "definitions", "200", "default", "application/json", "multipart/form-data", "text/event-stream",
    "x-webhooks", "encoding", "contentType", "/x/{id}", "/y", "a", "B", "__proto__", "None", "class", "con", "\u202e",
)  # fmt: skip
VALUES = (
    "object", "array", "string", "integer", "null", "#", "#/", "#/components/schemas/A", "#/components/schemas/B",
    "#/paths/~1x", "/etc/passwd", "file:///etc/passwd", "../../x.json", "http://127.0.0.1:1/x", "date-time", "binary",
    "query", "path", "header", "cookie", "querystring", "deepObject", "form", "^(a+)+$", "\x00", "\ud7ff", "\u2028",
    '"""', "\\", "{", "}}", "{{ x }}", "<script>", "a" * 300, "é", "", " ", "3.1.0", "2.0", "https://u:p@h/{v}",
)  # fmt: skip
LEAVES = st.one_of(
    st.sampled_from(VALUES),
    st.sampled_from(WORDS),
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=20),
)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), inner, max_size=5),
    ),
    max_leaves=25,
)
SCHEMAS = st.dictionaries(st.sampled_from(("A", "B", "a", "None", "con", "Client", "\u202e", "x y")), NODES, max_size=4)


def _document(version: str, paths: Any, schemas: Any, more: Mapping[str, Any]) -> dict[str, Any]:
    start: dict[str, Any] = {"swagger": "2.0"} if version == "2.0" else {"openapi": version}
    held = {"definitions": schemas} if version == "2.0" else {"components": {"schemas": schemas}}
    return {**start, "info": {"title": "T", "version": "1"}, "paths": paths, **held, **more}


OPERATIONS = st.fixed_dictionaries(
    {"responses": st.one_of(NODES, st.fixed_dictionaries({"200": NODES}))},
    optional={
        name: NODES for name in ("parameters", "requestBody", "security", "tags", "servers", "operationId", "x-a")
    },
)
DOCUMENTS = st.builds(
    _document,
    st.sampled_from(("2.0", "3.0.3", "3.1.0", "3.2.0")),
    st.one_of(NODES, st.dictionaries(st.sampled_from(("/x", "/x/{id}", "/y", "x", "@h/x")), st.fixed_dictionaries({"get": OPERATIONS}), max_size=3)),
    st.one_of(NODES, SCHEMAS),
    st.dictionaries(st.sampled_from(("servers", "security", "tags", "webhooks", "x-webhooks", "info", "paths")), NODES, max_size=2),
)  # fmt: skip


def description(document: Any) -> None:
    """Load a description, build and emit its client: there are diagnostics, and no exception."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "openapi.json")
        source.write_text(json.dumps(document), encoding="utf-8")
        report = DiagnosticCollector()
        plan_generation(client_from_arguments([str(source)], folder), report, base=Path(folder), strict=False)
        assert render_text(report).replace("\n", "").isprintable()


SNIPPETS = st.sampled_from(
    ("{", "}", "[", "]", ":", ",", "- ", "? ", "|", ">", "&a ", "*a", "!!str ", "!x ", "%", "@", "'", '"', "\\u", "\n",
     "  ", "\t", "---\n", "...\n", "#", "<<: ", "1e999", "0x1", "null", "~", "\ufeff", "\x85", "a", "\\ud800", "é")
)  # fmt: skip
TEXTS = st.one_of(st.lists(SNIPPETS, max_size=40).map("".join), st.text(max_size=200), NODES.map(json.dumps))


def source_text(data: str) -> None:
    """Parse a text as JSON or YAML: a value, or a ParseError that can be shown."""
    for syntax in ("json", "yaml"):
        report = DiagnosticCollector()
        document = SourceText(name="x", path="x", text=data, syntax=syntax)
        report.read(document)
        try:
            parse(document, report)
        except ParseError as error:
            error.add_to(document, report)
        assert render_text(report).replace("\n", "").isprintable()


# --- responses

HEADER_TEXTS = st.one_of(
    st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=40),
    st.sampled_from(
        ("application/json", "text/plain; charset=hex", "text/plain; charset=utf-7", "text/event-stream", "gzip", "deflate",
         "br", "9" * 400, "-1", "Fri, 31 Dec 9999 23:59:59 -9999", "http://a:99999/", "http://[::1", "//", "http://h/x",
         "<x>; rel=next", '<http://h/>; rel="next"', "<" * 50, "bytes 0-1/2", "Bearer", "chunked")
    ),
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from(
        (
            "content-type",
            "content-encoding",
            "content-length",
            "retry-after",
            "location",
            "link",
            "x-request-id",
            "date",
        )
    ),
    HEADER_TEXTS,
    max_size=5,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    NODES.map(lambda node: json.dumps(node).encode()),
    st.binary(max_size=200).map(zlib.compress),
    st.sampled_from(
        (b"[" * 5_000, b"9" * 5_000, b'"\\ud800"', b"NaN", b"1e999", b"\xff\xfe", b"data: 1\n\n", b"\x1e{}\n")
    ),
)
RESPONSES = st.tuples(st.integers(100, 599), HEADERS, BODIES)
OPERATIONS_OF_CLIENTS: tuple[Operation[Any], ...] = (
    Operation[Any]("GET /x", success={200: Any}, errors={"default": dict[str, int]}),
    Operation[Any]("GET /x", success={200: dict[str, list[int]], "2XX": str}),
    Operation[Any]("GET /x", success={"default": bytes}, errors={404: str}),
    PagedOperation[Any]("GET /x", success={200: Any}, pagination=LinkPagination("items")),
    PagedOperation[Any]("GET /x", success={200: Any}, pagination=URLPagination("items", "next")),
)


class Canned:
    """A transport that answers everything with one response."""

    def __init__(self, response: tuple[int, dict[str, str], bytes]) -> None:
        self.response = response

    def send(self, request: Any) -> StreamedResponse:
        status, headers, body = self.response
        return StreamedResponse(status, Headers(headers), lambda: iter([body]), lambda: None)

    def close(self) -> None:
        pass


def response(canned: tuple[int, dict[str, str], bytes]) -> None:
    """Call operations, with and without tokens: each ends in a value or an APIError, both of which can be shown."""
    for strict in (False, True):
        auth = OAuth2(None, token_urls={"client_credentials": "/t"}, client_id="i", client_secret="s3cret")
        for more in ({}, {"schemes": {"o": auth}, "security": (("o",),)}):
            options: Any = {
                "base_url": "http://x",
                "errors": STATUS_ERRORS,
                "max_retries": 0,
                "strict_responses": strict,
                **more,
            }
            client = BaseClient(transport=Canned(canned), **options)
            for operation in OPERATIONS_OF_CLIENTS:
                try:
                    value = client.call(operation({}))
                    if isinstance(operation, PagedOperation):
                        with suppress(StopIteration):
                            repr((value, value.has_next and value.next_page()))
                except APIError as error:
                    assert str(error).isprintable() and "s3cret" not in f"{error!r} {vars(error)}"


def pieces(data: bytes, sizes: list[int]) -> None:
    """Feed parsers of streams piece by piece: they return items, or raise ValueError; zlib.error where it is theirs."""
    parts: list[bytes] = []
    for size in [*sizes, len(data)]:
        parts, data = [*parts, data[:size]], data[size:]
    decoders: list[Any] = [LinesOperation.decoder(), SequenceOperation.decoder(), EventParser()]
    for decoder in decoders:
        with suppress(ValueError):
            for part in parts:
                decoder.feed(part)
            decoder.feed(None)
    for encoding in ("gzip", "deflate", "x"):
        body = Decompressor({"content-encoding": encoding})
        with suppress(zlib.error):
            for part in parts:
                for _ in body.pieces(part):
                    pass
            body.end()


def header(value: str) -> None:
    """Read headers and URLs: links, dates, charsets, origins, secrets in queries."""
    next_link(value)
    is_same_origin(value, "http://x")
    is_same_origin(f"http://x{value}", "http://x")
    redact(value, {"key"})
    head = Response(200, Headers({"retry-after": value, "content-type": f"text/plain; charset={value}"}), b"\xff", None)
    assert isinstance(head.text, str) and (head.retry_after is None or head.retry_after >= 0)


TARGETS: dict[str, tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...]]] = {
    "descriptions": (description, (DOCUMENTS,)),
    "texts": (source_text, (TEXTS,)),
    "responses": (response, (RESPONSES,)),
    "pieces": (pieces, (BODIES, st.lists(st.integers(0, 9), max_size=8))),
    "headers": (header, (st.one_of(HEADER_TEXTS, st.text(max_size=60)),)),
}
