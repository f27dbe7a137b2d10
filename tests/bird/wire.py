"""Requests, judged against the merged document by openapi-core, which is not ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl, unquote

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from tests.conftest import ROOT

from .server import RecordedRequest


class Refused(Exception):
    """openapi-core finds a fault in a request."""


@cache
def document() -> dict[str, Any]:
    """The merged document of all pages of Bird, as the generator reads them."""
    report = DiagnosticCollector()
    spec = load(["specs/bird_conversations"], report, base=ROOT)
    assert spec is not None, [each.message for each in report]
    root: dict[str, Any] = json.loads(json.dumps(spec.root))
    return root


FAILURES = version("openapi-core")
IS_GOOD = tuple(int(part) for part in FAILURES.split(".")[:2]) >= (0, 23)
"""Whether this openapi-core knows OpenAPI 3.1. It goes with openapi-spec-validator 0.8, not with 0.9."""


@cache
def _checker() -> Any:
    from openapi_core import Config, OpenAPI

    root = document()
    # openapi-core compares with the name of the scheme in lower case, as the document has it (0.23.1), though
    # such names are the same in any case (RFC 9110 section 11.1). test_client checks the case.
    scheme = root["components"]["securitySchemes"]["accessKey"]
    schemes = {"accessKey": {**scheme, "scheme": scheme["scheme"].lower()}}
    return OpenAPI.from_dict(
        {**root, "components": {**root["components"], "securitySchemes": schemes}},
        config=Config(extra_media_type_deserializers={"text/csv": bytes.decode}),
    )


class _Request:
    """A recorded request in the form that openapi-core asks for; the path is not decoded."""

    host_url = "https://api.bird.com"

    def __init__(self, recorded: RecordedRequest) -> None:
        from openapi_core.datatypes import RequestParameters
        from werkzeug.datastructures import Headers, ImmutableMultiDict

        self.method = recorded.method.lower()
        self.path = recorded.path
        self.body = recorded.body or None
        self.content_type = recorded.headers.get("content-type", "")
        query = parse_qsl(recorded.query, keep_blank_values=True)
        self.parameters = RequestParameters(query=ImmutableMultiDict(query), header=Headers(recorded.headers))


def judge(recorded: RecordedRequest) -> tuple[Mapping[str, str], Any]:
    """The values of the path, decoded, and the body, as openapi-core reads them.

    Raises:
        Refused: The document does not allow the request.
    """
    result = _checker().unmarshal_request(_Request(recorded))
    if result.errors:
        causes = [str(getattr(error, "__cause__", None) or "") for error in result.errors]
        raise Refused(*[f"{type(error).__name__}: {error} {cause}" for error, cause in zip(result.errors, causes)])
    return {name: unquote(str(value)) for name, value in result.parameters.path.items()}, result.body
